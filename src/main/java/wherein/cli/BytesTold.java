package wherein.cli;

import java.time.Duration;
import java.util.Locale;
import wherein.index.Reading;

/** Says how much was read: on a terminal in one line that it takes away again, elsewhere in a line every ten seconds. */
final class BytesTold implements Reading, AutoCloseable {

    private static final Duration ON_TERMINAL = Duration.ofMillis(500);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final String doing;
    private final boolean quiet;
    private final long begin = System.nanoTime();
    private long last = begin;
    private long bytes;
    private int shown;

    /**
     * For one piece of work.
     *
     * @param doing what is done with the bytes, such as "checked"
     */
    BytesTold(Terminal terminal, String doing, boolean quiet) {
        this.terminal = terminal;
        this.doing = doing;
        this.quiet = quiet;
    }

    @Override
    public void read(int more) {
        bytes += more;
        long now = System.nanoTime();
        Duration every = terminal.errIsTerminal() ? ON_TERMINAL : ELSEWHERE;
        if (quiet || now - last < every.toNanos()) {
            return;
        }
        last = now;
        String line = String.format(
                Locale.ROOT, "wherein: %,d MB %s, %.0f MB/s", bytes >> 20, doing, bytes / 1e6 / ((now - begin) / 1e9));
        if (terminal.errIsTerminal()) {
            erase();
            shown = line.length();
            terminal.err().print(line);
            terminal.err().flush();
        } else {
            terminal.err().println(line);
        }
    }

    /** Only blanks and returns, which every terminal knows. */
    private void erase() {
        if (shown > 0) {
            terminal.err().write('\r');
            terminal.err().print(" ".repeat(shown));
            terminal.err().write('\r');
        }
    }

    @Override
    public void close() {
        erase();
        shown = 0;
    }
}
