package wherein.index;

import java.io.IOException;
import java.nio.file.Path;

/** The disk of an index has no room for what is written. What was there before is as it was. */
public final class DiskFullException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Path folder;
    private final long written;
    private final long free;

    /**
     * For the index in {@code folder}.
     *
     * @param written how many bytes were written before there was no room
     * @param free how many bytes are free on its disk once these are taken away again
     */
    public DiskFullException(Path folder, long written, long free, Throwable cause) {
        super("there is no room on the disk of " + folder, cause);
        this.folder = folder;
        this.written = written;
        this.free = free;
    }

    /** The folder of the index. */
    public Path folder() {
        return folder;
    }

    /** How many bytes were written. */
    public long written() {
        return written;
    }

    /** How many bytes are free when what was written is gone. */
    public long free() {
        return free;
    }
}
