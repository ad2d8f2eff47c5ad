package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Landing;

/** The server as a process of its own, which is asked to end while it answers. */
class StopTest {

    private static final int ROWS = 60_000;

    @TempDir
    private Path folder;

    private Process process;
    private int port;

    @BeforeEach
    void serve() throws Exception {
        Path index = folder.resolve("index");
        Landing.commit(index, "Fog", 60, ROWS / 60);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("serve", "--port", "0", "--index", index.toString()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String address =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        port = URI.create(address).getPort();
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aServerWithNothingToDoEndsWithSuccess() throws Exception {
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aStreamUnderWayEndsWhole() throws Exception {
        HttpResponse<Stream<String>> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                                        // Few columns, so that even a busy machine sends them all before the server
                                        // gives up.
                                        + "/api/v1/mentions.ndjson?fields=document,start"))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        process.destroy();
        try (Stream<String> lines = answer.body()) {
            assertThat(lines.count()).isEqualTo(ROWS);
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aStreamThatNobodyReadsIsBrokenOffAndNotEnded() throws Exception {
        try (Socket client = asked()) {
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
            String answer = answer(client.getInputStream());
            assertThat(answer.substring(answer.length() - 20)).doesNotEndWith("\r\n0\r\n\r\n");
        }
    }

    /** A client that has asked for all rows and has read the first bytes of the answer. */
    private Socket asked() throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(4_096);
        client.connect(new java.net.InetSocketAddress("127.0.0.1", port));
        client.getOutputStream()
                .write("GET /api/v1/mentions.ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return client;
    }

    private static String answer(InputStream in) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            in.transferTo(answer);
        } catch (IOException e) {
            // A connection that is broken off may also end so.
            assertThat(e).isInstanceOf(java.net.SocketException.class);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
