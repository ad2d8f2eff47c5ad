package wherein.search;

import java.util.List;
import java.util.Optional;
import wherein.time.DateHistogram;

/**
 * The values of one field among the passages that a search finds, counted as if the search had no filter on this field.
 *
 * @param values most frequent first, dates in their order; selected ones before all others
 * @param more how many values there are beyond these
 * @param histogram where dates were counted by steps of fitting length, what they are: its buckets are the values
 */
public record Facet(String field, List<Value> values, int more, Optional<DateHistogram> histogram) {

    /** Values that are no steps of time. */
    public Facet(String field, List<Value> values, int more) {
        this(field, values, more, Optional.empty());
    }

    /** Takes a copy. */
    public Facet {
        values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param value as a filter takes it; empty for "unknown"
     * @param label as a reader sees it
     * @param count passages that have it
     * @param selected whether a filter asks for it
     */
    public record Value(String value, String label, int count, boolean selected) {}
}
