/**
 * When, in the text?
 *
 * <p>In: a document, its language and its date. Out: its calendar expressions as intervals of days. The words are in
 * {@code words.tsv} and {@code cues.tsv}. Start at {@link wherein.recognise.date.Dates}, which asks one reader per shape
 * of date at each token, and then finds the missing years.
 */
package wherein.recognise.date;
