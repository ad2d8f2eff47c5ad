package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import wherein.document.Block;
import wherein.query.Names;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.Hit;
import wherein.search.HitCopies;
import wherein.search.Matched;
import wherein.text.Span;
import wherein.time.DateMatch;

/** The passages that a query and filters select. */
final class Selection {

    private static final Set<Hit.Detail> WHOLE = EnumSet.allOf(Hit.Detail.class);

    private final IndexReader reader;
    private final TimedSearcher searcher;
    private final List<Filter> filters;
    private final Planner planner;
    private final Query matching;
    private final boolean boilerplate;
    private final Optional<Filter.Dated> dated;
    private final Folding folding;
    private final Marker marker;
    private final PassageReader passages;
    private final Map<Among, MatchSet> found = new HashMap<>();

    /** What {@code query} and {@code filters} select, boilerplate only if one of them asks for it. */
    Selection(TimedSearcher searcher, wherein.query.Query query, List<Filter> filters) throws IOException {
        this(searcher, query, filters, Folding.UNTOLD);
    }

    /** As above, where {@code folding} tells what becomes of copies. */
    Selection(TimedSearcher searcher, wherein.query.Query query, List<Filter> filters, Folding folding)
            throws IOException {
        this(
                searcher,
                query,
                filters,
                filters.stream().anyMatch(Selection::asksForBoilerplate) || names(query),
                folding);
    }

    /** As above, copies among the others, with boilerplate if {@code boilerplate} says so. */
    Selection(TimedSearcher searcher, wherein.query.Query query, List<Filter> filters, boolean boilerplate)
            throws IOException {
        this(searcher, query, filters, boilerplate, Folding.UNTOLD);
    }

    private Selection(
            TimedSearcher searcher,
            wherein.query.Query query,
            List<Filter> filters,
            boolean boilerplate,
            Folding folding)
            throws IOException {
        this.folding = folding;
        this.searcher = searcher;
        this.reader = searcher.getIndexReader();
        this.filters = filters;
        this.boilerplate = boilerplate;
        this.planner = new Planner(searcher.isStemmed(), searcher::vocabulary);
        Plan plan = planner.plan(query);
        this.matching = plan.matching();
        this.marker = new Marker(searcher, plan);
        this.passages = new PassageReader(reader);
        this.dated = filters.stream()
                .filter(Filter.Dated.class::isInstance)
                .map(Filter.Dated.class::cast)
                .findFirst();
    }

    private static boolean asksForBoilerplate(Filter filter) {
        return filter instanceof Filter.Keyword keyword
                && keyword.field().equals(Fields.BLOCK)
                && !keyword.negated()
                && keyword.values().contains(Block.BOILERPLATE.word());
    }

    /** Whether the query itself asks for the block of boilerplate. */
    private static boolean names(wherein.query.Query query) {
        return switch (query) {
            case wherein.query.Query.Keyword keyword ->
                keyword.field().equals(Fields.BLOCK) && keyword.value().equalsIgnoreCase(Block.BOILERPLATE.word());
            case wherein.query.Query.Boost boost -> names(boost.query());
            case wherein.query.Query.Bool bool ->
                bool.clauses().stream()
                        .anyMatch(clause ->
                                clause.occur() != wherein.query.Query.Occur.MUST_NOT && names(clause.query()));
            default -> false;
        };
    }

    /** The index. */
    IndexReader reader() {
        return reader;
    }

    /** Made the query ready. */
    Planner planner() {
        return planner;
    }

    MatchSet all() throws IOException {
        return found().kept();
    }

    /** All of them, and which of them are copies. */
    Folding.Folded found() throws IOException {
        return folding.passages(matches(filters, boilerplate), searcher.deadline());
    }

    /** All of them, one after the other by document and place. */
    InOrder inOrder() throws IOException {
        return new InOrder(reader, all());
    }

    /** Found once, however many facets are counted over them; nobody changes them. */
    private MatchSet matches(List<Filter> filters, boolean boilerplate) throws IOException {
        Among among = new Among(filters, boilerplate);
        MatchSet known = found.get(among);
        if (known == null) {
            Query all = selected(filters).build();
            known = MatchSet.of(searcher, all, boilerplate ? LuceneLedger.PASSAGES : LuceneQueries.READABLE);
            found.put(among, known);
        }
        return known;
    }

    /** What the query finds something among. */
    private record Among(List<Filter> filters, boolean boilerplate) {}

    private BooleanQuery.Builder selected(List<Filter> filters) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(matching, BooleanClause.Occur.FILTER);
        filters.forEach(filter -> all.add(LuceneQueries.filter(filter), BooleanClause.Occur.FILTER));
        return all;
    }

    /** Counts a field over what the query and all filters but those on this field select. */
    Facet facet(FacetRequest request) throws IOException {
        Set<String> own = Set.of(request.field(), "not." + request.field());
        List<Filter> others =
                filters.stream().filter(filter -> !own.contains(filter.field())).toList();
        Set<String> selected = new HashSet<>();
        for (Filter filter : filters) {
            if (filter.field().equals(request.field())) {
                selected.addAll(values(filter, request));
            }
        }
        boolean everyBlock = boilerplate || request.field().equals(Fields.BLOCK);
        MatchSet counted = matches(others, everyBlock);
        if (folding.isFolded()) {
            counted = folding.passages(counted, searcher.deadline()).kept();
        }
        return new FacetCounter(reader, searcher.deadline())
                .count(request, counted, selected, dated.map(Filter.Dated::range));
    }

    /** Counts all of them by their dates. */
    Facet dates(FacetRequest.Interval interval) throws IOException {
        FacetRequest request = new FacetRequest(Fields.DATE, "", Integer.MAX_VALUE, interval, Names.NONE);
        return new FacetCounter(reader, searcher.deadline()).count(request, all(), Set.of(), Optional.empty());
    }

    /** What {@code filter} asks for, as the values of {@code request} are called. */
    private static List<String> values(Filter filter, FacetRequest request) {
        return switch (filter) {
            case Filter.Keyword keyword ->
                keyword.negated()
                        ? List.of()
                        : keyword.values().stream()
                                .map(value -> Fields.value(keyword.field(), value))
                                .toList();
            case Filter.Mentioned mentioned ->
                mentioned.any().stream()
                        .flatMap(each -> each.ids().stream())
                        .map(id -> request.mentioned()
                                .map(named -> request.names().id(named, id))
                                .orElse(id))
                        .toList();
            case Filter.Bucket bucket -> bucket.interval() == request.interval() ? bucket.values() : List.of();
            case Filter.Dated dated -> List.of();
            case Filter.Ocr ocr -> List.of();
        };
    }

    /** The hits of a page, in its order; read in that of the index, in which postings can be read at one go. */
    List<Hit> hits(List<Ranking.Ranked> page, DocumentCounts perDocument, Set<Hit.Detail> details) throws IOException {
        Map<Integer, Hit> hits = new HashMap<>();
        List<Ranking.Ranked> ascending = new ArrayList<>(page);
        ascending.sort(Comparator.comparingInt(Ranking.Ranked::doc));
        for (Ranking.Ranked each : ascending) {
            hits.put(each.doc(), hit(each.doc(), each.score(), perDocument, details));
        }
        return page.stream().map(each -> hits.get(each.doc())).toList();
    }

    /** The matches that are shown with hits of a page, by the Lucene documents of these; read in the order of the index. */
    Map<Integer, List<Hit>> folded(Ranking.Page page) throws IOException {
        Map<Integer, List<Hit>> hits = new HashMap<>();
        for (Map.Entry<Integer, List<Integer>> each : new TreeMap<>(page.folded()).entrySet()) {
            List<Hit> own = new ArrayList<>();
            for (int doc : each.getValue()) {
                own.add(hit(doc, 0, DocumentCounts.NONE));
            }
            hits.put(each.getKey(), own);
        }
        return hits;
    }

    /** Passage {@code doc} with all that is shown of one. */
    Hit hit(int doc, float score, DocumentCounts perDocument) throws IOException {
        return hit(doc, score, perDocument, WHOLE);
    }

    private Hit hit(int doc, float score, DocumentCounts perDocument, Set<Hit.Detail> details) throws IOException {
        searcher.deadline().step();
        passages.moveTo(doc);
        PassageRecord about = passages.about();
        List<Matched> matched =
                details.contains(Hit.Detail.MARKS) ? marker.matched(passages.leaf(), passages.inLeaf()) : List.of();
        return new Hit(
                about.document(),
                about.number(),
                about.title(),
                about.metadata(),
                about.block(),
                about.heading(),
                about.language(),
                details.contains(Hit.Detail.TEXT) ? passages.text() : "",
                about.start(),
                about.startCodePoint(),
                about.cues(),
                about.ocr(),
                score,
                union(matched, Matched::text),
                union(matched, Matched::title),
                matched,
                dated.map(range -> about.metadata().date().match(range.range())).orElse(DateMatch.CERTAIN),
                Math.max(0, perDocument.passages(doc) - 1),
                List.of(),
                HitCopies.NONE,
                Optional.empty());
    }

    private static List<Span> union(List<Matched> matched, Function<Matched, List<Span>> part) {
        return Span.union(
                matched.stream().flatMap(each -> part.apply(each).stream()).toList());
    }

    /** Every whole match in the text of passage {@code doc}, each once, in order; positions in that text. */
    List<Span> matches(int doc) throws IOException {
        searcher.deadline().check();
        passages.moveTo(doc);
        return marker.whole(passages.leaf(), passages.inLeaf());
    }

    /** The text of passage {@code doc}. */
    String text(int doc) throws IOException {
        passages.moveTo(doc);
        return passages.text();
    }

    /** What is kept of passage {@code doc} beside its text. */
    PassageRecord about(int doc) throws IOException {
        passages.moveTo(doc);
        return passages.about();
    }

    /** What is marked in passage {@code doc}, in positions of the whole document's text. */
    List<Span> marksInDocument(int doc) throws IOException {
        searcher.deadline().check();
        int start = about(doc).start();
        return union(marker.matched(passages.leaf(), passages.inLeaf()), Matched::text).stream()
                .map(span -> span.shift(start))
                .toList();
    }
}
