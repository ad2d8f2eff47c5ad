package wherein.recognise.date;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wherein.recognise.WordList;
import wherein.recognise.language.Language;
import wherein.recognise.language.Languages;
import wherein.text.WordMap;

/**
 * The words of dates in languages other than English and Russian: the names of months and days from the CLDR data of the
 * Java platform, and of the languages that have a list the other words as well.
 */
final class DateWords {

    /** The rows of a language's file that speak of verbs, not of dates. */
    private static final Set<String> VERBS = Set.of("future", "past", "near", "open", "passive", "deadline");

    private static final List<TextStyle> STYLES =
            List.of(TextStyle.SHORT, TextStyle.SHORT_STANDALONE, TextStyle.FULL, TextStyle.FULL_STANDALONE);

    private static final Map<String, WordMap<DateWord>> LANGUAGES = new ConcurrentHashMap<>();

    private DateWords() {}

    /** The words of {@code language}; null for English, Russian and an unknown language, which have one list. */
    static WordMap<DateWord> of(String language) {
        if (language.isEmpty() || language.startsWith("en") || language.startsWith("ru") || language.equals("und")) {
            return null;
        }
        return LANGUAGES.computeIfAbsent(language, DateWords::load);
    }

    private static WordMap<DateWord> load(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Map<String, DateWord> names = new HashMap<>();
        for (TextStyle style : STYLES) {
            for (Month month : Month.values()) {
                put(names, month.getDisplayName(style, locale), DateWord.Role.MONTH, month.getValue());
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                put(names, day.getDisplayName(style, locale), DateWord.Role.WEEKDAY, day.getValue());
            }
        }
        names.putAll(listed(locale.getLanguage()));
        if (locale.getLanguage().equals("fr")) {
            romans(names);
        }
        return new WordMap<>(names);
    }

    /** XIXe, Ier: French writes the ending of an ordinal to a Roman number. */
    private static void romans(Map<String, DateWord> names) {
        for (String[] row : WordList.rows(DateWords.class, "words.tsv")) {
            if (row[0].equals("roman")) {
                DateWord word = new DateWord(DateWord.Role.ORDINAL, Integer.parseInt(row[1]));
                names.putIfAbsent(row[2] + (row[1].equals("1") ? "er" : "e"), word);
            }
        }
    }

    /** The words of the language's own list; none where it has no list. */
    static Map<String, DateWord> listed(String language) {
        Map<String, DateWord> words = new HashMap<>();
        for (String[] row : rows(language)) {
            if (!VERBS.contains(row[0])) {
                DateWord word =
                        new DateWord(DateWord.Role.valueOf(row[0].toUpperCase(Locale.ROOT)), Integer.parseInt(row[1]));
                for (String name : row[2].split(" ")) {
                    words.put(name, word);
                }
            }
        }
        return words;
    }

    /** The rows of the language's file. */
    static List<String[]> rows(String language) {
        return Languages.codes().contains(language)
                ? WordList.rows(Language.class, language + "-dates.tsv")
                : List.of();
    }

    private static void put(Map<String, DateWord> names, String name, DateWord.Role role, int value) {
        String letters = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (letters.length() > 2 && letters.codePoints().allMatch(Character::isLetter)) {
            names.putIfAbsent(letters, new DateWord(role, value));
        }
    }
}
