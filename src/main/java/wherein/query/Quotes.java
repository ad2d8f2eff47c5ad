package wherein.query;

import java.util.Map;

/**
 * Quotation marks as people and their programs set them: each pair of those of a language is one of the query language. A
 * mark without its partner stays what it was, a sign between words. Single quotation marks do too, since one of them is the
 * apostrophe.
 */
final class Quotes {

    /** What opens a quotation, and what may close it, in the order in which it is taken to. */
    private static final Map<Character, String> PAIRS = Map.ofEntries(
            Map.entry('“', "”“"),
            Map.entry('”', "”"),
            Map.entry('„', "“”„"),
            Map.entry('‟', "”"),
            Map.entry('«', "»"),
            Map.entry('»', "«»"),
            Map.entry('‹', "›"),
            Map.entry('›', "‹›"),
            Map.entry('「', "」"),
            Map.entry('『', "』"),
            Map.entry('〝', "〞〟"),
            Map.entry('＂', "＂"));

    private Quotes() {}

    /** Whether {@code c} may open or close a quotation. */
    static boolean isMark(int c) {
        return c < 0x10000
                && PAIRS.entrySet().stream()
                        .anyMatch(pair -> pair.getKey() == c || pair.getValue().indexOf(c) >= 0);
    }

    /** {@code line} with straight marks for each pair, one for one, so that positions hold. A query is short: time grows
     * with the square of its length at worst. */
    static String straight(String line) {
        StringBuilder straight = new StringBuilder(line);
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && PAIRS.containsKey(c) && isBeginning(line, i)) {
                int end = closing(line, i, PAIRS.get(c));
                if (end > i + 1) {
                    straight.setCharAt(i, '"');
                    straight.setCharAt(end, '"');
                    i = end;
                }
            }
        }
        return straight.toString();
    }

    /** A mark behind a letter closes something, but in languages that are written without spaces. */
    private static boolean isBeginning(String line, int i) {
        return "「『〝".indexOf(line.charAt(i)) >= 0 || i == 0 || !Character.isLetterOrDigit(line.charAt(i - 1));
    }

    /** Where the quotation that begins at {@code start} is closed; -1 where it is not, or holds a straight mark or a backslash. */
    private static int closing(String line, int start, String marks) {
        for (int i = start + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' || c == '\\') {
                return -1;
            }
            if (marks.indexOf(c) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
