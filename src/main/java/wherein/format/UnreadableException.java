package wherein.format;

import wherein.document.NoteKind;

/** A file that holds no text that could be indexed. The message says what is the matter and what to do. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    private final NoteKind kind;

    public UnreadableException(NoteKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What a note of it is about. */
    public NoteKind kind() {
        return kind;
    }
}
