package wherein.format;

import java.util.List;
import java.util.regex.Pattern;

/** A row of a table as a paragraph: its cells in one line, each behind its name. */
final class TableRows {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");
    private static final String ENDS = ".!?…;:,";

    private TableRows() {}

    /**
     * The row of {@code cells}; empty if all of them are.
     *
     * @param names what the columns are called, by their order; a column beyond them has no name, nor has one whose name is empty
     */
    static String paragraph(List<String> names, List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            append(row, i < names.size() ? names.get(i) : "", cells.get(i));
        }
        return row.toString();
    }

    /** Appends a cell to {@code row}, which is empty or has some; an empty cell leaves it as it is. */
    static void append(StringBuilder row, String name, String cell) {
        String value = SPACE.matcher(cell).replaceAll(" ").strip();
        if (value.isEmpty()) {
            return;
        }
        if (!row.isEmpty()) {
            row.append(ENDS.indexOf(row.charAt(row.length() - 1)) < 0 ? "; " : " ");
        }
        String label = SPACE.matcher(name).replaceAll(" ").strip();
        if (!label.isEmpty()) {
            row.append(label).append(label.endsWith(":") ? " " : ": ");
        }
        row.append(value);
    }
}
