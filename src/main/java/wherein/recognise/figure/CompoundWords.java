package wherein.recognise.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Words that hold a number and what it measures: трёхлетний, сорокатысячный, dreitägig; and the second part of such a word
 * behind digits, as in 25-летний.
 */
final class CompoundWords {

    /** What an ending of inflection has at most. */
    private static final int LONGEST_ENDING = 4;

    /** The shortest of these words has so many letters. */
    private static final int SHORTEST = 6;

    /** Before a tail that alone, without a number, means one: годовалый. */
    private static final String ONE = "1 ";

    /** The letters with which the languages that have stems begin them. */
    private static final char FIRST = 'a';

    private static final char LAST = 0x52F;

    private final Map<Character, List<Stem>> stems = new HashMap<>();
    private char lowest = Character.MAX_VALUE;
    private final boolean[] firsts = new boolean[LAST - FIRST + 1];
    private final Map<String, String> tails;

    private record Stem(String letters, BigDecimal value) {}

    /**
     * What a word holds.
     *
     * @param value the number
     * @param scale what the second part multiplies it by; 1 if it is a unit
     * @param unit the unit; empty if the second part is a scale
     */
    record Compound(BigDecimal value, BigDecimal scale, String unit) {}

    /**
     * Takes the parts.
     *
     * @param stems the numbers that stand first in such words
     * @param tails the unit, or the scale in digits, by the stem of what follows them
     */
    CompoundWords(Map<String, BigDecimal> stems, Map<String, String> tails) {
        stems.forEach((letters, value) -> this.stems
                .computeIfAbsent(letters.charAt(0), key -> new ArrayList<>())
                .add(new Stem(letters, value)));
        this.stems.values().forEach(list -> list.sort(Comparator.comparing(stem -> -stem.letters.length())));
        this.tails = Map.copyOf(tails);
        this.stems.keySet().forEach(this::note);
        tails.forEach((letters, meaning) -> {
            if (meaning.startsWith(ONE)) {
                note(letters.charAt(0));
            }
        });
    }

    private void note(char letter) {
        lowest = (char) Math.min(lowest, Character.toUpperCase(letter));
        firsts[letter - FIRST] = true;
    }

    /** Whether the word at token {@code i} may be one of them: a quick look. */
    boolean begins(FigureText text, int i) {
        // Asked of every word of a text: the first letter tells nearly all apart.
        boolean may = (text.spelled == null ? first(text.text.charAt(text.tokens.start(i))) : !tails.isEmpty())
                && text.length(i) >= SHORTEST;
        return may
                && (text.spelled == null || text.spelled.begins(i))
                && (!text.tokens.isCapitalised(i) || text.sentenceStart(i));
    }

    private boolean first(char c) {
        if (c < lowest) {
            return false;
        }
        int place = Character.toLowerCase(c) - FIRST;
        return place >= 0 && place < firsts.length && firsts[place];
    }

    /**
     * What {@code word}, in lower case, holds; null if it is no such word.
     *
     * @param spelled the value of letters that are a number as a whole, -1 of others; asked where no stems are known
     */
    Compound read(String word, ToLongFunction<String> spelled) {
        return stems.isEmpty() ? bySpelling(word, spelled) : byStems(word.replace('ё', 'е'));
    }

    /** What {@code word}, in lower case, means behind digits and a hyphen; null if nothing. */
    Compound tail(String word) {
        return with(BigDecimal.ONE, word.replace('ё', 'е'), 0, true);
    }

    private Compound byStems(String word) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal room = null;
        int at = 0;
        for (Stem stem = stem(word, 0, null); stem != null; stem = stem(word, at, room)) {
            sum = sum.add(stem.value);
            room = room(stem.value);
            at += stem.letters.length();
        }
        return with(at == 0 ? BigDecimal.ONE : sum, word, at);
    }

    private Stem stem(String word, int at, BigDecimal room) {
        if (at >= word.length()) {
            return null;
        }
        for (Stem stem : stems.getOrDefault(word.charAt(at), List.of())) {
            if (word.startsWith(stem.letters, at) && (room == null || stem.value.compareTo(room) < 0)) {
                return stem;
            }
        }
        return null;
    }

    /** What a smaller number may add: tens and units to a hundred, units to tens. */
    private static BigDecimal room(BigDecimal value) {
        return BigDecimal.valueOf(value.intValue() >= 100 ? 100 : value.intValue() >= 20 ? 10 : 0);
    }

    private Compound bySpelling(String word, ToLongFunction<String> spelled) {
        for (String tail : tails.keySet()) {
            int at = word.indexOf(tail);
            long value = at > 0 ? spelled.applyAsLong(word.substring(0, at)) : -1;
            if (value > 0) {
                return with(BigDecimal.valueOf(value), word, at);
            }
        }
        return null;
    }

    private Compound with(BigDecimal value, String word, int at) {
        return with(value, word, at, false);
    }

    private Compound with(BigDecimal value, String word, int at, boolean behindDigits) {
        for (int end = word.length(); end > at + 2 && end >= word.length() - LONGEST_ENDING; end--) {
            String meaning = tails.get(word.substring(at, end));
            if (meaning != null) {
                boolean one = meaning.startsWith(ONE);
                String unit = one ? meaning.substring(ONE.length()) : meaning;
                if (unit.charAt(0) == '+') {
                    return new Compound(value.add(new BigDecimal(unit)), BigDecimal.ONE, "");
                }
                boolean scale = Character.isDigit(unit.charAt(0));
                return at == 0 && !one && !behindDigits
                        ? null
                        : new Compound(value, scale ? new BigDecimal(unit) : BigDecimal.ONE, scale ? "" : unit);
            }
        }
        return null;
    }
}
