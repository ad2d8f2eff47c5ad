package wherein.search;

import java.util.Optional;

/**
 * What a document is to others with the same text.
 *
 * @param original the document in which this one stands; empty if it is no copy
 * @param copies how many documents stand in this one
 */
public record DocumentCopies(Optional<Original> original, int copies) {

    /** Of a document that is no copy and has none. */
    public static final DocumentCopies NONE = new DocumentCopies(Optional.empty(), 0);

    /**
     * The document in which the text of another stands.
     *
     * @param document its id
     * @param title its title
     * @param source who published it; empty for "unknown"
     * @param share of the words of the other that stand in it, sentence by sentence and word for word; at least 0.8, or almost
     */
    public record Original(String document, String title, String source, double share) {}
}
