package wherein.coverage;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts the candidates of some documents by their outcome. It holds three numbers a document, and one a rule. */
public final class CandidateTally {

    private static final int KINDS = Outcome.values().length;

    private final Map<Outcome, Map<String, Integer>> rules = new EnumMap<>(Outcome.class);

    /** So many of each outcome in the first document, in the second, and so on. */
    private int[] counts = new int[KINDS];

    private int documents;
    private int mentions;
    private int met;

    CandidateTally() {
        for (Outcome outcome : Outcome.values()) {
            rules.put(outcome, new TreeMap<>());
        }
    }

    /** Adds so many candidates that have become the same. */
    void add(Verdict verdict, int candidates) {
        counts[documents * KINDS + verdict.outcome().ordinal()] += candidates;
        rules.get(verdict.outcome()).merge(verdict.rule(), candidates, Integer::sum);
    }

    /** Ends a document that has so many mentions, of which {@code met} cover a candidate. */
    void nextDocument(int mentions, int met) {
        this.mentions += mentions;
        this.met += met;
        documents++;
        if ((documents + 1) * KINDS > counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length + KINDS);
        }
    }

    /** The candidates of one outcome by the rule that says so; where none does, the rule is empty. */
    public Map<String, Integer> rules(Outcome outcome) {
        return Map.copyOf(rules.get(outcome));
    }

    /** The candidates of one outcome, or of all. */
    public int count(Optional<Outcome> outcome) {
        return rules.entrySet().stream()
                .filter(each -> outcome.isEmpty() || outcome.get() == each.getKey())
                .flatMap(each -> each.getValue().values().stream())
                .mapToInt(count -> count)
                .sum();
    }

    /** How many mentions the ledger has of the same documents. */
    public int mentions() {
        return mentions;
    }

    /** How many of them cover a word of a candidate; the others are words that are no candidates, such as a lower-case name. */
    public int mentionsOfCandidates() {
        return met;
    }

    /**
     * Where to look for a candidate.
     *
     * @param document the number of its document, from 0
     * @param before how many candidates of the same outcome come before that document
     */
    record Place(int document, int before) {}

    /** Where candidate number {@code from} of one outcome, or of all, stands; takes a look at each document before it. */
    Place place(Optional<Outcome> outcome, int from) {
        int document = 0;
        int before = 0;
        while (document < documents && before + inDocument(document, outcome) <= from) {
            before += inDocument(document++, outcome);
        }
        return new Place(document, before);
    }

    private int inDocument(int number, Optional<Outcome> outcome) {
        int sum = 0;
        for (Outcome each : Outcome.values()) {
            sum += outcome.isEmpty() || outcome.get() == each ? counts[number * KINDS + each.ordinal()] : 0;
        }
        return sum;
    }
}
