/**
 * What does a page of a PDF say, in which order?
 *
 * <p>In: a PDF file, which knows glyphs and where they are drawn, and neither words nor lines. Out: an {@link wherein.format.Extract}:
 * paragraphs in the order in which they are read, with the pages on which they stand. Start at {@link
 * wherein.format.pdf.PdfText}: {@code Glyphs} gathers what a page draws, {@code Columns} cuts a page at its gutters, {@code Lines}
 * puts glyphs together to words and lines, {@code Blocks} lines to paragraphs, {@code Furniture} tells what is repeated on each page,
 * and {@code Flow} joins what a column or a page cuts. It runs in a child process.
 */
package wherein.format.pdf;
