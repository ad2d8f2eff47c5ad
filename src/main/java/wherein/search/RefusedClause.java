package wherein.search;

import wherein.query.Query;

/**
 * A clause of a query that this index does not answer, with the reason.
 *
 * @param clause a pattern of the query
 * @param faulty whether it is no pattern at all; else it stands for too many words here
 * @param reason what is wrong and what to do
 */
public record RefusedClause(Query.Pattern clause, boolean faulty, String reason) {}
