package wherein.search;

/** Rows that fall into more groups than one request may hold in memory. Nothing of a partial answer is given out. */
public final class TooManyGroupsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int limit;

    /** There may be {@code limit} groups, whose values take at most {@code bytes} bytes together. */
    public TooManyGroupsException(int limit, long bytes) {
        super("the rows fall into more than " + limit + " groups, or into groups whose names take more than "
                + (bytes >> 20) + " MB; narrow the query, or group by fewer fields");
        this.limit = limit;
    }

    /** How many groups there may be. */
    public int limit() {
        return limit;
    }
}
