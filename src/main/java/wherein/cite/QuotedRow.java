package wherein.cite;

import java.util.regex.Pattern;
import wherein.text.CsvCell;

/**
 * A row of an answer that somebody kept: words, and where they stood.
 *
 * @param number of the row in its file, from 1
 * @param document the id of the document
 * @param start where the words stood, in the unit of the file
 * @param end where they ended, exclusive
 * @param words as they stood there
 * @param cells whether the row comes from cells of CSV, as {@link CsvCell} says
 */
public record QuotedRow(int number, String document, int start, int end, String words, boolean cells) {

    /** This without an apostrophe that may have been put before a cell. */
    QuotedRow unguarded() {
        return new QuotedRow(number, plain(document), start, end, plain(words), cells);
    }

    private String plain(String cell) {
        return cells ? CsvCell.unguarded(cell) : cell;
    }

    /** Whether {@code text} is what is quoted. */
    boolean isOf(String text) {
        return words.equals(cells ? CsvCell.flat(text) : text);
    }

    /** Finds the words in a text. */
    Pattern pattern() {
        return cells ? CsvCell.pattern(words) : Pattern.compile(words, Pattern.LITERAL);
    }
}
