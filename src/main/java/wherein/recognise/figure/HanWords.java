package wherein.recognise.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wherein.recognise.WordList;
import wherein.recognise.language.Language;

/** The words beside numbers in Chinese and Japanese, which have no spaces: looked up where they begin or end, the longest first. */
final class HanWords {

    /**
     * A word.
     *
     * @param kind what it is there for
     * @param value its unit, or its bound
     */
    record Word(String letters, String kind, String value) {}

    private static final HanWords CHINESE = new HanWords("zh");
    private static final HanWords JAPANESE = new HanWords("ja");

    private final Map<Character, List<Word>> byFirst = new HashMap<>();
    private final Map<Character, List<Word>> byLast = new HashMap<>();

    private HanWords(String language) {
        for (String[] row : WordList.rows(Language.class, language + "-figures.tsv")) {
            for (String letters : row[2].split(" ")) {
                Word word = new Word(letters, row[0], row[1]);
                byFirst.computeIfAbsent(letters.charAt(0), key -> new ArrayList<>())
                        .add(word);
                byLast.computeIfAbsent(letters.charAt(letters.length() - 1), key -> new ArrayList<>())
                        .add(word);
            }
        }
        Comparator<Word> longest = Comparator.comparing(word -> -word.letters.length());
        byFirst.values().forEach(words -> words.sort(longest));
        byLast.values().forEach(words -> words.sort(longest));
    }

    static HanWords of(boolean chinese) {
        return chinese ? CHINESE : JAPANESE;
    }

    /** The longest word of {@code kind} that begins at {@code at}; null if none does. */
    Word from(String text, int at, String kind) {
        if (at >= text.length()) {
            return null;
        }
        for (Word word : byFirst.getOrDefault(text.charAt(at), List.of())) {
            if (word.kind.equals(kind) && text.startsWith(word.letters, at)) {
                return word;
            }
        }
        return null;
    }

    /** The longest word of {@code kind} that ends before {@code end}; null if none does. */
    Word to(String text, int end, String kind) {
        if (end < 1) {
            return null;
        }
        for (Word word : byLast.getOrDefault(text.charAt(end - 1), List.of())) {
            if (word.kind.equals(kind)
                    && end >= word.letters.length()
                    && text.startsWith(word.letters, end - word.letters.length())) {
                return word;
            }
        }
        return null;
    }
}
