package wherein.lucene;

import java.util.Optional;
import java.util.function.Function;
import wherein.search.Copies;
import wherein.search.Deadline;

/**
 * What becomes of copies in the answer to one request.
 *
 * @param known which there are; empty where nobody asks
 */
record Folding(Copies copies, Optional<Duplicates> known) {

    /** Copies are like all others. */
    static final Folding UNTOLD = new Folding(Copies.UNTOLD, Optional.empty());

    /** What is left of some matches, and those of them that repeat another, where that is asked. */
    record Folded(MatchSet kept, Optional<MatchSet> copies) {

        /** How many of the matches repeat another. */
        int count() {
            return copies.map(MatchSet::size).orElse(0);
        }

        /** Whether {@code doc} repeats another. */
        boolean isCopy(int doc) {
            return copies.isPresent() && copies.get().contains(doc);
        }
    }

    /** Folds passages. */
    Folded passages(MatchSet all, Deadline deadline) {
        return folded(all, duplicates -> duplicates.amongPassages(all, deadline));
    }

    private Folded folded(MatchSet all, Function<Duplicates, MatchSet> among) {
        Optional<MatchSet> repeated = known.map(among);
        return new Folded(isFolded() ? repeated.map(all::without).orElse(all) : all, repeated);
    }

    /** Whether copies are left out. */
    boolean isFolded() {
        return copies == Copies.FOLDED;
    }
}
