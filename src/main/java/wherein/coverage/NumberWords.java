package wherein.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words that a language writes numbers with, as the account counts them. Immutable. */
final class NumberWords {

    /** English and Russian count in every text, since texts in other languages hold words of both. */
    private static final List<String> EVERYWHERE = List.of("en", "ru");

    /** A star stands for so many letters at most behind a word. */
    private static final int LONGEST_ENDING = 4;

    /** The apostrophe that Unicode counts among the letters, which stands for all. */
    private static final char APOSTROPHE = 'ʼ';

    private static final Map<String, NumberWords> LANGUAGES = load();

    private final Set<String> whole = new HashSet<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> ends = new HashSet<>();

    private NumberWords() {}

    /** Whether {@code surface} is a number word in a text whose language has the BCP 47 tag {@code language}. */
    static boolean isOne(String surface, String language) {
        String word = surface.toLowerCase(Locale.ROOT).replace('\'', APOSTROPHE).replace('’', APOSTROPHE);
        for (String common : EVERYWHERE) {
            if (LANGUAGES.get(common).has(word)) {
                return true;
            }
        }
        int hyphen = language.indexOf('-');
        NumberWords own = LANGUAGES.get(hyphen < 0 ? language : language.substring(0, hyphen));
        return own != null && own.has(word);
    }

    /** The languages that have a list. */
    static Set<String> languages() {
        return LANGUAGES.keySet();
    }

    private boolean has(String word) {
        if (whole.contains(word)) {
            return true;
        }
        for (int length = word.length(); length > 1 && length >= word.length() - LONGEST_ENDING; length--) {
            if (beginnings.contains(word.substring(0, length))) {
                return true;
            }
        }
        for (int from = 0; from < word.length() - 2 && !ends.isEmpty(); from++) {
            if (ends.contains(word.substring(from))) {
                return true;
            }
        }
        return false;
    }

    private void add(String word) {
        if (word.endsWith("*")) {
            beginnings.add(word.substring(0, word.length() - 1));
        } else if (word.startsWith("*")) {
            ends.add(word.substring(1));
        } else {
            whole.add(word);
        }
    }

    private static Map<String, NumberWords> load() {
        Map<String, NumberWords> languages = new HashMap<>();
        try (InputStream in = NumberWords.class.getResourceAsStream("number-words.tsv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.split("\n")) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    String[] row = line.split("\t");
                    NumberWords words = languages.computeIfAbsent(row[0], key -> new NumberWords());
                    for (String word : row[1].split(" ")) {
                        words.add(word);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return languages;
    }
}
