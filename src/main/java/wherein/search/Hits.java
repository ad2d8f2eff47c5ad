package wherein.search;

import java.util.List;
import java.util.Optional;

/**
 * The answer to a search: exact totals, and one page of hits. Its size grows with the page and not with the totals.
 *
 * @param passages how many passages match, exactly
 * @param documents how many documents they stand in, exactly
 * @param copies how many of the passages repeat another; they are among {@code passages} unless they were left out; 0 where nobody
 *     asked
 * @param hits this page of them
 * @param next where the next page begins; empty on the last
 * @param facets as asked for
 */
public record Hits(int passages, int documents, int copies, List<Hit> hits, Optional<Cursor> next, List<Facet> facets) {

    /** Takes copies. */
    public Hits {
        hits = List.copyOf(hits);
        facets = List.copyOf(facets);
    }
}
