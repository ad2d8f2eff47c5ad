package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import wherein.json.Annotations;
import wherein.json.Json;
import wherein.json.MentionJson;
import wherein.json.Offsets;

/** {@code POST /annotate}: the mentions of texts that somebody sends. Nothing of them is kept. */
public final class AnnotateApi {

    /** Where it is; the one path that takes another method than those that read. */
    public static final String PATH = Endpoint.BASE + "/annotate";

    /** What it may be asked. */
    public static final List<Parameter<?>> PARAMETERS = List.of(Parameters.OFFSETS);

    /** What it answers. */
    public static final String DOC = "The mentions of texts that are sent, none of which is kept";

    /** Of what is sent and of the answer. */
    public static final String NDJSON = "application/x-ndjson";

    private AnnotateApi() {}

    /** What {@code arguments} say; ends the request if anything else is said. */
    public static Offsets offsets(Arguments arguments) {
        Offsets offsets = arguments.get(Parameters.OFFSETS);
        arguments.check();
        return offsets;
    }

    /**
     * Ends the request if a record of {@code body} is longer than one may be, which is told before the first row has gone out.
     */
    public static void refuseLong(byte[] body) {
        int number = 1;
        for (int start = 0, end; start < body.length; start = end + 1) {
            end = lineEnd(body, start);
            if (end - start > RequestLimits.RECORD) {
                throw new ProblemException(
                        Problem.TOO_LARGE,
                        "The record in line " + number + " has more than " + RequestLimits.RECORD + " bytes.");
            }
            number++;
        }
    }

    /** Hands a row for each mention in the records of {@code body} to {@code lines}, record by record. */
    public static void annotate(Engine engine, Offsets offsets, byte[] body, Table.Lines lines) throws IOException {
        Annotations annotations = new Annotations(
                engine.annotator(), new MentionJson(offsets, engine.names()::label, engine.names()::id));
        for (int start = 0, end; start < body.length; start = end + 1) {
            end = lineEnd(body, start);
            String line = new String(body, start, end - start, StandardCharsets.UTF_8);
            if (line.isBlank()) {
                continue;
            }
            engine.deadline().renew();
            for (ObjectNode row : annotations.of(line, engine.deadline()::check).all()) {
                lines.line(Json.text(row) + "\n");
            }
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
