package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import wherein.document.Sentences;
import wherein.json.MentionJson;
import wherein.mention.Mention;
import wherein.query.Names;
import wherein.search.Hit;
import wherein.search.LedgerRequest;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.Tally;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** {@code /figures/table}: every figure of one unit in the passages that a query and filters select. */
public final class FiguresApi extends TableApi {

    private static final List<String> COLUMNS = List.of(
            "document",
            "title",
            "source",
            "date",
            "stance",
            "passage",
            "surface",
            "min",
            "max",
            "bound",
            "unit",
            "start",
            "end",
            "sentence",
            "link");

    private static final Comparator<Key> BY_VALUE = Comparator.comparing((Key key) -> key.figure.min())
            .thenComparing(key -> key.figure.max())
            .thenComparing(Key::number);

    /** What has no date comes last. */
    private static final Comparator<Key> BY_DATE = Comparator.comparing(
                    (Key key) -> key.date.known() ? key.date.days().from() : LocalDate.MAX)
            .thenComparing(Key::number);

    private static final Map<String, Comparator<Key>> ORDERS = orders();

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

    /** What a row is put in order by, and its number in the order of the documents. */
    private record Key(int number, Mention.Figure figure, EdtfDate date) {}

    private static Map<String, Comparator<Key>> orders() {
        Map<String, Comparator<Key>> orders = new LinkedHashMap<>();
        orders.put("document", Comparator.comparing(Key::number));
        orders.put("value", BY_VALUE);
        orders.put("date", BY_DATE);
        return orders;
    }

    @Override
    Table table(Map<String, List<String>> parameters) throws IOException {
        List<Parameter> more = new ArrayList<>(PARAMETERS);
        more.addAll(Parameter.FIGURES);
        Asking.Asked asked = asking.asked(parameters, more);
        Arguments arguments = asked.arguments();
        String unit = arguments.one("unit").orElse("");
        if (unit.isEmpty()) {
            arguments.fault("unit", "expected the unit of the figures, such as people", "");
        }
        Comparator<Key> order = arguments.word("sort", ORDERS, ORDERS.get("document"));
        LedgerRequest request = new LedgerRequest(
                asked.query(),
                asked.filters(),
                asking.rows(arguments).selector().withTypes(Set.of("figure")).withUnits(Set.of(unit)));
        MentionJson json = new MentionJson(asked.offsets(), names::label, names::id);
        return new Figures(arguments, request, order, json);
    }

    /** The figures of one request. */
    private final class Figures implements Table {
        private final Arguments arguments;
        private final LedgerRequest request;
        private final Comparator<Key> order;
        private final MentionJson json;
        private String passage = "";
        private List<Span> sentences = List.of();

        Figures(Arguments arguments, LedgerRequest request, Comparator<Key> order, MentionJson json) {
            this.arguments = arguments;
            this.request = request;
            this.order = order;
            this.json = json;
        }

        @Override
        public Arguments arguments() {
            return arguments;
        }

        @Override
        public int count(ObjectNode body) throws IOException {
            Tally tally = searcher.tally(request);
            body.withObject("/total")
                    .put("mentions", tally.mentions())
                    .put("passages", tally.passages())
                    .put("documents", tally.documents());
            return tally.mentions();
        }

        @Override
        public void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            if (order == ORDERS.get("document")) {
                searcher.mentions(request, from, found -> rows.test(row(found)));
                return;
            }
            List<Key> keys = new ArrayList<>();
            searcher.mentions(request, 0, found -> {
                Mention.Figure figure = (Mention.Figure) found.mention();
                return keys.add(
                        new Key(keys.size(), figure, found.passage().metadata().date()));
            });
            keys.sort(order);
            // A window of rows at a time is fetched, which takes a pass over the ledger each and keeps few.
            for (int start = from; start < keys.size(); start += WINDOW) {
                List<Key> window = keys.subList(start, Math.min(keys.size(), start + WINDOW));
                Map<Integer, ObjectNode> fetched = fetch(window);
                for (Key key : window) {
                    if (!rows.test(fetched.get(key.number))) {
                        return;
                    }
                }
            }
        }

        private static final int WINDOW = 10_000;

        private Map<Integer, ObjectNode> fetch(List<Key> window) throws IOException {
            Map<Integer, ObjectNode> fetched = new HashMap<>();
            Set<Integer> wanted = new HashSet<>();
            window.forEach(key -> wanted.add(key.number));
            int[] number = {0};
            searcher.mentions(request, 0, found -> {
                if (wanted.contains(number[0])) {
                    fetched.put(number[0], row(found));
                }
                number[0]++;
                return fetched.size() < wanted.size();
            });
            return fetched;
        }

        private ObjectNode row(MentionRow found) {
            return json.row(found, 0).put("sentence", sentence(found));
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
