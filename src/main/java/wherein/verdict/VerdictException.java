package wherein.verdict;

/** A verdict that cannot be kept, or a line that is none. The message says why, for a reader, without an end. */
public final class VerdictException extends Exception {

    private static final long serialVersionUID = 1;

    /** What is the matter. */
    public enum Reason {
        /** The line is no verdict. */
        LINE,
        /** The disk has no room. */
        NO_ROOM,
        /** The file, or its folder, cannot be written. */
        READ_ONLY,
        /** Another process holds the file. */
        BUSY
    }

    private final Reason reason;

    VerdictException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    VerdictException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What is the matter. */
    public Reason reason() {
        return reason;
    }
}
