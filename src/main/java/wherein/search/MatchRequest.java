package wherein.search;

import java.util.List;
import wherein.query.Query;

/**
 * A question for the matches of a query.
 *
 * @param query what matches
 * @param filters of the passages in which it does
 */
public record MatchRequest(Query query, List<Filter> filters) {

    /** Takes a copy. */
    public MatchRequest {
        filters = List.copyOf(filters);
    }
}
