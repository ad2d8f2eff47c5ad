package wherein.http;

import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import wherein.json.Annotations;
import wherein.json.Json;
import wherein.json.MentionJson;

/** {@code POST /annotate}: the mentions of texts that somebody sends. Nothing of them is kept. */
final class AnnotateApi {

    /** Where it is; the one path that takes another method than those that read. */
    static final String PATH = Api.BASE + "/annotate";

    private static final String NDJSON = "application/x-ndjson";
    private static final String ALLOWED = "POST, OPTIONS";
    private static final int MAX_BODY = 8 << 20;
    private static final int MAX_RECORD = 1 << 20;

    private final Engine engine;

    AnnotateApi(Engine engine) {
        this.engine = engine;
    }

    /** Answers a request with a row for each mention, record by record. */
    void annotate(Context context) throws IOException {
        refuseStranger(context);
        refuseOtherType(context);
        Server.accept(context, NDJSON);
        Arguments arguments = new Arguments(context.queryParamMap(), Set.of("offsets"));
        var offsets = arguments.word("offsets", Asking.OFFSETS, wherein.json.Offsets.CODE_POINTS);
        arguments.check();
        byte[] body = body(context);
        Annotations annotations = new Annotations(
                engine.annotator(), new MentionJson(offsets, engine.names()::label, engine.names()::id));
        context.contentType(NDJSON);
        Writer out =
                new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8), 1 << 15);
        for (int start = 0, end; start < body.length; start = end + 1) {
            end = lineEnd(body, start);
            String line = new String(body, start, end - start, StandardCharsets.UTF_8);
            if (line.isBlank()) {
                continue;
            }
            Annotations.Annotated annotated = annotations.of(line);
            for (var row : annotated.rows()) {
                out.append(Json.text(row)).append('\n');
            }
            if (!annotated.fault().isEmpty()) {
                out.append(Json.text(annotated.error())).append('\n');
            }
        }
        out.flush();
    }

    /** Ends a request of another method. */
    void refuse(Context context) {
        context.header("Allow", ALLOWED);
        throw new ProblemException(Problem.METHOD_NOT_ALLOWED, "Records come here by POST.");
    }

    /** Tells what may be asked. */
    void options(Context context) {
        context.status(204).header("Allow", ALLOWED);
    }

    /** Another site may not have a reader's browser post here. */
    private static void refuseStranger(Context context) {
        String origin = context.header("Origin");
        if (origin == null) {
            return;
        }
        String own = String.valueOf(context.host()).toLowerCase(Locale.ROOT);
        String given = origin.toLowerCase(Locale.ROOT);
        if (!given.equals("http://" + own) && !given.equals("https://" + own)) {
            throw new ProblemException(Problem.FORBIDDEN, "The request comes from a page of another server.");
        }
    }

    private static void refuseOtherType(Context context) {
        String type = context.req().getContentType();
        String bare = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!bare.equals(NDJSON)) {
            throw new ProblemException(Problem.UNSUPPORTED_TYPE, "Records come as " + NDJSON + ", one a line.");
        }
    }

    /** All of the body, so that a limit is told before the first row has gone out. */
    private static byte[] body(Context context) throws IOException {
        byte[] body = context.req().getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw new ProblemException(Problem.TOO_LARGE, "A body has at most " + MAX_BODY + " bytes.");
        }
        int number = 1;
        for (int start = 0, end; start < body.length; start = end + 1) {
            end = lineEnd(body, start);
            if (end - start > MAX_RECORD) {
                throw new ProblemException(
                        Problem.TOO_LARGE, "The record in line " + number + " has more than " + MAX_RECORD + " bytes.");
            }
            number++;
        }
        return body;
    }

    private static int lineEnd(byte[] body, int start) {
        int end = start;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }
}
