package wherein.text;

import java.util.Arrays;
import java.util.Map;

/**
 * What a word stands for, looked up by the characters of a token without making a string of them.
 *
 * <p>Case does not count, nor does the Russian habit of writing е for ё. Immutable, so safe for use by several threads.
 *
 * @param <T> what a word stands for
 */
public final class WordMap<T> {

    private final String[] words;
    private final T[] values;
    private final int mask;

    /** Takes a copy of {@code entries}; of two words that differ only in case or ё, either may win. */
    @SuppressWarnings("unchecked")
    public WordMap(Map<String, T> entries) {
        int size = Math.max(16, Integer.highestOneBit(entries.size() * 3) * 2);
        words = new String[size];
        values = (T[]) new Object[size];
        mask = size - 1;
        for (Map.Entry<String, T> entry : entries.entrySet()) {
            String word = fold(entry.getKey());
            int slot = slot(word, 0, word.length());
            words[slot] = word;
            values[slot] = entry.getValue();
        }
    }

    /** What token {@code i} stands for; null where there is no such token or nothing is known of it. */
    public T get(Tokens tokens, int i) {
        if (i < 0 || i >= tokens.size()) {
            return null;
        }
        return values[slot(tokens.text(), tokens.start(i), tokens.end(i))];
    }

    /** What {@code word} stands for; null where nothing is known of it. */
    public T get(String word) {
        return values[slot(word, 0, word.length())];
    }

    private int slot(String text, int from, int to) {
        int hash = to - from;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + fold(text.charAt(at));
        }
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (words[slot] != null && !same(words[slot], text, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static boolean same(String word, String text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (word.charAt(at - from) != fold(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        char low = Character.toLowerCase(c);
        return low == 'ё' ? 'е' : low;
    }

    private static String fold(String word) {
        char[] chars = word.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = fold(chars[i]);
        }
        return new String(chars);
    }

    @Override
    public String toString() {
        return Arrays.stream(words)
                .filter(word -> word != null)
                .sorted()
                .toList()
                .toString();
    }
}
