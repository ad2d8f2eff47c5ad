package wherein.lucene;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import wherein.search.LedgerRequest;
import wherein.search.Marked;
import wherein.search.RowMarks;

/**
 * Which rows of one passage after another a request selects, whatever it says of passages; those of a segment come in ascending
 * order.
 */
final class SelectedRows {
    private final IndexReader reader;
    private final LedgerRequest request;
    private final MentionRows[] rows;
    private final MentionFilter[] filters;
    private final RowMarks.Lookup marks;
    private final BitSet numbers = new BitSet();
    private int passage = -1;

    SelectedRows(IndexReader reader, LedgerRequest request) {
        this.reader = reader;
        this.request = request;
        this.rows = new MentionRows[reader.leaves().size()];
        this.filters = new MentionFilter[rows.length];
        this.marks = request.marked().marks().lookup();
    }

    /** Whether row {@code number} of passage {@code doc}, a Lucene document of the whole index, is one of them. */
    boolean has(int doc, int number) throws IOException {
        if (doc != passage) {
            passage = doc;
            read(doc);
        }
        return numbers.get(number);
    }

    private void read(int doc) throws IOException {
        int ord = ReaderUtil.subIndex(doc, reader.leaves());
        LeafReaderContext leaf = reader.leaves().get(ord);
        if (rows[ord] == null) {
            rows[ord] = new MentionRows(leaf.reader());
            filters[ord] = new MentionFilter(request.rows(), leaf.reader());
        }
        MentionRows row = rows[ord];
        Marked marked = request.marked();
        numbers.clear();
        row.moveTo(doc - leaf.docBase);
        while (row.next()) {
            boolean isWanted = !marked.chooses() || marked.wants(marks.of(CopiedRows.key(doc, row.number())));
            numbers.set(row.number(), isWanted && filters[ord].accepts(row));
        }
    }
}
