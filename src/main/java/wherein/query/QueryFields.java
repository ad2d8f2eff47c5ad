package wherein.query;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The fields of the query language: those of every collection, and those that a catalogue adds. */
public final class QueryFields {

    /** Fields whose words are searched. */
    private static final Set<String> WORDS = Set.of("title", "source", "author");

    /** Fields whose whole value is compared. */
    private static final Set<String> KEYWORDS = Set.of("stance", "lang", "block");

    private static final String DATE = "date";

    /** Fields that ask the ledger; a figure may have a unit behind a point. */
    private static final Set<String> MENTIONS = Set.of("country", "person", "figure", "figure.people", "when");

    private final Set<String> own;

    /** The fields of a collection whose catalogue adds {@code own}. */
    public QueryFields(Collection<String> own) {
        this.own = Set.copyOf(own);
    }

    boolean isWords(String field) {
        return WORDS.contains(field);
    }

    boolean isKeyword(String field) {
        return KEYWORDS.contains(field) || own.contains(field);
    }

    boolean isDate(String field) {
        return DATE.equals(field);
    }

    /** Whether a clause may be about {@code field}. */
    boolean isField(String field) {
        return isWords(field) || isKeyword(field) || isDate(field) || MentionClauses.isField(field);
    }

    /** All names, in alphabetical order. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(own);
        names.addAll(WORDS);
        names.addAll(KEYWORDS);
        names.add(DATE);
        names.addAll(MENTIONS);
        return List.copyOf(names);
    }
}
