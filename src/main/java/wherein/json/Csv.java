package wherein.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import wherein.text.CsvCell;

/**
 * Rows as CSV (RFC 4180), each a line whose cells are as {@link CsvCell} says; NDJSON keeps line breaks.
 *
 * @param columns which cells a line has, in this order
 * @param excel whether a cell that a spreadsheet would take for a formula begins with an apostrophe
 */
public record Csv(List<String> columns, boolean excel) {

    /** The line of the names of the columns. */
    public String header() {
        return columns.stream().map(this::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** The line of {@code row}; what is unknown is an empty cell. */
    public String line(JsonNode row) {
        StringBuilder line = new StringBuilder();
        for (String column : columns) {
            JsonNode value = row.path(column);
            line.append(value.isNull() || value.isMissingNode() ? "" : cell(value.asText()))
                    .append(',');
        }
        line.setLength(Math.max(0, line.length() - 1));
        return line.append("\r\n").toString();
    }

    private String cell(String text) {
        String line = CsvCell.flat(text);
        return CsvCell.quoted(excel ? CsvCell.guarded(line) : line);
    }
}
