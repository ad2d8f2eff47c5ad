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
 */
public record LedgerRequest(Query query, List<Filter> filters, MentionSelector rows) {

    /** Takes a copy. */
    public LedgerRequest {
        filters = List.copyOf(filters);
    }
}
