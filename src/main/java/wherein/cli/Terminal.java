package wherein.cli;

import java.io.Console;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import wherein.text.Printable;

/** The two streams, each judged by itself: a person's terminal, or something that reads on. */
final class Terminal {

    private final Output out;
    private final PrintStream err;
    private final boolean outIsTerminal;
    private final boolean errIsTerminal;
    private final boolean colour;

    /**
     * The streams of a command; the launcher, which can tell, says in two properties what those of the process are.
     *
     * @param out whose faults are seen: no {@link PrintStream}, which swallows them
     */
    Terminal(OutputStream out, OutputStream err) {
        this.out = new Output(out);
        this.err = new Told(err);
        this.outIsTerminal = isTerminal("out");
        this.errIsTerminal = isTerminal("err");
        this.colour = outIsTerminal
                && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"))
                && !"0".equals(System.getenv("CLICOLOR"));
    }

    private static boolean isTerminal(String stream) {
        String said = System.getProperty("wherein.tty." + stream);
        if (said != null) {
            return said.toLowerCase(Locale.ROOT).equals("true");
        }
        Console console = System.console();
        return console != null;
    }

    /** Data, and nothing else. A write that fails ends the command. */
    Output out() {
        return out;
    }

    /** What a person should know. No name of a file can write anything but itself there: what a terminal obeys is escaped. */
    PrintStream err() {
        return err;
    }

    boolean outIsTerminal() {
        return outIsTerminal;
    }

    boolean errIsTerminal() {
        return errIsTerminal;
    }

    /** Whether a line of {@link #err} can be written over. */
    boolean canOverwriteErr() {
        return errIsTerminal && !"dumb".equals(System.getenv("TERM"));
    }

    boolean colour() {
        return colour;
    }

    /** How many columns a line has. */
    int width() {
        try {
            return Math.clamp(Integer.parseInt(System.getenv().getOrDefault("COLUMNS", "100")), 40, 160);
        } catch (NumberFormatException e) {
            return 100;
        }
    }

    private static final class Told extends PrintStream {

        Told(OutputStream out) {
            super(out, true, StandardCharsets.UTF_8);
        }

        @Override
        public void print(String text) {
            super.print(Printable.escapedLines(String.valueOf(text)));
        }
    }
}
