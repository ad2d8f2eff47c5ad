package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Logged;
import wherein.api.Landing;

class OperationsTest {

    private static final Pattern SAMPLE =
            Pattern.compile("[a-z_]+(\\{([a-z]+=\"[^\"\\\\\n]*\"(,|(?=})))+\\})? -?[0-9.]+(E-?[0-9]+)?");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path index;

    private final StringWriter log = new StringWriter();
    private Served served;

    @BeforeEach
    void serve() throws Exception {
        Landing.commit(index, "Fog", 12, 3);
        served = served(log, false);
    }

    @AfterEach
    void close() throws IOException {
        served.close();
    }

    @Test
    void requestsAreCountedByRouteAndStatusAndNothingTellsWhatWasAsked() throws Exception {
        served.get("/api/v1/search?q=secretword");
        served.get("/api/v1/search?q=secretword&limit=x");
        served.get("/api/v1/documents/d000001");
        served.get("/api/v1/documents/d000002");
        served.get("/nothing/secretpath");
        served.raw("GET /" + "a".repeat(60_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        served.raw("BREW /secretpot HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        served.get("/api/v1/mentions.ndjson");
        Map<String, Double> samples = samples();
        // A request is counted when its answer has gone out, which its reader may know first.
        for (long end = System.nanoTime() + PATIENCE.toNanos();
                requests(samples).values().stream().mapToDouble(each -> each).sum() < 8 && System.nanoTime() < end; ) {
            samples = samples();
        }
        assertThat(requests(samples))
                .isEqualTo(Map.of(
                        "method=\"GET\",route=\"/api/v1/search\",status=\"200\"", 1.0,
                        "method=\"GET\",route=\"/api/v1/search\",status=\"400\"", 1.0,
                        "method=\"GET\",route=\"/api/v1/documents/{id}\",status=\"200\"", 2.0,
                        "method=\"GET\",route=\"/api/v1/mentions.ndjson\",status=\"200\"", 1.0,
                        "method=\"GET\",route=\"none\",status=\"404\"", 1.0,
                        "method=\"other\",route=\"none\",status=\"414\"", 1.0,
                        "method=\"other\",route=\"none\",status=\"405\"", 1.0));
        assertThat(samples.get("wherein_rows_streamed_total")).isEqualTo(36);
        assertThat(samples.get("wherein_index_generation")).isEqualTo(1);
        assertThat(samples.get("wherein_index_documents")).isEqualTo(12);
        assertThat(samples.get("wherein_index_mentions")).isEqualTo(36);
        String search = "{route=\"/api/v1/search\"";
        assertThat(samples.get("wherein_http_request_seconds_count" + search + "}"))
                .isEqualTo(2);
        assertThat(samples.get("wherein_http_request_seconds_bucket" + search + ",le=\"+Inf\"}"))
                .isEqualTo(2);
        assertThat(samples.get("wherein_http_request_seconds_sum" + search + "}"))
                .isPositive();
        assertThat(served.get("/metrics").body()).doesNotContain("secret");
    }

    @Test
    void theClassesOfLatencyOnlyGrow() throws Exception {
        for (int i = 0; i < 20; i++) {
            served.get("/api/v1/search?q=fog");
        }
        double before = 0;
        for (String line : served.get("/metrics").body().lines().toList()) {
            if (line.startsWith("wherein_http_request_seconds_bucket{route=\"/api/v1/search\"")) {
                double count = Double.parseDouble(line.substring(line.lastIndexOf(' ')));
                assertThat(count).isGreaterThanOrEqualTo(before);
                before = count;
            }
        }
        assertThat(before).isEqualTo(20);
    }

    @Test
    void everyRequestIsOneLineOfTheLog() throws Exception {
        served.get("/api/v1/search?q=secretword");
        served.get("/api/v1/mentions.csv?limit=5&header=off");
        served.get("/documents/a%0Ab%C2%9B31m%E2%80%AE?x=1");
        served.raw("GET /\u001b[31m HTTP/1.1\r\nHost: localhost\r\n\r\n");
        served.close();
        List<JsonNode> lines = lines();
        assertThat(lines)
                .extracting(line -> line.get("route").asText() + " " + line.get("status"))
                .contains("/api/v1/search 200", "/api/v1/mentions.csv 200", "/documents/{id} 404")
                .hasSize(4);
        JsonNode export = lines.stream()
                .filter(line -> line.get("path").asText().equals("/api/v1/mentions.csv"))
                .findFirst()
                .orElseThrow();
        assertThat(export.get("rows").asInt()).isEqualTo(5);
        assertThat(export.get("bytes").asInt()).isPositive();
        assertThat(export.get("ms").asDouble()).isPositive();
        assertThat(export.get("method").asText()).isEqualTo("GET");
        assertThat(export.get("address").asText()).isEqualTo("127.0.0.1");
        assertThat(export.get("time").asText()).matches("20..-..-..T..:..:..(\\..*)?Z");
        assertThat(log.toString()).doesNotContain("secretword").doesNotContainPattern("[\\p{Cc}\u202e&&[^\n]]");
    }

    @Test
    void theLogSaysWhatWasAskedIfThatIsWanted() throws Exception {
        StringWriter telling = new StringWriter();
        try (Served other = served(telling, true)) {
            other.get("/api/v1/search?q=two+words");
        }
        assertThat(Served.tree(telling.toString()).get("query").asText()).isEqualTo("q=two+words");
    }

    @Test
    void aLogThatCannotBeWrittenStopsNoAnswer() throws Exception {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        try (Logged logged = new Logged(AccessLog.class)) {
            try (Served other = served(full, false)) {
                assertThat(other.get("/api/v1/search?q=fog").statusCode()).isEqualTo(200);
                assertThat(other.get("/health").statusCode()).isEqualTo(200);
            }
            assertThat(logged.records())
                    .singleElement()
                    .satisfies(told -> assertThat(told.getMessage()).contains("the access log cannot be written"));
        }
    }

    private Served served(Writer out, boolean queries) throws Exception {
        return Served.of(index, ServerOptions.local(0).with(new ServerOptions.Log(out, queries)));
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : log.toString().lines().toList()) {
            lines.add(Served.tree(line));
        }
        return lines;
    }

    /** What {@code /metrics} tells, each by its name and labels; every line must be one of the three that there are. */
    private Map<String, Double> samples() throws Exception {
        Map<String, Double> samples = new TreeMap<>();
        for (String line : served.get("/metrics").body().lines().toList()) {
            if (line.startsWith("# HELP ") || line.startsWith("# TYPE ")) {
                continue;
            }
            assertThat(line).matches(SAMPLE);
            int space = line.lastIndexOf(' ');
            samples.put(line.substring(0, space), Double.parseDouble(line.substring(space)));
        }
        return samples;
    }

    private static Map<String, Double> requests(Map<String, Double> samples) {
        Map<String, Double> requests = new TreeMap<>();
        samples.forEach((name, count) -> {
            if (name.startsWith("wherein_http_requests_total{")) {
                requests.put(name.substring(name.indexOf('{') + 1, name.length() - 1), count);
            }
        });
        return requests;
    }
}
