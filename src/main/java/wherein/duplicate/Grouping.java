package wherein.duplicate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.text.Span;

/**
 * Puts texts that are the same into groups. All texts are read once, and those with the same words are one from then on. Texts come
 * the longest first, and each is compared with representatives alone: it joins the group of one that holds all its words in a row, or
 * founds a group. So the groups depend on the texts and their places only, and not on the order in which they were added.
 */
final class Grouping {

    /** With so many representatives at most is a text compared: those with which it shares most prints, and the rarest. */
    private static final int MOST_COMPARED = 8;

    /** Of the prints of a text that tell something, one in so many has to be shared: of one in which each sixth word is another, a sixth is. */
    private static final int SHARED = 6;

    /** The words of so many representatives are kept at hand. */
    private static final int AT_HAND = 256;

    private static final int NONE = -1;

    private final Units units;
    private final Groups.Texts texts;
    private final Digests digests;
    private final PrintIndex index = new PrintIndex();

    /** The text that founded the group of each; by numbers of {@link #units}, as all below. */
    final int[] founders;

    /** The words of each by their numbers in the representative of its group, and where they stand among its letters. */
    final Spans runs;

    final Spans letters;

    /** Each text that is a variant, and beside it the representative that it is one of. */
    final IntList variants = new IntList();

    final IntList originals = new IntList();

    /** Those that founded a group, in this order. */
    private final IntList founded = new IntList();

    private final Map<Integer, Words> atHand = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Words> eldest) {
            return size() > AT_HAND;
        }
    };

    private Grouping(Units units, Groups.Texts texts) {
        this.units = units;
        this.texts = texts;
        this.digests = new Digests(units.size());
        this.founders = new int[units.size()];
        this.runs = new Spans(units.size());
        this.letters = new Spans(units.size());
    }

    /** The groups of {@code units}; {@code inOrder} are their numbers in the order of the documents. */
    static Grouping of(Units units, int[] inOrder, Groups.Texts texts) throws IOException {
        Grouping grouping = new Grouping(units, texts);
        for (int i = 0; i < units.size(); i++) {
            grouping.read(i);
        }
        for (int unit : units.longestFirst(inOrder)) {
            grouping.add(unit);
        }
        return grouping;
    }

    private void read(int unit) throws IOException {
        Words words = texts.of(units.source(unit), units.span(unit));
        digests.set(unit, words.digest());
        runs.set(unit, new Span(0, words.size()));
        letters.set(unit, new Span(0, words.letters(words.size())));
    }

    private void add(int unit) throws IOException {
        int equal = digests.first(unit);
        if (equal != unit) {
            place(unit, founders[equal], runs.get(equal), letters.get(equal));
            return;
        }
        int known = variants.size();
        List<Integer> candidates = candidates(unit);
        Words words = candidates.isEmpty() ? null : words(unit);
        for (int candidate : candidates) {
            Words other = words(candidate);
            Optional<Match> match = Match.of(words, other);
            if (match.isEmpty()) {
                continue;
            }
            Span run = match.get().right();
            if (match.get().likeness() == Likeness.SAME && match.get().left().length() == words.size()) {
                variants.cut(known);
                originals.cut(known);
                place(unit, candidate, run, new Span(other.letters(run.start()), other.letters(run.end())));
                return;
            }
            variants.add(unit);
            originals.add(candidate);
        }
        founders[unit] = unit;
        for (int print : units.prints(unit)) {
            index.add(print, founded.size());
        }
        founded.add(unit);
    }

    private void place(int unit, int founder, Span run, Span among) {
        founders[unit] = founder;
        runs.set(unit, run);
        letters.set(unit, among);
    }

    private Words words(int unit) throws IOException {
        Words words = atHand.get(unit);
        if (words == null) {
            words = texts.of(units.source(unit), units.span(unit));
            atHand.put(unit, words);
        }
        return words;
    }

    /** What a representative shares with a text. */
    private static final class Shared {
        private int prints;
        private int weight;
    }

    /**
     * The representatives that share most prints with {@code unit}, and of these the earliest. A print counts the more the fewer have
     * it, and nothing where it is a turn of phrase: of texts made of one form, each is told by the words that are its own, and who has
     * few of these is not looked into.
     */
    private List<Integer> candidates(int unit) {
        Map<Integer, Shared> shared = new HashMap<>();
        int telling = 0;
        for (int print : units.prints(unit)) {
            int count = index.count(print);
            if (count < PrintIndex.MOST) {
                telling++;
                index.each(print, founder -> {
                    Shared one = shared.computeIfAbsent(founder, each -> new Shared());
                    one.prints++;
                    one.weight += PrintIndex.MOST / count;
                });
            }
        }
        int least = least(unit, telling);
        return shared.entrySet().stream()
                .filter(each -> each.getValue().prints >= least)
                .sorted((one, other) -> one.getValue().weight != other.getValue().weight
                        ? Integer.compare(other.getValue().weight, one.getValue().weight)
                        : Integer.compare(one.getKey(), other.getKey()))
                .limit(MOST_COMPARED)
                .map(each -> founded.get(each.getKey()))
                .toList();
    }

    /**
     * How many prints {@code unit} has to share of the {@code telling} ones. Each turn of phrase, which two texts of one form share
     * anyway, is to be outweighed by one of these, up to half of them. Where all runs of a short text are prints, one will do: of what
     * holds it few are.
     */
    private int least(int unit, int telling) {
        int phrases = units.prints(unit).length - telling;
        int outweighed = Math.min(phrases, Math.ceilDiv(telling, 2));
        return units.isShort(unit) ? 1 : Math.max(outweighed, Math.ceilDiv(telling, SHARED));
    }

    /** The digests of all texts, and the first that came of each. */
    private static final class Digests {
        private final long[] highs;
        private final long[] lows;
        private final int[] table;

        Digests(int size) {
            highs = new long[size];
            lows = new long[size];
            table = new int[Math.max(2, Integer.highestOneBit(size) * 4)];
            Arrays.fill(table, NONE);
        }

        void set(int unit, byte[] digest) {
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            highs[unit] = bytes.getLong();
            lows[unit] = bytes.getLong();
        }

        /** The first for which this was called of those with the digest of {@code unit}. */
        int first(int unit) {
            int mask = table.length - 1;
            int slot = (int) lows[unit] & mask;
            while (table[slot] != NONE && !(highs[table[slot]] == highs[unit] && lows[table[slot]] == lows[unit])) {
                slot = slot + 1 & mask;
            }
            if (table[slot] == NONE) {
                table[slot] = unit;
            }
            return table[slot];
        }
    }
}
