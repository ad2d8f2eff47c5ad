package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.Generations;
import wherein.api.Landing;
import wherein.lucene.LuceneIndex;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.Deadline;
import wherein.search.MentionRow;
import wherein.search.PassageSearcher;

/** What a server does when more is asked than it can do, when clients are slow, and when something breaks under it. */
@Isolated("a client that is starved beside others is cut off")
@Tag("long")
class LoadTest {

    private static final ServerOptions.Load USUAL = ServerOptions.Load.USUAL;
    private static final Duration SOON = Duration.ofSeconds(2);

    @TempDir
    private static Path index;

    private static PassageSearcher searcher;

    /** Javalin tells of every connection that is cut under it, which is what happens here. */
    private static wherein.Logged cuts;

    @BeforeAll
    static void open() throws Exception {
        cuts = new wherein.Logged("io.javalin");
        Landing.commit(index, "Fog", 4_000, 5);
        searcher = LuceneIndex.open(index);
    }

    @AfterAll
    static void close() throws IOException {
        searcher.close();
        cuts.close();
    }

    /** What happens where the real searcher would be asked. */
    private interface Trouble {
        /** Called before each search. */
        default void search() {}

        /** Called before each row. */
        default void row() {}
    }

    /** What holds all who come until it is opened. */
    private static final class Gate {

        private final CountDownLatch held = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        void hold() {
            held.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void awaitHeld() throws InterruptedException {
            held.await();
        }

        void open() {
            open.countDown();
        }
    }

    private static Served served(ServerOptions.Load load, Trouble trouble) {
        PassageSearcher troubled = troubled(searcher, trouble);
        Engine engine =
                new Engine(troubled, new LedgerNames(searcher), Recognisers.standard(), new Build("test", "none"));
        return Served.of(
                Generations.fixed(troubled, engine), ServerOptions.local(0).with(load));
    }

    /** {@code real}, and what it is for each request, with {@code trouble} before what is asked of it. */
    private static PassageSearcher troubled(PassageSearcher real, Trouble trouble) {
        return (PassageSearcher) Proxy.newProxyInstance(
                LoadTest.class.getClassLoader(), new Class<?>[] {PassageSearcher.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("within")) {
                        return troubled(real.within((Deadline) arguments[0]), trouble);
                    }
                    if (method.getName().equals("search")) {
                        trouble.search();
                    }
                    if (method.getName().equals("mentions") && arguments.length == 3) {
                        @SuppressWarnings("unchecked")
                        Predicate<MentionRow> rows = (Predicate<MentionRow>) arguments[2];
                        Predicate<MentionRow> watched = row -> {
                            trouble.row();
                            return rows.test(row);
                        };
                        arguments[2] = watched;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static ServerOptions.Load patient(Duration patience) {
        return new ServerOptions.Load(USUAL.searches(), USUAL.exports(), USUAL.connections(), patience);
    }

    @Test
    void moreSearchesThanRunAtOnceAreToldSoAndHealthIsAnswered() throws Exception {
        Gate gate = new Gate();
        Trouble slow = new Trouble() {
            @Override
            public void search() {
                gate.hold();
            }
        };
        try (Served served = served(new ServerOptions.Load(1, 1, 100, Duration.ofSeconds(60)), slow)) {
            CompletableFuture<HttpResponse<String>> first = async(served, "/api/v1/search?q=fog");
            gate.awaitHeld();
            HttpResponse<String> second = served.get("/api/v1/search?q=fog");
            problem(second, 503, "overloaded");
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            for (String path : List.of(
                    "/health", "/ready", "/metrics", Assets.read().addresses().getFirst())) {
                assertThat(served.get(path).statusCode()).as(path).isEqualTo(200);
            }
            gate.open();
            assertThat(first.get().statusCode()).isEqualTo(200);
            assertThat(served.get("/api/v1/search?q=fog").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCrowdLargerThanTheThreadsIsAnsweredOrToldSoAndHealthIsAnswered() throws Exception {
        Gate gate = new Gate();
        Trouble slow = new Trouble() {
            @Override
            public void search() {
                gate.hold();
            }
        };
        try (Served served = served(new ServerOptions.Load(2, 1, 1_000, Duration.ofSeconds(60)), slow)) {
            List<CompletableFuture<HttpResponse<String>>> crowd = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                crowd.add(async(served, "/api/v1/search?q=fog"));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(served.get("/health").statusCode()).isEqualTo(200);
            }
            List<Integer> statuses = new ArrayList<>();
            for (CompletableFuture<HttpResponse<String>> each : crowd.subList(2, 400)) {
                if (each.isDone()) {
                    statuses.add(each.get().statusCode());
                }
            }
            gate.open();
            int answered = 0;
            for (CompletableFuture<HttpResponse<String>> each : crowd) {
                HttpResponse<String> answer = each.get();
                if (answer.statusCode() == 200) {
                    assertThat(Served.tree(answer.body())
                                    .get("total")
                                    .get("passages")
                                    .asInt())
                            .isEqualTo(4_000);
                    answered++;
                } else {
                    problem(answer, 503, "overloaded");
                }
            }
            assertThat(answered).isGreaterThanOrEqualTo(2);
            assertThat(statuses).doesNotContain(200);
        }
    }

    @Test
    void moreExportsThanRunAtOnceAreToldSoAndSearchesGoOn() throws Exception {
        Gate gate = new Gate();
        Trouble slow = new Trouble() {
            @Override
            public void row() {
                gate.hold();
            }
        };
        try (Served served = served(new ServerOptions.Load(1, 1, 100, Duration.ofSeconds(60)), slow)) {
            CompletableFuture<HttpResponse<String>> first = async(served, "/api/v1/mentions.ndjson");
            gate.awaitHeld();
            assertThat(served.get("/api/v1/search?q=fog").statusCode()).isEqualTo(200);
            HttpResponse<String> second = served.get("/api/v1/mentions.csv");
            problem(second, 503, "too-many-exports");
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            gate.open();
            assertThat(first.get().body().lines()).hasSize(20_000);
            assertThat(served.get("/api/v1/mentions.csv").body().lines()).hasSize(20_001);
        }
    }

    @Test
    void aConnectionWithoutAWholeRequestInTimeIsCutHoweverItTrickles() throws Exception {
        try (Served served = served(patient(SOON), new Trouble() {});
                Socket silent = new Socket("127.0.0.1", served.port());
                Socket trickling = new Socket("127.0.0.1", served.port());
                Socket second = new Socket("127.0.0.1", served.port())) {
            second.getOutputStream().write(ascii("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            assertThat(second.getInputStream().read()).isEqualTo('H');
            assertThat(trickle(second, "GET /health HTTP/1.1\r\nHost: localhost\r\nX: "))
                    .isTrue();
            assertThat(trickle(trickling, "GET /health HTTP/1.1\r\nHost: localhost\r\nX: "))
                    .isTrue();
            assertThat(isCut(silent)).isTrue();
            assertThat(served.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aConnectionMayRestBetweenTwoRequests() throws Exception {
        try (Served served = served(patient(SOON), new Trouble() {});
                Socket socket = new Socket("127.0.0.1", served.port())) {
            for (int i = 0; i < 2; i++) {
                socket.getOutputStream().write(ascii("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"));
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                awaitPatienceOver(served);
                socket.getInputStream().skipNBytes(socket.getInputStream().available());
            }
        }
    }

    @Test
    void aBodyThatTricklesIsCut() throws Exception {
        try (Served served = served(patient(Duration.ofMillis(200)), new Trouble() {});
                Socket socket = new Socket("127.0.0.1", served.port())) {
            String head = "POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                    + "Content-Type: application/x-ndjson\r\n\r\n";
            assertThat(trickle(socket, head)).isTrue();
        }
    }

    @Test
    void aBodyThatMovesOnIsReadHoweverLongItTakes() throws Exception {
        // On a busy machine it is the test that may rest too long, and be cut with good reason: then with more
        // patience.
        Duration patience = SOON;
        while (patience.compareTo(SOON.multipliedBy(8)) < 0 && !isReadInPieces(patience)) {
            patience = patience.multipliedBy(2);
        }
        assertThat(patience).as("the patience that was enough").isLessThan(SOON.multipliedBy(8));
    }

    /** Whether a body is read of which a record comes whenever a head would have been cut; a body may wait three times as long. */
    private static boolean isReadInPieces(Duration patience) throws Exception {
        try (Served served = served(patient(patience), new Trouble() {});
                Socket socket = new Socket("127.0.0.1", served.port())) {
            String record = "{\"id\":\"a\",\"text\":\"" + "fog ".repeat(8_200) + "\"}\n";
            OutputStream out = socket.getOutputStream();
            out.write(ascii("POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                    + 5 * record.length() + "\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\n\r\n"));
            for (int i = 0; i < 5; i++) {
                out.write(ascii(record));
                awaitPatienceOver(served);
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .startsWith("HTTP/1.1 200");
        } catch (SocketException e) {
            return false;
        }
    }

    @Test
    void aReaderOfAnExportWhoDoesNotReadIsCutAndAnExportIsFreeAgain() throws Exception {
        ServerOptions.Load load = new ServerOptions.Load(2, 1, 100, SOON);
        try (Served served = served(load, new Trouble() {});
                Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("127.0.0.1", served.port()));
            // Far more than what lies in the buffers of the machine.
            socket.getOutputStream()
                    .write(
                            ascii(
                                    "GET /api/v1/concordance.ndjson?q=norway&context=sentence HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            // Only when it has begun may others ask: else one of them could have the only export.
            assertThat(socket.getInputStream().readNBytes(12)).isEqualTo(ascii("HTTP/1.1 200"));
            awaitStatus(served, "/api/v1/mentions.csv?limit=1", 503);
            awaitStatus(served, "/api/v1/mentions.csv?limit=1", 200);
            assertThat(ended(socket)).doesNotEndWith("\r\n0\r\n\r\n");
        }
    }

    @Test
    void aServerThatStopsDoesNotWaitForEverAndBreaksOffWhatHasNotEnded() throws Exception {
        Gate gate = new Gate();
        Trouble endless = new Trouble() {
            @Override
            public void row() {
                gate.hold();
            }
        };
        Served served = served(USUAL, endless);
        try (wherein.Logged logged = new wherein.Logged("wherein");
                Socket socket = new Socket("127.0.0.1", served.port())) {
            socket.getOutputStream().write(ascii("GET /api/v1/mentions.ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            gate.awaitHeld();
            served.close();
            assertThat(ended(socket)).doesNotEndWith("\r\n0\r\n\r\n");
            assertThat(logged.records())
                    .extracting(LogRecord::getMessage)
                    .anySatisfy(told -> assertThat(told).contains("had not ended when the server stopped"));
        } finally {
            gate.open();
        }
    }

    @Test
    void ofTooManyConnectionsTheOneThatWaitsLongestGoes() throws Exception {
        try (Served served = served(new ServerOptions.Load(2, 2, 20, Duration.ofSeconds(60)), new Trouble() {})) {
            List<Socket> waiting = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                waiting.add(new Socket("127.0.0.1", served.port()));
                waiting.getLast().getOutputStream().write(ascii("GET / HTTP/1.1\r\n"));
            }
            for (int i = 0; i < 5; i++) {
                assertThat(served.raw("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                        .startsWith("HTTP/1.1 200");
            }
            assertThat(isCut(waiting.getFirst())).isTrue();
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void aFaultBeforeAnythingHasGoneOutIsAProblemAndALaterOneBreaksTheConnection(String coding) throws Exception {
        for (int after : new int[] {0, 1, 30, 200, 3_000, 19_999}) {
            for (boolean error : new boolean[] {false, true}) {
                int[] rows = {0};
                Trouble trouble = new Trouble() {
                    @Override
                    public void row() {
                        if (rows[0]++ == after) {
                            if (error) {
                                throw new StackOverflowError("planted");
                            }
                            throw new IllegalStateException("planted");
                        }
                    }
                };
                try (wherein.Logged logged = new wherein.Logged("wherein");
                        Served served = served(USUAL, trouble)) {
                    String answer;
                    try {
                        answer = served.raw("GET /api/v1/mentions.ndjson HTTP/1.1\r\nHost: localhost\r\n"
                                + "Connection: close\r\nAccept-Encoding: " + coding + "\r\n\r\n");
                    } catch (IOException e) {
                        answer = "";
                    }
                    if (after == 0) {
                        assertThat(answer).startsWith("HTTP/1.1 500");
                        assertPlanted(logged);
                    }
                    if (answer.startsWith("HTTP/1.1 500")) {
                        assertThat(answer)
                                .contains("application/problem+json", "\"status\":500", "nosniff")
                                .doesNotContain("planted", "\"surface\"", "Content-Encoding", "X-Total-Count");
                        assertThat(answer.substring(answer.indexOf("{"))).contains("}");
                    } else {
                        assertThat(answer).doesNotEndWith("\r\n0\r\n\r\n");
                    }
                }
            }
        }
    }

    @Test
    void anErrorOfTheVirtualMachineIsAProblemLikeAnyOther() throws Exception {
        Trouble deep = new Trouble() {
            @Override
            public void search() {
                throw new StackOverflowError("planted");
            }
        };
        try (wherein.Logged logged = new wherein.Logged("wherein");
                Served served = served(USUAL, deep)) {
            HttpResponse<String> answer = served.get("/api/v1/search?q=fog");
            problem(answer, 500, "internal");
            assertPlanted(logged);
            assertThat(answer.body()).doesNotContain("planted").containsPattern("under the id [0-9a-f]{16}");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        }
    }

    /** Whoever runs the server is told what broke. */
    private static void assertPlanted(wherein.Logged logged) {
        assertThat(logged.records())
                .isNotEmpty()
                .allSatisfy(told -> assertThat(told.getThrown()).hasMessage("planted"));
    }

    private static CompletableFuture<HttpResponse<String>> async(Served served, String path) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return served.get(path);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private static void awaitStatus(Served served, String path, int status) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int last;
        do {
            last = served.get(path).statusCode();
        } while (last != status && System.nanoTime() < end);
        assertThat(last).isEqualTo(status);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Waits as long as the server waits for a head: until it has cut a connection whose head does not end. */
    private static void awaitPatienceOver(Served served) throws Exception {
        try (Socket other = new Socket("127.0.0.1", served.port())) {
            other.getOutputStream().write(ascii("GET /health HTTP/1.1\r\n"));
            assertThat(isCut(other)).isTrue();
        }
    }

    /** Sends {@code head} and then a byte now and then; whether the other side hung up, within a minute. */
    private static boolean trickle(Socket socket, String head) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        socket.setSoTimeout(20);
        try {
            socket.getOutputStream().write(ascii(head));
            while (System.nanoTime() < end) {
                socket.getOutputStream().write('a');
                if (isEnded(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Reads what is there until nothing comes for a while, or nothing will: whether it is the latter. */
    private static boolean isEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().readAllBytes().length == 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        }
    }

    private static boolean isCut(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** What was there to be read until the other side hung up. */
    private static String ended(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        java.io.ByteArrayOutputStream read = new java.io.ByteArrayOutputStream();
        try (InputStream in = socket.getInputStream()) {
            in.transferTo(read);
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("the connection is still open", e);
        } catch (IOException e) {
            // Reset: cut.
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    private static void problem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode body = Served.tree(answer.body());
        assertThat(body.get("type").asText()).isEqualTo("/problems/" + code);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
}
