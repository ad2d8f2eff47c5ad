package wherein.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;

/** Leaves nothing of what was deleted in the folder of an index. */
final class Purge {

    private Purge() {}

    /**
     * Merges all deletes of the index in {@code folder} away, and takes away older commits and whatever stopped runs have left.
     * Writes as much again as the segments that have deletes; where that fails, what it has written is taken away.
     *
     * @param room what there is of it
     * @throws IndexException if another process writes there, or holds a file so that it cannot be taken away, or if there is no
     *     room; the index is then as it was
     */
    static void of(Path folder, Room room) throws IOException, IndexException {
        try (Directory directory = FSDirectory.open(folder)) {
            of(folder, directory, room);
        }
    }

    /** As {@link #of(Path, Room)}, writing through {@code directory}. */
    static void of(Path folder, Directory directory, Room room) throws IOException, IndexException {
        WrittenFiles written = new WrittenFiles(directory);
        boolean done = false;
        try {
            purge(directory, room);
            done = true;
        } catch (LockObtainFailedException e) {
            throw new IndexBusyException(
                    "another run is writing the index in " + folder + "; wait for it to end, and purge again", e);
        } finally {
            if (!done) {
                written.takeAway();
            }
        }
        if (!directory.getPendingDeletions().isEmpty()) {
            throw new IndexException("the files " + directory.getPendingDeletions() + " in " + folder
                    + " cannot be taken away, since another program reads them; stop it, and purge again");
        }
    }

    private static void purge(Directory directory, Room room) throws IOException, IndexException {
        // One merge at a time, so that what they take is known.
        IndexWriterConfig config = LuceneWriter.config(false).setMergeScheduler(new SerialMergeScheduler());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            room.refuse(
                    needed(SegmentInfos.readLatestCommit(directory), config.getMergePolicy()),
                    "to purge it",
                    "Free some, and purge again. What was deleted is in no answer, but still on the disk");
            writer.forceMergeDeletes();
            writer.commit();
            writer.deleteUnusedFiles();
            if (writer.hasDeletions()) {
                throw new IllegalStateException("deletes remain after they were merged away");
            }
        }
    }

    /** The segments that have deletes, and once more one that is small enough to be packed into one file. */
    private static long needed(SegmentInfos commit, MergePolicy policy) throws IOException {
        long all = 0;
        long deleted = 0;
        for (SegmentCommitInfo segment : commit) {
            all += segment.sizeInBytes();
            deleted += segment.hasDeletions() ? segment.sizeInBytes() : 0;
        }
        return deleted + Math.min(deleted, (long) (policy.getNoCFSRatio() * all));
    }
}
