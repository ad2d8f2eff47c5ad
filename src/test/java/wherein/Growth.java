package wherein;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

/**
 * Tells work that grows with its input from work that grows faster: eight times the input may cost at most twelve times
 * the CPU time of this thread.
 *
 * <p>A pair is measured once, the large input first, so that what is not compiled yet makes the growth look worse and never
 * better; what passes has passed. A pair that fails is measured again with twice the input, each time as the least of some
 * runs: a collection of garbage, a late compilation or a neighbour on the machine only ever adds time, and where the small
 * input fits a cache and the large one does not, the next pair fits none. A quadratic costs 64 times as much, and fails each
 * time.
 */
public final class Growth {

    /** So much more input is given. */
    public static final int FACTOR = 8;

    private static final double MOST = 12;

    /** What takes less for the large input is too little to be told from noise. */
    private static final double TOO_LITTLE_MS = 8;

    private static final int RUNS = 5;
    private static final int MOST_DOUBLINGS = 3;
    private static final int ATTEMPTS = 6;

    /** After so long three runs are measurement enough; one alone may have met a neighbour who took the cache. */
    private static final double LONG_MS = 1_000;

    private static final int LEAST_RUNS = 3;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int small;
    private final List<String> rows = new ArrayList<>();

    /** Measures inputs of sizes {@code small} and {@value #FACTOR} times {@code small}. */
    public Growth(int small) {
        this.small = small;
    }

    /**
     * Measures {@code work} on the inputs that {@code input} makes of a size, and keeps the row if it is too much.
     *
     * @param name what is measured, on what
     */
    public <T> void measure(String name, IntFunction<T> input, Work<T> work) throws Exception {
        T one = input.apply(small);
        T more = input.apply(small * FACTOR);
        double[] times = once(one, more, work);
        for (int attempt = 1; attempt < ATTEMPTS && isTooMuch(times); attempt++) {
            int size = small << Math.min(attempt, MOST_DOUBLINGS);
            times = new double[] {least(input.apply(size), work), least(input.apply(size * FACTOR), work)};
        }
        boolean tooMuch = isTooMuch(times);
        if (tooMuch) {
            rows.add(String.format(
                    Locale.ROOT, "%-60s %10.2f ms %10.2f ms   x %5.1f", name, times[0], times[1], times[1] / times[0]));
        }
    }

    /** Fails with a table of what grew faster than its input, if anything did. */
    public void check() {
        if (!rows.isEmpty()) {
            throw new AssertionError("CPU time for an input and for " + FACTOR + " times as much, which may be at most "
                    + MOST + " times the first:\n" + String.join("\n", rows));
        }
    }

    /** What is measured; what it returns is kept from being optimised away. */
    @FunctionalInterface
    public interface Work<T> {

        /** Does the work on {@code input}. */
        Object on(T input) throws Exception;
    }

    private static boolean isTooMuch(double[] times) {
        return times[1] > TOO_LITTLE_MS && times[1] > MOST * times[0];
    }

    /** The least of two small runs, which takes out a pause, and no small one where the large one is too little. */
    private static <T> double[] once(T one, T more, Work<T> work) throws Exception {
        double large = milliseconds(() -> work.on(more));
        if (large <= TOO_LITTLE_MS) {
            return new double[] {Double.NaN, large};
        }
        return new double[] {Math.min(milliseconds(() -> work.on(one)), milliseconds(() -> work.on(one))), large};
    }

    private static <T> double least(T input, Work<T> work) throws Exception {
        double least = Double.MAX_VALUE;
        for (int run = 0; run < RUNS && (run < LEAST_RUNS || least < LONG_MS); run++) {
            least = Math.min(least, milliseconds(() -> work.on(input)));
        }
        return least;
    }

    private static double milliseconds(Callable<Object> work) throws Exception {
        long begin = THREADS.getCurrentThreadCpuTime();
        Object result = work.call();
        long nanos = THREADS.getCurrentThreadCpuTime() - begin;
        if (result == work) {
            throw new AssertionError("work gives something of its own");
        }
        return nanos / 1e6;
    }
}
