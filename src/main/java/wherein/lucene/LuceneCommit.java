package wherein.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import wherein.index.IndexException;
import wherein.index.Manifest;

/**
 * A commit that is open, and was what had been written when it was opened.
 *
 * @param reader of it, closed by whoever opened it
 * @param manifest what it was made from
 */
record LuceneCommit(DirectoryReader reader, Manifest manifest) {

    /**
     * The newest commit in {@code folder}, all of whose files are read through once.
     *
     * @throws IndexException if there is none, or one that is damaged or of another format
     */
    static LuceneCommit newest(Path folder) throws IOException, IndexException {
        return open(folder, Optional.empty());
    }

    /** As {@link #newest}; the segments that {@code before}, a commit that is still open, reads too are taken from it as they are. */
    static LuceneCommit after(Path folder, DirectoryReader before) throws IOException, IndexException {
        return open(folder, Optional.of(before));
    }

    private static LuceneCommit open(Path folder, Optional<DirectoryReader> before) throws IOException, IndexException {
        if (!Files.isDirectory(folder)) {
            throw none(folder, null);
        }
        Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = null;
        try {
            reader = reader(directory, before);
            Map<String, String> data = reader.getIndexCommit().getUserData();
            LuceneIndex.refuseFormat(folder, data.get(Fields.KEY_FORMAT));
            Set<Object> known = new HashSet<>();
            before.ifPresent(sound -> sound.leaves().forEach(leaf -> known.add(core(leaf))));
            for (LeafReaderContext leaf : reader.leaves()) {
                if (!known.contains(core(leaf))) {
                    leaf.reader().checkIntegrity();
                }
            }
            LuceneCommit commit = new LuceneCommit(reader, Stored.manifest(data.get(Fields.KEY_MANIFEST)));
            reader = null;
            return commit;
        } catch (IndexNotFoundException e) {
            throw none(folder, e);
        } catch (IOException e) {
            throw Damage.told(folder, directory, e, LuceneIndex.otherVersion(folder));
        } finally {
            if (reader != null) {
                reader.close();
            }
        }
    }

    private static IndexException none(Path folder, Exception cause) {
        return new IndexException("there is no index at " + folder + "; build it with: wherein index", cause);
    }

    /** What the files of a segment are read by, but for the list of what is deleted in it, which is checked whenever it is read. */
    private static Object core(LeafReaderContext leaf) {
        return leaf.reader().getCoreCacheHelper().getKey();
    }

    private static DirectoryReader reader(Directory directory, Optional<DirectoryReader> before) throws IOException {
        if (before.isPresent()) {
            try {
                DirectoryReader newer = DirectoryReader.openIfChanged(before.get());
                if (newer != null) {
                    return newer;
                }
            } catch (IllegalStateException e) {
                // The index was made anew under the same names, or is being closed: nothing is shared.
                return DirectoryReader.open(directory);
            }
        }
        return DirectoryReader.open(directory);
    }
}
