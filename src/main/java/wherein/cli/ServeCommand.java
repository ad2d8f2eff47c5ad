package wherein.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import wherein.document.CatalogueException;
import wherein.document.Collection;
import wherein.http.Api;
import wherein.http.Engine;
import wherein.http.Server;
import wherein.index.IndexException;
import wherein.index.Manifest;
import wherein.lucene.LuceneIndex;
import wherein.query.Names;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;

/** {@code wherein serve}: indexes a collection if need be, and serves page and API. */
@Command(
        name = "serve",
        description = "Serves the page and the API; builds the index first if files or catalogue have changed.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "The collection. Without it, the default one.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--catalog", paramLabel = "FILE", description = "The catalogue, if it is not catalog.yaml there.")
    private Optional<Path> catalogue = Optional.empty();

    @Option(names = "--index", paramLabel = "DIR", description = "The folder of the index.")
    private Optional<Path> index = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = "127.0.0.1",
            description = "The address to listen at (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(names = "--allow-host", paramLabel = "NAME", description = "Answer for this host name too; repeatable.")
    private List<String> allowed = List.of();

    @Option(names = "--public", description = "Allow an address that other machines reach, where all may read all.")
    private boolean open;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = Terminal.ofThisProcess();
        if (port < 0 || port > 65_535) {
            throw new UserException("--port is " + port + ", expected a number from 0 to 65535");
        }
        refuseOpenHost(terminal);
        Places places = Places.of(folder.map(List::of).orElse(List.of()), index);
        bringUpToDate(terminal, places);
        try (PassageSearcher searcher = LuceneIndex.open(places.index())) {
            Server server = start(searcher);
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                stopped.countDown();
            }));
            warmUp(searcher);
            Manifest manifest = searcher.manifest();
            terminal.err()
                    .println("wherein: serving " + manifest.documents() + " documents, " + manifest.passages()
                            + " passages; stop with Ctrl-C");
            terminal.out().println(server.address());
            terminal.out().flush();
            stopped.await();
        }
        return Main.FOUND;
    }

    /** The first search of a JVM takes half a second, the second a few milliseconds: so the first is ours. */
    private static void warmUp(PassageSearcher searcher) {
        Thread.ofVirtual().start(() -> {
            try {
                new Api(searcher, Names.NONE, "")
                        .search(Map.of("q", List.of("a \"b c\""), "facets", List.of("date,source")));
            } catch (IOException e) {
                // Whoever searches next is told.
                Logger.getLogger(ServeCommand.class.getName()).log(Level.FINE, "the search ahead failed", e);
            }
        });
    }

    private Server start(PassageSearcher searcher) throws IOException, UserException {
        try {
            return new Server(
                    new Engine(searcher, new LedgerNames(searcher), Recognisers.standard()),
                    Version.number(),
                    host,
                    port,
                    allowed);
        } catch (UncheckedIOException e) {
            throw new UserException(
                    "port " + port + " at " + host + " is taken or not allowed; name another with --port, or 0 for any",
                    e);
        }
    }

    private void refuseOpenHost(Terminal terminal) throws UserException {
        boolean loopback;
        try {
            loopback = InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UserException("there is no host \"" + host + "\"; expected an address of this machine", e);
        }
        if (loopback) {
            return;
        }
        if (!open) {
            throw new UserException("at " + host + " other machines could read the whole collection. If that is meant, "
                    + "say --public");
        }
        terminal.err()
                .println("wherein: warning: whoever reaches " + host + " can read the whole collection, and "
                        + "without TLS in front whoever listens in reads along");
    }

    /** Builds the index in a process of its own if it is not what files and catalogue say. */
    private void bringUpToDate(Terminal terminal, Places places) throws Exception {
        Indexing indexing = new Indexing(places.index());
        Optional<Manifest> manifest = indexing.manifest();
        try {
            boolean named = folder.isPresent() || manifest.isEmpty();
            List<Collection> collections = indexing.collections(
                    named ? places.roots() : List.of(),
                    catalogue,
                    manifest,
                    new Indexing.Options(false, false, false, 0));
            if (manifest.isPresent() && Indexing.isCurrent(manifest.get(), collections)) {
                return;
            }
        } catch (CatalogueException | IOException e) {
            if (manifest.isEmpty()) {
                throw e;
            }
            warn(terminal, e.getMessage());
            return;
        }
        int exit = runIndex(places);
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

    private int runIndex(Places places) throws IOException, InterruptedException {
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
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(
                List.of("index", "--if-changed", "--index", places.index().toString()));
        folder.ifPresent(named -> command.add(places.roots().getFirst().toString()));
        catalogue.ifPresent(file -> command.addAll(List.of("--catalog", file.toString())));
        Process child = new ProcessBuilder(command)
                .redirectError(
                        terminal == null
                                ? ProcessBuilder.Redirect.INHERIT
                                : ProcessBuilder.Redirect.appendTo(new File(terminal)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread stop = new Thread(child::destroy);
        Runtime.getRuntime().addShutdownHook(stop);
        int exit = child.waitFor();
        Runtime.getRuntime().removeShutdownHook(stop);
        return exit;
    }
}
