package wherein.index;

import java.util.List;
import wherein.document.NoteGroup;

/**
 * How a file was when it was read, and what came of it.
 *
 * @param path relative to its root
 * @param size in bytes
 * @param modified milliseconds since 1970; 0 where it had just been written, so that another change might bear the same time
 * @param sha256 of its bytes, in hexadecimal; empty where they could not be read
 * @param about SHA-256, in hexadecimal, of what catalogue, table and limits say of it
 * @param again whether the next run has to read it whatever it looks like: not all of it could be indexed, for a reason
 *     that lies outside the file
 * @param notes what was the matter with it, with the first {@value #MOST_NOTES} of each kind
 */
public record FileState(
        String path, long size, long modified, String sha256, String about, boolean again, List<NoteGroup> notes) {

    /** So many notes of each kind are kept with a file; the others are counted. */
    static final int MOST_NOTES = 1_000;

    /** Takes a copy. */
    public FileState {
        notes = List.copyOf(notes);
    }

    /** Whether nothing has changed since {@code before}, so that reading it again would give the same. */
    boolean isSame(FileState before) {
        return before.isSettled() && sha256.equals(before.sha256) && about.equals(before.about);
    }

    /** Whether what came of it depends on nothing but its bytes and what is said of it. */
    boolean isSettled() {
        return !again && !sha256.isEmpty();
    }

    /** Whether nothing but the time tells this from {@code before}. */
    boolean isSameButForTime(FileState before) {
        return before != null
                && equals(new FileState(
                        before.path, before.size, modified, before.sha256, before.about, before.again, before.notes));
    }

    /** This, after what came of it. */
    FileState with(boolean again, List<NoteGroup> notes) {
        return new FileState(path, size, modified, sha256, about, again, notes);
    }
}
