package wherein.api;

import java.util.List;
import java.util.Locale;

/** The forms in which rows are answered. */
public enum Format {
    /** One object, with a page of the rows. */
    JSON("application/json"),
    /** All rows, one object a line. */
    NDJSON("application/x-ndjson"),
    /** All rows as RFC 4180 has them, with a line of names. */
    CSV("text/csv; charset=utf-8"),
    /** Lines for the eye. */
    TXT("text/plain; charset=utf-8");

    /** The forms that rows of any kind have. */
    static final List<Format> OF_ROWS = List.of(JSON, NDJSON, CSV);

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** The word for it: {@code json}, {@code ndjson}, {@code csv} or {@code txt}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of this word. */
    public static Format of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * This as a form of an answer.
     *
     * @param schema of the page of JSON; a line of rows has none that could tell of a whole body
     */
    Form form(String schema) {
        return new Form(word(), type, this == JSON ? schema : "");
    }
}
