package wherein.coverage;

import java.util.Map;
import java.util.Set;

/** What became of the candidates of one document, as far as the document tells: some 8 bytes for each judgement. Immutable. */
final class DocumentAccount {

    private final String id;
    private final int mentions;
    private final int met;
    private final Judgement[] judgements;
    private final int[] counts;

    /**
     * That of a document.
     *
     * @param mentions how many the ledger has of it
     * @param met how many of them cover a word of a candidate
     * @param candidates how many have become the same
     */
    DocumentAccount(String id, int mentions, int met, Map<Judgement, Integer> candidates) {
        this.id = id;
        this.mentions = mentions;
        this.met = met;
        this.judgements = candidates.keySet().toArray(Judgement[]::new);
        this.counts = candidates.values().stream().mapToInt(count -> count).toArray();
    }

    /** Of the document. */
    String id() {
        return id;
    }

    /** Adds it to {@code tally}, of a collection that has {@code common} words in lower case. */
    void addTo(CandidateTally tally, Set<String> common) {
        for (int i = 0; i < judgements.length; i++) {
            tally.add(judgements[i].in(common), counts[i]);
        }
        tally.nextDocument(mentions, met);
    }
}
