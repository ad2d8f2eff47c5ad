package wherein.recognise.figure;

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

    private RussianNouns() {}

    /** The counted noun in the singular; empty where {@code word} is an adjective or too short to say. */
    static String counted(String word) {
        if (word.length() < 3) {
            return "";
        }
        for (String ending : ADJECTIVES) {
            if (word.endsWith(ending) && word.length() > ending.length() + 2) {
                return "";
            }
        }
        String stem = word.substring(0, word.length() - 2);
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
            return stem + "ие";
        }
        char last = word.charAt(word.length() - 1);
        String less = word.substring(0, word.length() - 1);
        return switch (last) {
            case 'ы' -> less + "а";
            case 'и' -> less.endsWith("к") || less.endsWith("г") || less.endsWith("ж") ? less + "а" : less + "ь";
            case 'а' -> less;
            case 'я' -> less + "ь";
            default -> word;
        };
    }
}
