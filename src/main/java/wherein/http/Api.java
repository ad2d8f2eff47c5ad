package wherein.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.json.Json;
import wherein.json.Offsets;
import wherein.json.WebAnnotation;
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

    private final PassageSearcher searcher;
    private final Names names;
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
        this.names = names;
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
        SearchRequest.Order order = arguments.get(Parameter.SORT);
        boolean byDocument = arguments.get(Parameter.BY_DOCUMENT);
        int limit = arguments.get(Parameter.LIMIT);
        int snippets = arguments.get(Parameter.SNIPPETS);
        boolean explain = arguments.get(Parameter.EXPLAIN);
        FacetRequest.Interval interval = arguments.get(Parameter.INTERVAL);
        List<FacetRequest> facets = arguments.get(Parameter.COUNTED).stream()
                .map(field -> new FacetRequest(field, "", 100, interval, names))
                .toList();
        List<String> columns = arguments.get(Parameter.HIT_FIELDS);
        Optional<Paging.Place> place = arguments.get(Parameter.CURSOR);
        arguments.check();
        Paging.refuseOther(place, parameters, searcher.generation());
        Hits hits = searcher.search(new SearchRequest(
                asked.query(),
                asked.filters(),
                order,
                byDocument,
                limit,
                place.map(Paging.Place::cursor),
                facets,
                explain));
        int firstRank = place.map(Paging.Place::rank).orElse(0) + 1;
        ObjectNode body = Json.object();
        ObjectNode query = body.putObject("query").put("input", asked.text());
        query.put("parsed", QueryPrinter.print(asked.query()));
        query.put("did_you_mean", new DidYouMean(searcher).of(asked).orElse(null));
        query.put("taken_as", asked.parsed().takenAs().orElse(null));
        asked.parsed()
                .fault()
                .ifPresent(fault -> query.putObject("fault")
                        .put("reason", fault.getMessage())
                        .put("position", fault.position()));
        asked.parsed().leftOut().forEach(query.putArray("left_out")::add);
        query.set("forms", Json.forms(searcher.forms(asked.query())));
        asked.parsed().nothing().ifPresent(reason -> query.put("nothing", reason));
        body.putObject("total")
                .put("passages", hits.passages())
                .put("documents", hits.documents())
                .put("returned", hits.hits().size());
        int all = byDocument ? hits.documents() : hits.passages();
        int remain = all - (firstRank - 1) - hits.hits().size();
        body.put("complete", remain <= 0).put("remaining", Math.max(0, remain));
        body.put("took_ms", Math.round((System.nanoTime() - begin) / 1e4) / 100.0);
        index(body);
        body.set(
                "hits",
                TableApi.only(new Json(asked.offsets(), asked.text()).hits(hits, firstRank, snippets), columns));
        body.set("facets", Json.facets(hits.facets()));
        int lastRank = firstRank - 1 + hits.hits().size();
        Optional<String> next = hits.next()
                .map(cursor -> Paging.encode(new Paging.Place(cursor, lastRank, Paging.request(parameters))));
        return Paging.next(body, BASE + "/search", parameters, next);
    }

    ObjectNode facets(Map<String, List<String>> parameters) throws IOException {
        Asking.Asked asked = asking.asked(parameters, Parameter.FACETS);
        Arguments arguments = asked.arguments();
        FacetRequest.Interval interval = arguments.get(Parameter.INTERVAL);
        String prefix = arguments.get(Parameter.PREFIX);
        int limit = arguments.get(Parameter.VALUES_LIMIT);
        List<String> fields = arguments.get(Parameter.FIELD);
        List<String> columns = arguments.get(Parameter.VALUE_FIELDS);
        arguments.check();
        List<FacetRequest> requests = fields.stream()
                .map(field -> new FacetRequest(field, prefix, limit, interval, names))
                .toList();
        Hits hits = searcher.search(new SearchRequest(
                asked.query(), asked.filters(), SearchRequest.Order.RELEVANCE, false, 0, Optional.empty(), requests));
        ObjectNode body = Json.object();
        body.putObject("total").put("passages", hits.passages()).put("documents", hits.documents());
        body.put("complete", hits.facets().stream().allMatch(facet -> facet.more() == 0));
        index(body);
        ArrayNode facets = Json.facets(hits.facets());
        facets.forEach(facet ->
                ((ObjectNode) facet).set("values", TableApi.only((ArrayNode) facet.get("values"), columns)));
        body.set("facets", facets);
        return body;
    }

    ObjectNode documents(Map<String, List<String>> parameters) throws IOException {
        Asking.Asked asked = asking.asked(parameters, Parameter.DOCUMENTS);
        int limit = asked.arguments().get(Parameter.LIMIT);
        List<String> columns = asked.arguments().get(Parameter.DOCUMENT_FIELDS);
        Optional<Paging.Place> place = asked.arguments().get(Parameter.CURSOR);
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
        ArrayNode documents = body.arrayNode();
        Json json = new Json(asked.offsets(), asked.text());
        page.documents().forEach(document -> documents.add(json.document(document)));
        body.set("documents", TableApi.only(documents, columns));
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
        new Arguments(parameters, List.of(), searcher).check();
        return stored(id).document().text();
    }

    ObjectNode passages(String id, Map<String, List<String>> parameters) throws IOException {
        Arguments arguments = new Arguments(parameters, Parameter.PASSAGES, searcher);
        Offsets offsets = arguments.get(Parameter.OFFSETS);
        List<String> columns = arguments.get(Parameter.PASSAGE_FIELDS);
        arguments.check();
        StoredDocument stored = stored(id);
        List<Hit> passages = searcher.passages(stored.document().id());
        ObjectNode body = Json.object();
        body.putObject("total").put("passages", passages.size()).put("returned", passages.size());
        body.put("complete", true);
        index(body);
        ArrayNode array = body.arrayNode();
        Json json = new Json(offsets, "");
        passages.forEach(passage -> array.add(json.passage(passage)));
        body.set("passages", TableApi.only(array, columns));
        return body;
    }

    ObjectNode hits(String id, Map<String, List<String>> parameters) throws IOException {
        Asking.Asked asked = asking.asked(parameters, List.of(Parameter.MARK_FIELDS));
        List<String> columns = asked.arguments().get(Parameter.MARK_FIELDS);
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
        ArrayNode hits = new Json(asked.offsets(), asked.text()).marks(stored.document(), marks);
        body.set("hits", TableApi.only(hits, columns));
        return body;
    }

    ObjectNode passage(String id, Map<String, List<String>> parameters) throws IOException {
        Offsets offsets = offsetsAlone(parameters);
        return new Json(offsets, "").passage(passage(id));
    }

    /**
     * The passage {@code id} as a Web Annotation.
     *
     * @param api the address of the API, without a slash at its end
     */
    ObjectNode annotation(String id, Map<String, List<String>> parameters, String api) throws IOException {
        if (offsetsAlone(parameters) != Offsets.CODE_POINTS) {
            String reason = "a Web Annotation counts in code points";
            throw new ProblemException(
                    Problem.BAD_VALUE,
                    "offsets: " + reason + ".",
                    List.of(new ProblemException.Fault("offsets", reason, "codepoints", -1)));
        }
        Hit passage = passage(id);
        return WebAnnotation.of(passage, stored(passage.document()).document(), api);
    }

    private Hit passage(String id) throws IOException {
        int colon = id.lastIndexOf(':');
        Optional<Hit> passage = colon > 0 && id.substring(colon + 1).matches("\\d{1,9}")
                ? searcher.passage(id.substring(0, colon), Integer.parseInt(id.substring(colon + 1)))
                : Optional.empty();
        if (passage.isEmpty()) {
            throw new ProblemException(
                    Problem.NOT_FOUND, "There is no passage \"" + id + "\"; expected document:number.");
        }
        return passage.get();
    }

    /** {@code /info}: what the index holds. */
    public ObjectNode info(Map<String, List<String>> parameters) throws IOException {
        new Arguments(parameters, List.of(), searcher).check();
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
                .put("query_characters", searcher.queryLimits().characters())
                .put("query_clauses", searcher.queryLimits().clauses())
                .put("query_depth", QueryParser.MAX_DEPTH)
                .put("page", Parameter.MAX_PAGE)
                .put("address_bytes", Gate.ADDRESS)
                .put("body_bytes", AnnotateApi.MAX_BODY)
                .put("record_bytes", AnnotateApi.MAX_RECORD);
        return body;
    }

    private Offsets offsetsAlone(Map<String, List<String>> parameters) {
        Arguments arguments = new Arguments(parameters, List.of(Parameter.OFFSETS), searcher);
        Offsets offsets = arguments.get(Parameter.OFFSETS);
        arguments.check();
        return offsets;
    }

    private StoredDocument stored(String id) throws IOException {
        return stored(searcher, id);
    }

    /** The document {@code id}; ends the request if there is none. */
    static StoredDocument stored(PassageSearcher searcher, String id) throws IOException {
        return searcher.document(id)
                .orElseThrow(() ->
                        new ProblemException(Problem.NOT_FOUND, "There is no document \"" + id + "\" in the index."));
    }

    private void index(ObjectNode body) {
        body.putObject("index").put("generation", searcher.generation());
    }
}
