package wherein.recognise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import wherein.text.WordMap;

/**
 * One word of a number written out in English or Russian, any case and gender.
 *
 * @param kind how it joins others
 * @param value the number it names
 */
public record NumberWord(Kind kind, long value) {

    /** How a word of a number joins others. */
    public enum Kind {
        /** Adds itself: two, twelve, forty, двести. */
        CARDINAL,
        /** Multiplies what stands before it: hundred, thousand, миллионов. */
        SCALE,
        /** Names a place in a row: second, fortieth, двадцатых. */
        ORDINAL
    }

    /**
     * All words that ICU's rule sets for spelling out (CLDR, RBNF) use for English and Russian; the list is made by a
     * program among the tests, so that no ICU class is loaded to read a document.
     */
    public static final WordMap<NumberWord> ALL = load();

    private static WordMap<NumberWord> load() {
        Map<String, NumberWord> words = new HashMap<>();
        for (String[] row : WordList.rows(NumberWord.class, "number-words.tsv")) {
            Kind kind = Kind.valueOf(row[1].toUpperCase(Locale.ROOT));
            for (String word : row[3].split(" ")) {
                words.putIfAbsent(word, new NumberWord(kind, Long.parseLong(row[2])));
            }
        }
        return new WordMap<>(words);
    }
}
