package wherein.lucene;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import wherein.duplicate.Words;
import wherein.text.Span;

/**
 * Gives each word of a copied passage one place for all copies: a letter of the sentence that holds all its copies. A passage is
 * looked up in the one that holds it, and a sentence of that one in the sentence that holds it. Places are counted in letters
 * ({@link Words#letters}), so that line ends do not move them. Takes some 12 bytes a passage, and 12 for each sentence of those that
 * hold others. Immutable.
 */
final class CopyPlaces {

    private final int[] docs;
    private final int[] holders;
    private final int[] starts;
    private final List<Holder> all;

    /**
     * A passage that holds others, or a sentence that is copied.
     *
     * @param begins the letter at which each of its sentences begins, from 0, and that behind the last
     * @param sentences the number of each, or of the sentence that holds it
     * @param shifts the letter at which it begins there
     */
    record Holder(int[] begins, int[] sentences, int[] shifts) {}

    /**
     * A passage that is looked up.
     *
     * @param holder the number of the passage that holds it, or of itself
     * @param start the letter at which it begins there
     */
    record Held(int holder, int start) {}

    /** A part of a passage that lies within one sentence: letters {@code from} to {@code to} of sentence {@code sentence}. */
    record Piece(int sentence, int from, int to) {}

    /** Is shown pieces. */
    interface Pieces {
        void piece(Piece piece);
    }

    /** The passages by their Lucene documents. */
    CopyPlaces(Map<Integer, Held> passages, List<Holder> holders) {
        this.docs = passages.keySet().stream().mapToInt(doc -> doc).sorted().toArray();
        this.holders = new int[docs.length];
        this.starts = new int[docs.length];
        for (int i = 0; i < docs.length; i++) {
            Held held = passages.get(docs[i]);
            this.holders[i] = held.holder;
            this.starts[i] = held.start;
        }
        this.all = holders;
    }

    /** Whether words of passage {@code doc} may stand elsewhere too. */
    boolean has(int doc) {
        return Arrays.binarySearch(docs, doc) >= 0;
    }

    /** The place of the letter that is number {@code letter} of passage {@code doc}. */
    long of(int doc, int letter) {
        int at = Arrays.binarySearch(docs, doc);
        Holder holder = all.get(holders[at]);
        int there = starts[at] + letter;
        int sentence = sentence(holder, there);
        return (long) holder.sentences[sentence] << Integer.SIZE
                | (there - holder.begins[sentence] + holder.shifts[sentence]);
    }

    private static int sentence(Holder holder, int letter) {
        int count = holder.sentences.length;
        int found = Arrays.binarySearch(holder.begins, 0, count, letter);
        if (found < 0) {
            return Math.max(0, -found - 2);
        }
        // Of sentences without a letter, the last that begins here has it.
        while (found + 1 < count && holder.begins[found + 1] == letter) {
            found++;
        }
        return found;
    }

    /** Shows {@code taker} what passage {@code doc}, which has {@code letters} letters, has of each sentence. */
    void pieces(int doc, int letters, Pieces taker) {
        int at = Arrays.binarySearch(docs, doc);
        Holder holder = all.get(holders[at]);
        int last = starts[at] + letters;
        for (int i = sentence(holder, starts[at]); i < holder.sentences.length && holder.begins[i] < last; i++) {
            int end = holder.begins[i + 1];
            int from = Math.max(holder.begins[i], starts[at]);
            int to = Math.min(end, last);
            if (from < to) {
                int shift = holder.shifts[i] - holder.begins[i];
                taker.piece(new Piece(holder.sentences[i], from + shift, to + shift));
            }
        }
    }

    /** The letters of passage {@code doc}, which holds others, that its sentence number {@code sentence} has, from 1. */
    Span letters(int doc, int sentence) {
        Holder holder = all.get(holders[Arrays.binarySearch(docs, doc)]);
        return new Span(holder.begins[sentence - 1], holder.begins[sentence]);
    }
}
