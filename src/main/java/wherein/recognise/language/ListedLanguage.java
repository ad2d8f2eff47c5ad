package wherein.recognise.language;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import wherein.recognise.WordList;

/**
 * A language that is nothing but its file of words: a line has a class, a tab, and words separated by spaces. Behind the
 * class may stand the value of the words, with a space between; a space within a word is an underscore.
 */
final class ListedLanguage implements Language {

    private final String code;
    private final Map<WordClass, Map<String, String>> words = new EnumMap<>(WordClass.class);

    /** Reads {@code code.tsv}. */
    ListedLanguage(String code) {
        this.code = code;
        for (String[] row : WordList.rows(ListedLanguage.class, code + ".tsv")) {
            if (row.length != 2) {
                throw new IllegalStateException(code + ".tsv: expected a class, a tab and words, was " + row[0]);
            }
            String[] label = row[0].split(" ", 2);
            Map<String, String> known = words.computeIfAbsent(WordClass.of(label[0]), any -> new LinkedHashMap<>());
            for (String word : row[1].trim().split(" +")) {
                known.putIfAbsent(word.replace('_', ' '), label.length > 1 ? label[1] : "");
            }
        }
        words.replaceAll((wordClass, known) -> Collections.unmodifiableMap(known));
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Map<String, String> words(WordClass wordClass) {
        return words.getOrDefault(wordClass, Map.of());
    }
}
