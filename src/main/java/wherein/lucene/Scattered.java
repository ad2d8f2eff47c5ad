package wherein.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import wherein.search.Deadline;

/**
 * The documents whose passages do not all stand together in an index, which are few: those that were being written when a
 * segment ended. Documents are known by the ordinals of their ids.
 */
final class Scattered {

    private final FixedBitSet documents;

    private Scattered(FixedBitSet documents) {
        this.documents = documents;
    }

    /** Finds them, by a look at the document of each passage. */
    static Scattered in(IndexReader reader, Deadline deadline) throws IOException {
        SortedDocValues ids = GlobalValues.sorted(reader, Fields.ID);
        FixedBitSet seen = new FixedBitSet(ids.getValueCount());
        FixedBitSet scattered = new FixedBitSet(seen.length());
        int last = -1;
        for (LeafReaderContext leaf : reader.leaves()) {
            BitSet passages = LuceneLedger.PASSAGES.getBitSet(leaf);
            int passage = passages == null ? DocIdSetIterator.NO_MORE_DOCS : passages.nextSetBit(0);
            while (passage != DocIdSetIterator.NO_MORE_DOCS) {
                deadline.step();
                ids.advanceExact(leaf.docBase + passage);
                if (ids.ordValue() != last) {
                    last = ids.ordValue();
                    if (seen.getAndSet(last)) {
                        scattered.set(last);
                    }
                }
                passage = passage + 1 < passages.length()
                        ? passages.nextSetBit(passage + 1)
                        : DocIdSetIterator.NO_MORE_DOCS;
            }
        }
        return new Scattered(scattered);
    }

    boolean has(int document) {
        return documents.get(document);
    }
}
