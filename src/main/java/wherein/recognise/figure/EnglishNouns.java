package wherein.recognise.figure;

import java.util.List;

/** The plurals of English nouns, as far as endings tell; those that no rule makes are listed. All words in lower case. */
final class EnglishNouns {

    /** What stands most often behind a counted noun. */
    static final List<String> FOLLOWERS = List.of("have", "had", "has", "were", "are", "who", "from", "will");

    private EnglishNouns() {}

    /** Whether the word ends as plurals do and as few other words: cities, not bus. */
    static boolean isPlural(String word) {
        return word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is");
    }

    /** The singular of a regular plural; the word itself where its ending is that of none. */
    static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes") || word.endsWith("sses")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    /** The regular plural. */
    static String plural(String word) {
        boolean consonantY = word.endsWith("y") && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0;
        if (consonantY) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("ch") || word.endsWith("sh") || word.endsWith("ss") || word.endsWith("x")
                ? word + "es"
                : word + "s";
    }

    /** Whether a noun for people is a plural as it stands: women, townspeople. */
    static boolean countsMany(String word) {
        return word.endsWith("s") || word.endsWith("men") || word.endsWith("people") || word.endsWith("children");
    }

    /** Whether a noun for people has a regular plural besides: person, people, child. */
    static boolean takesPlural(String word) {
        return !word.endsWith("s") && !word.endsWith("men");
    }
}
