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
 * @param marked selects by what readers say of them
 */
public record LedgerRequest(Query query, List<Filter> filters, MentionSelector rows, Copies copies, Marked marked) {

    /** A request that does not ask for copies. */
    public LedgerRequest(Query query, List<Filter> filters, MentionSelector rows) {
        this(query, filters, rows, Copies.UNTOLD);
    }

    /** A request that does not ask what readers say. */
    public LedgerRequest(Query query, List<Filter> filters, MentionSelector rows, Copies copies) {
        this(query, filters, rows, copies, Marked.NOTHING);
    }

    /** Takes a copy. */
    public LedgerRequest {
        filters = List.copyOf(filters);
    }

    /** This with {@code marked} in place of its own. */
    public LedgerRequest with(Marked marked) {
        return new LedgerRequest(query, filters, rows, copies, marked);
    }
}
