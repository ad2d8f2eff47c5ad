package wherein.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wherein.json.Json;
import wherein.json.Offsets;
import wherein.query.Names;
import wherein.query.QueryParser;
import wherein.query.QueryPrinter;
import wherein.search.Cursor;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Hit;
import wherein.search.Hits;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.search.StoredDocument;

/** The endpoints of {@code /api/v1}: from a request to a search, and from its result to JSON. */
public final class Api {

    /** The base of every address here. */
    static final String BASE = "/api/v1";

    private static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_SNIPPETS = 10;

    private static final Map<String, SearchRequest.Order> ORDERS = Arguments.words(
            "relevance",
            SearchRequest.Order.RELEVANCE,
            "date",
            SearchRequest.Order.DATE,
            "-date",
            SearchRequest.Order.DATE_DESCENDING);
    private static final Map<String, FacetRequest.Interval> INTERVALS =
            Arguments.words("year", FacetRequest.Interval.YEAR, "month", FacetRequest.Interval.MONTH);

    private final PassageSearcher searcher;
    private final Asking asking;
    private final String version;

    /**
     * The endpoints over {@code searcher}.
     *
     * @param names of what the ledger holds
     * @param version of the program, for {@code /info}
     */
    public Api(PassageSearcher searcher, Names names, String version) {
        this.searcher = searcher;
        this.asking = new Asking(searcher, names);
        this.version = version;
    }

    /**
     * {@code /search}: the body of the answer to these parameters.
     *
     * @throws ProblemException if they are not what was expected
     */
    public ObjectNode search(Map<String, List<String>> parameters) throws IOException {
        long begin = System.nanoTime();
        Asking.Asked asked = asking.asked(parameters, Parameter.SEARCH);
        Arguments arguments = asked.arguments();
        SearchRequest.Order order = arguments.word("sort", ORDERS, SearchRequest.Order.RELEVANCE);
        boolean byDocument = arguments.word("group", Arguments.words("passage", false, "document", true), false);
        int limit = arguments.number("limit", DEFAULT_LIMIT, 0, MAX_LIMIT);
        int snippets = arguments.number("snippets", 1, 0, MAX_SNIPPETS);
        FacetRequest.Interval interval = arguments.word("interval", INTERVALS, FacetRequest.Interval.YEAR);
        List<FacetRequest> facets = asking.facetFields(arguments, "facets").stream()
                .map(field -> new FacetRequest(field, "", 100, interval))
                .toList();
        Optional<Paging.Place> place = arguments.read("cursor", Paging::decode);
        arguments.check();
        Paging.refuseOther(place, parameters, searcher.generation());
        Hits hits = searcher.search(new SearchRequest(
                asked.query(), asked.filters(), order, byDocument, limit, place.map(Paging.Place::cursor), facets));
        int firstRank = place.map(Paging.Place::rank).orElse(0) + 1;
        ObjectNode body = Json.object();
        ObjectNode query = body.putObject("query").put("input", asked.text());
        query.put("parsed", QueryPrinter.print(asked.query())).putNull("did_you_mean");
        query.put("taken_as", asked.parsed().takenAs().orElse(null));
        body.putObject("total")
                .put("passages", hits.passages())
                .put("documents", hits.documents())
                .put("returned", hits.hits().size());
        int all = byDocument ? hits.documents() : hits.passages();
        int remain = all - (firstRank - 1) - hits.hits().size();
        body.put("complete", remain <= 0).put("remaining", Math.max(0, remain));
        body.put("took_ms", Math.round((System.nanoTime() - begin) / 1e4) / 100.0);
        index(body);
        body.set("hits", new Json(asked.offsets(), asked.text()).hits(hits, firstRank, snippets));
        body.set("facets", Json.facets(hits.facets()));
        int lastRank = firstRank - 1 + hits.hits().size();
        Optional<String> next = hits.next()
                .map(cursor -> Paging.encode(new Paging.Place(cursor, lastRank, Paging.request(parameters))));
        return Paging.next(body, BASE + "/search", parameters, next);
    }

    ObjectNode facets(Map<String, List<String>> parameters) throws IOException {
        Asking.Asked asked = asking.asked(parameters, Parameter.FACETS);
        Arguments arguments = asked.arguments();
        FacetRequest.Interval interval = arguments.word("interval", INTERVALS, FacetRequest.Interval.YEAR);
        String prefix = arguments.one("prefix").orElse("");
        int limit = arguments.number("limit", 100, 0, MAX_LIMIT);
        List<String> fields = asking.facetFields(arguments, "field");
        if (fields.isEmpty()) {
            arguments.fault("field", "expected at least one field to count", "");
        }
        arguments.check();
        List<FacetRequest> requests = fields.stream()
                .map(field -> new FacetRequest(field, prefix, limit, interval))
                .toList();
        Hits hits = searcher.search(new SearchRequest(
                asked.query(), asked.filters(), SearchRequest.Order.RELEVANCE, false, 0, Optional.empty(), requests));
        ObjectNode body = Json.object();
        body.putObject("total").put("passages", hits.passages()).put("documents", hits.documents());
        body.put("complete", hits.facets().stream().allMatch(facet -> facet.more() == 0));
        index(body);
        body.set("facets", Json.facets(hits.facets()));
        return body;
    }

    ObjectNode documents(Map<String, List<String>> parameters) throws IOException {
        Asking.Asked asked = asking.asked(parameters, Parameter.DOCUMENTS);
        int limit = asked.arguments().number("limit", DEFAULT_LIMIT, 0, MAX_LIMIT);
        Optional<Paging.Place> place = asked.arguments().read("cursor", Paging::decode);
        asked.arguments().check();
        Paging.refuseOther(place, parameters, searcher.generation());
        int from = place.map(Paging.Place::rank).orElse(0);
        PassageSearcher.DocumentPage page = searcher.documents(asked.query(), asked.filters(), from, limit);
        int to = from + page.documents().size();
        ObjectNode body = Json.object();
        body.putObject("total")
                .put("documents", page.total())
                .put("returned", page.documents().size());
        body.put("complete", to >= page.total()).put("remaining", Math.max(0, page.total() - to));
        index(body);
        ArrayNode documents = body.putArray("documents");
        Json json = new Json(asked.offsets(), asked.text());
        page.documents().forEach(document -> documents.add(json.document(document)));
        Optional<String> next = to < page.total() && limit > 0
                ? Optional.of(Paging.encode(
                        new Paging.Place(new Cursor(0, "", 0, searcher.generation()), to, Paging.request(parameters))))
                : Optional.empty();
        return Paging.next(body, BASE + "/documents", parameters, next);
    }

    ObjectNode document(String id, Map<String, List<String>> parameters) throws IOException {
        return new Json(offsetsAlone(parameters), "").document(stored(id));
    }

    String text(String id, Map<String, List<String>> parameters) throws IOException {
        new Arguments(parameters, Set.of()).check();
        return stored(id).document().text();
    }

    ObjectNode passages(String id, Map<String, List<String>> parameters) throws IOException {
        Offsets offsets = offsetsAlone(parameters);
        StoredDocument stored = stored(id);
        List<Hit> passages = searcher.passages(stored.document().id());
        ObjectNode body = Json.object();
        body.putObject("total").put("passages", passages.size()).put("returned", passages.size());
        body.put("complete", true);
        index(body);
        ArrayNode array = body.putArray("passages");
        Json json = new Json(offsets, "");
        passages.forEach(passage -> array.add(json.passage(passage)));
        return body;
    }

    ObjectNode hits(String id, Map<String, List<String>> parameters) throws IOException {
        Asking.Asked asked = asking.asked(parameters, List.of());
        asked.arguments().check();
        StoredDocument stored = stored(id);
        var marks =
                searcher.marks(asked.query(), asked.filters(), stored.document().id());
        ObjectNode body = Json.object();
        body.putObject("total")
                .put("marks", marks.marks().size())
                .put("passages", marks.passages().size())
                .put("returned", marks.marks().size());
        body.put("complete", true);
        index(body);
        body.set("hits", new Json(asked.offsets(), asked.text()).marks(stored.document(), marks));
        return body;
    }

    ObjectNode passage(String id, Map<String, List<String>> parameters) throws IOException {
        Offsets offsets = offsetsAlone(parameters);
        int colon = id.lastIndexOf(':');
        Optional<Hit> passage = colon > 0 && id.substring(colon + 1).matches("\\d{1,9}")
                ? searcher.passage(id.substring(0, colon), Integer.parseInt(id.substring(colon + 1)))
                : Optional.empty();
        if (passage.isEmpty()) {
            throw new ProblemException(
                    Problem.NOT_FOUND, "There is no passage \"" + id + "\"; expected document:number.");
        }
        return new Json(offsets, "").passage(passage.get());
    }

    /** {@code /info}: what the index holds. */
    public ObjectNode info(Map<String, List<String>> parameters) throws IOException {
        new Arguments(parameters, Set.of()).check();
        var manifest = searcher.manifest();
        ObjectNode body = Json.object().put("name", "Wherein").put("version", version);
        index(body);
        body.put("fingerprint", manifest.fingerprint()).put("built", manifest.built());
        body.put("documents", manifest.documents()).put("passages", manifest.passages());
        body.put("mentions", manifest.mentions());
        ObjectNode stances = body.putObject("stances");
        manifest.stances().forEach(stances::put);
        List<Facet> values = new ArrayList<>();
        for (String field : List.of("source", "stance", "lang", "block", "author", "date")) {
            values.add(searcher.values(field));
        }
        for (String field : searcher.fields()) {
            values.add(searcher.values(field));
        }
        body.set("fields", Json.facets(values));
        body.putObject("limits")
                .put("query_characters", QueryParser.MAX_LENGTH)
                .put("query_clauses", QueryParser.MAX_LEAVES)
                .put("query_depth", QueryParser.MAX_DEPTH)
                .put("page", MAX_LIMIT);
        return body;
    }

    private static Offsets offsetsAlone(Map<String, List<String>> parameters) {
        Arguments arguments = new Arguments(parameters, Set.of(Parameter.OFFSETS.name()));
        Offsets offsets = arguments.word("offsets", Asking.OFFSETS, Offsets.CODE_POINTS);
        arguments.check();
        return offsets;
    }

    private StoredDocument stored(String id) throws IOException {
        return searcher.document(id)
                .orElseThrow(() ->
                        new ProblemException(Problem.NOT_FOUND, "There is no document \"" + id + "\" in the index."));
    }

    private void index(ObjectNode body) {
        body.putObject("index").put("generation", searcher.generation());
    }
}
