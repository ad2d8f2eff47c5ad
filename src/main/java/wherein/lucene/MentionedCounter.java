package wherein.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.LongHeap;
import wherein.search.Deadline;

/**
 * Counts in how many passages of a {@link MatchSet} each country, or each person, is mentioned: by the ordinals of the words that
 * the mentions of a passage speak of, of which those of one kind stand together. Costs a step for each word of a passage and one for
 * each id, and makes names only of what is told.
 */
final class MentionedCounter {

    private final MentionedIds ids;
    private final int[] counts;

    /** Counts {@code ids} in the passages of {@code matches}, which are some of {@code reader}. */
    MentionedCounter(IndexReader reader, MentionedIds ids, MatchSet matches, Deadline deadline) throws IOException {
        this.ids = ids;
        this.counts = new int[ids.size()];
        // Two names in a passage may be one person.
        int[] last = new int[counts.length];
        Arrays.fill(last, -1);
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedSetDocValues words = MentionRows.words(leaf.reader());
            MentionedIds.Segment segment = ids.of(leaf);
            int first = segment.first();
            int[] numbers = segment.ids();
            matches.bits(leaf).forEach(0, leaf.reader().maxDoc(), leaf.docBase, passage -> {
                deadline.step();
                int left = words.advanceExact(passage - leaf.docBase) ? words.docValueCount() : 0;
                for (; left > 0; left--) {
                    int word = (int) words.nextOrd() - first;
                    if (word >= numbers.length) {
                        break;
                    }
                    if (word >= 0 && last[numbers[word]] != passage) {
                        last[numbers[word]] = passage;
                        counts[numbers[word]]++;
                    }
                }
            });
        }
    }

    /** How many ids are mentioned. */
    int mentioned() {
        int mentioned = 0;
        for (int count : counts) {
            mentioned += count > 0 ? 1 : 0;
        }
        return mentioned;
    }

    /** The passages with a mention of each of the {@code most} ids with most, of equals the first, and of each of {@code others}. */
    Map<String, Integer> most(int most, Collection<String> others) {
        LongHeap best = new LongHeap(Math.clamp(most, 1, counts.length + 1));
        for (int i = 0; i < counts.length && most > 0; i++) {
            if (counts[i] > 0) {
                best.insertWithOverflow((long) counts[i] << Integer.SIZE | Integer.MAX_VALUE - i);
            }
        }
        Map<String, Integer> told = new HashMap<>();
        while (best.size() > 0) {
            long next = best.pop();
            told.put(ids.id(Integer.MAX_VALUE - (int) next), (int) (next >>> Integer.SIZE));
        }
        for (String other : others) {
            int number = ids.number(other);
            if (number >= 0 && counts[number] > 0) {
                told.put(other, counts[number]);
            }
        }
        return told;
    }
}
