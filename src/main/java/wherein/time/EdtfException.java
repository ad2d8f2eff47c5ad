package wherein.time;

/** A text that should be a date and is none. The message names the text and the form that was expected. */
public final class EdtfException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    EdtfException(String text, String expected) {
        super("\"" + text + "\" is no date: expected " + expected);
    }
}
