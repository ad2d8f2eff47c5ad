package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BitSet;
import wherein.query.MentionSelector;

/**
 * The words and mentions of one passage after another of a segment, read from postings and from the ledger. Passages in
 * ascending order are read at one go; a step back begins anew.
 */
final class PassageWords {

    private static final int NOT_THERE = -1;

    private final IndexSearcher searcher;
    private final LeafReaderContext leaf;
    private final Map<Occurrences.Token, PriorityQueue<PostingsEnum>> postings = new IdentityHashMap<>();
    private final Map<MentionSelector, MentionOccurrences> mentions = new HashMap<>();
    private final Map<Occurrences, List<Occurrence>> found = new IdentityHashMap<>();
    private final BitSet documents;
    private WordPlaces texts;
    private WordPlaces titles;
    private int passage = NOT_THERE;

    PassageWords(IndexSearcher searcher, LeafReaderContext leaf) throws IOException {
        this.searcher = searcher;
        this.leaf = leaf;
        this.documents = LuceneQueries.WHOLE.getBitSet(leaf);
        begin();
    }

    private void begin() throws IOException {
        postings.clear();
        mentions.clear();
        texts = new WordPlaces(leaf.reader());
        titles = new WordPlaces(leaf.reader());
    }

    /**
     * Goes on if there is time left: putting occurrences together may take long in a long passage.
     *
     * @throws wherein.search.DeadlineException if there is none
     */
    void check() {
        if (searcher.getTimeout() instanceof TimedSearcher.DeadlineTimeout timeout) {
            timeout.deadline().check();
        }
    }

    /** Goes to the passage that is document {@code doc} of the segment. */
    void moveTo(int doc) throws IOException {
        if (doc < passage) {
            begin();
        }
        if (doc != passage) {
            found.clear();
        }
        passage = doc;
    }

    /** Where {@code occurrences} occur in the passage, put together once. */
    List<Occurrence> of(Occurrences occurrences) throws IOException {
        List<Occurrence> known = found.get(occurrences);
        if (known == null) {
            known = occurrences.in(this);
            found.put(occurrences, known);
        }
        return known;
    }

    /**
     * Every place of one of the terms of {@code token}, in no order. A token of many terms costs what the passages that have
     * one of them cost, not all of its terms for each passage.
     */
    List<Occurrence> anyOf(Occurrences.Token token) throws IOException {
        PriorityQueue<PostingsEnum> each = postings.get(token);
        if (each == null) {
            each = open(token);
            postings.put(token, each);
        }
        List<Occurrence> occurrences = new ArrayList<>();
        List<PostingsEnum> here = new ArrayList<>();
        while (!each.isEmpty() && each.peek().docID() <= passage) {
            PostingsEnum first = each.poll();
            if (first.docID() == passage || first.advance(passage) == passage) {
                read(first, placesOf(token), occurrences);
                here.add(first);
            } else if (first.docID() != DocIdSetIterator.NO_MORE_DOCS) {
                each.add(first);
            }
        }
        each.addAll(here);
        return occurrences;
    }

    /** The places of the words among which those of {@code token} are: of the passage, or of its document's title. */
    private WordPlaces placesOf(Occurrences.Token token) throws IOException {
        boolean inText = token.field().equals(Fields.TEXT);
        WordPlaces places = inText ? texts : titles;
        places.moveTo(inText ? passage : documents.nextSetBit(passage));
        return places;
    }

    private static void read(PostingsEnum term, WordPlaces places, List<Occurrence> occurrences) throws IOException {
        for (int i = term.freq(); i > 0; i--) {
            int position = term.nextPosition();
            occurrences.add(new Occurrence(position, position, places.get(position)));
        }
    }

    /** The postings of the terms, by the passage where they stand. */
    private PriorityQueue<PostingsEnum> open(Occurrences.Token token) throws IOException {
        PriorityQueue<PostingsEnum> opened = new PriorityQueue<>(Comparator.comparingInt(PostingsEnum::docID));
        Terms terms = leaf.reader().terms(token.field());
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (Occurrences.Form form : token.forms()) {
                if (each.seekExact(form.term().bytes())) {
                    opened.add(each.postings(null, PostingsEnum.POSITIONS));
                }
            }
        }
        return opened;
    }

    /** The mentions that {@code selector} selects. */
    List<Occurrence> of(MentionSelector selector) throws IOException {
        MentionOccurrences occurrences = mentions.get(selector);
        if (occurrences == null) {
            occurrences = new MentionOccurrences(leaf.reader(), selector);
            mentions.put(selector, occurrences);
        }
        return occurrences.of(passage);
    }
}
