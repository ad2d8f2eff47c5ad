package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import wherein.json.MatchJson;
import wherein.query.Names;
import wherein.search.MatchRequest;
import wherein.search.MatchRow;
import wherein.search.PassageSearcher;
import wherein.search.SortedRows;
import wherein.search.Tally;
import wherein.text.Columns;

/** {@code /concordance}: every match of a query, a row each, with what stands around it. */
public final class ConcordanceApi extends TableApi {

    private static final List<Format> WITH_TEXT = List.of(Format.JSON, Format.NDJSON, Format.CSV, Format.TXT);
    private static final List<String> COLUMNS = Schemas.columns("Match");
    private static final Parameter<Integer> LEFT =
            Parameter.whole("left", 0, 1_000, 60, "how many characters stand before a match");
    private static final Parameter<Integer> RIGHT =
            Parameter.whole("right", 0, 1_000, 60, "how many characters stand behind it");
    private static final Parameter<Boolean> SENTENCE = Parameter.word(
            "context", Map.of("sentence", true), false, "the rest of its sentence instead of a number of characters");
    private static final Parameter<Integer> SAMPLE =
            Parameter.whole("sample", 1, 1_000_000, Kind.Whole.ALL, "only so many of the rows, chosen by chance");
    private static final Parameter<Integer> SEED = Parameter.whole(
            "seed", Integer.MIN_VALUE, Kind.Whole.ALL, 0, "the chance: the same seed chooses the same rows");

    /** Its own parameters. */
    static final List<Parameter<?>> PARAMETERS = Parameter.all(
            List.of(Parameter.Q.asNeeded(), LEFT, RIGHT, SENTENCE, Parameter.PLACES, SAMPLE, SEED),
            rows(COLUMNS, WITH_TEXT));

    private final PassageSearcher searcher;
    private final Asking asking;

    /** The endpoint over {@code searcher}, whose ledger has these names. */
    public ConcordanceApi(PassageSearcher searcher, Names names) {
        super(searcher, "/concordance", "rows", COLUMNS);
        this.searcher = searcher;
        this.asking = new Asking(searcher, names);
    }

    @Override
    List<Format> formats() {
        return WITH_TEXT;
    }

    @Override
    Table table(Map<String, List<String>> parameters, boolean streamed) throws IOException {
        return new Matches(wanted(parameters));
    }

    /**
     * How many rows there are.
     *
     * @param matches of the query, with the passages and documents that hold them
     * @param rows of the answer without a limit: the matches, or as many of them as the sample has
     */
    private record Count(Tally matches, int rows) {}

    /** Everything that a request says. */
    private record Wanted(
            Asking.Asked asked,
            MatchRequest request,
            MatchOrder order,
            int sample,
            int seed,
            MatchJson.Context context,
            MatchJson json) {}

    /** The rows of one request, which are counted before they are asked for. */
    private final class Matches extends Table {
        private final Wanted wanted;
        private Count count;

        Matches(Wanted wanted) {
            super(wanted.asked.arguments());
            this.wanted = wanted;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            count = ConcordanceApi.this.count(wanted);
            body.withObject("/total")
                    .put("matches", count.matches.mentions())
                    .put("passages", count.matches.passages())
                    .put("documents", count.matches.documents());
            if (wanted.sample != Kind.Whole.ALL) {
                body.putObject("sample").put("size", count.rows).put("seed", wanted.seed);
            }
            return count.rows;
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            ConcordanceApi.this.rows(wanted, count, from, row -> rows.test(only(wanted.json.row(row), columns())));
        }

        @Override
        Function<ObjectNode, String> text() throws IOException {
            int margin = margin(wanted, count);
            int right = wanted.context.sentence() ? Integer.MAX_VALUE : wanted.context.right();
            return row -> {
                KwicLine line = KwicLine.of(row);
                return line.text(margin, right) + "\t" + line.place() + "\n";
            };
        }
    }

    private Wanted wanted(Map<String, List<String>> parameters) throws IOException {
        Asking.Asked asked = asking.asked(parameters, PARAMETERS);
        Arguments arguments = asked.arguments();
        arguments.get(Parameter.Q.asNeeded());
        MatchOrder order = arguments.get(Parameter.PLACES);
        int sample = arguments.get(SAMPLE);
        int seed = arguments.get(SEED);
        if (sample == Kind.Whole.ALL && !arguments.all(SEED.name()).isEmpty()) {
            arguments.fault(SEED.name(), "there is no sample; ask for one with sample=N", "");
        }
        int left = arguments.get(LEFT);
        int right = arguments.get(RIGHT);
        boolean sentence = arguments.get(SENTENCE);
        for (Parameter<Integer> side : List.of(LEFT, RIGHT)) {
            if (sentence && !arguments.all(side.name()).isEmpty()) {
                arguments.fault(side.name(), "the context is the sentence; leave out one of the two", "");
            }
        }
        MatchJson.Context context = new MatchJson.Context(left, right, sentence);
        MatchJson json = new MatchJson(asked.offsets(), asked.text(), context);
        MatchRequest request = new MatchRequest(asked.query(), asked.filters());
        return new Wanted(asked, request, order, sample, seed, context, json);
    }

    /** Counts the rows, and ends the request if they are too many for their order. */
    private Count count(Wanted wanted) throws IOException {
        Tally matches = searcher.matchTally(wanted.request);
        int rows = Math.min(matches.mentions(), wanted.sample);
        wanted.order.check(rows, wanted.asked.arguments(), "narrow the query, take a sample");
        return new Count(matches, rows);
    }

    private void rows(Wanted wanted, Count count, int from, Predicate<MatchRow> rows) throws IOException {
        if (wanted.order == MatchOrder.DOCUMENT) {
            inDocumentOrder(wanted, count, from, rows);
            return;
        }
        SortedRows.Keys<MatchOrder.Key> keys =
                taker -> inDocumentOrder(wanted, count, 0, row -> taker.test(wanted.order.key(row)));
        int[] chosen = chosen(wanted, count);
        SortedRows.Rows<MatchRow> whole = (numbers, taker) -> searcher.matches(
                wanted.request,
                chosen.length == 0
                        ? numbers
                        : IntStream.of(numbers).map(i -> chosen[i]).toArray(),
                taker);
        new SortedRows<>(keys, whole, Comparator.naturalOrder()).from(from, rows);
    }

    private void inDocumentOrder(Wanted wanted, Count count, int from, Predicate<MatchRow> rows) throws IOException {
        int[] chosen = chosen(wanted, count);
        if (chosen.length == 0) {
            searcher.matches(wanted.request, from, rows);
        } else if (from < chosen.length) {
            searcher.matches(wanted.request, Arrays.copyOfRange(chosen, from, chosen.length), rows);
        }
    }

    /** The numbers of the matches in the sample, in ascending order; none where all matches are rows. */
    private static int[] chosen(Wanted wanted, Count count) {
        return count.rows == count.matches.mentions()
                ? new int[0]
                : sample(count.matches.mentions(), count.rows, wanted.seed);
    }

    /** {@code size} of the numbers below {@code all}, each as likely as any other, by a reservoir. */
    private static int[] sample(int all, int size, int seed) {
        Random random = new Random(seed);
        int[] reservoir = new int[size];
        for (int i = 0; i < all; i++) {
            int place = i < size ? i : random.nextInt(i + 1);
            if (place < size) {
                reservoir[place] = i;
            }
        }
        Arrays.sort(reservoir);
        return reservoir;
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
}
