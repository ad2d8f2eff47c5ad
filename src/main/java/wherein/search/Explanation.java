package wherein.search;

import java.util.List;
import java.util.Locale;

/**
 * What the score of a hit is made of, in words for a reader.
 *
 * @param parts what adds to it, the most first; together they are the score
 */
public record Explanation(List<Part> parts) {

    /** Takes a copy. */
    public Explanation {
        parts = List.copyOf(parts);
    }

    /**
     * One of the things that add to a score.
     *
     * @param what a word as it was asked for, two neighbours of the query with a space between, or another clause
     * @param where what it was found in
     * @param score what it adds
     */
    public record Part(String what, Where where, float score) {}

    /** What something was found in. */
    public enum Where {
        /** The text of the passage. */
        TEXT,
        /** The heading above it. */
        HEADING,
        /** The title of its document. */
        TITLE,
        /** All words of its document. */
        DOCUMENT,
        /** All words of its document, which the best documents share; it was not asked for. */
        SHARED,
        /** Other passages of its document, for what this one says nothing of. */
        OTHERS;

        /** The word for it in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
