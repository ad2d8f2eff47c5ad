package wherein.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wherein.analysis.AnalysedWord;

/** How languages ask, as {@code questions.tsv} has it; words are compared as the index folds them. */
final class QuestionWords {

    private static final String FILE = "questions.tsv";
    private static final String LITTLE = "little";

    /** No words that ask are more. */
    private static final int LONGEST = 2;

    static final QuestionWords ALL = new QuestionWords();

    private final Map<List<String>, Asking> asking = new HashMap<>();
    private final Map<String, Set<String>> little = new HashMap<>();

    /**
     * Words that ask.
     *
     * @param words how many they are
     */
    record Asking(String language, Asks asks, int words) {}

    private QuestionWords() {
        for (String line : lines()) {
            String[] row = line.split("\t");
            if (row.length != 3) {
                throw new IllegalStateException(
                        FILE + ": expected a language, what is asked for and words, was " + line);
            }
            for (String word : row[2].split(" ")) {
                List<String> folded = folded(word.replace('_', ' '));
                if (row[1].equals(LITTLE)) {
                    little.computeIfAbsent(row[0], any -> new HashSet<>()).addAll(folded);
                } else {
                    Asks asks = Asks.valueOf(row[1].toUpperCase(Locale.ROOT));
                    // Of a word that asks in two languages the first counts.
                    asking.putIfAbsent(folded, new Asking(row[0], asks, folded.size()));
                }
            }
        }
    }

    private static List<String> lines() {
        try (InputStream in = QuestionWords.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** The words of {@code text} in the form that is compared. */
    static List<String> folded(String text) {
        return AnalysedWord.of(text).stream().map(AnalysedWord::form).toList();
    }

    /** The most of {@code words}, from the first on, that ask together; empty if they do not. */
    Optional<Asking> asking(List<String> words) {
        for (int most = Math.min(LONGEST, words.size()); most > 0; most--) {
            Asking found = asking.get(words.subList(0, most));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Whether {@code word} says little in a question of this language. */
    boolean isLittle(String language, String word) {
        return little.getOrDefault(language, Set.of()).contains(word);
    }
}
