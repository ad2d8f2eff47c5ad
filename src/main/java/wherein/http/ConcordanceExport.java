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
import wherein.query.Names;
import wherein.search.PassageSearcher;

/** Sends a concordance in the form that a request asks for: a page of JSON, or all rows at once. */
final class ConcordanceExport {

    /** The suffixes of the path. */
    static final List<String> SUFFIXES = List.of("json", "ndjson", "csv", "txt");

    private static final Map<String, ConcordanceApi.Form> FORMS = Map.of(
            "csv", ConcordanceApi.Form.CSV, "ndjson", ConcordanceApi.Form.NDJSON, "txt", ConcordanceApi.Form.TXT);

    private final ConcordanceApi api;
    private final PassageSearcher searcher;

    ConcordanceExport(PassageSearcher searcher, Names names) {
        this.api = new ConcordanceApi(searcher, names);
        this.searcher = searcher;
    }

    /**
     * Answers a request.
     *
     * @param suffix of the path, without its point; empty where there is none
     */
    void answer(Context context, String suffix) throws IOException {
        Map<String, List<String>> parameters = new LinkedHashMap<>(context.queryParamMap());
        String format = suffix.isEmpty() ? format(context) : suffix;
        if (format.equals("json")) {
            ObjectNode body = api.page(parameters);
            if (body.hasNonNull("next_url")) {
                context.header("Link", "<" + body.get("next_url").asText() + ">; rel=\"next\"");
            }
            context.contentType("application/json").result(Json.text(body));
            return;
        }
        ConcordanceApi.Form form = FORMS.get(format);
        if (form == null) {
            throw new ProblemException(
                    Problem.NOT_ACCEPTABLE,
                    "Rows come as " + String.join(", ", SUFFIXES) + ", not as \"" + format + "\".");
        }
        boolean head = context.method().name().equals("HEAD");
        Writer out =
                new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8), 1 << 15);
        api.export(parameters, form, count -> begin(context, form, count, head), out::write);
        out.flush();
    }

    private boolean begin(Context context, ConcordanceApi.Form form, ConcordanceApi.Count count, boolean head) {
        context.contentType(
                switch (form) {
                    case CSV -> "text/csv; charset=utf-8";
                    case NDJSON -> "application/x-ndjson";
                    case TXT -> "text/plain; charset=utf-8";
                });
        context.header("X-Total-Count", Integer.toString(count.rows()));
        context.header("X-Wherein-Fingerprint", searcher.manifest().fingerprint());
        context.header("X-Wherein-Generation", Long.toString(searcher.generation()));
        return !head;
    }

    private static String format(Context context) {
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
        if (accept.contains("text/plain")) {
            return "txt";
        }
        Server.accept(context, "application/json");
        return "json";
    }
}
