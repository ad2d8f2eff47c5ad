package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Logged;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.Generations;
import wherein.api.Landing;
import wherein.lucene.LuceneIndex;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.mention.Recogniser;
import wherein.query.Names;
import wherein.recognise.Recognisers;
import wherein.search.Deadline;
import wherein.search.PassageSearcher;
import wherein.text.Span;

/** What a stream of rows has goes out while it makes the next row, and a client that has left ends the work. */
@Tag("long")
class RowStreamTest {

    private static final int DOCUMENTS = 500;
    private static final int MINUTE = 60_000;

    @TempDir
    private static Path index;

    private static PassageSearcher searcher;
    private static Logged cuts;

    @BeforeAll
    static void open() throws Exception {
        cuts = new Logged("io.javalin");
        Landing.commit(index, "Fog", DOCUMENTS, 5);
        searcher = LuceneIndex.open(index, Duration.ofMillis(MINUTE));
    }

    @AfterAll
    static void close() throws IOException {
        searcher.close();
        cuts.close();
    }

    /** Serves the index; {@code slow} is given the deadline before each row of the ledger, and before each match. */
    private static Served served(Consumer<Deadline> slow, Writer log) {
        return served(slow, Recognisers.standard(), log);
    }

    private static Served served(Consumer<Deadline> slow, Annotator annotator, Writer log) {
        PassageSearcher slowly = slowly(searcher, null, slow);
        Engine engine = new Engine(slowly, Names.NONE, annotator, new Build("test", "none"));
        return Served.of(
                Generations.fixed(slowly, engine), ServerOptions.local(0).with(new ServerOptions.Log(log, false)));
    }

    /** A log that tells when a request has ended. */
    private static Writer telling(CountDownLatch ended) {
        return new StringWriter() {
            @Override
            public void write(String line) {
                ended.countDown();
            }

            @Override
            public void write(char[] line, int from, int length) {
                ended.countDown();
            }
        };
    }

    private static PassageSearcher slowly(PassageSearcher real, Deadline deadline, Consumer<Deadline> slow) {
        return (PassageSearcher) Proxy.newProxyInstance(
                RowStreamTest.class.getClassLoader(),
                new Class<?>[] {PassageSearcher.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("within")) {
                        Deadline own = (Deadline) arguments[0];
                        return slowly(real.within(own), own, slow);
                    }
                    if (deadline != null && List.of("mentions", "matches").contains(method.getName())) {
                        @SuppressWarnings("unchecked")
                        Predicate<Object> taker = (Predicate<Object>) arguments[2];
                        Predicate<Object> slowly = row -> {
                            slow.accept(deadline);
                            return taker.test(row);
                        };
                        arguments[2] = slowly;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Works for a while, and asks whether it is wanted, as all work does. */
    private static void work(Runnable stillWanted) {
        long end = System.nanoTime() + Duration.ofMillis(40).toNanos();
        while (System.nanoTime() < end) {
            stillWanted.run();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/mentions.ndjson, identity",
        "/api/v1/mentions.ndjson, gzip",
        "/api/v1/mentions.csv?header=off, gzip",
        "/api/v1/concordance.csv?q=fog&header=off, identity",
        "/api/v1/concordance.ndjson?q=fog, gzip"
    })
    void aRowReachesTheClientWhileTheNextIsStillBeingMade(String path, String coding) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        Consumer<Deadline> second = deadline -> {
            if (made.incrementAndGet() == 2) {
                while (arrived.getCount() > 0) {
                    deadline.check();
                }
            }
        };
        try (Served served = served(second, Writer.nullWriter())) {
            HttpURLConnection asked = (HttpURLConnection)
                    URI.create(served.address() + path).toURL().openConnection();
            asked.setReadTimeout(MINUTE);
            asked.setRequestProperty("Accept-Encoding", coding);
            boolean zipped = coding.equals("gzip");
            try (InputStream body = asked.getInputStream();
                    InputStream rows = zipped ? new GZIPInputStream(body, 1) : body) {
                assertThat("gzip".equals(asked.getContentEncoding())).isEqualTo(zipped);
                int read = rows.read();
                while (read >= 0 && read != '\n') {
                    read = rows.read();
                }
                assertThat(read).isEqualTo('\n');
                assertThat(made).hasValueLessThanOrEqualTo(2);
                arrived.countDown();
                assertThat(new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines())
                        .hasSizeGreaterThanOrEqualTo(DOCUMENTS - 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/mentions.ndjson, identity",
        "/api/v1/mentions.csv, gzip",
        "/api/v1/concordance.ndjson?q=fog, identity",
        "/api/v1/concordance.csv?q=fog, gzip",
        "/api/v1/account.ndjson, identity",
        "/api/v1/account.csv, gzip"
    })
    void aClientThatLeavesEndsTheWork(String path, String coding) throws Exception {
        AtomicInteger made = new AtomicInteger();
        Consumer<Deadline> slow = deadline -> {
            made.incrementAndGet();
            work(deadline::check);
        };
        String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: " + coding + "\r\n\r\n";
        leaves(log -> served(slow, log), head, made);
    }

    @Test
    void aClientThatLeavesEndsTheWorkOnWhatItPosted() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Recogniser slow = input -> {
            made.incrementAndGet();
            work(input.checkpoint()::pass);
            Span norway = new Span(0, 6);
            return List.of(new Mention.Country(
                    norway, "NO", Mention.Country.Kind.NAME, false, Optional.empty(), "", "planted"));
        };
        String body = "{\"id\":\"a\",\"text\":\"Norway\"}\n".repeat(DOCUMENTS);
        String head = "POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n";
        leaves(log -> served(deadline -> {}, new Annotator(List.of(slow)), log), head + body, made);
    }

    private static void leaves(Function<Writer, Served> start, String request, AtomicInteger made) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (Logged logged = new Logged("wherein");
                Served served = start.apply(telling(ended))) {
            try (Socket socket = new Socket("127.0.0.1", served.port())) {
                socket.setSoTimeout(MINUTE);
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            int left = made.get();
            assertThat(ended.await(60, TimeUnit.SECONDS)).as("the work ends").isTrue();
            // A flush every 100 ms, of which the first that comes after the client has gone may still be taken.
            assertThat(made.get() - left).isLessThan(DOCUMENTS / 4);
            assertThat(logged.records()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip", "gzip;q=0", "gzip;q=x", "*;q=0, GZIP", "br"})
    void whatIsSentIsWholeHoweverItIsCoded(String coding) throws Exception {
        try (Served served = served(deadline -> {}, Writer.nullWriter())) {
            String plain = served.get("/api/v1/mentions.csv").body();
            HttpURLConnection asked = (HttpURLConnection) URI.create(served.address() + "/api/v1/mentions.csv")
                    .toURL()
                    .openConnection();
            asked.setRequestProperty("Accept-Encoding", coding);
            byte[] body = asked.getInputStream().readAllBytes();
            boolean zipped = "gzip".equals(asked.getContentEncoding());
            assertThat(zipped).isEqualTo(coding.equals("gzip") || coding.equals("*;q=0, GZIP"));
            byte[] read = zipped ? new GZIPInputStream(new java.io.ByteArrayInputStream(body)).readAllBytes() : body;
            assertThat(new String(read, StandardCharsets.UTF_8)).isEqualTo(plain);
            assertThat(asked.getHeaderField("Vary")).contains("Accept-Encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/mentions.ndjson", "/api/v1/mentions.csv", "/api/v1/concordance.csv?q=fog"})
    void theHeadOfAnExportCostsNoRow(String path) throws Exception {
        AtomicInteger made = new AtomicInteger();
        try (Served served = served(deadline -> made.incrementAndGet(), Writer.nullWriter())) {
            HttpResponse<String> head = served.send("HEAD", path);
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValueAsLong("X-Total-Count").orElse(0))
                    .isGreaterThanOrEqualTo(DOCUMENTS);
            assertThat(made).hasValue(0);
        }
    }

    @Test
    void anExportThatIsRefusedForWantOfAPlaceHasCountedNothing() throws Exception {
        ServerOptions.Load one = new ServerOptions.Load(4, 1, 100, Duration.ofSeconds(60));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        PassageSearcher counted = (PassageSearcher) Proxy.newProxyInstance(
                RowStreamTest.class.getClassLoader(),
                new Class<?>[] {PassageSearcher.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("within")) {
                        return proxy;
                    }
                    if (List.of("tally", "mentions", "matchTally", "summary", "documents")
                            .contains(method.getName())) {
                        asked.incrementAndGet();
                        held.countDown();
                        open.await();
                    }
                    try {
                        return method.invoke(searcher, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        Engine engine = new Engine(counted, Names.NONE, Recognisers.standard(), new Build("test", "none"));
        try (Served served = Served.of(
                        Generations.fixed(counted, engine),
                        ServerOptions.local(0).with(one));
                Socket first = new Socket("127.0.0.1", served.port())) {
            first.getOutputStream()
                    .write("GET /api/v1/mentions.csv HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            held.await();
            for (String path : List.of(
                    "/api/v1/mentions.csv",
                    "/api/v1/mentions/summary.csv?by=document",
                    "/api/v1/entities/country.ndjson",
                    "/api/v1/concordance.csv?q=fog",
                    "/api/v1/figures/table.csv?unit=people",
                    "/api/v1/account.ndjson")) {
                HttpResponse<String> refused = served.get(path);
                assertThat(refused.statusCode()).as(path).isEqualTo(503);
                assertThat(refused.body()).as(path).contains("/problems/too-many-exports");
            }
            assertThat(asked).hasValue(1);
            open.countDown();
        }
    }
}
