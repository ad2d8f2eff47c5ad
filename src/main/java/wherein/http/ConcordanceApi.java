package wherein.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import wherein.json.Csv;
import wherein.json.Json;
import wherein.json.MatchJson;
import wherein.query.Names;
import wherein.search.Cursor;
import wherein.search.MatchRow;
import wherein.search.PassageSearcher;
import wherein.search.Tally;
import wherein.text.Columns;
import wherein.text.Nearest;

/** {@code /concordance}: every match of a query, a row each, with what stands around it. */
public final class ConcordanceApi {

    /** How many rows an order other than that of the documents may have: all are in memory at once. */
    public static final int MAX_SORTED = 50_000;

    private static final int MAX_SAMPLE = 1_000_000;
    private static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 20;
    private static final int CONTEXT = 60;
    private static final int MAX_CONTEXT = 1_000;
    private static final Map<String, MatchOrder> ORDERS = orders();

    private final PassageSearcher searcher;
    private final Asking asking;

    /** The endpoint over {@code searcher}, whose ledger has these names. */
    public ConcordanceApi(PassageSearcher searcher, Names names) {
        this.searcher = searcher;
        this.asking = new Asking(searcher, names);
    }

    /** In what form rows go out when they go out all at once. */
    public enum Form {
        /** One object a line. */
        NDJSON,
        /** RFC 4180, with a line of names. */
        CSV,
        /** Lines for the eye: the matches one below the other, and behind a tab where each stands. */
        TXT
    }

    /**
     * How many rows there are.
     *
     * @param matches of the query, with the passages and documents that hold them
     * @param rows of the answer without a limit: the matches, or as many of them as the sample has
     */
    public record Count(Tally matches, int rows) {}

    /** Everything that a request says. */
    private record Wanted(
            Asking.Asked asked,
            MatchOrder order,
            Optional<Integer> sample,
            int seed,
            MatchJson.Context context,
            MatchJson json,
            List<String> columns) {}

    /**
     * {@code /concordance} as JSON: one page of rows.
     *
     * @throws ProblemException if the parameters are not what was expected
     */
    public ObjectNode page(Map<String, List<String>> parameters) throws IOException {
        Wanted wanted = wanted(parameters);
        Arguments arguments = wanted.asked.arguments();
        int limit = arguments.number("limit", DEFAULT_LIMIT, 0, MAX_LIMIT);
        Optional<Paging.Place> place = arguments.read("cursor", Paging::decode);
        arguments.check();
        Paging.refuseOther(place, parameters, searcher.generation());
        int from = place.map(Paging.Place::rank).orElse(0);
        Count count = count(wanted);
        ArrayNode rows = Json.object().putArray("rows");
        if (limit > 0) {
            rows(wanted, count, from, row -> {
                rows.add(columns(wanted, row));
                return rows.size() < limit;
            });
        }
        int to = from + rows.size();
        int remain = Math.max(0, count.rows - to);
        ObjectNode body = Json.object();
        body.putObject("total")
                .put("matches", count.matches.mentions())
                .put("passages", count.matches.passages())
                .put("documents", count.matches.documents())
                .put("returned", rows.size());
        wanted.sample.ifPresent(
                size -> body.putObject("sample").put("size", count.rows).put("seed", wanted.seed));
        body.put("complete", remain == 0).put("remaining", remain);
        body.putObject("index").put("generation", searcher.generation());
        body.set("rows", rows);
        Optional<String> next = remain > 0 && limit > 0
                ? Optional.of(Paging.encode(
                        new Paging.Place(new Cursor(0, "", 0, searcher.generation()), to, Paging.request(parameters))))
                : Optional.empty();
        return Paging.next(body, Api.BASE + "/concordance", parameters, next);
    }

    /**
     * {@code /concordance} in another form: all rows at once, in document order none of them kept.
     *
     * @param first is told how many rows there are, before the first of them; false for no more than that
     * @throws ProblemException if the parameters are not what was expected, before anything is written
     */
    public void export(Map<String, List<String>> parameters, Form form, Predicate<Count> first, LedgerApi.Lines lines)
            throws IOException {
        Wanted wanted = wanted(parameters);
        Arguments arguments = wanted.asked.arguments();
        int limit = arguments.number("limit", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
        boolean header = arguments.word("header", Arguments.words("on", true, "off", false), true);
        if (!arguments.all("cursor").isEmpty()) {
            arguments.fault("cursor", "only JSON comes in pages; this form has all rows at once", "");
        }
        if (form == Form.TXT && !arguments.all("fields").isEmpty()) {
            arguments.fault("fields", "the text form has no columns to choose; csv, ndjson and json have", "");
        }
        arguments.check();
        Count count = count(wanted);
        if (!first.test(count)) {
            return;
        }
        if (form == Form.CSV && header) {
            lines.line(Csv.header(wanted.columns));
        }
        if (limit > 0 && count.rows > 0) {
            int margin = form == Form.TXT ? margin(wanted, count) : 0;
            Writing writing = new Writing(lines, limit);
            rows(wanted, count, 0, row -> writing.write(line(wanted, form, margin, row)));
            writing.rethrow();
        }
    }

    private Wanted wanted(Map<String, List<String>> parameters) throws IOException {
        Asking.Asked asked = asking.asked(parameters, Parameter.CONCORDANCE);
        Arguments arguments = asked.arguments();
        if (asked.text().isBlank()) {
            arguments.fault("q", "expected a query: what is to be listed", "");
        }
        MatchOrder order = arguments.word("sort", ORDERS, MatchOrder.DOCUMENT);
        Optional<Integer> sample = arguments.one("sample").isEmpty()
                ? Optional.empty()
                : Optional.of(arguments.number("sample", 1, 1, MAX_SAMPLE));
        int seed = arguments.number("seed", 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (sample.isEmpty() && !arguments.all("seed").isEmpty()) {
            arguments.fault("seed", "there is no sample; ask for one with sample=N", "");
        }
        int left = arguments.number("left", CONTEXT, 0, MAX_CONTEXT);
        int right = arguments.number("right", CONTEXT, 0, MAX_CONTEXT);
        boolean sentence = arguments.word("context", Map.of("sentence", true), false);
        for (String side : List.of("left", "right")) {
            if (sentence && !arguments.all(side).isEmpty()) {
                arguments.fault(side, "the context is the sentence; leave out one of the two", "");
            }
        }
        List<String> columns = arguments.list("fields");
        for (String column : columns) {
            if (!MatchJson.COLUMNS.contains(column)) {
                arguments.fault(
                        "fields",
                        "\"" + column + "\" is none of " + String.join(", ", MatchJson.COLUMNS),
                        Nearest.to(column, MatchJson.COLUMNS).orElse(""));
            }
        }
        MatchJson.Context context = new MatchJson.Context(left, right, sentence);
        MatchJson json = new MatchJson(asked.offsets(), asked.text(), context);
        return new Wanted(asked, order, sample, seed, context, json, columns.isEmpty() ? MatchJson.COLUMNS : columns);
    }

    /** Counts the rows, and ends the request if they are too many for their order. */
    private Count count(Wanted wanted) throws IOException {
        Tally matches = searcher.matchTally(wanted.asked.query(), wanted.asked.filters());
        int rows = Math.min(matches.mentions(), wanted.sample.orElse(Integer.MAX_VALUE));
        if (wanted.order != MatchOrder.DOCUMENT && rows > MAX_SORTED) {
            String reason = rows + " rows are too many to sort, " + MAX_SORTED
                    + " at most; narrow the query, take a sample, or leave them in document order";
            wanted.asked.arguments().fault("sort", reason, "");
            wanted.asked.arguments().check();
        }
        return new Count(matches, rows);
    }

    private void rows(Wanted wanted, Count count, int from, Predicate<MatchRow> rows) throws IOException {
        if (wanted.order == MatchOrder.DOCUMENT) {
            inDocumentOrder(wanted, count, from, rows);
            return;
        }
        List<MatchRow> all = new ArrayList<>();
        inDocumentOrder(wanted, count, 0, all::add);
        List<MatchRow> sorted = wanted.order.sorted(all);
        for (int i = from; i < sorted.size() && rows.test(sorted.get(i)); i++) {
            // The test has done what there is to do.
        }
    }

    private void inDocumentOrder(Wanted wanted, Count count, int from, Predicate<MatchRow> rows) throws IOException {
        if (count.rows == count.matches.mentions()) {
            searcher.matches(wanted.asked.query(), wanted.asked.filters(), from, rows);
            return;
        }
        BitSet chosen = sample(count.matches.mentions(), count.rows, wanted.seed);
        int first = chosen.nextSetBit(0);
        for (int i = 0; i < from && first >= 0; i++) {
            first = chosen.nextSetBit(first + 1);
        }
        if (first < 0) {
            return;
        }
        int[] at = {first};
        IntPredicate isLast = i -> chosen.nextSetBit(i + 1) < 0;
        searcher.matches(wanted.asked.query(), wanted.asked.filters(), first, row -> {
            int i = at[0]++;
            return !chosen.get(i) || rows.test(row) && !isLast.test(i);
        });
    }

    /** {@code size} of the numbers below {@code all}, each as likely as any other, by a reservoir. */
    private static BitSet sample(int all, int size, int seed) {
        Random random = new Random(seed);
        int[] reservoir = new int[size];
        for (int i = 0; i < all; i++) {
            int place = i < size ? i : random.nextInt(i + 1);
            if (place < size) {
                reservoir[place] = i;
            }
        }
        BitSet chosen = new BitSet(all);
        for (int each : reservoir) {
            chosen.set(each);
        }
        return chosen;
    }

    private static ObjectNode columns(Wanted wanted, MatchRow row) {
        ObjectNode all = wanted.json.row(row);
        ObjectNode chosen = Json.object();
        wanted.columns.forEach(column -> chosen.set(column, all.get(column)));
        return chosen;
    }

    private static String line(Wanted wanted, Form form, int margin, MatchRow row) {
        return switch (form) {
            case CSV -> Csv.line(columns(wanted, row), wanted.columns);
            case NDJSON -> Json.text(columns(wanted, row)) + "\n";
            case TXT -> {
                KwicLine line = KwicLine.of(wanted.json.row(row));
                int right = wanted.context.sentence() ? Integer.MAX_VALUE : wanted.context.right();
                yield line.text(margin, right) + "\t" + line.place() + "\n";
            }
        };
    }

    /** The columns before the matches: as many as were asked for, or as the longest beginning of a sentence takes. */
    private int margin(Wanted wanted, Count count) throws IOException {
        if (!wanted.context.sentence()) {
            return wanted.context.left();
        }
        int[] margin = {0};
        inDocumentOrder(wanted, count, 0, row -> {
            KwicLine line = KwicLine.of(wanted.json.row(row));
            margin[0] = Math.max(margin[0], Columns.of(line.before()));
            return true;
        });
        return margin[0];
    }

    private static Map<String, MatchOrder> orders() {
        Map<String, MatchOrder> orders = new LinkedHashMap<>();
        for (MatchOrder order : MatchOrder.values()) {
            orders.put(order.name().toLowerCase(java.util.Locale.ROOT), order);
        }
        return orders;
    }
}
