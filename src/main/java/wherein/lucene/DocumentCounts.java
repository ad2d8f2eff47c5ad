package wherein.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import wherein.search.Deadline;

/** How many passages of some matches each document has. Documents are known by the ordinals of their ids. */
final class DocumentCounts {

    /** Of no matches. */
    static final DocumentCounts NONE = new DocumentCounts(0);

    private final int[] passages;
    private int documents;

    private DocumentCounts(int ordinals) {
        this.passages = new int[ordinals];
    }

    static DocumentCounts of(IndexReader reader, MatchSet matches, Deadline deadline) throws IOException {
        SortedDocValues ids = GlobalValues.sorted(reader, Fields.ID);
        DocumentCounts counts = new DocumentCounts(ids.getValueCount());
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = matches.from(0); doc != last; doc = matches.from(doc + 1)) {
            deadline.step();
            if (ids.advanceExact(doc) && counts.passages[ids.ordValue()]++ == 0) {
                counts.documents++;
            }
        }
        return counts;
    }

    /** The ordinals of the documents that have a passage among the matches. */
    FixedBitSet ordinals() {
        FixedBitSet ordinals = new FixedBitSet(passages.length);
        for (int ordinal = 0; ordinal < passages.length; ordinal++) {
            if (passages[ordinal] > 0) {
                ordinals.set(ordinal);
            }
        }
        return ordinals;
    }

    /** Takes out the documents of these ordinals, which have a passage among the matches. */
    void leaveOut(FixedBitSet ordinals) {
        for (int ordinal = 0; ordinal < passages.length; ordinal++) {
            passages[ordinal] = ordinals.get(ordinal) ? 0 : passages[ordinal];
        }
        documents -= ordinals.cardinality();
    }

    /** How many documents have a passage among the matches. */
    int documents() {
        return documents;
    }

    /** How many of the matches stand in the document {@code ordinal}. */
    int passages(int ordinal) {
        return ordinal < passages.length ? passages[ordinal] : 0;
    }

    /** The ordinals of at most {@code limit} documents, from {@code from}, counted from 0 among those with a passage, on. */
    int[] ordinals(int from, int limit) {
        int first = Math.max(0, from);
        int[] page = new int[Math.max(0, Math.min(limit, documents - first))];
        int seen = 0;
        int found = 0;
        for (int ordinal = 0; found < page.length; ordinal++) {
            if (passages[ordinal] > 0 && seen++ >= first) {
                page[found++] = ordinal;
            }
        }
        return page;
    }
}
