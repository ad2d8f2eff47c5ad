/**
 * When, in the text?
 *
 * <p>In: a document, its language and its date. Out: its calendar expressions as intervals of days. The words of a
 * language are in its file beside {@link wherein.recognise.language.Language}, and what stands beside a bare year in {@code
 * cues.tsv}. Start at {@link wherein.recognise.date.Dates}, which asks one reader per shape
 * of date at each token, and then finds the missing years.
 */
package wherein.recognise.date;
