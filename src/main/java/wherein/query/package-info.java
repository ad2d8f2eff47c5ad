/**
 * What was asked?
 *
 * <p>In: the text of a query. Out: a {@link wherein.query.Query} tree that belongs to no back end, or a fault with its
 * position. Of Lucene only the query parser is used here. Start at {@link wherein.query.QueryParser}.
 */
package wherein.query;
