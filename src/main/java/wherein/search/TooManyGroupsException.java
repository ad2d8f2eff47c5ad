package wherein.search;

/** The rows of a request fall into more groups than it may hold in memory. No part of an answer has been given out. */
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
