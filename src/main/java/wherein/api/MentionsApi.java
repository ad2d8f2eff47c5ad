package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import wherein.json.Json;
import wherein.json.MentionJson;
import wherein.search.Copies;
import wherein.search.Filter;
import wherein.search.Hit;
import wherein.search.LedgerRequest;
import wherein.search.Marked;
import wherein.search.MatchRow;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.SortedRows;
import wherein.search.Tally;

/** {@code /mentions}: the rows of the ledger, of all documents or of one. */
final class MentionsApi {

    /** Where all rows are. */
    static final String PATH = "/mentions";

    private static final Table.Shape SHAPE = Table.Shape.of(PATH, "mentions", Schemas.columns("Mention"));

    private static final Parameter<Integer> CONTEXT = new Parameter<>(
            "context",
            Role.SHOWS,
            new Kind.Whole(0, 1_000, 60, Map.of("sentence", MentionJson.SENTENCE)),
            "how many characters of the passage stand on either side, or the rest of the sentence");

    /** Its own parameters. */
    private static final List<Parameter<?>> OWN = Parameters.all(
            Parameters.ROWS, List.of(Parameters.DUPLICATES, CONTEXT, Parameters.PLACES), SHAPE.parameters("Mentions"));

    private MentionsApi() {}

    /** {@code /mentions}. */
    static Endpoint endpoint() {
        return new Endpoint(
                SHAPE.path(),
                Parameters.with(OWN),
                "Every mention of a country, a person, a figure or a date, in the order of the documents",
                SHAPE.forms("Mentions"),
                (engine, request) -> rows(engine, request, SHAPE, Optional.empty()));
    }

    /** {@code /documents/{id}/mentions}. */
    static Endpoint ofDocument() {
        return new Endpoint(
                "/documents/{id}/mentions",
                Parameters.with(OWN),
                "Every mention in a document",
                SHAPE.forms("Mentions"),
                (engine, request) -> {
                    String id = DocumentsApi.stored(engine, request).document().id();
                    Table.Shape shape = Table.Shape.of(
                            "/documents/" + Json.encode(id) + "/mentions", "mentions", Schemas.columns("Mention"));
                    return rows(engine, request, shape, Optional.of(new Filter.Keyword("doc", List.of(id), false)));
                });
    }

    private static Answer rows(Engine engine, Request request, Table.Shape shape, Optional<Filter> only)
            throws IOException {
        Question question = Question.read(engine, SHAPE.path(), request.parameters());
        LedgerRows rows = LedgerRows.read(engine, question.arguments());
        int context = question.arguments().get(CONTEXT);
        MatchOrder order = question.arguments().get(Parameters.PLACES);
        List<Filter> filters = new ArrayList<>(question.filters());
        only.ifPresent(filters::add);
        Copies copies = Table.copies(question.arguments(), request);
        Marked marked = LedgerRows.marked(engine, question.arguments());
        Table.Head head = Table.Head.read(engine, request, shape, question.arguments());
        return new Answer.Rows(new Mentions(
                head,
                rows.ids(),
                new LedgerRequest(question.query(), filters, rows.selector(), copies).with(marked),
                order,
                new MentionJson(question.offsets(), engine.names()::label, engine.names()::id),
                context));
    }

    private static final class Mentions extends Table {
        private final List<String> ids;
        private final LedgerRequest request;
        private final MatchOrder order;
        private final MentionJson json;
        private final int context;

        Mentions(Head head, List<String> ids, LedgerRequest request, MatchOrder order, MentionJson json, int context) {
            super(head);
            this.ids = ids;
            this.request = request;
            this.order = order;
            this.json = json;
            this.context = context;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            Tally tally = engine().searcher().tally(request);
            GroupsApi.counts(body.withObject("/total"), tally);
            ids.forEach(body.putArray("id")::add);
            return tally.mentions();
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            if (order == MatchOrder.DOCUMENT) {
                engine().searcher().mentions(request, from, found -> rows.test(row(found)));
                return;
            }
            PassageSearcher searcher = engine().searcher();
            SortedRows.Keys<MatchOrder.Key> keys =
                    taker -> searcher.mentions(request, 0, found -> taker.test(order.key(place(found))));
            SortedRows.Rows<MentionRow> some = (numbers, taker) -> searcher.mentions(request, numbers, taker);
            new SortedRows<>(keys, some, Comparator.<MatchOrder.Key>naturalOrder())
                    .from(from, limit(), found -> rows.test(row(found)));
        }

        private ObjectNode row(MentionRow found) {
            return JudgedRow.put(json.row(found, context, columns()), found, columns(), engine());
        }

        private static MatchRow place(MentionRow found) {
            Hit passage = found.passage();
            return new MatchRow(passage, found.mention().span().shift(-passage.start()));
        }
    }
}
