package wherein.api;

/** How large a request may be, in bytes. */
public final class RequestLimits {

    /** Of an address: its path and its query, as sent. */
    public static final int ADDRESS = 16 << 10;

    /** Of a body. */
    public static final int BODY = 8 << 20;

    /** Of one record in a body. */
    public static final int RECORD = 1 << 20;

    private RequestLimits() {}
}
