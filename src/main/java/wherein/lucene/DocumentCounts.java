package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import wherein.search.Deadline;

/**
 * The documents that have a passage among some matches, and how many each has. A document stands right behind its passages: so a
 * look from document to document finds them, and takes a step a document and none a match.
 */
final class DocumentCounts {

    /** Of no matches. */
    static final DocumentCounts NONE = new DocumentCounts(List.of(), List.of());

    private final List<LeafReaderContext> leaves;

    /** Of each segment the matches, and the documents behind them. */
    private final List<Segment> segments;

    private int documents;

    private DocumentCounts(List<LeafReaderContext> leaves, List<Segment> segments) {
        this.leaves = leaves;
        this.segments = segments;
    }

    static DocumentCounts of(IndexReader reader, MatchSet matches, Deadline deadline) throws IOException {
        List<Segment> segments = new ArrayList<>();
        DocumentCounts counts = new DocumentCounts(reader.leaves(), segments);
        for (LeafReaderContext leaf : reader.leaves()) {
            Segment segment = new Segment(matches.bits(leaf), LuceneQueries.WHOLE.getBitSet(leaf));
            segments.add(segment);
            for (int doc = segment.next(0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = segment.next(doc + 1)) {
                deadline.step();
                counts.documents++;
            }
        }
        return counts;
    }

    /** The matches in a segment, and all documents of it, each behind its passages. */
    private record Segment(FixedBitSet matches, BitSet wholes) {

        /** The first document at or behind {@code doc} that has a match there; {@link DocIdSetIterator#NO_MORE_DOCS} if none has. */
        int next(int doc) {
            int match = doc < matches.length() ? matches.nextSetBit(doc) : DocIdSetIterator.NO_MORE_DOCS;
            return match == DocIdSetIterator.NO_MORE_DOCS ? match : wholes.nextSetBit(match);
        }

        /** How many matches the document of a passage has. */
        int around(int passage) {
            int end = wholes.nextSetBit(passage);
            int count = 0;
            for (int doc = passage == 0 ? 0 : wholes.prevSetBit(passage - 1) + 1; doc < end; doc++) {
                count += matches.get(doc) ? 1 : 0;
            }
            return count;
        }
    }

    /** How many documents have a passage among the matches. */
    int documents() {
        return documents;
    }

    /** How many of the matches stand in the document of the passage {@code doc}, a Lucene document of the index. */
    int passages(int doc) {
        if (segments.isEmpty()) {
            return 0;
        }
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        return segments.get(leaf.ord).around(doc - leaf.docBase);
    }

    /** The documents that have a passage among the matches, by the ordinals of their ids. Costs a look at each. */
    FixedBitSet ordinals(SortedDocValues ids) throws IOException {
        FixedBitSet ordinals = new FixedBitSet(ids.getValueCount());
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            for (int doc = segment.next(0); doc != DocIdSetIterator.NO_MORE_DOCS; doc = segment.next(doc + 1)) {
                ids.advanceExact(leaves.get(i).docBase + doc);
                ordinals.set(ids.ordValue());
            }
        }
        return ordinals;
    }
}
