package wherein.search;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import wherein.document.Document;
import wherein.mention.Mention;

/**
 * A part of the documents of an index. What is in it never changes from one generation to the next, but that documents leave it;
 * what is new comes in parts of its own, until some are merged into one. So what is known of a part holds for later generations, but
 * for what has left. Used by one thread.
 */
public interface Part {

    /** How many documents it was written with, whose numbers are those from 0 on: some may have left. */
    int size() throws IOException;

    /** Whether the document of this number is still there. */
    boolean has(int number) throws IOException;

    /** The document of this number, whether or not it has left. */
    Written document(int number) throws IOException;

    /**
     * What somebody keeps of this part: one of each {@code kind}, as long as any generation that is open has the part. It is shared
     * by all these generations and their threads.
     *
     * @param empty makes it, for who asks first
     */
    <T> T kept(Class<T> kind, Supplier<T> empty);

    /**
     * All that was written of a document.
     *
     * @param mentions in the order in which they were written
     * @param passages in order, unmarked
     */
    record Written(Document document, List<Mention> mentions, List<Hit> passages) {

        /** Takes copies. */
        public Written {
            mentions = List.copyOf(mentions);
            passages = List.copyOf(passages);
        }
    }
}
