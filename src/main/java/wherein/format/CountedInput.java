package wherein.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells of bytes as they are read, those that are skipped among them; who is told may end the reading. */
final class CountedInput extends FilterInputStream {

    private static final int SKIPPED_AT_ONCE = 1 << 16;

    private final Counter counter;

    /** Is told how many bytes more have been read. */
    @FunctionalInterface
    interface Counter {
        /** Takes a number of bytes, 0 or more; an exception ends the reading. */
        void more(long bytes) throws IOException;
    }

    CountedInput(InputStream in, Counter counter) {
        super(in);
        this.counter = counter;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counter.more(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        counter.more(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        return Math.max(0, read(new byte[(int) Math.max(0, Math.min(count, SKIPPED_AT_ONCE))]));
    }
}
