/**
 * How does one machine do it?
 *
 * <p>In: documents and passages to keep, requests to answer. Out: a Lucene index with a Lucene document for each passage
 * and one for each whole document, and answers from it. Start at {@link wherein.lucene.LuceneIndex}; {@code Fields} says
 * what is kept, {@code LuceneQueries} how our queries become Lucene's.
 */
package wherein.lucene;
