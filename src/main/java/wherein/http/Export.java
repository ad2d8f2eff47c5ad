package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wherein.json.Json;
import wherein.search.PassageSearcher;

/** Sends the rows of the ledger in the form that a request asks for: a page of JSON, or all at once. */
final class Export {

    /** The forms in which all rows come at once, by the words for them. */
    static final Map<String, LedgerApi.Form> FORMS = Map.of("csv", LedgerApi.Form.CSV, "ndjson", LedgerApi.Form.NDJSON);

    private static final Map<LedgerApi.Form, String> TYPES =
            Map.of(LedgerApi.Form.CSV, "text/csv; charset=utf-8", LedgerApi.Form.NDJSON, "application/x-ndjson");

    private final LedgerApi api;
    private final PassageSearcher searcher;

    Export(LedgerApi api, PassageSearcher searcher) {
        this.api = api;
        this.searcher = searcher;
    }

    /**
     * Answers a request for mentions.
     *
     * @param suffix of the path, without its point; empty where there is none
     */
    void mentions(Context context, String suffix) throws IOException {
        Map<String, List<String>> parameters = new LinkedHashMap<>(context.queryParamMap());
        String format = suffix.isEmpty() ? format(context) : suffix;
        LedgerApi.Form form = FORMS.get(format);
        if (form == null) {
            if (!format.equals("json")) {
                throw new ProblemException(
                        Problem.NOT_ACCEPTABLE, "Rows come as json, ndjson or csv, not as \"" + format + "\".");
            }
            ObjectNode body = api.mentions(parameters);
            if (body.hasNonNull("next_url")) {
                context.header("Link", "<" + body.get("next_url").asText() + ">; rel=\"next\"");
            }
            context.contentType("application/json").result(Json.text(body));
            return;
        }
        boolean head = context.method().name().equals("HEAD");
        Writer out =
                new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8), 1 << 15);
        api.export(
                parameters,
                form,
                tally -> {
                    begin(context, form, tally.mentions(), searcher);
                    return !head;
                },
                out::write);
        out.flush();
    }

    /** The headers of an answer with all of {@code count} rows. */
    static void begin(Context context, LedgerApi.Form form, int count, PassageSearcher searcher) {
        context.contentType(TYPES.get(form));
        context.header("X-Total-Count", Integer.toString(count));
        context.header("X-Wherein-Fingerprint", searcher.manifest().fingerprint());
        context.header("X-Wherein-Generation", Long.toString(searcher.generation()));
    }

    /** The form that a path without a suffix is asked for in. */
    static String format(Context context) {
        String format = context.queryParam("format");
        if (format != null) {
            return format;
        }
        String accept = String.valueOf(context.header("Accept")).toLowerCase(Locale.ROOT);
        if (accept.contains("text/csv")) {
            return "csv";
        }
        if (accept.contains("application/x-ndjson")) {
            return "ndjson";
        }
        Server.accept(context, "application/json");
        return "json";
    }
}
