package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import wherein.json.Json;
import wherein.search.Copies;
import wherein.search.Cursor;

/**
 * The rows that one request selects. They are looked for when they are asked for: as a page of JSON, or all of them one after
 * the other, in memory that does not grow with them. A request with faults is refused before its table is made.
 */
public abstract class Table {

    private final Head head;

    /** The rows of the request that {@code head} tells of. */
    Table(Head head) {
        this.head = head;
    }

    /**
     * What all rows of one endpoint have in common.
     *
     * @param path of the endpoint, after that of the API
     * @param key what the rows are called in JSON
     * @param columns that a row may have
     * @param formats in which they come
     * @param page how many of them a page has without a limit
     */
    record Shape(String path, String key, List<String> columns, List<Format> formats, int page) {

        /** Rows in the usual forms and pages of 20. */
        static Shape of(String path, String key, List<String> columns) {
            return new Shape(path, key, columns, Format.OF_ROWS, 20);
        }

        /** The forms in which an endpoint answers them. */
        List<Form> forms(String schema) {
            return formats.stream().map(format -> format.form(schema)).toList();
        }

        /** The parameters that all rows have. */
        List<Parameter<?>> parameters(String schema) {
            return Parameters.all(
                    List.of(Parameter.fields(columns), limit(), Parameters.CURSOR, format(schema)),
                    RowLayout.PARAMETERS,
                    List.of(Parameters.DOWNLOAD));
        }

        private Parameter<Optional<Form>> format(String schema) {
            return Parameter.form("format", forms(schema), "the form; a suffix of the path goes before it");
        }

        /** How many rows there are in the forms that have no pages. */
        private Parameter<Integer> limit() {
            return Parameter.whole(
                    Role.LIMITS,
                    "limit",
                    0,
                    Kind.Whole.ALL,
                    Kind.Whole.ALL,
                    "how many at most; a page of JSON has " + page + " without it, and at most " + Parameters.MAX_PAGE
                            + "; 0 only counts");
        }
    }

    /**
     * What a request says of any rows.
     *
     * @param columns that are asked for, in this order
     * @param limit how many rows at most
     * @param place where the page before ended
     */
    record Head(
            Engine engine,
            Request request,
            Arguments arguments,
            Shape shape,
            List<String> columns,
            RowLayout layout,
            int limit,
            Optional<Cursors.Place> place) {

        /**
         * Reads it, and ends the request if anything was wrong with it.
         *
         * @param arguments of which the endpoint has read its own
         */
        static Head read(Engine engine, Request request, Shape shape, Arguments arguments) {
            List<String> chosen = arguments.get(Parameter.fields(shape.columns));
            Format format = Format.of(request.form().word());
            boolean pages = format == Format.JSON;
            if (format == Format.TXT && !arguments.all("fields").isEmpty()) {
                arguments.fault("fields", "the text form has no columns to choose; csv, ndjson and json have", "");
            }
            if (!pages && !arguments.all("cursor").isEmpty()) {
                arguments.fault("cursor", "only JSON comes in pages; this form has all rows at once", "");
            }
            int limit = arguments.get(pages ? Parameters.limit(Parameters.MAX_PAGE, shape.page) : shape.limit());
            Optional<Cursors.Place> place = pages ? arguments.get(Parameters.CURSOR) : Optional.empty();
            arguments.get(shape.format(""));
            arguments.get(Parameters.DOWNLOAD);
            RowLayout layout = RowLayout.of(arguments);
            arguments.check();
            int order = Canonical.order(request.parameters(), arguments.declared());
            place.ifPresent(each -> Cursors.refuseOther(each, order, stamp(engine, shape, arguments)));
            List<String> columns = chosen.isEmpty() ? shape.columns : chosen;
            return new Head(engine, request, arguments, shape, columns, layout, limit, place);
        }
    }

    /** The columns that its rows have, in this order. */
    final List<String> columns() {
        return head.columns;
    }

    /** How many rows are asked for at most. */
    final int limit() {
        return head.limit;
    }

    /** How many rows there are; the totals go into {@code body}, which has an object of that name. */
    abstract int count(ObjectNode body) throws IOException;

    /** Hands the rows from number {@code from} on to {@code rows}, until it says false. */
    abstract void rows(int from, Predicate<ObjectNode> rows) throws IOException;

    /**
     * What becomes of copies: an export that leaves none out says nothing of them, and so need not wait until they are known.
     */
    static Copies copies(Arguments arguments, Request request) {
        Copies asked = arguments.get(Parameters.DUPLICATES);
        boolean isPage = Format.of(request.form().word()) == Format.JSON;
        return asked == Copies.TOLD && !isPage ? Copies.UNTOLD : asked;
    }

    /** Tells of what comes behind the first {@code to} rows, where a page ends before the last. */
    void cut(ObjectNode body, int to) throws IOException {
        // Most rows say nothing of those behind them.
    }

    /** Makes a line for the eye of a row, where the endpoint has that form. */
    Function<ObjectNode, String> text() throws IOException {
        throw new IllegalStateException("no lines for the eye");
    }

    /** The engine that answers. */
    final Engine engine() {
        return head.engine;
    }

    /** The form that was asked for. */
    public final Format format() {
        return Format.of(head.request.form().word());
    }

    /** The address that asks for the same rows, in its canonical form. */
    public final String query() {
        return Canonical.query(head.shape.path, head.request.parameters(), head.arguments.declared());
    }

    /** The fingerprint of the collection that the rows are of. */
    public final String fingerprint() {
        return head.engine.searcher().manifest().fingerprint();
    }

    /** The generation of the index that they are from. */
    public final long generation() {
        return head.engine.searcher().generation();
    }

    /** The name under which they are saved, without what stands for the form. */
    public final String name() {
        return head.shape.path.substring(1).replaceAll("[^A-Za-z0-9.-]+", "-");
    }

    /** One page of rows. */
    public final ObjectNode page() throws IOException {
        int from = head.place.map(Cursors.Place::rank).orElse(0);
        ObjectNode body = Json.object();
        body.putObject("total");
        int count = count(body);
        if (from > count) {
            throw Cursors.beyond();
        }
        ArrayNode rows = body.arrayNode();
        if (head.limit > 0) {
            rows(from, row -> {
                rows.add(row);
                return rows.size() < head.limit;
            });
        }
        int to = from + rows.size();
        int remain = Math.max(0, count - to);
        body.withObject("/total").put("returned", rows.size());
        body.put("complete", remain == 0).put("remaining", remain);
        if (remain > 0 && head.limit > 0) {
            cut(body, to);
        }
        SearchApi.countOnly(body, head.limit);
        body.putObject("index").put("generation", generation());
        body.set(head.shape.key, rows);
        return remain > 0 && head.limit > 0
                ? Cursors.next(body, head.shape.path, head.request.parameters(), place(to))
                : SearchApi.lastPage(body);
    }

    private Cursors.Place place(int to) {
        Cursor cursor = new Cursor(0, "", 0, generation());
        int order = Canonical.order(head.request.parameters(), head.arguments.declared());
        return new Cursors.Place(cursor, to, order, stamp(head.engine, head.shape, head.arguments));
    }

    /** A verdict puts no row at another place but where rows are chosen, grouped or listed by verdicts. */
    private static Stamp stamp(Engine engine, Shape shape, Arguments arguments) {
        boolean judged = shape.path.equals(VerdictsApi.PATH)
                || arguments.hasAny(LedgerRows.JUDGED)
                || arguments.all("by").stream().anyMatch(by -> by.contains(Parameters.VERDICT.name()));
        return judged ? engine.stamp() : engine.stampOfIndex();
    }

    /** Takes the lines of an export, one after the other. */
    @FunctionalInterface
    public interface Lines {
        /** Takes {@code line}, its end included. */
        void line(String line) throws IOException;
    }

    /**
     * All rows in the form that was asked for, which is not JSON: one after the other, none of them kept. Each has the whole time
     * of a request.
     *
     * @param first is told how many there are, before the first of them; false for none
     */
    public final void export(IntPredicate first, Lines lines) throws IOException {
        int count = count(withTotal());
        if (!first.test(count)) {
            return;
        }
        String begin = head.layout.begin(format(), head.columns, () -> provenance(Math.min(count, head.limit)));
        if (!begin.isEmpty()) {
            lines.line(begin);
        }
        if (head.limit > 0 && count > 0) {
            Function<ObjectNode, String> line =
                    format() == Format.TXT ? text() : head.layout.lines(format(), head.columns);
            Writing writing = new Writing(lines, head.limit);
            rows(0, row -> {
                head.engine.deadline().renew();
                return writing.write(line.apply(row));
            });
            writing.rethrow();
        }
    }

    private static ObjectNode withTotal() {
        ObjectNode body = Json.object();
        body.putObject("total");
        return body;
    }

    /** What a reader needs to ask for the same rows again, and to see that they are the same. */
    private ObjectNode provenance(int rows) {
        return Json.object()
                .put("fingerprint", fingerprint())
                .put("query", query())
                .put("rows", rows);
    }

    /** Hands lines on, as many as are wanted, and keeps the fault of whoever takes them. */
    private static final class Writing {
        private final Lines lines;
        private int remaining;
        private IOException fault;

        Writing(Lines lines, int limit) {
            this.lines = lines;
            this.remaining = limit;
        }

        boolean write(String line) {
            try {
                lines.line(line);
                return --remaining > 0;
            } catch (IOException e) {
                fault = e;
                return false;
            }
        }

        void rethrow() throws IOException {
            if (fault != null) {
                throw fault;
            }
        }
    }
}
