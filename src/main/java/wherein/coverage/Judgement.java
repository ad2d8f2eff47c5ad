package wherein.coverage;

import java.util.Set;

/**
 * What becomes of a candidate as far as its document can tell: of a capitalised word it may matter whether the collection has it in
 * lower case too.
 *
 * @param ifCommon the words, in lower case, that the collection must have so for {@code verdict} to hold: else nobody knows. Empty
 *     where the verdict holds in any case
 */
record Judgement(Set<String> ifCommon, Verdict verdict) {

    static final Judgement UNKNOWN = new Judgement(Set.of(), Verdict.UNKNOWN);

    /** Takes a copy. */
    Judgement {
        ifCommon = Set.copyOf(ifCommon);
    }

    /** What becomes of it where a collection has {@code common} words in lower case, and perhaps others that nobody asks for. */
    Verdict in(Set<String> common) {
        return common.containsAll(ifCommon) ? verdict : Verdict.UNKNOWN;
    }
}
