package wherein.http;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import wherein.document.Sentences;
import wherein.json.MentionJson;
import wherein.mention.Mention;
import wherein.query.Names;
import wherein.search.Hit;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.SortedRows;
import wherein.search.Tally;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** {@code /figures/table}: every figure of one unit in the passages that a query and filters select. */
public final class FiguresApi extends TableApi {

    private static final List<String> COLUMNS = Schemas.columns("Figure");

    /** In what order figures come, by what. */
    private enum Order {
        DOCUMENT,
        VALUE,
        DATE
    }

    private static final Parameter<String> BY = Parameter.word(
            "by",
            Parameter.words(entry("source", "source"), entry("stance", "stance")),
            "",
            "what the figures are grouped by; groups with more come first, and sort orders each");

    private static final Parameter<Order> SORT = Parameter.word(
            "sort",
            Parameter.words(entry("document", Order.DOCUMENT), entry("value", Order.VALUE), entry("date", Order.DATE)),
            "order of the figures");

    private static final Parameter<String> UNIT = Parameter.text(
                    "unit", "UNIT", Kind.Whole.ALL, "the unit of the figures, such as people")
            .asNeeded();

    /** Its own parameters. */
    static final List<Parameter<?>> PARAMETERS = Parameter.all(
            List.of(UNIT, SORT, BY, Parameter.VALUES, Parameter.BOUND, Parameter.WITHIN), rows(COLUMNS, FORMATS));

    private final PassageSearcher searcher;
    private final Names names;
    private final Asking asking;

    /** The table over the ledger of {@code searcher}. */
    public FiguresApi(PassageSearcher searcher, Names names) {
        super(searcher, "/figures/table", "figures", COLUMNS);
        this.searcher = searcher;
        this.names = names;
        this.asking = new Asking(searcher, names);
    }

    /** What a row is put in order by: the number of its group, and its value or its day, whichever is asked for. */
    private record Key(int group, BigDecimal min, BigDecimal max, LocalDate day) {

        private static final Comparator<Key> IN_ORDER = Comparator.comparingInt(Key::group)
                .thenComparing(Key::min)
                .thenComparing(Key::max)
                .thenComparing(Key::day);
    }

    @Override
    Table table(Map<String, List<String>> parameters, boolean streamed) throws IOException {
        Asking.Asked asked = asking.asked(parameters, PARAMETERS);
        Arguments arguments = asked.arguments();
        String unit = arguments.get(UNIT);
        Order order = arguments.get(SORT);
        LedgerRequest request = new LedgerRequest(
                asked.query(),
                asked.filters(),
                asking.rows(arguments).selector().withTypes(Set.of("figure")).withUnits(Set.of(unit)));
        MentionJson json = new MentionJson(asked.offsets(), names::label, names::id);
        return new Figures(arguments, request, order, arguments.get(BY), json);
    }

    /** The figures of one request. */
    private final class Figures extends Table {
        private final LedgerRequest request;
        private final Order order;
        private final String by;
        private final MentionJson json;
        private final Map<String, Integer> groups = new HashMap<>();
        private String passage = "";
        private List<Span> sentences = List.of();

        Figures(Arguments arguments, LedgerRequest request, Order order, String by, MentionJson json) {
            super(arguments);
            this.request = request;
            this.order = order;
            this.by = by;
            this.json = json;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            Tally tally = searcher.tally(request);
            LedgerApi.counts(body.withObject("/total"), tally);
            if (!by.isEmpty()) {
                ArrayNode nodes = body.putArray("groups");
                for (Ledger.MentionGroup group : searcher.summary(request, List.of(by))) {
                    String value = group.key().getFirst();
                    groups.put(value, groups.size());
                    LedgerApi.counts(nodes.addObject().put(by, value.isEmpty() ? null : value), group.tally());
                }
            }
            return tally.mentions();
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            if (order == Order.DOCUMENT && by.isEmpty()) {
                searcher.mentions(request, from, found -> rows.test(row(found)));
                return;
            }
            SortedRows.Keys<Key> keys = taker -> searcher.keys(request, row -> taker.test(key(row)));
            SortedRows.Rows<ObjectNode> whole =
                    (numbers, taker) -> searcher.mentions(request, numbers, found -> taker.test(row(found)));
            new SortedRows<>(keys, whole, Key.IN_ORDER).from(from, rows);
        }

        private Key key(Ledger.RowKey row) throws IOException {
            int group = by.isEmpty() ? 0 : groups.get(by.equals("source") ? row.source() : row.stance());
            if (order == Order.VALUE) {
                Mention.Figure figure = (Mention.Figure) row.mention();
                return new Key(group, figure.min(), figure.max(), LocalDate.MIN);
            }
            EdtfDate date = order == Order.DATE ? row.date() : EdtfDate.UNKNOWN;
            // What has no date comes last.
            LocalDate day = date.known() ? date.days().from() : LocalDate.MAX;
            return new Key(group, BigDecimal.ZERO, BigDecimal.ZERO, day);
        }

        private ObjectNode row(MentionRow found) {
            ObjectNode row = json.row(found, 0, columns());
            return columns().contains("sentence") ? row.put("sentence", sentence(found)) : row;
        }

        private String sentence(MentionRow found) {
            Hit hit = found.passage();
            if (!passage.equals(hit.id())) {
                passage = hit.id();
                sentences = Sentences.of(hit.text(), new Span(0, hit.text().length()), hit.language());
            }
            int start = found.mention().span().start() - hit.start();
            return sentences.stream()
                    .filter(sentence -> sentence.start() <= start && start < sentence.end())
                    .findFirst()
                    .map(sentence -> sentence.in(hit.text()).strip())
                    .orElse(found.surface());
        }
    }
}
