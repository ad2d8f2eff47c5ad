package wherein.hyphen;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How often a text has some words, and compounds of two of them, where no line end breaks them. The text is read once, whatever
 * the number of words that are asked for.
 */
final class DocumentWords {

    /** A word is made a string only if one that is asked for has as many letters of the same sum. */
    private static final int SLOTS = 1 << 14;

    private final Map<String, Integer> counts = new HashMap<>();
    private final BitSet asked = new BitSet(SLOTS);

    /** Asks for {@code word}, which is {@link #folded}. */
    void ask(String word) {
        if (counts.putIfAbsent(word, 0) == null) {
            asked.set(slot(word, 0, word.length()));
        }
    }

    /** Asks for the compound of two words, both of which are asked for too. */
    void ask(String head, String tail) {
        counts.putIfAbsent(compound(head, tail), 0);
    }

    /** How often a word that was asked for stands in the text. */
    int count(String word) {
        return counts.getOrDefault(word, 0);
    }

    /** How often a compound stands in it. */
    int count(String head, String tail) {
        return counts.getOrDefault(compound(head, tail), 0);
    }

    /** Counts them in {@code text}, but for what {@code breaks} break. */
    void read(String text, List<LineBreak> breaks) {
        Set<Integer> broken = new HashSet<>();
        for (LineBreak each : breaks) {
            broken.add(each.hyphen());
            broken.add(each.tail());
        }
        String before = null;
        int hyphen = -1;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (!LineBreaks.isInWord(c)) {
                at += Character.charCount(c);
                continue;
            }
            int start = at;
            while (at < text.length() && isPart(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            String word = broken.contains(start) || broken.contains(at) ? null : wanted(text, start, at);
            if (word != null) {
                counts.merge(word, 1, Integer::sum);
                if (before != null && start == hyphen + 1) {
                    counts.computeIfPresent(compound(before, word), (key, count) -> count + 1);
                }
            }
            before = word;
            hyphen = at < text.length() && LineBreaks.joins(text.charAt(at)) ? at : -1;
        }
    }

    /** The word at {@code start} as it is counted; null if nobody asked for it. */
    private String wanted(String text, int start, int end) {
        if (!asked.get(slot(text, start, end))) {
            return null;
        }
        String word = folded(text, start, end);
        return counts.containsKey(word) ? word : null;
    }

    private static boolean isPart(int c) {
        return LineBreaks.isInWord(c) || c == LineBreaks.SOFT_HYPHEN;
    }

    private static int slot(String text, int start, int end) {
        int sum = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != LineBreaks.SOFT_HYPHEN) {
                sum = sum * 31 + (c < 128 ? c | 32 : Character.toLowerCase(c));
            }
        }
        return (sum ^ sum >>> 15) & SLOTS - 1;
    }

    /** The letters from {@code start} to {@code end} in lower case, without soft hyphens. */
    static String folded(String text, int start, int end) {
        String word = text.substring(start, end);
        return (word.indexOf(LineBreaks.SOFT_HYPHEN) < 0 ? word : word.replace("\u00AD", "")).toLowerCase(Locale.ROOT);
    }

    private static String compound(String head, String tail) {
        return head + '-' + tail;
    }
}
