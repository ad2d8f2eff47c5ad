package wherein.hyphen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Some 19,000 English words that are written in lower case, and their regular inflections. */
public final class EnglishWords {

    private static final String LIST = "english-words.tsv";

    /** Shorter ones are the same as many a syllable. */
    private static final int SHORTEST_INFLECTED = 4;

    private EnglishWords() {}

    /** Loaded when a word is first looked up, which few texts need. */
    private static final class Loaded {
        private static final Set<String> WORDS = words();

        private static Set<String> words() {
            Set<String> words = new HashSet<>();
            each(words::add);
            return words;
        }
    }

    /** Hands every word of the list to {@code sink}; regular inflections of them are not in it. */
    public static void each(Consumer<String> sink) {
        try (InputStream in = EnglishWords.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                for (int from = line.startsWith("#") ? line.length() : line.indexOf('\t') + 1; from < line.length(); ) {
                    int space = line.indexOf(' ', from);
                    int end = space < 0 ? line.length() : space;
                    sink.accept(line.substring(from, end));
                    from = end + 1;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + LIST, e);
        }
    }

    /** Whether {@code word}, in lower case, is of the list, or a regular inflection of one that is. */
    static boolean contain(String word) {
        return Loaded.WORDS.contains(word)
                || word.length() >= SHORTEST_INFLECTED
                        && (isInflected(word, "s", "")
                                || isInflected(word, "es", "")
                                || isInflected(word, "ed", "")
                                || isInflected(word, "ed", "e")
                                || isInflected(word, "er", "")
                                || isInflected(word, "er", "e")
                                || isInflected(word, "ly", "")
                                || isInflected(word, "ing", "")
                                || isInflected(word, "ing", "e"));
    }

    private static boolean isInflected(String word, String ending, String base) {
        int stem = word.length() - ending.length();
        return stem > 2 && word.endsWith(ending) && Loaded.WORDS.contains(word.substring(0, stem) + base);
    }
}
