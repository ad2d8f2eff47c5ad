package wherein.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own. Closing it ends the process. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final Process process;
    private final String address;
    private final double startSeconds;

    /**
     * Starts {@code command}, which prints the address it listens at, and waits until {@code /ready} answers 200.
     *
     * @param log where it may complain
     */
    ServerProcess(List<String> command, Path log, HttpClient client) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader out = process.inputReader();
        String said = out.readLine();
        if (said == null) {
            throw new IOException(String.join(" ", command) + " ended with " + process.waitFor() + "; see " + log);
        }
        address = said.strip().replaceAll("/+$", "");
        awaitReady(client);
        startSeconds = (System.nanoTime() - begin) / 1e9;
    }

    private void awaitReady(HttpClient client) throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(URI.create(address + "/ready")).build();
        long begin = System.nanoTime();
        while (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IOException(address + " is not ready after " + PATIENCE);
            }
            Thread.sleep(SHORT);
        }
    }

    String address() {
        return address;
    }

    /** From the start of the process until it was ready. */
    double startSeconds() {
        return startSeconds;
    }

    /** All that it has taken of processors so far. */
    double cpuSeconds() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** MB of memory that is no page of a file; 0 where the system does not tell. */
    int anonymousMegabytes() throws IOException {
        return kilobytes("RssAnon:") / 1024;
    }

    /** MB of memory that is a page of a file; 0 where the system does not tell. */
    int mappedMegabytes() throws IOException {
        return kilobytes("RssFile:") / 1024;
    }

    private int kilobytes(String name) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .sum();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
