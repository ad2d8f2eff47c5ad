package wherein.cite;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rows of an answer that somebody kept, in any form that answers have: CSV with its line of names, with or without a
 * byte order mark, apostrophes for a spreadsheet or lines of provenance; NDJSON; pages of JSON. Read one by one, so that a
 * file of any size can be.
 */
public final class QuotedRows {

    /** What rows are called in the answers that hold them. */
    private static final Set<String> KEYS = Set.of("hits", "mentions", "figures", "rows");

    /** The columns that hold the words, the first that there is. */
    private static final List<String> WORDS = List.of("surface", "match", "text");

    private static final String PROVENANCE = "provenance";
    private static final String SEPARATORS = ",;\t";

    private final String name;
    private final Map<String, String> provenance = new HashMap<>();
    private final Source source;
    private int number;

    private QuotedRows(String name, BufferedReader in) throws IOException {
        this.name = name;
        int first = skip(in);
        this.source = first == '{' || first == '[' ? new JsonRows(in) : csv(in);
    }

    /** Gives the next row as columns; null after the last. */
    @FunctionalInterface
    private interface Source {
        UnaryOperator<String> next() throws IOException;
    }

    /**
     * The rows that {@code in} has.
     *
     * @param name of the file, for messages
     * @throws IOException if it cannot be read, or holds no rows of ours
     */
    public static QuotedRows of(String name, Reader in) throws IOException {
        return new QuotedRows(name, new BufferedReader(in));
    }

    /**
     * The next row; empty after the last.
     *
     * @throws IOException if it cannot be read, or is no row of ours; the message names the row
     */
    public Optional<QuotedRow> next() throws IOException {
        number++;
        UnaryOperator<String> row;
        try {
            row = source.next();
        } catch (JsonProcessingException e) {
            throw fault("cannot be read: " + e.getOriginalMessage());
        }
        if (row == null) {
            number--;
            return Optional.empty();
        }
        String document = row.apply("document");
        if (document == null || document.isEmpty()) {
            throw fault("has no \"document\"; expected the columns document, start, end and surface, match or text");
        }
        String words = WORDS.stream()
                .map(row)
                .filter(each -> each != null && !each.isEmpty())
                .findFirst()
                .orElseThrow(() -> fault("quotes nothing; expected a column surface, match or text"));
        int start = offset("start", row);
        int end = offset("end", row);
        if (end < start) {
            throw fault("ends before it starts, at " + start + " and " + end);
        }
        return Optional.of(new QuotedRow(number, document, start, end, words, !(source instanceof JsonRows)));
    }

    /** How many rows have been read. */
    public int read() {
        return number;
    }

    /** What the file says of where its rows come from, by name; known once the first row has been read. */
    public Optional<String> provenance(String name) {
        return Optional.ofNullable(provenance.get(name));
    }

    /** Whether the file says that its offsets are UTF-16 units; known once the first row has been read. */
    public boolean utf16() {
        return provenance.getOrDefault("query", "").matches(".*[?&]offsets=utf16(?:&.*)?");
    }

    private int offset(String column, UnaryOperator<String> row) throws IOException {
        String value = row.apply(column);
        try {
            int offset = Integer.parseInt(value == null ? "" : value.strip());
            if (offset >= 0) {
                return offset;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw fault(value == null ? "has no \"" + column + "\"" : column + " is no offset: \"" + value + "\"");
    }

    private IOException fault(String what) {
        return new IOException(name + ", row " + number + ": " + what);
    }

    /** The first character that says something, which is not taken. */
    private static int skip(Reader in) throws IOException {
        while (true) {
            in.mark(1);
            int c = in.read();
            if (c != '\ufeff' && !Character.isWhitespace(c)) {
                in.reset();
                return c;
            }
        }
    }

    private Source csv(BufferedReader in) throws IOException {
        String header = in.readLine();
        while (header != null && header.matches("# [a-z]+: .*")) {
            int colon = header.indexOf(':');
            provenance.put(header.substring(2, colon), header.substring(colon + 2));
            header = in.readLine();
        }
        if (header == null) {
            return () -> null;
        }
        CsvSchema.Builder schema = CsvSchema.builder();
        char separator = ',';
        for (char each : SEPARATORS.toCharArray()) {
            separator = header.indexOf(separator) < 0 && header.indexOf(each) >= 0 ? each : separator;
        }
        schema.setColumnSeparator(separator);
        for (String column : columns(header, schema.build())) {
            schema.addColumn(column.strip());
        }
        CsvSchema columns = schema.build();
        if (columns.column("document") == null) {
            throw new IOException(name + ": the first line names no column \"document\"; export rows as CSV with its "
                    + "line of names, as NDJSON or as JSON");
        }
        MappingIterator<Map<String, String>> rows =
                new CsvMapper().readerForMapOf(String.class).with(columns).readValues(in);
        return () -> {
            if (!rows.hasNextValue()) {
                return null;
            }
            Map<String, String> row = rows.nextValue();
            return row::get;
        };
    }

    /** The names that {@code header} gives its columns; none if it is empty. */
    private static String[] columns(String header, CsvSchema form) throws IOException {
        try (MappingIterator<String[]> lines = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(form)
                .readValues(header)) {
            return lines.hasNextValue() ? lines.nextValue() : new String[0];
        }
    }

    /** Objects one after the other, or answers that have rows under one of their keys. */
    private final class JsonRows implements Source {
        private final JsonParser parser;
        /** What has been read of the object that is under way at the top; null between two of them. */
        private ObjectNode outer;

        private boolean inRows;
        private boolean hadRows;

        JsonRows(Reader in) throws IOException {
            this.parser = new ObjectMapper().createParser(in);
        }

        @Override
        public UnaryOperator<String> next() throws IOException {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                JsonNode row = inRows ? element(token) : outer == null ? top(token) : field(token);
                if (row != null) {
                    return column -> row.path(column).asText(null);
                }
            }
            return null;
        }

        private JsonNode element(JsonToken token) throws IOException {
            if (token == JsonToken.END_ARRAY) {
                inRows = false;
                return null;
            }
            return parser.readValueAsTree();
        }

        private JsonNode top(JsonToken token) throws IOException {
            if (token == JsonToken.START_ARRAY) {
                inRows = true;
            } else if (token == JsonToken.START_OBJECT) {
                outer = ((ObjectMapper) parser.getCodec()).createObjectNode();
                hadRows = false;
            } else {
                throw fault("is no JSON object");
            }
            return null;
        }

        private JsonNode field(JsonToken token) throws IOException {
            if (token == JsonToken.END_OBJECT) {
                ObjectNode whole = outer;
                outer = null;
                if (whole.has(PROVENANCE)) {
                    whole.get(PROVENANCE)
                            .properties()
                            .forEach(each -> provenance.put(
                                    each.getKey(), each.getValue().asText()));
                    return null;
                }
                return hadRows ? null : whole;
            }
            String key = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && KEYS.contains(key)) {
                inRows = true;
                hadRows = true;
            } else {
                outer.set(key, parser.<JsonNode>readValueAsTree());
            }
            return null;
        }
    }
}
