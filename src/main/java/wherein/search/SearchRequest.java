package wherein.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wherein.query.Query;

/**
 * A ranked search.
 *
 * @param query what was asked
 * @param filters all must pass
 * @param order of the hits
 * @param byDocument whether only the best passage of each document is a hit
 * @param perDocument how many passages of a document stand together at the place of its best, with those that are folded into them;
 *     0 if each passage stands by itself. Not with {@code byDocument}
 * @param limit how many hits at most, from 0; how many documents where their passages stand together
 * @param after where the last page ended; empty for the first
 * @param facets the fields whose values are counted
 * @param explain whether each hit says what its score is made of; in an order of relevance
 * @param copies what becomes of passages that repeat another
 * @param question whether it is a question, which no heading answers, however much of it the heading repeats
 * @param details what is read of each hit beside what all have
 */
public record SearchRequest(
        Query query,
        List<Filter> filters,
        Order order,
        boolean byDocument,
        int perDocument,
        int limit,
        Optional<Cursor> after,
        List<FacetRequest> facets,
        boolean explain,
        Copies copies,
        boolean question,
        Set<Hit.Detail> details) {

    /** A request that explains nothing, does not ask for copies and is no question. */
    public SearchRequest(
            Query query,
            List<Filter> filters,
            Order order,
            boolean byDocument,
            int limit,
            Optional<Cursor> after,
            List<FacetRequest> facets) {
        this(query, filters, order, byDocument, limit, after, facets, false, Copies.UNTOLD);
    }

    /** A request that is no question, of passages by themselves, and reads all there is of each hit. */
    public SearchRequest(
            Query query,
            List<Filter> filters,
            Order order,
            boolean byDocument,
            int limit,
            Optional<Cursor> after,
            List<FacetRequest> facets,
            boolean explain,
            Copies copies) {
        this(
                query,
                filters,
                order,
                byDocument,
                0,
                limit,
                after,
                facets,
                explain,
                copies,
                false,
                EnumSet.allOf(Hit.Detail.class));
    }

    /** In what order hits come; what is equal comes in order of document id and place in the document. */
    public enum Order {
        /** Best first. */
        RELEVANCE,
        /** Oldest first by the first day of the date, unknown dates last. */
        DATE,
        /** Newest first by the first day of the date, unknown dates last. */
        DATE_DESCENDING
    }

    /** Takes copies. */
    public SearchRequest {
        filters = List.copyOf(filters);
        facets = List.copyOf(facets);
        if (perDocument < 0 || byDocument && perDocument > 0) {
            throw new IllegalArgumentException(perDocument + " passages of a document" + (byDocument ? " of one" : ""));
        }
        details = Set.copyOf(details);
        if (limit < 0) {
            throw new IllegalArgumentException("limit is " + limit + ", must be at least 0");
        }
    }

    /** The first {@code limit} best passages for {@code query} within {@code filters}. */
    public static SearchRequest best(Query query, List<Filter> filters, int limit) {
        return new SearchRequest(query, filters, Order.RELEVANCE, false, limit, Optional.empty(), List.of());
    }
}
