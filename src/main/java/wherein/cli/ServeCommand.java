package wherein.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.FilesApi;
import wherein.api.Generations;
import wherein.api.ListsApi;
import wherein.api.Pace;
import wherein.collection.Inbox;
import wherein.http.Server;
import wherein.http.ServerOptions;
import wherein.index.Manifest;
import wherein.lucene.LuceneIndex;
import wherein.mention.Annotator;
import wherein.query.QueryLimits;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.verdict.VerdictException;
import wherein.verdict.Verdicts;

/** {@code wherein serve}: indexes a collection if need be, and serves page and API. */
@Command(
        name = "serve",
        description = "Serves the page and the API; builds the index first if files or catalogue have changed.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    /** A loop over {@code next_url} that began before a new commit goes on for as long as it does not rest. */
    private static final Generations.Keep KEEP = new Generations.Keep(3, Duration.ofMinutes(5));

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Bytes a second that are read again in the background: 10 GB take eleven minutes. */
    private static final long SWEEP_PACE = 16 << 20;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "The collection. Without it, the default one.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--catalog", paramLabel = "FILE", description = "The catalogue, if it is not catalog.yaml there.")
    private Optional<Path> catalogue = Optional.empty();

    @Option(names = "--index", paramLabel = "DIR", description = "The folder of the index.")
    private Optional<Path> index = Optional.empty();

    @Option(
            names = IndexCommand.FOLLOW_LINKS,
            description = "Index what lies behind symbolic links that lead out of the collection, too.")
    private boolean followLinks;

    @Mixin
    private OcrOptions ocr = new OcrOptions();

    @Option(
            names = "--watch",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Look for files that come, change or go, and bring the index up to date (default: yes).")
    private boolean watch;

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

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            split = ",",
            description = "Answer for this host name too; repeatable.")
    private List<String> allowed = List.of();

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            split = ",",
            description = "Let pages of this server, such as https://example.org, read the answers; repeatable.")
    private List<String> origins = List.of();

    @Option(
            names = "--trust-proxy",
            description = "A proxy stands in front: take protocol and host, for links, from its X-Forwarded-Proto and "
                    + "X-Forwarded-Host.")
    private boolean trustProxy;

    @Option(names = "--public", description = "Allow an address that other machines reach, where all may read all.")
    private boolean open;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Ask all clients for the token in this file; WHEREIN_TOKEN may hold it instead.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Add a line of JSON for every request to this file; - for standard output.")
    private Optional<String> accessLog = Optional.empty();

    @Option(names = "--log-queries", description = "Have the access log say what was asked for too.")
    private boolean logQueries;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "How long a search may take (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(
            names = "--max-query",
            paramLabel = "CHARACTERS",
            defaultValue = "8000",
            description = "How long a query may be (default, and most: ${DEFAULT-VALUE}).")
    private int query;

    @Option(
            names = "--max-clauses",
            paramLabel = "N",
            defaultValue = "1024",
            description =
                    "How many words, phrases and field clauses a query may have (default, and most: ${DEFAULT-VALUE}).")
    private int clauses;

    @Option(
            names = "--max-searches",
            paramLabel = "N",
            description = "How many searches run at once (default: two a processor, at least 4).")
    private int searches = ServerOptions.Load.USUAL.searches();

    @Option(
            names = "--max-exports",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many exports run at once (default: ${DEFAULT-VALUE}).")
    private int exports;

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many connections are open at once (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--sweep",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "How often the files of the index are read again, in the background, to find what a disk has "
                    + "damaged; 0 for never (default: ${DEFAULT-VALUE}).")
    private int sweep;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description =
                    "How long a request may take to come in, and each 32 KB of a body (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--allow-write",
            description =
                    "Take in files that are sent to /api/v1/files, into the folder inbox of the collection, and what readers say of "
                            + "mentions, into verdicts.ndjson in the folder of the index. Without it the server writes nothing.")
    private boolean write;

    @Option(
            names = "--max-file",
            paramLabel = "MB",
            defaultValue = "64",
            description = "How large a file may be that is sent (default: ${DEFAULT-VALUE}).")
    private int maxFile;

    private final Settings settings;

    ServeCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        refuse("--port", port, 0, 65_535);
        refuse("--timeout", timeout, 1, 3_600);
        refuse("--max-query", query, 1, QueryLimits.MOST.characters());
        refuse("--max-clauses", clauses, 1, QueryLimits.MOST.clauses());
        refuse("--max-searches", searches, 1, 1_000);
        refuse("--max-exports", exports, 1, 1_000);
        refuse("--max-connections", connections, 1, 100_000);
        refuse("--patience", patience, 1, 3_600);
        refuse("--sweep", sweep, 0, 31_536_000);
        refuse("--max-file", maxFile, 1, 1_024);
        ServerOptions.Access access = access(terminal);
        refuseOpenHost(terminal, access);
        IndexLocation places = IndexLocation.of(folder.map(List::of).orElse(List.of()), index);
        ServedIndex served = new ServedIndex(places, folder.isPresent(), catalogue, followLinks, ocr, settings);
        boolean backup = LuceneIndex.isBackup(places.index());
        if (backup) {
            terminal.err().println("wherein: " + places.index() + " holds a backup, which is served as it is");
        } else {
            served.bringUpToDate(terminal);
        }
        Optional<FilesApi> files = write ? Optional.of(files(served.roots(), backup, access)) : Optional.empty();
        ListsApi lists = write ? ListsApi.in(places.index()) : ListsApi.inMemory();
        Verdicts verdicts = verdicts(places.index(), terminal);
        Annotator annotator = Recognisers.standard();
        Build build = Version.build();
        try (Generations<Engine> engines = new Generations<>(
                        LuceneIndex.commits(
                                places.index(), Duration.ofSeconds(timeout), new QueryLimits(query, clauses)),
                        searcher ->
                                new Engine(searcher, new LedgerNames(searcher), annotator, build).judgedBy(verdicts),
                        Engine::warmUp,
                        KEEP);
                Server server = start(engines, access, files, lists)) {
            CountDownLatch stopped = new CountDownLatch(1);
            Termination.then(stopped::countDown);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            Manifest manifest = engines.openFirst().manifest();
            engines.watch(LOOK_EVERY);
            if (watch && !backup) {
                served.watch(terminal);
            }
            if (sweep > 0) {
                engines.sweep(Duration.ofSeconds(sweep), new Pace(SWEEP_PACE));
            }
            terminal.err()
                    .println("wherein: serving " + manifest.documents() + " documents, " + manifest.passages()
                            + " passages; stop with Ctrl-C");
            terminal.out().println(server.address());
            terminal.out().flush();
            stopped.await();
        }
        return Main.FOUND;
    }

    private static void refuse(String option, int value, int least, int most) throws UserException {
        if (value < least || value > most) {
            throw new UserException(option + " is " + value + ", expected a number from " + least + " to " + most);
        }
    }

    private ServerOptions.Access access(Terminal terminal) throws UserException {
        Optional<String> token = AccessToken.read(tokenFile, settings, terminal);
        try {
            return new ServerOptions.Access(allowed, origins, token, trustProxy);
        } catch (IllegalArgumentException e) {
            throw new UserException(e.getMessage(), e);
        }
    }

    private Server start(
            Generations<Engine> engines, ServerOptions.Access access, Optional<FilesApi> files, ListsApi lists)
            throws IOException, UserException {
        ServerOptions.Load load = new ServerOptions.Load(searches, exports, connections, Duration.ofSeconds(patience));
        Optional<ServerOptions.Log> log = Optional.empty();
        if (accessLog.isPresent()) {
            log = Optional.of(
                    new ServerOptions.Log(log(accessLog.get(), main.terminal().out()), logQueries));
        }
        try {
            return new Server(engines, new ServerOptions(host, port, access, load, log, files, lists));
        } catch (UncheckedIOException e) {
            throw new UserException(
                    "port " + port + " at " + host + " is taken or not allowed; name another with --port, or 0 for any",
                    e);
        }
    }

    /**
     * What takes files in.
     *
     * @throws UserException if there is no one folder that they belong to, or it cannot be written
     */
    private FilesApi files(List<Path> roots, boolean backup, ServerOptions.Access access) throws UserException {
        if (backup) {
            throw new UserException("--allow-write: a backup is served as it is; serve the collection itself");
        }
        if (open && access.token().isEmpty()) {
            throw new UserException("--allow-write and --public: whoever reaches " + host
                    + " could fill the disk. Set a token, " + "with --token-file FILE or WHEREIN_TOKEN");
        }
        if (roots.size() != 1) {
            throw new UserException("--allow-write: the index mirrors " + roots.size()
                    + " collections, so that it is not clear " + "where a file belongs; serve an index of one");
        }
        NativeNames.ofThisProcess().refuseNewFiles();
        try {
            return new FilesApi(Inbox.of(roots.getFirst(), ocr.isAsked()), maxFile << 20, watch);
        } catch (IOException e) {
            throw new UserException("--allow-write: " + e.getMessage(), e);
        }
    }

    /**
     * What readers say, whether it may be added to or not.
     *
     * @throws UserException if it is to be added to, and cannot be
     */
    private Verdicts verdicts(Path index, Terminal terminal) throws IOException, UserException {
        Verdicts verdicts = Verdicts.of(index);
        long torn = verdicts.torn();
        if (write) {
            try {
                verdicts.mend();
            } catch (VerdictException e) {
                throw new UserException("--allow-write: " + e.getMessage(), e);
            }
        }
        VerdictsCommand.tell(terminal, verdicts, torn, write);
        return verdicts;
    }

    private static Writer log(String file, Output out) throws IOException {
        if (!file.equals("-")) {
            return Files.newBufferedWriter(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return new Writer() {
            @Override
            public void write(char[] line, int from, int length) throws IOException {
                try {
                    out.print(new String(line, from, length));
                } catch (Output.Failure e) {
                    throw e.reason();
                }
            }

            @Override
            public void flush() throws IOException {
                try {
                    out.flush();
                } catch (Output.Failure e) {
                    throw e.reason();
                }
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private void refuseOpenHost(Terminal terminal, ServerOptions.Access access) throws UserException {
        boolean loopback;
        try {
            loopback = InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UserException("there is no host \"" + host + "\"; expected an address of this machine", e);
        }
        if (loopback) {
            return;
        }
        if (!open && access.token().isEmpty()) {
            throw new UserException("at " + host + " other machines could read the whole collection. Set a token, with "
                    + "--token-file FILE or WHEREIN_TOKEN, or say --public if all may read");
        }
        String who = access.token().isPresent() ? "whoever has the token" : "whoever reaches " + host;
        terminal.err()
                .println("wherein: warning: " + who + " can read the whole collection, and without TLS in front "
                        + "whoever listens in reads along"
                        + (access.token().isPresent() ? ", the token too" : ""));
    }
}
