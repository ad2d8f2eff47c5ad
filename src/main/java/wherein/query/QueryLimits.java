package wherein.query;

/**
 * How large a query may be.
 *
 * @param characters code points; in strict mode a longer one is refused
 * @param clauses words, phrases and field clauses; in strict mode more are refused
 */
public record QueryLimits(int characters, int clauses) {

    /** The largest query that is read anywhere. */
    public static final QueryLimits MOST = new QueryLimits(8_000, 1_024);
}
