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
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The documents that have a passage among some matches, and how many each has. A document stands right behind its passages: so the
 * documents of all matches are found by one addition, 64 passages at a time, and cost no look at any of them.
 */
final class DocumentCounts {

    /** Of no matches. */
    static final DocumentCounts NONE = new DocumentCounts(List.of(), List.of());

    private final List<LeafReaderContext> leaves;
    private final List<Segment> segments;

    private DocumentCounts(List<LeafReaderContext> leaves, List<Segment> segments) {
        this.leaves = leaves;
        this.segments = segments;
    }

    static DocumentCounts of(IndexReader reader, MatchSet matches) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            FixedBitSet bits = matches.bits(leaf);
            BitSet wholes = LuceneQueries.WHOLE.getBitSet(leaf);
            segments.add(new Segment(bits, wholes, documents(bits, wholes)));
        }
        return new DocumentCounts(reader.leaves(), segments);
    }

    /**
     * The documents, each right behind its passages, that have a passage among {@code matches}. Seen as one long number, the passages of
     * a document are ones and it is the zero above them: any match that is added to these ones carries into it, and no further.
     */
    private static FixedBitSet documents(FixedBitSet matches, BitSet wholes) throws IOException {
        FixedBitSet documents = new FixedBitSet(matches.length());
        if (wholes == null) {
            return documents;
        }
        documents.or(new BitSetIterator(wholes, 0));
        long[] words = documents.getBits();
        long[] added = matches.getBits();
        boolean carry = false;
        for (int i = 0; i < words.length; i++) {
            long ones = ~words[i];
            long sum = ones + added[i] + (carry ? 1 : 0);
            carry = carry ? Long.compareUnsigned(sum, ones) <= 0 : Long.compareUnsigned(sum, ones) < 0;
            words[i] &= sum;
        }
        return documents;
    }

    /** The matches in a segment, all documents of it, each behind its passages, and those of them that have a match there. */
    private record Segment(FixedBitSet matches, BitSet wholes, FixedBitSet found) {

        /** How many matches the document of a passage has. */
        int around(int passage) {
            int end = wholes.nextSetBit(passage);
            return matches.cardinality(WholeDocument.first(wholes, passage), end);
        }
    }

    /** How many documents have a passage among the matches. */
    int documents() {
        return segments.stream().mapToInt(each -> each.found.cardinality()).sum();
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
            DocIdSetIterator each = new BitSetIterator(segments.get(i).found, 0);
            for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
                ids.advanceExact(leaves.get(i).docBase + doc);
                ordinals.set(ids.ordValue());
            }
        }
        return ordinals;
    }
}
