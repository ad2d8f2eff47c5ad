package wherein.search;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import wherein.query.Query;

/**
 * Every match of a query in the text of the passages, each by itself: a word, a whole phrase, or a mention that a clause
 * asks for. Matches of several clauses at the very same place are one. Boilerplate counts, as in the ledger; a title is
 * no text.
 */
public interface Concordance {

    /** How many matches {@code query} has within {@code filters}; the passages and documents are those that hold one. */
    Tally matchTally(Query query, List<Filter> filters) throws IOException;

    /**
     * Hands the matches to {@code rows}, in the order of the documents in the index and of their text, until it says
     * false. Keeps none.
     *
     * @param after the row number, from 0, to begin with
     */
    void matches(Query query, List<Filter> filters, int after, Predicate<MatchRow> rows) throws IOException;
}
