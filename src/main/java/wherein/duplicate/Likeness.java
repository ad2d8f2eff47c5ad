package wherein.duplicate;

import java.util.Locale;

/** What two texts that have much in common are to each other. */
public enum Likeness {
    /** Where they overlap, all words are equal. */
    SAME,
    /** A word was inserted, lost or replaced. */
    VARIANT;

    /** The word for it in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
