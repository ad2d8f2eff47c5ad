package wherein.query;

/** A query that is larger than a server can promise to answer in time. */
public final class QueryLimitException extends Exception {

    private static final long serialVersionUID = 1;

    /** The message names the limit and the value that went beyond it. */
    public QueryLimitException(String message) {
        super(message);
    }
}
