package wherein.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wherein.document.CatalogueException;
import wherein.document.Collection;
import wherein.document.Note;
import wherein.document.SourceFile;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.IndexReport;
import wherein.index.Manifest;
import wherein.index.Progress;
import wherein.text.Printable;

/** {@code wherein index}: reads a collection into an index. */
@Command(
        name = "index",
        description = "Reads a collection into its index, which then mirrors it.",
        mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {

    /** The option that opens links out of the collection. */
    static final String FOLLOW_LINKS = "--follow-links";

    /** The greatest size of a text where nothing else is said. */
    static final long MAX_DOCUMENT_MB = 32;

    private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(10);

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

    @Option(names = "--strict", description = "Exit with 2 if any file could not be indexed.")
    private boolean strict;

    @Option(names = "--dry-run", description = "Say what would be read; write nothing.")
    private boolean dryRun;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing but errors.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "List everything that is worth knowing of the files.")
    private boolean verbose;

    @Option(names = "--if-changed", hidden = true, description = "Wait for another run; do nothing if it did the work.")
    private boolean ifChanged;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = Terminal.ofThisProcess();
        if (add && replace) {
            throw new UserException("--add and --replace exclude each other");
        }
        if (maxDocument < 1 || maxDocument > 1024) {
            throw new UserException("--max-document is " + maxDocument + ", expected a number of MB from 1 to 1024");
        }
        IndexLocation places = IndexLocation.of(folders, index);
        Indexing indexing = new Indexing(places.index());
        Indexing.Options options = new Indexing.Options(add, replace, prune, followLinks, maxDocument << 20);
        Optional<Manifest> manifest = indexing.manifest();
        boolean named = !folders.isEmpty() || manifest.isEmpty();
        List<Collection> collections =
                indexing.collections(named ? places.roots() : List.of(), catalogue, manifest, options);
        if (dryRun) {
            return dryRun(terminal, collections);
        }
        if (ifChanged && manifest.isPresent() && indexing.isCurrent(collections, options)) {
            return Main.FOUND;
        }
        IndexReport report = build(terminal, indexing, collections, options);
        print(terminal, places.index(), report);
        return strict && report.count(Note.Severity.ERROR) > 0 ? Main.ERROR : Main.FOUND;
    }

    private IndexReport build(
            Terminal terminal, Indexing indexing, List<Collection> collections, Indexing.Options options)
            throws IOException, IndexException, CatalogueException, UserException, InterruptedException {
        int files = collections.stream().mapToInt(each -> each.files().size()).sum();
        try (Teller teller = new Teller(terminal, files, quiet)) {
            while (true) {
                try {
                    return indexing.build(collections, options, teller);
                } catch (IndexBusyException e) {
                    if (!ifChanged) {
                        throw e;
                    }
                    Thread.sleep(Duration.ofMillis(200));
                    Optional<Manifest> now = indexing.manifest();
                    if (now.isPresent() && indexing.isCurrent(collections, options)) {
                        return new IndexReport(
                                files,
                                0,
                                now.get().documents(),
                                0,
                                0,
                                0,
                                now.get().passages(),
                                0,
                                "",
                                List.of(),
                                "");
                    }
                }
            }
        }
    }

    private static int dryRun(Terminal terminal, List<Collection> collections) {
        for (Collection collection : collections) {
            for (SourceFile file : collection.files()) {
                String id = file.entry().map(entry -> entry.id()).orElse(file.relative());
                terminal.out().println(Printable.escaped(file.relative()) + "\t" + Printable.escaped(id));
            }
            collection.notes().forEach(note -> terminal.err().println(line(note)));
        }
        return Main.FOUND;
    }

    private void print(Terminal terminal, Path where, IndexReport report) {
        int shown = 0;
        int infos = 0;
        for (Note note : report.notes()) {
            boolean info = note.severity() == Note.Severity.INFO;
            infos += info ? 1 : 0;
            if ((!info || verbose) && !(quiet && note.severity() != Note.Severity.ERROR)) {
                terminal.err().println(line(note));
                shown++;
            }
        }
        if (quiet) {
            return;
        }
        if (infos > 0 && !verbose) {
            terminal.err()
                    .println("wherein: " + infos + (infos == 1 ? " more note" : " more notes") + "; list with -v");
        }
        long errors = report.count(Note.Severity.ERROR);
        terminal.err()
                .printf(
                        Locale.ROOT,
                        "wherein: %,d documents, %,d passages from %,d files (%s) in %s%s%n",
                        report.documents(),
                        report.passages(),
                        report.files(),
                        size(report.bytes()),
                        where,
                        errors == 0
                                ? ""
                                : "; " + errors + (errors == 1 ? " file or record" : " files or records")
                                        + " not indexed");
    }

    private static String line(Note note) {
        return "wherein: " + note.told();
    }

    private static String size(long bytes) {
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1048576.0);
    }

    /** A progress bar on a terminal; elsewhere a plain line now and then. */
    private static final class Teller implements Progress, AutoCloseable {

        private final Terminal terminal;
        private final boolean quiet;
        private final Optional<ProgressBar> bar;
        private final long begin = System.nanoTime();
        private long last = begin;

        Teller(Terminal terminal, int files, boolean quiet) {
            this.terminal = terminal;
            this.quiet = quiet;
            this.bar = quiet || !terminal.errIsTerminal() ? Optional.empty() : Optional.of(bar(files));
        }

        private static ProgressBar bar(int files) {
            return new ProgressBarBuilder()
                    .setTaskName("indexing")
                    .setUnit(" files", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setInitialMax(files)
                    .clearDisplayOnFinish()
                    .build();
        }

        @Override
        public void done(int files, int of, int passages, long bytes) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            String speed = String.format(Locale.ROOT, "%,d passages, %.1f MB/s", passages, bytes / 1e6 / seconds);
            bar.ifPresent(shown -> shown.stepTo(files).setExtraMessage(speed));
            if (bar.isEmpty() && !quiet && System.nanoTime() - last > PLAIN_LINE_EVERY.toNanos()) {
                last = System.nanoTime();
                terminal.err().printf(Locale.ROOT, "wherein: %,d of %,d files, %s%n", files, of, speed);
            }
        }

        @Override
        public void close() {
            bar.ifPresent(ProgressBar::close);
        }
    }
}
