package wherein.search;

import java.util.List;
import wherein.text.Span;

/**
 * What one clause of a query matched in a passage.
 *
 * @param clause the clause in the query language
 * @param text what it marks in the passage, UTF-16 positions in its text, in order, none overlapping another
 * @param title what it marks in the title, UTF-16 positions in it
 */
public record Matched(String clause, List<Span> text, List<Span> title) {

    /** Takes copies. */
    public Matched {
        text = List.copyOf(text);
        title = List.copyOf(title);
    }
}
