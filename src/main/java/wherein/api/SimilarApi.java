package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import wherein.json.Json;
import wherein.json.SimilarJson;
import wherein.search.Cursor;
import wherein.search.SimilarPage;

/** {@code /documents/{id}/similar}: passages of other documents, or of the same one, that say what this one says. */
final class SimilarApi {

    private static final String PATH = "/documents/{id}/similar";

    private static final Parameter<List<String>> FIELDS = Parameter.fields(Schemas.columns("SimilarPair"));

    private static final List<Parameter<?>> PARAMETERS =
            List.of(FIELDS, Parameters.OFFSETS, Parameters.LIMIT, Parameters.CURSOR);

    private SimilarApi() {}

    static Endpoint endpoint() {
        return new Endpoint(
                PATH,
                PARAMETERS,
                "The passages that say the same as those of a document, or nearly so, and where they differ",
                List.of(Form.json("Similar")),
                (engine, request) -> new Answer.Body(similar(engine, request)));
    }

    private static ObjectNode similar(Engine engine, Request request) throws IOException {
        Arguments arguments = new Arguments(request.parameters(), PARAMETERS, engine.searcher());
        SimilarJson json = new SimilarJson(arguments.get(Parameters.OFFSETS));
        List<String> columns = arguments.get(FIELDS);
        int limit = arguments.get(Parameters.LIMIT);
        Optional<Cursors.Place> place = arguments.get(Parameters.CURSOR);
        arguments.check();
        int order = Canonical.order(request.parameters(), PARAMETERS);
        place.ifPresent(each -> Cursors.refuseOther(each, order, engine.stampOfIndex()));
        int from = place.map(Cursors.Place::rank).orElse(0);
        String id = DocumentsApi.stored(engine, request).document().id();
        SimilarPage page = engine.searcher().similar(id, from, limit);
        if (from > page.total()) {
            throw Cursors.beyond();
        }
        int to = from + page.pairs().size();
        ObjectNode body = Json.object();
        body.putObject("total")
                .put("similar", page.total())
                .put("documents", page.documents())
                .put("returned", page.pairs().size());
        body.put("complete", to >= page.total()).put("remaining", page.total() - to);
        SearchApi.countOnly(body, limit);
        SearchApi.index(body, engine);
        ArrayNode pairs = body.arrayNode();
        page.pairs().forEach(pair -> pairs.add(json.pair(pair)));
        body.set("similar", Json.only(pairs, columns));
        Cursor last = new Cursor(0, "", 0, engine.searcher().generation());
        String path = "/documents/" + Json.encode(id) + "/similar";
        return to < page.total() && limit > 0
                ? Cursors.next(
                        body, path, request.parameters(), new Cursors.Place(last, to, order, engine.stampOfIndex()))
                : SearchApi.lastPage(body);
    }
}
