package wherein.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import wherein.text.Span;

/**
 * From here on a text stands on a page, or is said at a time, until the next cue of its document.
 *
 * @param start where it begins in the document's text, UTF-16
 * @param kind whether it is a page or a time
 * @param label as a reader would write it: {@code 12} or {@code xii} of a page, {@code 00:01:07} of a time
 * @param page which one of its file it is, from 1, whatever is printed on it; 0 where that is not known, and of a time
 */
public record Cue(int start, Kind kind, String label, int page) {

    /** The characters of a label at most. */
    private static final int LONGEST = 100;

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    /** A page whose number is its label, or a time. */
    public Cue(int start, Kind kind, String label) {
        this(start, kind, label, kind == Kind.PAGE && NUMBER.matcher(label).matches() ? Integer.parseInt(label) : 0);
    }

    /** Bounds the label, which comes from a file. */
    public Cue {
        label = label.length() > LONGEST ? label.substring(0, LONGEST) : label;
    }

    /** The one of {@code cues}, which are in order, that holds at {@code position}, found in logarithmic time; empty before the first. */
    public static Optional<Cue> at(List<Cue> cues, int position) {
        int before = before(cues, position);
        return before == 0 ? Optional.empty() : Optional.of(cues.get(before - 1));
    }

    /** Those of {@code cues}, which are in order, that hold somewhere in {@code span}, none of them starting before it. */
    public static List<Cue> in(List<Cue> cues, Span span) {
        List<Cue> in = new ArrayList<>();
        for (int i = Math.max(0, before(cues, span.start()) - 1);
                i < cues.size() && cues.get(i).start < span.end();
                i++) {
            Cue cue = cues.get(i);
            in.add(cue.start < span.start() ? new Cue(span.start(), cue.kind, cue.label, cue.page) : cue);
        }
        return in;
    }

    /** How many of {@code cues} begin at {@code position} or before it. */
    private static int before(List<Cue> cues, int position) {
        int low = 0;
        int high = cues.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cues.get(middle).start <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
