package wherein.recognise.figure;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wherein.recognise.figure.UnitWord.Kind;
import wherein.text.WordMap;

/** The units and nouns for people that a reader adds to ours, in every language. Immutable. */
final class AddedUnits {

    /** Nothing is added. */
    static final AddedUnits NONE = new AddedUnits(List.of());

    private static final String PEOPLE = "people";

    final WordMap<UnitWord> units;

    /** Nouns for human beings. */
    final WordMap<Boolean> people;

    /**
     * Reads lines of a word and a unit with a tab between; empty lines and those that begin with # are skipped.
     *
     * @throws IllegalArgumentException if a line is none of these
     */
    AddedUnits(List<String> lines) {
        Map<String, UnitWord> added = new HashMap<>();
        Map<String, Boolean> nouns = new HashMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] row = line.strip().split("\t");
            if (row.length != 2 || !row[0].codePoints().allMatch(Character::isLetter) || row[1].isBlank()) {
                throw new IllegalArgumentException(
                        "expected a word of letters, a tab and a unit, as in \"poods\tpood\", was \"" + line + "\"");
            }
            String word = row[0].toLowerCase(Locale.ROOT);
            String unit = row[1].strip();
            if (unit.equals(PEOPLE)) {
                nouns.put(word, true);
            } else {
                added.put(word, new UnitWord(isCurrency(unit) ? Kind.CURRENCY : Kind.MEASURE, unit, false));
            }
        }
        units = new WordMap<>(added);
        people = new WordMap<>(nouns);
    }

    private static boolean isCurrency(String unit) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(unit));
    }
}
