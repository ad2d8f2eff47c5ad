package wherein.search;

import java.util.List;
import wherein.text.Span;

/**
 * Every match of a query in one document.
 *
 * @param passages the numbers of the passages that match
 * @param marks what matched, UTF-16 positions in the document's text, in order, none overlapping another
 */
public record DocumentMarks(List<Integer> passages, List<Span> marks) {

    /** Takes copies. */
    public DocumentMarks {
        passages = List.copyOf(passages);
        marks = List.copyOf(marks);
    }
}
