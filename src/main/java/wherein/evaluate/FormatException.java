package wherein.evaluate;

/** A line of topics, judgements or a run that is not what was expected. The message says which, and what was. */
public final class FormatException extends Exception {

    private static final long serialVersionUID = 1;

    FormatException(int line, String message) {
        super("line " + line + ": " + message);
    }

    FormatException(String message) {
        super(message);
    }
}
