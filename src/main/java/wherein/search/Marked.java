package wherein.search;

import java.util.Set;

/**
 * Which rows are asked for by what readers say of them.
 *
 * @param marks of the rows of the generation that is asked
 * @param wanted rows with one of these marks alone; all rows if empty
 */
public record Marked(RowMarks marks, Set<RowMarks.Mark> wanted) {

    /** All rows, of which nobody says anything. */
    public static final Marked NOTHING = new Marked(RowMarks.NOTHING, Set.of());

    /** Takes a copy. */
    public Marked {
        wanted = Set.copyOf(wanted);
    }

    /** Whether some rows are left out. */
    public boolean chooses() {
        return !wanted.isEmpty();
    }

    /** Whether a row with {@code mark} is asked for. */
    public boolean wants(RowMarks.Mark mark) {
        return wanted.isEmpty() || wanted.contains(mark);
    }
}
