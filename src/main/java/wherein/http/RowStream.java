package wherein.http;

import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import wherein.search.Deadline;

/**
 * The body of an answer that goes out while it is made: what there is of it is sent at least every {@link #PAUSE}, as long as
 * whoever makes it asks its deadline. Its end is reached only if all of it was written: a fault after the first bytes have gone
 * out breaks the connection, so that nobody takes a part for the whole; and the first write that fails ends the work.
 */
final class RowStream {

    private static final Logger LOG = Logger.getLogger(RowStream.class.getName());
    private static final int BUFFER = 1 << 15;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String STREAM = RowStream.class.getName();

    private final Writer out;
    private long rows;
    private long flushed = System.nanoTime();
    private boolean pending;

    private RowStream(Writer out) {
        this.out = out;
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Body {
        void write(RowStream stream) throws IOException;
    }

    /** The deadline of a request, at which what a stream has is sent while it is asked. */
    static Deadline deadline(Context context, Duration limit) {
        return Deadline.after(limit).withBeat(PAUSE, () -> {
            RowStream stream = context.attribute(STREAM);
            if (stream != null) {
                stream.beat();
            }
        });
    }

    /**
     * Answers with what {@code body} writes.
     *
     * @throws IOException or whatever else {@code body} throws, if nothing has gone out yet, so that the client can still
     *     be told
     */
    static void send(Context context, Body body) throws IOException {
        Admission.export(context);
        Writer out = new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8), BUFFER);
        RowStream stream = new RowStream(out);
        context.attribute(STREAM, stream);
        try {
            body.write(stream);
            out.flush();
        } catch (IOException | RuntimeException | Error e) {
            // What has been compressed cannot be taken back.
            boolean begun = context.res().isCommitted() || context.res().getHeader("Content-Encoding") != null;
            if (!begun) {
                context.res().resetBuffer();
                throw e;
            }
            abort(context, e);
        } finally {
            context.attribute(STREAM, null);
            context.attribute(Exchange.ROWS, stream.rows);
        }
    }

    /** Writes one row, or a line of headings, which is counted as one. */
    void row(String text) throws IOException {
        out.write(text);
        rows++;
        pending = true;
        if (System.nanoTime() - flushed > PAUSE.toNanos()) {
            flush();
        }
    }

    private void beat() {
        try {
            if (pending) {
                flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the client has gone", e);
        }
    }

    private void flush() throws IOException {
        out.flush();
        flushed = System.nanoTime();
        pending = false;
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
