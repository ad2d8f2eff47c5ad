package wherein.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How an engine is asked. */
sealed interface Way {

    /**
     * What one run has shown.
     *
     * @param times nanoseconds of each answer to one client, query after query, all of them several times
     * @param cpu milliseconds of processors that an answer takes
     * @param rate answers a second to {@value Load#CLIENTS} clients together
     */
    record Run(long[] times, double cpu, double rate) {}

    /** Asks everything and keeps nothing. */
    void warm() throws IOException, InterruptedException;

    /** Asks everything and says what it took. */
    Run run() throws IOException, InterruptedException;

    /**
     * Over HTTP.
     *
     * @param path what stands before the query in an address, such as {@code /search?limit=10&}
     */
    record OverHttp(ServerProcess server, String path, List<Asked> queries, Load load) implements Way {

        private static final int ALONE = 2;
        private static final int TOGETHER = 4;

        @Override
        public void warm() throws IOException, InterruptedException {
            load.rate(addresses(1));
        }

        @Override
        public Run run() throws IOException, InterruptedException {
            double before = server.cpuSeconds();
            long[] times = load.times(addresses(ALONE));
            double rate = load.rate(addresses(TOGETHER));
            double cpu = (server.cpuSeconds() - before) * 1e3;
            return new Run(times, cpu / ((ALONE + TOGETHER) * queries.size()), rate);
        }

        List<URI> addresses(int rounds) {
            List<URI> addresses = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                queries.forEach(asked -> addresses.add(address(asked)));
            }
            return addresses;
        }

        URI address(Asked asked) {
            return URI.create(server.address() + path + asked.parameters());
        }
    }

    /** In the process of a {@link RawServer}, by one thread, without HTTP; CPU is that of the thread. */
    record InProcess(ServerProcess server, Path queries, Load load) implements Way {

        private static final int ROUNDS = 4;

        @Override
        public void warm() throws IOException, InterruptedException {
            ask();
        }

        @Override
        public Run run() throws IOException, InterruptedException {
            List<Long> times = new ArrayList<>();
            double cpu = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (JsonNode one : ask()) {
                    times.add(one.get(0).longValue());
                    cpu += one.get(1).longValue() / 1e6;
                }
            }
            return new Run(times.stream().mapToLong(each -> each).toArray(), cpu / times.size(), Double.NaN);
        }

        /** Of each query nanoseconds, those of the processor, passages and documents. */
        JsonNode ask() throws IOException, InterruptedException {
            String file = URLEncoder.encode(queries.toString(), StandardCharsets.UTF_8);
            return Texts.JSON.readTree(load.body(URI.create(server.address() + "/alone?file=" + file)));
        }
    }
}
