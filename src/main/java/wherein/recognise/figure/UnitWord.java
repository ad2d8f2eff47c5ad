package wherein.recognise.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wherein.recognise.WordList;
import wherein.text.WordMap;

/**
 * A unit of percent, time, measure or money. Currencies that share a word are parted by bars in {@code name}.
 *
 * @param kind which of these
 * @param name its name in a mention: {@code percent}, {@code years}, {@code km}, an ISO 4217 code
 * @param afterDigits whether the word means the unit only right after digits
 */
record UnitWord(Kind kind, String name, boolean afterDigits) {

    /** The kinds of unit. */
    enum Kind {
        PERCENT,
        TIME,
        MEASURE,
        CURRENCY,
        /** A hundredth of a currency. */
        PART
    }

    static final WordMap<UnitWord> ALL = load();

    /** The currencies that the word may mean. */
    List<String> currencies() {
        return List.of(name.split("\\|"));
    }

    private static WordMap<UnitWord> load() {
        Map<String, UnitWord> units = new HashMap<>();
        for (String[] row : WordList.rows(UnitWord.class, "units.tsv")) {
            Kind kind = Kind.valueOf(row[0].toUpperCase(Locale.ROOT));
            for (String word : row[2].split(" ")) {
                boolean digits = word.endsWith("*");
                units.putIfAbsent(
                        digits ? word.substring(0, word.length() - 1) : word, new UnitWord(kind, row[1], digits));
            }
        }
        return new WordMap<>(units);
    }
}
