package wherein.search;

import java.util.Arrays;
import java.util.Locale;

/**
 * What readers say of some rows of the ledger of one generation: each row has one mark, and those without one have
 * {@link Mark#NONE}. Takes 9 bytes a row. Immutable.
 */
public final class RowMarks {

    /** No row has a mark. */
    public static final RowMarks NOTHING = new RowMarks(new long[0], new byte[0]);

    private static final Mark[] MARKS = Mark.values();

    private final long[] rows;
    private final byte[] marks;

    /** What is said of a row. */
    public enum Mark {
        /** Nobody says anything. */
        NONE,
        /** It is as it was found. */
        CONFIRMED,
        /** It is no mention of this. */
        REJECTED,
        /** It is a mention of something else. */
        REASSIGNED,
        /** Two readers say different things. */
        DISPUTED;

        /** The word for it in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private RowMarks(long[] rows, byte[] marks) {
        this.rows = rows;
        this.marks = marks;
    }

    /** How many rows have a mark. */
    public int size() {
        return rows.length;
    }

    /** The row that is number {@code i} of those with a mark, from 0, by its {@link MentionRow#row}; they ascend. */
    public long row(int i) {
        return rows[i];
    }

    /** The mark of that row. */
    public Mark mark(int i) {
        return MARKS[marks[i]];
    }

    /** The mark of {@code row}. Takes the logarithm of the size. */
    public Mark of(long row) {
        int found = Arrays.binarySearch(rows, row);
        return found < 0 ? Mark.NONE : MARKS[marks[found]];
    }

    /** Looks up one row after the other; a step a row where they ascend. For one thread. */
    public Lookup lookup() {
        return new Lookup();
    }

    /** Tells the marks of rows. */
    public final class Lookup {

        private final SortedKeys known = new SortedKeys(rows);

        private Lookup() {}

        /** The mark of {@code row}. */
        public Mark of(long row) {
            int found = known.find(row);
            return found < 0 ? Mark.NONE : MARKS[marks[found]];
        }
    }

    /** Puts marks together. */
    public static final class Builder {
        private long[] rows = new long[16];
        private byte[] marks = new byte[16];
        private int size;

        /** Adds the mark of a row, which comes after all that were added; {@link Mark#NONE} is none. */
        public void add(long row, Mark mark) {
            if (size > 0 && rows[size - 1] >= row) {
                throw new IllegalArgumentException("rows have to ascend");
            }
            if (mark == Mark.NONE) {
                return;
            }
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
                marks = Arrays.copyOf(marks, 2 * size);
            }
            rows[size] = row;
            marks[size++] = (byte) mark.ordinal();
        }

        /** The marks. */
        public RowMarks build() {
            return size == 0 ? NOTHING : new RowMarks(Arrays.copyOf(rows, size), Arrays.copyOf(marks, size));
        }
    }

    @Override
    public String toString() {
        return rows.length + " rows with a mark";
    }
}
