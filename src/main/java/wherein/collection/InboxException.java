package wherein.collection;

import java.io.IOException;

/** Why an {@link Inbox} does not take a file in. Its message is for whoever sent the file, and names no folder of this machine. */
public final class InboxException extends IOException {

    private static final long serialVersionUID = 1;

    /** What is the matter. */
    public enum Reason {
        /** No file may be called so. */
        NAME,
        /** No file of this type is read. */
        TYPE,
        /** Another file is called so, or nearly so. */
        EXISTS,
        /** The disk has no room. */
        NO_ROOM
    }

    private final Reason reason;

    InboxException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    InboxException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What is the matter. */
    public Reason reason() {
        return reason;
    }
}
