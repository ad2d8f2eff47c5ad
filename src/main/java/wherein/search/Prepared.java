package wherein.search;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a generation of an index needs once and takes long to make, such as the joined names of its persons: made by one
 * thread of its own, and kept. Whoever needs it waits for it as long as their deadline lets them, and holds no lock while they
 * do, so that nobody else waits for them. Safe for use by several threads at once.
 *
 * @param <T> what is made
 */
public final class Prepared<T> {

    private final String name;
    private final Callable<T> maker;
    private final CountDownLatch made = new CountDownLatch(1);
    private Thread thread;
    private volatile T value;
    private volatile Throwable fault;

    /**
     * What {@code maker} makes, as soon as somebody wants it.
     *
     * @param name of the thread that makes it
     */
    public Prepared(String name, Callable<T> maker) {
        this.name = name;
        this.maker = maker;
    }

    /** Has it made, if nobody has yet; returns at once. */
    public synchronized void begin() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name(name).start(this::make);
        }
    }

    private void make() {
        try {
            value = maker.call();
        } catch (Exception | Error e) {
            fault = e;
        } finally {
            made.countDown();
        }
    }

    /** Whether it is there, so that {@link #get} does not wait. */
    public boolean isMade() {
        return made.getCount() == 0;
    }

    /**
     * The value, after a wait of at most what is left of {@code deadline}; work for it goes on after that, for the next who
     * asks.
     *
     * @throws DeadlineException if it is not there by then
     * @throws IllegalStateException if it could not be made
     */
    public T get(Deadline deadline) {
        begin();
        try {
            // Short waits, so that the deadline can tell its client that work goes on.
            while (!made.await(10, TimeUnit.MILLISECONDS)) {
                deadline.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(name + " is not awaited any more");
        }
        if (fault != null) {
            throw new IllegalStateException(name + " could not be made", fault);
        }
        return value;
    }
}
