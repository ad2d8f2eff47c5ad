package wherein.recognise.country;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wherein.recognise.country.Gazetteer.Match;
import wherein.recognise.language.Language;
import wherein.recognise.language.Languages;
import wherein.recognise.language.WordClass;
import wherein.text.Tokens;

/**
 * The nouns for peoples in the languages whose nouns are other words than their adjectives, with their forms: Franzosen, Fransen,
 * Francuzami, французів.
 */
final class Peoples {

    /** A noun so short is another word, or a given name, too often where a sentence begins with it. */
    private static final int SHORT = 4;

    /** How nouns are counted in German, which writes these with a capital: Millionen Ukrainer. */
    private static final Set<String> QUANTITIES = CountryWords.section("people-quantity");

    /** The columns of the list behind the code and the adjectives. */
    private static final List<String> LANGUAGES = List.of("de", "nl", "pl", "uk");

    private Peoples() {}

    /** All forms of all of them, by language. */
    static Gazetteer lists() {
        return Lazy.LISTS;
    }

    private static final class Lazy {
        private static final Gazetteer LISTS = Demonyms.read(
                1 + Demonyms.LANGUAGES.size(),
                LANGUAGES,
                language -> GazetteerEntry.NATION | (language.equals("uk") ? GazetteerEntry.LOWER : 0),
                Peoples::forms);
    }

    /** All forms of a noun as the list gives it: one, many and a woman, parted by slashes, with a dash for what there is not. */
    private static Set<String> forms(String language, String word) {
        String[] parts = word.split("/");
        return switch (language) {
            case "de" -> german(parts);
            case "nl" -> new LinkedHashSet<>(List.of(parts));
            case "pl" -> polish(parts);
            default -> ukrainian(parts);
        };
    }

    private static Set<String> german(String[] parts) {
        Set<String> forms = new LinkedHashSet<>();
        String word = parts[0];
        if (word.endsWith("+")) {
            add(forms, word.substring(0, word.length() - 1), "", "s");
        } else if (word.endsWith("er")) {
            add(forms, word, "", "s", "n", "in", "innen");
        } else {
            String stem = word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
            forms.add(word);
            add(forms, stem, "en", "in", "innen");
        }
        if (parts.length > 1) {
            add(forms, parts[1], "", "nen");
        }
        return forms;
    }

    private static Set<String> polish(String[] parts) {
        Set<String> forms = new LinkedHashSet<>();
        String one = parts[0];
        String many = parts[1];
        forms.add(one);
        forms.add(many);
        if (one.endsWith("anin")) {
            add(forms, one, "a", "owi", "em", "ie");
            add(forms, one.substring(0, one.length() - 2), "", "om", "ami", "ach");
        } else {
            boolean fleeting = one.endsWith("ec") || one.endsWith("ek");
            String stem = one.endsWith("ec")
                    ? many.substring(0, many.length() - 1)
                    : one.endsWith("ek") ? one.substring(0, one.length() - 2) + "k" : one;
            boolean k = stem.endsWith("k") || stem.endsWith("g");
            add(forms, stem, "a", "owi", k ? "iem" : "em", "ów", "om", "ami", "ach");
            add(forms, stem, k || fleeting || stem.endsWith("h") ? "u" : "ie");
        }
        if (!parts[2].equals("-")) {
            String stem = parts[2].substring(0, parts[2].length() - 2);
            add(forms, stem, "ka", "ki", "ce", "kę", "ką", "ek", "kom", "kami", "kach");
        }
        return forms;
    }

    private static Set<String> ukrainian(String[] parts) {
        Set<String> forms = new LinkedHashSet<>();
        String one = parts[0];
        String many = parts[1];
        forms.add(one);
        forms.add(many);
        String plural = many.substring(0, many.length() - 1);
        if (one.endsWith("ин")) {
            add(forms, one, "а", "у", "ові", "ом", "і");
            add(forms, plural, "", "ам", "ами", "ах");
        } else if (many.endsWith("і") || many.endsWith("ї")) {
            add(forms, plural, "я", "ю", "еві", "ем", "ів", "ям", "ями", "ях");
        } else {
            add(forms, plural, "а", "у", "ові", "ом", "ів", "ам", "ами", "ах");
        }
        if (parts.length > 2 && parts[2].endsWith("ка")) {
            String stem = parts[2].substring(0, parts[2].length() - 2);
            add(forms, stem, "ка", "ки", "ці", "ку", "кою", "ок", "кам", "ками", "ках");
        } else if (parts.length > 2 && !parts[2].equals("-")) {
            String stem = parts[2].substring(0, parts[2].length() - 1);
            add(forms, stem, "я", "і", "ю", "ею", "ь", "ям", "ями", "ях");
        }
        return forms;
    }

    private static void add(Set<String> forms, String stem, String... endings) {
        for (String ending : endings) {
            forms.add(stem + ending);
        }
    }

    /** Whether the noun names a people, and nobody who is called so: Hans Schweizer, Noor Hassan. */
    static boolean isOne(Tokens tokens, Match match) {
        int i = match.first();
        if (match.entry().languages().contains(" uk ")) {
            return !tokens.isCapitalised(i) || !tokens.isWord(i - 1);
        }
        Language language = Languages.of(match.entry().languages().strip().split(" ")[0]);
        if (!tokens.isWord(i - 1) || tokens.lineBefore(i)) {
            return tokens.end(i) - tokens.start(i) > SHORT;
        }
        String before = tokens.lower(i - 1);
        boolean plain = !tokens.isCapitalised(i - 1)
                || language.has(WordClass.FUNCTION, before)
                || language.has(WordClass.DETERMINER, before)
                || QUANTITIES.contains(before);
        boolean called = !language.code().equals("de")
                && tokens.isCapitalised(match.last() + 1)
                && !language.has(WordClass.DETERMINER, before);
        return plain && !called;
    }
}
