package wherein.recognise.person;

import java.util.stream.Stream;
import wherein.recognise.language.Languages;
import wherein.recognise.language.WordClass;

/** Tells surnames and patronymics by how they begin and end. */
final class Endings {

    private static final String[] LATIN = words("en", WordClass.SURNAME_ENDING);
    private static final String[] STARTS = capitalised(words("en", WordClass.SURNAME_BEGINNING));
    private static final String[] CYRILLIC = words("ru", WordClass.SURNAME_ENDING);
    private static final String[] PATRONYMIC = words("ru", WordClass.PATRONYMIC_ENDING);
    private static final String[] SHORT_PATRONYMIC = words("ru", WordClass.PATRONYMIC);
    private static final String[] ADJECTIVE = words("ru", WordClass.PLACE_ADJECTIVE_ENDING);

    private Endings() {}

    private static String[] words(String language, WordClass wordClass) {
        return Languages.of(language).words(wordClass).keySet().toArray(String[]::new);
    }

    private static String[] capitalised(String[] words) {
        return Stream.of(words)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .toArray(String[]::new);
    }

    /** {@link Flags#MORPH} and {@link Flags#PATRONYMIC} for the word at {@code start} to {@code end}. */
    static int flags(String text, int start, int end, boolean cyrillic) {
        int length = end - start;
        if (length < 4) {
            return 0;
        }
        if (cyrillic) {
            int flags = any(CYRILLIC, text, start, end, 2) ? Flags.MORPH : 0;
            if (any(SHORT_PATRONYMIC, text, start, end, 0)) {
                return flags | Flags.PATRONYMIC;
            }
            return length > 6 && any(PATRONYMIC, text, start, end, 2) ? flags | Flags.PATRONYMIC : flags;
        }
        return any(LATIN, text, start, end, 2) || begins(text, start, length) ? Flags.MORPH : 0;
    }

    /** Whether the word ends like a Russian adjective of a place. */
    static boolean isAdjective(String text, int start, int end) {
        return any(ADJECTIVE, text, start, end, 2);
    }

    private static boolean begins(String text, int start, int length) {
        for (String begin : STARTS) {
            if (length > begin.length() + 2
                    && text.startsWith(begin, start)
                    && Character.isUpperCase(text.charAt(start + begin.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(String[] endings, String text, int start, int end, int stem) {
        char last = Character.toLowerCase(text.charAt(end - 1));
        for (String ending : endings) {
            int from = end - ending.length();
            if (ending.charAt(ending.length() - 1) == last && from >= start + stem && matches(text, from, ending)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code ending}, in lower case, stands at {@code from} in {@code text}, in whatever case. */
    static boolean matches(String text, int from, String ending) {
        for (int i = 0; i < ending.length(); i++) {
            char c = text.charAt(from + i);
            if (c != ending.charAt(i) && Character.toLowerCase(c) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
