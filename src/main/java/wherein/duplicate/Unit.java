package wherein.duplicate;

import java.util.Comparator;

/**
 * The place of a text among those that are grouped.
 *
 * @param document the place of its document's id among all, in the order of their UTF-8 bytes
 * @param passage the number of its passage in the document, from 1
 * @param sentence the number of the sentence in the passage, from 1; 0 for the whole passage
 */
public record Unit(int document, int passage, int sentence) implements Comparable<Unit> {

    private static final Comparator<Unit> ORDER = Comparator.comparingInt(Unit::document)
            .thenComparingInt(Unit::passage)
            .thenComparingInt(Unit::sentence);

    /** In the order of the documents and of their text. */
    @Override
    public int compareTo(Unit other) {
        return ORDER.compare(this, other);
    }
}
