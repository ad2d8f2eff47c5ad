/**
 * How fast is it, beside what could be had without it? Texts of packages become collections of any size, raw Lucene answers the
 * same queries with the same totals, and a client asks all of them in turn. {@link wherein.bench.Main} is the way in; nothing of
 * this is in the jar.
 */
package wherein.bench;
