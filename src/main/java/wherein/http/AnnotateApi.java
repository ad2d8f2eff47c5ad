package wherein.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import wherein.json.Annotations;
import wherein.json.Json;
import wherein.json.MentionJson;

/** {@code POST /annotate}: the mentions of texts that somebody sends. Nothing of them is kept. */
final class AnnotateApi {

    /** Where it is; the one path that takes another method than those that read. */
    static final String PATH = Api.BASE + "/annotate";

    /** What it may be asked. */
    static final List<Parameter<?>> PARAMETERS = List.of(Parameter.OFFSETS);

    /** What it answers. */
    static final String DOC = "The mentions of texts that are sent, none of which is kept";

    /** Of what is sent and of the answer. */
    static final String NDJSON = "application/x-ndjson";

    private static final String ALLOWED = "POST, OPTIONS";
    static final int MAX_BODY = 8 << 20;
    static final int MAX_RECORD = 1 << 20;

    private AnnotateApi() {}

    /**
     * What somebody sent.
     *
     * @param body of which every record is within the limits
     */
    record Records(byte[] body, wherein.json.Offsets offsets) {

        /** Answers with a row for each mention, record by record. */
        void annotate(Engine engine, Context context) throws IOException {
            Annotations annotations = new Annotations(
                    engine.annotator(), new MentionJson(offsets, engine.names()::label, engine.names()::id));
            context.contentType(NDJSON);
            RowStream.send(context, out -> rows(body, annotations, out));
        }
    }

    /** Takes what a request sends. */
    static Records receive(Context context) {
        refuseOtherType(context);
        Format.accept(context, NDJSON);
        Arguments arguments = new Arguments(context.queryParamMap(), PARAMETERS, null);
        var offsets = arguments.get(Parameter.OFFSETS);
        arguments.check();
        return new Records(body(context), offsets);
    }

    private static void rows(byte[] body, Annotations annotations, RowStream out) throws IOException {
        for (int start = 0, end; start < body.length; start = end + 1) {
            end = lineEnd(body, start);
            String line = new String(body, start, end - start, StandardCharsets.UTF_8);
            if (line.isBlank()) {
                continue;
            }
            for (var row : annotations.of(line).all()) {
                out.row(Json.text(row) + "\n");
            }
        }
    }

    /** Ends a request of another method. */
    static void refuse(Context context) {
        context.header("Allow", ALLOWED);
        throw new ProblemException(Problem.METHOD_NOT_ALLOWED, "Records come here by POST.");
    }

    /** Tells what may be asked. */
    static void options(Context context) {
        context.status(204).header("Allow", ALLOWED);
    }

    private static void refuseOtherType(Context context) {
        String type = context.req().getContentType();
        String bare = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!bare.equals(NDJSON)) {
            throw new ProblemException(Problem.UNSUPPORTED_TYPE, "Records come as " + NDJSON + ", one a line.");
        }
    }

    /** All of the body, so that a limit is told before the first row has gone out. */
    private static byte[] body(Context context) {
        byte[] body = read(context);
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

    private static byte[] read(Context context) {
        try {
            return context.req().getInputStream().readNBytes(MAX_BODY + 1);
        } catch (IOException | RuntimeException e) {
            // Chunks that are none, or fewer bytes than were announced.
            throw new ProblemException(Problem.BAD_REQUEST, "The body is not as its headers announce it.");
        }
    }

    private static int lineEnd(byte[] body, int start) {
        int end = start;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }
}
