package wherein.document;

/** A file that holds no text that could be indexed. The message says what is the matter and what to do. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    private final NoteKind kind;

    UnreadableException(NoteKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What a note of it is about. */
    NoteKind kind() {
        return kind;
    }
}
