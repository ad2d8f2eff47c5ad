package wherein.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import wherein.search.Deadline;

/**
 * The body of an answer that goes out while it is made: what there is of it is sent within 100 ms, as long as
 * whoever makes it asks its deadline. Its end is reached only if all of it was written: a fault after the first bytes have gone
 * out breaks the connection, so that nobody takes a part for the whole; and the first write that fails ends the work.
 */
final class RowStream {

    private static final Logger LOG = Logger.getLogger(RowStream.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(75);

    /** How often whoever waits for a row looks whether those before it have waited long enough: 100 ms at most, with the pause. */
    private static final Duration LOOK = Duration.ofMillis(25);

    private final StreamBody out;
    private long rows;
    private long since;
    private boolean pending;

    private RowStream(StreamBody out) {
        this.out = out;
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Body {
        void write(RowStream stream) throws IOException;
    }

    /**
     * Answers with what {@code body} writes.
     *
     * @param deadline of the request, at which what the stream has is sent while it is asked
     * @throws IOException or whatever else {@code body} throws, if nothing has gone out yet, so that the client can still
     *     be told
     */
    static void send(Context context, Deadline deadline, Body body) throws IOException {
        Admission.export(context);
        StreamBody out = new StreamBody(context);
        RowStream stream = new RowStream(out);
        deadline.onBeat(LOOK, stream::beat);
        try {
            body.write(stream);
            out.end();
        } catch (IOException | RuntimeException | Error e) {
            if (!context.res().isCommitted()) {
                out.reset();
                throw e;
            }
            abort(context, e);
        } finally {
            out.release();
            deadline.endBeat();
            context.attribute(Exchange.ROWS, stream.rows);
        }
    }

    /** Writes one row, or a line of headings, which is counted as one. */
    void row(String text) throws IOException {
        out.write(text);
        rows++;
        if (!pending) {
            pending = true;
            since = System.nanoTime();
        }
        flushWhatWaits();
    }

    private void beat() {
        try {
            flushWhatWaits();
        } catch (IOException e) {
            throw new UncheckedIOException("the client has gone", e);
        }
    }

    private void flushWhatWaits() throws IOException {
        if (pending && System.nanoTime() - since > PAUSE.toNanos()) {
            out.flush();
            pending = false;
        }
    }

    private static void abort(Context context, Throwable e) {
        // A client that hangs up is no fault of ours, and all else is.
        Level level = e instanceof IOException || e instanceof UncheckedIOException ? Level.FINE : Level.SEVERE;
        LOG.log(level, e, () -> "the answer to " + Faults.shown(context.path()) + " was broken off");
        ServletContextRequest.getServletContextRequest(context.req())
                .getServletChannel()
                .abort(e);
    }
}
