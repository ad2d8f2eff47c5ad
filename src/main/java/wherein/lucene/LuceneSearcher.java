package wherein.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import wherein.analysis.AnalysedWord;
import wherein.document.Document;
import wherein.index.Manifest;
import wherein.query.Names;
import wherein.query.QueryLimits;
import wherein.search.Copies;
import wherein.search.Cursor;
import wherein.search.Deadline;
import wherein.search.DocumentCopies;
import wherein.search.DocumentMarks;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.Groups;
import wherein.search.Hit;
import wherein.search.Hits;
import wherein.search.LedgerRequest;
import wherein.search.MatchRequest;
import wherein.search.MatchRow;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;
import wherein.search.Preparations;
import wherein.search.Prepared;
import wherein.search.RefusedClause;
import wherein.search.SearchRequest;
import wherein.search.Similar;
import wherein.search.SimilarPage;
import wherein.search.StoredDocument;
import wherein.search.Suggestion;
import wherein.search.Tally;
import wherein.search.WordForms;
import wherein.text.Span;

/** Answers from one commit of a Lucene index. */
final class LuceneSearcher implements PassageSearcher {

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
    private final Duration limit;
    private final QueryLimits queries;
    private final boolean stemmed;
    private final List<String> fields;
    private final Preparations preparations;
    private final LuceneSuggestions suggestions;
    private final Prepared<Duplicates> duplicates;
    private final Optional<Deadline> asked;

    LuceneSearcher(DirectoryReader reader, Manifest manifest, Duration limit, QueryLimits queries) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.manifest = manifest;
        this.limit = limit;
        this.queries = queries;
        this.stemmed = Vocabulary.isStemmed(reader);
        this.fields = ownFields(reader);
        this.preparations = new Preparations();
        this.suggestions = new LuceneSuggestions(this, new WordSuggester(reader));
        this.duplicates = preparations.prepare("duplicates", deadline -> Duplicates.of(reader, deadline));
        this.asked = Optional.empty();
    }

    private LuceneSearcher(LuceneSearcher all, Deadline deadline) {
        this.reader = all.reader;
        this.searcher = all.searcher;
        this.manifest = all.manifest;
        this.limit = all.limit;
        this.queries = all.queries;
        this.stemmed = all.stemmed;
        this.fields = all.fields;
        this.preparations = all.preparations;
        this.suggestions = all.suggestions;
        this.duplicates = all.duplicates;
        this.asked = Optional.of(deadline);
    }

    @Override
    public PassageSearcher within(Deadline deadline) {
        return new LuceneSearcher(this, deadline);
    }

    /** The commit itself. */
    DirectoryReader reader() {
        return reader;
    }

    /** For one question. */
    private TimedSearcher timed() {
        Deadline deadline = deadline();
        deadline.check();
        return new TimedSearcher(reader, stemmed, deadline);
    }

    /** By when a question that comes now is answered. */
    Deadline deadline() {
        return asked.orElseGet(() -> Deadline.after(limit));
    }

    @Override
    public List<Suggestion> suggest(String prefix, Set<Suggestion.Type> types, int limit, Names names)
            throws IOException {
        return suggestions.suggest(prefix, types, limit, names, deadline());
    }

    @Override
    public Map<String, String> nearestWords(Collection<String> words) throws IOException {
        return suggestions.nearestWords(words, deadline());
    }

    @Override
    public QueryLimits queryLimits() {
        return queries;
    }

    @Override
    public List<RefusedClause> refused(wherein.query.Query query) throws IOException {
        return query.patterns().isEmpty() ? List.of() : new Vocabulary(reader, stemmed, deadline()).refused(query);
    }

    @Override
    public Preparations preparations() {
        return preparations;
    }

    @Override
    public Hits search(SearchRequest request) throws IOException {
        TimedSearcher timed = timed();
        Folding folding = folding(request.copies(), timed);
        Selection selection = new Selection(timed, request.query(), request.filters(), folding);
        Folding.Folded found = selection.found();
        MatchSet matches = found.kept();
        DocumentCounts perDocument = DocumentCounts.of(reader, matches, timed.deadline());
        List<Facet> facets = new ArrayList<>();
        for (FacetRequest facet : request.facets()) {
            facets.add(selection.facet(facet));
        }
        List<Hit> hits = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        if (request.limit() > 0) {
            Scoring scoring = new Scoring(request.query(), selection.planner());
            Ranking.Page page = new Ranking(timed, request).page(scoring, matches);
            timed.refusePartial();
            hits.addAll(selection.hits(page.ranked(), perDocument));
            if (folding.known().isPresent()) {
                CopyList copies = new CopyList(reader, folding.known().get(), timed.deadline());
                for (int i = 0; i < hits.size(); i++) {
                    hits.set(
                            i, hits.get(i).copied(copies.of(page.ranked().get(i).doc())));
                }
            }
            if (request.explain() && request.order() == SearchRequest.Order.RELEVANCE) {
                Explainer explainer = new Explainer(timed, scoring, page);
                for (int i = 0; i < hits.size(); i++) {
                    int doc = page.ranked().get(i).doc();
                    hits.set(
                            i,
                            hits.get(i).explained(explainer.of(doc, hits.get(i).document())));
                }
            }
            if (page.more()) {
                Hit last = hits.getLast();
                double key = page.ranked().getLast().key();
                next = Optional.of(new Cursor(key, last.document(), last.number(), generation()));
            }
        }
        return new Hits(matches.size(), perDocument.documents(), found.count(), hits, next, facets);
    }

    /** What is known of copies, for who counts them or leaves them out; waits for it no longer than the deadline. */
    private Folding folding(Copies copies, TimedSearcher timed) {
        return copies == Copies.UNTOLD
                ? Folding.UNTOLD
                : new Folding(copies, Optional.of(duplicates.get(timed.deadline())));
    }

    /** The same for who lists rows, and so needs it only to leave copies out. */
    private Folding listed(Copies copies, TimedSearcher timed) {
        return copies == Copies.FOLDED ? folding(copies, timed) : Folding.UNTOLD;
    }

    @Override
    public WordForms.Found forms(wherein.query.Query query) throws IOException {
        return new FormFinder(reader, stemmed, deadline()).of(query);
    }

    @Override
    public Map<String, Integer> passagesWith(Collection<String> words) throws IOException {
        Deadline deadline = deadline();
        Map<String, Integer> passages = new HashMap<>();
        for (String word : words) {
            deadline.check();
            int most = 0;
            for (AnalysedWord each : AnalysedWord.of(word)) {
                for (Occurrences.Form form :
                        Occurrences.Token.of(Fields.TEXT, each, stemmed).forms()) {
                    most = Math.max(most, LiveCounts.of(reader, form.term()));
                }
            }
            passages.put(word, most);
        }
        return passages;
    }

    @Override
    public DocumentPage documents(wherein.query.Query query, List<Filter> filters, Copies copies, int from, int limit)
            throws IOException {
        TimedSearcher timed = timed();
        Folding folding = folding(copies, timed);
        MatchSet matches = new Selection(timed, query, filters).all();
        DocumentCounts perDocument = DocumentCounts.of(reader, matches, timed.deadline());
        int repeated = 0;
        if (folding.known().isPresent()) {
            FixedBitSet found = folding.known().get().documents().among(perDocument.ordinals());
            repeated = found.cardinality();
            if (folding.isFolded()) {
                perDocument.leaveOut(found);
            }
        }
        SortedDocValues ids = GlobalValues.sorted(reader, Fields.ID);
        List<StoredDocument> page = new ArrayList<>();
        for (int ordinal : perDocument.ordinals(from, limit)) {
            timed.deadline().check();
            document(ids.lookupOrd(ordinal).utf8ToString()).ifPresent(page::add);
        }
        return new DocumentPage(perDocument.documents(), repeated, page);
    }

    @Override
    public void documents(wherein.query.Query query, List<Filter> filters, int from, DocumentVisitor each)
            throws IOException {
        TimedSearcher timed = timed();
        MatchSet matches = new Selection(timed, query, filters, true).all();
        DocumentCounts perDocument = DocumentCounts.of(reader, matches, timed.deadline());
        SortedDocValues ids = GlobalValues.sorted(reader, Fields.ID);
        for (int ordinal : perDocument.ordinals(from, Integer.MAX_VALUE)) {
            timed.deadline().check();
            Optional<StoredDocument> stored = document(ids.lookupOrd(ordinal).utf8ToString());
            if (stored.isPresent() && !each.visit(stored.get())) {
                return;
            }
        }
    }

    @Override
    public Optional<StoredDocument> document(String id) throws IOException {
        OptionalInt found = WholeDocument.find(reader, id);
        return found.isPresent() ? Optional.of(WholeDocument.read(reader, found.getAsInt())) : Optional.empty();
    }

    @Override
    public DocumentCopies copies(String document) throws IOException {
        Republished known = duplicates.get(deadline()).documents();
        SortedDocValues ids = GlobalValues.sorted(reader, Fields.ID);
        int ordinal = ids.lookupTerm(new BytesRef(document));
        if (ordinal < 0) {
            return DocumentCopies.NONE;
        }
        Optional<DocumentCopies.Original> original = Optional.empty();
        Republished.Copy copy = known.of(ordinal);
        if (copy != null) {
            Document found = document(ids.lookupOrd(copy.original()).utf8ToString())
                    .orElseThrow()
                    .document();
            original = Optional.of(new DocumentCopies.Original(
                    found.id(), found.metadata().title(), found.metadata().source(), copy.share()));
        }
        return new DocumentCopies(original, known.copiesOf(ordinal));
    }

    @Override
    public List<Hit> passages(String document) throws IOException {
        Selection selection = of(document);
        MatchSet matches = selection.all();
        TreeMap<Integer, Hit> passages = new TreeMap<>();
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = matches.from(0); doc != last; doc = matches.from(doc + 1)) {
            Hit hit = selection.hit(doc, 0, DocumentCounts.NONE);
            passages.put(hit.number(), hit);
        }
        return List.copyOf(passages.values());
    }

    /** All passages of one document. */
    private Selection of(String document) throws IOException {
        Filter only = new Filter.Keyword(Fields.DOC, List.of(document), false);
        return new Selection(timed(), new wherein.query.Query.All(), List.of(only), true);
    }

    @Override
    public Optional<Hit> passage(String document, int number) throws IOException {
        Query one = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.DOC, document)), BooleanClause.Occur.FILTER)
                .add(NumericDocValuesField.newSlowExactQuery(Fields.NUMBER, number), BooleanClause.Occur.FILTER)
                .build();
        TimedSearcher timed = timed();
        TopDocs found = timed.search(one, 1);
        timed.refusePartial();
        if (found.scoreDocs.length == 0) {
            return Optional.empty();
        }
        Selection unmarked = new Selection(timed, new wherein.query.Query.All(), List.of(), true);
        return Optional.of(unmarked.hit(found.scoreDocs[0].doc, 0, DocumentCounts.NONE));
    }

    @Override
    public SimilarPage similar(String document, int from, int limit) throws IOException {
        TimedSearcher timed = timed();
        SimilarPairs similar = new SimilarPairs(duplicates.get(timed.deadline()), reader, timed.deadline());
        List<SimilarPairs.Candidate> pairs = similar.of(document);
        Selection unmarked = new Selection(timed, new wherein.query.Query.All(), List.of(), true);
        List<Similar> page = new ArrayList<>();
        int to = (int) Math.min(pairs.size(), (long) from + limit);
        for (SimilarPairs.Candidate candidate : pairs.subList(Math.min(from, to), to)) {
            SimilarPairs.Pair pair = similar.aligned(candidate);
            Hit here = unmarked.hit(pair.doc(), 0, DocumentCounts.NONE);
            page.add(new Similar(here, unmarked.hit(pair.otherDoc(), 0, DocumentCounts.NONE), pair.alignment()));
        }
        int documents = (int) pairs.stream()
                .mapToInt(pair -> pair.other().document())
                .distinct()
                .count();
        return new SimilarPage(pairs.size(), documents, page);
    }

    @Override
    public DocumentMarks marks(wherein.query.Query query, List<Filter> filters, String document) throws IOException {
        List<Filter> all = new ArrayList<>(filters);
        all.add(new Filter.Keyword(Fields.DOC, List.of(document), false));
        Selection selection = new Selection(timed(), query, all);
        MatchSet matches = selection.all();
        TreeMap<Integer, List<Span>> found = new TreeMap<>();
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = matches.from(0); doc != last; doc = matches.from(doc + 1)) {
            found.put(selection.about(doc).number(), selection.marksInDocument(doc));
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
    public Duration limit() {
        return limit;
    }

    @Override
    public String format() {
        return LuceneIndex.format();
    }

    @Override
    public int deletedPassages() throws IOException {
        Term passage = new Term(Fields.TYPE, Fields.PASSAGE);
        return reader.docFreq(passage) - LiveCounts.of(reader, passage);
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
        return fields;
    }

    /** Those that any passage has which is not deleted. */
    private static List<String> ownFields(DirectoryReader reader) throws IOException {
        TreeSet<String> own = new TreeSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            for (FieldInfo field : leaf.reader().getFieldInfos()) {
                Optional<String> name = Fields.own(field.name);
                if (name.isPresent() && !own.contains(name.get()) && LiveCounts.isThere(leaf.reader(), field.name)) {
                    own.add(name.get());
                }
            }
        }
        return List.copyOf(own);
    }

    @Override
    public Facet values(String field) throws IOException {
        return values(FacetRequest.of(field), deadline());
    }

    /** The values of a field over all passages, within {@code deadline}. */
    Facet values(FacetRequest request, Deadline deadline) throws IOException {
        deadline.check();
        TimedSearcher timed = new TimedSearcher(reader, stemmed, deadline);
        MatchSet all = MatchSet.of(timed, LuceneQueries.passages(true));
        return new FacetCounter(reader, timed.deadline()).count(request, all, Set.of());
    }

    @Override
    public Tally tally(LedgerRequest request) throws IOException {
        TimedSearcher timed = timed();
        return new LuceneLedger(timed, folding(request.copies(), timed)).tally(request);
    }

    @Override
    public boolean mentions(LedgerRequest request, int after, Predicate<MentionRow> rows) throws IOException {
        TimedSearcher timed = timed();
        return new LuceneLedger(timed, listed(request.copies(), timed))
                .mentions(request, after, unmarked(timed, request), streamed(timed, rows));
    }

    @Override
    public void mentions(LedgerRequest request, int[] numbers, Predicate<MentionRow> rows) throws IOException {
        TimedSearcher timed = timed();
        new LuceneLedger(timed, listed(request.copies(), timed))
                .mentions(request, numbers, unmarked(timed, request), streamed(timed, rows));
    }

    @Override
    public void keys(LedgerRequest request, KeyTaker keys) throws IOException {
        TimedSearcher timed = timed();
        new LuceneLedger(timed, listed(request.copies(), timed)).keys(request, keys);
    }

    @Override
    public Groups summary(LedgerRequest request, List<String> by, UnaryOperator<String> person) throws IOException {
        TimedSearcher timed = timed();
        return new LuceneLedger(timed, folding(request.copies(), timed)).summary(request, by, person);
    }

    /** Where no request has its own deadline, a stream has the time of an answer from row to row. */
    private <T> Predicate<T> streamed(TimedSearcher timed, Predicate<T> rows) {
        if (asked.isPresent()) {
            return rows;
        }
        return row -> {
            boolean more = rows.test(row);
            timed.deadline().renew();
            return more;
        };
    }

    @Override
    public Tally matchTally(MatchRequest request) throws IOException {
        TimedSearcher timed = timed();
        return concordance(timed, request, folding(request.copies(), timed)).tally();
    }

    @Override
    public void matches(MatchRequest request, int after, Predicate<MatchRow> rows) throws IOException {
        TimedSearcher timed = timed();
        concordance(timed, request, listed(request.copies(), timed)).matches(after, streamed(timed, rows));
    }

    @Override
    public void matches(MatchRequest request, int[] numbers, Predicate<MatchRow> rows) throws IOException {
        TimedSearcher timed = timed();
        concordance(timed, request, listed(request.copies(), timed)).matches(numbers, streamed(timed, rows));
    }

    /** Boilerplate counts, as in the ledger. */
    private static LuceneConcordance concordance(TimedSearcher timed, MatchRequest request, Folding folding)
            throws IOException {
        return new LuceneConcordance(new Selection(timed, request.query(), request.filters(), true), folding);
    }

    /** Makes the hits of the passages that rows stand in: nobody looks at marks there, which take a search each. */
    private static LuceneLedger.Passages unmarked(TimedSearcher timed, LedgerRequest request) throws IOException {
        Selection unmarked = new Selection(timed, new wherein.query.Query.All(), request.filters(), true);
        return doc -> unmarked.hit(doc, 0, DocumentCounts.NONE);
    }

    @Override
    public void close() throws IOException {
        // Whoever prepares something reads until it next looks at its deadline.
        preparations.close(reader);
    }
}
