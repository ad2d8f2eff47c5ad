package wherein.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import wherein.document.Sentences;
import wherein.json.MentionJson;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.search.Copies;
import wherein.search.Hit;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.Marked;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.SortedRows;
import wherein.search.Tally;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** {@code /figures/table}: every figure of one unit in the passages that a query and filters select. */
final class FiguresApi {

    private static final Table.Shape SHAPE = Table.Shape.of("/figures/table", "figures", Schemas.columns("Figure"));

    private static final String WHEN = "when";

    private static final Comparator<Key> BY_VALUE =
            Comparator.comparing((Key key) -> key.figure.min()).thenComparing(key -> key.figure.max());

    private static final Comparator<Key> BY_VALUE_DESCENDING = Comparator.comparing((Key key) -> key.figure.max())
            .thenComparing(key -> key.figure.min())
            .reversed();

    /** What has no date comes last. */
    private static final Comparator<Key> BY_DATE =
            Comparator.comparing((Key key) -> key.date.known() ? key.date.days().from() : LocalDate.MAX);

    /** Here too. */
    private static final Comparator<Key> BY_DATE_DESCENDING = Comparator.comparing(
                    (Key key) -> key.date.known() ? key.date.days().from() : LocalDate.MIN)
            .reversed();

    private static final Parameter<String> BY = Parameter.word(
            Role.ORDERS,
            "by",
            Parameter.words(entry("source", "source"), entry("stance", "stance")),
            "",
            "what the figures are grouped by; groups with more come first, and sort orders each");

    private static final Comparator<Key> BY_PLACE = (one, other) -> 0;

    private static final Parameter<Comparator<Key>> SORT = Parameter.word(
            Role.ORDERS,
            "sort",
            Parameter.words(
                    entry("document", BY_PLACE),
                    entry("value", BY_VALUE),
                    entry("-value", BY_VALUE_DESCENDING),
                    entry("date", BY_DATE),
                    entry("-date", BY_DATE_DESCENDING)),
            "order of the figures");

    private static final Parameter<String> UNIT = Parameter.text(
                    Role.SELECTS, "unit", "UNIT", Kind.Whole.ALL, "the unit of the figures, such as people")
            .asNeeded();

    private static final List<Parameter<?>> OWN = Parameters.all(
            List.of(
                    UNIT,
                    Parameters.DUPLICATES,
                    SORT,
                    BY,
                    Parameters.VALUES,
                    Parameters.BOUND,
                    Parameters.WITHIN,
                    Parameters.VERDICT,
                    Parameters.VERDICT.not()),
            SHAPE.parameters("Figures"));

    private FiguresApi() {}

    /** Its endpoint. */
    static Endpoint endpoint() {
        return new Endpoint(
                SHAPE.path(),
                Parameters.with(OWN),
                "Every figure of one unit, with its sentence",
                SHAPE.forms("Figures"),
                FiguresApi::rows);
    }

    /** What a row is put in order by; {@code group} is the number of its group. */
    private record Key(Mention.Figure figure, EdtfDate date, int group) {}

    private static Answer rows(Engine engine, Request request) throws IOException {
        Question question = Question.read(engine, SHAPE.path(), request.parameters());
        Arguments arguments = question.arguments();
        arguments.get(UNIT);
        Set<String> units = new MentionArguments(arguments, engine.names())
                .unit(UNIT)
                .map(Set::of)
                .orElse(Set.of());
        MentionSelector rows = LedgerRows.read(engine, arguments)
                .selector()
                .withTypes(Set.of(Mention.Type.FIGURE))
                .withUnits(units);
        Comparator<Key> order = arguments.get(SORT);
        String by = arguments.get(BY);
        Copies copies = Table.copies(arguments, request);
        Marked marked = LedgerRows.marked(engine, arguments);
        Table.Head head = Table.Head.read(engine, request, SHAPE, arguments);
        return new Answer.Rows(new Figures(
                head,
                new LedgerRequest(question.query(), question.filters(), rows, copies).with(marked),
                order,
                by,
                new MentionJson(question.offsets(), engine.names()::label, engine.names()::id)));
    }

    /** The figures of one request. */
    private static final class Figures extends Table {
        private final LedgerRequest request;
        private final Comparator<Key> order;
        private final String by;
        private final MentionJson json;
        private final Map<String, Integer> groups = new HashMap<>();
        private String passage = "";
        private List<Span> sentences = List.of();
        private List<Mention.Date> dates = List.of();

        Figures(Head head, LedgerRequest request, Comparator<Key> order, String by, MentionJson json) {
            super(head);
            this.request = request;
            this.order = order;
            this.by = by;
            this.json = json;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            Tally tally = engine().searcher().tally(request);
            GroupsApi.counts(body.withObject("/total"), tally);
            if (!by.isEmpty()) {
                ArrayNode nodes = body.putArray("groups");
                for (Ledger.MentionGroup group : engine().searcher().summary(request, List.of(by))) {
                    String value = group.key().getFirst();
                    groups.put(value, groups.size());
                    GroupsApi.counts(nodes.addObject().put(by, value.isEmpty() ? null : value), group.tally());
                }
            }
            return tally.mentions();
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            if (order == BY_PLACE && by.isEmpty()) {
                engine().searcher().mentions(request, from, found -> rows.test(row(found)));
                return;
            }
            PassageSearcher searcher = engine().searcher();
            SortedRows.Keys<Key> keys = taker -> searcher.keys(request, row -> taker.test(key(row)));
            SortedRows.Rows<MentionRow> some = (numbers, taker) -> searcher.mentions(request, numbers, taker);
            new SortedRows<>(keys, some, Comparator.comparing(Key::group).thenComparing(order))
                    .from(from, limit(), found -> rows.test(row(found)));
        }

        private Key key(Ledger.RowKey row) throws IOException {
            String group = by.equals("source") ? row.source() : by.equals("stance") ? row.stance() : "";
            return new Key((Mention.Figure) row.mention(), row.date(), groups.getOrDefault(group, 0));
        }

        private ObjectNode row(MentionRow found) {
            ObjectNode row = JudgedRow.put(json.row(found, 0, columns()), found, columns(), engine());
            boolean told = columns().contains("sentence");
            boolean dated = columns().contains(WHEN);
            if (told || dated) {
                moveTo(found, dated);
                Optional<Span> sentence = sentence(found);
                if (told) {
                    row.put(
                            "sentence",
                            sentence.map(span -> span.in(found.passage().text()).strip())
                                    .orElse(found.surface()));
                }
                if (dated) {
                    row.put(WHEN, sentence.map(span -> when(span, found)).orElse(null));
                }
            }
            return row;
        }

        private void moveTo(MentionRow found, boolean dated) {
            Hit hit = found.passage();
            if (passage.equals(hit.id())) {
                return;
            }
            passage = hit.id();
            sentences = Sentences.of(hit.text(), new Span(0, hit.text().length()), hit.language());
            try {
                dates = dated ? engine().searcher().dates(found) : List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The sentence in which a figure begins, in positions of its passage. */
        private Optional<Span> sentence(MentionRow found) {
            int start = found.mention().span().start() - found.passage().start();
            return sentences.stream()
                    .filter(sentence -> sentence.start() <= start && start < sentence.end())
                    .findFirst();
        }

        /** The dates of a sentence that are certain, as one text in EDTF; null where it has none. */
        private String when(Span sentence, MentionRow found) {
            Span span = sentence.shift(found.passage().start());
            List<String> days = dates.stream()
                    .filter(date -> !date.uncertain() && span.contains(date.span()))
                    .flatMap(date -> date.days().stream())
                    .map(range -> EdtfDate.of(range).edtf())
                    .distinct()
                    .toList();
            return days.isEmpty() ? null : days.size() == 1 ? days.getFirst() : "{" + String.join(",", days) + "}";
        }
    }
}
