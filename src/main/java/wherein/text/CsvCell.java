package wherein.text;

import java.util.regex.Pattern;

/**
 * What a text becomes in a cell of CSV (RFC 4180), and how it is told again from one. Line breaks are one space, so that a row is
 * a line; an apostrophe may stand before what a spreadsheet would take for a formula. All take time in proportion to the text.
 */
public final class CsvCell {

    /** What a spreadsheet takes a cell for a formula by, at its beginning. */
    private static final String FORMULA = "=+-@\t";

    private static final char GUARD = '\'';
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\u2028\\u2029]+");

    private CsvCell() {}

    /** {@code text} with each run of line breaks as one space. */
    public static String flat(String text) {
        return hasBreak(text) ? BREAKS.matcher(text).replaceAll(" ") : text;
    }

    /** Told without a pattern, which costs more than all else that is done for a cell. */
    private static boolean hasBreak(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == '\u2028' || c == '\u2029') {
                return true;
            }
        }
        return false;
    }

    /** {@code cell} with an apostrophe before it if a spreadsheet would take it for a formula. */
    public static String guarded(String cell) {
        return isFormula(cell, 0) ? GUARD + cell : cell;
    }

    /** {@code cell} without an apostrophe that {@link #guarded} may have put before it. */
    public static String unguarded(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == GUARD && isFormula(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String cell, int from) {
        return cell.length() > from && FORMULA.indexOf(cell.charAt(from)) >= 0;
    }

    /** {@code cell}, which has no line breaks, as it stands between commas: in quotation marks where it has to be. */
    public static String quoted(String cell) {
        boolean marks = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0;
        return marks ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** {@code cell} as it stands between delimiters: in quotation marks where it has to be. */
    public static String quoted(String cell, char delimiter) {
        boolean spaced = !cell.isEmpty() && (cell.charAt(0) == ' ' || cell.charAt(cell.length() - 1) == ' ');
        boolean marks = spaced || cell.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
        return marks ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    /** Finds the texts that {@link #flat} makes {@code cell} of. */
    public static Pattern pattern(String cell) {
        StringBuilder pattern = new StringBuilder();
        for (String word : cell.splitWithDelimiters(" ", 0)) {
            pattern.append(word.equals(" ") ? "(?:" + BREAKS.pattern() + "| )" : Pattern.quote(word));
        }
        return Pattern.compile(pattern.toString());
    }
}
