package wherein.api;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.json.Json;
import wherein.query.Asks;
import wherein.query.QueryPrinter;
import wherein.search.Copies;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Hit;
import wherein.search.Hits;
import wherein.search.SearchRequest;
import wherein.search.WordForms;

/** {@code /search}, the best passages about something, and {@code /facets}, what values they have. */
public final class SearchApi {

    private static final String PATH = "/search";
    private static final String FACETS_PATH = "/facets";

    /** As many as fill the largest answer with as many documents as one has if it is not told. */
    private static final int MOST_PER_DOCUMENT = 50;

    private static final Parameter<SearchRequest.Order> SORT = Parameter.word(
            Role.ORDERS,
            "sort",
            Parameter.words(
                    entry("relevance", SearchRequest.Order.RELEVANCE),
                    entry("date", SearchRequest.Order.DATE),
                    entry("-date", SearchRequest.Order.DATE_DESCENDING)),
            "order of the hits");
    private static final Parameter<Boolean> BY_DOCUMENT = Parameter.word(
            Role.SELECTS,
            "group",
            Parameter.words(entry("passage", false), entry("document", true)),
            "whether only the best passage of a document is a hit");
    private static final Parameter<Integer> PER_DOCUMENT = Parameter.whole(
            Role.SELECTS,
            "per_document",
            0,
            MOST_PER_DOCUMENT,
            0,
            "how many passages of a document stand together at the place of its best; 0: each by itself. limit counts documents then");
    private static final Parameter<List<String>> COUNTED = Parameters.counted("facets", Role.SHOWS);
    private static final Parameter<Boolean> EXPLAIN =
            Parameter.onOff(Role.SHOWS, "explain", false, "whether each hit says what its score is made of");
    private static final Parameter<Integer> SNIPPETS =
            Parameter.whole(Role.SHOWS, "snippets", 0, 10, 1, "how many snippets a hit has at most");
    private static final Parameter<List<String>> HIT_FIELDS = Parameter.fields(Schemas.columns("Hit"));

    private static final List<Parameter<?>> SEARCH = List.of(
            Parameters.DUPLICATES,
            SORT,
            BY_DOCUMENT,
            PER_DOCUMENT,
            COUNTED,
            Parameters.INTERVAL,
            EXPLAIN,
            SNIPPETS,
            HIT_FIELDS,
            Parameters.LIMIT,
            Parameters.CURSOR);

    private static final Parameter<List<String>> FIELD =
            Parameters.counted("field", Role.SHOWS).asNeeded();
    private static final Parameter<Integer> VALUES =
            Parameter.whole(Role.LIMITS, "limit", 0, Parameters.MAX_PAGE, 100, "how many values of a field at most");
    private static final Parameter<List<String>> VALUE_FIELDS = Parameter.fields(Schemas.columns("Value"));

    private static final List<Parameter<?>> FACETS =
            List.of(Parameters.DUPLICATES, FIELD, Parameters.INTERVAL, Parameters.PREFIX, VALUE_FIELDS, VALUES);

    private SearchApi() {}

    /** {@code /search}. */
    static Endpoint search() {
        return new Endpoint(
                PATH,
                Parameters.with(SEARCH),
                "The best passages about something, ranked",
                List.of(Form.json("Search")),
                (engine, request) -> new Answer.Body(search(engine, request.parameters())));
    }

    /** {@code /facets}. */
    static Endpoint facets() {
        return new Endpoint(
                FACETS_PATH,
                Parameters.with(FACETS),
                "How many passages each value of a field has",
                List.of(Form.json("Facets")),
                (engine, request) -> new Answer.Body(facets(engine, request.parameters())));
    }

    /**
     * The body of the answer of {@code /search} to these parameters.
     *
     * @throws ProblemException if they are not what was expected
     */
    public static ObjectNode search(Engine engine, Map<String, List<String>> parameters) throws IOException {
        return search(engine, parameters, Copies.TOLD);
    }

    /**
     * As {@link #search(Engine, Map)}.
     *
     * @param kept what is told of copies that are not left out: {@link Copies#UNTOLD} for who shows nothing of them, and so need not
     *     wait until they are known
     */
    public static ObjectNode search(Engine engine, Map<String, List<String>> parameters, Copies kept)
            throws IOException {
        long begin = System.nanoTime();
        Question question = Question.read(engine, PATH, parameters);
        Arguments arguments = question.arguments();
        SearchRequest.Order order = arguments.get(SORT);
        boolean byDocument = arguments.get(BY_DOCUMENT);
        int perDocument = perDocument(arguments, byDocument);
        int most = arguments.get(SNIPPETS);
        List<String> columns = arguments.get(HIT_FIELDS);
        Optional<Cursors.Place> place = arguments.get(Parameters.CURSOR);
        SearchRequest request = new SearchRequest(
                question.query(),
                question.filters(),
                order,
                byDocument,
                perDocument,
                arguments.get(Parameters.LIMIT),
                place.map(Cursors.Place::cursor),
                facets(engine, arguments, arguments.get(COUNTED), "", 100),
                arguments.get(EXPLAIN),
                arguments.get(Parameters.DUPLICATES) == Copies.FOLDED ? Copies.FOLDED : kept,
                question.parsed().asks().isPresent(),
                Json.details(columns));
        arguments.check();
        if (place.isPresent()) {
            Cursors.refuseOther(place.get(), Canonical.order(parameters, arguments.declared()), engine.stampOfIndex());
        }
        Hits hits = engine.searcher().search(request);
        int before = place.map(Cursors.Place::rank).orElse(0);
        boolean together = perDocument > 0;
        int all = byDocument || together ? hits.documents() : hits.passages();
        if (before > all) {
            throw Cursors.beyond();
        }
        ObjectNode body = Json.object();
        query(body.putObject("query").put("input", question.text()), question, engine, all > 0);
        int last = before + (together ? documents(hits) : hits.hits().size());
        total(body, hits).put("returned", hits.hits().size());
        body.put("complete", last >= all).put("remaining", Math.max(0, all - last));
        countOnly(body, request.limit());
        body.put("took_ms", Math.round((System.nanoTime() - begin) / 1e4) / 100.0);
        index(body, engine);
        Json json = new Json(question.offsets(), question.text());
        body.set("hits", json.hits(hits, before + 1, most, columns, together));
        body.set("facets", values(engine, hits.facets(), List.of()));
        if (hits.next().isEmpty()) {
            return lastPage(body);
        }
        int asked = Canonical.order(parameters, arguments.declared());
        Cursors.Place next = new Cursors.Place(hits.next().get(), last, asked, engine.stampOfIndex());
        return Cursors.next(body, PATH, parameters, next);
    }

    /** How many passages of a document stand together; an answer has no more of them than any other. */
    private static int perDocument(Arguments arguments, boolean byDocument) {
        int perDocument = arguments.get(PER_DOCUMENT);
        if (perDocument > 0 && byDocument) {
            arguments.fault(
                    PER_DOCUMENT.name(),
                    "with group=document a document has one passage; leave out either of them",
                    "");
        }
        if ((long) perDocument * arguments.get(Parameters.LIMIT) > Parameters.MAX_PAGE) {
            arguments.fault(
                    PER_DOCUMENT.name(),
                    "limit times per_document is more than " + Parameters.MAX_PAGE + "; make one of them smaller",
                    "");
        }
        return byDocument ? 0 : perDocument;
    }

    /** How many documents the hits of a page are of, which stand together. */
    private static int documents(Hits hits) {
        return (int) hits.hits().stream().map(Hit::document).distinct().count();
    }

    private static void query(ObjectNode query, Question question, Engine engine, boolean found) throws IOException {
        query.put("parsed", QueryPrinter.print(question.query()));
        WordForms.Found words = engine.searcher().forms(question.query());
        // Nobody has misspelt a word that is still being typed.
        boolean isTyped = found && question.arguments().get(Parameters.TYPING);
        boolean isWell = found && words.known() && question.parsed().fault().isEmpty();
        query.put(
                "did_you_mean",
                isTyped || isWell
                        ? null
                        : DidYouMean.of(question, found, engine.searcher()).orElse(null));
        query.put("taken_as", question.parsed().takenAs().orElse(null));
        query.put("asks", question.parsed().asks().map(Asks::word).orElse(null));
        question.parsed()
                .fault()
                .ifPresent(fault -> query.putObject("fault")
                        .put("reason", fault.getMessage())
                        .put("position", fault.position()));
        question.parsed().leftOut().forEach(query.putArray("left_out")::add);
        query.set("forms", Json.forms(words.words()));
        question.parsed().nothing().ifPresent(reason -> query.put("nothing", reason));
    }

    private static ObjectNode facets(Engine engine, Map<String, List<String>> parameters) throws IOException {
        Question question = Question.read(engine, FACETS_PATH, parameters);
        Arguments arguments = question.arguments();
        List<String> columns = arguments.get(VALUE_FIELDS);
        List<FacetRequest> requests = facets(
                engine, arguments, arguments.get(FIELD), arguments.get(Parameters.PREFIX), arguments.get(VALUES));
        Copies copies = arguments.get(Parameters.DUPLICATES);
        arguments.check();
        Hits hits = engine.searcher()
                .search(new SearchRequest(
                        question.query(),
                        question.filters(),
                        SearchRequest.Order.RELEVANCE,
                        false,
                        0,
                        Optional.empty(),
                        requests,
                        false,
                        copies));
        ObjectNode body = Json.object();
        total(body, hits);
        body.put("complete", hits.facets().stream().allMatch(facet -> facet.more() == 0));
        index(body, engine);
        body.set("facets", values(engine, hits.facets(), columns));
        return body;
    }

    private static List<FacetRequest> facets(
            Engine engine, Arguments arguments, List<String> fields, String prefix, int limit) {
        FacetRequest.Interval interval = arguments.get(Parameters.INTERVAL);
        return fields.stream()
                .map(Parameters::fieldOf)
                .distinct()
                .map(field -> new FacetRequest(field, prefix, limit, interval, engine.names()))
                .toList();
    }

    /** The facets, each with the parameter that its values are for. */
    static ArrayNode values(Engine engine, List<Facet> found, List<String> columns) {
        ArrayNode facets = Json.facets(found);
        facets.forEach(each -> {
            ObjectNode facet = (ObjectNode) each;
            String field = facet.get("field").asText();
            Parameter<?> own = engine.fields().get(field);
            // Dates are asked for by a range, and not by one of these values.
            String parameter = own == null ? field : own.name();
            facet.put("parameter", field.equals("date") ? null : parameter);
            facet.set("values", Json.only((ArrayNode) facet.get("values"), columns));
        });
        return facets;
    }

    private static ObjectNode total(ObjectNode body, Hits hits) {
        return body.putObject("total")
                .put("passages", hits.passages())
                .put("documents", hits.documents())
                .put("copies", hits.copies());
    }

    /** Says that nothing but the totals was asked for, where that is so. */
    static void countOnly(ObjectNode body, int limit) {
        if (limit == 0) {
            body.put("count_only", true);
        }
    }

    /** Says that no page comes behind this one. */
    static ObjectNode lastPage(ObjectNode body) {
        return body.putNull("next").putNull("next_url");
    }

    /** Says which generation of the index answers. */
    static void index(ObjectNode body, Engine engine) {
        body.putObject("index").put("generation", engine.searcher().generation());
    }
}
