package wherein.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import wherein.document.Document;
import wherein.document.Passage;
import wherein.mention.Mention;

/**
 * Where documents go to be searched. One writer at a time. Nothing that is added can be seen before {@link #commit}, and
 * closing without it leaves what was there before.
 */
public interface PassageSink extends Closeable {

    /**
     * Adds a document.
     *
     * @param root the collection it came from, as the manifest will name it
     * @param document whose id was not added before
     * @param passages all its passages, in order
     * @param mentions all its mentions, by start
     */
    void add(String root, Document document, List<Passage> passages, List<Mention> mentions) throws IOException;

    /** Makes everything added the index, in place of what was there, in one step that a crash cannot halve. */
    void commit(Manifest manifest) throws IOException;

    /** Ends writing; what was added since the last commit is gone. */
    @Override
    void close() throws IOException;
}
