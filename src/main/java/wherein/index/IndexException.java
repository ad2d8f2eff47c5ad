package wherein.index;

/** A run, or an index, that cannot be used as was asked. The message says why and what to do. */
public sealed class IndexException extends Exception permits IndexBusyException, IndexMemoryException {

    private static final long serialVersionUID = 1;

    /** For the reason {@code message}. */
    public IndexException(String message) {
        super(message);
    }

    /** For the reason {@code message}, which {@code cause} brought about. */
    public IndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
