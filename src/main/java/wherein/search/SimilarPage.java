package wherein.search;

import java.util.List;

/**
 * Pairs of a document's passages with others, and how many there are in all.
 *
 * @param total pairs
 * @param documents in which the others stand
 * @param pairs this page of them, in the order of the passages here, and then of the others
 */
public record SimilarPage(int total, int documents, List<Similar> pairs) {

    /** Takes a copy. */
    public SimilarPage {
        pairs = List.copyOf(pairs);
    }
}
