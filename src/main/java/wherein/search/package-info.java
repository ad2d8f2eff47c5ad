/**
 * What answers?
 *
 * <p>In: a {@link wherein.search.SearchRequest}. Out: {@link wherein.search.Hits} with exact totals, exact marks and
 * facets. {@link wherein.search.PassageSearcher} is what a back end implements; start there.
 */
package wherein.search;
