package wherein.api;

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
import wherein.json.Json;
import wherein.json.MatchJson;
import wherein.search.Copies;
import wherein.search.MatchRequest;
import wherein.search.MatchRow;
import wherein.search.SortedRows;
import wherein.search.Tally;
import wherein.text.Columns;

/** {@code /concordance}: every match of a query, a row each, with what stands around it. */
final class ConcordanceApi {

    private static final Table.Shape SHAPE = new Table.Shape(
            "/concordance",
            "rows",
            Schemas.columns("Match"),
            List.of(Format.JSON, Format.NDJSON, Format.CSV, Format.TXT),
            20);
    private static final Parameter<Integer> LEFT =
            Parameter.whole(Role.SHOWS, "left", 0, 1_000, 60, "how many characters stand before a match");
    private static final Parameter<Integer> RIGHT =
            Parameter.whole(Role.SHOWS, "right", 0, 1_000, 60, "how many characters stand behind it");
    private static final Parameter<Boolean> SENTENCE = Parameter.word(
            Role.SHOWS,
            "context",
            Map.of("sentence", true),
            false,
            "the rest of its sentence instead of a number of characters");
    private static final Parameter<Integer> SAMPLE = Parameter.whole(
            Role.SELECTS, "sample", 1, 1_000_000, Kind.Whole.ALL, "only so many of the rows, chosen by chance");
    private static final Parameter<Integer> SEED = Parameter.whole(
            Role.SELECTS,
            "seed",
            Integer.MIN_VALUE,
            Kind.Whole.ALL,
            0,
            "the chance: the same seed chooses the same rows");

    private static final List<Parameter<?>> OWN = Parameters.all(
            List.of(
                    Parameters.Q.asNeeded(),
                    Parameters.DUPLICATES,
                    LEFT,
                    RIGHT,
                    SENTENCE,
                    Parameters.PLACES,
                    SAMPLE,
                    SEED),
            SHAPE.parameters("Concordance"));

    private ConcordanceApi() {}

    /** Its endpoint. */
    static Endpoint endpoint() {
        return new Endpoint(
                SHAPE.path(),
                Parameters.with(OWN),
                "Every match of a query, with what stands around it",
                SHAPE.forms("Concordance"),
                (engine, request) -> new Answer.Rows(matches(engine, request)));
    }

    /**
     * How many rows there are.
     *
     * @param matches of the query, with the passages and documents that hold them
     * @param rows of the answer without a limit: the matches, or as many of them as the sample has
     */
    private record Count(Tally matches, int rows) {}

    private static Matches matches(Engine engine, Request request) throws IOException {
        Question question = Question.read(engine, SHAPE.path(), request.parameters());
        Arguments arguments = question.arguments();
        arguments.get(Parameters.Q.asNeeded());
        MatchOrder order = arguments.get(Parameters.PLACES);
        int sample = arguments.get(SAMPLE);
        int seed = arguments.get(SEED);
        if (sample == Kind.Whole.ALL && !arguments.all(SEED.name()).isEmpty()) {
            arguments.fault(SEED.name(), "there is no sample; ask for one with sample=N", "");
        }
        MatchJson.Context context = context(arguments);
        Copies copies = Table.copies(arguments, request);
        Table.Head head = Table.Head.read(engine, request, SHAPE, arguments);
        return new Matches(
                head,
                new MatchRequest(question.query(), question.filters(), copies),
                order,
                new Sample(sample, seed),
                context,
                new MatchJson(question.offsets(), question.text(), context));
    }

    private static MatchJson.Context context(Arguments arguments) {
        boolean sentence = arguments.get(SENTENCE);
        for (Parameter<Integer> side : List.of(LEFT, RIGHT)) {
            if (sentence && !arguments.all(side.name()).isEmpty()) {
                arguments.fault(side.name(), "the context is the sentence; leave out one of the two", "");
            }
        }
        return new MatchJson.Context(arguments.get(LEFT), arguments.get(RIGHT), sentence);
    }

    /**
     * Some of all rows, each as likely as any other.
     *
     * @param size how many; {@link Kind.Whole#ALL} for all of them
     */
    private record Sample(int size, int seed) {

        /** {@code rows} of the numbers below {@code all}, in ascending order, by a reservoir. */
        int[] of(int all, int rows) {
            Random random = new Random(seed);
            int[] reservoir = new int[rows];
            for (int i = 0; i < all; i++) {
                int place = i < rows ? i : random.nextInt(i + 1);
                if (place < rows) {
                    reservoir[place] = i;
                }
            }
            Arrays.sort(reservoir);
            return reservoir;
        }
    }

    /** The rows of one request, which are counted before they are asked for. */
    private static final class Matches extends Table {
        private final MatchRequest request;
        private final MatchOrder order;
        private final Sample sample;
        private final MatchJson.Context context;
        private final MatchJson json;
        private Count count;
        private int[] sampled;

        Matches(
                Head head,
                MatchRequest request,
                MatchOrder order,
                Sample sample,
                MatchJson.Context context,
                MatchJson json) {
            super(head);
            this.request = request;
            this.order = order;
            this.sample = sample;
            this.context = context;
            this.json = json;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            Tally matches = engine().searcher().matchTally(request);
            count = new Count(matches, Math.min(matches.mentions(), sample.size));
            body.withObject("/total")
                    .put("matches", matches.mentions())
                    .put("passages", matches.passages())
                    .put("documents", matches.documents())
                    .put("boilerplate", matches.boilerplate())
                    .put("copies", matches.copies());
            if (sample.size != Kind.Whole.ALL) {
                body.putObject("sample").put("size", count.rows).put("seed", sample.seed);
            }
            return count.rows;
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            matches(from, row -> rows.test(Json.only(json.row(row), columns())));
        }

        @Override
        Function<ObjectNode, String> text() throws IOException {
            int margin = margin();
            int right = context.sentence() ? Integer.MAX_VALUE : context.right();
            return row -> {
                KwicLine line = KwicLine.of(row);
                return line.text(margin, right) + "\t" + line.place() + "\n";
            };
        }

        private void matches(int from, Predicate<MatchRow> rows) throws IOException {
            if (order == MatchOrder.DOCUMENT) {
                inDocumentOrder(from, rows);
                return;
            }
            SortedRows.Keys<MatchOrder.Key> keys = taker -> inDocumentOrder(0, row -> taker.test(order.key(row)));
            SortedRows.Rows<MatchRow> some = (numbers, taker) ->
                    engine().searcher().matches(request, isSample() ? chosen(numbers) : numbers, taker);
            new SortedRows<>(keys, some, Comparator.<MatchOrder.Key>naturalOrder()).from(from, limit(), rows);
        }

        private void inDocumentOrder(int from, Predicate<MatchRow> rows) throws IOException {
            if (isSample()) {
                int[] rest =
                        IntStream.range(Math.min(from, count.rows), count.rows).toArray();
                engine().searcher().matches(request, chosen(rest), rows);
            } else {
                engine().searcher().matches(request, from, rows);
            }
        }

        private boolean isSample() {
            return count.rows != count.matches.mentions();
        }

        /** The numbers among all matches of those that have {@code numbers} in the sample. */
        private int[] chosen(int[] numbers) {
            if (sampled == null) {
                sampled = sample.of(count.matches.mentions(), count.rows);
            }
            return IntStream.of(numbers).map(number -> sampled[number]).toArray();
        }

        /** The columns before the matches: as many as were asked for, or as the longest beginning of a sentence takes. */
        private int margin() throws IOException {
            if (!context.sentence()) {
                return context.left();
            }
            int[] margin = {0};
            inDocumentOrder(0, row -> {
                KwicLine line = KwicLine.of(json.row(row));
                margin[0] = Math.max(margin[0], Columns.of(line.before()));
                return true;
            });
            return margin[0];
        }
    }
}
