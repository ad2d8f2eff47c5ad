package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
import wherein.query.Names;
import wherein.recognise.Recognisers;
import wherein.search.Deadline;
import wherein.search.PassageSearcher;

/** What a stream of rows has goes out while it makes the next row, and a client that has left ends the work. */
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

    /** Serves the index; {@code slow} is given the deadline before each row and each document that is read. */
    private static Served served(Consumer<Deadline> slow, CountDownLatch ended) {
        PassageSearcher slowly = slowly(searcher, null, slow, ended);
        Engine engine = new Engine(slowly, Names.NONE, Recognisers.standard(), new Build("test", "none"));
        return Served.of(Generations.fixed(slowly, engine), ServerOptions.local(0));
    }

    private static PassageSearcher slowly(
            PassageSearcher real, Deadline deadline, Consumer<Deadline> slow, CountDownLatch ended) {
        return (PassageSearcher) Proxy.newProxyInstance(
                RowStreamTest.class.getClassLoader(),
                new Class<?>[] {PassageSearcher.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("within")) {
                        Deadline own = (Deadline) arguments[0];
                        return slowly(real.within(own), own, slow, ended);
                    }
                    boolean rows = deadline != null
                            && (method.getName().equals("mentions")
                                    || method.getName().equals("matches"));
                    if (rows) {
                        @SuppressWarnings("unchecked")
                        Predicate<Object> taker = (Predicate<Object>) arguments[2];
                        Predicate<Object> slowly = row -> {
                            slow.accept(deadline);
                            return taker.test(row);
                        };
                        arguments[2] = slowly;
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (rows) {
                            ended.countDown();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        if (rows) {
                            ended.countDown();
                        }
                        throw e.getCause();
                    }
                });
    }

    /** Works for {@code millis}, asking the deadline as all work does. */
    private static void work(Deadline deadline, int millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < end) {
            deadline.check();
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
        try (Served served = served(second, new CountDownLatch(1))) {
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
        "/api/v1/concordance.csv?q=fog, gzip"
    })
    void aClientThatLeavesEndsTheWork(String path, String coding) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        Consumer<Deadline> slow = deadline -> {
            // A short export has ended by the time that its client has gone: this one never would.
            made.incrementAndGet();
            work(deadline, 40);
        };
        try (Logged logged = new Logged("wherein");
                Served served = served(slow, ended)) {
            try (Socket socket = new Socket("127.0.0.1", served.port())) {
                socket.setSoTimeout(MINUTE);
                socket.getOutputStream()
                        .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: " + coding
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
            }
            int left = made.get();
            assertThat(ended.await(60, TimeUnit.SECONDS)).as("the work ends").isTrue();
            // A flush every 100 ms, of which the first that comes after the client has gone may still be taken.
            assertThat(made.get() - left).isLessThan(DOCUMENTS / 2);
            assertThat(logged.records()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip", "gzip;q=0", "gzip;q=x", "*;q=0, GZIP", "br"})
    void whatIsSentIsWholeHoweverItIsCoded(String coding) throws Exception {
        try (Served served = served(deadline -> {}, new CountDownLatch(1))) {
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
