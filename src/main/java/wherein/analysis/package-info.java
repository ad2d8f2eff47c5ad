/**
 * When are two words one?
 *
 * <p>In: text. Out: the terms that stand for its words in the index, the same for documents and queries. Start at {@link
 * wherein.analysis.TextAnalyzer}.
 */
package wherein.analysis;
