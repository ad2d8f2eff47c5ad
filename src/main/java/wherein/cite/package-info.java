/**
 * How is it quoted, and does the quotation hold?
 *
 * <p>In: what the catalogue knows of a document, and the rows of an answer that somebody kept. Out: citations in the forms
 * that people and their programs read, addresses that lead to the quoted words, and what became of these words since.
 * Start at {@link wherein.cite.Citation} and {@link wherein.cite.Verifier}.
 */
package wherein.cite;
