package wherein.api;

import java.io.InterruptedIOException;
import java.time.Duration;
import wherein.index.Reading;

/** Reads no faster than so many bytes a second, so that a disk has time for others. Ends where its thread is interrupted. */
public final class Pace implements Reading {

    /** Rests are not shorter than this: a system cannot keep them. */
    private static final Duration SHORTEST = Duration.ofMillis(20);

    private final long bytesPerSecond;
    private long owed;

    /** So many bytes a second, at least one. */
    public Pace(long bytesPerSecond) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException(bytesPerSecond + " bytes a second, must be at least 1");
        }
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void read(int bytes) throws InterruptedIOException {
        owed += bytes;
        Duration rest = rest(owed);
        if (rest.compareTo(SHORTEST) < 0) {
            return;
        }
        owed = 0;
        try {
            Thread.sleep(rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        }
    }

    /** How long so many bytes may take. */
    Duration rest(long bytes) {
        return Duration.ofNanos(Math.multiplyExact(bytes, 1_000_000_000L) / bytesPerSecond);
    }
}
