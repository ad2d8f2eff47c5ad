package wherein.index;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Does the work on documents in several threads, and holds no more text at once than a bound says. The first fault that is none
 * of a document ends all work: it is thrown in the thread that hands it out. That is one thread.
 */
final class Workers implements AutoCloseable {

    /** Of so many characters, UTF-16, are the documents at most that wait or are worked on; a greater one is alone. */
    private static final int MOST_CHARACTERS = 8 << 20;

    /** What a document takes besides its text, counted as characters, so that many small ones are bounded too. */
    private static final int EACH = 1 << 10;

    private final ExecutorService threads;
    private final Semaphore room = new Semaphore(MOST_CHARACTERS);
    private volatile Throwable fault;

    /** Work that may fail as writing an index may. */
    interface Work {
        void run() throws IOException;
    }

    /** For {@code count} threads. */
    Workers(int count) {
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("indexing-", 1).factory());
    }

    /**
     * Has {@code work} done on a document of so many characters, as soon as there is room for it.
     *
     * @throws IOException if work that was handed over before failed with it; errors and faults of ours are thrown as they are
     */
    void give(int characters, Work work) throws IOException {
        int taken = Math.min(MOST_CHARACTERS, characters + EACH);
        room.acquireUninterruptibly(taken);
        if (fault != null) {
            // Whoever asks again must not wait for room that nobody gives back.
            room.release(taken);
            rethrow();
        }
        threads.execute(() -> {
            try {
                if (fault == null) {
                    work.run();
                }
            } catch (IOException | RuntimeException | Error e) {
                keep(e);
            } finally {
                room.release(taken);
            }
        });
    }

    /** Waits until all is done; throws as {@link #give} does. */
    void await() throws IOException {
        room.acquireUninterruptibly(MOST_CHARACTERS);
        room.release(MOST_CHARACTERS);
        rethrow();
    }

    private synchronized void keep(Throwable e) {
        if (fault == null) {
            fault = e;
        }
    }

    private void rethrow() throws IOException {
        switch (fault) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(fault);
        }
    }

    /** Ends when what is being worked on is done; what waits is not begun. */
    @Override
    public void close() {
        // Not by interrupting, which would close files of the index under a writer.
        keep(new CancellationException("the run has ended"));
        threads.close();
    }
}
