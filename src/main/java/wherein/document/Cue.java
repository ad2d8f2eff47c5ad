package wherein.document;

import java.util.Locale;

/**
 * From here on a text stands on a page, or is said at a time, until the next cue of its document.
 *
 * @param start where it begins in the document's text, UTF-16
 * @param kind whether it is a page or a time
 * @param label as a reader would write it: {@code 12} or {@code xii} of a page, {@code 00:01:07} of a time
 */
public record Cue(int start, Kind kind, String label) {

    /** The characters of a label at most. */
    private static final int LONGEST = 100;

    /** Bounds the label, which comes from a file. */
    public Cue {
        label = label.length() > LONGEST ? label.substring(0, LONGEST) : label;
    }

    /** What a cue tells. */
    public enum Kind {
        /** A page of a printed thing. */
        PAGE,
        /** Hours, minutes and seconds from the beginning of a recording. */
        TIME;

        /** The word for it, in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
