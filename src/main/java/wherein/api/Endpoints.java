package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import wherein.json.Json;
import wherein.json.WebAnnotation;

/** The table of the endpoints that are read: each is declared here once. */
final class Endpoints {

    private Endpoints() {}

    /**
     * All of them but {@code /annotate}, which is the one that is posted to.
     *
     * @param version of the program
     */
    static List<Endpoint> all(String version) {
        return List.of(
                new Endpoint(
                        "/search",
                        Parameter.with(Parameter.SEARCH),
                        "The best passages about something, ranked",
                        Endpoint.json("Search"),
                        (Endpoint.Body) (engine, asked) -> api(engine, version).search(asked.queryParamMap())),
                new Endpoint(
                        "/facets",
                        Parameter.with(Parameter.FACETS),
                        "How many passages each value of a field has",
                        Endpoint.json("Facets"),
                        (Endpoint.Body) (engine, asked) -> api(engine, version).facets(asked.queryParamMap())),
                new Endpoint(
                        "/mentions",
                        Parameter.ofMentions(),
                        "Every mention of a country, a person, a figure or a date, in the order of the documents",
                        Endpoint.json("Mentions"),
                        (Endpoint.Rows) (engine, asked) -> new MentionsApi(engine.searcher(), engine.names())),
                new Endpoint(
                        "/mentions/summary",
                        Parameter.with(LedgerApi.SUMMARY),
                        "Counts of mentions by one field or two",
                        Endpoint.json("Summary"),
                        (Endpoint.Body) (engine, asked) -> ledger(engine).summary(asked.queryParamMap())),
                new Endpoint(
                        "/figures/table",
                        Parameter.ofFigures(),
                        "Every figure of one unit, with its sentence",
                        Endpoint.json("Figures"),
                        (Endpoint.Rows) (engine, asked) -> new FiguresApi(engine.searcher(), engine.names())),
                new Endpoint(
                        "/entities/{type}",
                        Parameter.with(LedgerApi.ENTITIES),
                        "The countries, persons or units of the ledger, most mentioned first",
                        Endpoint.json("Entities"),
                        (Endpoint.Body) (engine, asked) ->
                                ledger(engine).entities(asked.pathParam("type"), asked.queryParamMap())),
                new Endpoint(
                        "/entities/{type}/{id}",
                        List.of(),
                        "One country or person, with the forms in which it is named",
                        Endpoint.json("EntityDetail"),
                        (Endpoint.Body) (engine, asked) ->
                                ledger(engine).entity(asked.pathParam("type"), id(asked), asked.queryParamMap())),
                new Endpoint(
                        "/concordance",
                        Parameter.ofConcordance(),
                        "Every match of a query, with what stands around it",
                        Endpoint.json("Concordance"),
                        (Endpoint.Rows) (engine, asked) -> new ConcordanceApi(engine.searcher(), engine.names())),
                new Endpoint(
                        "/account",
                        Parameter.ofAccount(),
                        "Everything that might be a mention, and what became of it",
                        Endpoint.json("Account"),
                        (Endpoint.Rows) (engine, asked) -> new AccountApi(engine.searcher(), engine.account())),
                new Endpoint(
                        "/documents",
                        Parameter.with(Parameter.DOCUMENTS),
                        "The documents, with their metadata",
                        Endpoint.json("Documents"),
                        (Endpoint.Body) (engine, asked) -> api(engine, version).documents(asked.queryParamMap())),
                new Endpoint(
                        "/documents/{id}",
                        List.of(Parameter.OFFSETS),
                        "One document, with its metadata",
                        Endpoint.json("Document"),
                        (Endpoint.Body)
                                (engine, asked) -> api(engine, version).document(id(asked), asked.queryParamMap())),
                new Endpoint(
                        "/documents/{id}/text",
                        List.of(),
                        "The text of a document, into which all offsets point",
                        Endpoint.text(),
                        (Endpoint.Own) (engine, asked) -> text(engine, asked, version)),
                new Endpoint(
                        "/documents/{id}/passages",
                        Parameter.PASSAGES,
                        "The passages of a document, in order",
                        Endpoint.json("Passages"),
                        (Endpoint.Body)
                                (engine, asked) -> api(engine, version).passages(id(asked), asked.queryParamMap())),
                new Endpoint(
                        "/documents/{id}/hits",
                        Parameter.with(List.of(Parameter.MARK_FIELDS)),
                        "Every mark of a query in a document",
                        Endpoint.json("Marks"),
                        (Endpoint.Body) (engine, asked) -> api(engine, version).hits(id(asked), asked.queryParamMap())),
                new Endpoint(
                        "/documents/{id}/citation",
                        CitationApi.PARAMETERS,
                        "How a document is cited, or a quotation from it",
                        CitationApi.ANSWERS,
                        (Endpoint.Own) (engine, asked) -> new CitationApi(engine).answer(id(asked), asked)),
                new Endpoint(
                        "/documents/{id}/mentions",
                        Parameter.ofMentions(),
                        "Every mention in a document",
                        Endpoint.json("Mentions"),
                        (Endpoint.Rows)
                                (engine, asked) -> MentionsApi.of(engine.searcher(), engine.names(), id(asked))),
                new Endpoint(
                        "/passages/{id}",
                        List.of(Parameter.OFFSETS),
                        "One passage; as a Web Annotation with Accept: " + WebAnnotation.TYPE,
                        List.of(
                                new Endpoint.Answer(Format.JSON.type(), "Passage"),
                                new Endpoint.Answer(WebAnnotation.TYPE, "WebAnnotation")),
                        (Endpoint.Own) (engine, asked) -> passage(engine, asked, version)),
                new Endpoint(
                        "/suggest",
                        Parameter.SUGGEST,
                        "What somebody who has begun to type may mean",
                        List.of(
                                new Endpoint.Answer("application/json", "Suggestions"),
                                new Endpoint.Answer(SuggestApi.BROWSER, "BrowserSuggestions")),
                        (Endpoint.Own) (engine, asked) -> new SuggestApi(engine).answer(asked)),
                new Endpoint(
                        "/info",
                        List.of(),
                        "What the index holds, and the limits of the server",
                        Endpoint.json("Info"),
                        (Endpoint.Body) (engine, asked) -> api(engine, version).info(asked.queryParamMap())),
                new Endpoint(
                        OpenApi.PATH,
                        List.of(),
                        "This description, with the fields and words of the collection",
                        Endpoint.json("OpenApi"),
                        (Endpoint.Body) (engine, asked) -> openApi(engine, asked, version)));
    }

    /** What is served beside the API. */
    static List<Endpoint> ofServer() {
        return List.of(
                new Endpoint(
                        "/health",
                        List.of(),
                        "Whether the process answers; the index is not asked",
                        Endpoint.json("Status"),
                        (Endpoint.OfServer) (operations, asked) -> Operations.health(asked)),
                new Endpoint(
                        "/ready",
                        List.of(),
                        "Whether the index can be searched; 503 until then",
                        Endpoint.json("Status"),
                        (Endpoint.OfServer) Operations::ready),
                new Endpoint(
                        "/metrics",
                        List.of(),
                        "Counts, latencies and gauges, for Prometheus",
                        Endpoint.text(),
                        (Endpoint.OfServer) Operations::metrics),
                new Endpoint(
                        "/problems/{type}",
                        List.of(),
                        "What a problem means, and what to do",
                        Endpoint.text(),
                        (Endpoint.OfServer) (operations, asked) -> Operations.explain(asked)),
                new Endpoint(
                        Discovery.OPEN_SEARCH,
                        List.of(),
                        "How a browser's search bar searches here",
                        List.of(new Endpoint.Answer(Discovery.OPEN_SEARCH_TYPE, "")),
                        (Endpoint.OfServer) (operations, asked) -> Discovery.openSearch(asked)),
                new Endpoint(
                        Discovery.LLMS,
                        List.of(),
                        "What a script or a model has to know",
                        Endpoint.text(),
                        (Endpoint.OfServer) (operations, asked) -> new Discovery(all("")).llms(asked)));
    }

    private static ObjectNode openApi(Engine engine, Context asked, String version) {
        new Arguments(asked.queryParamMap(), List.of(), engine.searcher()).check();
        return new OpenApi(engine.searcher(), version).document();
    }

    private static void text(Engine engine, Context context, String version) throws IOException {
        Format.accept(context, Format.TXT.mediaType());
        String text = api(engine, version).text(id(context), context.queryParamMap());
        if (!Freshness.unchanged(context, engine.searcher(), Format.TXT.word())) {
            Freshness.mark(context, engine.searcher(), Format.TXT.word());
            Answering.timing(context);
            context.contentType(Format.TXT.type()).result(text);
        }
    }

    private static void passage(Engine engine, Context context, String version) throws IOException {
        List<String> types = List.of(Format.JSON.type(), WebAnnotation.TYPE);
        String type = Format.welcome(context, types, each -> each);
        if (Freshness.unchanged(context, engine.searcher(), type)) {
            return;
        }
        Api api = api(engine, version);
        if (type.equals(WebAnnotation.TYPE)) {
            ObjectNode annotation =
                    api.annotation(id(context), context.queryParamMap(), Address.of(context) + Api.BASE);
            Answering.timing(context);
            Answering.text(context, WebAnnotation.PROFILED, Json.text(annotation));
        } else {
            Answering.json(context, api.passage(id(context), context.queryParamMap()));
        }
        Freshness.mark(context, engine.searcher(), type);
    }

    private static Api api(Engine engine, String version) {
        return new Api(engine.searcher(), engine.names(), version);
    }

    private static LedgerApi ledger(Engine engine) {
        return new LedgerApi(engine.searcher(), engine.names());
    }

    private static String id(Context context) {
        return context.pathParam("id");
    }
}
