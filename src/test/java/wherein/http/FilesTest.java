package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;
import wherein.api.FilesApi;
import wherein.api.Landing;
import wherein.api.ListsApi;
import wherein.api.Problem;
import wherein.api.ProblemException;
import wherein.collection.Inbox;
import wherein.json.Json;

/** The one door by which something comes in: what it takes, whom it refuses, and that it is not there unless it was opened. */
class FilesTest {

    private static final String TYPE = "Content-Type: application/octet-stream\r\n";
    private static final String TOKEN = "correct-horse-battery";
    private static final int MOST = 1 << 20;

    @TempDir
    private static Path index;

    @TempDir
    private Path home;

    private final HttpClient client = HttpClient.newHttpClient();
    private Served served;

    @BeforeAll
    static void commit() throws Exception {
        Landing.commit(index, "Fog", 3, 1);
    }

    @AfterEach
    void close() throws Exception {
        served.close();
        client.close();
    }

    private void serve(ServerOptions options) throws Exception {
        served = Served.of(index, options.with(new FilesApi(Inbox.of(home, false), MOST, true)));
    }

    private void serve() throws Exception {
        serve(ServerOptions.local(0));
    }

    @Test
    void aFileThatIsSentLiesInTheInboxAndTheAnswerSaysWhereAndHowToSeeWhatBecomesOfIt() throws Exception {
        serve();
        byte[] bytes = new byte[200_000];
        new Random(1).nextBytes(bytes);
        HttpResponse<String> answer = post("Отчёт.pdf", bytes);
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode told = Served.tree(answer.body());
        assertThat(told.get("file").asText()).isEqualTo("inbox/Отчёт.pdf");
        assertThat(told.get("bytes").asInt()).isEqualTo(bytes.length);
        assertThat(told.get("sha256").asText()).isEqualTo(sha256(bytes));
        assertThat(told.get("watched").asBoolean()).isTrue();
        assertThat(told.get("report").asText()).isEqualTo("/api/v1/report/" + Json.encode("inbox/Отчёт.pdf"));
        assertThat(Files.readAllBytes(home.resolve("inbox/Отчёт.pdf"))).isEqualTo(bytes);
        assertThat(listed()).containsExactly("inbox", "inbox/Отчёт.pdf");
        // No run has seen it.
        assertThat(served.json(told.get("report").asText()).get("files")).isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void anEmptyFileAndOneInChunksAreTakenAsTheyAre() throws Exception {
        serve();
        assertThat(post("empty.txt", new byte[0]).statusCode()).isEqualTo(201);
        assertThat(served.raw(
                        head("chunks.txt") + "Transfer-Encoding: chunked\r\n\r\n3\r\nFog\r\n5\r\n over\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 201");
        assertThat(home.resolve("inbox/empty.txt")).isEmptyFile();
        assertThat(home.resolve("inbox/chunks.txt")).hasContent("Fog over");
    }

    @Test
    void withoutTheOptionTheAddressIsAsAnyThatLeadsNowhere() throws Exception {
        served = Served.of(
                index,
                ServerOptions.local(0)
                        .with(new ServerOptions.Access(List.of(), List.of("https://news.example"), Optional.empty())));
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            for (String origin : List.of("", "Origin: https://news.example\r\n", "Origin: https://evil.example\r\n")) {
                String rest = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\n" + TYPE
                        + origin + "\r\nFog";
                String there = served.raw(method + " /api/v1/files" + rest);
                String nowhere = served.raw(method + " /api/v1/filez" + rest);
                assertThat(timeless(there)).isEqualTo(timeless(nowhere).replace("filez", "files"));
                assertThat(there).startsWith("HTTP/1.1 40");
            }
        }
        assertThat(served.routes()).noneMatch(route -> route.endsWith("/files"));
        assertThat(served.json("/api/v1/openapi.json").at("/paths").has(FilesApi.PATH))
                .isFalse();
        assertThat(served.json("/api/v1/info").get("adding").isNull()).isTrue();
    }

    private static String timeless(String answer) {
        return answer.replaceFirst("Date: [^\r\n]+", "Date");
    }

    @Test
    void whereItIsOpenTheServerSaysSo() throws Exception {
        serve();
        JsonNode adding = served.json("/api/v1/info").get("adding");
        assertThat(adding.get("file_bytes").asInt()).isEqualTo(MOST);
        assertThat(adding.get("watched").asBoolean()).isTrue();
        assertThat(served.json("/api/v1/openapi.json").at("/paths").has(FilesApi.PATH))
                .isTrue();
        HttpResponse<String> options = served.send("OPTIONS", FilesApi.PATH);
        assertThat(options.statusCode()).isEqualTo(204);
        for (String method : List.of("GET", "HEAD", "PUT", "DELETE")) {
            HttpResponse<String> refused = served.send(method, FilesApi.PATH);
            assertThat(refused.statusCode()).isEqualTo(405);
            assertThat(refused.headers().firstValue("Allow")).contains("POST, OPTIONS");
        }
        assertThat(listed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400",
        "?name=, 400",
        "?name=a.txt&name=b.txt, 400",
        "?name=a.txt&folder=x, 400",
        "?name=..%2Fa.txt, 400",
        "?name=%2E%2E, 400",
        "?name=.a.txt, 400",
        "?name=a%00.txt, 400",
        "?name=a%0A.txt, 400",
        "?name=con.txt, 400",
        "?name=a.exe, 415",
        "?name=a, 415",
        "?name=%E2%80%AEtxt.exe, 400"
    })
    void aNameThatIsNoneOrOfATypeThatIsNotReadIsRefusedWithWhatIsExpected(String query, int status) throws Exception {
        serve();
        HttpResponse<String> answer = send(FilesApi.PATH + query, "Fog.".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(status == 415 ? ".pdf" : "\"parameter\":\"");
        assertThat(listed()).isEmpty();
    }

    @Test
    void aFileIsNeverReplaced() throws Exception {
        serve();
        assertThat(post("fog.txt", "first".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(201);
        for (String name : List.of("fog.txt", "FOG.txt", "Fog.TXT")) {
            HttpResponse<String> answer = post(name, "second".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("/problems/file-exists");
        }
        assertThat(home.resolve("inbox/fog.txt")).hasContent("first");
        assertThat(listed()).containsExactly("inbox", "inbox/fog.txt");
    }

    @Test
    void ofManyThatSendOneNameAtOnceExactlyOneWinsAndItsFileIsWhole() throws Exception {
        serve();
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            byte[] bytes = Integer.toString(i).repeat(100_000).getBytes(StandardCharsets.UTF_8);
            calls.add(() -> send(FilesApi.PATH + "?name=fog.txt", bytes, true));
        }
        int won = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            for (Future<HttpResponse<String>> each : threads.invokeAll(calls)) {
                won += each.get().statusCode() == 201 ? 1 : 0;
                assertThat(each.get().statusCode()).isIn(201, 409);
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(Files.readString(home.resolve("inbox/fog.txt"))).matches("(\\d\\d?)\\1{99999}");
        assertThat(listed()).containsExactly("inbox", "inbox/fog.txt");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedBeforeItComesOrWhereItGoesBeyond() throws Exception {
        serve();
        assertThat(served.raw(head("fog.txt") + "Content-Length: " + (MOST + 1) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        String chunk = "80000\r\n" + "F".repeat(0x80000) + "\r\n";
        assertThat(served.raw(head("fog.txt") + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(3) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
        awaitNothing();
        assertThat(post("fog.txt", new byte[MOST]).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: text/plain\r\n",
                "Content-Type: application/x-www-form-urlencoded\r\n",
                "Content-Type: multipart/form-data; boundary=x\r\n",
                "Content-Type: application/pdf\r\n",
                "Content-Type: application/octet-stream\r\nContent-Encoding: gzip\r\n",
                "Content-Type: application/octet-stream-x\r\n"
            })
    void whatAFormOfAnyPageCouldSendIsRefused(String type) throws Exception {
        serve();
        assertThat(served.raw(head("fog.txt").replace(TYPE, type) + "Content-Length: 3\r\n\r\nFog"))
                .startsWith("HTTP/1.1 415")
                .contains("/problems/unsupported-type");
        assertThat(listed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost, 201",
        "https://localhost, 201",
        "http://localhost:1, 403",
        "http://evil.example, 403",
        "https://news.example, 403",
        "'null', 403",
        "file://, 403"
    })
    void onlyAPageOfThisServerMaySendOneWhoeverMayReadItsAnswers(String origin, int status) throws Exception {
        for (String shared : List.of("https://news.example", "*")) {
            serve(ServerOptions.local(0).with(new ServerOptions.Access(List.of(), List.of(shared), Optional.empty())));
            String name = "fog" + shared.length() + ".txt";
            assertThat(served.raw(head(name) + "Origin: " + origin + "\r\nContent-Length: 3\r\n\r\nFog"))
                    .startsWith("HTTP/1.1 " + status);
            assertThat(served.raw("OPTIONS " + FilesApi.PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Access-Control-Request-Method: POST\r\nOrigin: " + origin + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + (status == 201 ? 204 : 403))
                    .doesNotContain("Access-Control-Allow");
            // A list of names is kept on the disk here too.
            assertThat(served.raw(
                            "POST " + ListsApi.PATH + "?type=country HTTP/1.1\r\nHost: localhost\r\nConnection: close"
                                    + "\r\nContent-Type: text/plain\r\nOrigin: " + origin
                                    + "\r\nContent-Length: 6\r\n\r\nNorway"))
                    .startsWith("HTTP/1.1 " + (status == 201 ? 200 : 403));
            served.close();
        }
        assertThat(listed()).hasSize(status == 201 ? 3 : 0);
        serve();
    }

    @Test
    void whoHasNotTheTokenOrNamesAnotherHostSendsNothing() throws Exception {
        serve(ServerOptions.local(0).with(new ServerOptions.Access(List.of(), List.of(), Optional.of(TOKEN))));
        String file = "Content-Length: 3\r\n\r\nFog";
        assertThat(served.raw(head("fog.txt") + file)).startsWith("HTTP/1.1 401");
        assertThat(served.raw(head("fog.txt") + "Authorization: Bearer " + TOKEN + "x\r\n" + file))
                .startsWith("HTTP/1.1 401");
        assertThat(served.raw(head("fog.txt").replace("localhost", "evil.example") + "Authorization: Bearer " + TOKEN
                        + "\r\n" + file))
                .startsWith("HTTP/1.1 421");
        assertThat(listed()).isEmpty();
        assertThat(served.raw(head("fog.txt") + "Authorization: Bearer " + TOKEN + "\r\n" + file))
                .startsWith("HTTP/1.1 201");
    }

    @Test
    void aFileThatStopsComingIsRefusedAfterThePatienceAndLeavesNothing() throws Exception {
        serve(ServerOptions.local(0).with(new ServerOptions.Load(4, 2, 100, Duration.ofMillis(300))));
        try (Socket socket = sending("fog.txt", 1_000)) {
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408");
        }
        awaitNothing();
    }

    @Test
    void aClientThatHangsUpLeavesNothing() throws Exception {
        serve();
        Socket socket = sending("fog.txt", 1_000);
        await(() -> listed().size() == 1);
        socket.close();
        awaitNothing();
    }

    @Test
    void ofMoreThanMayComeAtOnceTheCostliestIsRefusedAndOneSentAtOnceIsTaken() throws Exception {
        // None is too slow before all of them are there, on whatever machine.
        serve(ServerOptions.local(0).with(new ServerOptions.Load(4, 2, 100, Duration.ofMinutes(1))));
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            sockets.add(sending("fog" + i + ".txt", 100_000));
            int sent = i + 1;
            await(() -> listed().size() == sent);
        }
        assertThat(post("mist.txt", new byte[3]).statusCode()).isEqualTo(201);
        assertThat(new String(sockets.getFirst().getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After");
        for (Socket socket : sockets) {
            socket.close();
        }
        await(() -> listed().equals(List.of("inbox", "inbox/mist.txt")));
    }

    @Test
    void whereTheDiskIsFullThatIsTheAnswer() throws Exception {
        serve();
        FilesApi files = new FilesApi(Inbox.of(home, false), MOST, true);
        assertThatThrownBy(() -> files.begin(Map.of("name", List.of("fog.txt")), Long.MAX_VALUE / 2))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NO_ROOM));
        assertThat(Problem.NO_ROOM.status()).isEqualTo(507);
        assertThat(listed()).isEmpty();
    }

    /** Each of them lacks something that a sound one has. */
    @Test
    void twoHundredHostileRequestsChangeNothing() throws Exception {
        Files.createDirectory(home.resolve("inbox"));
        Files.writeString(home.resolve("inbox/there.txt"), "Fog.");
        Files.writeString(home.resolve("catalog.yaml"), "documents: []\n");
        serve(ServerOptions.local(0)
                .with(new ServerOptions.Access(List.of(), List.of("*"), Optional.of(TOKEN)))
                .with(new ServerOptions.Load(4, 2, 100, Duration.ofMillis(200))));
        Map<String, String> before = digests(home);
        Map<String, String> indexBefore = digests(index);
        int[] requests = {0};
        Seeded.times(200, random -> {
            requests[0]++;
            String request = hostile(random);
            String answer = served.raw(request);
            assertThat(answer).as(request).matches("(?s)HTTP/1\\.1 4\\d\\d.*|");
        });
        await(() -> digests(home).equals(before));
        assertThat(digests(index)).isEqualTo(indexBefore);
        assertThat(requests[0]).isGreaterThanOrEqualTo(Seeded.isGiven() ? 1 : 200);
        assertThat(served.raw("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private static String hostile(Random random) {
        String method = "POST";
        String path = FilesApi.PATH;
        String name = "name=fog" + random.nextInt(1_000) + ".txt";
        String host = "localhost";
        String type = "application/octet-stream";
        String token = "Authorization: Bearer " + TOKEN + "\r\n";
        String origin = "";
        String body = Seeded.text(random, 20);
        String length = "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n";
        switch (random.nextInt(9)) {
            case 0 -> method = Seeded.one(random, "PUT", "PATCH", "DELETE", "GET", "post", "TRACE", "CONNECT", "MKCOL");
            case 1 ->
                path += Seeded.one(random, "/", "/fog.txt", "/../files", "/%2e%2e/a.txt", ";x", "%00", "/inbox/a.txt");
            case 2 ->
                name = Seeded.one(
                        random,
                        "name=..%2f..%2fa.txt",
                        "name=%2fetc%2fcron.d%2fa.txt",
                        "name=a%5c..%5cb.txt",
                        "name=there.txt",
                        "name=THERE.TXT",
                        "name=catalog.yaml",
                        "name=metadata.csv",
                        "name=.wherein.txt",
                        "name=a.sh",
                        "name=a.txt%00.sh",
                        "name=aux.txt",
                        "name=" + "a".repeat(300) + ".txt",
                        "name=%ff%fe.txt",
                        "name=%ZZ.txt",
                        "name=a.txt&name=b.txt",
                        "Name=a.txt",
                        "name=%20",
                        "name[]=a.txt",
                        "");
            case 3 -> host = Seeded.one(random, "evil.example", "localhost.evil.example", "0.0.0.0", "", "[::2]");
            case 4 ->
                type = Seeded.one(
                        random,
                        "text/plain",
                        "multipart/form-data; boundary=a",
                        "application/x-www-form-urlencoded",
                        "application/json",
                        "",
                        "application/octet-stream, text/plain");
            case 5 -> token = Seeded.one(random, "", "Authorization: Bearer x\r\n", "Authorization: Basic eDp4\r\n");
            case 6 ->
                origin = "Origin: " + Seeded.one(random, "https://evil.example", "null", "http://localhost:1") + "\r\n";
            case 7 ->
                length = Seeded.one(
                        random,
                        "Content-Length: 2000000\r\n",
                        "Content-Length: 999999999999999999999\r\n",
                        "Content-Length: -1\r\n",
                        "Content-Length: 3\r\nContent-Length: 4\r\n",
                        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
                        "Transfer-Encoding: gzip, chunked\r\n",
                        "Content-Encoding: br\r\nContent-Length: 3\r\n",
                        // More than comes, or chunks that are none.
                        "Content-Length: 5000\r\n",
                        "Transfer-Encoding: chunked\r\n");
            default -> name += Seeded.one(random, "&x=1", "&format=json", "&overwrite=on", "&name=");
        }
        if (random.nextInt(3) == 0) {
            origin += Seeded.one(
                    random,
                    "X-HTTP-Method-Override: PUT\r\n",
                    "X-Forwarded-Host: localhost\r\n",
                    "Range: bytes=0-\r\n");
        }
        String sent = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return method + " " + path + (name.isEmpty() ? "" : "?" + name) + " HTTP/1.1\r\nHost: " + host
                + "\r\nConnection: close\r\n" + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + token
                + origin
                + length + "\r\n" + sent;
    }

    private HttpResponse<String> post(String name, byte[] bytes) throws IOException, InterruptedException {
        return send(FilesApi.PATH + "?name=" + Json.encode(name), bytes);
    }

    private HttpResponse<String> send(String path, byte[] bytes) throws IOException, InterruptedException {
        return send(path, bytes, false);
    }

    /** @param expects whether the body waits until the server has taken the head, so that a refusal never crosses it */
    private HttpResponse<String> send(String path, byte[] bytes, boolean expects)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(served.address() + path))
                .header("Content-Type", "application/octet-stream")
                .expectContinue(expects)
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String head(String name) {
        return "POST " + FilesApi.PATH + "?name=" + name + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + TYPE;
    }

    /** A connection that has sent half of a file of so many bytes. */
    private Socket sending(String name, int bytes) throws IOException {
        Socket socket = new Socket("127.0.0.1", served.port());
        socket.setSoTimeout(60_000);
        String begun = head(name) + "Content-Length: " + bytes + "\r\n\r\n" + "F".repeat(bytes / 2);
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private void awaitNothing() throws Exception {
        await(() -> listed().isEmpty());
    }

    /** Looks again and again, for a minute at most. */
    private static void await(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.yield();
        }
    }

    private List<String> listed() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(path -> !path.equals(home))
                    .map(path -> home.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (UncheckedIOException | NoSuchFileException e) {
            // Something went while it was being listed.
            return listed();
        }
    }

    /** What lies below a folder, by path, each file with its digest. */
    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.filter(path -> !path.equals(folder)).toList()) {
                digests.put(
                        folder.relativize(each).toString(),
                        Files.isDirectory(each) ? "" : sha256(Files.readAllBytes(each)));
            }
        } catch (UncheckedIOException | NoSuchFileException e) {
            // Something went while it was being listed.
            return digests(folder);
        }
        return digests;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
