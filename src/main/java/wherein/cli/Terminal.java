package wherein.cli;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The two streams, each judged by itself: a person's terminal, or something that reads on. */
final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean outIsTerminal;
    private final boolean errIsTerminal;
    private final boolean colour;

    private Terminal(boolean outIsTerminal, boolean errIsTerminal) {
        this.out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        this.err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        this.outIsTerminal = outIsTerminal;
        this.errIsTerminal = errIsTerminal;
        this.colour = outIsTerminal
                && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"))
                && !"0".equals(System.getenv("CLICOLOR"));
    }

    /** The streams of this process; the launcher, which can tell, says in two properties what they are. */
    static Terminal ofThisProcess() {
        return new Terminal(isTerminal("out"), isTerminal("err"));
    }

    private static boolean isTerminal(String stream) {
        String said = System.getProperty("wherein.tty." + stream);
        if (said != null) {
            return said.toLowerCase(Locale.ROOT).equals("true");
        }
        Console console = System.console();
        return console != null;
    }

    /** Data, and nothing else. */
    PrintStream out() {
        return out;
    }

    /** What a person should know. */
    PrintStream err() {
        return err;
    }

    boolean outIsTerminal() {
        return outIsTerminal;
    }

    boolean errIsTerminal() {
        return errIsTerminal;
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
}
