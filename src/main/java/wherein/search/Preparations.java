package wherein.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The work of its own threads that one generation of an index has done for it: each {@link Prepared} has one thread at most. Ends
 * with the generation: nobody would ask for what it makes. Safe for use by several threads at once.
 */
public final class Preparations {

    private static final Logger LOG = Logger.getLogger(Preparations.class.getName());
    private static final Closeable NOTHING = () -> {};

    /** The deadlines of the threads that work now. */
    private final Set<Deadline> working = new HashSet<>();

    private boolean closed;
    private Closeable then = NOTHING;

    /**
     * What {@code maker} makes, as soon as somebody wants it.
     *
     * @param name of the thread that makes it
     */
    public <T> Prepared<T> prepare(String name, Prepared.Maker<T> maker) {
        return new Prepared<>(this, name, maker);
    }

    /**
     * Ends all work at its next look at its deadline, and lets none begin. Returns at once.
     *
     * @param after is closed as soon as nothing works any more: in this thread if nothing does now
     */
    public void close(Closeable after) throws IOException {
        synchronized (this) {
            closed = true;
            working.forEach(Deadline::end);
            if (!working.isEmpty()) {
                then = after;
                return;
            }
        }
        after.close();
    }

    /** Starts a thread of {@code work}, which asks {@code deadline}. */
    synchronized void start(String name, Deadline deadline, Runnable work) {
        if (closed) {
            throw new IllegalStateException(name + " cannot be made any more: the index is closed");
        }
        Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            try {
                work.run();
            } finally {
                end(deadline);
            }
        });
        // Where there is no memory for a thread, none works.
        thread.start();
        working.add(deadline);
    }

    private void end(Deadline deadline) {
        Closeable last = NOTHING;
        synchronized (this) {
            working.remove(deadline);
            if (working.isEmpty()) {
                last = then;
                then = NOTHING;
            }
        }
        try {
            last.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a generation of the index could not be closed", e);
        }
    }
}
