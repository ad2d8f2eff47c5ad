package wherein.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import wherein.document.Document;
import wherein.document.Passage;
import wherein.mention.Mention;

/**
 * Where documents go to be searched. One writer at a time, of which several threads may add and delete at once. Nothing that is
 * done can be seen before {@link #commit}, and closing without it leaves what was there before.
 */
public interface PassageSink extends Closeable {

    /**
     * Adds a document.
     *
     * @param root the collection it came from, as the manifest will name it
     * @param document whose id no other document in the sink has
     * @param passages all its passages, in order
     * @param mentions all its mentions, by start
     */
    void add(String root, Document document, List<Passage> passages, List<Mention> mentions) throws IOException;

    /** Takes the document of this id out, if it is there, with all that belongs to it. */
    void delete(String id) throws IOException;

    /** Records how a file of {@code root} is now, in place of what is recorded of it. */
    void put(String root, FileState state) throws IOException;

    /** Forgets the file at {@code path} of {@code root}. */
    void forget(String root, String path) throws IOException;

    /** Takes all documents and files out. */
    void clear() throws IOException;

    /** Makes everything added the index, in one step that a crash cannot halve. */
    void commit(Manifest manifest) throws IOException;

    /** Ends writing; what was done since the last commit is gone. */
    @Override
    void close() throws IOException;
}
