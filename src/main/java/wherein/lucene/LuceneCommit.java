package wherein.lucene;

import org.apache.lucene.index.DirectoryReader;
import wherein.index.Manifest;

/**
 * A commit that is open.
 *
 * @param reader of it, closed by whoever opened it
 * @param manifest what it was made from
 */
record LuceneCommit(DirectoryReader reader, Manifest manifest) {}
