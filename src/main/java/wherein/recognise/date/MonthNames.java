package wherein.recognise.date;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wherein.text.WordMap;

/** The names of the months in languages other than English and Russian, from the CLDR data of the Java platform. */
final class MonthNames {

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.SHORT, TextStyle.SHORT_STANDALONE, TextStyle.FULL, TextStyle.FULL_STANDALONE);

    private static final Map<String, WordMap<DateWord>> LANGUAGES = new ConcurrentHashMap<>();

    private MonthNames() {}

    /** The months of {@code language}; null for English, Russian and an unknown language, which have a list. */
    static WordMap<DateWord> of(String language) {
        if (language.isEmpty() || language.startsWith("en") || language.startsWith("ru") || language.equals("und")) {
            return null;
        }
        return LANGUAGES.computeIfAbsent(language, MonthNames::load);
    }

    private static WordMap<DateWord> load(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Map<String, DateWord> names = new HashMap<>();
        for (TextStyle style : STYLES) {
            for (Month month : Month.values()) {
                String name = month.getDisplayName(style, locale);
                String letters = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
                boolean word = letters.length() > 2 && letters.codePoints().allMatch(Character::isLetter);
                if (word) {
                    names.putIfAbsent(letters, new DateWord(DateWord.Role.MONTH, month.getValue()));
                }
            }
        }
        return new WordMap<>(names);
    }
}
