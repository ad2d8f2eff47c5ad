package wherein.recognise.country;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes {@code cldr-names.tsv}: the names of every ISO 3166-1 country in every language that CLDR has, by way of ICU.
 *
 * <p>Run {@code main} with the path of the list to write. A name that CLDR gives to two countries is left out, and so is
 * one of fewer than four Latin letters.
 */
final class GenerateCldrNames {

    private GenerateCldrNames() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), list());
    }

    static String list() {
        Map<String, Set<String>> codes = new TreeMap<>();
        Map<String, Set<String>> languages = new TreeMap<>();
        for (ULocale locale : ULocale.getAvailableLocales()) {
            LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
            for (String code : Locale.getISOCountries()) {
                add(codes, languages, names.regionDisplayName(code), code, locale.getLanguage());
            }
            add(codes, languages, names.regionDisplayName("XK"), "XK", locale.getLanguage());
        }
        Map<String, Set<String>> rows = new TreeMap<>();
        codes.forEach((name, ids) -> {
            if (ids.size() == 1) {
                boolean shared = name.chars()
                        .mapToObj(Character.UnicodeScript::of)
                        .anyMatch(Set.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.CYRILLIC)::contains);
                boolean safe = !shared
                        || languages.get(name).contains("en")
                        || languages.get(name).contains("ru");
                String key = ids.iterator().next() + "\t%s\t" + (safe ? "*" : String.join(" ", languages.get(name)));
                rows.computeIfAbsent(key, any -> new TreeSet<>()).add(name);
            }
        });
        StringBuilder out = new StringBuilder();
        out.append("# Names of countries in the languages of CLDR: code, names, languages (* any text).\n");
        out.append("# Made by GenerateCldrNames from ICU4J 78.3 (Unicode License v3).\n");
        rows.forEach((key, names) ->
                out.append(String.format(key, String.join("|", names))).append('\n'));
        return out.toString();
    }

    private static void add(
            Map<String, Set<String>> codes,
            Map<String, Set<String>> languages,
            String name,
            String code,
            String language) {
        boolean word = name.codePoints().filter(Character::isLetter).count() >= (isCjk(name) ? 2 : 4)
                || name.chars().anyMatch(c -> c > 0x250 && Character.isLetter(c)) && name.length() >= 3;
        if (word && !name.equals(code) && name.indexOf('|') < 0 && name.indexOf('(') < 0) {
            codes.computeIfAbsent(name, any -> new TreeSet<>()).add(code);
            languages.computeIfAbsent(name, any -> new TreeSet<>()).add(language);
        }
    }

    private static boolean isCjk(String name) {
        return name.codePoints().anyMatch(Character::isIdeographic);
    }
}
