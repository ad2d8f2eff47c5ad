package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotateTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String RECORD =
            "{\"id\":\"one\",\"text\":\"🚢 In March 2021 some 40 ships left Norway.\",\"lang\":\"en\"}\n";

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("fog.txt"), "The fog lay on the harbour.\n");
        served = Served.of(texts, Optional.empty(), folder.resolve("index"));
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
    }

    @Test
    void theMentionsOfARecordComeAsRows() throws Exception {
        HttpResponse<String> answer = post(RECORD, "Content-Type", NDJSON);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(NDJSON);
        List<JsonNode> rows = rows(answer);
        assertThat(rows).extracting(row -> row.get("type").asText()).containsExactly("date", "figure", "country");
        int[] points =
                "🚢 In March 2021 some 40 ships left Norway.".codePoints().toArray();
        for (JsonNode row : rows) {
            int start = row.get("start").asInt();
            assertThat(new String(points, start, row.get("end").asInt() - start))
                    .isEqualTo(row.get("surface").asText());
            assertThat(row.get("doc").asText()).isEqualTo("one");
        }
    }

    @Test
    void nothingIsStored() throws Exception {
        post(RECORD, "Content-Type", NDJSON);
        assertThat(served.json("/api/v1/search?q=Norway").at("/total/passages").asInt())
                .isZero();
    }

    @Test
    void aFaultyRecordIsARowAndTheNextIsRead() throws Exception {
        HttpResponse<String> answer = post(
                "{\"id\":\"none\"}\n\nno JSON\n{\"id\":\"d\",\"text\":\"x\",\"date\":\"soon\"}\n" + RECORD,
                "Content-Type",
                NDJSON + "; charset=utf-8");
        List<JsonNode> rows = rows(answer);
        assertThat(rows).hasSize(6);
        assertThat(rows.get(0).get("doc").asText()).isEqualTo("none");
        assertThat(rows.get(0).get("error").asText()).contains("text");
        assertThat(rows.get(1).get("doc").isNull()).isTrue();
        assertThat(rows.get(2).get("error").asText()).contains("soon");
        assertThat(rows.get(5).get("id").asText()).isEqualTo("NO");
    }

    @Test
    void anotherTypeOfBodyIsRefused() throws Exception {
        refused(post(RECORD, "Content-Type", "application/json"), 415);
        refused(post(RECORD), 415);
    }

    @Test
    void onlyAPageOfThisServerMayPost() throws Exception {
        String own = "http://127.0.0.1:" + served.port();
        assertThat(post(RECORD, "Content-Type", NDJSON, "Origin", own).statusCode())
                .isEqualTo(200);
        for (String origin : List.of("null", "http://127.0.0.1:1", "http://wherein.example", own + ".example")) {
            refused(post(RECORD, "Content-Type", NDJSON, "Origin", origin), 403);
        }
    }

    @Test
    void aRecordOfMoreThanAMegabyteIsRefused() throws Exception {
        String words = "fog ".repeat(1 << 18);
        refused(post(RECORD + "{\"id\":\"x\",\"text\":\"" + words + "\"}\n", "Content-Type", NDJSON), 413);
    }

    @Test
    void aBodyOfMoreThanEightMegabytesIsRefused() throws Exception {
        refused(post((" ".repeat(1023) + "\n").repeat(8 << 10) + " ", "Content-Type", NDJSON), 413);
    }

    @Test
    void otherMethodsAreRefusedThereAndPostElsewhere() throws Exception {
        refused(served.get("/api/v1/annotate"), 405);
        refused(served.send("PUT", "/api/v1/annotate"), 405);
        refused(served.send("POST", "/api/v1/annotate/"), 405);
        refused(served.send("POST", "/api/v1/search"), 405);
        assertThat(served.send("OPTIONS", "/api/v1/annotate").headers().firstValue("Allow"))
                .contains("POST, OPTIONS");
    }

    @Test
    void aParameterThatIsNoneIsRefused() throws Exception {
        refused(post("?offset=utf16", RECORD, List.of("Content-Type", NDJSON)), 400);
    }

    private static void refused(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Served.tree(answer.body()).get("status").asInt()).isEqualTo(status);
    }

    private static List<JsonNode> rows(HttpResponse<String> answer) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : answer.body().lines().toList()) {
            rows.add(Served.tree(line));
        }
        return rows;
    }

    private static HttpResponse<String> post(String body, String... headers) throws Exception {
        return post("", body, List.of(headers));
    }

    private static HttpResponse<String> post(String query, String body, List<String> headers) throws Exception {
        // A large body is sent only when it is wanted: what is refused while it comes may lose its answer.
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + served.port() + "/api/v1/annotate" + query))
                .expectContinue(body.length() > 1 << 20)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
