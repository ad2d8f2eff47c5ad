package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import wherein.document.Document;
import wherein.search.DocumentCopies;
import wherein.search.DocumentMarks;
import wherein.search.Filter;
import wherein.search.Hit;
import wherein.search.PassageSearcher;
import wherein.search.Similar;
import wherein.search.SimilarPage;
import wherein.search.StoredDocument;
import wherein.text.Span;

/** What is asked of whole documents, for one question. */
final class LuceneDocuments {

    private static final int NONE = DocIdSetIterator.NO_MORE_DOCS;

    private final TimedSearcher timed;
    private final IndexReader reader;

    LuceneDocuments(TimedSearcher timed) {
        this.timed = timed;
        this.reader = timed.getIndexReader();
    }

    /** As {@link PassageSearcher#documents(wherein.query.Query, List, wherein.search.Copies, int, int)} says. */
    PassageSearcher.DocumentPage page(
            wherein.query.Query query, List<Filter> filters, Folding folding, int from, int limit) throws IOException {
        MatchSet matches = new Selection(timed, query, filters).all();
        SortedDocValues ids = ids();
        FixedBitSet found = DocumentCounts.of(reader, matches).ordinals(ids);
        int repeated = 0;
        if (folding.known().isPresent()) {
            FixedBitSet copies = folding.known().get().documents().among(found);
            repeated = copies.cardinality();
            if (folding.isFolded()) {
                found.andNot(copies);
            }
        }
        List<StoredDocument> page = new ArrayList<>();
        for (int ordinal = nth(found, from); page.size() < limit && ordinal != NONE; ordinal = next(found, ordinal)) {
            timed.deadline().check();
            document(ids.lookupOrd(ordinal).utf8ToString()).ifPresent(page::add);
        }
        return new PassageSearcher.DocumentPage(found.cardinality(), repeated, page);
    }

    /** The ids of all documents. */
    private SortedDocValues ids() throws IOException {
        return GlobalValues.sorted(reader, Fields.ID);
    }

    /** Number {@code number}, from 0, of those that are set. */
    private static int nth(FixedBitSet set, int number) {
        int found = next(set, -1);
        for (int i = 0; i < number && found != NONE; i++) {
            found = next(set, found);
        }
        return found;
    }

    private static int next(FixedBitSet set, int after) {
        return after + 1 < set.length() ? set.nextSetBit(after + 1) : NONE;
    }

    /** As {@link PassageSearcher#documents(wherein.query.Query, List, int, PassageSearcher.DocumentVisitor)} says. */
    void visit(wherein.query.Query query, List<Filter> filters, int from, PassageSearcher.DocumentVisitor each)
            throws IOException {
        MatchSet matches = new Selection(timed, query, filters, true).all();
        SortedDocValues ids = ids();
        FixedBitSet found = DocumentCounts.of(reader, matches).ordinals(ids);
        for (int ordinal = nth(found, from); ordinal != NONE; ordinal = next(found, ordinal)) {
            timed.deadline().check();
            Optional<StoredDocument> stored = document(ids.lookupOrd(ordinal).utf8ToString());
            if (stored.isPresent() && !each.visit(stored.get())) {
                return;
            }
        }
    }

    Optional<StoredDocument> document(String id) throws IOException {
        OptionalInt found = WholeDocument.find(reader, id);
        return found.isPresent() ? Optional.of(WholeDocument.read(reader, found.getAsInt())) : Optional.empty();
    }

    DocumentCopies copies(String document, Duplicates duplicates) throws IOException {
        Republished known = duplicates.documents();
        SortedDocValues ids = ids();
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

    List<Hit> passages(String document) throws IOException {
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

    /** Makes hits of passages: nobody looks at marks there, which take a search each. */
    static Selection unmarked(TimedSearcher timed) throws IOException {
        return new Selection(timed, new wherein.query.Query.All(), List.of(), true);
    }

    /** All passages of one document. */
    private Selection of(String document) throws IOException {
        Filter only = new Filter.Keyword(Fields.DOC, List.of(document), false);
        return new Selection(timed, new wherein.query.Query.All(), List.of(only), true);
    }

    Optional<Hit> passage(String document, int number) throws IOException {
        Query one = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.DOC, document)), BooleanClause.Occur.FILTER)
                .add(NumericDocValuesField.newSlowExactQuery(Fields.NUMBER, number), BooleanClause.Occur.FILTER)
                .build();
        TopDocs found = timed.search(one, 1);
        if (found.scoreDocs.length == 0) {
            return Optional.empty();
        }
        return Optional.of(unmarked(timed).hit(found.scoreDocs[0].doc, 0, DocumentCounts.NONE));
    }

    SimilarPage similar(String document, Duplicates duplicates, int from, int limit) throws IOException {
        SimilarPairs similar = new SimilarPairs(duplicates, reader, timed.deadline());
        List<SimilarPairs.Candidate> pairs = similar.of(document);
        Selection unmarked = unmarked(timed);
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

    DocumentMarks marks(wherein.query.Query query, List<Filter> filters, String document) throws IOException {
        List<Filter> all = new ArrayList<>(filters);
        all.add(new Filter.Keyword(Fields.DOC, List.of(document), false));
        Selection selection = new Selection(timed, query, all);
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
}
