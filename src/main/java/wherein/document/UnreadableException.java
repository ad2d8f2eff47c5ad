package wherein.document;

/** A file that holds no text that could be indexed. The message says what is the matter and what to do. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
        super(message);
    }
}
