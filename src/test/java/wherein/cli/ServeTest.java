package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Landing;
import wherein.index.Reading;
import wherein.json.Json;
import wherein.lucene.LuceneIndex;

/** The server as a process of its own: what it is told on the command line and around it. */
class ServeTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TOKEN = "correct-horse-battery";

    @TempDir
    private Path folder;

    private Process process;
    private BufferedReader out;
    private String address;

    @BeforeEach
    void index() throws Exception {
        Landing.commit(folder.resolve("index"), "Fog", 3, 1);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aTokenFromTheEnvironmentOpensAServerToOthersAndNothingShowsIt() throws Exception {
        Path log = folder.resolve("access.log");
        serve(
                Map.of("WHEREIN_TOKEN", TOKEN, "WHEREIN_LOG_QUERIES", "true"),
                "--host",
                "0.0.0.0",
                "--access-log",
                log.toString());
        assertThat(get("").statusCode()).isEqualTo(401);
        assertThat(get("Bearer " + TOKEN).statusCode()).isEqualTo(200);
        end(15);
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(2);
        assertThat(MAPPER.readTree(lines.get(0)).get("status").asInt()).isEqualTo(401);
        JsonNode second = MAPPER.readTree(lines.get(1));
        assertThat(second.get("status").asInt()).isEqualTo(200);
        assertThat(second.get("query").asText()).isEqualTo("q=fog");
        assertThat(Files.readString(log)).doesNotContain(TOKEN);
        assertThat(Files.readString(folder.resolve("err")))
                .contains("without TLS in front", "the token too")
                .doesNotContain(TOKEN);
    }

    @Test
    void theSettingsOfTheWorkingDirectoryHoldAndTheLogMayGoToStandardOutput() throws Exception {
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Files.writeString(
                folder.resolve("wherein.toml"),
                "index = \"index\"\n[serve]\nport = 0\ntoken-file = \"token\"\naccess-log = \"-\"\n");
        serve(Map.of());
        assertThat(get("").statusCode()).isEqualTo(401);
        String line = out.readLine();
        assertThat(MAPPER.readTree(line).get("status").asInt()).isEqualTo(401);
        assertThat(line).doesNotContain("fog");
        assertThat(get("Bearer " + TOKEN).statusCode()).isEqualTo(200);
    }

    @Test
    void limitsOfAQueryCanBeSetLower() throws Exception {
        serve(Map.of("WHEREIN_MAX_CLAUSES", "2"), "--max-query", "12");
        assertThat(answer("/api/v1/search?q=fog+mist").statusCode()).isEqualTo(200);
        assertThat(answer("/api/v1/search?q=a+b+c").body()).contains("query-too-large", "3 clauses");
        assertThat(answer("/api/v1/search?q=lighthouse+fog").body()).contains("query-too-large", "14 characters");
        JsonNode limits = MAPPER.readTree(answer("/api/v1/info").body()).get("limits");
        assertThat(limits.get("query_characters").asInt()).isEqualTo(12);
        assertThat(limits.get("query_clauses").asInt()).isEqualTo(2);
    }

    @Test
    void behindATrustedProxyLinksAreOfTheNameThatItWasAskedBy() throws Exception {
        serve(Map.of("WHEREIN_TRUST_PROXY", "true"), "--allow-host", "search.example");
        String found = answer("/opensearch.xml", "X-Forwarded-Host", "search.example", "X-Forwarded-Proto", "https")
                .body();
        assertThat(found).contains("https://search.example/?q=");
    }

    @Test
    void aFileThatIsPutIntoAServedFolderIsFoundAndOneThatIsTakenAwayIsNot() throws Exception {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("a.txt"), "The fog came from Norway.\n");
        Path index = folder.resolve("watched");
        serve(Map.of(), logs.toString(), "--index", index.toString());
        assertThat(documents("herring")).isZero();
        Files.writeString(logs.resolve("b.txt"), "Herring and fog.\n");
        await("herring", 1);
        Files.delete(logs.resolve("a.txt"));
        await("norway", 0);
        assertThat(documents("fog")).isEqualTo(1);
    }

    @Test
    void aBackupIsServedAsItIs() throws Exception {
        Path backup = folder.resolve("backup");
        LuceneIndex.backup(folder.resolve("index"), backup, "2026-03-01T12:00:00Z", Reading.AT_ONCE);
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("a.txt"), "Herring.\n");
        serve(Map.of(), logs.toString(), "--index", backup.toString());
        assertThat(documents("fog")).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("err")))
                .contains("wherein: " + backup + " holds a backup, which is served as it is")
                .doesNotContain("wherein: warning");
        assertThat(LuceneIndex.isBackup(backup)).isTrue();
    }

    @Test
    void threeFilesThatAreSentAreFoundAndTheReportSaysWhatBecameOfEach() throws Exception {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("a.txt"), "The fog came from Norway.\n");
        serve(Map.of(), logs.toString(), "--index", folder.resolve("watched").toString(), "--allow-write");
        List<String> files = List.of("herring.txt", "Сельдь.md", "herring.html");
        List<JsonNode> told = new ArrayList<>();
        for (String file : files) {
            HttpResponse<String> answer = post(file, file.endsWith("html") ? "<p>Herring came.</p>" : "Herring came.");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            told.add(MAPPER.readTree(answer.body()));
        }
        assertThat(post("herring.txt", "Another.").statusCode()).isEqualTo(409);
        await("herring", 3);
        for (JsonNode each : told) {
            JsonNode report =
                    MAPPER.readTree(answer(each.get("report").asText()).body());
            assertThat(report.at("/files/0/sha256")).isEqualTo(each.get("sha256"));
            assertThat(report.at("/files/0/documents").asInt()).isEqualTo(1);
        }
        JsonNode all = MAPPER.readTree(answer("/api/v1/report").body());
        assertThat(all.at("/documents/total").asInt()).isEqualTo(4);
        assertThat(all.at("/not_indexed").asInt()).isZero();
    }

    @Test
    void aFileThatWasComingWhenTheServerWasKilledIsNeverThere() throws Exception {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("a.txt"), "The fog came from Norway.\n");
        String[] options = {
            logs.toString(), "--index", folder.resolve("watched").toString(), "--allow-write"
        };
        serve(Map.of(), options);
        try (Socket socket = new Socket("127.0.0.1", URI.create(address).getPort())) {
            String begun = "POST /api/v1/files?name=herring.txt HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\nHerring ";
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (listed(logs).size() < 2) {
                assertThat(System.nanoTime()).isLessThan(end);
            }
            process.destroyForcibly().waitFor();
        }
        assertThat(listed(logs)).hasSize(2).anyMatch(name -> name.startsWith(".wherein-"));
        serve(Map.of(), options);
        assertThat(listed(logs)).containsExactly("a.txt");
        assertThat(documents("herring")).isZero();
        assertThat(documents("fog")).isEqualTo(1);
        assertThat(post("herring.txt", "Herring.").statusCode()).isEqualTo(201);
        await("herring", 1);
    }

    private static List<String> listed(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private int documents(String word) throws Exception {
        return MAPPER.readTree(answer("/api/v1/search?q=" + word).body())
                .at("/total/documents")
                .asInt(-1);
    }

    /** Asks again and again, for two minutes at most: the machine may be busy. */
    private void await(String word, int documents) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (documents(word) != documents) {
            assertThat(System.nanoTime())
                    .as(Files.readString(folder.resolve("err")))
                    .isLessThan(end);
        }
    }

    private void serve(Map<String, String> environment, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve"));
        if (options.length > 0) {
            command.addAll(List.of("--port", "0"));
            if (!List.of(options).contains("--index")) {
                command.addAll(List.of("--index", folder.resolve("index").toString()));
            }
            command.addAll(List.of(options));
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().putAll(environment);
        process = builder.start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        address = out.readLine();
        assertThat(address).as(Files.readString(folder.resolve("err"))).startsWith("http://");
    }

    private void end(int seconds) throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).isTrue();
    }

    private HttpResponse<String> get(String authorization) throws Exception {
        return authorization.isEmpty()
                ? answer("/api/v1/search?q=fog")
                : answer("/api/v1/search?q=fog", "Authorization", authorization);
    }

    private HttpResponse<String> post(String name, String text) throws Exception {
        int port = URI.create(address).getPort();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/files?name=" + Json.encode(name)))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> answer(String path, String... headers) throws Exception {
        int port = URI.create(address).getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
