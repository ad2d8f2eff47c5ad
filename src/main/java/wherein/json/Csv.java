package wherein.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as CSV (RFC 4180). Line breaks inside a cell become one space; NDJSON keeps them. */
public final class Csv {

    private Csv() {}

    /** The line of the names of {@code columns}. */
    public static String header(List<String> columns) {
        return columns.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** The line of {@code row}, its cells in the order of {@code columns}; what is unknown is an empty cell. */
    public static String line(JsonNode row, List<String> columns) {
        return columns.stream()
                        .map(column -> {
                            JsonNode value = row.path(column);
                            return value.isNull() || value.isMissingNode() ? "" : cell(value.asText());
                        })
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String cell(String text) {
        String line = text.replaceAll("[\\r\\n\\u2028\\u2029]+", " ");
        boolean quoted = line.indexOf(',') >= 0 || line.indexOf('"') >= 0;
        return quoted ? "\"" + line.replace("\"", "\"\"") + "\"" : line;
    }
}
