package wherein.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import wherein.index.IndexException;

/**
 * The room on a disk.
 *
 * @param folder a place there
 * @param free how many bytes this program may still write
 */
record Room(Path folder, long free) {

    /** Beyond what is counted: what a commit writes of its own, and names of files. */
    private static final long SPARE = 1 << 20;

    /** On the disk of {@code folder}, which need not be there yet, as it is now. */
    static Room of(Path folder) throws IOException {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return new Room(folder, Files.getFileStore(there).getUsableSpace());
    }

    /**
     * Refuses to begin what takes {@code bytes} more than there are.
     *
     * @param what is to be written
     * @param instead what to do
     */
    void refuse(long bytes, String what, String instead) throws IndexException {
        if (free < bytes + SPARE) {
            throw new IndexException("there is no room on the disk of " + folder + ": " + what + " takes "
                    + ((bytes + SPARE >> 20) + 1) + " MB, and " + (free >> 20) + " MB are free. " + instead);
        }
    }
}
