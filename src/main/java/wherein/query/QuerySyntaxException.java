package wherein.query;

/** A query that does not parse. */
public final class QuerySyntaxException extends Exception {

    private static final long serialVersionUID = 1;

    private final int position;
    private final String didYouMean;

    /**
     * A fault in a query.
     *
     * @param message what is wrong and what was expected
     * @param position where, in code points from 0
     * @param didYouMean what was most likely meant; empty if nobody knows
     */
    public QuerySyntaxException(String message, int position, String didYouMean) {
        super(message);
        this.position = position;
        this.didYouMean = didYouMean;
    }

    /** Where the fault is, in code points from 0. */
    public int position() {
        return position;
    }

    /** What was most likely meant; empty if nobody knows. */
    public String didYouMean() {
        return didYouMean;
    }
}
