package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Logged;
import wherein.api.Landing;

/** Many clients at once, slow ones and eager ones. */
class CrowdTest {

    private static final int SLOW = 200;
    private static final int EAGER = 64;

    @TempDir
    private Path index;

    @Tag("long")
    @Test
    void theEagerAreAnsweredWhollyOrToldToComeAgainWhileTheSlowAreCut() throws Exception {
        // An export is far larger than what the buffers of a machine hold.
        Landing.commit(index, "Fog", 1_000, 60);
        ServerOptions.Load usual = ServerOptions.Load.USUAL;
        ServerOptions.Load load =
                new ServerOptions.Load(usual.searches(), usual.exports(), usual.connections(), Duration.ofSeconds(3));
        try (Logged faults = new Logged("io.javalin");
                Served served = Served.of(index, ServerOptions.local(0).with(load));
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, String> expected = Map.of(
                    "/api/v1/search?q=fog&limit=3",
                            hits(served.get("/api/v1/search?q=fog&limit=3").body()),
                    "/api/v1/mentions.csv?limit=500",
                            served.get("/api/v1/mentions.csv?limit=500").body(),
                    "/api/v1/documents/d000001",
                            served.get("/api/v1/documents/d000001").body());
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger right = new AtomicInteger();
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < EAGER; i++) {
                clients.add(pool.submit(() -> eager(served, expected, over, right)));
            }
            Future<Integer> health = pool.submit(() -> {
                int answered = 0;
                while (!over.get()) {
                    assertThat(served.get("/health").statusCode()).isEqualTo(200);
                    assertThat(served.get("/ready").statusCode()).isEqualTo(200);
                    answered++;
                }
                return answered;
            });
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < SLOW; i++) {
                slow.add(slow(served, i));
            }
            // All but the exports, which the eager keep from filling the buffers: they are cut when there is room to.
            trickle(slow, usual.exports());
            over.set(true);
            int open = trickle(slow, 0);
            for (Future<?> client : clients) {
                client.get();
            }
            assertThat(health.get()).isPositive();
            assertThat(right.get()).isGreaterThan(EAGER);
            assertThat(open).isZero();
            // An answer that was broken off is no fault of the server.
            assertThat(faults.records()).isEmpty();
        }
    }

    /** Of each three one sends its head slowly, one its body, and one does not read what it asked for. */
    private static Socket slow(Served served, int number) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", served.port()));
        String head = switch (number % 3) {
            case 0 -> "GET /health HTTP/1.1\r\nHost: localhost\r\nX: ";
            case 1 ->
                "POST /api/v1/annotate HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
                        + "Content-Type: application/x-ndjson\r\n\r\n";
            default -> "GET /api/v1/mentions.ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n";
        };
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** A byte a second over each, until no more than {@code few} are left, or five minutes are over; how many are. */
    private static int trickle(List<Socket> slow, int few) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor()) {
            seconds.scheduleAtFixedRate(
                    () -> {
                        slow.removeIf(CrowdTest::isCut);
                        if (slow.size() <= few) {
                            done.countDown();
                        }
                    },
                    1,
                    1,
                    TimeUnit.SECONDS);
            boolean ended = done.await(5, TimeUnit.MINUTES);
            seconds.shutdownNow();
            assertThat(ended).as("all but " + few + " are cut").isTrue();
        }
        return slow.size();
    }

    /** Sends a byte; whether nobody is there to take it. */
    private static boolean isCut(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static Void eager(Served served, Map<String, String> expected, AtomicBoolean over, AtomicInteger right)
            throws Exception {
        while (!over.get()) {
            for (Map.Entry<String, String> each : expected.entrySet()) {
                HttpResponse<String> answer = served.get(each.getKey());
                if (answer.statusCode() == 200) {
                    String body = answer.body();
                    assertThat(each.getKey().contains("search") ? hits(body) : body)
                            .isEqualTo(each.getValue());
                    right.incrementAndGet();
                } else {
                    assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                }
            }
        }
        return null;
    }

    private static String hits(String body) throws IOException {
        return Served.tree(body).get("hits").toString();
    }
}
