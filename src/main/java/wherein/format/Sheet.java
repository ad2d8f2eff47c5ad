package wherein.format;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import wherein.document.Block;

/**
 * Writes a table of a spreadsheet: a paragraph for each row, in which each cell stands behind the name of its column, if the table
 * has names.
 */
final class Sheet {

    /**
     * A cell.
     *
     * @param words what it shows
     * @param isText whether that is a text, and no number, date or truth
     */
    record Cell(String words, boolean isText) {}

    private final TextWriter out;
    private final Map<Integer, String> names = new TreeMap<>();
    private boolean begun;

    Sheet(TextWriter out) {
        this.out = out;
    }

    /** Writes a row; cells by their columns. */
    void row(SortedMap<Integer, Cell> row) throws UnreadableException {
        row.values().removeIf(cell -> cell.words().isBlank());
        if (row.isEmpty()) {
            return;
        }
        if (!begun && row.size() > 1) {
            begun = true;
            if (areNames(row)) {
                row.forEach((column, cell) -> names.put(column, cell.words().strip()));
                plain(row);
                return;
            }
        }
        if (names.isEmpty() || row.size() == 1) {
            plain(row);
            return;
        }
        StringBuilder words = new StringBuilder();
        for (Map.Entry<Integer, Cell> cell : row.entrySet()) {
            append(words, names.getOrDefault(cell.getKey(), ""), cell.getValue());
        }
        out.words(words);
        out.end(Block.PROSE);
    }

    /** The cells in one line, each behind its name, with a semicolon between where none ends a sentence. */
    private static void append(StringBuilder row, String name, Cell cell) {
        if (!row.isEmpty()) {
            row.append(".!?\u2026;:,".indexOf(row.charAt(row.length() - 1)) < 0 ? "; " : " ");
        }
        row.append(name).append(name.isEmpty() ? "" : name.endsWith(":") ? " " : ": ");
        row.append(cell.words().strip());
    }

    private void plain(SortedMap<Integer, Cell> row) throws UnreadableException {
        StringBuilder words = new StringBuilder();
        row.values().forEach(cell -> append(words, "", cell));
        out.words(words);
        out.end(Block.PROSE);
    }

    /** Names of columns are texts, no two alike, and no long ones. */
    private static boolean areNames(SortedMap<Integer, Cell> row) {
        return row.values().stream()
                        .allMatch(cell -> cell.isText() && cell.words().length() <= 80)
                && row.values().stream()
                                .map(cell -> cell.words().strip())
                                .distinct()
                                .count()
                        == row.size();
    }
}
