package wherein.collection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wherein.document.NoteKind;
import wherein.format.Csv;
import wherein.format.Encodings;
import wherein.format.UnreadableException;
import wherein.text.CsvCell;

/**
 * The cells of a table of metadata as a person or a spreadsheet wrote them, whatever they mean.
 *
 * @param header the cells of the first row that is not blank; none if all are
 * @param rows the rows behind it that are not blank
 * @param delimiter what stands between cells
 * @param remark what a reader should know of the encoding
 */
record MetadataSheet(List<String> header, List<Csv.Row> rows, char delimiter, Optional<Encodings.Remark> remark) {

    /** A table of more bytes is not read: it is held as a whole. */
    private static final long MOST_BYTES = 64 << 20;

    /** A row has so many characters at most: each value of it may have 10,000. */
    private static final int LONGEST_ROW = 1 << 20;

    /**
     * Reads {@code file}, and holds it.
     *
     * @throws UnreadableException if it is no text, or larger than a table may be
     */
    static MetadataSheet read(Path file) throws IOException, UnreadableException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE,
                    "it has more than the " + (MOST_BYTES >> 20) + " MB that a table of metadata may have");
        }
        Encodings.Decoded decoded = Encodings.decode(Files.readAllBytes(file));
        BufferedReader in = new BufferedReader(new StringReader(decoded.text()));
        char delimiter = Csv.delimiter(in, ',');
        Csv csv = new Csv(in, delimiter, LONGEST_ROW);
        List<Csv.Row> rows = new ArrayList<>();
        for (Optional<Csv.Row> row = csv.next(); row.isPresent(); row = csv.next()) {
            row.filter(each -> !each.isBlank()).ifPresent(rows::add);
        }
        List<String> header = rows.isEmpty() ? List.of() : rows.removeFirst().cells();
        return new MetadataSheet(header, rows, delimiter, decoded.remark());
    }

    /** What {@code row} says in a column, without space of any kind around it; empty where it has none. */
    static String cell(Csv.Row row, int column) {
        if (column >= row.cells().size()) {
            return "";
        }
        String cell = row.cells().get(column);
        int from = 0;
        int to = cell.length();
        while (from < to && isSpace(cell.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(cell.charAt(to - 1))) {
            to--;
        }
        return CsvCell.unguarded(cell.substring(from, to));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }
}
