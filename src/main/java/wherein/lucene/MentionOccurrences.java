package wherein.lucene;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReader;
import wherein.query.MentionSelector;

/** The mentions that one clause selects in one passage after another of a segment, in ascending order. */
final class MentionOccurrences {

    private final MentionRows rows;
    private final MentionFilter filter;
    private int passage = -1;
    private List<Occurrence> occurrences = List.of();

    MentionOccurrences(LeafReader leaf, MentionSelector selector) throws IOException {
        rows = new MentionRows(leaf);
        filter = new MentionFilter(selector, leaf);
    }

    /** The occurrences of the mentions in document {@code doc} of the segment, which is a passage. */
    List<Occurrence> of(int doc) throws IOException {
        if (doc != passage) {
            TreeSet<Occurrence> found = new TreeSet<>();
            rows.moveTo(doc);
            while (rows.next()) {
                if (filter.accepts(rows)) {
                    found.add(rows.occurrence());
                }
            }
            occurrences = List.copyOf(found);
            passage = doc;
        }
        return occurrences;
    }
}
