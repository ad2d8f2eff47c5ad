package wherein.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a server as its clients do: each waits for one answer before it asks again, over one connection that is kept. */
final class Load {

    static final int CLIENTS = 8;

    private final HttpClient client;

    Load(HttpClient client) {
        this.client = client;
    }

    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** What one client sees: nanoseconds of each answer, in the order of {@code addresses}. */
    long[] times(List<URI> addresses) throws IOException, InterruptedException {
        long[] times = new long[addresses.size()];
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            body(addresses.get(i));
            times[i] = System.nanoTime() - begin;
        }
        return times;
    }

    /** How many answers a second {@value #CLIENTS} clients get together. */
    double rate(List<URI> addresses) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> work = () -> {
            for (int i = next.getAndIncrement(); i < addresses.size(); i = next.getAndIncrement()) {
                body(addresses.get(i));
            }
            return null;
        };
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            long begin = System.nanoTime();
            List<Future<Void>> begun = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                begun.add(clients.submit(work));
            }
            for (Future<Void> each : begun) {
                each.get();
            }
            return addresses.size() / ((System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The answer; a fault if it is none. */
    byte[] body(URI address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode() + ": " + new String(answer.body()));
        }
        return answer.body();
    }
}
