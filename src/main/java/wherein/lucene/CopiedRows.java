package wherein.lucene;

import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IntroSorter;
import wherein.search.Deadline;

/**
 * Tells which of some rows of the ledger are copies of others of them: they say the same at the same place of the same words, and
 * the first in the order of documents is none. Takes 8 bytes for each row that has an equal; all work grows with these. Immutable.
 */
final class CopiedRows {

    /** Lucene documents, in the order of the documents they stand in and of their text. */
    private final int[] rows;

    /** Rows that are copies of each other have the same number. */
    private final int[] kinds;

    private final int count;

    private CopiedRows(int[] rows, int[] kinds, int count) {
        this.rows = rows;
        this.kinds = kinds;
        this.count = count;
    }

    /** The copies among {@code some}. */
    MatchSet among(IndexReader reader, MatchSet some, Deadline deadline) {
        MatchSet copies = MatchSet.none(reader);
        FixedBitSet seen = new FixedBitSet(count);
        for (int i = 0; i < rows.length; i++) {
            deadline.step();
            if (some.contains(rows[i]) && seen.getAndSet(kinds[i])) {
                copies.add(rows[i]);
            }
        }
        return copies;
    }

    @Override
    public String toString() {
        return rows.length + " rows of " + count + " kinds";
    }

    /** Takes all rows that may have an equal. Needs 20 bytes of memory for each until they are sorted. */
    static final class Builder {
        private int[] rows = new int[64];
        private long[] places = new long[64];
        private long[] said = new long[64];
        private int size;

        /**
         * Adds a row; they come in the order of the documents.
         *
         * @param place where it begins; the same for all copies of these words
         * @param says how far it goes and what it says
         */
        void add(int row, long place, long says) {
            if (size == rows.length) {
                rows = ArrayUtil.grow(rows);
                places = Arrays.copyOf(places, rows.length);
                said = Arrays.copyOf(said, rows.length);
            }
            rows[size] = row;
            places[size] = place;
            said[size++] = says;
        }

        /** Those of them that have an equal. Nothing can be added after that. */
        CopiedRows build(Deadline deadline) {
            int[] order = new int[size];
            Arrays.setAll(order, i -> i);
            new Alike(order, deadline).sort(0, size);
            int[] kinds = new int[size];
            Arrays.fill(kinds, -1);
            int count = 0;
            int kept = 0;
            for (int begin = 0, end; begin < size; begin = end) {
                end = begin + 1;
                while (end < size && areAlike(order[begin], order[end])) {
                    end++;
                }
                if (end - begin > 1) {
                    for (int i = begin; i < end; i++) {
                        kinds[order[i]] = count;
                    }
                    kept += end - begin;
                    count++;
                }
            }
            int[] keptRows = new int[kept];
            int[] keptKinds = new int[kept];
            int at = 0;
            for (int i = 0; i < size; i++) {
                if (kinds[i] >= 0) {
                    keptRows[at] = rows[i];
                    keptKinds[at++] = kinds[i];
                }
            }
            return new CopiedRows(keptRows, keptKinds, count);
        }

        private boolean areAlike(int one, int other) {
            return places[one] == places[other] && said[one] == said[other];
        }

        /** Puts equal ones next to each other. */
        private final class Alike extends IntroSorter {
            private final int[] order;
            private final Deadline deadline;
            private int pivot;

            Alike(int[] order, Deadline deadline) {
                this.order = order;
                this.deadline = deadline;
            }

            @Override
            protected void setPivot(int i) {
                pivot = order[i];
            }

            @Override
            protected int comparePivot(int j) {
                return compared(pivot, order[j]);
            }

            @Override
            protected int compare(int i, int j) {
                return compared(order[i], order[j]);
            }

            @Override
            protected void swap(int i, int j) {
                int kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }

            private int compared(int one, int other) {
                deadline.step();
                int compared = Long.compare(places[one], places[other]);
                return compared != 0 ? compared : Long.compare(said[one], said[other]);
            }
        }
    }
}
