package wherein.lucene;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The files that a run has written. Lucene takes them away itself when a writer is rolled back, but not when a fault has
 * closed the writer, as a full disk does, which would then stay full.
 */
final class WrittenFiles {

    private final Directory directory;
    private final Set<String> before;

    /** Those that will come into {@code directory} from now on. */
    WrittenFiles(Directory directory) throws IOException {
        this.directory = directory;
        this.before = Set.of(directory.listAll());
    }

    /** How many bytes they have; those that are gone by now have none. */
    long bytes() throws IOException {
        long bytes = 0;
        for (String file : written()) {
            try {
                bytes += directory.fileLength(file);
            } catch (NoSuchFileException e) {
                // A merge has just put another in its place.
            }
        }
        return bytes;
    }

    /**
     * Deletes them but for what a commit names. Nothing is deleted if another run has begun to write, which does it by itself,
     * or if the commit cannot be read.
     */
    void takeAway() throws IOException {
        Set<String> committed = new HashSet<>();
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            try {
                committed.addAll(SegmentInfos.readLatestCommit(directory).files(true));
            } catch (IndexNotFoundException e) {
                // Nothing is committed yet, so nothing is kept.
            }
            for (String file : written()) {
                if (!committed.contains(file)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        } catch (LockObtainFailedException e) {
            // Another run has begun.
        }
    }

    private List<String> written() throws IOException {
        return List.of(directory.listAll()).stream()
                .filter(file -> !before.contains(file) && !file.equals(BackupNotes.LIST))
                .toList();
    }
}
