package wherein.collection;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteKind;
import wherein.format.Csv;
import wherein.format.RecordFields;
import wherein.format.RecordFields.Meaning;
import wherein.format.UnreadableException;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;
import wherein.time.WrittenDate;

/**
 * {@code metadata.csv} beside the files: a header with {@code file} and any of title, source, author, date, stance, language and
 * url; every other column is a further field. Several authors or values stand with {@code ;} between. A column {@code guessed}
 * names those fields of a row that nobody has said: they count, but behind whatever else is said of the file.
 *
 * <p>No fault of it ends a run: one of a row costs that row, one of a value that value, and each is told with its line. Takes time in
 * proportion to the table, and memory as well.
 *
 * @param rows what is said of files, in its order
 * @param notes what a reader should know of the rest, and of dates that are not written in EDTF
 */
record MetadataTable(List<Row> rows, List<Note> notes) {

    static final String NAME = "metadata.csv";

    /** No table. */
    static final MetadataTable EMPTY = new MetadataTable(List.of(), List.of());

    private static final Pattern GUESSED = Pattern.compile("(([^();,]+)(?:\\([^)]*\\))?)[;,]?");

    /** Takes copies. */
    MetadataTable {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * What a row says of a file.
     *
     * @param line from 1
     * @param file as it stands there
     * @param said what a person says of it
     * @param guessed what it says was guessed
     */
    record Row(int line, String file, Metadata said, Metadata guessed) {}

    /**
     * Reads the table at {@code file}.
     *
     * @param stances the collection's closed list; empty where any stance will do
     * @throws IOException if the file cannot be read
     */
    static MetadataTable read(Path file, Set<String> stances) throws IOException {
        try {
            MetadataSheet sheet = MetadataSheet.read(file);
            return new Reader(sheet, stances).read();
        } catch (UnreadableException e) {
            return new MetadataTable(
                    List.of(), List.of(new Note(e.kind(), NAME, 0, "the table is not used: " + e.getMessage())));
        }
    }

    /** What a cell of the column {@code guessed} says of each field that it names, by the letters of the name. */
    static Map<String, String> guessed(String cell) {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher matcher = GUESSED.matcher(cell);
        while (matcher.find()) {
            names.put(RecordFields.letters(matcher.group(2)), matcher.group(1).strip());
        }
        return names;
    }

    /** The values in a cell. */
    static List<String> split(String values) {
        return Arrays.stream(values.split(";"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** One pass over the rows of a table. */
    private static final class Reader {

        private final MetadataSheet sheet;
        private final MetadataColumns columns;
        private final Set<String> stances;
        private final List<Note> notes = new ArrayList<>();
        private final Map<String, Integer> lines = new HashMap<>();

        Reader(MetadataSheet sheet, Set<String> stances) {
            this.sheet = sheet;
            this.columns = MetadataColumns.of(sheet.header());
            this.stances = stances;
        }

        MetadataTable read() {
            if (sheet.header().isEmpty()) {
                return EMPTY;
            }
            sheet.remark()
                    .ifPresent(remark ->
                            notes.add(new Note(remark.kind(), List.of(remark.charset()), NAME, 0, remark.message())));
            if (columns.file().isEmpty()) {
                tell(
                        NoteKind.BAD_METADATA,
                        1,
                        "the table is not used: its first line must name a column \"file\", and it has: "
                                + String.join(", ", sheet.header()));
                return new MetadataTable(List.of(), notes);
            }
            columns.faults().forEach(fault -> tell(NoteKind.BAD_METADATA, 1, fault));
            List<Row> rows = new ArrayList<>();
            for (Csv.Row row : sheet.rows()) {
                Optional<String> fault = fault(row);
                if (fault.isPresent()) {
                    tell(NoteKind.BAD_METADATA, row.line(), fault.get() + "; the row is left out");
                } else {
                    rows.add(row(row));
                }
            }
            return new MetadataTable(rows, notes);
        }

        private void tell(NoteKind kind, int line, String message) {
            notes.add(new Note(kind, NAME, line, message));
        }

        /** What keeps a row from being used, in words. */
        private Optional<String> fault(Csv.Row row) {
            if (!row.whole()) {
                return Optional.of("a row of more characters than a row may have");
            }
            int named = sheet.header().size();
            if (row.cells().size() > named
                    && !row.cells().subList(named, row.cells().size()).stream().allMatch(String::isBlank)) {
                return Optional.of("it has " + row.cells().size() + " cells, and the first line names " + named
                        + " columns; put a cell that holds \"" + sheet.delimiter() + "\" into quotation marks");
            }
            if (row.cells().stream().anyMatch(Reader::isOpen)) {
                return Optional.of("a quotation mark is opened and not closed");
            }
            String file = MetadataSheet.cell(row, columns.file().getAsInt());
            if (file.isEmpty()) {
                return Optional.of("it names no file");
            }
            Integer before = lines.putIfAbsent(file, row.line());
            return Optional.ofNullable(before)
                    .map(line -> "the file \"" + file + "\" stands here twice, first in line " + line);
        }

        /** Whether a cell begins with a mark that has no other. */
        private static boolean isOpen(String cell) {
            return cell.stripLeading().startsWith("\"")
                    && cell.chars().filter(c -> c == '"').count() % 2 == 1;
        }

        private Row row(Csv.Row row) {
            Map<Meaning, String> said = new EnumMap<>(Meaning.class);
            Map<Meaning, String> guessed = new EnumMap<>(Meaning.class);
            Set<String> names = columns.guessed().isPresent()
                    ? guessed(MetadataSheet.cell(row, columns.guessed().getAsInt()))
                            .keySet()
                    : Set.of();
            MetadataColumns.NAMES.forEach((name, meaning) -> {
                if (columns.known().containsKey(meaning)) {
                    String cell = MetadataSheet.cell(row, columns.known().get(meaning));
                    (names.contains(name) ? guessed : said).put(meaning, cell);
                }
            });
            TreeMap<String, List<String>> saidFields = new TreeMap<>();
            TreeMap<String, List<String>> guessedFields = new TreeMap<>();
            columns.fields()
                    .forEach((name, column) -> (names.contains(RecordFields.letters(name)) ? guessedFields : saidFields)
                            .put(name, split(MetadataSheet.cell(row, column))));
            String file = MetadataSheet.cell(row, columns.file().getAsInt());
            return new Row(row.line(), file, metadata(row, said, saidFields), metadata(row, guessed, guessedFields));
        }

        private Metadata metadata(Csv.Row row, Map<Meaning, String> cells, Map<String, List<String>> fields) {
            return new Metadata(
                    cells.getOrDefault(Meaning.TITLE, ""),
                    cells.getOrDefault(Meaning.SOURCE, ""),
                    split(cells.getOrDefault(Meaning.AUTHOR, "")),
                    date(row, cells.getOrDefault(Meaning.DATE, "")),
                    stance(row, cells.getOrDefault(Meaning.STANCE, "")),
                    cells.getOrDefault(Meaning.LANGUAGE, ""),
                    cells.getOrDefault(Meaning.URL, ""),
                    fields);
        }

        private EdtfDate date(Csv.Row row, String text) {
            try {
                WrittenDate date = WrittenDate.parse(text);
                if (date.isAmbiguous() && columns.order().isEmpty()) {
                    tell(NoteKind.AMBIGUOUS_DATE, row.line(), date.question(text) + ". Left unknown.");
                    return EdtfDate.UNKNOWN;
                }
                EdtfDate read = date.inOrder(columns.order().orElse(WrittenDate.Order.DAY_FIRST));
                boolean contrary = date.order().isPresent()
                        && columns.order().isPresent()
                        && !date.order().equals(columns.order());
                if (contrary) {
                    tell(
                            NoteKind.BAD_DATE,
                            row.line(),
                            "\"" + text + "\" is not in the order that the first line says. Left unknown.");
                    return EdtfDate.UNKNOWN;
                }
                if (!read.edtf().equals(text)) {
                    tell(NoteKind.DATE_READ, row.line(), "\"" + text + "\" is read as " + read.edtf());
                }
                return read;
            } catch (EdtfException e) {
                tell(NoteKind.BAD_DATE, row.line(), e.getMessage() + ". Left unknown.");
                return EdtfDate.UNKNOWN;
            }
        }

        private String stance(Csv.Row row, String stance) {
            Optional<String> fault = Catalogue.stanceFault(stance, stances);
            fault.ifPresent(message -> tell(NoteKind.BAD_STANCE, row.line(), message + " Left unknown."));
            return fault.isPresent() ? "" : stance;
        }
    }
}
