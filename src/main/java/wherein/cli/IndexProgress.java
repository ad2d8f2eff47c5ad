package wherein.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import wherein.index.Progress;

/**
 * How far a run of {@code index} is, with its rate and the time that is left: a line that is written over on a terminal,
 * elsewhere a plain line now and then. Safe for use by several threads at once.
 */
final class IndexProgress implements Progress, AutoCloseable {

    /** Moves smoothly, and costs nothing. */
    private static final Duration BAR_EVERY = Duration.ofMillis(100);

    private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(10);

    /** What is left is told once so much of the time is known. */
    private static final Duration TELLS = Duration.ofSeconds(1);

    private static final int LONGEST_BAR = 30;
    private static final int SHORTEST_BAR = 8;

    /** So many columns are for the words beside a bar, which keeps its length whatever they are. */
    private static final int WORDS = 70;

    private final PrintStream err;
    private final boolean bar;
    private final int width;
    private final LongSupplier clock;
    private final long begin;
    private long last;
    private boolean drawn;

    /**
     * Begins now.
     *
     * @param bar whether {@code err} is a terminal, where a line can be written over
     * @param width its columns
     * @param clock in nanoseconds, from any beginning
     */
    IndexProgress(PrintStream err, boolean bar, int width, LongSupplier clock) {
        this.err = err;
        this.bar = bar;
        this.width = width;
        this.clock = clock;
        this.begin = clock.getAsLong();
        this.last = begin;
    }

    /** How long it has been going on. */
    Duration took() {
        return Duration.ofNanos(clock.getAsLong() - begin);
    }

    @Override
    public synchronized void done(int files, int of, int passages, long bytes) {
        long now = clock.getAsLong();
        if (now - last < (bar ? BAR_EVERY : PLAIN_LINE_EVERY).toNanos()) {
            return;
        }
        last = now;
        Duration took = Duration.ofNanos(now - begin);
        if (bar) {
            draw(line(files, of, passages, bytes, took));
        } else {
            err.println("wherein: " + String.format(Locale.ROOT, "%,d of %,d files", files, of) + ", "
                    + rates(passages, bytes, took) + left(files, of, took));
        }
    }

    /** A bar where there is room, then as much as fits, the most wanted first: how far, how long, how fast. */
    private String line(int files, int of, int passages, long bytes, Duration took) {
        int length = Math.min(LONGEST_BAR, width - WORDS);
        String line = length < SHORTEST_BAR ? "" : bar(length, files, of);
        line += String.format(Locale.ROOT, "%3d %% %,d/%,d files", percent(files, of), files, of);
        // A terminal goes to the next line when the last column is written.
        int room = width - 1;
        for (String more : List.of(left(files, of, took), ", " + rates(passages, bytes, took))) {
            if (line.length() + more.length() <= room) {
                line += more;
            }
        }
        return line.length() <= room ? line : line.substring(0, room);
    }

    private static String bar(int length, int files, int of) {
        int full = length * percent(files, of) / 100;
        return "[" + "=".repeat(full) + " ".repeat(length - full) + "] ";
    }

    private static int percent(int files, int of) {
        return of == 0 ? 100 : (int) (100L * files / of);
    }

    private static String rates(int passages, long bytes, Duration took) {
        return String.format(Locale.ROOT, "%,d passage%s, ", passages, passages == 1 ? "" : "s")
                + ReportText.rate(bytes, took);
    }

    private static String left(int files, int of, Duration took) {
        if (files == 0 || took.compareTo(TELLS) < 0) {
            return "";
        }
        double seconds = took.toNanos() / 1e9 / files * (of - files);
        return ", " + ReportText.time(Duration.ofSeconds(Math.round(seconds))) + " left";
    }

    private void draw(String line) {
        over(line + " ".repeat(width - 1 - line.length()));
        drawn = true;
    }

    /** Leaves an empty line on a terminal, for what is told next. */
    @Override
    public synchronized void close() {
        if (drawn) {
            over(" ".repeat(width - 1) + "\r");
            drawn = false;
        }
    }

    /** Writes over the line. As bytes, since what is printed to a person has its controls escaped; these are our own. */
    private void over(String line) {
        err.writeBytes(("\r" + line).getBytes(StandardCharsets.US_ASCII));
        err.flush();
    }
}
