package wherein.duplicate;

import java.util.Comparator;

/**
 * A text among those that are grouped.
 *
 * @param document the place of its document's id among all, in the order of their UTF-8 bytes
 * @param passage the number of its passage in the document, from 1
 * @param sentence the number of the sentence in the passage, from 1; 0 for the whole passage
 * @param weight of its words
 * @param prints by which it is found; not to be changed
 */
public record Unit(int document, int passage, int sentence, int weight, int[] prints) implements Comparable<Unit> {

    private static final int[] NONE = {};

    private static final Comparator<Unit> ORDER = Comparator.comparingInt(Unit::document)
            .thenComparingInt(Unit::passage)
            .thenComparingInt(Unit::sentence);

    /** The longest first, so that whatever holds another comes before it. */
    static final Comparator<Unit> LONGEST_FIRST =
            Comparator.comparingInt(Unit::weight).reversed().thenComparing(Comparator.naturalOrder());

    /** This without what it is found by, which nobody needs once it is found. */
    public Unit found() {
        return new Unit(document, passage, sentence, weight, NONE);
    }

    /** In the order of the documents and of their text. */
    @Override
    public int compareTo(Unit other) {
        return ORDER.compare(this, other);
    }

    /** One text has one place. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && compareTo(unit) == 0;
    }

    @Override
    public int hashCode() {
        return (document * 31 + passage) * 31 + sentence;
    }
}
