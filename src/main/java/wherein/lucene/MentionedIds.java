package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import wherein.query.Named;
import wherein.query.Names;
import wherein.search.Deadline;

/**
 * Which country or person each word that mentions speak of stands for, in each segment: by ordinals, so that who counts them looks no
 * name up. Made once for a generation, by a look at each such word; takes 4 bytes a word and 8 an id.
 */
final class MentionedIds {

    private static final Map<IndexReader.CacheKey, Map<Named, Known>> KNOWN = new ConcurrentHashMap<>();

    private record Known(Names names, MentionedIds ids) {}

    /** All ids, in their order. */
    private final String[] ids;

    private final List<Segment> segments = new ArrayList<>();

    /**
     * The words of a segment.
     *
     * @param first the ordinal of the first word of this kind
     * @param ids the number of the id of each word from there on
     */
    record Segment(int first, int[] ids) {}

    private MentionedIds(String[] ids) {
        this.ids = ids;
    }

    /** Those of {@code reader}, made anew only for other {@code names}, which tell what kept names are one person. */
    static MentionedIds of(IndexReader reader, Named named, Names names, Deadline deadline) throws IOException {
        IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
        Map<Named, Known> known = KNOWN.computeIfAbsent(helper.getKey(), key -> {
            helper.addClosedListener(KNOWN::remove);
            return new ConcurrentHashMap<>();
        });
        Known last = known.get(named);
        if (last == null || !last.names.equals(names)) {
            // Two may make them at once; no lock is held that others wait for.
            last = new Known(names, made(reader, named, names, deadline));
            known.put(named, last);
        }
        return last.ids;
    }

    private static MentionedIds made(IndexReader reader, Named named, Names names, Deadline deadline)
            throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        List<Segment> unordered = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            SortedSetDocValues words = MentionRows.words(leaf.reader());
            BytesRef beginning = MentionFields.beginning(named);
            int first = ordinal(words, beginning);
            beginning.bytes[beginning.offset + beginning.length - 1]++;
            int[] ids = new int[ordinal(words, beginning) - first];
            for (int i = 0; i < ids.length; i++) {
                deadline.step();
                String id = names.id(named, MentionFields.said(words.lookupOrd(first + i)));
                ids[i] = numbers.computeIfAbsent(id, each -> numbers.size());
            }
            unordered.add(new Segment(first, ids));
        }
        MentionedIds ordered =
                new MentionedIds(numbers.keySet().stream().sorted().toArray(String[]::new));
        int[] places = new int[ordered.ids.length];
        for (int i = 0; i < places.length; i++) {
            places[numbers.get(ordered.ids[i])] = i;
        }
        for (Segment segment : unordered) {
            ordered.segments.add(new Segment(
                    segment.first,
                    Arrays.stream(segment.ids).map(id -> places[id]).toArray()));
        }
        return ordered;
    }

    /** The ordinal of the first word that is not before {@code word}. */
    private static int ordinal(SortedSetDocValues words, BytesRef word) throws IOException {
        long ordinal = words.lookupTerm(word);
        return (int) (ordinal < 0 ? -ordinal - 1 : ordinal);
    }

    /** How many ids there are. */
    int size() {
        return ids.length;
    }

    /** The id of this number, from 0; they are in order. */
    String id(int number) {
        return ids[number];
    }

    /** The number of {@code id}; negative if no word stands for it. */
    int number(String id) {
        return Arrays.binarySearch(ids, id);
    }

    Segment of(LeafReaderContext leaf) {
        return segments.get(leaf.ord);
    }
}
