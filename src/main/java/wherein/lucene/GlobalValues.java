package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.packed.PackedInts;

/**
 * The values of a field over all segments of an index, by ordinals in the order of the values. How the ordinals of the segments
 * go into those of the whole is found out once for each field of a generation, by one look at all its values, and takes some 2 bytes a
 * value.
 */
final class GlobalValues {

    private static final ReaderMemory<String, OrdinalMap> MAPS = new ReaderMemory<>();

    private GlobalValues() {}

    /** The values of a field that has one for a document; forwards only. */
    static SortedDocValues sorted(IndexReader reader, String field) throws IOException {
        List<SortedDocValues> segments = segments(reader, field, DocValues::getSorted);
        if (segments.size() < 2) {
            return segments.isEmpty() ? DocValues.emptySorted() : segments.getFirst();
        }
        SortedDocValues[] values = segments.toArray(SortedDocValues[]::new);
        OrdinalMap map = map(reader, field, () -> OrdinalMap.build(null, values, PackedInts.DEFAULT));
        return new MultiDocValues.MultiSortedDocValues(values, starts(reader), map, cost(segments));
    }

    /** The values of a field that may have several for a document; forwards only. */
    static SortedSetDocValues sortedSet(IndexReader reader, String field) throws IOException {
        List<SortedSetDocValues> segments = segments(reader, field, DocValues::getSortedSet);
        if (segments.size() < 2) {
            return segments.isEmpty() ? DocValues.emptySortedSet() : segments.getFirst();
        }
        SortedSetDocValues[] values = segments.toArray(SortedSetDocValues[]::new);
        OrdinalMap map = map(reader, field, () -> OrdinalMap.build(null, values, PackedInts.DEFAULT));
        return new MultiDocValues.MultiSortedSetDocValues(values, starts(reader), map, cost(segments));
    }

    /** Reads the values of a field in one segment. */
    private interface Column<V> {
        V of(LeafReader segment, String field) throws IOException;
    }

    private static <V> List<V> segments(IndexReader reader, String field, Column<V> column) throws IOException {
        List<V> segments = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            segments.add(column.of(leaf.reader(), field));
        }
        return segments;
    }

    /** The first Lucene document of each segment, and where the last one ends. */
    private static int[] starts(IndexReader reader) {
        IntStream firsts = reader.leaves().stream().mapToInt(leaf -> leaf.docBase);
        return IntStream.concat(firsts, IntStream.of(reader.maxDoc())).toArray();
    }

    private static long cost(List<? extends DocIdSetIterator> segments) {
        return segments.stream().mapToLong(DocIdSetIterator::cost).sum();
    }

    /** Makes a map. */
    private interface Maker {
        OrdinalMap make() throws IOException;
    }

    private static OrdinalMap map(IndexReader reader, String field, Maker maker) throws IOException {
        Map<String, OrdinalMap> maps = MAPS.of(reader);
        OrdinalMap map = maps.get(field);
        if (map == null) {
            map = maker.make();
            maps.put(field, map);
        }
        return map;
    }
}
