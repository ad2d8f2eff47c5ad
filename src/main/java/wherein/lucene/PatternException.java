package wherein.lucene;

import wherein.query.Query;
import wherein.query.QueryPrinter;
import wherein.search.RefusedClause;

/** A pattern that this index does not answer; {@link LuceneSearcher#refused} finds it before a search does. */
final class PatternException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient RefusedClause refused;

    /**
     * Refuses {@code pattern}.
     *
     * @param faulty whether it is no pattern at all
     * @param reason what follows the pattern in the message
     */
    PatternException(Query.Pattern pattern, boolean faulty, String reason) {
        super(QueryPrinter.print(pattern) + " " + reason);
        this.refused = new RefusedClause(pattern, faulty, getMessage());
    }

    RefusedClause refused() {
        return refused;
    }
}
