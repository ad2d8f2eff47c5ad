package wherein.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.util.LongHeap;
import wherein.search.Deadline;

/** In how many passages each value of a field was counted. A value is looked up only where it is told: most never are. */
final class CountedValues {

    private final FacetColumn.Counts counts;
    private final Names names;
    private final Deadline deadline;

    /** What the numbers of a field stand for. They are in the order of the values. */
    interface Names {

        /** The value of this number. */
        String value(int number) throws IOException;

        /** The number of {@code value}; negative if nothing has it. */
        int number(String value) throws IOException;
    }

    CountedValues(FacetColumn.Counts counts, Names names, Deadline deadline) {
        this.counts = counts;
        this.names = names;
        this.deadline = deadline;
    }

    /** How many values were counted. */
    int size() {
        return counts.size();
    }

    /** All values, with the passages that have each. */
    Map<String, Integer> all() throws IOException {
        Map<String, Integer> told = new HashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            deadline.step();
            told.put(names.value(counts.number(i)), counts.of(counts.number(i)));
        }
        return told;
    }

    /** The passages with each of the {@code most} values with most of them, of equals the first, and with each of {@code others}. */
    Map<String, Integer> most(int most, Collection<String> others) throws IOException {
        LongHeap best = new LongHeap(Math.clamp(most, 1, counts.size() + 1));
        for (int i = 0; i < counts.size() && most > 0; i++) {
            deadline.step();
            int number = counts.number(i);
            best.insertWithOverflow((long) counts.of(number) << Integer.SIZE | Integer.MAX_VALUE - number);
        }
        Map<String, Integer> told = new HashMap<>();
        while (best.size() > 0) {
            long next = best.pop();
            told.put(names.value(Integer.MAX_VALUE - (int) next), (int) (next >>> Integer.SIZE));
        }
        for (String other : others) {
            int number = names.number(other);
            if (number >= 0 && counts.of(number) > 0) {
                told.put(other, counts.of(number));
            }
        }
        return told;
    }
}
