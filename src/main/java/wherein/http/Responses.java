package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import wherein.json.Json;

/** What all answers of the API have in common. */
final class Responses {

    private static final String BEGUN = "wherein.begun";

    private Responses() {}

    /** Notes that a request has come in. */
    static void begin(Context context) {
        context.attribute(BEGUN, System.nanoTime());
    }

    /** Answers with {@code body}, the address of its next page in a header too. */
    static void json(Context context, ObjectNode body) {
        if (body.hasNonNull("next_url")) {
            context.header("Link", "<" + body.get("next_url").asText() + ">; rel=\"next\"");
        }
        timing(context);
        text(context, "application/json", Json.text(body));
    }

    /**
     * Answers with {@code body} in UTF-8. Of a type that names no character set the library would take Latin-1, and lose
     * all other letters.
     */
    static void text(Context context, String type, String body) {
        context.contentType(type).result(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Has a browser save the answer under this name. */
    static void save(Context context, String name) {
        context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    /** Says how long the server took until the answer, or the first of its rows, went out. */
    static void timing(Context context) {
        Long begun = context.attribute(BEGUN);
        if (begun != null) {
            double millis = (System.nanoTime() - begun) / 1e6;
            context.header("Server-Timing", String.format(Locale.ROOT, "total;dur=%.1f", millis));
        }
    }
}
