package wherein.lucene;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.BitSet;
import wherein.query.MentionSelector;

/** The mentions that one clause selects in one passage after another of a segment, in ascending order. */
final class MentionOccurrences {

    private final DocIdSetIterator rows;
    private final BitSet passages;
    private final NumericDocValues starts;
    private final MentionFields.MentionReader reader;
    private int passage = -1;
    private List<Occurrence> occurrences = List.of();

    MentionOccurrences(IndexSearcher searcher, LeafReaderContext leaf, MentionSelector selector) throws IOException {
        Scorer scorer = searcher.createWeight(
                        searcher.rewrite(LuceneLedger.rows(selector)), ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(leaf);
        rows = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
        passages = LuceneLedger.PASSAGES.getBitSet(leaf);
        starts = DocValues.getNumeric(leaf.reader(), Fields.START);
        reader = new MentionFields.MentionReader(leaf.reader());
    }

    /** The occurrences of the mentions in document {@code doc} of the segment, which is a passage. */
    List<Occurrence> of(int doc) throws IOException {
        if (doc != passage) {
            occurrences = read(doc);
            passage = doc;
        }
        return occurrences;
    }

    /** Rows stand before their passage, behind the passage before. */
    private List<Occurrence> read(int doc) throws IOException {
        int first = doc == 0 ? 0 : passages.prevSetBit(doc - 1) + 1;
        TreeSet<Occurrence> occurrences = new TreeSet<>();
        int start = starts.advanceExact(doc) ? (int) starts.longValue() : 0;
        int row = rows.docID() < first ? rows.advance(first) : rows.docID();
        while (row < doc) {
            occurrences.add(reader.occurrence(row, start));
            row = rows.nextDoc();
        }
        return List.copyOf(occurrences);
    }
}
