package wherein.collection;

import wherein.document.NoteKind;

/**
 * One thing that is wrong with a catalogue, or with the front matter of a text.
 *
 * @param kind what a note of it is about, where it does not end the run
 * @param line from 1; 0 where the whole file is meant
 * @param message what is wrong and the form that was expected
 */
public record Fault(NoteKind kind, int line, String message) {

    /** A fault of no kind of its own. */
    Fault(int line, String message) {
        this(NoteKind.BAD_METADATA, line, message);
    }
}
