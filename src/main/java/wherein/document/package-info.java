/**
 * What is a document, and what are its passages?
 *
 * <p>In: a {@link wherein.document.Document}, its text and what is known of it. Out: the {@link
 * wherein.document.Passage passages} that tile it, the units that are indexed and found, and {@link wherein.document.Note
 * notes} of what a reader should know. Nothing here knows of a file's format, an index, a query or a mention.
 *
 * <p>Offsets are UTF-16 positions in {@link wherein.document.Document#text}, which never changes once read. Start at
 * {@link wherein.document.Document}, then {@link wherein.document.Splitter}.
 */
package wherein.document;
