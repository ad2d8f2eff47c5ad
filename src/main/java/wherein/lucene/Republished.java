package wherein.lucene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;
import wherein.search.Deadline;

/**
 * The documents whose text stands in another: at least {@value #HELD} of its words, sentence by sentence and word for word. Of
 * documents that stand in each other, the first in the order of the documents is the original, and the others are copies of it.
 * Documents are known by the ordinals of their ids. Holds nothing of documents that are neither. Immutable.
 */
final class Republished {

    /** So much of a text has to stand in another: a headline and a line on who wrote it may differ. */
    static final double HELD = 0.8;

    /** Text that weighs less, as headings do, may stand in another by chance. */
    private static final int LEAST_WEIGHT = 16;

    /** Of the documents that have a piece, so many are asked whether they have the rest. */
    private static final int MOST_ASKED = 8;

    /** So many are looked at for these. */
    private static final int MOST_SEEN = 64;

    private static final int NONE = -1;

    private final TreeMap<Integer, Copy> copies = new TreeMap<>();
    private final Map<Integer, Integer> counts = new HashMap<>();

    /** The first of the documents that stand in each other, for each but the first. */
    private final Map<Integer, Integer> firsts = new HashMap<>();

    private Republished() {}

    /**
     * A document whose text stands in another.
     *
     * @param original the other
     * @param share of its words that stand there
     */
    record Copy(int original, double share) {}

    /** What {@code document} is a copy of; null if it is none. */
    Copy of(int document) {
        return copies.get(document);
    }

    /** How many documents are copies of {@code document}. */
    int copiesOf(int document) {
        return counts.getOrDefault(document, 0);
    }

    /** Those of {@code documents} whose text stands in another of these. */
    FixedBitSet among(FixedBitSet documents) {
        FixedBitSet found = new FixedBitSet(documents.length());
        FixedBitSet kinds = new FixedBitSet(documents.length());
        for (int each : copies.keySet()) {
            if (documents.get(each)) {
                kinds.set(first(each));
            }
        }
        FixedBitSet seen = new FixedBitSet(documents.length());
        counts.keySet().stream().filter(documents::get).forEach(original -> {
            kinds.set(first(original));
            seen.set(original);
        });
        copies.forEach((each, copy) -> {
            if (documents.get(each)) {
                int kind = first(each);
                boolean isRepeated = seen.getAndSet(kind);
                Copy whole = copies.get(kind);
                boolean isPart = whole != null && kinds.get(first(whole.original));
                if (each != kind && isRepeated || isPart) {
                    found.set(each);
                }
            }
        });
        return found;
    }

    private int first(int document) {
        return firsts.getOrDefault(document, document);
    }

    @Override
    public String toString() {
        return copies.size() + " documents that stand in others";
    }

    /** Takes the pieces of documents that stand elsewhere too. Needs some 24 bytes of memory for each until all is known. */
    static final class Builder {
        private int size;
        private int[] documents = new int[64];
        private int[] sentences = new int[64];
        private int[] froms = new int[64];
        private int[] tos = new int[64];
        private float[] weights = new float[64];

        /** What the pieces of each sentence are, in the order of the documents, and where those of each begin. */
        private int[] bySentence;

        private int[] begins;

        /** Adds a piece of {@code document}; documents come in their order. */
        void add(int document, CopyPlaces.Piece piece, float weight) {
            if (size == documents.length) {
                documents = ArrayUtil.grow(documents);
                sentences = Arrays.copyOf(sentences, documents.length);
                froms = Arrays.copyOf(froms, documents.length);
                tos = Arrays.copyOf(tos, documents.length);
                weights = Arrays.copyOf(weights, documents.length);
            }
            documents[size] = document;
            sentences[size] = piece.sentence();
            froms[size] = piece.from();
            tos[size] = piece.to();
            weights[size++] = weight;
        }

        /**
         * Finds the documents that stand in others.
         *
         * @param whole what all words of each document weigh
         */
        Republished build(int[] whole, Deadline deadline) {
            sort();
            Map<Integer, TreeMap<Integer, Double>> within = new TreeMap<>();
            for (int begin = 0, end; begin < size; begin = end) {
                end = begin + 1;
                while (end < size && documents[end] == documents[begin]) {
                    end++;
                }
                int weight = whole[documents[begin]];
                TreeMap<Integer, Double> holders =
                        weight < LEAST_WEIGHT ? new TreeMap<>() : holders(begin, end, weight, deadline);
                if (!holders.isEmpty()) {
                    within.put(documents[begin], holders);
                }
            }
            return told(within, whole);
        }

        /** A counting sort, which leaves the order of documents as it is. */
        private void sort() {
            int most = Arrays.stream(sentences, 0, size).max().orElse(NONE) + 1;
            begins = new int[most + 1];
            for (int i = 0; i < size; i++) {
                begins[sentences[i] + 1]++;
            }
            Arrays.parallelPrefix(begins, Integer::sum);
            int[] next = begins.clone();
            bySentence = new int[size];
            for (int i = 0; i < size; i++) {
                bySentence[next[sentences[i]]++] = i;
            }
        }

        /** The documents that hold the one whose pieces are {@code begin} to {@code end}, with the share of it that they hold. */
        private TreeMap<Integer, Double> holders(int begin, int end, int whole, Deadline deadline) {
            Map<Integer, Double> votes = new TreeMap<>();
            double some = 0;
            for (int i = begin; i < end; i++) {
                deadline.step();
                int before = votes.size();
                int asked = vote(i, votes);
                some += asked > 0 || votes.size() > before ? weights[i] : 0;
            }
            TreeMap<Integer, Double> holders = new TreeMap<>();
            if (some < HELD * whole) {
                return holders;
            }
            votes.forEach((other, weight) -> {
                if (weight >= HELD / 2 * whole) {
                    double share = share(begin, end, other, whole);
                    if (share >= HELD) {
                        holders.put(other, share);
                    }
                }
            });
            return holders;
        }

        /** Lets the first documents that have all of piece {@code i} have its weight; says how many there are. */
        private int vote(int i, Map<Integer, Double> votes) {
            int asked = 0;
            int last = NONE;
            int to = begins[sentences[i] + 1];
            for (int at = begins[sentences[i]]; at < to && at < begins[sentences[i]] + MOST_SEEN; at++) {
                int other = bySentence[at];
                int document = documents[other];
                if (asked < MOST_ASKED && document != documents[i] && document != last && isHeld(i, other)) {
                    last = document;
                    votes.merge(document, (double) weights[i], Double::sum);
                    asked++;
                }
            }
            return asked;
        }

        private boolean isHeld(int one, int other) {
            return froms[other] <= froms[one] && tos[one] <= tos[other];
        }

        /** How much of the pieces stands in {@code other}, of a document that weighs {@code whole}. */
        private double share(int begin, int end, int other, int whole) {
            double held = 0;
            for (int i = begin; i < end; i++) {
                for (int at = first(sentences[i], other);
                        at < begins[sentences[i] + 1] && documents[bySentence[at]] == other;
                        at++) {
                    if (isHeld(i, bySentence[at])) {
                        held += weights[i];
                        break;
                    }
                }
            }
            return Math.min(1, held / whole);
        }

        /** Where the pieces of {@code sentence} begin that {@code document} has, or would have. */
        private int first(int sentence, int document) {
            int low = begins[sentence];
            int high = begins[sentence + 1];
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (documents[bySentence[middle]] < document) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private Republished told(Map<Integer, TreeMap<Integer, Double>> within, int[] whole) {
            Republished told = new Republished();
            within.forEach((document, holders) -> {
                for (int other : holders.keySet()) {
                    if (other < document
                            && within.getOrDefault(other, new TreeMap<>()).containsKey(document)) {
                        told.firsts.put(document, told.first(other));
                        return;
                    }
                }
            });
            within.forEach((document, holders) -> original(told, document, holders)
                    .ifPresent(original -> {
                        int begin = Arrays.binarySearch(documents, 0, size, document);
                        while (begin > 0 && documents[begin - 1] == document) {
                            begin--;
                        }
                        int end = begin;
                        while (end < size && documents[end] == document) {
                            end++;
                        }
                        told.copies.put(document, new Copy(original, share(begin, end, original, whole[document])));
                        told.counts.merge(original, 1, Integer::sum);
                    }));
            return told;
        }

        /** Which document is told to be the original of {@code document}, if any of those that hold it. */
        private static OptionalInt original(Republished told, int document, TreeMap<Integer, Double> holders) {
            int first = told.first(document);
            if (first != document) {
                return OptionalInt.of(first);
            }
            return holders.entrySet().stream()
                    .filter(each -> told.first(each.getKey()) != document)
                    .max(Map.Entry.<Integer, Double>comparingByValue().thenComparing(each -> -each.getKey()))
                    .map(best -> {
                        int other = told.first(best.getKey());
                        return OptionalInt.of(holders.containsKey(other) ? other : best.getKey());
                    })
                    .orElse(OptionalInt.empty());
        }
    }
}
