package wherein.search;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * The moment by which a request has to be answered. One request has one, and all loops that grow with the collection ask it
 * ({@link #check}) at least every few thousand steps. A stream has its whole time again with every row ({@link #renew}).
 *
 * <p>Somebody may be told now and then that work goes on ({@link #onBeat}), so that what has been made is sent and a client
 * that has left is noticed in the middle of long work. For one thread at a time; {@link #isOver} and {@link #end} may be called by any.
 */
public final class Deadline {

    /** Is called while work goes on; what it throws ends the work. */
    @FunctionalInterface
    public interface Beat {
        /** Work goes on. */
        void beat();
    }

    private static final Beat NONE = () -> {};

    /** How many steps of a long loop come between two looks at the clock; a power of two. */
    private static final int STRIDE = 256;

    private final Duration limit;
    private Beat beat = NONE;
    private long pause;
    private volatile long end;
    private volatile boolean ended;
    private long next;
    private int steps;

    private Deadline(Duration limit) {
        this.limit = limit;
        renew();
    }

    /** A deadline {@code limit} from now. */
    public static Deadline after(Duration limit) {
        return new Deadline(limit);
    }

    /** From now on {@link #check} calls {@code beat} about every {@code pause}, and never more often. */
    public void onBeat(Duration pause, Beat beat) {
        this.beat = beat;
        this.pause = pause.toNanos();
        this.next = System.nanoTime() + this.pause;
    }

    /** From now on nobody is told that work goes on. */
    public void endBeat() {
        beat = NONE;
    }

    /** The time that a request has, or a row of a stream. */
    public Duration limit() {
        return limit;
    }

    /** Gives the whole time again: a stream has it for every row. */
    public void renew() {
        end = System.nanoTime() + limit.toNanos();
        if (ended) {
            end();
        }
    }

    /** Ends the time now, for good: for work that nobody waits for any more. Any thread may call it. */
    public void end() {
        ended = true;
        end = System.nanoTime() - 1;
    }

    /** Whether the time is over. */
    public boolean isOver() {
        return System.nanoTime() - end > 0;
    }

    /** What is left of the time; zero when it is over. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /**
     * Goes on if there is time left. Costs some 30 ns.
     *
     * @throws DeadlineException if there is none
     */
    public void check() {
        long now = System.nanoTime();
        if (now - end > 0) {
            throw new DeadlineException(limit);
        }
        if (beat != NONE && now - next > 0) {
            next = now + pause;
            beat.beat();
        }
    }

    /**
     * Is called with each step of a loop over many small things: every 256th call is a {@link #check}, so that a step costs
     * no look at the clock.
     *
     * @throws DeadlineException if there is no time left
     */
    public void step() {
        if ((++steps & STRIDE - 1) == 0) {
            check();
        }
    }

    /**
     * Takes {@code lock}, after a wait no longer than this lasts.
     *
     * @throws DeadlineException if it is not to be had by then
     */
    public void await(Lock lock) {
        try {
            while (!lock.tryLock(10, TimeUnit.MILLISECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("what another thread makes is not awaited any more");
        }
    }
}
