package wherein.lucene;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/** How many passages of some matches each document has. Documents are known by the ordinals of their ids. */
final class DocumentCounts {

    /** Of no matches. */
    static final DocumentCounts NONE = new DocumentCounts(0);

    private final int[] passages;
    private int documents;

    private DocumentCounts(int ordinals) {
        this.passages = new int[ordinals];
    }

    static DocumentCounts of(IndexReader reader, MatchSet matches) throws IOException {
        SortedDocValues ids = MultiDocValues.getSortedValues(reader, Fields.ID);
        if (ids == null) {
            return NONE;
        }
        DocumentCounts counts = new DocumentCounts(ids.getValueCount());
        int last = DocIdSetIterator.NO_MORE_DOCS;
        for (int doc = matches.from(0); doc != last; doc = matches.from(doc + 1)) {
            if (ids.advanceExact(doc) && counts.passages[ids.ordValue()]++ == 0) {
                counts.documents++;
            }
        }
        return counts;
    }

    /** How many documents have a passage among the matches. */
    int documents() {
        return documents;
    }

    /** How many of the matches stand in the document {@code ordinal}. */
    int passages(int ordinal) {
        return ordinal < passages.length ? passages[ordinal] : 0;
    }

    /** The ordinals of documents {@code from}, counted from 0 among those with a passage, to {@code to}, exclusive. */
    int[] ordinals(int from, int to) {
        int[] page = new int[Math.max(0, Math.min(to, documents) - from)];
        int seen = 0;
        for (int ordinal = 0; ordinal < passages.length && seen < from + page.length; ordinal++) {
            if (passages[ordinal] > 0) {
                if (seen >= from) {
                    page[seen - from] = ordinal;
                }
                seen++;
            }
        }
        return page;
    }
}
