package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import wherein.json.Json;
import wherein.search.Cursor;
import wherein.search.PassageSearcher;

/** An endpoint whose rows come as a page of JSON, or all at once as NDJSON or CSV. */
public abstract class TableApi {

    /** The forms that rows of any kind have. */
    static final List<Format> FORMATS = List.of(Format.JSON, Format.NDJSON, Format.CSV);

    /** How many rows there are in the forms that have no pages. */
    private static final Parameter<Integer> LIMIT = Parameter.whole(
            "limit",
            0,
            Kind.Whole.ALL,
            Kind.Whole.ALL,
            "how many at most; a page of JSON has 20 without it, and at most " + Parameter.MAX_PAGE);

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

    /** The parameters that all of these have. */
    static List<Parameter<?>> rows(List<String> columns, List<Format> formats) {
        return Parameter.all(
                List.of(Parameter.fields(columns), LIMIT, Parameter.CURSOR, Parameter.format(formats)),
                Sheet.PARAMETERS);
    }

    /** The rows that one request selects. */
    abstract class Table {

        private final Arguments arguments;
        private final List<String> chosen;

        /** The rows of a request that says {@code arguments}; faults are told before any row is looked for. */
        Table(Arguments arguments) {
            this.arguments = arguments;
            List<String> asked = arguments.get(Parameter.fields(columns));
            this.chosen = asked.isEmpty() ? columns : asked;
            arguments.get(Parameter.format(formats()));
        }

        /** What the request says. */
        final Arguments arguments() {
            return arguments;
        }

        /** The columns that its rows have, in this order. */
        final List<String> columns() {
            return chosen;
        }

        /** How many rows there are; the totals go into {@code body}. */
        abstract int count(ObjectNode body) throws IOException;

        /** Makes a line for the eye of a row, where the endpoint has that form. */
        Function<ObjectNode, String> text() throws IOException {
            throw new IllegalStateException("no lines for the eye");
        }

        /** Hands the rows from number {@code from} on to {@code rows}, until it says false. */
        abstract void rows(int from, Predicate<ObjectNode> rows) throws IOException;
    }

    /** The forms in which the rows come. */
    List<Format> formats() {
        return FORMATS;
    }

    /**
     * Reads what {@code parameters} select.
     *
     * @param streamed whether the rows go out one after the other, for as long as it takes
     */
    abstract Table table(Map<String, List<String>> parameters, boolean streamed) throws IOException;

    /**
     * One page of rows.
     *
     * @throws ProblemException if the parameters are not what was expected
     */
    public ObjectNode page(Map<String, List<String>> parameters) throws IOException {
        Table table = table(parameters, false);
        Arguments arguments = table.arguments();
        int limit = arguments.get(Parameter.LIMIT);
        Optional<Paging.Place> place = arguments.get(Parameter.CURSOR);
        Sheet.of(arguments);
        arguments.check();
        Paging.refuseOther(place, parameters, searcher.generation());
        int from = place.map(Paging.Place::rank).orElse(0);
        ObjectNode body = Json.object();
        body.putObject("total");
        int count = table.count(body);
        ArrayNode rows = Json.object().putArray(key);
        if (limit > 0) {
            table.rows(from, row -> {
                rows.add(row);
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

    /** Takes the lines of an export, one after the other. */
    @FunctionalInterface
    public interface Lines {
        /** Takes {@code line}, its end included. */
        void line(String line) throws IOException;
    }

    /**
     * All rows, one after the other, none of them kept.
     *
     * @param format any but {@link Format#JSON}, which comes in pages
     * @param first is told how many there are, before the first of them; false for none
     * @throws ProblemException if the parameters are not what was expected, before anything is written
     */
    public void export(Map<String, List<String>> parameters, Format format, IntPredicate first, Lines lines)
            throws IOException {
        Table table = table(parameters, true);
        Arguments arguments = table.arguments();
        List<String> chosen = table.columns();
        if (format == Format.TXT && !arguments.all("fields").isEmpty()) {
            arguments.fault("fields", "the text form has no columns to choose; csv, ndjson and json have", "");
        }
        int limit = arguments.get(LIMIT);
        if (!arguments.all("cursor").isEmpty()) {
            arguments.fault("cursor", "only JSON comes in pages; this form has all rows at once", "");
        }
        Sheet sheet = Sheet.of(arguments);
        arguments.check();
        int count = table.count(Json.object());
        if (!first.test(count)) {
            return;
        }
        String begin = sheet.begin(format, chosen, () -> provenance(parameters, Math.min(count, limit)));
        if (!begin.isEmpty()) {
            lines.line(begin);
        }
        if (limit > 0 && count > 0) {
            Function<ObjectNode, String> line = format == Format.TXT ? table.text() : sheet.lines(format, chosen);
            Writing writing = new Writing(lines, limit);
            table.rows(0, row -> writing.write(line.apply(row)));
            writing.rethrow();
        }
    }

    /** What a reader needs to ask for the same rows again, and to see that they are the same. */
    private ObjectNode provenance(Map<String, List<String>> parameters, int rows) {
        return Json.object()
                .put("fingerprint", searcher.manifest().fingerprint())
                .put("query", Canonical.query(path, parameters))
                .put("rows", rows);
    }

    /**
     * Answers a request in the form that it asks for.
     *
     * @param suffix of the path, without its point; empty where there is none
     */
    void answer(Context context, String suffix) throws IOException {
        Map<String, List<String>> parameters = context.queryParamMap();
        Format format = Format.of(context, suffix, formats());
        if (Freshness.unchanged(context, searcher, format.word())) {
            return;
        }
        if (format == Format.JSON) {
            ObjectNode body = page(parameters);
            Freshness.mark(context, searcher, format.word());
            origin(context);
            Answering.json(context, body);
            disposition(context, format);
            return;
        }
        boolean head = context.method().name().equals("HEAD");
        IntPredicate first = count -> {
            Freshness.mark(context, searcher, format.word());
            begin(context, format, count);
            return !head;
        };
        RowStream.send(context, out -> export(parameters, format, first, out::row));
    }

    /** The headers of an answer with all of {@code count} rows. */
    private void begin(Context context, Format format, int count) {
        context.contentType(format.type());
        context.header("X-Total-Count", Integer.toString(count));
        origin(context);
        disposition(context, format);
        Answering.timing(context);
    }

    /** The headers that say of which collection and of which question these are the rows. */
    private void origin(Context context) {
        context.header("X-Wherein-Fingerprint", searcher.manifest().fingerprint());
        context.header("X-Wherein-Generation", Long.toString(searcher.generation()));
        context.header("X-Wherein-Query", Canonical.query(path, context.queryParamMap()));
    }

    /** Has a browser save the answer, if it was asked to, under the name of the endpoint. */
    private void disposition(Context context, Format format) {
        if ("on".equals(context.queryParam("download"))) {
            String name = path.substring(1).replaceAll("[^A-Za-z0-9.-]+", "-");
            context.header("Content-Disposition", "attachment; filename=\"" + name + "." + format.word() + "\"");
        }
    }

    /** {@code rows} with these columns alone, in this order; with all of them if none is named. */
    static ArrayNode only(ArrayNode rows, List<String> columns) {
        if (columns.isEmpty()) {
            return rows;
        }
        ArrayNode chosen = rows.arrayNode();
        rows.forEach(row -> chosen.add(only((ObjectNode) row, columns)));
        return chosen;
    }

    static ObjectNode only(ObjectNode row, List<String> columns) {
        ObjectNode chosen = Json.object();
        columns.forEach(column -> chosen.set(column, row.get(column)));
        return chosen;
    }
}
