package wherein.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.QuotedQualityCSV;

/**
 * The bytes of an answer that goes out while it is made, compressed where the client reads gzip. {@link #flush} brings all that
 * was written to the client, which Javalin's own stream does not: it keeps what its compressor and the server hold until they
 * are full. Holds a buffer of {@value #BUFFER} bytes and no more than one line beside it.
 */
final class StreamBody {

    private static final int BUFFER = 1 << 15;

    /** A whole body below so many bytes goes out as it is: compressed it would hardly be shorter. */
    private static final int SMALL = 1_500;

    private final Context context;
    private final byte[] buffer = new byte[BUFFER];
    private int length;
    private OutputStream out;
    private Gzip gzip;

    StreamBody(Context context) {
        this.context = context;
    }

    /** Gzip that gives out on {@link #flush} all that it has taken in. */
    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream out) throws IOException {
            super(out, BUFFER, true);
        }

        /** Gives its memory back, which lies outside the heap. */
        void release() {
            def.end();
        }
    }

    /** Writes {@code text} in UTF-8. */
    void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > buffer.length - length) {
            drain();
        }
        if (bytes.length > buffer.length) {
            out.write(bytes);
            return;
        }
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    /** Brings to the client what was written; where nothing was, it sends nothing. */
    void flush() throws IOException {
        drain();
        out.flush();
    }

    /** Writes what is left. The server sends it when the request ends. */
    void end() throws IOException {
        if (out == null && length < SMALL) {
            out = context.res().getOutputStream();
        }
        drain();
        if (gzip != null) {
            gzip.finish();
        }
    }

    /** Forgets what has not gone out, so that another answer can be given. */
    void reset() {
        length = 0;
        context.res().resetBuffer();
        if (gzip != null) {
            context.res().setHeader("Content-Encoding", null);
        }
    }

    /** Gives back what it holds; can be called again. */
    void release() {
        if (gzip != null) {
            gzip.release();
        }
    }

    private void drain() throws IOException {
        if (out == null) {
            begin();
        }
        out.write(buffer, 0, length);
        length = 0;
    }

    private void begin() throws IOException {
        OutputStream plain = context.res().getOutputStream();
        if (!readsGzip()) {
            out = plain;
            return;
        }
        context.header("Content-Encoding", "gzip");
        gzip = new Gzip(plain);
        out = gzip;
    }

    private boolean readsGzip() {
        QuotedQualityCSV codings = new QuotedQualityCSV();
        try {
            context.req().getHeaders("Accept-Encoding").asIterator().forEachRemaining(codings::addValue);
        } catch (IllegalArgumentException e) {
            // A quality that is no number: what the client reads is not known, and all read what is not compressed.
            return false;
        }
        return codings.getValues().stream().anyMatch("gzip"::equalsIgnoreCase);
    }
}
