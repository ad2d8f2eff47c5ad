package wherein.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wherein.mention.Mention;

/** What of a ledger has names that readers ask by. */
public enum Named {
    /** States, by names and codes. */
    COUNTRY(Mention.Type.COUNTRY),
    /** Individuals, by the names that documents have for them. */
    PERSON(Mention.Type.PERSON),
    /** What figures count or measure. */
    UNIT(Mention.Type.FIGURE);

    /** Those that are what a mention speaks of, and not a part of it. */
    public static final List<Named> ENTITIES = List.of(COUNTRY, PERSON);

    private final Mention.Type type;

    Named(Mention.Type type) {
        this.type = type;
    }

    /** The word for it in the API: {@code country}, {@code person} or {@code unit}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mentions that have such a name. */
    public Mention.Type type() {
        return type;
    }

    /** The one of this {@link #word}; empty if there is none. */
    public static Optional<Named> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The country or person of this {@link #word}; empty if it is another. */
    public static Optional<Named> entity(String word) {
        return of(word).filter(ENTITIES::contains);
    }
}
