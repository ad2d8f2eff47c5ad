package wherein.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Standard output, in UTF-8 and buffered. All commands write through it, and no write fails unseen: what a
 * {@link PrintStream} would swallow is thrown as a {@link Failure}, which ends the command. A command that has written all of
 * its answer is done only when {@link #flush} has returned.
 */
final class Output extends PrintStream {

    private static final int BUFFER = 1 << 16;

    /** An output that writes to {@code raw}, whose faults are seen. */
    Output(OutputStream raw) {
        super(new Checked(raw), false, StandardCharsets.UTF_8);
    }

    /** A write failed. Unchecked, since a {@link PrintStream} lets nothing else through. */
    static final class Failure extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient IOException reason;

        Failure(IOException reason) {
            super(reason.getMessage(), reason);
            this.reason = reason;
        }

        /** What the system says. */
        IOException reason() {
            return reason;
        }

        /** Whether whoever read the output has read enough: no fault, and nobody to complain to. */
        boolean isClosedPipe() {
            String message = String.valueOf(reason.getMessage()).toLowerCase(Locale.ROOT);
            return message.contains("pipe") || message.contains("connection reset");
        }
    }

    private static final class Checked extends OutputStream {

        private final BufferedOutputStream out;

        Checked(OutputStream raw) {
            this.out = new BufferedOutputStream(raw, BUFFER);
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new Failure(e);
            }
        }

        @Override
        public void flush() {
            try {
                out.flush();
            } catch (IOException e) {
                throw new Failure(e);
            }
        }
    }
}
