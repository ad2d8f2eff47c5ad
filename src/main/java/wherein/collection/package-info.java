/**
 * Which files are it, and what is said of each?
 *
 * <p>In: a folder of files, its catalogue and its table of metadata. Out: the {@link wherein.document.Document documents} of each file,
 * by the {@link wherein.format formats}. Start at {@link wherein.collection.Collection}, then {@link
 * wherein.collection.DocumentReader}.
 */
package wherein.collection;
