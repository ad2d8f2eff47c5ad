package wherein.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import wherein.api.ReportJson;
import wherein.collection.CatalogueException;
import wherein.collection.Collection;
import wherein.collection.SourceFile;
import wherein.document.Note;
import wherein.document.NoteGroup;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.IndexReport;
import wherein.index.Manifest;
import wherein.index.Previous;
import wherein.lucene.LuceneIndex;
import wherein.search.PassageSearcher;
import wherein.text.Printable;
import wherein.verdict.Renames;
import wherein.verdict.VerdictException;
import wherein.verdict.Verdicts;

/** {@code wherein index}: reads a collection into an index. */
@Command(
        name = "index",
        description = "Reads a collection into its index, which then mirrors it.",
        mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    /** The option that opens links out of the collection. */
    static final String FOLLOW_LINKS = "--follow-links";

    /** The greatest size of a text where nothing else is said. */
    static final long MAX_DOCUMENT_MB = 32;

    /** Another run is waited for so long, and so on until it ends. */
    private static final Duration AGAIN = Duration.ofMillis(200);

    @Parameters(
            arity = "0..*",
            paramLabel = "FOLDER|FILE.jsonl",
            description = "The collection. Without it, what the index mirrors already, or the default one.")
    private List<Path> folders = List.of();

    @Option(names = "--catalog", paramLabel = "FILE", description = "The catalogue, if it is not catalog.yaml there.")
    private Optional<Path> catalogue = Optional.empty();

    @Option(names = "--index", paramLabel = "DIR", description = "The folder of the index.")
    private Optional<Path> index = Optional.empty();

    @Option(names = "--add", description = "Index this beside what the index mirrors already.")
    private boolean add;

    @Option(names = "--replace", description = "Index this in place of what the index mirrors already.")
    private boolean replace;

    @Option(names = "--prune", description = "Let a run take more than half of the documents out of the index.")
    private boolean prune;

    @Option(
            names = "--max-document",
            paramLabel = "MB",
            defaultValue = "" + MAX_DOCUMENT_MB,
            description = "A text larger than this is reported, not indexed (default: ${DEFAULT-VALUE}).")
    private long maxDocument;

    @Option(
            names = FOLLOW_LINKS,
            description = "Index what lies behind symbolic links that lead out of the collection, too.")
    private boolean followLinks;

    @Mixin
    private OcrOptions ocr = new OcrOptions();

    @Option(names = "--strict", description = "Exit with 2 if any file could not be indexed.")
    private boolean strict;

    @Option(
            names = "--purge",
            description =
                    "Leave no byte of a deleted document in the folder of the index, and name the backups that still "
                            + "hold one.")
    private boolean purge;

    @Option(names = "--dry-run", description = "Say what would be read; write nothing.")
    private boolean dryRun;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "List the notes on all files, up to 10,000 of each kind, not some of each.")
    private boolean verbose;

    @Option(names = "--json", description = "Print the report as one JSON object on standard output.")
    private boolean json;

    @Option(names = "--if-changed", hidden = true, description = "Wait for another run; do nothing if it did the work.")
    private boolean ifChanged;

    /** What a run did, and how long that took. */
    private record Outcome(IndexReport report, Duration took) {}

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        if (add && replace) {
            throw new UserException("--add and --replace exclude each other");
        }
        if (json && dryRun) {
            throw new UserException("--json and --dry-run exclude each other: a run that writes nothing has no report");
        }
        if (maxDocument < 1 || maxDocument > 1024) {
            throw new UserException("--max-document is " + maxDocument + ", expected a number of MB from 1 to 1024");
        }
        IndexLocation places = IndexLocation.of(folders, index);
        Indexing indexing = new Indexing(places.index());
        Indexing.Options options =
                new Indexing.Options(add, replace, prune, followLinks, ocr.find(), maxDocument << 20);
        Outcome outcome;
        while (true) {
            try (Previous previous = indexing.previous()) {
                Optional<Manifest> manifest = previous.previousManifest();
                boolean named = !folders.isEmpty() || manifest.isEmpty();
                List<Collection> collections =
                        indexing.collections(named ? places.roots() : List.of(), catalogue, manifest, options);
                if (dryRun) {
                    return dryRun(terminal, collections);
                }
                if (ifChanged && indexing.isCurrent(previous, collections, options)) {
                    return Main.FOUND;
                }
                outcome = judged(
                        places.index(), terminal, () -> build(terminal, indexing, previous, collections, options));
                break;
            } catch (IndexBusyException e) {
                if (!ifChanged) {
                    throw e;
                }
                Thread.sleep(AGAIN);
            }
        }
        IndexReport report = outcome.report();
        tell(terminal, places.index(), report, outcome.took());
        if (purge) {
            purge(terminal, places.index());
        }
        return strict && report.count(Note.Severity.ERROR) > 0 ? Main.ERROR : Main.FOUND;
    }

    /** Does a run. */
    private interface Run {
        Outcome run() throws IOException, IndexException, CatalogueException, UserException;
    }

    /**
     * Does {@code run}; where readers have judged mentions, it is then noted which documents have other ids. A fault of that costs no more
     * than that.
     */
    private static Outcome judged(Path where, Terminal terminal, Run run)
            throws IOException, IndexException, CatalogueException, UserException {
        Verdicts verdicts;
        try {
            verdicts = Verdicts.of(where);
        } catch (IOException e) {
            lost(terminal, e);
            return run.run();
        }
        Optional<PassageSearcher> before = verdicts.size() == 0 ? Optional.empty() : opened(where);
        if (before.isEmpty()) {
            return run.run();
        }
        try (PassageSearcher known = before.get()) {
            Outcome outcome = run.run();
            try (PassageSearcher now = LuceneIndex.open(where)) {
                Renames.record(known, now, verdicts);
            } catch (VerdictException | IndexException | IOException | RuntimeException e) {
                lost(terminal, e);
            }
            return outcome;
        }
    }

    /** The index as it is; none where it cannot be read, which the run will tell. */
    private static Optional<PassageSearcher> opened(Path where) throws IOException {
        try {
            return Optional.of(LuceneIndex.open(where));
        } catch (IndexException e) {
            return Optional.empty();
        }
    }

    private static void lost(Terminal terminal, Exception e) {
        terminal.err()
                .println("wherein: warning: verdicts on documents that have other ids now are not carried over: "
                        + Messages.of(e));
    }

    private Outcome build(
            Terminal terminal,
            Indexing indexing,
            Previous previous,
            List<Collection> collections,
            Indexing.Options options)
            throws IOException, IndexException, CatalogueException, UserException {
        PrintStream err = quiet ? new PrintStream(OutputStream.nullOutputStream()) : terminal.err();
        try (IndexProgress progress =
                new IndexProgress(err, terminal.canOverwriteErr(), width(terminal), System::nanoTime)) {
            IndexReport report = indexing.build(previous, collections, options, progress);
            return new Outcome(report, progress.took());
        }
    }

    private void purge(Terminal terminal, Path where) throws IOException, IndexException {
        LuceneIndex.purge(where);
        if (!quiet) {
            terminal.err().println("wherein: nothing of a deleted document is left in " + where);
            Remains.tell(terminal, where);
            if (Verdicts.of(where).size() > 0) {
                terminal.err()
                        .println(
                                "wherein: verdicts.ndjson there, and in each backup, still quotes the sentences that were judged,"
                                        + " those of deleted documents too");
            }
        }
    }

    private int dryRun(Terminal terminal, List<Collection> collections) {
        List<Note> all = new ArrayList<>();
        for (Collection collection : collections) {
            for (SourceFile file : collection.files()) {
                String id = file.entry().map(entry -> entry.id()).orElse(file.relative());
                terminal.out().println(Printable.escaped(file.relative()) + "\t" + Printable.escaped(id));
            }
            all.addAll(collection.notes());
        }
        List<NoteGroup> notes = NoteGroup.of(all, IndexReport.MOST_NOTES);
        if (verbose) {
            ReportText.each(notes).forEach(terminal.err()::println);
        } else {
            text(terminal).grouped(notes).forEach(terminal.err()::println);
        }
        return Main.FOUND;
    }

    private void tell(Terminal terminal, Path where, IndexReport report, Duration took) {
        if (json) {
            int examples = verbose ? IndexReport.MOST_NOTES : ReportText.EXAMPLES;
            terminal.out()
                    .println(ReportJson.text(ReportJson.of(report, where, took, examples), terminal.outIsTerminal()));
            terminal.out().flush();
            return;
        }
        if (verbose) {
            ReportText.each(report.notes()).forEach(terminal.err()::println);
        }
        List<String> lines;
        if (quiet) {
            lines = text(terminal)
                    .grouped(report.notes().stream()
                            .filter(group -> group.kind().severity() == Note.Severity.ERROR)
                            .toList());
        } else if (ifChanged) {
            lines = text(terminal).brief(report, where.toString());
        } else {
            lines = text(terminal).whole(report, where.toString(), took);
        }
        lines.forEach(terminal.err()::println);
    }

    /** A writer of the report; where all notes are listed, none of them is an example too. */
    private ReportText text(Terminal terminal) {
        return new ReportText(width(terminal), verbose ? 0 : ReportText.EXAMPLES);
    }

    private static int width(Terminal terminal) {
        return terminal.errIsTerminal() ? terminal.width() : ReportText.PLAIN_WIDTH;
    }
}
