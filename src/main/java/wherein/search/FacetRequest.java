package wherein.search;

/**
 * A field whose values are to be counted.
 *
 * @param field one that filters, or {@code date}
 * @param prefix only values that begin so, upper and lower case alike
 * @param limit how many values at most
 * @param interval for {@code date}, the length of a bucket
 */
public record FacetRequest(String field, String prefix, int limit, Interval interval) {

    /** How long a bucket of dates is. */
    public enum Interval {
        /** A year. */
        YEAR,
        /** A month. */
        MONTH
    }

    /** Counts the values of {@code field}, all of them up to a thousand. */
    public static FacetRequest of(String field) {
        return new FacetRequest(field, "", 1_000, Interval.YEAR);
    }
}
