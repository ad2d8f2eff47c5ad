package wherein.search;

import java.util.List;

/**
 * The copies of a passage in the whole collection.
 *
 * @param total how many there are
 * @param first some of them, in the order of the documents
 */
public record HitCopies(int total, List<Copy> first) {

    /** Of a passage that has none, or of which nobody asked. */
    public static final HitCopies NONE = new HitCopies(0, List.of());

    /** Takes a copy. */
    public HitCopies {
        first = List.copyOf(first);
    }

    /**
     * One of them.
     *
     * @param document the id of its document
     * @param number its place in the document, from 1
     * @param title of its document
     * @param source of its part; empty for "unknown"
     * @param start where it starts in the document, in code points
     * @param end where it ends there, exclusive
     */
    public record Copy(String document, int number, String title, String source, int start, int end) {

        /** The passage's id. */
        public String id() {
            return document + ":" + number;
        }
    }
}
