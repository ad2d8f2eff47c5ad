package wherein.recognise.language;

import java.util.Map;

/** The words of one language that tell what stands beside them. Immutable; safe for use by several threads at once. */
public interface Language {

    /** The language without words, for texts whose language is not known or has no file. */
    Language NONE = new Language() {
        @Override
        public String code() {
            return "";
        }

        @Override
        public Map<String, String> words(WordClass wordClass) {
            return Map.of();
        }
    };

    /** ISO 639-1; empty for {@link #NONE}. */
    String code();

    /**
     * The words of a class in lower case, in the order of the file, each with its value: for a month its number. The value is
     * empty where the class has none.
     */
    Map<String, String> words(WordClass wordClass);

    /** Whether {@code word}, in lower case, is of {@code wordClass}. */
    default boolean has(WordClass wordClass, String word) {
        return words(wordClass).containsKey(word);
    }
}
