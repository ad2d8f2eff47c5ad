package wherein.mention;

/**
 * Where long work asks whether it is still wanted. A loop that grows with a text calls {@link #step} once a turn, and every
 * {@value #EVERY} steps, which are some milliseconds of work at most, what was given to ask is run; what that throws ends the
 * work. For one run on one thread.
 */
public final class Checkpoint {

    private static final int EVERY = 256;

    private final Runnable check;
    private int steps;

    /** A checkpoint that runs {@code check}, which throws where the work is to end. */
    public Checkpoint(Runnable check) {
        this.check = check;
    }

    /** One that lets all work go on to its end. */
    public static Checkpoint none() {
        return new Checkpoint(() -> {});
    }

    /** Counts one turn of a loop, of some microseconds; asks now and then. */
    public void step() {
        if (++steps % EVERY == 0) {
            check.run();
        }
    }

    /** Asks now: before work whose turns are not counted. */
    public void pass() {
        check.run();
    }
}
