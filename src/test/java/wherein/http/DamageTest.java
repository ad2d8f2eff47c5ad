package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Logged;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.Generations;
import wherein.api.Landing;
import wherein.api.Sweep;
import wherein.index.Reading;
import wherein.lucene.LuceneIndex;
import wherein.query.QueryLimits;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;

/** Files that are damaged under a running server: after one sweep it answers nothing, until there is a sound commit. */
@Tag("long")
class DamageTest {

    private static final List<String> ANSWERS = List.of(
            "/health",
            "/ready",
            "/",
            "/?q=fog",
            "/api/v1/info",
            "/api/v1/search?q=fog",
            "/api/v1/mentions",
            "/api/v1/mentions.csv",
            "/api/v1/mentions/summary?by=id",
            "/api/v1/concordance.ndjson?q=fog",
            "/api/v1/documents",
            "/api/v1/suggest?prefix=f");

    @TempDir
    private Path index;

    private final Logged log = new Logged(Generations.class);
    private Generations<Engine> engines;
    private Served server;

    @BeforeEach
    void serve() throws Exception {
        Landing.commit(index, "first", 12, 2);
        engines = new Generations<>(
                LuceneIndex.commits(index, LuceneIndex.LIMIT, QueryLimits.MOST),
                searcher -> new Engine(
                        searcher, new LedgerNames(searcher), Recognisers.standard(), new Build("test", "none")),
                engine -> {},
                new Generations.Keep(3, Duration.ofMinutes(5)));
        server = Served.of(engines, ServerOptions.local(0));
        engines.openFirst();
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        engines.close();
        log.close();
    }

    @Test
    void aSweepOfSoundFilesIsToldAndChangesNoAnswer() throws Exception {
        assertThat(server.json("/api/v1/info").get("sweep").isNull()).isTrue();
        String tag = server.get("/api/v1/info").headers().firstValue("ETag").orElseThrow();
        Sweep sweep = engines.sweep(Reading.AT_ONCE).orElseThrow();
        assertThat(sweep.outcome()).isEqualTo(Sweep.Outcome.SOUND);
        JsonNode told = server.json("/api/v1/info").get("sweep");
        assertThat(told.get("ended").asText()).isEqualTo(sweep.ended().toString());
        assertThat(told.get("outcome").asText()).isEqualTo("sound");
        assertThat(server.send("GET", "/api/v1/info", "If-None-Match", tag).statusCode())
                .as("an answer that says more has another tag")
                .isEqualTo(200);
        assertThat(server.get("/metrics").body()).contains("wherein_index_damaged 0", "wherein_index_swept_seconds");
        statuses(200);
    }

    @Test
    void damageOfAnyFileEndsAllAnswersUntilASoundCommitLands() throws Exception {
        int files = data().size();
        for (int i = 0; i < files; i++) {
            flip(data().get(i), new Random(i));
            Sweep sweep = engines.sweep(Reading.AT_ONCE).orElseThrow();
            assertThat(sweep.outcome()).isEqualTo(Sweep.Outcome.DAMAGED);
            statuses(503);
            HttpResponse<String> answer = server.get("/health");
            JsonNode problem = Served.tree(answer.body());
            assertThat(problem.get("type").asText()).isEqualTo("/problems/index-damaged");
            assertThat(problem.get("detail").asText()).contains("wherein index", "wherein restore");
            assertThat(answer.body()).doesNotContain(index.toString());
            assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
            assertThat(server.get("/problems/index-damaged").statusCode()).isEqualTo(200);
            assertThat(server.get("/metrics").body()).contains("wherein_index_damaged 1");
            assertThat(log.records().getLast().getParameters()[0].toString()).contains("is damaged");
            assertThat(engines.refresh())
                    .as("the damaged commit is none that heals")
                    .isFalse();
            Landing.commit(index, "healed " + i, 12, 2);
            assertThat(engines.refresh()).isTrue();
            statuses(200);
        }
    }

    @Test
    void aFileThatIsGoneOrShorterIsDamage() throws Exception {
        for (boolean gone : List.of(true, false)) {
            Path file = data().getFirst();
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            if (!gone) {
                Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            }
            assertThat(engines.sweep(Reading.AT_ONCE).orElseThrow().outcome()).isEqualTo(Sweep.Outcome.DAMAGED);
            statuses(503);
            Landing.commit(index, "healed " + gone, 12, 2);
            assertThat(engines.refresh()).isTrue();
            statuses(200);
        }
    }

    @Test
    void aCommitThatHasTakenThePlaceOfTheServedOneIsNoDamage() throws Exception {
        Landing.commit(index, "second", 12, 2);
        assertThat(engines.sweep(Reading.AT_ONCE)).isEmpty();
        statuses(200);
        for (Path file : data()) {
            Files.delete(file);
        }
        assertThat(engines.sweep(Reading.AT_ONCE)).isEmpty();
        statuses(200);
    }

    @Test
    void damageOfWhatANewerCommitSharesIsFoundThoughThatOneIsRefused() throws Exception {
        int files = shared().size();
        for (int i = 0; i < files; i++) {
            List<Path> shared = shared();
            long served = engines.state().newest();
            Landing.more(index, "second", 12, 13, 2);
            List<Path> own = shared();
            own.removeAll(shared);
            flip(shared.get(i), new Random(i));
            flip(own.getFirst(), new Random(i));
            assertThat(engines.refresh()).as("the newer commit is refused").isFalse();
            assertThat(engines.damage()).isEmpty();
            assertThat(engines.sweep(Reading.AT_ONCE).orElseThrow().outcome()).isEqualTo(Sweep.Outcome.DAMAGED);
            assertThat(engines.refresh()).as("nor can it be used now").isFalse();
            assertThat(engines.state().newest()).isEqualTo(served);
            assertThat(engines.state().refusals()).isEqualTo(i + 1);
            statuses(503);
            Landing.commit(index, "healed " + i, 12, 2);
            assertThat(engines.refresh()).isTrue();
            statuses(200);
        }
    }

    @Test
    void damageOfWhatANewerCommitTakesOverIsFoundThoughItIsNotReadThroughAgain() throws Exception {
        int files = shared().size();
        for (int i = 0; i < files; i++) {
            Path file = shared().get(i);
            Landing.more(index, "second", 12, 13, 2);
            flip(file, new Random(i));
            // Whether it is refused depends on what an opening reads of the file.
            engines.refresh();
            assertThat(engines.sweep(Reading.AT_ONCE).orElseThrow().outcome()).isEqualTo(Sweep.Outcome.DAMAGED);
            statuses(503);
            assertThat(engines.refresh()).isFalse();
            statuses(503);
            Landing.commit(index, "healed " + i, 12, 2);
            assertThat(engines.refresh()).isTrue();
            statuses(200);
        }
    }

    /** The files of the newest commit that a newer one takes over if it only adds to it. */
    private List<Path> shared() throws IOException {
        return data().stream()
                .filter(file -> file.getFileName().toString().startsWith("_"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void whatANewerCommitSharesAndIsSoundIsSaidToBeSound() throws Exception {
        Landing.more(index, "second", 12, 13, 2);
        assertThat(engines.sweep(Reading.AT_ONCE).orElseThrow().outcome()).isEqualTo(Sweep.Outcome.SOUND);
        statuses(200);
    }

    @Test
    void anIndexThatIsMadeAnewUnderTheServerIsNoDamage() throws Exception {
        for (Path file : data()) {
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            if (file.getFileName().toString().startsWith("_")) {
                Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            }
        }
        assertThat(engines.sweep(Reading.AT_ONCE)).isEmpty();
        statuses(200);
    }

    @Test
    void filesThatCannotBeReadAreToldAndAnswersGoOn() throws Exception {
        Sweep sweep = engines.sweep(bytes -> {
                    throw new IOException("planted");
                })
                .orElseThrow();
        assertThat(sweep.outcome()).isEqualTo(Sweep.Outcome.FAILED);
        assertThat(server.json("/api/v1/info").at("/sweep/outcome").asText()).isEqualTo("failed");
        statuses(200);
    }

    @Test
    void fortyRandomFaultsAreFound() throws Exception {
        faults(40);
    }

    @Test
    @Tag("gate")
    void fiveHundredRandomFaultsAreFound() throws Exception {
        faults(500);
    }

    private void faults(int count) throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            Path file = data().get(random.nextInt(data().size()));
            flip(file, random);
            engines.sweep(Reading.AT_ONCE);
            assertThat(engines.damage()).as("fault %d, in %s", i, file).isPresent();
            for (String path : List.of("/health", "/api/v1/search?q=fog", "/api/v1/mentions.csv")) {
                assertThat(server.get(path).statusCode())
                        .as("fault %d, in %s", i, file)
                        .isEqualTo(503);
            }
            Landing.commit(index, "healed " + i, 12, 2);
            assertThat(engines.refresh()).isTrue();
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
        }
    }

    private void statuses(int status) throws Exception {
        for (String path : ANSWERS) {
            assertThat(server.get(path).statusCode()).as(path).isEqualTo(status);
        }
    }

    private static void flip(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
    }

    private List<Path> data() throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(file -> file.getFileName().toString().matches("_.*|segments.*"))
                    .sorted()
                    .toList();
        }
    }
}
