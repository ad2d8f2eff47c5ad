package wherein.query;

import java.util.Locale;

/** What a question asks for. */
public enum Asks {
    /** How many, or how much. */
    FIGURE,
    /** Who. */
    PERSON,
    /** Where. */
    COUNTRY,
    /** When. */
    DATE,
    /** Something else. */
    TEXT;

    /** What an answer calls it: the type of mentions that may answer, or {@code text}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
