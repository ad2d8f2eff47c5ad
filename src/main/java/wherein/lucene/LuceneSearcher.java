package wherein.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import wherein.analysis.AnalysedWord;
import wherein.index.FileState;
import wherein.index.Manifest;
import wherein.mention.Mention;
import wherein.query.Named;
import wherein.query.Names;
import wherein.query.Query;
import wherein.query.QueryLimits;
import wherein.search.Copies;
import wherein.search.Cursor;
import wherein.search.Deadline;
import wherein.search.DocumentCopies;
import wherein.search.DocumentMarks;
import wherein.search.Facet;
import wherein.search.FacetRequest;
import wherein.search.FileAccount;
import wherein.search.Filter;
import wherein.search.Groups;
import wherein.search.Hit;
import wherein.search.Hits;
import wherein.search.LedgerRequest;
import wherein.search.MatchRequest;
import wherein.search.MatchRow;
import wherein.search.MentionRow;
import wherein.search.Part;
import wherein.search.PassageSearcher;
import wherein.search.Preparations;
import wherein.search.Prepared;
import wherein.search.RefusedClause;
import wherein.search.SearchRequest;
import wherein.search.SimilarPage;
import wherein.search.StoredDocument;
import wherein.search.Suggestion;
import wherein.search.Tally;
import wherein.search.WordForms;

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
    private final SegmentMemory memory;
    private final FormFinder.Cache forms;
    private final Optional<Deadline> asked;

    /**
     * Answers from {@code reader}.
     *
     * @param memory what is known of segments that the reader may have, and keeps
     */
    LuceneSearcher(DirectoryReader reader, Manifest manifest, Duration limit, QueryLimits queries, SegmentMemory memory)
            throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.manifest = manifest;
        this.limit = limit;
        this.queries = queries;
        this.stemmed = Vocabulary.isStemmed(reader);
        this.fields = ownFields(reader);
        this.memory = memory;
        this.forms = new FormFinder.Cache();
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
        this.memory = all.memory;
        this.forms = all.forms;
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

    /** What is known of its segments. */
    SegmentMemory memory() {
        return memory;
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
    public List<RefusedClause> refused(Query query) throws IOException {
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
        DocumentCounts perDocument = DocumentCounts.of(reader, matches);
        List<Facet> facets = new ArrayList<>();
        for (FacetRequest facet : request.facets()) {
            facets.add(selection.facet(facet));
        }
        List<Hit> hits = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        if (request.limit() > 0) {
            Scoring scoring = new Scoring(request.query(), request.question(), selection.planner());
            Ranking.Page page = new Ranking(timed, request).page(scoring, matches, folding.known());
            hits.addAll(selection.hits(page.ranked(), perDocument, request.details()));
            if (!page.folded().isEmpty()) {
                Map<Integer, List<Hit>> folded = selection.folded(page);
                for (int i = 0; i < hits.size(); i++) {
                    hits.set(i, hits.get(i).with(folded.get(page.ranked().get(i).doc())));
                }
            }
            if (folding.known().isPresent() && request.details().contains(Hit.Detail.COPIES)) {
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
    public WordForms.Found forms(Query query) throws IOException {
        return new FormFinder(reader, stemmed, forms, deadline()).of(query);
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
    public DocumentPage documents(Query query, List<Filter> filters, Copies copies, int from, int limit)
            throws IOException {
        TimedSearcher timed = timed();
        return new LuceneDocuments(timed).page(query, filters, folding(copies, timed), from, limit);
    }

    @Override
    public void documents(Query query, List<Filter> filters, int from, DocumentVisitor each) throws IOException {
        new LuceneDocuments(timed()).visit(query, filters, from, each);
    }

    @Override
    public Optional<StoredDocument> document(String id) throws IOException {
        return new LuceneDocuments(timed()).document(id);
    }

    @Override
    public DocumentCopies copies(String document) throws IOException {
        TimedSearcher timed = timed();
        return new LuceneDocuments(timed).copies(document, duplicates.get(timed.deadline()));
    }

    @Override
    public List<Hit> passages(String document) throws IOException {
        return new LuceneDocuments(timed()).passages(document);
    }

    @Override
    public Optional<Hit> passage(String document, int number) throws IOException {
        return new LuceneDocuments(timed()).passage(document, number);
    }

    @Override
    public SimilarPage similar(String document, int from, int limit) throws IOException {
        TimedSearcher timed = timed();
        return new LuceneDocuments(timed).similar(document, duplicates.get(timed.deadline()), from, limit);
    }

    @Override
    public DocumentMarks marks(Query query, List<Filter> filters, String document) throws IOException {
        return new LuceneDocuments(timed()).marks(query, filters, document);
    }

    @Override
    public List<Part> parts() throws IOException {
        TimedSearcher timed = timed();
        List<Part> parts = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            parts.add(new LucenePart(timed, leaf, memory));
        }
        return parts;
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public List<FileAccount> files(String path) throws IOException {
        // Not closed: it is the reader of this that it reads by.
        @SuppressWarnings("resource")
        LucenePrevious known = new LucenePrevious(new LuceneCommit(reader, manifest));
        List<FileAccount> files = new ArrayList<>();
        for (Manifest.Root root : manifest.roots()) {
            Optional<FileState> state = known.file(root.path(), path);
            if (state.isPresent()) {
                AtomicInteger documents = new AtomicInteger();
                known.keptOf(root.path(), path, kept -> documents.incrementAndGet());
                files.add(new FileAccount(state.get(), documents.get()));
            }
        }
        return files;
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
    public Facet dates(Query query, List<Filter> filters, Copies copies, FacetRequest.Interval interval)
            throws IOException {
        TimedSearcher timed = timed();
        return new Selection(timed, query, filters, listed(copies, timed)).dates(interval);
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
        return new FacetCounter(reader, timed.deadline()).count(request, all, Set.of(), Optional.empty());
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
    public List<Mention.Date> dates(MentionRow row) throws IOException {
        return LuceneLedger.dates(reader, row.row());
    }

    @Override
    public Map<String, Integer> named(Named named) throws IOException {
        return NamedCounts.of(reader, named, timed().deadline());
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
        Selection unmarked = new Selection(timed, new Query.All(), request.filters(), true);
        return doc -> unmarked.hit(doc, 0, DocumentCounts.NONE);
    }

    @Override
    public void close() throws IOException {
        // Whoever prepares something reads until it next looks at its deadline.
        preparations.close(reader);
    }
}
