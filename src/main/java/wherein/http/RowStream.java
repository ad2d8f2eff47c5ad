package wherein.http;

import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * The body of an answer that goes out while it is made. Its end is reached only if all of it was written: a fault after
 * the first bytes have gone out breaks the connection, so that nobody takes a part for the whole.
 */
final class RowStream {

    private static final Logger LOG = Logger.getLogger(RowStream.class.getName());
    private static final int BUFFER = 1 << 15;

    private final Writer out;
    private long rows;

    private RowStream(Writer out) {
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
     * @throws IOException or whatever else {@code body} throws, if nothing has gone out yet, so that the client can still
     *     be told
     */
    static void send(Context context, Body body) throws IOException {
        Admission.export(context);
        Writer out = new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8), BUFFER);
        RowStream stream = new RowStream(out);
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
            context.attribute(Answered.ROWS, stream.rows);
        }
    }

    /** Writes one row, or a line of headings, which is counted as one. */
    void row(String text) throws IOException {
        out.write(text);
        rows++;
    }

    private static void abort(Context context, Throwable e) {
        // A client that hangs up is no fault of ours, and all else is.
        Level level = e instanceof IOException ? Level.FINE : Level.SEVERE;
        LOG.log(level, e, () -> "the answer to " + Faults.shown(context.path()) + " was broken off");
        ServletContextRequest.getServletContextRequest(context.req())
                .getServletChannel()
                .abort(e);
    }
}
