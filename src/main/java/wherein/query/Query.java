package wherein.query;

import java.util.List;
import java.util.Optional;
import wherein.time.DayRange;

/**
 * What was asked, as a tree that belongs to no back end. {@link QueryPrinter} writes it down.
 *
 * <p>A {@code field} of words is empty for the text of a passage, or {@code title}, {@code source} or {@code author}. The
 * patterns ({@link Wildcard}, {@link Fuzzy}, {@link Regex}, {@link WordRange}) look at words as they are written, case and
 * accents apart, and take keyword fields too.
 */
public sealed interface Query {

    /** The field of words that stands for the text of a passage. */
    String TEXT = "";

    /** Looks for words in one field. */
    sealed interface OfWords extends Query permits Word, Phrase, Exact, Pattern {

        /** Where: see above. */
        String field();
    }

    /** Stands for many words, of which each is written as it says. */
    sealed interface Pattern extends OfWords permits Wildcard, Fuzzy, Regex, WordRange {}

    /** A word, in any inflected form; a text of several words is a phrase. */
    record Word(String field, String text) implements OfWords {}

    /**
     * Words in this order, each next to the one before.
     *
     * @param slop how many places the words may be away from that, the farthest ahead and the farthest behind together
     */
    record Phrase(String field, String text, int slop) implements OfWords {}

    /**
     * A word as it is written, case and accents apart, and in no other form; several words stand in this order, each next to
     * the one before.
     *
     * @param slop as that of a {@link Phrase}
     */
    record Exact(String field, String text, int slop) implements OfWords {}

    /**
     * A word by some of its letters.
     *
     * @param pattern {@code *} stands for any letters or none, {@code ?} for one, and {@code \} takes the sign behind it as
     *     it is
     */
    record Wildcard(String field, String pattern) implements Pattern {}

    /** A word with some letters inserted, left out, changed or swapped: at most {@code edits}, 1 or 2. */
    record Fuzzy(String field, String text, int edits) implements Pattern {}

    /** A whole word by a regular expression, in Lucene's syntax without its optional operators. */
    record Regex(String field, String expression) implements Pattern {}

    /**
     * Words between two others in the order of their code points; an empty end is open.
     *
     * @param fromIncluded whether {@code from} itself counts
     * @param toIncluded whether {@code to} itself counts
     */
    record WordRange(String field, String from, String to, boolean fromIncluded, boolean toIncluded)
            implements Pattern {}

    /**
     * Things near each other in the text: one of each, none overlapping another, and from each to the next in the order of
     * the text at most {@code distance} words between.
     *
     * @param operands words, phrases, patterns, mention clauses, other {@code Near}s, and groups of which any will do
     * @param ordered whether they must stand in the order of the operands
     */
    record Near(List<Query> operands, int distance, boolean ordered) implements Query {

        /** Takes a copy. */
        public Near {
            operands = List.copyOf(operands);
        }
    }

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

    /** A query whose score counts {@code factor} times, which is above 0. */
    record Boost(Query query, float factor) implements Query {}

    /** Several queries together; {@link Occur} says how each counts. */
    record Bool(List<Clause> clauses) implements Query {

        /** Takes a copy. */
        public Bool {
            clauses = List.copyOf(clauses);
        }
    }

    /** One of the queries of a {@link Bool}. */
    record Clause(Occur occur, Query query) {

        /** Whether it says what to find, and not what to leave away. */
        boolean asks() {
            return occur != Occur.MUST_NOT;
        }
    }

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

    /** All patterns in this, in the order in which they were written. */
    default List<Pattern> patterns() {
        return switch (this) {
            case Pattern pattern -> List.of(pattern);
            case Boost boost -> boost.query().patterns();
            case Near near ->
                near.operands().stream()
                        .flatMap(operand -> operand.patterns().stream())
                        .toList();
            case Bool bool ->
                bool.clauses().stream()
                        .flatMap(clause -> clause.query().patterns().stream())
                        .toList();
            default -> List.of();
        };
    }

    /** This without the clauses that hold {@code pattern}; empty if nothing is left that finds something. */
    default Optional<Query> without(Pattern pattern) {
        if (!patterns().contains(pattern)) {
            return Optional.of(this);
        }
        if (!(this instanceof Bool bool)) {
            return Optional.empty();
        }
        List<Clause> left = bool.clauses().stream()
                .flatMap(clause ->
                        clause.query().without(pattern).map(query -> new Clause(clause.occur(), query)).stream())
                .toList();
        boolean asked = bool.clauses().stream().anyMatch(Clause::asks);
        boolean asks = left.stream().anyMatch(Clause::asks);
        // Exclusions alone would find all the rest, which nobody asked for.
        return left.isEmpty() || asked && !asks ? Optional.empty() : Optional.of(new Bool(left));
    }

    /** This without boosts around it. */
    default Query unboosted() {
        return this instanceof Boost boost ? boost.query().unboosted() : this;
    }
}
