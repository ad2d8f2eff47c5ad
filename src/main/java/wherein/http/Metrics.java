package wherein.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Counts requests, and tells the counts as Prometheus reads them (text format 0.0.4). Of what was asked it knows the
 * route and nothing else, so the labels are as many as the routes. Safe for use by several threads at once.
 */
final class Metrics implements Consumer<Exchange> {

    /** The content type of {@link Text}. */
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** A client may send any word as a method. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST");

    /** Upper bounds of the classes of latency, in seconds. */
    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60};

    private final Map<Labels, LongAdder> requests = new ConcurrentHashMap<>();
    private final Map<String, Latency> latencies = new ConcurrentHashMap<>();
    private final LongAdder rows = new LongAdder();

    private record Labels(String route, String method, int status) implements Comparable<Labels> {
        @Override
        public String toString() {
            return "method=\"" + method + "\",route=\"" + route + "\",status=\"" + status + "\"";
        }

        @Override
        public int compareTo(Labels other) {
            return toString().compareTo(other.toString());
        }
    }

    private static final class Latency {
        private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
        private final LongAdder nanos = new LongAdder();

        Latency() {
            Arrays.setAll(counts, i -> new LongAdder());
        }

        void add(long took) {
            int i = 0;
            while (i < BOUNDS.length && took > BOUNDS[i] * 1e9) {
                i++;
            }
            counts[i].increment();
            nanos.add(took);
        }
    }

    @Override
    public void accept(Exchange exchange) {
        String method = METHODS.contains(exchange.method()) ? exchange.method() : "other";
        requests.computeIfAbsent(new Labels(exchange.route(), method, exchange.status()), labels -> new LongAdder())
                .increment();
        latencies.computeIfAbsent(exchange.route(), route -> new Latency()).add(exchange.nanos());
        rows.add(exchange.rows());
    }

    /** Writes all counts into {@code text}. */
    void write(Text text) {
        text.head("wherein_http_requests_total", "counter", "Requests by method, route and status.");
        new TreeMap<>(requests)
                .forEach((labels, count) -> text.sample("wherein_http_requests_total", labels.toString(), count.sum()));
        text.head(
                "wherein_http_request_seconds", "histogram", "From the first byte in to the last byte out, by route.");
        new TreeMap<>(latencies).forEach((route, latency) -> histogram(text, "route=\"" + route + "\"", latency));
        text.counter("wherein_rows_streamed_total", "Rows of exports that went out.", rows.sum());
    }

    private static void histogram(Text text, String label, Latency latency) {
        String name = "wherein_http_request_seconds";
        long count = 0;
        for (int i = 0; i <= BOUNDS.length; i++) {
            count += latency.counts[i].sum();
            String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
            text.sample(name + "_bucket", label + ",le=\"" + bound + "\"", count);
        }
        text.sample(name + "_sum", label, latency.nanos.sum() / 1e9);
        text.sample(name + "_count", label, count);
    }

    /** The text form. */
    static final class Text {
        private final StringBuilder lines = new StringBuilder();

        /** A value that goes up and down. */
        Text gauge(String name, String help, double value) {
            return head(name, "gauge", help).sample(name, "", value);
        }

        /** A value that only goes up. */
        Text counter(String name, String help, double value) {
            return head(name, "counter", help).sample(name, "", value);
        }

        private Text head(String name, String type, String help) {
            lines.append("# HELP ").append(name).append(' ').append(help).append('\n');
            lines.append("# TYPE ").append(name).append(' ').append(type).append('\n');
            return this;
        }

        private Text sample(String name, String labels, double value) {
            lines.append(name)
                    .append(labels.isEmpty() ? "" : "{" + labels + "}")
                    .append(' ');
            boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
            lines.append(whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.9f", value));
            lines.append('\n');
            return this;
        }

        @Override
        public String toString() {
            return lines.toString();
        }
    }
}
