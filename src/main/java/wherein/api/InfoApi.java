package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import wherein.index.Manifest;
import wherein.json.Json;
import wherein.query.QueryParser;
import wherein.search.Facet;
import wherein.search.PassageSearcher;

/** {@code /info}: what the index holds, and the limits of who answers. */
final class InfoApi {

    /** The fields whose values are told, before those of the collection's own. */
    private static final List<String> FIELDS = List.of("source", "stance", "lang", "block", "author", "date");

    /** Its path, after that of the API. */
    static final String PATH = "/info";

    private InfoApi() {}

    /** Its endpoint. */
    static Endpoint endpoint() {
        return new Endpoint(
                PATH,
                List.of(),
                "What the index holds, how many deleted passages are yet to be merged away, whether files may be sent, and the "
                        + "limits of the server",
                List.of(Form.json("Info")),
                (engine, request) -> {
                    new Arguments(request.parameters(), List.of(), engine.searcher()).check();
                    return new Answer.Body(info(engine));
                });
    }

    private static ObjectNode info(Engine engine) throws IOException {
        PassageSearcher searcher = engine.searcher();
        Manifest manifest = searcher.manifest();
        ObjectNode body = Json.object().put("name", "Wherein");
        body.put("version", engine.build().version())
                .put("commit", engine.build().commit());
        SearchApi.index(body, engine);
        body.put("fingerprint", manifest.fingerprint()).put("built", manifest.built());
        body.put("documents", manifest.documents()).put("passages", manifest.passages());
        body.put("mentions", manifest.allMentions());
        body.put("deleted_passages", searcher.deletedPassages());
        body.set("sweep", engine.serving().sweep().map(InfoApi::sweep).orElse(null));
        body.set("adding", engine.serving().files().map(FilesApi::info).orElse(null));
        body.set(
                "verdicts",
                engine.judgements().map(each -> VerdictsApi.info(engine, each)).orElse(null));
        ObjectNode stances = body.putObject("stances");
        manifest.stances().forEach(stances::put);
        List<Facet> values = new ArrayList<>();
        for (List<String> fields : List.of(FIELDS, searcher.fields())) {
            for (String field : fields) {
                values.add(searcher.values(field));
            }
        }
        body.set("fields", SearchApi.values(engine, values, List.of()));
        body.putObject("limits")
                .put("seconds", searcher.limit().toMillis() / 1e3)
                .put("query_characters", searcher.queryLimits().characters())
                .put("query_clauses", searcher.queryLimits().clauses())
                .put("query_depth", QueryParser.MAX_DEPTH)
                .put("page", Parameters.MAX_PAGE)
                .put("address_bytes", RequestLimits.ADDRESS)
                .put("body_bytes", RequestLimits.BODY)
                .put("record_bytes", RequestLimits.RECORD);
        return body;
    }

    private static ObjectNode sweep(Sweep sweep) {
        return Json.object()
                .put("ended", sweep.ended().toString())
                .put("outcome", sweep.outcome().word());
    }
}
