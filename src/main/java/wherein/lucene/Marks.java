package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Weight;
import wherein.text.Span;

/** What matched, taken from the postings by way of Lucene's Matches API and from nowhere else. */
final class Marks {

    private Marks() {}

    /**
     * The marks that {@code weight} makes in {@code field} of document {@code doc} of {@code leaf}, in order, those that
     * overlap joined; none if the document does not match.
     */
    static List<Span> of(Weight weight, LeafReaderContext leaf, int doc, String field) throws IOException {
        return union(each(weight, leaf, doc, field));
    }

    /** Every match of {@code weight} in {@code field} of document {@code doc} of {@code leaf}, in no order. */
    static List<Span> each(Weight weight, LeafReaderContext leaf, int doc, String field) throws IOException {
        Matches matches = weight.matches(leaf, doc);
        MatchesIterator each = matches == null ? null : matches.getMatches(field);
        List<Span> found = new ArrayList<>();
        while (each != null && each.next()) {
            found.add(new Span(each.startOffset(), each.endOffset()));
        }
        return found;
    }

    /** The spans in order, those that overlap joined; sorts {@code found}. */
    static List<Span> union(List<Span> found) {
        Collections.sort(found);
        List<Span> marks = new ArrayList<>();
        for (Span span : found) {
            if (!marks.isEmpty() && span.start() < marks.getLast().end()) {
                Span last = marks.removeLast();
                marks.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                marks.add(span);
            }
        }
        return marks;
    }
}
