package wherein.http;

import java.io.IOException;

/** Hands lines on, as many as are wanted, and keeps the fault of whoever takes them. */
final class Writing {
    private final TableApi.Lines lines;
    private int remaining;
    private IOException fault;

    Writing(TableApi.Lines lines, int limit) {
        this.lines = lines;
        this.remaining = limit;
    }

    boolean write(String line) {
        try {
            lines.line(line);
            return --remaining > 0;
        } catch (IOException e) {
            fault = e;
            return false;
        }
    }

    void rethrow() throws IOException {
        if (fault != null) {
            throw fault;
        }
    }
}
