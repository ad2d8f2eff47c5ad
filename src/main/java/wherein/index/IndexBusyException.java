package wherein.index;

/** Another run is writing the index. */
public final class IndexBusyException extends IndexException {

    private static final long serialVersionUID = 1;

    /** For the reason {@code message}. */
    public IndexBusyException(String message) {
        super(message);
    }

    /** For the reason {@code message}, which {@code cause} brought about. */
    public IndexBusyException(String message, Throwable cause) {
        super(message, cause);
    }
}
