package wherein.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;

/**
 * Goes through matches in the order of the ids of their documents, and of their places in these, whichever segments they stand
 * in, so that the history of an index cannot show. A segment is in that order (an index sort keeps it so); several are merged. A match is
 * a passage, or stands in one block with its passage, before it.
 */
final class InOrder {

    private final MatchSet matches;
    private final SortedDocValues[] documents;
    private final NumericDocValues[] numbers;
    private final BitSet[] passages;
    private final PriorityQueue<Segment> others = new PriorityQueue<>(
            Comparator.comparingLong((Segment each) -> each.key).thenComparingInt(each -> each.leaf.ord));
    private Segment segment;

    /** What has come up to of one segment. */
    private static final class Segment {
        private final LeafReaderContext leaf;
        private final FixedBitSet bits;
        private int match;
        private int passage = -1;
        private long key;

        Segment(LeafReaderContext leaf, FixedBitSet bits) {
            this.leaf = leaf;
            this.bits = bits;
            this.match = bits.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : bits.nextSetBit(0);
        }

        boolean isOver() {
            return match == DocIdSetIterator.NO_MORE_DOCS;
        }

        void step() {
            match = match + 1 < bits.length() ? bits.nextSetBit(match + 1) : DocIdSetIterator.NO_MORE_DOCS;
        }
    }

    /** From the match that is number {@code from} of all, from 0, on. */
    InOrder(IndexReader reader, MatchSet matches, int from) throws IOException {
        int count = reader.leaves().size();
        this.matches = matches;
        this.documents = new SortedDocValues[count];
        this.numbers = new NumericDocValues[count];
        this.passages = new BitSet[count];
        for (LeafReaderContext leaf : reader.leaves()) {
            Segment each = new Segment(leaf, matches.bits(leaf));
            if (!each.isOver()) {
                documents[leaf.ord] = count == 1 ? null : GlobalValues.sorted(reader, Fields.ID);
                numbers[leaf.ord] = DocValues.getNumeric(leaf.reader(), Fields.NUMBER);
                passages[leaf.ord] = LuceneLedger.PASSAGES.getBitSet(leaf);
                enter(each);
            }
        }
        segment = others.poll();
        skip(from);
    }

    private void skip(int number) throws IOException {
        if (segment != null && others.isEmpty()) {
            int nth = matches.nth(number);
            segment.match = nth == DocIdSetIterator.NO_MORE_DOCS ? nth : nth - segment.leaf.docBase;
            moved();
            return;
        }
        for (int i = 0; i < number && segment != null; i++) {
            step();
        }
    }

    /** Whether there is a match here. */
    boolean isThere() {
        return segment != null;
    }

    /** The segment of the match here. */
    LeafReaderContext leaf() {
        return segment.leaf;
    }

    /** Its Lucene document there. */
    int match() {
        return segment.match;
    }

    /** The Lucene document of its passage there. */
    int passage() {
        return segment.passage;
    }

    /** Goes to the next match. */
    void step() throws IOException {
        segment.step();
        moved();
    }

    /** The match has changed: another segment may be next. */
    private void moved() throws IOException {
        if (segment.isOver()) {
            segment = others.poll();
            return;
        }
        if (segment.match <= segment.passage) {
            return;
        }
        find(segment);
        if (!others.isEmpty() && others.peek().key < segment.key) {
            others.add(segment);
            segment = others.poll();
        }
    }

    private void enter(Segment each) throws IOException {
        find(each);
        others.add(each);
    }

    /** Finds the passage of the match, and what it is sorted by. */
    private void find(Segment each) throws IOException {
        int leaf = each.leaf.ord;
        each.passage = passages[leaf].nextSetBit(each.match);
        if (documents[leaf] != null) {
            documents[leaf].advanceExact(each.leaf.docBase + each.passage);
            numbers[leaf].advanceExact(each.passage);
            each.key = (long) documents[leaf].ordValue() << Integer.SIZE | numbers[leaf].longValue();
        }
    }
}
