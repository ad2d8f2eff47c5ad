package wherein.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import wherein.collection.CatalogueWriter;
import wherein.document.NoteTally;
import wherein.format.UnreadableException;
import wherein.index.IndexReport;

/** {@code wherein catalogue}: the table of metadata of a collection, to be mended in a spreadsheet. */
@Command(
        name = "catalogue",
        description = {
            "Writes a table with a row for each file of FOLDER: title, source, author, date, stance, language and url, as",
            "far as they are known, and else as they were guessed, which the last column says, with where each guess comes",
            "from. Mend it in a spreadsheet and put it beside the files as metadata.csv. No index is read or made.",
            "",
            "A table that lies there already is kept: only its empty cells are filled, and rows of new files come behind.",
            "With > a shell empties that table before it is read: use --write to bring it up to date."
        },
        mixinStandardHelpOptions = true)
final class CatalogueCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The collection: a folder or a file. Without it, the default one.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--catalog", paramLabel = "FILE", description = "The catalogue, if it is not catalog.yaml there.")
    private Optional<Path> catalogue = Optional.empty();

    @Option(
            names = "--delimiter",
            paramLabel = "comma|semicolon|tab",
            description =
                    "What stands between cells: that of the table that lies there, or else a comma. The spreadsheets "
                            + "of many countries want a semicolon.")
    private Optional<Delimiter> delimiter = Optional.empty();

    @Option(
            names = "--write",
            description = "Write metadata.csv in the folder, in place of the one that lies there, and print nothing.")
    private boolean write;

    @Option(
            names = "--max-document",
            paramLabel = "MB",
            defaultValue = "" + IndexCommand.MAX_DOCUMENT_MB,
            description = "A text larger than this is not read (default: ${DEFAULT-VALUE}).")
    private long maxDocument;

    @Option(
            names = IndexCommand.FOLLOW_LINKS,
            description = "Read what lies behind symbolic links that lead out of the collection, too.")
    private boolean followLinks;

    @Mixin
    private OcrOptions ocr = new OcrOptions();

    /** What stands between cells, as an option says it. */
    private enum Delimiter {
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t');

        private final char sign;

        Delimiter(char sign) {
            this.sign = sign;
        }
    }

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        Path root = IndexLocation.of(folder.stream().toList(), Optional.empty())
                .roots()
                .getFirst();
        CatalogueWriter writer;
        try {
            writer = CatalogueWriter.of(root, catalogue, followLinks, ocr.find(), maxDocument << 20);
        } catch (UnreadableException e) {
            throw new UserException("metadata.csv of " + root + ": " + e.getMessage(), e);
        }
        char sign = delimiter.map(each -> each.sign).or(writer::delimiter).orElse(',');
        NoteTally notes = new NoteTally(IndexReport.MOST_NOTES);
        writer.notes().forEach(note -> notes.add(0, note));
        int rows = write ? replace(writer, sign, notes) : print(terminal.out(), writer, sign, notes);
        new ReportText(terminal.errIsTerminal() ? terminal.width() : ReportText.PLAIN_WIDTH, ReportText.EXAMPLES)
                .grouped(notes.groups())
                .forEach(terminal.err()::println);
        String where = write ? " in " + writer.place() : "";
        terminal.err().println(String.format(Locale.ROOT, "wherein: %,d rows%s", rows, where));
        return Main.FOUND;
    }

    private static int print(PrintStream out, CatalogueWriter writer, char sign, NoteTally notes) throws IOException {
        int rows = writer.write(out, sign, note -> notes.add(1, note));
        out.flush();
        return rows;
    }

    /** Puts a whole table in the place of the one that is there, which stands there until the new one is on the disk. */
    private static int replace(CatalogueWriter writer, char sign, NoteTally notes) throws IOException {
        Path place = Files.exists(writer.place()) ? writer.place().toRealPath() : writer.place();
        Path beside = place.resolveSibling(".metadata.csv.new");
        try {
            int rows;
            try (Writer out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                rows = writer.write(out, sign, note -> notes.add(1, note));
            }
            try (FileChannel written = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            return rows;
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
