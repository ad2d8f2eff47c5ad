/**
 * What was in the file?
 *
 * <p>In: a folder of files and its catalogue. Out: {@link wherein.document.Document documents}, and the {@link
 * wherein.document.Passage passages} that tile each, the units that are indexed and found. Nothing here knows of an
 * index, a query or a mention.
 *
 * <p>Offsets are UTF-16 positions in {@link wherein.document.Document#text}, which never changes once read. Start at
 * {@link wherein.document.Collection}, then {@link wherein.document.DocumentReader} and {@link
 * wherein.document.Splitter}.
 */
package wherein.document;
