package wherein.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import wherein.document.Metadata;
import wherein.document.NoteKind;
import wherein.format.RecordFields.Meaning;

/**
 * A table of cells with a delimiter between, CSV or TSV. Where its header names a column of texts, each row is a document, and is read
 * as it comes, so that the size of the file does not matter. Any other table is one document: a row a paragraph, each cell behind the
 * name of its column.
 */
public final class Tables {

    /** A name of a column has so many characters at most. */
    private static final int LONGEST_NAME = 100;

    private static final Pattern VALUE = Pattern.compile("[\\p{Sc}+(-]*\\d[\\d\\s.,:/%)T+Z\\p{Sc}-]*");

    private final long maxDocument;
    private final Extracts extracts;
    private final Csv rows;
    private final char delimiter;

    private Tables(BufferedReader in, char delimiter, long maxDocument, Extracts extracts) {
        this.maxDocument = maxDocument;
        this.extracts = extracts;
        this.delimiter = delimiter;
        this.rows = new Csv(in, delimiter, maxDocument);
    }

    /**
     * Hands what {@code file} says to {@code extracts}.
     *
     * @param likely the delimiter, where the file itself does not tell
     * @param maxDocument the greatest size of a text, and of a row
     * @throws UnreadableException if it holds no text
     */
    public static void read(Path file, char likely, long maxDocument, Extracts extracts)
            throws IOException, UnreadableException {
        try (BufferedReader in = TextStream.open(file, extracts)) {
            char delimiter = Csv.delimiter(in, likely);
            new Tables(in, delimiter, maxDocument, extracts).read();
        }
    }

    private void read() throws IOException, UnreadableException {
        Optional<Csv.Row> first = next();
        if (first.isEmpty()) {
            throw new UnreadableException(NoteKind.EMPTY, "it is empty");
        }
        List<String> names = first.get().cells().stream().map(String::strip).toList();
        RecordFields fields = RecordFields.of(names);
        if (fields.hasText()) {
            records(names, fields);
        } else if (isHeader(names)) {
            document(names, Optional.empty());
        } else {
            document(List.of(), first);
        }
    }

    /** The next row that is not blank and not too long, which is told. */
    private Optional<Csv.Row> next() throws IOException {
        for (Optional<Csv.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            if (!row.get().whole()) {
                extracts.leaveOut(
                        NoteKind.TOO_LARGE,
                        row.get().line(),
                        "a row of more than the " + (maxDocument >> 20)
                                + " MB that a text may have; see --max-document");
            } else if (!row.get().isBlank()) {
                return row;
            }
        }
        return Optional.empty();
    }

    private void records(List<String> names, RecordFields fields) throws IOException, UnreadableException {
        RecordExtracts records = new RecordExtracts(extracts);
        // What goes beyond the header belongs to the last column, whose commas nobody has put into quotation marks.
        boolean textIsLast = names.getLast().equals(fields.names().get(Meaning.TEXT));
        int found = 0;
        for (Optional<Csv.Row> row = next(); row.isPresent(); row = next()) {
            found++;
            List<String> cells = row.get().cells();
            boolean more = isLonger(cells, names);
            if (more && !textIsLast) {
                extracts.leaveOut(NoteKind.BAD_RECORD, row.get().line(), ragged(cells, names));
                continue;
            }
            if (more || cells.size() < names.size()) {
                extracts.tell(NoteKind.BAD_METADATA, row.get().line(), ragged(cells, names));
            }
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
                boolean rest = more && i + 1 == names.size();
                String cell =
                        rest ? String.join(String.valueOf(delimiter), cells.subList(i, cells.size())) : cells.get(i);
                if (!cell.isBlank() && !names.get(i).isEmpty()) {
                    values.computeIfAbsent(names.get(i), each -> new ArrayList<>())
                            .addAll(several(names.get(i), cell, fields));
                }
            }
            records.add(fields, values, "#" + row.get().line(), row.get().line());
        }
        if (found == 0) {
            throw new UnreadableException(NoteKind.EMPTY, "it has a header and no rows");
        }
    }

    /** Authors, and values of a field of the reader's own, stand with a semicolon between. */
    private static List<String> several(String name, String cell, RecordFields fields) {
        boolean one = fields.names().containsValue(name)
                && !name.equals(fields.names().get(Meaning.AUTHOR));
        return one
                ? List.of(cell.strip())
                : Arrays.stream(cell.split(";"))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private static boolean isLonger(List<String> cells, List<String> names) {
        return cells.size() > names.size()
                && !cells.subList(names.size(), cells.size()).stream().allMatch(String::isBlank);
    }

    private static String ragged(List<String> cells, List<String> names) {
        return "this row has " + cells.size() + " cells, and the header names " + names.size()
                + "; put a cell with a delimiter in it into quotation marks";
    }

    private void document(List<String> names, Optional<Csv.Row> first) throws IOException, UnreadableException {
        StringBuilder text = new StringBuilder();
        first.ifPresent(row -> append(text, names, row));
        int found = first.isPresent() ? 1 : 0;
        for (Optional<Csv.Row> row = next(); row.isPresent(); row = next()) {
            found++;
            append(text, names, row.get());
            if (text.length() > maxDocument) {
                throw new UnreadableException(
                        NoteKind.TOO_LARGE,
                        "it has more than the " + (maxDocument >> 20) + " MB that a text may have, and no column named "
                                + "text that would make each row a document; split it, or see --max-document");
            }
        }
        if (found == 0) {
            text.append(TableRows.paragraph(List.of(), names));
        }
        extracts.add(Extract.of(text.toString(), Metadata.UNKNOWN, List.of()));
    }

    private void append(StringBuilder text, List<String> names, Csv.Row row) {
        if (!names.isEmpty() && row.cells().size() > names.size() && isLonger(row.cells(), names)) {
            extracts.tell(NoteKind.BAD_METADATA, row.line(), ragged(row.cells(), names));
        }
        text.append(TableRows.paragraph(names, row.cells())).append("\n\n");
    }

    /** Whether {@code cells} are names of columns: words, each another, and most columns have one. */
    private static boolean isHeader(List<String> cells) {
        Set<String> seen = new HashSet<>();
        List<String> named = new ArrayList<>();
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                named.add(cell);
                if (!seen.add(cell)
                        || cell.length() > LONGEST_NAME
                        || VALUE.matcher(cell).matches()) {
                    return false;
                }
            }
        }
        return named.size() * 2 > cells.size();
    }
}
