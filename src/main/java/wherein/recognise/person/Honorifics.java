package wherein.recognise.person;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wherein.recognise.language.Languages;
import wherein.recognise.language.WordClass;

/** What the word before a name, or the given name, says of its bearer: man or woman, ruler or not. */
final class Honorifics {

    /** Who bears a name. */
    enum Gender {
        UNKNOWN,
        MAN,
        WOMAN;

        /** Whether the two cannot be one person's. */
        boolean conflicts(Gender other) {
            return this != UNKNOWN && other != UNKNOWN && this != other;
        }
    }

    private static final Set<String> MEN = Languages.words(WordClass.TITLE_MAN).keySet();
    private static final Set<String> WOMEN =
            Languages.words(WordClass.TITLE_WOMAN).keySet();
    private static final Set<String> TERRITORIAL =
            Languages.words(WordClass.TERRITORIAL).keySet();
    private static final Set<String> RULERS = Languages.words(WordClass.RULER).keySet();

    private final Units units;

    Honorifics(Units units) {
        this.units = units;
    }

    /** What the unit before a name says of its bearer. */
    Gender gender(int before) {
        String word = word(before);
        return MEN.contains(word) ? Gender.MAN : WOMEN.contains(word) ? Gender.WOMAN : Gender.UNKNOWN;
    }

    /** Whether the unit is a title whose bearers have numbers. */
    boolean isRuler(int before) {
        return RULERS.contains(word(before));
    }

    /** Whether the unit is a title whose bearers are called by their land or see. */
    boolean isTerritorial(int before) {
        return TERRITORIAL.contains(word(before));
    }

    private String word(int i) {
        if (i < 0 || i >= units.size || units.shape[i] >= Units.NUMBER) {
            return "";
        }
        String word = units.surface(i).toLowerCase(Locale.ROOT);
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    /** What an English given name says of its bearer. */
    static Gender ofGiven(String given) {
        return GivenNames.ENGLISH.getOrDefault(given, Gender.UNKNOWN);
    }

    /** Read when a document has two of one surname and calls one of them Mr or Mrs. */
    private static final class GivenNames {

        static final Map<String, Gender> ENGLISH = read();

        private static Map<String, Gender> read() {
            Map<String, Gender> genders = new HashMap<>();
            Set<String> both = new HashSet<>();
            PersonWordLists.read("given-latin.tsv", (label, name) -> {
                if (label.equals("english-m")) {
                    genders.put(name, Gender.MAN);
                } else if (label.equals("english-f") && genders.put(name, Gender.WOMAN) != null) {
                    both.add(name);
                }
            });
            genders.keySet().removeAll(both);
            return genders;
        }
    }
}
