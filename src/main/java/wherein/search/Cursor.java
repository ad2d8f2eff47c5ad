package wherein.search;

/**
 * The last hit of a page: the next page begins after it. It holds for the generation that it came from.
 *
 * @param key the sort key, a score or a day
 * @param document the id of its document
 * @param number its place in the document
 * @param generation the generation of the index that the page came from
 */
public record Cursor(double key, String document, int number, long generation) {}
