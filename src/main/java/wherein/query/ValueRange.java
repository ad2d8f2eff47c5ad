package wherein.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of values of figures, both ends inclusive unless a sign says otherwise.
 *
 * @param min the least value; minus infinity where the range has no beginning
 * @param max the greatest, at least {@code min}; infinity where it has no end
 * @param within whether a figure must lie in it for certain, with all values that its bound leaves open; else it is enough that
 *     what was written has a value in it
 */
public record ValueRange(double min, double max, boolean within) {

    private static final String NUMBER = "([+-]?\\d[\\d,_ ]*(?:\\.\\d+)?)";
    private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<|=)?\\s*" + NUMBER);
    private static final Pattern BETWEEN =
            Pattern.compile("(?:" + NUMBER + "|\\*)?\\s*\\.\\.\\s*(?:" + NUMBER + "|\\*)?");
    private static final Pattern BRACKETS =
            Pattern.compile("\\[\\s*(?:" + NUMBER + "|\\*)\\s+TO\\s+(?:" + NUMBER + "|\\*)\\s*\\]");

    /** Checks that the range does not end below its beginning. */
    public ValueRange {
        if (!(min <= max)) {
            throw new IllegalArgumentException("the range ends at " + max + ", below its beginning " + min);
        }
    }

    /**
     * Reads {@code 150000}, {@code =150,000}, {@code >=100000}, {@code 100000..2000000}, {@code [100000 TO *]}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static ValueRange parse(String text) {
        String stripped = text.strip();
        Matcher compared = COMPARED.matcher(stripped);
        if (compared.matches()) {
            return compared(compared.group(1), number(compared.group(2)));
        }
        Matcher between = BETWEEN.matcher(stripped);
        Matcher brackets = BRACKETS.matcher(stripped);
        Matcher range = between.matches() ? between : brackets.matches() ? brackets : null;
        if (range == null) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no range of values: expected such as 150000, >=100000, 100000..2000000 or [100000 TO *]");
        }
        double min = range.group(1) == null ? Double.NEGATIVE_INFINITY : number(range.group(1));
        double max = range.group(2) == null ? Double.POSITIVE_INFINITY : number(range.group(2));
        return new ValueRange(min, max, false);
    }

    /** This for figures that lie in it for certain. */
    public ValueRange whole() {
        return new ValueRange(min, max, true);
    }

    private static ValueRange compared(String sign, double number) {
        return switch (sign == null ? "=" : sign) {
            case ">=" -> new ValueRange(number, Double.POSITIVE_INFINITY, false);
            case "<=" -> new ValueRange(Double.NEGATIVE_INFINITY, number, false);
            case ">" -> new ValueRange(Math.nextUp(number), Double.POSITIVE_INFINITY, false);
            case "<" -> new ValueRange(Double.NEGATIVE_INFINITY, Math.nextDown(number), false);
            default -> new ValueRange(number, number, false);
        };
    }

    private static double number(String text) {
        return Double.parseDouble(text.replaceAll("[,_ ]", ""));
    }
}
