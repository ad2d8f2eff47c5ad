package wherein.cite;

import java.util.regex.Pattern;

/**
 * A row of an answer that somebody kept: words, and where they stood.
 *
 * @param number of the row in its file, from 1
 * @param document the id of the document
 * @param start where the words stood, in the unit of the file
 * @param end where they ended, exclusive
 * @param words as they stood there
 * @param cells whether the row comes from cells: then line breaks of the words have become spaces, and an apostrophe may
 *     stand before what a spreadsheet would take for a formula
 */
public record QuotedRow(int number, String document, int start, int end, String words, boolean cells) {

    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\u2028\\u2029]+");
    private static final Pattern GUARDED = Pattern.compile("(?s)'[=+@-].*");

    /** {@code text} as a cell of CSV has it: line breaks are one space. */
    public static String inCell(String text) {
        return BREAKS.matcher(text).replaceAll(" ");
    }

    /** This without an apostrophe that may have been put before a cell. */
    QuotedRow unguarded() {
        return new QuotedRow(number, plain(document), start, end, plain(words), cells);
    }

    private String plain(String cell) {
        return cells && GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** Whether {@code text} is what is quoted. */
    boolean isOf(String text) {
        return words.equals(cells ? inCell(text) : text);
    }

    /** Finds the words in a text. */
    Pattern pattern() {
        if (!cells) {
            return Pattern.compile(words, Pattern.LITERAL);
        }
        StringBuilder pattern = new StringBuilder();
        for (String word : words.splitWithDelimiters(" ", 0)) {
            pattern.append(word.equals(" ") ? "(?:" + BREAKS.pattern() + "| )" : Pattern.quote(word));
        }
        return Pattern.compile(pattern.toString());
    }
}
