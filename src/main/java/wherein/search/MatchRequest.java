package wherein.search;

import java.util.List;
import wherein.query.Query;

/**
 * A question for the matches of a query.
 *
 * @param query what matches
 * @param filters of the passages in which it does
 * @param copies what becomes of matches that repeat another
 */
public record MatchRequest(Query query, List<Filter> filters, Copies copies) {

    /** A request that does not ask for copies. */
    public MatchRequest(Query query, List<Filter> filters) {
        this(query, filters, Copies.UNTOLD);
    }

    /** Takes a copy. */
    public MatchRequest {
        filters = List.copyOf(filters);
    }
}
