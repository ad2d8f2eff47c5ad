package wherein.lucene;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/**
 * What is kept of segments as long as any reader has them, so that a new commit costs what is new in it. It goes from the searcher of
 * one commit to that of the next. Safe for use by several threads at once.
 */
final class SegmentMemory {

    private final Map<IndexReader.CacheKey, Map<Class<?>, Object>> kept =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** What is kept of the segment of {@code leaf}, with all that has been deleted from it; made by {@code empty} for who asks first. */
    <T> T of(LeafReader leaf, Class<T> kind, Supplier<T> empty) {
        IndexReader.CacheKey segment = leaf.getCoreCacheHelper().getKey();
        Map<Class<?>, Object> ofSegment = kept.computeIfAbsent(segment, any -> new ConcurrentHashMap<>());
        return kind.cast(ofSegment.computeIfAbsent(kind, any -> empty.get()));
    }
}
