package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import wherein.document.Document;
import wherein.index.Manifest;
import wherein.index.Previous;
import wherein.search.Cursor;
import wherein.search.DocumentMarks;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.Hit;
import wherein.search.Hits;
import wherein.search.LedgerRequest;
import wherein.search.MatchRow;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.search.StoredDocument;
import wherein.search.Tally;
import wherein.text.Span;

/** Answers from one commit of a Lucene index. */
final class LuceneSearcher implements PassageSearcher, Previous {

    /**
     * The parser limits what a query may hold; each of its words becomes some terms in up to four fields, and those are
     * never more than this.
     */
    private static final int MAX_TERMS = 1 << 17;

    static {
        IndexSearcher.setMaxClauseCount(MAX_TERMS);
    }

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Manifest manifest;

    LuceneSearcher(DirectoryReader reader, Manifest manifest) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.manifest = manifest;
    }

    @Override
    public Hits search(SearchRequest request) throws IOException {
        Selection selection = new Selection(searcher, request.query(), request.filters());
        MatchSet matches = selection.all();
        Map<Integer, Integer> perDocument = perDocument(matches);
        List<Facet> facets = new ArrayList<>();
        for (FacetRequest facet : request.facets()) {
            facets.add(selection.facet(facet));
        }
        List<Hit> hits = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        if (request.limit() > 0) {
            Query ranked = new BooleanQuery.Builder()
                    .add(LuceneQueries.ranked(request.query()), BooleanClause.Occur.MUST)
                    .add(selection.narrowing(), BooleanClause.Occur.FILTER)
                    .build();
            Ranking ranking = new Ranking(searcher, request);
            Ranking.Page page = ranking.page(ranked);
            for (Ranking.Ranked each : page.ranked()) {
                hits.add(selection.hit(each.doc(), each.score(), perDocument));
            }
            if (page.more()) {
                Hit last = hits.getLast();
                double key = page.ranked().getLast().key();
                next = Optional.of(new Cursor(key, last.document(), last.number(), generation()));
            }
        }
        return new Hits(matches.size(), perDocument.size(), hits, next, facets);
    }

    @Override
    public DocumentPage documents(wherein.query.Query query, List<Filter> filters, int from, int limit)
            throws IOException {
        MatchSet matches = new Selection(searcher, query, filters).all();
        SortedDocValues ids = MultiDocValues.getSortedValues(reader, Fields.ID);
        List<Integer> ordinals =
                new ArrayList<>(new TreeSet<>(perDocument(matches).keySet()));
        List<StoredDocument> page = new ArrayList<>();
        for (int i = from; i < Math.min(ordinals.size(), from + limit); i++) {
            document(ids.lookupOrd(ordinals.get(i)).utf8ToString()).ifPresent(page::add);
        }
        return new DocumentPage(ordinals.size(), page);
    }

    @Override
    public Optional<StoredDocument> document(String id) throws IOException {
        TopDocs found = searcher.search(new TermQuery(new Term(Fields.WHOLE, id)), 1);
        if (found.scoreDocs.length == 0) {
            return Optional.empty();
        }
        return Optional.of(whole(searcher.storedFields().document(found.scoreDocs[0].doc)));
    }

    @Override
    public List<Hit> passages(String document) throws IOException {
        Filter only = new Filter.Keyword(Fields.DOC, List.of(document), false);
        Selection selection = new Selection(searcher, new wherein.query.Query.All(), List.of(only), true);
        MatchSet matches = selection.all();
        TreeMap<Integer, Hit> passages = new TreeMap<>();
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = matches.from(0); doc != last; doc = matches.from(doc + 1)) {
            Hit hit = selection.hit(doc, 0, Map.of());
            passages.put(hit.number(), hit);
        }
        return List.copyOf(passages.values());
    }

    @Override
    public Optional<Hit> passage(String document, int number) throws IOException {
        return passages(document).stream().filter(hit -> hit.number() == number).findFirst();
    }

    @Override
    public DocumentMarks marks(wherein.query.Query query, List<Filter> filters, String document) throws IOException {
        List<Filter> all = new ArrayList<>(filters);
        all.add(new Filter.Keyword(Fields.DOC, List.of(document), false));
        Selection selection = new Selection(searcher, query, all);
        MatchSet matches = selection.all();
        TreeMap<Integer, List<Span>> found = new TreeMap<>();
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = matches.from(0); doc != last; doc = matches.from(doc + 1)) {
            found.put(selection.placeInDocument(doc), selection.marksInDocument(doc));
        }
        return new DocumentMarks(
                List.copyOf(found.keySet()),
                found.values().stream().flatMap(List::stream).toList());
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public long generation() {
        try {
            return reader.getIndexCommit().getGeneration();
        } catch (IOException e) {
            throw new IllegalStateException("a reader of a commit knows its commit", e);
        }
    }

    @Override
    public List<String> fields() {
        TreeSet<String> own = new TreeSet<>();
        FieldInfos.getMergedFieldInfos(reader)
                .forEach(field -> Fields.own(field.name).ifPresent(own::add));
        return List.copyOf(own);
    }

    @Override
    public Facet values(String field) throws IOException {
        MatchSet all = MatchSet.of(searcher, LuceneQueries.passages(true));
        return new FacetCounter(reader).count(FacetRequest.of(field), all, Set.of());
    }

    @Override
    public Tally tally(LedgerRequest request) throws IOException {
        return new LuceneLedger(searcher).tally(within(request).passages(), request.rows());
    }

    @Override
    public boolean mentions(LedgerRequest request, int after, Predicate<MentionRow> rows) throws IOException {
        Selection unmarked = unmarked(request);
        return new LuceneLedger(searcher)
                .mentions(
                        within(request).passages(), request.rows(), after, doc -> unmarked.hit(doc, 0, Map.of()), rows);
    }

    @Override
    public List<MentionGroup> summary(LedgerRequest request, List<String> by, UnaryOperator<String> person)
            throws IOException {
        Selection unmarked = unmarked(request);
        return new LuceneLedger(searcher)
                .summary(within(request).passages(), request.rows(), by, person, doc -> unmarked.hit(doc, 0, Map.of()));
    }

    @Override
    public Tally matchTally(wherein.query.Query query, List<Filter> filters) throws IOException {
        return new LuceneConcordance(new Selection(searcher, query, filters, true)).tally();
    }

    @Override
    public void matches(wherein.query.Query query, List<Filter> filters, int after, Predicate<MatchRow> rows)
            throws IOException {
        new LuceneConcordance(new Selection(searcher, query, filters, true)).matches(after, rows);
    }

    /** The ledger holds boilerplate too. */
    private Selection within(LedgerRequest request) throws IOException {
        return new Selection(searcher, request.query(), request.filters(), true);
    }

    /** Makes the hits of the passages that rows stand in: nobody looks at marks there, which take a search each. */
    private Selection unmarked(LedgerRequest request) throws IOException {
        return new Selection(searcher, new wherein.query.Query.All(), request.filters(), true);
    }

    // What a run of the indexer asks.

    @Override
    public Optional<Manifest> previousManifest() {
        return Optional.of(manifest);
    }

    @Override
    public Set<String> ids() throws IOException {
        Set<String> ids = new HashSet<>();
        SortedDocValues values = MultiDocValues.getSortedValues(reader, Fields.WHOLE);
        for (int ordinal = 0; values != null && ordinal < values.getValueCount(); ordinal++) {
            ids.add(values.lookupOrd(ordinal).utf8ToString());
        }
        return ids;
    }

    @Override
    public List<Document> ofFile(String root, String file) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.ROOT, root)), BooleanClause.Occur.FILTER)
                .add(new TermQuery(new Term(Fields.FILE, file)), BooleanClause.Occur.FILTER)
                .build();
        MatchSet found = MatchSet.of(searcher, query);
        List<Document> documents = new ArrayList<>();
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = found.from(0); doc != last; doc = found.from(doc + 1)) {
            documents.add(whole(searcher.storedFields().document(doc)).document());
        }
        return documents;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static StoredDocument whole(org.apache.lucene.document.Document stored) {
        Document document = Stored.document(stored.get(Fields.ABOUT), stored.get(Fields.WHOLE_TEXT));
        return new StoredDocument(
                document, stored.getField(Fields.PASSAGES).numericValue().intValue());
    }

    /** How many passages of {@code matches} each document has, by the ordinal of its id. */
    private Map<Integer, Integer> perDocument(MatchSet matches) throws IOException {
        Map<Integer, Integer> counts = new HashMap<>();
        SortedDocValues ids = MultiDocValues.getSortedValues(reader, Fields.ID);
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = matches.from(0); doc != last; doc = matches.from(doc + 1)) {
            if (ids.advanceExact(doc)) {
                counts.merge(ids.ordValue(), 1, Integer::sum);
            }
        }
        return counts;
    }
}
