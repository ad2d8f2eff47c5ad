package wherein.search;

import java.util.List;
import wherein.query.Query;

/**
 * A question for the matches of a query.
 *
 * @param query what matches
 * @param filters of the passages in which it does
 * @param streamed whether the answer is as long as it takes, with the time that a question has for each passage that holds a
 *     match; if not, the whole of it has to be answered in that time
 */
public record MatchRequest(Query query, List<Filter> filters, boolean streamed) {

    /** Takes a copy. */
    public MatchRequest {
        filters = List.copyOf(filters);
    }
}
