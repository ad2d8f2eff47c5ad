package wherein.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.logging.Logger;
import wherein.json.Json;

/**
 * Writes a line of JSON for every request. What a client sent is escaped, so that no request can make a line that was
 * none; what was asked for, the query, is written only on demand. Safe for use by several threads at once.
 */
final class AccessLog implements Consumer<Exchange>, Closeable {

    private static final Logger LOG = Logger.getLogger(AccessLog.class.getName());

    private final Writer out;
    private final boolean queries;
    private final Clock clock;
    private boolean broken;

    /**
     * A log.
     *
     * @param out closed with this
     * @param queries whether to write what was asked for too
     */
    AccessLog(Writer out, boolean queries, Clock clock) {
        this.out = out;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public synchronized void accept(Exchange exchange) {
        try {
            out.write(line(exchange));
            out.flush();
            broken = false;
        } catch (IOException e) {
            // A full disk must not stop the answers; told once, not with every request.
            if (!broken) {
                LOG.warning(
                        () -> "the access log cannot be written, until it can no request is noted: " + e.getMessage());
            }
            broken = true;
        }
    }

    private String line(Exchange exchange) {
        var line = Json.object()
                .put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("address", exchange.address())
                .put("method", exchange.method())
                .put("route", exchange.route())
                .put("path", exchange.path());
        if (queries) {
            line.put("query", exchange.query());
        }
        line.put("status", exchange.status())
                .put("ms", Math.round(exchange.nanos() / 1e4) / 100.0)
                .put("bytes", exchange.bytes())
                .put("rows", exchange.rows());
        return escape(Json.text(line)) + "\n";
    }

    /** JSON may hold controls above ASCII, and signs that turn the direction of writing, as they are: a terminal minds. */
    private static String escape(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            int type = Character.getType(c);
            boolean shown = c >= ' '
                    && type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
            escaped.append(shown ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return escaped.toString();
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
