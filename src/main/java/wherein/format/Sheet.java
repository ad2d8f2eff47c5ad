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
            TableRows.append(
                    words,
                    names.getOrDefault(cell.getKey(), ""),
                    cell.getValue().words());
        }
        out.words(words);
        out.end(Block.PROSE);
    }

    private void plain(SortedMap<Integer, Cell> row) throws UnreadableException {
        StringBuilder words = new StringBuilder();
        row.values().forEach(cell -> TableRows.append(words, "", cell.words()));
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
