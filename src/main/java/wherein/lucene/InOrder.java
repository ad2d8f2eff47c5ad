package wherein.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Goes through the passages of a {@link MatchSet} in the order of the ids of their documents, and of their places in these,
 * whichever segments they stand in, so that the history of an index cannot show. A segment is in that order (an index sort keeps
 * it so), and has a document as a whole; several are merged.
 */
final class InOrder {

    private final SortedDocValues[] documents;
    private final PriorityQueue<Segment> others = new PriorityQueue<>(
            Comparator.comparingInt((Segment each) -> each.document).thenComparingInt(each -> each.leaf.ord));
    private Segment segment;

    /** What has come up to of one segment. */
    private static final class Segment {
        private final LeafReaderContext leaf;
        private final FixedBitSet bits;
        private int passage;
        private int document;

        Segment(LeafReaderContext leaf, FixedBitSet bits) {
            this.leaf = leaf;
            this.bits = bits;
            this.passage = bits.length() == 0 ? DocIdSetIterator.NO_MORE_DOCS : bits.nextSetBit(0);
        }

        boolean isOver() {
            return passage == DocIdSetIterator.NO_MORE_DOCS;
        }

        void step() {
            passage = passage + 1 < bits.length() ? bits.nextSetBit(passage + 1) : DocIdSetIterator.NO_MORE_DOCS;
        }
    }

    /** From the first on. */
    InOrder(IndexReader reader, MatchSet passages) throws IOException {
        int count = reader.leaves().size();
        this.documents = new SortedDocValues[count];
        for (LeafReaderContext leaf : reader.leaves()) {
            Segment each = new Segment(leaf, passages.bits(leaf));
            if (!each.isOver()) {
                documents[leaf.ord] = count == 1 ? null : GlobalValues.sorted(reader, Fields.ID);
                find(each);
                others.add(each);
            }
        }
        segment = others.poll();
    }

    /** Whether there is a passage here. */
    boolean isThere() {
        return segment != null;
    }

    /** The segment of the passage here. */
    LeafReaderContext leaf() {
        return segment.leaf;
    }

    /** Its Lucene document there. */
    int passage() {
        return segment.passage;
    }

    /** Goes to the next passage: another segment may have it. */
    void step() throws IOException {
        segment.step();
        if (segment.isOver()) {
            segment = others.poll();
            return;
        }
        find(segment);
        if (!others.isEmpty() && others.peek().document < segment.document) {
            others.add(segment);
            segment = others.poll();
        }
    }

    /** Finds what the passage is sorted by. */
    private void find(Segment each) throws IOException {
        SortedDocValues ids = documents[each.leaf.ord];
        if (ids != null) {
            ids.advanceExact(each.leaf.docBase + each.passage);
            each.document = ids.ordValue();
        }
    }
}
