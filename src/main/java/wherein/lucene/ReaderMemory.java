package wherein.lucene;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;

/**
 * What is known of one generation after the other beside its index, such as the values of its passages by number: kept until its
 * reader is closed. Safe for use by several threads at once, which hold no lock that others wait for; so two may make the same.
 */
final class ReaderMemory<K, V> {

    private final Map<IndexReader.CacheKey, Map<K, V>> readers = new ConcurrentHashMap<>();

    /** What is known of {@code reader}; whoever knows more adds it. */
    Map<K, V> of(IndexReader reader) {
        IndexReader.CacheHelper helper = reader.getReaderCacheHelper();
        return readers.computeIfAbsent(helper.getKey(), key -> {
            helper.addClosedListener(readers::remove);
            return new ConcurrentHashMap<>();
        });
    }
}
