package wherein.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import wherein.cite.QuotedRow;
import wherein.cite.QuotedRows;
import wherein.cite.Verifier;
import wherein.collection.Collection;
import wherein.document.Note;
import wherein.format.Ocr;
import wherein.json.Csv;
import wherein.json.Json;
import wherein.text.Columns;

/** {@code wherein verify}: whether the quotations of an export still hold. */
@Command(
        name = "verify",
        description = {
            "Reads the files of a collection, and no index, and says of each row of an export whether its words still",
            "stand where they stood (holds), stand elsewhere in the document now (moved), or are gone.",
            "",
            "FILE is an answer of ours in any form: CSV with its line of names, NDJSON, or JSON. A row needs document,",
            "start, end, and its words as surface, match or text.",
            "On a terminal only the rows that no longer hold are listed; in a pipe all."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 all rows hold, 1 some moved or are gone, 2 error or bad usage."})
final class VerifyCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    private static final List<String> COLUMNS =
            List.of("row", "outcome", "document", "start", "end", "now_start", "now_end", "reason", "surface");

    private static final String GAPS = "[\\s\\p{Cc}]+";

    /** Columns of a terminal that the words have. */
    private static final int WORDS = 50;

    @Parameters(index = "0", paramLabel = "FILE", description = "The rows; - for standard input.")
    private String file;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FOLDER|FILE.jsonl",
            description = "The collection. Without it, the default one.")
    private List<Path> folders = List.of();

    @Option(names = "--catalog", paramLabel = "FILE", description = "The catalogue, if it is not catalog.yaml there.")
    private Optional<Path> catalogue = Optional.empty();

    @Option(
            names = "--offsets",
            paramLabel = "codepoints|utf16",
            description = "The unit of the offsets, if the provenance in FILE does not say it.")
    private Optional<Offsets> offsets = Optional.empty();

    @Option(
            names = "--max-document",
            paramLabel = "MB",
            defaultValue = "32",
            description =
                    "The greatest size of a text, as it was when the index was built (default: ${DEFAULT-VALUE}).")
    private long maxDocument;

    @Option(
            names = IndexCommand.FOLLOW_LINKS,
            description =
                    "Read what lies behind symbolic links that lead out of the collection, if the index was built so.")
    private boolean followLinks;

    @Mixin
    private OcrOptions ocr = new OcrOptions();

    @ArgGroup
    private Form form = new Form();

    /** The unit of offsets, as an option says it. */
    private enum Offsets {
        CODEPOINTS,
        UTF16
    }

    /** How rows are printed. */
    static final class Form {
        @Option(names = "--json", description = "One JSON object with all rows, and how many hold.")
        private boolean json;

        @Option(names = "--ndjson", description = "A JSON object a row.")
        private boolean ndjson;

        @Option(names = "--csv", description = "CSV with a line of names.")
        private boolean csv;
    }

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        List<Collection> collections = new ArrayList<>();
        Optional<Ocr> scans = ocr.find();
        for (Path root : IndexLocation.of(folders, Optional.empty()).roots()) {
            collections.add(Collection.open(root, catalogue, followLinks, scans));
        }
        collections.forEach(each -> each.notes().forEach(note -> tell(terminal, note)));
        Verifier verifier = new Verifier(collections, maxDocument << 20, note -> tell(terminal, note));
        Map<Verifier.Outcome, Integer> counts = new EnumMap<>(Verifier.Outcome.class);
        for (Verifier.Outcome outcome : Verifier.Outcome.values()) {
            counts.put(outcome, 0);
        }
        try (Reader in = open()) {
            QuotedRows rows = QuotedRows.of(file, in);
            Printer printer = new Printer(terminal);
            printer.begin();
            verifier.verify(rows, offsets.map(each -> each == Offsets.UTF16), checked -> {
                counts.merge(checked.outcome(), 1, Integer::sum);
                printer.row(checked);
            });
            printer.end(counts, rows.provenance("fingerprint"), verifier.fingerprint());
            summary(terminal, counts, rows, verifier.fingerprint());
        }
        return counts.get(Verifier.Outcome.HOLDS) == sum(counts) ? Main.FOUND : Main.NOTHING_FOUND;
    }

    private Reader open() throws IOException {
        return file.equals("-")
                ? new InputStreamReader(System.in, StandardCharsets.UTF_8)
                : new InputStreamReader(Files.newInputStream(Path.of(file)), StandardCharsets.UTF_8);
    }

    /** What cannot be read may be the reason why words are gone. */
    private static void tell(Terminal terminal, Note note) {
        if (note.severity() == Note.Severity.ERROR) {
            terminal.err().println("wherein: " + note.told());
        }
    }

    private static int sum(Map<Verifier.Outcome, Integer> counts) {
        return counts.values().stream().mapToInt(count -> count).sum();
    }

    private static void summary(
            Terminal terminal, Map<Verifier.Outcome, Integer> counts, QuotedRows rows, String fingerprint) {
        terminal.err()
                .println("wherein: " + sum(counts) + (sum(counts) == 1 ? " row: " : " rows: ")
                        + counts.get(Verifier.Outcome.HOLDS) + " hold, "
                        + counts.get(Verifier.Outcome.MOVED) + " moved, "
                        + counts.get(Verifier.Outcome.GONE) + " gone");
        Optional<String> said = rows.provenance("rows").filter(each -> !each.equals(Integer.toString(rows.read())));
        said.ifPresent(each -> terminal.err()
                .println("wherein: warning: there were " + each
                        + " rows when the export was made; some are missing or new"));
        rows.provenance("fingerprint")
                .ifPresent(each -> terminal.err()
                        .println(
                                each.equals(fingerprint)
                                        ? "wherein: the collection is the one that the rows come from"
                                        : "wherein: the collection is no longer the one that the rows come from: its fingerprint"
                                                + " was " + each + " and is " + fingerprint));
    }

    /** Prints rows in the form that was asked for. */
    private final class Printer {
        private final PrintStream out;
        private final boolean forPerson;
        private final Csv cells = new Csv(COLUMNS, false);
        private boolean first = true;

        Printer(Terminal terminal) {
            this.out = terminal.out();
            this.forPerson = terminal.outIsTerminal() && !form.json && !form.ndjson && !form.csv;
        }

        void begin() {
            out.print(form.json ? "{\"rows\":[" : form.csv ? cells.header() : "");
        }

        void row(Verifier.Checked checked) {
            if (form.json) {
                out.print((first ? "" : ",") + Json.text(node(checked)));
            } else if (form.ndjson) {
                out.println(Json.text(node(checked)));
            } else if (form.csv) {
                out.print(cells.line(node(checked)));
            } else if (!forPerson || checked.outcome() != Verifier.Outcome.HOLDS) {
                out.println(line(checked));
            }
            first = false;
        }

        void end(Map<Verifier.Outcome, Integer> counts, Optional<String> was, String fingerprint) {
            if (form.json) {
                ObjectNode total = Json.object().put("rows", sum(counts));
                counts.forEach((outcome, count) -> total.put(outcome.word(), count));
                ObjectNode now = Json.object().put("was", was.orElse(null)).put("is", fingerprint);
                out.println("],\"total\":" + Json.text(total) + ",\"fingerprint\":" + Json.text(now) + "}");
            }
            out.flush();
        }

        private ObjectNode node(Verifier.Checked checked) {
            QuotedRow row = checked.row();
            boolean gone = checked.outcome() == Verifier.Outcome.GONE;
            ObjectNode node = Json.object().put("row", row.number());
            node.put("outcome", checked.outcome().word()).put("document", row.document());
            node.put("start", row.start()).put("end", row.end());
            node.put("now_start", gone ? null : checked.start()).put("now_end", gone ? null : checked.end());
            String reason = checked.document() ? "the words are not in the document" : "the document is not there";
            return node.put("reason", gone ? reason : null).put("surface", row.words());
        }

        /** For a person in columns, for a program with tabs between. */
        private String line(Verifier.Checked checked) {
            QuotedRow row = checked.row();
            String now = switch (checked.outcome()) {
                case HOLDS -> "";
                case MOVED -> checked.start() + "-" + checked.end();
                case GONE -> checked.document() ? "no such words" : "no such document";
            };
            String outcome = checked.outcome().word();
            String document = row.document().replaceAll(GAPS, " ");
            String words = row.words().replaceAll(GAPS, " ");
            if (!forPerson) {
                return String.join("\t", outcome, document, "" + row.start(), "" + row.end(), now, words);
            }
            String place = document + " " + row.start() + "-" + row.end();
            return String.format("%-5s  %s  %-16s  %s", outcome, place, now, Columns.head(words, WORDS));
        }
    }
}
