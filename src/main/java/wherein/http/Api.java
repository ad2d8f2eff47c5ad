package wherein.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import wherein.document.Block;
import wherein.json.Json;
import wherein.json.Offsets;
import wherein.query.Query;
import wherein.query.QueryFields;
import wherein.query.QueryLimitException;
import wherein.query.QueryParser;
import wherein.query.QueryPrinter;
import wherein.query.QuerySyntaxException;
import wherein.search.Cursor;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.Hit;
import wherein.search.Hits;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.search.StoredDocument;
import wherein.text.Nearest;
import wherein.time.DateMatch;
import wherein.time.DayRange;

/** The endpoints of {@code /api/v1}: from a request to a search, and from its result to JSON. */
public final class Api {

    /** The base of every address here. */
    static final String BASE = "/api/v1";

    private static final int MAX_LIMIT = 1_000;
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_SNIPPETS = 10;

    private static final Map<String, SearchRequest.Order> ORDERS = words(
            "relevance",
            SearchRequest.Order.RELEVANCE,
            "date",
            SearchRequest.Order.DATE,
            "-date",
            SearchRequest.Order.DATE_DESCENDING);
    private static final Map<String, QueryParser.Mode> MODES =
            words("strict", QueryParser.Mode.STRICT, "box", QueryParser.Mode.BOX);
    private static final Map<String, QueryParser.Operator> OPERATORS =
            words("or", QueryParser.Operator.OR, "and", QueryParser.Operator.AND);
    private static final Map<String, DateMatch> MATCHES =
            words("possible", DateMatch.POSSIBLE, "certain", DateMatch.CERTAIN);
    private static final Map<String, FacetRequest.Interval> INTERVALS =
            words("year", FacetRequest.Interval.YEAR, "month", FacetRequest.Interval.MONTH);
    private static final Map<String, Offsets> OFFSETS =
            words("codepoints", Offsets.CODE_POINTS, "utf16", Offsets.UTF16);

    private static final List<String> KEYWORDS =
            Parameter.FILTERS.stream().map(Parameter::name).toList();

    private final PassageSearcher searcher;
    private final String version;

    /**
     * The endpoints over {@code searcher}.
     *
     * @param version of the program, for {@code /info}
     */
    public Api(PassageSearcher searcher, String version) {
        this.searcher = searcher;
        this.version = version;
    }

    /** A query and the filters that go with it. */
    private record Asked(
            String text, QueryParser.Parsed parsed, List<Filter> filters, Offsets offsets, Arguments arguments) {

        Query query() {
            return parsed.query();
        }
    }

    /**
     * {@code /search}: the body of the answer to these parameters.
     *
     * @throws ProblemException if they are not what was expected
     */
    public ObjectNode search(Map<String, List<String>> parameters) throws IOException {
        long begin = System.nanoTime();
        Asked asked = asked(parameters, Parameter.SEARCH);
        Arguments arguments = asked.arguments;
        SearchRequest.Order order = arguments.word("sort", ORDERS, SearchRequest.Order.RELEVANCE);
        boolean byDocument = arguments.word("group", words("passage", false, "document", true), false);
        int limit = arguments.number("limit", DEFAULT_LIMIT, 0, MAX_LIMIT);
        int snippets = arguments.number("snippets", 1, 0, MAX_SNIPPETS);
        FacetRequest.Interval interval = arguments.word("interval", INTERVALS, FacetRequest.Interval.YEAR);
        List<FacetRequest> facets = facetFields(arguments, "facets").stream()
                .map(field -> new FacetRequest(field, "", 100, interval))
                .toList();
        Optional<Paging.Place> place = arguments.read("cursor", Paging::decode);
        arguments.check();
        refuseOld(place);
        Hits hits = searcher.search(new SearchRequest(
                asked.query(), asked.filters, order, byDocument, limit, place.map(Paging.Place::cursor), facets));
        int firstRank = place.map(Paging.Place::rank).orElse(0) + 1;
        ObjectNode body = Json.object();
        ObjectNode query = body.putObject("query").put("input", asked.text);
        query.put("parsed", QueryPrinter.print(asked.query())).putNull("did_you_mean");
        query.put("taken_as", asked.parsed.takenAs().orElse(null));
        body.putObject("total")
                .put("passages", hits.passages())
                .put("documents", hits.documents())
                .put("returned", hits.hits().size());
        int all = byDocument ? hits.documents() : hits.passages();
        int remain = all - (firstRank - 1) - hits.hits().size();
        body.put("complete", remain <= 0).put("remaining", Math.max(0, remain));
        body.put("took_ms", Math.round((System.nanoTime() - begin) / 1e4) / 100.0);
        index(body);
        body.set("hits", new Json(asked.offsets, asked.text).hits(hits, firstRank, snippets));
        body.set("facets", Json.facets(hits.facets()));
        int lastRank = firstRank - 1 + hits.hits().size();
        Optional<String> next = hits.next().map(cursor -> Paging.encode(new Paging.Place(cursor, lastRank)));
        return Paging.next(body, BASE + "/search", parameters, next);
    }

    ObjectNode facets(Map<String, List<String>> parameters) throws IOException {
        Asked asked = asked(parameters, Parameter.FACETS);
        Arguments arguments = asked.arguments;
        FacetRequest.Interval interval = arguments.word("interval", INTERVALS, FacetRequest.Interval.YEAR);
        String prefix = arguments.one("prefix").orElse("");
        int limit = arguments.number("limit", 100, 0, MAX_LIMIT);
        List<String> fields = facetFields(arguments, "field");
        if (fields.isEmpty()) {
            arguments.fault("field", "expected at least one field to count", "");
        }
        arguments.check();
        List<FacetRequest> requests = fields.stream()
                .map(field -> new FacetRequest(field, prefix, limit, interval))
                .toList();
        Hits hits = searcher.search(new SearchRequest(
                asked.query(), asked.filters, SearchRequest.Order.RELEVANCE, false, 0, Optional.empty(), requests));
        ObjectNode body = Json.object();
        body.putObject("total").put("passages", hits.passages()).put("documents", hits.documents());
        body.put("complete", hits.facets().stream().allMatch(facet -> facet.more() == 0));
        index(body);
        body.set("facets", Json.facets(hits.facets()));
        return body;
    }

    ObjectNode documents(Map<String, List<String>> parameters) throws IOException {
        Asked asked = asked(parameters, Parameter.DOCUMENTS);
        int limit = asked.arguments.number("limit", DEFAULT_LIMIT, 0, MAX_LIMIT);
        Optional<Paging.Place> place = asked.arguments.read("cursor", Paging::decode);
        asked.arguments.check();
        refuseOld(place);
        int from = place.map(Paging.Place::rank).orElse(0);
        PassageSearcher.DocumentPage page = searcher.documents(asked.query(), asked.filters, from, limit);
        int to = from + page.documents().size();
        ObjectNode body = Json.object();
        body.putObject("total")
                .put("documents", page.total())
                .put("returned", page.documents().size());
        body.put("complete", to >= page.total()).put("remaining", page.total() - to);
        index(body);
        ArrayNode documents = body.putArray("documents");
        Json json = new Json(asked.offsets, asked.text);
        page.documents().forEach(document -> documents.add(json.document(document)));
        Optional<String> next = to < page.total() && limit > 0
                ? Optional.of(Paging.encode(new Paging.Place(new Cursor(0, "", 0, searcher.generation()), to)))
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
        Asked asked = asked(parameters, List.of());
        asked.arguments.check();
        StoredDocument stored = stored(id);
        var marks =
                searcher.marks(asked.query(), asked.filters, stored.document().id());
        ObjectNode body = Json.object();
        body.putObject("total")
                .put("marks", marks.marks().size())
                .put("passages", marks.passages().size())
                .put("returned", marks.marks().size());
        body.put("complete", true);
        index(body);
        body.set("hits", new Json(asked.offsets, asked.text).marks(stored.document(), marks));
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

    ObjectNode info(Map<String, List<String>> parameters) throws IOException {
        new Arguments(parameters, Set.of()).check();
        var manifest = searcher.manifest();
        ObjectNode body = Json.object().put("name", "Wherein").put("version", version);
        index(body);
        body.put("fingerprint", manifest.fingerprint()).put("built", manifest.built());
        body.put("documents", manifest.documents()).put("passages", manifest.passages());
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

    private Asked asked(Map<String, List<String>> parameters, List<Parameter> more) throws IOException {
        Set<String> known = new TreeSet<>();
        Stream.of(Parameter.QUERY, Parameter.DATES, List.of(Parameter.OFFSETS), more)
                .flatMap(List::stream)
                .forEach(parameter -> known.add(parameter.name()));
        List<String> keywords = new ArrayList<>(KEYWORDS);
        keywords.addAll(searcher.fields());
        keywords.forEach(field -> known.addAll(Set.of(field, "not." + field)));
        Arguments arguments = new Arguments(parameters, known);
        String text = arguments.one("q").orElse("");
        QueryParser.Operator operator = arguments.word("op", OPERATORS, QueryParser.Operator.OR);
        QueryParser.Mode mode = arguments.word("mode", MODES, QueryParser.Mode.STRICT);
        Offsets offsets = arguments.word("offsets", OFFSETS, Offsets.CODE_POINTS);
        List<Filter> filters = filters(arguments, keywords);
        return new Asked(text, parse(text, operator, mode), filters, offsets, arguments);
    }

    private QueryParser.Parsed parse(String text, QueryParser.Operator operator, QueryParser.Mode mode) {
        try {
            return new QueryParser(new QueryFields(searcher.fields())).parse(text, operator, mode);
        } catch (QuerySyntaxException e) {
            throw new ProblemException(
                    Problem.QUERY_SYNTAX,
                    "At character " + e.position() + " of the query: " + e.getMessage() + ".",
                    List.of(new ProblemException.Fault("q", e.getMessage(), e.didYouMean(), e.position())));
        } catch (QueryLimitException e) {
            throw new ProblemException(Problem.QUERY_TOO_LARGE, e.getMessage() + ".");
        }
    }

    private List<Filter> filters(Arguments arguments, List<String> keywords) throws IOException {
        List<Filter> filters = new ArrayList<>();
        for (String field : keywords) {
            for (String name : List.of(field, "not." + field)) {
                List<String> values = arguments.all(name);
                checkClosed(arguments, name, field, values);
                if (!values.isEmpty()) {
                    filters.add(new Filter.Keyword(field, values, name.startsWith("not.")));
                }
            }
        }
        Optional<DayRange> from = arguments.read("date.from", DayRange::of);
        Optional<DayRange> to = arguments.read("date.to", DayRange::of);
        DateMatch match = arguments.word("date.match", MATCHES, DateMatch.POSSIBLE);
        if (from.isPresent() || to.isPresent()) {
            DayRange first = from.orElse(DayRange.ALL);
            DayRange last = to.orElse(DayRange.ALL);
            if (last.to().isBefore(first.from())) {
                arguments.fault("date.to", "the range ends before it begins", "");
            } else {
                filters.add(new Filter.Dated(new DayRange(first.from(), last.to()), match));
            }
        }
        return filters;
    }

    /** Stances and blocks are closed lists: another word is a mistake, not a value that happens to be rare. */
    private void checkClosed(Arguments arguments, String name, String field, List<String> values) throws IOException {
        Set<String> known = new TreeSet<>();
        if (field.equals("stance") && !values.isEmpty()) {
            known.addAll(searcher.manifest().stances().keySet());
            searcher.values(field).values().forEach(value -> known.add(value.value()));
        } else if (field.equals("block")) {
            for (Block block : Block.values()) {
                known.add(block.word());
            }
        } else {
            return;
        }
        for (String value : values) {
            if (!known.contains(value)) {
                String all = String.join(
                        ", ", known.stream().filter(word -> !word.isEmpty()).toList());
                String nearest = Nearest.to(value, known).orElse("");
                arguments.fault(name, "\"" + value + "\" is none of " + all, nearest);
            }
        }
    }

    private List<String> facetFields(Arguments arguments, String name) {
        Set<String> known = new TreeSet<>(KEYWORDS);
        known.addAll(searcher.fields());
        known.add("date");
        List<String> fields = arguments.list(name);
        for (String field : fields) {
            if (!known.contains(field)) {
                arguments.fault(
                        name,
                        "\"" + field + "\" is none of " + String.join(", ", known),
                        Nearest.to(field, known).orElse(""));
            }
        }
        return fields.stream().filter(known::contains).distinct().toList();
    }

    private static Offsets offsetsAlone(Map<String, List<String>> parameters) {
        Arguments arguments = new Arguments(parameters, Set.of(Parameter.OFFSETS.name()));
        Offsets offsets = arguments.word("offsets", OFFSETS, Offsets.CODE_POINTS);
        arguments.check();
        return offsets;
    }

    private StoredDocument stored(String id) throws IOException {
        return searcher.document(id)
                .orElseThrow(() ->
                        new ProblemException(Problem.NOT_FOUND, "There is no document \"" + id + "\" in the index."));
    }

    private void refuseOld(Optional<Paging.Place> place) {
        if (place.isPresent() && place.get().cursor().generation() != searcher.generation()) {
            throw new ProblemException(
                    Problem.INDEX_CHANGED, "The cursor belongs to another generation of the index. Begin again.");
        }
    }

    private void index(ObjectNode body) {
        body.putObject("index").put("generation", searcher.generation());
    }

    private static <T> Map<String, T> words(String word, T meaning, String other, T otherMeaning) {
        Map<String, T> words = new LinkedHashMap<>();
        words.put(word, meaning);
        words.put(other, otherMeaning);
        return words;
    }

    private static <T> Map<String, T> words(String a, T first, String b, T second, String c, T third) {
        Map<String, T> words = new LinkedHashMap<>(words(a, first, b, second));
        words.put(c, third);
        return words;
    }
}
