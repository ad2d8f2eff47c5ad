package wherein.time;

import java.util.Locale;

/** How a date stands to a range of days. */
public enum DateMatch {
    /** Every day that the date may mean lies in the range. */
    CERTAIN,
    /** Some day that the date may mean lies in the range. */
    POSSIBLE,
    /** Asked of dates, what is certain or possible and no date that is not known; no date stands so to a range itself. */
    KNOWN,
    /** The date is not known, so it may lie in any range. */
    UNKNOWN,
    /** No day that the date may mean lies in the range. */
    NONE;

    /** The word for it in the API, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
