package wherein.recognise.country;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.Gazetteer.Match;
import wherein.recognise.country.GazetteerEntry.Sense;
import wherein.text.Tokens;

/**
 * The adjectives of countries in the languages beside English and Russian, with their forms.
 *
 * <p>Most languages write them in lower case, and texts have them everywhere: where no noun of a state stands beside it, an
 * adjective says where somebody was born or what is spoken, and is left out, as sets that others annotate do. Polish and
 * Ukrainian ones count wherever they stand, as Russian ones do.
 */
final class Demonyms {

    /** The columns of the list behind the code. */
    private static final List<String> LANGUAGES = List.of("fr", "it", "pt", "de", "nl", "pl", "uk");

    private static final Set<String> NOUNS = CountryWords.section("state-noun-foreign");

    /** Articles before a people: les Allemands, die Deutschen. */
    private static final Set<String> NATIONS = CountryWords.section("people-article");

    private Demonyms() {}

    /** All forms of all of them, by language; a name of a country in one language may be an adjective in another. */
    static Gazetteer lists() {
        return Lazy.LISTS;
    }

    private static final class Lazy {
        private static final Gazetteer LISTS = read();
    }

    private static Gazetteer read() {
        Gazetteer gazetteer = new Gazetteer();
        for (String[] row : Lists.rows("demonyms.tsv")) {
            for (int i = 0; i < LANGUAGES.size(); i++) {
                String language = LANGUAGES.get(i);
                for (String form : row[i + 1].equals("-") ? Set.<String>of() : forms(language, row[i + 1])) {
                    GazetteerEntry entry = gazetteer.at(form);
                    if (entry.senses().isEmpty()) {
                        entry.add(new Sense(row[0], Kind.DEMONYM, 0, ""));
                        entry.add(GazetteerEntry.FOREIGN | GazetteerEntry.LOWER);
                        entry.languages(" ");
                    }
                    entry.languages(entry.languages() + language + " ");
                }
            }
        }
        return gazetteer;
    }

    private static Set<String> forms(String language, String word) {
        return switch (language) {
            case "fr" -> french(word);
            case "it" -> italian(word);
            case "pt" -> portuguese(word);
            case "de" -> ended(word, "e", "en", "er", "es", "em");
            case "nl" -> Set.of(word, word + "e");
            case "pl" -> PolishForms.adjectives(word);
            default -> UkrainianForms.adjectives(word);
        };
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

    private static Set<String> plus(String word, Set<String> forms) {
        forms.add(word);
        return forms;
    }

    /** Whether a foreign adjective speaks of the state where it stands, or names its people. */
    static boolean isOfState(Tokens tokens, Match match) {
        GazetteerEntry entry = match.entry();
        boolean slavic = entry.languages().contains(" pl ") || entry.languages().contains(" uk ");
        if (slavic || entry.first().kind() != Kind.DEMONYM) {
            return true;
        }
        int first = match.first();
        boolean opens =
                first == 0 || !tokens.isWord(first - 1) && !tokens.is(first - 1, ',') || tokens.lineBefore(first);
        boolean people = tokens.isCapitalised(first)
                && !opens
                && !tokens.isCapitalised(match.last() + 1)
                && CountryWords.is(tokens, first - 1, NATIONS);
        return people || CountryWords.is(tokens, first - 1, NOUNS) || CountryWords.is(tokens, match.last() + 1, NOUNS);
    }
}
