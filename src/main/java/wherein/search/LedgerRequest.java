package wherein.search;

import java.util.List;
import wherein.query.MentionSelector;
import wherein.query.Query;

/**
 * Which rows of the ledger are asked for: the mentions that {@code rows} selects, in passages that match all the rest.
 *
 * @param query selects passages
 * @param filters select passages too, all of them
 * @param rows selects mentions in those passages
 * @param copies what becomes of rows that repeat another
 */
public record LedgerRequest(Query query, List<Filter> filters, MentionSelector rows, Copies copies) {

    /** A request that does not ask for copies. */
    public LedgerRequest(Query query, List<Filter> filters, MentionSelector rows) {
        this(query, filters, rows, Copies.UNTOLD);
    }

    /** Takes a copy. */
    public LedgerRequest {
        filters = List.copyOf(filters);
    }
}
