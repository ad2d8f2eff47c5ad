package wherein.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import wherein.search.Deadline;
import wherein.search.LedgerRequest;
import wherein.search.SortedKeys;

/**
 * Tells which of some rows of the ledger are copies of others of them: they say the same at the same place of the same words, and
 * the first in the order of documents is none. Takes 12 bytes for each row that has an equal; all work grows with these. Immutable.
 */
final class CopiedRows {

    /** By the {@link #key} of each, in the order of the documents they stand in and of their text. */
    private final long[] rows;

    /** Rows that are copies of each other have the same number. */
    private final int[] kinds;

    private final int count;

    private CopiedRows(long[] rows, int[] kinds, int count) {
        this.rows = rows;
        this.kinds = kinds;
        this.count = count;
    }

    /**
     * Names a row: its passage, and its number there.
     *
     * @param doc the passage's Lucene document in the whole index
     */
    static long key(int doc, int number) {
        return (long) doc << Integer.SIZE | number;
    }

    /** The passage of a {@link #key}. */
    static int passage(long key) {
        return (int) (key >>> Integer.SIZE);
    }

    /** The number of a {@link #key} there. */
    static int number(long key) {
        return (int) key;
    }

    /** Some rows. Asked by one thread, quickest in ascending order. */
    static final class Some {

        /** None at all. */
        static final Some NONE = new Some(new long[0]);

        private final SortedKeys keys;
        private final int size;

        private Some(long[] keys) {
            Arrays.sort(keys);
            this.keys = new SortedKeys(keys);
            this.size = keys.length;
        }

        int size() {
            return size;
        }

        /** Whether row {@code number} of passage {@code doc} is one of them. */
        boolean has(int doc, int number) {
            return keys.find(key(doc, number)) >= 0;
        }
    }

    /** The copies among the rows of {@code passages} that {@code request} selects. */
    Some among(IndexReader reader, MatchSet passages, LedgerRequest request, Deadline deadline) throws IOException {
        long[] copies = new long[16];
        int size = 0;
        FixedBitSet seen = new FixedBitSet(count);
        SelectedRows selected = new SelectedRows(reader, request);
        int last = -1;
        boolean isWanted = false;
        for (int i = 0; i < rows.length; i++) {
            int doc = passage(rows[i]);
            if (doc != last) {
                deadline.step();
                last = doc;
                isWanted = passages.contains(doc);
            }
            if (isWanted && selected.has(doc, number(rows[i])) && seen.getAndSet(kinds[i])) {
                copies = ArrayUtil.grow(copies, size + 1);
                copies[size++] = rows[i];
            }
        }
        return new Some(ArrayUtil.copyOfSubArray(copies, 0, size));
    }

    @Override
    public String toString() {
        return rows.length + " rows of " + count + " kinds";
    }

    /** Takes all rows that may have an equal. Needs 24 bytes of memory for each until they are sorted. */
    static final class Builder {
        private long[] rows = new long[64];
        private long[] places = new long[64];
        private long[] said = new long[64];
        private int size;

        /**
         * Adds a row; they come in the order of the documents.
         *
         * @param row its {@link CopiedRows#key}
         * @param place where it begins; the same for all copies of these words
         * @param says how far it goes and what it says
         */
        void add(long row, long place, long says) {
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
            new Alike(order, deadline).sort();
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
            long[] keptRows = new long[kept];
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
        private final class Alike extends NumberSorter {
            private final Deadline deadline;

            Alike(int[] order, Deadline deadline) {
                super(order);
                this.deadline = deadline;
            }

            @Override
            int compared(int one, int other) {
                deadline.step();
                int compared = Long.compare(places[one], places[other]);
                return compared != 0 ? compared : Long.compare(said[one], said[other]);
            }
        }
    }
}
