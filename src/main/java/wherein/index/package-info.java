/**
 * How does it get in?
 *
 * <p>In: collections. Out: their documents and passages, handed to a {@link wherein.index.PassageSink}, a {@link
 * wherein.index.Manifest} of what they came from, and an {@link wherein.index.IndexReport} of what a reader should know.
 * Start at {@link wherein.index.Indexer}.
 */
package wherein.index;
