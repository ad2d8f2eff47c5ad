package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import wherein.json.Json;
import wherein.json.MentionJson;
import wherein.query.Names;
import wherein.search.Filter;
import wherein.search.Hit;
import wherein.search.LedgerRequest;
import wherein.search.MatchRow;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.SortedRows;
import wherein.search.Tally;

/** {@code /mentions}: the rows of the ledger, of all documents or of one. */
public final class MentionsApi extends TableApi {

    /** The columns of a row, in the order of CSV. */
    private static final List<String> COLUMNS = Schemas.columns("Mention");

    private static final Parameter<Integer> CONTEXT = new Parameter<>(
            "context",
            new Kind.Whole(0, 1_000, 60, Map.of("sentence", MentionJson.SENTENCE)),
            "how many characters of the passage stand on either side, or the rest of the sentence",
            false);

    /** Its own parameters. */
    static final List<Parameter<?>> PARAMETERS =
            Parameter.all(Parameter.ROWS, List.of(CONTEXT, Parameter.PLACES), rows(COLUMNS, FORMATS));

    private final PassageSearcher searcher;
    private final Names names;
    private final Asking asking;
    private final List<Filter> filters;

    private MentionsApi(PassageSearcher searcher, Names names, String path, List<Filter> filters) {
        super(searcher, path, "mentions", COLUMNS);
        this.searcher = searcher;
        this.names = names;
        this.asking = new Asking(searcher, names);
        this.filters = filters;
    }

    /** The rows of all documents of {@code searcher}, whose ledger has these names. */
    public MentionsApi(PassageSearcher searcher, Names names) {
        this(searcher, names, "/mentions", List.of());
    }

    /**
     * The rows of one document.
     *
     * @throws ProblemException if there is none of this id
     */
    static MentionsApi of(PassageSearcher searcher, Names names, String document) throws IOException {
        Api.stored(searcher, document);
        Filter only = new Filter.Keyword("doc", List.of(document), false);
        return new MentionsApi(searcher, names, "/documents/" + Json.encode(document) + "/mentions", List.of(only));
    }

    @Override
    Table table(Map<String, List<String>> parameters, boolean streamed) throws IOException {
        Asking.Asked asked = asking.asked(parameters, PARAMETERS);
        Arguments arguments = asked.arguments();
        Asking.Rows rows = asking.rows(arguments);
        int context = arguments.get(CONTEXT);
        List<Filter> all = new ArrayList<>(asked.filters());
        all.addAll(filters);
        LedgerRequest request = new LedgerRequest(asked.query(), all, rows.selector());
        MentionJson json = new MentionJson(asked.offsets(), names::label, names::id);
        MatchOrder order = arguments.get(Parameter.PLACES);
        return new Mentions(arguments, rows.ids(), request, order, json, context);
    }

    /** The rows of one request. */
    private final class Mentions extends Table {
        private final List<String> ids;
        private final LedgerRequest request;
        private final MatchOrder order;
        private final MentionJson json;
        private final int context;

        Mentions(
                Arguments arguments,
                List<String> ids,
                LedgerRequest request,
                MatchOrder order,
                MentionJson json,
                int context) {
            super(arguments);
            this.ids = ids;
            this.request = request;
            this.order = order;
            this.json = json;
            this.context = context;
        }

        @Override
        int count(ObjectNode body) throws IOException {
            Tally tally = searcher.tally(request);
            LedgerApi.counts(body.withObject("/total"), tally);
            ids.forEach(body.putArray("id")::add);
            order.check(tally.mentions(), arguments(), "filter them");
            return tally.mentions();
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            if (order == MatchOrder.DOCUMENT) {
                searcher.mentions(request, from, found -> rows.test(json.row(found, context, columns())));
                return;
            }
            SortedRows.Keys<MatchOrder.Key> keys =
                    taker -> searcher.mentions(request, 0, found -> taker.test(order.key(place(found))));
            SortedRows.Rows<ObjectNode> whole = (numbers, taker) ->
                    searcher.mentions(request, numbers, found -> taker.test(json.row(found, context, columns())));
            new SortedRows<>(keys, whole, Comparator.naturalOrder()).from(from, rows);
        }

        private static MatchRow place(MentionRow found) {
            Hit passage = found.passage();
            return new MatchRow(passage, found.mention().span().shift(-passage.start()));
        }
    }
}
