package wherein.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import wherein.cite.QuotedRow;

/**
 * Rows as CSV (RFC 4180). Line breaks inside a cell become one space; NDJSON keeps them.
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
        StringJoiner line = new StringJoiner(",", "", "\r\n");
        for (String column : columns) {
            JsonNode value = row.path(column);
            line.add(value.isNull() || value.isMissingNode() ? "" : cell(value.asText()));
        }
        return line.toString();
    }

    private String cell(String text) {
        String line = QuotedRow.inCell(text);
        if (excel && !line.isEmpty() && "=+-@\t".indexOf(line.charAt(0)) >= 0) {
            line = "'" + line;
        }
        boolean quoted = line.indexOf(',') >= 0 || line.indexOf('"') >= 0;
        return quoted ? "\"" + line.replace("\"", "\"\"") + "\"" : line;
    }
}
