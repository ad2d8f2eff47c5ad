package wherein.index;

import java.util.List;
import wherein.document.Note;

/**
 * What a run did, and what a reader should know.
 *
 * @param files how many files there are
 * @param read how many of them were read; the others are as they were
 * @param documents how many documents are in the index now
 * @param added how many of them were not before
 * @param changed how many of them were made anew
 * @param deleted how many documents are there no more
 * @param passages how many passages there are now
 * @param bytes size of the files that were read
 * @param renewed why all documents were made anew; empty if they were not
 * @param notes what is the matter with files, in the order of the files
 * @param fingerprint of the collection, see {@link Manifest}
 */
public record IndexReport(
        int files,
        int read,
        int documents,
        int added,
        int changed,
        int deleted,
        int passages,
        long bytes,
        String renewed,
        List<Note> notes,
        String fingerprint) {

    /** Takes a copy. */
    public IndexReport {
        notes = List.copyOf(notes);
    }

    /** How many notes are of {@code severity}. */
    public long count(Note.Severity severity) {
        return notes.stream().filter(note -> note.severity() == severity).count();
    }
}
