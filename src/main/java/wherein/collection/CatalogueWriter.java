package wherein.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Consumer;
import wherein.document.Languages;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteKind;
import wherein.format.Csv;
import wherein.format.Extract;
import wherein.format.Extracts;
import wherein.format.Ocr;
import wherein.format.RecordFields;
import wherein.format.UnreadableException;
import wherein.text.CsvCell;

/**
 * Writes the table of metadata of a collection, for a person to mend in a spreadsheet and put beside the files: a row for each
 * file that can be read, and for each document that has a name of its own in its file, with what is said of it and, where nobody
 * says it, what was guessed. Records and other documents that are only numbered share the row of their file.
 *
 * <p>What stands in a table that is there already is kept, cell by cell, and so are its rows that belong to no file; only empty
 * cells are filled. The table says of no document anything but what would be taken without it, so that putting it beside the files
 * changes nothing. Reads the files, and no index; one of them is held at a time, and the table that is there.
 */
public final class CatalogueWriter {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a guess comes from whose place the file does not tell. */
    private static final String OF_FILE = "the file";

    private static final String OF_WORDS = "its words";

    private final Collection collection;
    private final DocumentReader reader;
    private final Patterns patterns;
    private final MetadataSheet sheet;
    private final Listed listed;
    private final List<String> header;

    /** The columns of what may be filled in, by the name of the field. */
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private final int file;
    private final int guessed;
    private final Map<Integer, Csv.Row> rows = new HashMap<>();
    private final Set<Integer> written = new TreeSet<>();

    private CatalogueWriter(Collection collection, MetadataSheet sheet, long maxDocument) throws IOException {
        this.collection = collection;
        this.sheet = sheet;
        this.reader = DocumentReader.of(collection, maxDocument);
        this.patterns = new Patterns(collection.catalogue().patterns());
        List<String> paths =
                collection.files().stream().map(SourceFile::relative).toList();
        Path place = collection.home().resolve(MetadataTable.NAME);
        MetadataTable table = sheet.header().isEmpty() ? MetadataTable.EMPTY : MetadataTable.read(place, Set.of());
        this.listed = new Listed(table, List.of(), "", paths, collection.home());
        sheet.rows().forEach(row -> rows.put(row.line(), row));
        this.header = new ArrayList<>(sheet.header());
        MetadataColumns known = MetadataColumns.of(sheet.header());
        this.file = known.file().orElseGet(() -> column("file"));
        MetadataColumns.NAMES.forEach((name, meaning) -> columns.put(
                name, known.known().containsKey(meaning) ? known.known().get(meaning) : column(name)));
        for (String name : fields(collection.catalogue())) {
            columns.put(name, known.fields().containsKey(name) ? known.fields().get(name) : column(name));
        }
        this.guessed = known.guessed().orElseGet(() -> column(MetadataColumns.GUESSED));
    }

    /**
     * A writer of the table of the collection at {@code root}.
     *
     * @param catalogueFile the catalogue, if it is not in the folder
     * @param ocr how scans are read; empty if they are not
     * @param maxDocument the greatest size of a text, in bytes
     * @throws UnreadableException if there is a table beside the files that is none, or names no files
     */
    public static CatalogueWriter of(
            Path root, Optional<Path> catalogueFile, boolean followLinks, Optional<Ocr> ocr, long maxDocument)
            throws IOException, CatalogueException, UnreadableException {
        Collection collection = Collection.open(root, catalogueFile, followLinks, ocr);
        Path place = collection.home().resolve(MetadataTable.NAME);
        MetadataSheet sheet = Files.exists(place)
                ? MetadataSheet.read(place)
                : new MetadataSheet(List.of(), List.of(), ',', Optional.empty());
        boolean named = sheet.header().isEmpty()
                || MetadataColumns.of(sheet.header()).file().isPresent();
        if (!named) {
            throw new UnreadableException(
                    NoteKind.BAD_METADATA, "its first line names no column \"file\"; mend it, or move it away");
        }
        return new CatalogueWriter(collection, sheet, maxDocument);
    }

    /** Where the table of the collection lies, if there is one. */
    public Path place() {
        return collection.home().resolve(MetadataTable.NAME);
    }

    /** What a reader should know of the files and of the table that is there. */
    public List<Note> notes() {
        return collection.notes();
    }

    /** The delimiter of the table that is there; empty if there is none. */
    public Optional<Character> delimiter() {
        return sheet.header().isEmpty() ? Optional.empty() : Optional.of(sheet.delimiter());
    }

    private int column(String name) {
        header.add(name);
        return header.size() - 1;
    }

    /** The names of the further fields that the catalogue has. */
    private static Set<String> fields(Catalogue catalogue) {
        Set<String> names = new TreeSet<>();
        catalogue
                .entries()
                .forEach(entry -> names.addAll(entry.metadata().fields().keySet()));
        catalogue
                .patterns()
                .forEach(pattern -> names.addAll(pattern.metadata().fields().keySet()));
        return names;
    }

    /**
     * Writes the table to {@code out}, with a byte order mark, by which spreadsheets know its encoding.
     *
     * @param notes takes what a reader should know of files as they are read
     * @return how many rows it has
     */
    public int write(Appendable out, char delimiter, Consumer<Note> notes) throws IOException {
        out.append(BYTE_ORDER_MARK);
        Lines lines = new Lines(out, delimiter);
        lines.append(header);
        for (SourceFile each : inOrder()) {
            reader.extracts(each, new OfFile(each, lines, notes), notes);
            lines.check();
        }
        for (Csv.Row row : sheet.rows()) {
            if (!written.contains(row.line())) {
                lines.append(cells(row));
            }
        }
        lines.check();
        return lines.count - 1;
    }

    /** The files that the table has rows of, in its order, and then all others. */
    private Iterable<SourceFile> inOrder() {
        Map<Integer, SourceFile> byLine = new HashMap<>();
        for (SourceFile each : collection.files()) {
            listed.whole(each.relative()).ifPresent(row -> byLine.put(row.line(), each));
            listed.rowsWithin(each.relative()).values().forEach(row -> byLine.put(row.line(), each));
        }
        Set<SourceFile> files = Collections.newSetFromMap(new IdentityHashMap<>());
        List<SourceFile> ordered = new ArrayList<>();
        for (Csv.Row row : sheet.rows()) {
            Optional.ofNullable(byLine.get(row.line())).filter(files::add).ifPresent(ordered::add);
        }
        collection.files().stream().filter(files::add).forEach(ordered::add);
        return ordered;
    }

    private List<String> cells(Csv.Row row) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < header.size()) {
            cells.add("");
        }
        return cells;
    }

    /** The cells of {@code row}, empty ones for the columns that it has not. */
    private List<String> cells(Optional<MetadataTable.Row> row, String name) {
        if (row.isPresent()) {
            written.add(row.get().line());
            return cells(rows.get(row.get().line()));
        }
        List<String> cells = new ArrayList<>(Collections.nCopies(header.size(), ""));
        cells.set(file, CsvCell.guarded(name));
        return cells;
    }

    /** Writes the rows of one file as its documents come. */
    private final class OfFile implements Extracts {
        private final SourceFile source;
        private final Lines lines;
        private final Consumer<Note> notes;
        private final Metadata pattern;

        /** What the last row that was written is called in its file. */
        private Optional<String> last = Optional.empty();

        OfFile(SourceFile source, Lines lines, Consumer<Note> notes) {
            this.source = source;
            this.lines = lines;
            this.notes = notes;
            this.pattern = patterns.of(source.relative());
        }

        @Override
        public void add(Extract extract) {
            String within = extract.within();
            String shared = SourceFile.unnumbered(within);
            if (last.isEmpty() && !shared.isEmpty()) {
                listed.whole(source.relative()).ifPresent(row -> lines.append(cells(Optional.of(row), "")));
            }
            if (!last.equals(Optional.of(shared))) {
                Optional<MetadataTable.Row> row = shared.isEmpty() ? listed.whole(source.relative()) : within(shared);
                write(row, shared, extract);
            }
            last = Optional.of(shared);
            if (!shared.equals(within)) {
                within(within).ifPresent(row -> write(Optional.of(row), within, extract));
            }
        }

        private Optional<MetadataTable.Row> within(String within) {
            return Optional.ofNullable(listed.rowsWithin(source.relative()).get(within));
        }

        /** Writes the row of what is called {@code within}; of a number of documents only what a person says. */
        private void write(Optional<MetadataTable.Row> row, String within, Extract extract) {
            List<String> cells = cells(row, source.relative() + within);
            if (within.equals(extract.within())) {
                fill(cells, extract);
            }
            lines.append(cells);
        }

        /** Puts what is known, or was guessed, into the cells that are empty, and names the guesses. */
        private void fill(List<String> cells, Extract extract) {
            Map<String, String> before = MetadataTable.guessed(cells.get(guessed));
            List<String> guesses = new ArrayList<>();
            columns.forEach((name, column) -> {
                if (cells.get(column).isBlank()) {
                    Value value = value(name, extract);
                    cells.set(column, value.cell);
                    if (!value.cell.isEmpty() && !value.origin.isEmpty()) {
                        guesses.add(name + " ("
                                + value.origin.replaceAll("[(),;]", " ").strip() + ")");
                    }
                } else {
                    Optional.ofNullable(before.get(RecordFields.letters(name))).ifPresent(guesses::add);
                }
            });
            cells.set(guessed, String.join("; ", guesses));
        }

        /** What is taken for the field called {@code name} where the table does not say it. */
        private Value value(String name, Extract extract) {
            Metadata entry = source.entry().map(Catalogue.Entry::metadata).orElse(Metadata.UNKNOWN);
            List<String> own = extract.metadata().values(name);
            boolean said = DocumentMaker.isSaid(source, extract, name);
            if (!entry.values(name).isEmpty()) {
                return Value.of(entry.values(name), "");
            }
            if (said && !own.isEmpty()) {
                return Value.of(own, "");
            }
            if (!pattern.values(name).isEmpty()) {
                return Value.of(pattern.values(name), Collection.CATALOGUE);
            }
            if (!own.isEmpty()) {
                return Value.of(own, extract.origins().getOrDefault(name, OF_FILE));
            }
            return name.equals("language") ? Value.of(List.of(Languages.of(extract.text())), OF_WORDS) : Value.NONE;
        }

        @Override
        public void tell(NoteKind kind, int line, String message) {
            notes.accept(new Note(kind, source.relative(), line, message));
        }

        @Override
        public void read(long bytes) {
            // Nobody waits for a number of bytes.
        }
    }

    /**
     * What stands in a cell.
     *
     * @param origin where it comes from, if it was guessed; empty if it is said
     */
    private record Value(String cell, String origin) {

        static final Value NONE = new Value("", "");

        /** These values in one cell; none if they would not be read back as they are. */
        static Value of(List<String> values, String origin) {
            String text = String.join("; ", values);
            boolean same = values.size() == 1
                    ? text.equals(text.strip()) && text.indexOf('\r') < 0
                    : MetadataTable.split(text).equals(values);
            String cell = CsvCell.guarded(text);
            return same && CsvCell.unguarded(cell).equals(text) ? new Value(cell, origin) : NONE;
        }
    }

    /** Rows of cells as lines, and the fault that kept one from being written. */
    private static final class Lines {
        private final Appendable out;
        private final char delimiter;
        private Optional<Exception> fault = Optional.empty();
        private int count;

        Lines(Appendable out, char delimiter) {
            this.out = out;
            this.delimiter = delimiter;
        }

        void append(List<String> cells) {
            count++;
            StringJoiner line = new StringJoiner(String.valueOf(delimiter), "", "\r\n");
            cells.forEach(cell -> line.add(CsvCell.quoted(cell, delimiter)));
            try {
                if (fault.isEmpty()) {
                    out.append(line.toString());
                }
            } catch (IOException | RuntimeException e) {
                // A reader of files takes no fault of ours for one of a file.
                fault = Optional.of(e);
            }
        }

        void check() throws IOException {
            if (fault.isPresent()) {
                if (fault.get() instanceof IOException e) {
                    throw e;
                }
                throw (RuntimeException) fault.get();
            }
        }
    }
}
