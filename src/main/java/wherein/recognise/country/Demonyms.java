package wherein.recognise.country;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.Gazetteer.Match;
import wherein.recognise.country.GazetteerEntry.Sense;
import wherein.text.Tokens;

/**
 * The adjectives of countries in the languages beside English and Russian, with their forms; nouns are {@link Peoples}.
 *
 * <p>Most languages write them in lower case, and texts have them everywhere: where no noun of a state stands beside it, an
 * adjective says where somebody was born or what is spoken, and is left out, as sets that others annotate do. Polish and
 * Ukrainian ones count wherever they stand, as Russian ones do, and so do nouns.
 */
final class Demonyms {

    /** The columns of the list behind the code. */
    static final List<String> LANGUAGES = List.of("fr", "it", "pt", "es", "de", "nl", "pl", "uk");

    private static final Set<String> NOUNS = CountryWords.section("state-noun-foreign");

    /** Articles before a people: les Allemands, die Deutschen. */
    private static final Set<String> NATIONS = CountryWords.section("people-article");

    /** What stands before several of a people, or one of it, and hardly before a language: los rusos, une Ukrainienne. */
    private static final Set<String> MANY = CountryWords.section("people-many");

    private static final Set<String> ONE = CountryWords.section("people-one");

    private Demonyms() {}

    /** All forms of all of them, by language; a name of a country in one language may be an adjective in another. */
    static Gazetteer lists() {
        return Lazy.LISTS;
    }

    private static final class Lazy {
        private static final Gazetteer LISTS = read(1, LANGUAGES, language -> GazetteerEntry.LOWER, Demonyms::forms);
    }

    /**
     * The forms of what stands in the columns of {@code languages}, from {@code column} of the list on.
     *
     * @param flags of the forms of a language
     * @param forms of a language and a word of it
     */
    static Gazetteer read(
            int column,
            List<String> languages,
            ToIntFunction<String> flags,
            BiFunction<String, String, Set<String>> forms) {
        Gazetteer gazetteer = new Gazetteer();
        for (String[] row : Lists.rows("demonyms.tsv")) {
            for (int i = 0; i < languages.size(); i++) {
                String language = languages.get(i);
                for (String word : alternatives(row[column + i])) {
                    put(gazetteer, row[0], forms.apply(language, word), language, flags.applyAsInt(language));
                }
            }
        }
        return gazetteer;
    }

    private static List<String> alternatives(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split("\\|"));
    }

    /** Adds forms of a demonym of the country {@code id}, with what is known of them. */
    private static void put(Gazetteer gazetteer, String id, Set<String> forms, String language, int flags) {
        for (String form : forms) {
            GazetteerEntry entry = gazetteer.at(form);
            if (entry.senses().isEmpty()) {
                entry.add(new Sense(id, Kind.DEMONYM, 0, ""));
                entry.add(GazetteerEntry.FOREIGN | flags);
                entry.languages(" ");
            }
            if (!entry.languages().contains(" " + language + " ")) {
                entry.languages(entry.languages() + language + " ");
            }
        }
    }

    private static Set<String> forms(String language, String word) {
        return switch (language) {
            case "fr" -> french(word);
            case "it" -> italian(word);
            case "pt" -> portuguese(word);
            case "es" -> spanish(word);
            case "de" -> ended(word, "e", "en", "er", "es", "em");
            case "nl" -> Set.of(word, dutch(word));
            case "pl" -> PolishForms.adjectives(word);
            default -> UkrainianForms.adjectives(word);
        };
    }

    /** Chinees, Chinese; Irakees, Irakese; Oekraïens, Oekraïense. */
    private static String dutch(String word) {
        return word.endsWith("ees") ? word.substring(0, word.length() - 2) + "se" : word + "e";
    }

    private static Set<String> ended(String stem, String... endings) {
        Set<String> forms = new LinkedHashSet<>();
        for (String ending : endings) {
            forms.add(stem + ending);
        }
        return forms;
    }

    private static Set<String> french(String word) {
        if (word.endsWith("e")) {
            return ended(word, "", "s");
        }
        if (word.endsWith("en")) {
            return ended(word, "", "s", "ne", "nes");
        }
        String feminine = switch (word) {
            case "grec" -> "grecque";
            case "turc" -> "turque";
            default -> word + "e";
        };
        Set<String> forms = ended(word, "", word.endsWith("s") ? "" : "s");
        forms.add(feminine);
        forms.add(feminine + "s");
        return forms;
    }

    private static Set<String> italian(String word) {
        String stem = word.substring(0, word.length() - 1);
        return word.endsWith("o")
                ? ended(stem, "o", "a", "i", "e", "hi", "he")
                : ended(stem, word.substring(word.length() - 1), "i");
    }

    private static Set<String> portuguese(String word) {
        String stem = word.substring(0, word.length() - 1);
        if (word.endsWith("ês")) {
            return plus(word, ended(word.substring(0, word.length() - 2), "esa", "eses", "esas"));
        }
        if (word.endsWith("ão")) {
            return plus(word, ended(word.substring(0, word.length() - 2), "ã", "ães", "ãos", "ãs"));
        }
        if (word.endsWith("ol")) {
            return plus(word, ended(stem.substring(0, stem.length() - 1), "ola", "óis", "olas"));
        }
        return word.endsWith("o") ? ended(stem, "o", "a", "os", "as") : ended(word, "", "s");
    }

    private static Set<String> spanish(String word) {
        String stem = word.substring(0, word.length() - 1);
        char last = word.charAt(stem.length());
        int accent = "áéíóú".indexOf(word.charAt(Math.max(0, word.length() - 2)));
        if (accent >= 0 && (last == 'n' || last == 's')) {
            // The accent is on the last syllable, and goes where another is behind it.
            String plain = word.substring(0, word.length() - 2) + "aeiou".charAt(accent) + last;
            return plus(word, ended(plain, "a", "es", "as"));
        }
        return switch (last) {
            case 'o' -> ended(stem, "o", "a", "os", "as");
            case 'l', 'r' -> plus(word, ended(word, "a", "es", "as"));
            case 'í' -> ended(word, "", "s", "es");
            default -> ended(word, "", "s");
        };
    }

    private static Set<String> plus(String word, Set<String> forms) {
        forms.add(word);
        return forms;
    }

    /** Whether a foreign adjective speaks of the state where it stands, or names its people; a noun is of the people. */
    static boolean isOfState(Tokens tokens, Match match) {
        GazetteerEntry entry = match.entry();
        if (entry.first().kind() != Kind.DEMONYM) {
            return true;
        }
        if (entry.has(GazetteerEntry.NATION)) {
            return Peoples.isOne(tokens, match);
        }
        boolean slavic = entry.languages().contains(" pl ") || entry.languages().contains(" uk ");
        return slavic
                || isPeople(tokens, match)
                || CountryWords.is(tokens, match.first() - 1, NOUNS)
                || CountryWords.is(tokens, match.last() + 1, NOUNS);
    }

    /** Whether it is a noun: French has a capital then, and Spanish, Italian and Portuguese what is counted before it. */
    private static boolean isPeople(Tokens tokens, Match match) {
        int first = match.first();
        boolean counted = tokens.isNumber(first - 1)
                || CountryWords.is(tokens, first - 1, MANY)
                || CountryWords.is(tokens, first - 1, ONE);
        if (tokens.isCapitalised(first)) {
            boolean opens =
                    first == 0 || !tokens.isWord(first - 1) && !tokens.is(first - 1, ',') || tokens.lineBefore(first);
            return !tokens.isCapitalised(match.last() + 1)
                    && (counted || !opens && CountryWords.is(tokens, first - 1, NATIONS));
        }
        GazetteerEntry entry = match.entry();
        boolean romance = entry.languages().contains(" es ")
                || entry.languages().contains(" it ")
                || entry.languages().contains(" pt ");
        return romance && counted;
    }
}
