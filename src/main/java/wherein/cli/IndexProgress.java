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
    public synchronized void done(Done so) {
        long now = clock.getAsLong();
        Duration took = Duration.ofNanos(now - begin);
        boolean soon = now - last < (bar ? BAR_EVERY : PLAIN_LINE_EVERY).toNanos();
        boolean worthTelling = bar || took.compareTo(PLAIN_LINE_EVERY) >= 0;
        if (soon && !(so.isRead() && worthTelling)) {
            return;
        }
        last = now;
        if (bar) {
            draw(line(so, took));
        } else {
            err.println("wherein: " + size(so) + ", " + files(so, " of ") + ", " + rates(so, took) + left(so, took));
        }
    }

    /** A bar where there is room, then as much as fits, the most wanted first: how far, how long, how fast. */
    private String line(Done so, Duration took) {
        int length = Math.min(LONGEST_BAR, width - WORDS);
        String line = length < SHORTEST_BAR ? "" : bar(length, so);
        line += String.format(Locale.ROOT, "%3d %%", percent(so));
        // A terminal goes to the next line when the last column is written.
        int room = width - 1;
        List<String> more = List.of(
                " of " + ReportText.size(so.allBytes()), left(so, took), ", " + files(so, "/"), ", " + rates(so, took));
        for (String each : more) {
            if (line.length() + each.length() <= room) {
                line += each;
            }
        }
        return line.length() <= room ? line : line.substring(0, room);
    }

    private static String bar(int length, Done so) {
        int full = length * percent(so) / 100;
        return "[" + "=".repeat(full) + " ".repeat(length - full) + "] ";
    }

    /** By bytes, of which a listing may know a few more or less than are read. */
    private static double share(Done so) {
        return so.allBytes() <= 0 ? 1 : Math.clamp((double) so.bytes() / so.allBytes(), 0, 1);
    }

    private static int percent(Done so) {
        return (int) (100 * share(so));
    }

    private static String size(Done so) {
        return ReportText.size(Math.min(so.bytes(), so.allBytes())) + " of " + ReportText.size(so.allBytes());
    }

    private static String files(Done so, String of) {
        return String.format(Locale.ROOT, "%,d%s%,d files", so.files(), of, so.allFiles());
    }

    private static String rates(Done so, Duration took) {
        return String.format(Locale.ROOT, "%,d passage%s, ", so.passages(), so.passages() == 1 ? "" : "s")
                + ReportText.rate(so.bytes(), took);
    }

    private static String left(Done so, Duration took) {
        if (so.isRead()) {
            return ", writing the index";
        }
        if (so.bytes() <= 0 || took.compareTo(TELLS) < 0) {
            return "";
        }
        double seconds = took.toNanos() / 1e9 * (1 / share(so) - 1);
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
