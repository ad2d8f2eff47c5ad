package wherein.search;

import java.io.IOException;
import java.util.function.Predicate;

/**
 * Every match of a query in the text of the passages, each by itself: a word, a whole phrase, or a mention that a clause
 * asks for. Matches of several clauses at the very same place are one. Boilerplate counts, as in the ledger; matches in
 * a title are left out. The work grows with the passages that match and with their matches.
 */
public interface Concordance {

    /**
     * How many matches there are; the passages and documents are those that hold one.
     *
     * @throws DeadlineException if that takes longer than a question may
     */
    Tally matchTally(MatchRequest request) throws IOException;

    /**
     * Hands the matches to {@code rows}, in the order of the documents in the index and of their text, until it says
     * false. Keeps none.
     *
     * @param after the row number, from 0, to begin with
     * @throws DeadlineException if that takes longer than a question may
     */
    void matches(MatchRequest request, int after, Predicate<MatchRow> rows) throws IOException;

    /**
     * As {@link #matches(MatchRequest, int, Predicate)}, those matches alone whose numbers are {@code numbers}, which ascend.
     * The matches before the last of them have to be found; passages without one of these are not read.
     */
    void matches(MatchRequest request, int[] numbers, Predicate<MatchRow> rows) throws IOException;
}
