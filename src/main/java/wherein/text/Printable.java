package wherein.text;

import java.util.function.IntPredicate;

/** Text from elsewhere, such as the name of a file, as it may go to a terminal or into a line of a report. */
public final class Printable {

    private Printable() {}

    /**
     * {@code text} with every character escaped that a terminal would obey, that would end its line, or that would turn the
     * direction of what follows: controls, formatting characters, line and paragraph separators, halves of surrogate pairs.
     * Each becomes <code>&#92;uXXXX</code>, the usual ones <code>&#92;n</code>, <code>&#92;t</code> and <code>&#92;r</code>.
     * Takes time in proportion to the length.
     */
    public static String escaped(String text) {
        return escaped(text, Printable::isUnsafe);
    }

    /** As {@link #escaped(String)}, but line ends and tabs stay: for a message of several lines. */
    public static String escapedLines(String text) {
        return escaped(text, c -> isUnsafe(c) && c != '\n' && c != '\t');
    }

    private static String escaped(String text, IntPredicate unsafe) {
        if (text.codePoints().noneMatch(unsafe)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (unsafe.test(c)) {
                escape(escaped, c);
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            // The two joiners are part of how some scripts are written, and turn nothing.
            case Character.FORMAT -> c != '\u200c' && c != '\u200d';
            default -> false;
        };
    }

    private static void escape(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                for (char unit : Character.toChars(c)) {
                    out.append(String.format("\\u%04x", (int) unit));
                }
            }
        }
    }
}
