package wherein.bench;

import java.util.Set;
import java.util.regex.Pattern;

/** Reads of a manual page what people read, roughly: fonts and spacing are dropped, and headings are paragraphs. */
final class Troff {

    private static final Set<String> SHOWN = Set.of("B", "I", "BR", "BI", "IR", "IB", "RB", "RI", "SM", "SB");
    private static final Set<String> HEADINGS = Set.of("SH", "SS");
    private static final Set<String> BREAKS = Set.of("P", "PP", "LP", "TP", "IP", "HP", "sp", "RS", "RE");
    private static final Pattern FONT = Pattern.compile("\\\\f(?:\\w|\\[\\w*]|\\(..)|\\\\[&|^/,:%)]|\\\\s[+-]?\\d");
    private static final Pattern NAMED = Pattern.compile("\\\\\\(..|\\\\\\[[^]]*]|\\\\\\*(?:\\(..|.)");

    private Troff() {}

    /** The text of a page, blank lines between its paragraphs. */
    static String text(String page) {
        StringBuilder text = new StringBuilder();
        for (String line : (Iterable<String>) page.lines()::iterator) {
            if (!line.startsWith(".") && !line.startsWith("'")) {
                text.append(plain(line)).append('\n');
                continue;
            }
            String[] parts = line.substring(1).strip().split("\\s+", 2);
            String words = parts.length < 2 ? "" : plain(parts[1]).replace("\"", "");
            if (SHOWN.contains(parts[0])) {
                text.append(words).append('\n');
            } else if (HEADINGS.contains(parts[0])) {
                text.append("\n\n").append(words).append("\n\n");
            } else if (BREAKS.contains(parts[0])) {
                text.append("\n\n");
            }
        }
        return text.toString();
    }

    private static String plain(String line) {
        String words = FONT.matcher(line).replaceAll("");
        words = words.replace("\\-", "-").replace("\\(aq", "'").replace("\\(dq", "\"").replace("\\e", "\\");
        words = words.replace("\\ ", " ").replace("\\~", " ").replace("\\(bu", " ");
        return NAMED.matcher(words).replaceAll(" ").replaceAll("\\\\\".*", "");
    }
}
