package wherein.search;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The mentions of an index: listed, counted and grouped without a look at the text. */
public interface Ledger {

    /** How many rows {@code request} selects. */
    Tally tally(LedgerRequest request) throws IOException;

    /**
     * Hands the rows that {@code request} selects to {@code rows}, in the order of the documents in the index and of
     * their text, until it says false. Keeps no row.
     *
     * @param after the row number, from 0, to begin with
     * @return whether rows remain
     */
    boolean mentions(LedgerRequest request, int after, Predicate<MentionRow> rows) throws IOException;

    /** Counts the rows that {@code request} selects by {@code by}: each row in one group, most rows first. */
    default List<MentionGroup> summary(LedgerRequest request, List<String> by) throws IOException {
        return summary(request, by, UnaryOperator.identity());
    }

    /**
     * As {@link #summary(LedgerRequest, List)}, with persons joined first.
     *
     * @param person the id over the whole collection for the name that a row keeps of a person
     */
    List<MentionGroup> summary(LedgerRequest request, List<String> by, UnaryOperator<String> person) throws IOException;

    /**
     * Rows that are alike.
     *
     * @param key a value for each field they are grouped by; empty for "unknown"
     */
    record MentionGroup(List<String> key, Tally tally) {

        /** Takes a copy. */
        public MentionGroup {
            key = List.copyOf(key);
        }
    }
}
