package wherein.index;

import java.util.List;
import wherein.document.Note;

/**
 * What a run did, and what a reader should know.
 *
 * @param files how many files were read
 * @param documents how many documents are in the index now
 * @param passages how many passages
 * @param bytes size of the files that were read
 * @param notes what was the matter with files, in the order in which they were read
 * @param fingerprint of the collection, see {@link Manifest}
 */
public record IndexReport(int files, int documents, int passages, long bytes, List<Note> notes, String fingerprint) {

    /** Takes a copy. */
    public IndexReport {
        notes = List.copyOf(notes);
    }

    /** How many notes are of {@code severity}. */
    public long count(Note.Severity severity) {
        return notes.stream().filter(note -> note.severity() == severity).count();
    }
}
