package wherein.search;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a generation of an index needs once and takes long to make, such as the joined names of its persons: made once,
 * by a thread of its own, and kept. A request that needs it waits no longer than its deadline, and holds no lock meanwhile, so
 * that other requests go on. If it could not be made, it is tried again for the next request that needs it. Safe for use by several
 * threads at once.
 *
 * @param <T> what is made
 */
public final class Prepared<T> {

    /** How long it may take to make: nobody waits for that but as long as their own deadline says. */
    private static final Duration MAKING = Duration.ofHours(12);

    private final Preparations preparations;
    private final String name;
    private final Maker<T> maker;
    private Attempt<T> attempt;

    /** Makes it. */
    @FunctionalInterface
    public interface Maker<T> {
        /** Makes it, and asks {@code deadline} all the while, which ends when nobody needs it any more. */
        T make(Deadline deadline) throws Exception;
    }

    /** One run of the maker. */
    private static final class Attempt<T> {
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile T value;
        private volatile Throwable fault;

        boolean hasFailed() {
            return over.getCount() == 0 && fault != null;
        }
    }

    Prepared(Preparations preparations, String name, Maker<T> maker) {
        this.preparations = preparations;
        this.name = name;
        this.maker = maker;
    }

    /**
     * Has it made, if nobody has yet; returns at once.
     *
     * @throws IllegalStateException if its {@link Preparations} are closed
     */
    public void begin() {
        attempt();
    }

    private synchronized Attempt<T> attempt() {
        if (attempt == null || attempt.hasFailed()) {
            Attempt<T> begun = new Attempt<>();
            Deadline deadline = Deadline.after(MAKING);
            preparations.start(name, deadline, () -> make(begun, deadline));
            attempt = begun;
        }
        return attempt;
    }

    private void make(Attempt<T> begun, Deadline deadline) {
        try {
            begun.value = maker.make(deadline);
        } catch (Exception | Error e) {
            begun.fault = e;
        } finally {
            begun.over.countDown();
        }
    }

    /** Whether it is there, so that {@link #get} does not wait. */
    public synchronized boolean isMade() {
        return attempt != null && attempt.over.getCount() == 0 && attempt.fault == null;
    }

    /**
     * The value, after a wait of at most what is left of {@code deadline}; work for it goes on after that, for the next who
     * asks.
     *
     * @throws DeadlineException if it is not there by then
     * @throws IllegalStateException if it could not be made
     */
    public T get(Deadline deadline) {
        return get(deadline::check);
    }

    /**
     * The value, after a wait in which {@code check} is called about every 10 ms: what it throws ends the wait.
     *
     * @throws TooManyGroupsException if it would hold more groups than may be held
     * @throws IllegalStateException if it could not be made
     */
    public T get(Runnable check) {
        Attempt<T> awaited = attempt();
        try {
            // Short waits, so that a deadline can tell its client that work goes on.
            while (!awaited.over.await(10, TimeUnit.MILLISECONDS)) {
                check.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(name + " is not awaited any more");
        }
        if (awaited.fault instanceof TooManyGroupsException e) {
            throw e;
        }
        if (awaited.fault != null) {
            throw new IllegalStateException(name + " could not be made", awaited.fault);
        }
        return awaited.value;
    }
}
