package wherein.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import wherein.mention.Mention;
import wherein.search.Ledger;
import wherein.time.EdtfDate;

/** Reads what a row of a segment can be sorted by, in ascending order of rows, without a look at its passage's text. */
final class LuceneRowKey implements Ledger.RowKey {

    private final SortedSetDocValues sources;
    private final SortedSetDocValues stances;
    private final SortedDocValues dates;
    private final EdtfDate[] known;
    private MentionRows row;
    private int passage;

    /** Of the rows of a segment. */
    LuceneRowKey(LeafReader leaf) throws IOException {
        sources = DocValues.getSortedSet(leaf, Fields.SOURCE);
        stances = DocValues.getSortedSet(leaf, Fields.STANCE);
        dates = DocValues.getSorted(leaf, Fields.DATE_TEXT);
        known = new EdtfDate[dates.getValueCount()];
    }

    /** Goes to the row that {@code row} stands at, whose passage is document {@code passage} of the segment. */
    void moveTo(MentionRows row, int passage) {
        this.row = row;
        this.passage = passage;
    }

    @Override
    public Mention mention() throws IOException {
        return row.mention();
    }

    @Override
    public String surface() throws IOException {
        return row.surface();
    }

    @Override
    public String source() throws IOException {
        return word(sources);
    }

    @Override
    public String stance() throws IOException {
        return word(stances);
    }

    private String word(SortedSetDocValues values) throws IOException {
        return values.advanceExact(passage) ? values.lookupOrd(values.nextOrd()).utf8ToString() : "";
    }

    @Override
    public EdtfDate date() throws IOException {
        if (!dates.advanceExact(passage)) {
            return EdtfDate.UNKNOWN;
        }
        int ordinal = dates.ordValue();
        if (known[ordinal] == null) {
            known[ordinal] = EdtfDate.parse(dates.lookupOrd(ordinal).utf8ToString());
        }
        return known[ordinal];
    }
}
