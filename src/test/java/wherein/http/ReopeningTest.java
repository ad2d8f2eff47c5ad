package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.Generations;
import wherein.api.Landing;
import wherein.lucene.LuceneIndex;
import wherein.query.QueryLimits;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;

/** Commits land while clients page and stream. */
class ReopeningTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST = 3;

    @TempDir
    private Path index;

    private Generations<Engine> engines;
    private Served server;

    @BeforeEach
    void serve() {
        engines = new Generations<>(
                LuceneIndex.commits(index, LuceneIndex.LIMIT, QueryLimits.MOST),
                searcher -> new Engine(
                        searcher, new LedgerNames(searcher), Recognisers.standard(), new Build("test", "none")),
                engine -> {},
                new Generations.Keep(MOST, Duration.ofMinutes(5)));
        server = Served.of(engines, ServerOptions.local(0));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        engines.close();
    }

    @Test
    void untilThereIsAnIndexTheServerLivesAndIsNotReady() throws Exception {
        assertThat(server.get("/health").statusCode()).isEqualTo(200);
        for (String path : List.of("/ready", "/api/v1/search?q=fog", "/api/v1/mentions.csv", "/")) {
            HttpResponse<String> answer = server.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).as(path).hasValue("1");
            assertThat(MAPPER.readTree(answer.body()).get("type").asText()).isEqualTo("/problems/not-ready");
        }
        open(10, 1);
        assertThat(server.get("/ready").statusCode()).isEqualTo(200);
        assertThat(server.get("/api/v1/search?q=fog").statusCode()).isEqualTo(200);
    }

    @Test
    void aLoopOverPagesGoesOnInItsGenerationWhileOthersLand() throws Exception {
        open(30, 2);
        for (String path : List.of("/api/v1/search?q=fog&limit=7", "/api/v1/mentions?limit=7")) {
            JsonNode page = server.json(path);
            long began = page.at("/index/generation").asLong();
            int rows = 0;
            int landed = 0;
            while (true) {
                JsonNode list = page.has("hits") ? page.get("hits") : page.get("mentions");
                rows += list.size();
                assertThat(page.at("/index/generation").asLong()).isEqualTo(began);
                if (page.get("next_url").isNull()) {
                    break;
                }
                if (landed++ < MOST) {
                    land(20 + landed, 1);
                }
                page = server.json(page.get("next_url").asText());
            }
            assertThat(rows)
                    .as(path)
                    .isEqualTo(page.at("/total/mentions")
                            .asInt(page.at("/total/passages").asInt()));
            land(30, 2);
        }
    }

    @Test
    void aCursorOfAGenerationThatIsGoneSaysSo() throws Exception {
        open(30, 1);
        String next =
                server.json("/api/v1/search?q=fog&limit=7").get("next_url").asText();
        for (int i = 0; i <= MOST; i++) {
            land(30, 1);
        }
        HttpResponse<String> answer = server.get(next);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(MAPPER.readTree(answer.body()).get("type").asText()).isEqualTo("/problems/index-changed");
    }

    @Test
    void aStreamThatHasBegunHasTheRowsOfItsGenerationHoweverManyLand() throws Exception {
        open(200, 500);
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/mentions.csv"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        String fingerprint =
                answer.headers().firstValue("X-Wherein-Fingerprint").orElseThrow();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("document,");
            Set<String> titles = new TreeSet<>();
            long rows = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (rows++ % 20_000 == 0) {
                    land(5, 1);
                }
                titles.add(line.split(",")[1]);
            }
            assertThat(rows).isEqualTo(100_000);
            assertThat(titles).containsExactly(fingerprint);
        }
        assertThat(server.json("/api/v1/mentions?limit=0").at("/total/mentions").asInt())
                .isEqualTo(5);
    }

    @Test
    void nothingMixesGenerationsUnderCommitsThatLandAllTheTime() throws Exception {
        open(40, 3);
        engines.watch(Duration.ofMillis(20));
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Integer>> clients = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Callable<Integer> each : List.<Callable<Integer>>of(
                    () -> pages(done, "/api/v1/search?q=fog&limit=9"),
                    () -> pages(done, "/api/v1/mentions?limit=17"),
                    () -> streams(done, "/api/v1/mentions.ndjson"),
                    () -> streams(done, "/api/v1/concordance.ndjson?q=fog"))) {
                clients.add(pool.submit(each));
            }
            for (int i = 1; i <= 25; i++) {
                Landing.commit(index, "generation " + i, 40 + i, 3);
            }
            done.set(true);
            for (Future<Integer> each : clients) {
                assertThat(each.get()).isPositive();
            }
        }
        while (engines.refresh()) {
            // What landed last may not be open yet.
        }
        assertThat(server.json("/api/v1/search?q=fog").at("/total/passages").asInt())
                .isEqualTo(65);
        assertThat(engines.state().open()).isLessThanOrEqualTo(1 + MOST);
        assertThat(engines.state().refusals()).isZero();
        assertThat(mappedGenerations()).isLessThanOrEqualTo(1 + MOST);
    }

    /** Goes from page to page; each loop must be of one generation, which its end tells whole. */
    private int pages(AtomicBoolean done, String path) throws Exception {
        int loops = 0;
        while (!done.get()) {
            String next = path;
            Set<String> titles = new TreeSet<>();
            int rows = 0;
            while (next != null) {
                HttpResponse<String> answer = server.get(next);
                if (answer.statusCode() == 409) {
                    rows = -1;
                    break;
                }
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                JsonNode page = MAPPER.readTree(answer.body());
                for (JsonNode row : page.has("hits") ? page.get("hits") : page.get("mentions")) {
                    titles.add(row.get("title").asText());
                    rows++;
                }
                next = page.get("next_url").textValue();
            }
            if (rows >= 0) {
                whole(titles, rows, path.contains("mentions") ? 3 : 1);
                loops++;
            }
        }
        return loops;
    }

    private int streams(AtomicBoolean done, String path) throws Exception {
        int loops = 0;
        while (!done.get()) {
            HttpResponse<String> answer = server.get(path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Set<String> titles = new TreeSet<>();
            for (String line : answer.body().lines().toList()) {
                titles.add(MAPPER.readTree(line).get("title").asText());
            }
            whole(titles, (int) answer.body().lines().count(), path.contains("mentions") ? 3 : 1);
            loops++;
        }
        return loops;
    }

    /** {@code rows} are all there are in the one generation of {@code titles}. */
    private static void whole(Set<String> titles, int rows, int each) {
        assertThat(titles).hasSize(1);
        String title = titles.iterator().next();
        int number = title.equals("first") ? 0 : Integer.parseInt(title.replace("generation ", ""));
        assertThat(rows).as(title).isEqualTo((40 + number) * each);
    }

    private void open(int documents, int mentions) throws Exception {
        Landing.commit(index, "first", documents, mentions);
        engines.openFirst();
    }

    private void land(int documents, int mentions) {
        try {
            Landing.commit(index, "later", documents, mentions);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        assertThat(engines.refresh()).isTrue();
    }

    /** How many generations this process holds in memory, by the one large file that each has. */
    private long mappedGenerations() throws IOException {
        Path maps = Path.of("/proc/self/maps");
        if (!Files.exists(maps)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.filter(line -> line.contains(index.toString()) && line.contains(".cfs"))
                    .map(line -> line.substring(line.indexOf('/')))
                    .distinct()
                    .count();
        }
    }
}
