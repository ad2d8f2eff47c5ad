package wherein.recognise.figure;

import java.util.Set;

/**
 * Turns a Russian noun in the form that follows a number into the nominative singular, by its ending.
 *
 * <p>The genitive plural does not tell the gender, so the guess is that of the commoner class; adjectives, told by
 * their endings, are passed over.
 */
final class RussianNouns {

    private static final String[] ADJECTIVES = {
        "ых", "их", "ые", "ие", "ого", "его", "ый", "ий", "ым", "им", "ыми", "ими", "ой", "ую", "ая", "яя", "юю"
    };

    private static final Set<String> BOTH = Set.of(
            "взрослых",
            "русских",
            "рабочих",
            "военных",
            "больных",
            "пленных",
            "мертвых",
            "взрослые",
            "военные",
            "русские");

    private RussianNouns() {}

    /** Whether {@code word} names people when alone, and qualifies a noun before one. */
    static boolean adjective(String word) {
        return BOTH.contains(word);
    }

    /** Whether {@code word} has the ending of a finite verb or short participle. */
    static boolean verb(String word) {
        return word.endsWith("ли")
                || word.endsWith("лись")
                || word.endsWith("ны")
                || word.endsWith("ют")
                || word.endsWith("ят")
                || word.endsWith("ся")
                || word.endsWith("ло")
                || word.endsWith("ут")
                || word.endsWith("ет");
    }

    /**
     * The counted noun in the singular.
     *
     * @param word the noun in lower case
     * @param one whether the number before it ends in one, so that the noun is in the singular already
     * @return the noun; empty where {@code word} is an adjective or too short to say
     */
    static String counted(String word, boolean one) {
        String known = FigureWords.of("ru").singulars.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() < 3) {
            return "";
        }
        for (String ending : ADJECTIVES) {
            if (word.endsWith(ending) && word.length() > ending.length() + 2) {
                return "";
            }
        }
        String stem = word.substring(0, word.length() - 2);
        if (word.endsWith("ами") || word.endsWith("ями")) {
            return word.substring(0, word.length() - 3);
        }
        if (word.endsWith("ов") || word.endsWith("ам") || word.endsWith("ах")) {
            return stem;
        }
        if (word.endsWith("ев")) {
            return stem + "й";
        }
        if (word.endsWith("ей")) {
            return stem + "ь";
        }
        if (word.endsWith("ий")) {
            return stem + (word.endsWith("ций") || word.endsWith("сий") ? "ия" : "ие");
        }
        return one ? word : byLastLetter(word, stem);
    }

    private static String byLastLetter(String word, String stem) {
        String less = word.substring(0, word.length() - 1);
        if (word.endsWith("ии") || word.endsWith("ия")) {
            return stem + (word.endsWith("ии") ? "ия" : "ие");
        }
        return switch (word.charAt(word.length() - 1)) {
            case 'ы' -> less + "а";
            case 'и' -> "кгжчшх".indexOf(less.charAt(less.length() - 1)) >= 0 ? less + "а" : less + "ь";
            case 'а' -> less;
            case 'я' -> less + "ь";
            case 'о', 'е', 'у', 'ю', 'ь', 'й' -> word;
            default -> zeroEnding(word, stem);
        };
    }

    /** The genitive plural without an ending is that of a feminine noun, or of a neuter one in -ство. */
    private static String zeroEnding(String word, String stem) {
        if (word.endsWith("ок") || word.endsWith("ек")) {
            return stem + "ка";
        }
        return word.endsWith("ств") ? word + "о" : word + "а";
    }
}
