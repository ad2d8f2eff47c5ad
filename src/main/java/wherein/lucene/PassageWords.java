package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import wherein.query.MentionSelector;
import wherein.text.Span;

/**
 * The words and mentions of one passage after another of a segment, read from postings and from the ledger. Passages in
 * ascending order are read at one go; a step back begins anew.
 */
final class PassageWords {

    private static final int NOT_THERE = -1;

    private final IndexSearcher searcher;
    private final LeafReaderContext leaf;
    private final Map<Term, PostingsEnum> postings = new HashMap<>();
    private final Map<MentionSelector, MentionPlaces> mentions = new HashMap<>();
    private final Map<Term, List<Place>> tokens = new HashMap<>();
    private final Map<Places, List<Place>> found = new IdentityHashMap<>();
    private int passage = NOT_THERE;

    PassageWords(IndexSearcher searcher, LeafReaderContext leaf) {
        this.searcher = searcher;
        this.leaf = leaf;
    }

    /**
     * Goes on if there is time left: putting places together may take long in a long passage.
     *
     * @throws wherein.search.DeadlineException if there is none
     */
    void check() {
        if (searcher.getTimeout() instanceof Deadline deadline) {
            deadline.check();
        }
    }

    /** Goes to the passage that is document {@code doc} of the segment. */
    void moveTo(int doc) {
        if (doc < passage) {
            postings.clear();
            mentions.clear();
        }
        if (doc != passage) {
            found.clear();
            tokens.clear();
        }
        passage = doc;
    }

    /** The places of {@code places} in the passage, put together once. */
    List<Place> of(Places places) throws IOException {
        List<Place> known = found.get(places);
        if (known == null) {
            known = places.in(this);
            found.put(places, known);
        }
        return known;
    }

    /** Every place of {@code term}; the positions of a passage can be read from the postings only once. */
    List<Place> of(Term term) throws IOException {
        List<Place> known = tokens.get(term);
        if (known == null) {
            known = read(term);
            tokens.put(term, known);
        }
        return known;
    }

    private List<Place> read(Term term) throws IOException {
        if (!postings.containsKey(term)) {
            postings.put(term, open(term));
        }
        PostingsEnum each = postings.get(term);
        if (each == null || each.docID() > passage || each.docID() < passage && each.advance(passage) != passage) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        for (int i = each.freq(); i > 0; i--) {
            int position = each.nextPosition();
            places.add(new Place(position, position, new Span(each.startOffset(), each.endOffset())));
        }
        return places;
    }

    private PostingsEnum open(Term term) throws IOException {
        Terms terms = leaf.reader().terms(term.field());
        TermsEnum each = terms == null ? null : terms.iterator();
        return each != null && each.seekExact(term.bytes()) ? each.postings(null, PostingsEnum.OFFSETS) : null;
    }

    /** The mentions that {@code selector} selects. */
    List<Place> of(MentionSelector selector) throws IOException {
        MentionPlaces places = mentions.get(selector);
        if (places == null) {
            places = new MentionPlaces(searcher, leaf, selector);
            mentions.put(selector, places);
        }
        return places.of(passage);
    }
}
