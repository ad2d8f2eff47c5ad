package wherein.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.packed.PackedInts;

/**
 * The values of a field over all segments of an index, by ordinals in the order of the values. How the ordinals of the segments
 * go into those of the whole is found out once for each field of a generation, by one look at all its values, and takes some 2 bytes a
 * value.
 */
final class GlobalValues {

    private static final Map<IndexReader.CacheKey, Map<String, OrdinalMap>> MAPS = new ConcurrentHashMap<>();

    private GlobalValues() {}

    /** The values of a field that has one for a document; forwards only. */
    static SortedDocValues sorted(IndexReader reader, String field) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        if (leaves.size() == 1) {
            return DocValues.getSorted(leaves.getFirst().reader(), field);
        }
        SortedDocValues[] values = new SortedDocValues[leaves.size()];
        int[] starts = new int[values.length + 1];
        long cost = 0;
        for (LeafReaderContext leaf : leaves) {
            values[leaf.ord] = DocValues.getSorted(leaf.reader(), field);
            starts[leaf.ord] = leaf.docBase;
            cost += values[leaf.ord].cost();
        }
        starts[values.length] = reader.maxDoc();
        OrdinalMap map = map(reader, field, () -> OrdinalMap.build(null, values, PackedInts.DEFAULT));
        return leaves.isEmpty()
                ? DocValues.emptySorted()
                : new MultiDocValues.MultiSortedDocValues(values, starts, map, cost);
    }

    /** The values of a field that may have several for a document; forwards only. */
    static SortedSetDocValues sortedSet(IndexReader reader, String field) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        if (leaves.size() == 1) {
            return DocValues.getSortedSet(leaves.getFirst().reader(), field);
        }
        SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
        int[] starts = new int[values.length + 1];
        long cost = 0;
        for (LeafReaderContext leaf : leaves) {
            values[leaf.ord] = DocValues.getSortedSet(leaf.reader(), field);
            starts[leaf.ord] = leaf.docBase;
            cost += values[leaf.ord].cost();
        }
        starts[values.length] = reader.maxDoc();
        OrdinalMap map = map(reader, field, () -> OrdinalMap.build(null, values, PackedInts.DEFAULT));
        return leaves.isEmpty()
                ? DocValues.emptySortedSet()
                : new MultiDocValues.MultiSortedSetDocValues(values, starts, map, cost);
    }

    /** Makes a map. */
    private interface Maker {
        OrdinalMap make() throws IOException;
    }

    private static OrdinalMap map(IndexReader reader, String field, Maker maker) throws IOException {
        IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
        Map<String, OrdinalMap> maps = MAPS.computeIfAbsent(helper.getKey(), key -> {
            helper.addClosedListener(MAPS::remove);
            return new ConcurrentHashMap<>();
        });
        OrdinalMap map = maps.get(field);
        if (map == null) {
            // Two may make it at once; no lock is held that others wait for.
            map = maker.make();
            maps.put(field, map);
        }
        return map;
    }
}
