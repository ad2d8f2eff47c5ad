package wherein.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wherein.document.CatalogueException;
import wherein.document.ChildEnvironment;
import wherein.document.Collection;
import wherein.document.Glimpse;
import wherein.index.IndexException;
import wherein.index.Manifest;

/**
 * Keeps the index that is served up to date with the files that it mirrors. Indexing is done in a process of its own, so that a
 * server needs no memory for it and writes nothing itself.
 */
final class ServedIndex {

    private static final long LEAST_MS = 500;

    /** Looking for changes takes one part in so many of a processor at most. */
    private static final int SHARE = 20;

    private final IndexLocation places;
    private final boolean folder;
    private final Optional<Path> catalogue;
    private final boolean followLinks;
    private final Settings settings;
    private final Indexing indexing;
    private List<Path> roots = List.of();
    private Glimpse seen = new Glimpse(0, 0);

    /**
     * Of the index at {@code places}.
     *
     * @param folder whether the collection was named
     */
    ServedIndex(
            IndexLocation places, boolean folder, Optional<Path> catalogue, boolean followLinks, Settings settings) {
        this.places = places;
        this.folder = folder;
        this.catalogue = catalogue;
        this.followLinks = followLinks;
        this.settings = settings;
        this.indexing = new Indexing(places.index());
    }

    /**
     * Looks for changes until this process ends, in a thread of its own. When files have changed, and stand still from one look
     * to the next, the index is brought up to date; if that fails, it is served as it is until they change again.
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
        while (true) {
            Thread.sleep(rest);
            long begin = System.nanoTime();
            Glimpse now = glimpse();
            rest = Math.max(
                    LEAST_MS,
                    SHARE * Duration.ofNanos(System.nanoTime() - begin).toMillis());
            if (!now.equals(seen) && now.equals(last)) {
                try {
                    bringUpToDate(terminal);
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    warn(terminal, Messages.of(e));
                }
            }
            last = now;
        }
    }

    private Glimpse glimpse() {
        List<Path> all = new ArrayList<>(roots);
        catalogue.ifPresent(all::add);
        return Glimpse.of(all, places.index());
    }

    /** Whatever comes after this look at the files is seen at the next. */
    private void look(Optional<Manifest> manifest) {
        roots = manifest.map(Manifest::roots).orElse(List.of()).stream()
                .map(root -> Path.of(root.path()))
                .toList();
        roots = roots.isEmpty() ? places.roots() : roots;
        seen = glimpse();
    }

    /** Builds the index in a process of its own if it is not what files and catalogue say. */
    void bringUpToDate(Terminal terminal) throws Exception {
        Optional<Manifest> manifest = indexing.manifest();
        look(manifest);
        try {
            boolean named = folder || manifest.isEmpty();
            Indexing.Options options =
                    new Indexing.Options(false, false, false, followLinks, IndexCommand.MAX_DOCUMENT_MB << 20);
            List<Collection> collections =
                    indexing.collections(named ? places.roots() : List.of(), catalogue, manifest, options);
            if (manifest.isPresent() && indexing.isCurrent(collections, options)) {
                return;
            }
        } catch (CatalogueException | IOException e) {
            if (manifest.isEmpty()) {
                throw e;
            }
            warn(terminal, Messages.of(e));
            return;
        }
        int exit = runIndex();
        if (exit == 0) {
            return;
        }
        if (indexing.manifest().isEmpty()) {
            throw new IndexException("the index could not be built, see above");
        }
        warn(terminal, "the index could not be brought up to date, see above");
    }

    private static void warn(Terminal terminal, String why) {
        terminal.err().println("wherein: warning: " + why);
        terminal.err().println("wherein: warning: serving the index as it is");
    }

    private int runIndex() throws IOException, InterruptedException {
        // The launcher may stand between us and the terminal, which a progress bar needs.
        boolean bar = Terminal.ofThisProcess().errIsTerminal();
        String terminal = bar ? System.getProperty("wherein.terminal") : null;
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
