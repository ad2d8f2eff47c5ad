package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.api.Landing;
import wherein.api.RequestLimits;

/** Clients that take long over what they send or read keep nobody else waiting. */
@Isolated("a client that is starved beside others is cut off")
class SlowBodiesTest {

    private static final String NDJSON = "Content-Type: application/x-ndjson\r\n";
    private static final String RECORD = "{\"id\":\"one\",\"text\":\"Ships left Norway.\",\"lang\":\"en\"}\n";
    private static final ServerOptions.Load USUAL = ServerOptions.Load.USUAL;

    /** Longer than any of these tests takes, so that nothing is cut for its slowness alone. */
    private static final Duration ENDLESS = Duration.ofHours(1);

    @TempDir
    private static Path index;

    private final List<Socket> sockets = new ArrayList<>();
    private Served served;

    @BeforeAll
    static void commit() throws Exception {
        Landing.commit(index, "Fog", 3_000, 1);
    }

    @AfterEach
    void close() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        served.close();
    }

    private void serve(ServerOptions.Load load) throws Exception {
        served = Served.of(index, ServerOptions.local(0).with(load));
    }

    private static ServerOptions.Load patient(Duration patience) {
        return new ServerOptions.Load(USUAL.searches(), USUAL.exports(), USUAL.connections(), patience);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 50, 300})
    void bodiesThatTrickleTakeNoPlaceOfOneThatIsSentAtOnce(int slow) throws Exception {
        serve(patient(ENDLESS));
        for (int i = 0; i < slow; i++) {
            send(socket(), head(100_000) + "{");
        }
        for (int i = 0; i < 3; i++) {
            assertThat(annotated()).startsWith("HTTP/1.1 200").contains("\"NO\"");
            assertThat(served.get("/api/v1/search?q=fog").statusCode()).isEqualTo(200);
        }
        for (Socket socket : sockets.subList(0, slow)) {
            assertThat(socket.getInputStream().available()).as("still awaited").isZero();
        }
        send(sockets.getFirst(), " ".repeat(99_997) + "}\n");
        assertThat(read(sockets.getFirst(), 12))
                .as("and taken when it is whole")
                .isEqualTo("HTTP/1.1 200");
    }

    @Test
    void aBodyThatStopsIsRefusedAfterThePatienceAndTheConnectionEnds() throws Exception {
        serve(patient(Duration.ofMillis(300)));
        send(socket(), head(100_000) + "{");
        assertThat(rest(sockets.getFirst()))
                .startsWith("HTTP/1.1 408")
                .contains("Connection: close", "application/problem+json", "/problems/too-slow", "nosniff");
    }

    @Test
    void ofMoreBodiesThanCanBeHeldTheOneThatIsHeldLongestIsRefusedAndOneSentAtOnceIsTaken() throws Exception {
        serve(patient(ENDLESS));
        int most = RequestLimits.BODY;
        Socket slowest = socket();
        String nearlyAll = " ".repeat(most - 1);
        send(slowest, head(most) + nearlyAll);
        for (long held = 0; held <= Bodies.usualBudget(); held += most - 1) {
            send(socket(), head(most) + nearlyAll);
        }
        assertThat(rest(slowest))
                .startsWith("HTTP/1.1 503")
                .contains("Connection: close", "Retry-After", "for longest");
        assertThat(annotated()).startsWith("HTTP/1.1 200");
    }

    @Test
    void aBodyIsNotAskedForIfItsRequestIsRefused() throws Exception {
        serve(patient(ENDLESS));
        String expecting = "POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n";
        assertThat(served.raw(expecting + "Content-Length: 3\r\n\r\n")).startsWith("HTTP/1.1 415");
        assertThat(served.raw(expecting + NDJSON + "Content-Length: 30000000\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        assertThat(served.raw(expecting + NDJSON + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n"))
                .startsWith("HTTP/1.1 415");
        assertThat(served.raw(expecting.replace("localhost", "evil.example") + NDJSON + "Content-Length: 3\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        Socket socket = socket();
        send(socket, expecting + NDJSON + "Connection: close\r\nContent-Length: " + RECORD.length() + "\r\n\r\n");
        assertThat(read(socket, 25)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        send(socket, RECORD);
        assertThat(rest(socket)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "br", "deflate, gzip", "x-unknown", "identity, gzip"})
    void aCodedBodyIsRefusedWithWhatIsTaken(String coding) throws Exception {
        serve(patient(ENDLESS));
        assertThat(served.raw("POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + NDJSON
                        + "Content-Encoding: " + coding + "\r\nContent-Length: 3\r\n\r\nabc"))
                .startsWith("HTTP/1.1 415")
                .contains("Accept-Encoding: identity\r\n", "/problems/unsupported-type");
    }

    @Test
    void aBodyThatIsCodedForTheWayIsRefusedAsWell() throws Exception {
        serve(patient(ENDLESS));
        assertThat(served.raw("POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + NDJSON
                        + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 415")
                .contains("Accept-Encoding: identity\r\n");
    }

    @Test
    void aBodyThatSaysItIsNotCodedIsRead() throws Exception {
        serve(patient(ENDLESS));
        assertThat(served.raw(head(RECORD.length()).replace("\r\n\r\n", "\r\nContent-Encoding: Identity\r\n")
                        + "Connection: close\r\n\r\n" + RECORD))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void aBodyInChunksWithTrailersIsReadAndATrailerIsNoHeader() throws Exception {
        serve(patient(ENDLESS));
        String head = "POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + NDJSON
                + "Transfer-Encoding: chunked\r\n\r\n";
        String chunk = Integer.toHexString(RECORD.length()) + "\r\n" + RECORD + "\r\n";
        assertThat(served.raw(head + chunk + "0\r\nHost: evil.example\r\nContent-Encoding: gzip\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("\"NO\"");
        assertThat(served.raw(head + "zz\r\n" + RECORD + "\r\n0\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void connectionsThatRestOrSendSlowlyMakeRoomForNewOnes() throws Exception {
        serve(new ServerOptions.Load(2, 2, 20, ENDLESS));
        for (int i = 0; i < 10; i++) {
            Socket resting = socket();
            send(resting, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(read(resting, 12)).isEqualTo("HTTP/1.1 200");
            send(socket(), head(100_000) + "{");
        }
        for (int i = 0; i < 30; i++) {
            assertThat(served.raw("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
            Socket held = socket();
            send(held, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(read(held, 12)).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    @Tag("long")
    void readersWhoDoNotReadLeaveThreadsToOthers(@TempDir Path folder) throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("long.txt"), ("fog" + "g".repeat(90) + "\n\n").repeat(6_000));
        Served.index(texts, Optional.empty(), folder.resolve("index"));
        served = Served.of(folder.resolve("index"), ServerOptions.local(0).with(patient(ENDLESS)));
        // More than lies in the buffers of the machine.
        String text = "GET /api/v1/documents/long.txt/text HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(10);
        for (int i = 0; i < Server.REQUESTS; i++) {
            Socket reader = new Socket();
            reader.setReceiveBufferSize(4_096);
            reader.connect(new InetSocketAddress("127.0.0.1", served.port()));
            sockets.add(reader);
            send(reader, text);
            assertThat(read(reader, 12)).isEqualTo("HTTP/1.1 200");
        }
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        int status;
        do {
            status = served.get("/api/v1/search?q=fog&limit=1").statusCode();
        } while (status != 200 && System.nanoTime() < end);
        assertThat(status).isEqualTo(200);
    }

    private static String head(int length) {
        return "POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\n" + NDJSON + "Content-Length: " + length
                + "\r\n\r\n";
    }

    private String annotated() throws IOException {
        String request = head(RECORD.length()).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n") + RECORD;
        return served.raw(request, Duration.ofMinutes(1));
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket("127.0.0.1", served.port());
        socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String read(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** All that comes until the connection ends. */
    private static String rest(Socket socket) throws IOException {
        java.io.ByteArrayOutputStream read = new java.io.ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the connection is still open", e);
        } catch (IOException e) {
            // Reset, after what was sent.
        }
        return read.toString(StandardCharsets.UTF_8);
    }
}
