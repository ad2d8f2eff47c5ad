package wherein.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.IntsRef;
import org.apache.lucene.util.packed.PackedInts;
import wherein.search.Deadline;

/**
 * Which values each passage of a generation has, as numbers: counted in some nanoseconds a match and value, where the index takes
 * several times that to tell them. Made by one look at each passage. Passages with the same values share them, so that a field takes
 * 1 to 3 bytes a passage, and 4 a value of each set of values that there is.
 */
final class FacetColumn {

    private static final ReaderMemory<String, FacetColumn> KNOWN = new ReaderMemory<>();

    /** Between two looks at the clock: 64 passages each, at least one of which is counted. */
    private static final int CHECKED = 32;

    /** The set of each Lucene document. */
    private final PackedInts.Reader sets;

    /** Where the values of each set begin, and where those of the last end. */
    private final int[] starts;

    private final int[] values;
    private final int size;

    /** Reads the values of the passages of a segment, which come in order. */
    interface Values {

        /** Adds the numbers of what document {@code doc} of the segment has, to {@code set}. */
        void read(int doc, Set set) throws IOException;
    }

    /** Begins to read a segment. */
    interface Source {
        Values open(LeafReaderContext leaf) throws IOException;
    }

    /** The numbers of one passage. */
    static final class Set {
        private int[] numbers = new int[8];
        private int size;

        /** Adds a number, which may be there. */
        void add(int number) {
            numbers = ArrayUtil.grow(numbers, size + 1);
            numbers[size++] = number;
        }

        private void clear() {
            size = 0;
        }

        /** The numbers, each once, in order; good until the next is added. */
        private IntsRef distinct() {
            if (size > 1) {
                Arrays.sort(numbers, 0, size);
                int kept = 1;
                for (int i = 1; i < size; i++) {
                    if (numbers[i] != numbers[kept - 1]) {
                        numbers[kept++] = numbers[i];
                    }
                }
                size = kept;
            }
            return new IntsRef(numbers, 0, size);
        }
    }

    private FacetColumn(PackedInts.Reader sets, int[] starts, int[] values, int size) {
        this.sets = sets;
        this.starts = starts;
        this.values = values;
        this.size = size;
    }

    /**
     * The column that is called {@code name} of {@code reader}, made by whoever asks first.
     *
     * @param size the numbers are below this
     */
    static FacetColumn of(IndexReader reader, String name, int size, Source source, Deadline deadline)
            throws IOException {
        Map<String, FacetColumn> columns = KNOWN.of(reader);
        FacetColumn column = columns.get(name);
        if (column == null) {
            column = made(reader, size, source, deadline);
            columns.put(name, column);
        }
        return column;
    }

    /** One that is kept by whoever asks for it. */
    static FacetColumn made(IndexReader reader, int size, Source source, Deadline deadline) throws IOException {
        int[] ofPassage = new int[reader.maxDoc()];
        Map<IntsRef, Integer> known = new HashMap<>();
        int[] starts = new int[16];
        int[] values = new int[16];
        int sets = 0;
        Set set = new Set();
        for (LeafReaderContext leaf : reader.leaves()) {
            Values read = source.open(leaf);
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                deadline.step();
                set.clear();
                read.read(doc, set);
                IntsRef distinct = set.distinct();
                Integer number = known.get(distinct);
                if (number == null) {
                    number = sets++;
                    starts = ArrayUtil.grow(starts, sets + 1);
                    starts[sets] = starts[number] + distinct.length;
                    values = ArrayUtil.grow(values, starts[sets]);
                    System.arraycopy(distinct.ints, 0, values, starts[number], distinct.length);
                    known.put(IntsRef.deepCopyOf(distinct), number);
                }
                ofPassage[leaf.docBase + doc] = number;
            }
        }
        PackedInts.Mutable packed = PackedInts.getMutable(
                ofPassage.length, PackedInts.bitsRequired(Math.max(1, sets - 1)), PackedInts.DEFAULT);
        for (int doc = 0; doc < ofPassage.length; doc++) {
            packed.set(doc, ofPassage[doc]);
        }
        return new FacetColumn(packed, Arrays.copyOf(starts, sets + 1), Arrays.copyOf(values, starts[sets]), size);
    }

    /** How many of {@code matches}, which are some of the same reader, have each number. */
    Counts count(List<LeafReaderContext> leaves, MatchSet matches, Deadline deadline) {
        Counts counts = new Counts(size);
        int counted = 0;
        for (LeafReaderContext leaf : leaves) {
            long[] words = matches.bits(leaf).getBits();
            for (int i = 0; i < words.length; i++) {
                if (words[i] != 0 && ++counted % CHECKED == 0) {
                    deadline.check();
                }
                for (long word = words[i]; word != 0; word &= word - 1) {
                    int set = (int) sets.get(leaf.docBase + i * Long.SIZE + Long.numberOfTrailingZeros(word));
                    for (int at = starts[set]; at < starts[set + 1]; at++) {
                        counts.add(values[at]);
                    }
                }
            }
        }
        return counts;
    }

    /** How often each number was counted. Those that never were cost nothing to whoever goes through the others. */
    static final class Counts {
        private final int[] counts;
        private int[] counted = new int[16];
        private int size;

        private Counts(int most) {
            this.counts = new int[most];
        }

        private void add(int number) {
            if (counts[number]++ == 0) {
                if (size == counted.length) {
                    counted = ArrayUtil.grow(counted);
                }
                counted[size++] = number;
            }
        }

        /** How many numbers were counted. */
        int size() {
            return size;
        }

        /** One of them, by its place in the order in which they were first seen. */
        int number(int place) {
            return counted[place];
        }

        /** How often {@code number} was counted. */
        int of(int number) {
            return counts[number];
        }
    }
}
