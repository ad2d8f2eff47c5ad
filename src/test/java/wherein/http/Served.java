package wherein.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.FilesApi;
import wherein.api.Generations;
import wherein.collection.Collection;
import wherein.collection.Inbox;
import wherein.index.Indexer;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.index.Progress;
import wherein.lucene.LuceneIndex;
import wherein.query.Names;
import wherein.query.QueryLimits;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;
import wherein.verdict.Verdicts;

/** A real server on a free port, over the index of a folder of files. */
final class Served implements Closeable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What is worth another collection, in bytes. */
    private static final long ENOUGH_HEAP = 64 << 10;

    /** How long an answer may take: whoever waits so long waits in vain. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Held, since the logging system forgets loggers that nobody holds. */
    private static final List<Logger> LOGS = Stream.of("io.javalin", "org.eclipse.jetty", "org.apache.lucene")
            .map(Logger::getLogger)
            .peek(logger -> logger.setLevel(Level.SEVERE))
            .toList();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PassageSearcher searcher;
    private final Server server;

    private Served(PassageSearcher searcher, Server server) {
        this.searcher = searcher;
        this.server = server;
    }

    private static Served of(PassageSearcher searcher, Names names) {
        Engine engine = new Engine(searcher, names, Recognisers.standard(), new Build("test", "none"));
        return new Served(
                searcher,
                new Server(
                        Generations.fixed(searcher, engine),
                        ServerOptions.local(0)
                                .with(new ServerOptions.Access(
                                        List.of("wherein.example"), List.of(), Optional.empty()))));
    }

    /** Serves {@code engines}, which stay open when this is closed. */
    static Served of(Generations<Engine> engines, ServerOptions options) {
        return new Served(null, new Server(engines, options));
    }

    /** The generations of the index that lies in {@code index}, the last of them open. */
    static Generations<Engine> generations(Path index) throws Exception {
        Generations<Engine> engines = new Generations<>(
                LuceneIndex.commits(index, LuceneIndex.LIMIT, QueryLimits.MOST),
                searcher -> new Engine(
                        searcher, new LedgerNames(searcher), Recognisers.standard(), new Build("test", "none")),
                engine -> {},
                new Generations.Keep(3, Duration.ofMinutes(5)));
        engines.openFirst();
        return engines;
    }

    /** Serves the index that lies in {@code index}. */
    static Served of(Path index, ServerOptions options) throws Exception {
        PassageSearcher searcher = LuceneIndex.open(index);
        Engine engine =
                new Engine(searcher, new LedgerNames(searcher), Recognisers.standard(), new Build("test", "none"));
        return new Served(searcher, new Server(Generations.fixed(searcher, engine), options));
    }

    /** Serves the index that lies in {@code index} with what readers say of it, which lies in {@code home}; takes more if {@code open}. */
    static Served judged(Path index, Path home, boolean open) throws Exception {
        PassageSearcher searcher = LuceneIndex.open(index);
        Engine engine = new Engine(
                        searcher, new LedgerNames(searcher), Recognisers.standard(), new Build("test", "none"))
                .judgedBy(Verdicts.of(home));
        ServerOptions options = ServerOptions.local(0);
        return new Served(
                searcher,
                new Server(
                        Generations.fixed(searcher, engine),
                        open ? options.with(new FilesApi(Inbox.of(home, false), 1 << 20, false)) : options));
    }

    /** Indexes {@code collection} into {@code index} and serves it. */
    static Served of(Path collection, Optional<Path> catalogue, Path index) throws Exception {
        index(collection, catalogue, index);
        return of(LuceneIndex.open(index), Names.NONE);
    }

    /** As {@link #of}, with the names that the ledger of the index holds. */
    static Served ledger(Path collection, Optional<Path> catalogue, Path index) throws Exception {
        index(collection, catalogue, index);
        PassageSearcher searcher = LuceneIndex.open(index);
        return of(searcher, new LedgerNames(searcher));
    }

    /** Serves the digests of the repository, from a copy that no original can have found its way into. */
    static Served digests(Path folder) throws Exception {
        return of(copyOfDigests(folder), Optional.empty(), folder.resolve("index"));
    }

    /** As {@link #digests}, with the names that their ledger holds. */
    static Served digestsWithNames(Path folder) throws Exception {
        return ledger(copyOfDigests(folder), Optional.empty(), folder.resolve("index"));
    }

    private static Path copyOfDigests(Path folder) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("seeds"));
        try (Stream<Path> files = Files.list(Path.of("seeds"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(md|yaml)"))
                    .toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        return copy;
    }

    static void index(Path collection, Optional<Path> catalogue, Path index) throws Exception {
        try (PassageSink sink = LuceneIndex.writer(index)) {
            run(collection, catalogue, sink, Previous.NONE);
        }
    }

    /** Brings {@code index} up to date with {@code collection}, as {@code wherein index} does. */
    static void update(Path collection, Path index) throws Exception {
        try (Previous previous = LuceneIndex.previous(index);
                PassageSink sink = LuceneIndex.update(index, previous)) {
            run(collection, Optional.empty(), sink, previous);
        }
    }

    private static void run(Path collection, Optional<Path> catalogue, PassageSink sink, Previous previous)
            throws Exception {
        new Indexer(
                        List.of(Collection.open(collection, catalogue)),
                        Recognisers::standard,
                        Map.of(),
                        new Indexer.Settings(true, 32 << 20, 2),
                        Progress.SILENT)
                .run(sink, previous);
    }

    PassageSearcher searcher() {
        return searcher;
    }

    /** What the server serves, as {@link Server#routes} tells it. */
    Set<String> routes() {
        return server.routes();
    }

    int port() {
        return server.port();
    }

    /** The address of the page, without a slash at its end. */
    String address() {
        return server.address();
    }

    /** The answer to GET. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The body of an answer that must be 200. */
    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " gave " + answer.statusCode() + ": " + answer.body());
        }
        return MAPPER.readTree(answer.body());
    }

    static JsonNode tree(String body) throws IOException {
        return MAPPER.readTree(body);
    }

    /** Sends {@code request} as it is, a byte a character, and gives all that comes back. */
    String raw(String request) throws IOException {
        return raw("127.0.0.1", request, PATIENCE);
    }

    /** As {@link #raw(String)}, at another address of this machine. */
    String rawAt(String address, String request) throws IOException {
        return raw(address, request, PATIENCE);
    }

    /** As {@link #raw(String)}, for an answer that may let one wait. */
    String raw(String request, Duration patience) throws IOException {
        return raw("127.0.0.1", request, patience);
    }

    private String raw(String address, String request, Duration patience) throws IOException {
        try (Socket socket = new Socket(address, port())) {
            socket.setSoTimeout((int) patience.toMillis());
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                send(socket, request);
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException e) {
                answer.writeBytes("\n(no end)".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                if (answer.size() == 0) {
                    throw e;
                }
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    /** Sends what the server will take: it may answer and hang up before it has read everything. */
    private static void send(Socket socket, String request) {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // What it has answered can still be read.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (searcher != null) {
            searcher.close();
        }
    }

    /** Bytes in use in this process when nothing idle is left: the least, when five collections more have found little. */
    static long heap() {
        long least = Long.MAX_VALUE;
        for (int fruitless = 0; fruitless < 5; fruitless++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long now = runtime.totalMemory() - runtime.freeMemory();
            if (now < least - ENOUGH_HEAP) {
                fruitless = 0;
            }
            least = Math.min(least, now);
        }
        return least;
    }
}
