package wherein.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wherein.collection.CatalogueException;
import wherein.collection.Collection;
import wherein.collection.Glimpse;
import wherein.format.ChildEnvironment;
import wherein.index.IndexException;
import wherein.index.Manifest;
import wherein.index.Previous;
import wherein.lucene.LuceneIndex;

/**
 * Keeps the index that is served up to date with the files that it mirrors. Indexing is done in a process of its own, so that a
 * server needs no memory for it and writes nothing itself.
 */
final class ServedIndex {

    private static final long LEAST_MS = 500;

    /** Files that are as they were after so long stand still. */
    private static final long STILL_MS = 250;

    /** So long after a run that found nothing to do there is no other: a file that is none of ours may change all the time. */
    private static final long FRUITLESS_MS = 5_000;

    /** Looking for changes takes one part in so many of a processor at most. */
    private static final int SHARE = 20;

    /** As long as files are coming, one in so many. */
    private static final int SHARE_WHILE_MOVING = 4;

    /** Files that change all the time are not waited for any longer. */
    private static final long LONGEST_MS = 30_000;

    private final IndexLocation places;
    private final boolean folder;
    private final Optional<Path> catalogue;
    private final boolean followLinks;
    private final OcrOptions ocr;
    private final Settings settings;
    private final Indexing indexing;
    private volatile List<Path> roots = List.of();
    private Glimpse seen = new Glimpse(0, 0);

    /**
     * Of the index at {@code places}.
     *
     * @param folder whether the collection was named
     */
    ServedIndex(
            IndexLocation places,
            boolean folder,
            Optional<Path> catalogue,
            boolean followLinks,
            OcrOptions ocr,
            Settings settings) {
        this.places = places;
        this.folder = folder;
        this.catalogue = catalogue;
        this.followLinks = followLinks;
        this.ocr = ocr;
        this.settings = settings;
        this.indexing = new Indexing(places.index());
    }

    /**
     * Looks for changes until this process ends, in a thread of its own. When files have changed, and stand still from one look
     * to the next, or have not done so for half a minute, the index is brought up to date; if that fails, it is served as it is
     * until they change again.
     */
    void watch(Terminal terminal) {
        Thread.ofPlatform().daemon().name("collection-watch").start(() -> {
            try {
                watchOn(terminal);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void watchOn(Terminal terminal) throws InterruptedException {
        Glimpse last = seen;
        long rest = LEAST_MS;
        long moving = 0;
        while (true) {
            Thread.sleep(rest);
            long begin = processorTime();
            Glimpse now = glimpse();
            long look = Duration.ofNanos(processorTime() - begin).toMillis();
            boolean still = now.equals(last);
            moving = still ? 0 : moving + rest + look;
            last = now;
            // What has just changed is looked at again soon.
            rest = still ? Math.max(LEAST_MS, SHARE * look) : Math.max(STILL_MS, SHARE_WHILE_MOVING * look);
            if (!now.equals(seen) && (still || moving > LONGEST_MS)) {
                moving = 0;
                seen = now;
                rest = takeUp(terminal) ? rest : Math.max(rest, FRUITLESS_MS);
            }
        }
    }

    /** Brings the index up to date; whether anything came of it. */
    private boolean takeUp(Terminal terminal) throws InterruptedException {
        try {
            Optional<Manifest> before = LuceneIndex.manifest(places.index());
            build(terminal);
            Optional<Manifest> after = LuceneIndex.manifest(places.index());
            roots = roots(after);
            return !before.equals(after);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            warn(terminal, Messages.of(e));
            return false;
        }
    }

    /** Of this thread, in nanoseconds: on a busy machine a look takes longer, and is no more work. */
    private static long processorTime() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** The collections that the index mirrors, as the last look has it. */
    List<Path> roots() {
        return roots;
    }

    private Glimpse glimpse() {
        List<Path> all = new ArrayList<>(roots);
        catalogue.ifPresent(all::add);
        return Glimpse.of(all, places.index());
    }

    private List<Path> roots(Optional<Manifest> manifest) {
        List<Path> recorded = manifest.map(Manifest::roots).orElse(List.of()).stream()
                .map(root -> Path.of(root.path()))
                .toList();
        return recorded.isEmpty() ? places.roots() : recorded;
    }

    /** Builds the index in a process of its own if it is not what files and catalogue say. */
    void bringUpToDate(Terminal terminal) throws Exception {
        try (Previous previous = indexing.previous()) {
            Optional<Manifest> manifest = previous.previousManifest();
            // Whatever comes after this look at the files is seen at the next.
            roots = roots(manifest);
            seen = glimpse();
            try {
                boolean named = folder || manifest.isEmpty();
                Indexing.Options options = new Indexing.Options(
                        false, false, false, followLinks, ocr.find(), IndexCommand.MAX_DOCUMENT_MB << 20);
                List<Collection> collections =
                        indexing.collections(named ? places.roots() : List.of(), catalogue, manifest, options);
                if (indexing.isCurrent(previous, collections, options)) {
                    return;
                }
            } catch (CatalogueException | IOException e) {
                if (manifest.isEmpty()) {
                    throw e;
                }
                warn(terminal, Messages.of(e));
                return;
            }
        }
        build(terminal);
    }

    /** Leaves to the process that builds the index whether there is anything to do: looking twice would only take longer. */
    private void build(Terminal terminal) throws IOException, IndexException, InterruptedException {
        int exit = runIndex(terminal);
        if (exit == 0) {
            return;
        }
        if (LuceneIndex.manifest(places.index()).isEmpty()) {
            throw new IndexException("the index could not be built, see above");
        }
        warn(terminal, "the index could not be brought up to date, see above");
    }

    private static void warn(Terminal terminal, String why) {
        terminal.err().println("wherein: warning: " + why);
        terminal.err().println("wherein: warning: serving the index as it is");
    }

    private int runIndex(Terminal told) throws IOException, InterruptedException {
        // The launcher may stand between us and the terminal, which a progress bar needs.
        String terminal = told.errIsTerminal() ? System.getProperty("wherein.terminal") : null;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String property : List.of("wherein.home", "wherein.tty.err")) {
            if (System.getProperty(property) != null) {
                command.add("-D" + property + "=" + System.getProperty(property));
            }
        }
        // The flags of this process apart from those of the server alone: what makes a start quick.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag ->
                        flag.startsWith("-XX:") || flag.startsWith("-Xlog") || flag.startsWith("--enable-native"))
                .forEach(command::add);
        // As the launcher does: what the server was given says nothing of what reading a collection takes.
        command.add("-Xmx" + settings.variable(Settings.MEMORY).orElse("1g"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(
                List.of("index", "--if-changed", "--index", places.index().toString()));
        if (followLinks) {
            command.add(IndexCommand.FOLLOW_LINKS);
        }
        command.addAll(ocr.arguments());
        if (folder) {
            command.add(places.roots().getFirst().toString());
        }
        settings.file().ifPresent(file -> command.addAll(List.of(Settings.OPTION, file.toString())));
        catalogue.ifPresent(file -> command.addAll(List.of("--catalog", file.toString())));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(
                        terminal == null
                                ? ProcessBuilder.Redirect.INHERIT
                                : ProcessBuilder.Redirect.appendTo(new File(terminal)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process child = ChildEnvironment.restrict(builder, Settings.variables(new IndexCommand()))
                .start();
        Thread stop = new Thread(child::destroy);
        Runtime.getRuntime().addShutdownHook(stop);
        int exit = child.waitFor();
        Runtime.getRuntime().removeShutdownHook(stop);
        return exit;
    }
}
