package wherein.lucene;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import wherein.duplicate.Group;
import wherein.duplicate.Groups;
import wherein.duplicate.Unit;
import wherein.search.Deadline;

/**
 * Tells which of some passages are copies of others of them: all their words stand, one after the other, in another, and of
 * passages with the same words the first in the order of documents is none. Takes 24 bytes a passage that is in a group; all
 * work grows with these. Immutable.
 */
final class CopiedPassages {

    /** The members of each group stand together: the beginnings first, and of these the longest. */
    private static final Comparator<Group.Member> HOLDERS_FIRST = Comparator.comparingInt(
                    (Group.Member each) -> each.letters().start())
            .thenComparing(each -> -each.letters().end())
            .thenComparing(Group.Member::unit);

    private final int[] docs;
    private final int[] starts;
    private final int[] ends;

    /** Where the group of each begins. */
    private final int[] groups;

    /** The place of each in its group in the order of documents. */
    private final int[] ranks;

    /** Their places, by their Lucene documents. */
    private final int[] byDoc;

    /** Of the groups of passages, whose sources are Lucene documents. */
    CopiedPassages(Groups all) {
        int[] copied =
                IntStream.range(0, all.size()).filter(i -> all.members(i) > 1).toArray();
        int size = Arrays.stream(copied).map(all::members).sum();
        docs = new int[size];
        starts = new int[size];
        ends = new int[size];
        groups = new int[size];
        ranks = new int[size];
        int at = 0;
        for (int each : copied) {
            Group group = all.group(each);
            int begin = at;
            Map<Unit, Integer> rank = new HashMap<>();
            group.members().forEach(member -> rank.put(member.unit(), rank.size()));
            for (Group.Member member :
                    group.members().stream().sorted(HOLDERS_FIRST).toList()) {
                docs[at] = all.source(member.unit());
                starts[at] = member.letters().start();
                ends[at] = member.letters().end();
                ranks[at] = rank.get(member.unit());
                groups[at++] = begin;
            }
        }
        byDoc = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt(i -> docs[i]))
                .mapToInt(i -> i)
                .toArray();
    }

    /** The copies among {@code passages}. Costs a look at each of these that has an equal. */
    MatchSet among(IndexReader reader, MatchSet passages, Deadline deadline) {
        int[] found = places(passages, deadline);
        Arrays.sort(found);
        MatchSet copies = MatchSet.none(reader);
        int group = -1;
        int end = -1;
        for (int i : found) {
            deadline.step();
            end = groups[i] == group ? end : -1;
            group = groups[i];
            if (ends[i] <= end) {
                copies.add(docs[i]);
            }
            end = Math.max(end, ends[i]);
        }
        return copies;
    }

    /** The places of those of {@code passages} that have one, by their Lucene documents. */
    private int[] places(MatchSet passages, Deadline deadline) {
        int[] found = new int[16];
        int count = 0;
        int at = 0;
        for (int doc = passages.from(0); doc != DocIdSetIterator.NO_MORE_DOCS && at < byDoc.length; ) {
            deadline.step();
            at = first(at, doc);
            if (at < byDoc.length && docs[byDoc[at]] == doc) {
                found = ArrayUtil.grow(found, count + 1);
                found[count++] = byDoc[at++];
            }
            // Where few are copied, most matches are passed over; where few match, most copies are.
            doc = at < byDoc.length ? passages.from(Math.max(doc + 1, docs[byDoc[at]])) : DocIdSetIterator.NO_MORE_DOCS;
        }
        return ArrayUtil.copyOfSubArray(found, 0, count);
    }

    /** The first place from {@code at} on, by Lucene documents, that is not before {@code doc}; found by steps that double. */
    private int first(int at, int doc) {
        int low = at;
        int step = 1;
        while (low + step < byDoc.length && docs[byDoc[low + step]] < doc) {
            low += step;
            step <<= 1;
        }
        int high = Math.min(byDoc.length, low + step + 1);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (docs[byDoc[middle]] < doc) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The copies of a passage.
     *
     * @param total how many there are
     * @param first the Lucene documents of the first of them, in the order of documents
     */
    record Of(int total, int[] first) {}

    /** The passages all whose words stand in {@code doc}, and those in which all of its stand; looks at all of its group. */
    Of of(int doc, int most, Deadline deadline) {
        int here = place(doc);
        int total = 0;
        PriorityQueue<Integer> first = new PriorityQueue<>(Comparator.comparingInt((Integer i) -> -ranks[i]));
        for (int i = here < 0 ? docs.length : groups[here]; i < docs.length && groups[i] == groups[here]; i++) {
            deadline.step();
            if (i != here && (isWithin(i, here) || isWithin(here, i))) {
                total++;
                if (first.size() < most || ranks[i] < ranks[first.peek()]) {
                    first.add(i);
                }
                if (first.size() > most) {
                    first.remove();
                }
            }
        }
        int[] named = new int[first.size()];
        for (int i = named.length - 1; i >= 0; i--) {
            named[i] = docs[first.remove()];
        }
        return new Of(total, named);
    }

    private boolean isWithin(int one, int other) {
        return starts[other] <= starts[one] && ends[one] <= ends[other];
    }

    private int place(int doc) {
        int at = first(0, doc);
        return at < byDoc.length && docs[byDoc[at]] == doc ? byDoc[at] : -1;
    }

    @Override
    public String toString() {
        return docs.length + " passages in " + Arrays.stream(groups).distinct().count() + " groups";
    }
}
