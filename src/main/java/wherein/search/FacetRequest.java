package wherein.search;

import java.util.Optional;
import wherein.query.Named;
import wherein.query.Names;

/**
 * A field whose values are to be counted.
 *
 * @param field one that filters, {@code date}, {@code country} or {@code person}
 * @param prefix only values that begin so, upper and lower case alike
 * @param limit how many values at most
 * @param interval for {@code date}, the length of a bucket
 * @param names for {@code country} and {@code person}, what their ids and labels are
 */
public record FacetRequest(String field, String prefix, int limit, Interval interval, Names names) {

    /** What has mentions whose passages are counted; empty where the field is one of passages themselves. */
    public Optional<Named> mentioned() {
        return Named.entity(field);
    }

    /** How long a bucket of dates is. */
    public enum Interval {
        /** A year. */
        YEAR,
        /** A month. */
        MONTH,
        /** As long as makes few of them: see {@link wherein.time.DateHistogram}. */
        AUTO
    }

    /** Counts the values of {@code field}, all of them up to a thousand. */
    public static FacetRequest of(String field) {
        return new FacetRequest(field, "", 1_000, Interval.YEAR, Names.NONE);
    }
}
