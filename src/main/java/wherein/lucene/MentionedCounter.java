package wherein.lucene;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.LongHeap;
import wherein.search.Deadline;

/**
 * Counts in how many passages of a {@link MatchSet} each country, or each person, is mentioned. Costs a step for each mention of one
 * in a passage.
 */
final class MentionedCounter {

    private final MentionedIds ids;
    private final FacetColumn.Counts counts;

    /** Counts {@code ids} in the passages of {@code matches}. */
    MentionedCounter(List<LeafReaderContext> leaves, MentionedIds ids, MatchSet matches, Deadline deadline) {
        this.ids = ids;
        this.counts = ids.count(leaves, matches, deadline);
    }

    /** How many ids are mentioned. */
    int mentioned() {
        return counts.size();
    }

    /** The passages with a mention of each of the {@code most} ids with most, of equals the first, and of each of {@code others}. */
    Map<String, Integer> most(int most, Collection<String> others) {
        LongHeap best = new LongHeap(Math.clamp(most, 1, counts.size() + 1));
        for (int i = 0; i < counts.size() && most > 0; i++) {
            int number = counts.number(i);
            best.insertWithOverflow((long) counts.of(number) << Integer.SIZE | Integer.MAX_VALUE - number);
        }
        Map<String, Integer> told = new HashMap<>();
        while (best.size() > 0) {
            long next = best.pop();
            told.put(ids.id(Integer.MAX_VALUE - (int) next), (int) (next >>> Integer.SIZE));
        }
        for (String other : others) {
            int number = ids.number(other);
            if (number >= 0 && counts.of(number) > 0) {
                told.put(other, counts.of(number));
            }
        }
        return told;
    }
}
