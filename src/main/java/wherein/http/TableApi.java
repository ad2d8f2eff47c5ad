package wherein.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import wherein.json.Csv;
import wherein.json.Json;
import wherein.search.Cursor;
import wherein.search.PassageSearcher;
import wherein.text.Nearest;

/** An endpoint whose rows come as a page of JSON, or all at once as NDJSON or CSV. */
public abstract class TableApi {

    /** The parameters that all of these have. */
    static final List<Parameter> PARAMETERS = Parameter.MENTIONS.stream()
            .filter(parameter -> !parameter.name().equals("context"))
            .toList();

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 1_000;

    private final PassageSearcher searcher;
    private final String path;
    private final String key;
    private final List<String> columns;

    /**
     * An endpoint.
     *
     * @param path of it, after that of the API
     * @param key what the rows are called in JSON
     */
    TableApi(PassageSearcher searcher, String path, String key, List<String> columns) {
        this.searcher = searcher;
        this.path = path;
        this.key = key;
        this.columns = List.copyOf(columns);
    }

    /** The rows that one request selects. */
    interface Table {

        /** What the request says beside the rows; faults are told before any row is looked for. */
        Arguments arguments();

        /** How many rows there are; the totals go into {@code body}. */
        int count(ObjectNode body) throws IOException;

        /** Hands the rows from number {@code from} on to {@code rows}, until it says false. */
        void rows(int from, Predicate<ObjectNode> rows) throws IOException;
    }

    /** Reads what {@code parameters} select. */
    abstract Table table(Map<String, List<String>> parameters) throws IOException;

    /**
     * One page of rows.
     *
     * @throws ProblemException if the parameters are not what was expected
     */
    public ObjectNode page(Map<String, List<String>> parameters) throws IOException {
        Table table = table(parameters);
        Arguments arguments = table.arguments();
        List<String> chosen = columns(arguments);
        int limit = arguments.number("limit", DEFAULT_LIMIT, 0, MAX_LIMIT);
        Optional<Paging.Place> place = arguments.read("cursor", Paging::decode);
        arguments.check();
        Paging.refuseOther(place, parameters, searcher.generation());
        int from = place.map(Paging.Place::rank).orElse(0);
        ObjectNode body = Json.object();
        body.putObject("total");
        int count = table.count(body);
        ArrayNode rows = Json.object().putArray(key);
        if (limit > 0) {
            table.rows(from, row -> {
                rows.add(only(row, chosen));
                return rows.size() < limit;
            });
        }
        int remain = Math.max(0, count - from - rows.size());
        body.withObject("/total").put("returned", rows.size());
        body.put("complete", remain == 0).put("remaining", remain);
        body.putObject("index").put("generation", searcher.generation());
        body.set(key, rows);
        Optional<String> next = remain > 0 && limit > 0
                ? Optional.of(Paging.encode(new Paging.Place(
                        new Cursor(0, "", 0, searcher.generation()), from + rows.size(), Paging.request(parameters))))
                : Optional.empty();
        return Paging.next(body, Api.BASE + path, parameters, next);
    }

    /**
     * All rows, one after the other.
     *
     * @param first is told how many there are, before the first of them; false for none
     * @throws ProblemException if the parameters are not what was expected, before anything is written
     */
    public void export(
            Map<String, List<String>> parameters, LedgerApi.Form form, IntPredicate first, LedgerApi.Lines lines)
            throws IOException {
        Table table = table(parameters);
        Arguments arguments = table.arguments();
        List<String> chosen = columns(arguments);
        int limit = arguments.number("limit", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
        boolean header = arguments.word("header", Arguments.words("on", true, "off", false), true);
        if (!arguments.all("cursor").isEmpty()) {
            arguments.fault("cursor", "only JSON comes in pages; this form has all rows at once", "");
        }
        arguments.check();
        if (!first.test(table.count(Json.object()))) {
            return;
        }
        boolean csv = form == LedgerApi.Form.CSV;
        if (csv && header) {
            lines.line(Csv.header(chosen));
        }
        int[] remaining = {limit};
        if (limit == 0) {
            return;
        }
        try {
            table.rows(0, row -> {
                try {
                    lines.line(csv ? Csv.line(row, chosen) : Json.text(only(row, chosen)) + "\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return --remaining[0] > 0;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Answers a request in the form that it asks for.
     *
     * @param suffix of the path, without its point; empty where there is none
     */
    void answer(Context context, String suffix) throws IOException {
        String format = suffix.isEmpty() ? Export.format(context) : suffix;
        LedgerApi.Form form = Export.FORMS.get(format);
        if (form == null) {
            if (!format.equals("json")) {
                throw new ProblemException(
                        Problem.NOT_ACCEPTABLE, "Rows come as json, ndjson or csv, not as \"" + format + "\".");
            }
            ObjectNode body = page(context.queryParamMap());
            if (body.hasNonNull("next_url")) {
                context.header("Link", "<" + body.get("next_url").asText() + ">; rel=\"next\"");
            }
            context.contentType("application/json").result(Json.text(body));
            return;
        }
        boolean head = context.method().name().equals("HEAD");
        Writer out =
                new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8), 1 << 15);
        IntPredicate first = count -> {
            Export.begin(context, form, count, searcher);
            return !head;
        };
        export(context.queryParamMap(), form, first, out::write);
        out.flush();
    }

    /** The path of the endpoint, after that of the API. */
    String path() {
        return path;
    }

    private List<String> columns(Arguments arguments) {
        List<String> chosen = arguments.list("fields");
        for (String column : chosen) {
            if (!columns.contains(column)) {
                arguments.fault(
                        "fields",
                        "\"" + column + "\" is none of " + String.join(", ", columns),
                        Nearest.to(column, columns).orElse(""));
            }
        }
        return chosen.isEmpty() ? columns : chosen;
    }

    private static ObjectNode only(ObjectNode row, List<String> columns) {
        ObjectNode chosen = Json.object();
        columns.forEach(column -> chosen.set(column, row.get(column)));
        return chosen;
    }
}
