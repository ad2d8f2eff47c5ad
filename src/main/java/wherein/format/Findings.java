package wherein.format;

import wherein.document.NoteKind;

/** Takes what is read of a file. */
public interface Findings {

    /** A document. */
    void extract(Extract extract) throws UnreadableException;

    /** Something of the file that was left out or not as expected, in words that say which, and what to do. */
    void note(NoteKind kind, String message);
}
