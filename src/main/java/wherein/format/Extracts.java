package wherein.format;

import wherein.document.NoteKind;

/** Takes what comes of one file, in its order. */
public interface Extracts {

    /** The next document of the file. */
    void add(Extract extract);

    /**
     * Something that a reader of the collection should be told of.
     *
     * @param line from 1; 0 where the whole file is meant
     */
    void tell(NoteKind kind, int line, String message);

    /** So many more bytes of the file were read; told before what came of them. */
    void read(long bytes);

    /** As {@link #tell}, of something that is not indexed, for the reason given. */
    default void leaveOut(NoteKind kind, int line, String reason) {
        tell(kind, line, "not indexed: " + reason);
    }
}
