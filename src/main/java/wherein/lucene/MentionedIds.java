package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import wherein.query.Named;
import wherein.query.Names;
import wherein.search.Deadline;

/**
 * Which countries, or which persons, each passage mentions: by numbers in the order of their ids, so that who counts them looks no
 * name up. Made once for a generation, by a look at each name and each passage.
 */
final class MentionedIds implements CountedValues.Names {

    private static final ReaderMemory<Named, Known> KNOWN = new ReaderMemory<>();

    private record Known(Names names, MentionedIds ids) {}

    /** All ids, in their order. */
    private final String[] ids;

    private final FacetColumn column;

    /**
     * The words of a segment that mentions of one kind speak of, which stand together.
     *
     * @param first the ordinal of the first of them
     * @param ids the number of the id of each from there on
     */
    private record Words(int first, int[] ids) {}

    private MentionedIds(String[] ids, FacetColumn column) {
        this.ids = ids;
        this.column = column;
    }

    /** Those of {@code reader}, made anew only for other {@code names}, which tell what kept names are one person. */
    static MentionedIds of(IndexReader reader, Named named, Names names, Deadline deadline) throws IOException {
        Map<Named, Known> known = KNOWN.of(reader);
        Known last = known.get(named);
        if (last == null || !last.names.equals(names)) {
            // What is kept waits for no request, and so holds none.
            last = new Known(names.within(() -> {}), made(reader, named, names, deadline));
            known.put(named, last);
        }
        return last.ids;
    }

    private static MentionedIds made(IndexReader reader, Named named, Names names, Deadline deadline)
            throws IOException {
        Map<String, Integer> numbers = new HashMap<>();
        List<Words> segments = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            segments.add(words(MentionRows.words(leaf.reader()), named, names, numbers, deadline));
        }
        String[] ids = numbers.keySet().stream().sorted().toArray(String[]::new);
        int[] places = new int[ids.length];
        for (int i = 0; i < places.length; i++) {
            places[numbers.get(ids[i])] = i;
        }
        FacetColumn.Source source = leaf -> {
            Words own = segments.get(leaf.ord);
            SortedSetDocValues words = MentionRows.words(leaf.reader());
            return (doc, set) -> {
                int left = words.advanceExact(doc) ? words.docValueCount() : 0;
                for (; left > 0; left--) {
                    int word = (int) words.nextOrd() - own.first;
                    if (word >= 0 && word < own.ids.length) {
                        set.add(places[own.ids[word]]);
                    }
                }
            };
        };
        return new MentionedIds(ids, FacetColumn.made(reader, ids.length, source, deadline));
    }

    /** The words of a segment; each id that is new gets the next of {@code numbers}. */
    private static Words words(
            SortedSetDocValues words, Named named, Names names, Map<String, Integer> numbers, Deadline deadline)
            throws IOException {
        BytesRef beginning = MentionFields.beginning(named);
        int first = ordinal(words, beginning);
        beginning.bytes[beginning.offset + beginning.length - 1]++;
        int[] ids = new int[ordinal(words, beginning) - first];
        for (int i = 0; i < ids.length; i++) {
            deadline.step();
            String id = names.id(named, MentionFields.said(words.lookupOrd(first + i)));
            ids[i] = numbers.computeIfAbsent(id, each -> numbers.size());
        }
        return new Words(first, ids);
    }

    /** The ordinal of the first word that is not before {@code word}. */
    private static int ordinal(SortedSetDocValues words, BytesRef word) throws IOException {
        long ordinal = words.lookupTerm(word);
        return (int) (ordinal < 0 ? -ordinal - 1 : ordinal);
    }

    @Override
    public String value(int number) {
        return ids[number];
    }

    @Override
    public int number(String id) {
        return Arrays.binarySearch(ids, id);
    }

    /** How many of {@code matches} mention each, by its number. */
    FacetColumn.Counts count(List<LeafReaderContext> leaves, MatchSet matches, Deadline deadline) {
        return column.count(leaves, matches, deadline);
    }
}
