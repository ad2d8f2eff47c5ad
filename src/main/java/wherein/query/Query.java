package wherein.query;

import java.util.List;
import wherein.time.DayRange;

/** What was asked, as a tree that belongs to no back end. {@link QueryPrinter} writes it down. */
public sealed interface Query {

    /** A word, in any inflected form. */
    record Term(String text) implements Query {}

    /** Words in this order, each next to the one before. */
    record Phrase(String text) implements Query {}

    /** Words of a metadata field: title, source or author. */
    record Words(String field, String text) implements Query {}

    /** The whole value of a keyword field: stance, lang, block or one of the collection's own; case does not count. */
    record Keyword(String field, String value) implements Query {}

    /**
     * A date that may lie in {@code range}.
     *
     * @param text the range as it was written
     */
    record Dates(String text, DayRange range) implements Query {}

    /**
     * Passages with a mention.
     *
     * @param text the clause as it was written, field and all
     */
    record Mentioned(String text, MentionSelector mentions) implements Query {}

    /** Every passage. */
    record All() implements Query {}

    /** Several queries together; {@link Occur} says how each counts. */
    record Bool(List<Clause> clauses) implements Query {

        /** Takes a copy. */
        public Bool {
            clauses = List.copyOf(clauses);
        }
    }

    /** One of the queries of a {@link Bool}. */
    record Clause(Occur occur, Query query) {}

    /** How a clause counts. */
    enum Occur {
        /** It must match, and adds to the score. */
        MUST,
        /** It may match, and adds to the score; if no clause must, at least one of these does. */
        SHOULD,
        /** It must not match. */
        MUST_NOT,
        /** It must match, and adds no score. */
        FILTER
    }
}
