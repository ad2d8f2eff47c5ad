package wherein.recognise.country;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wherein.recognise.WordList;
import wherein.recognise.language.Language;
import wherein.text.Tokens;

/**
 * The sets of words that the rules ask about; all in lower case. Those of English and Russian are in {@code
 * CODE-countries.tsv} of the language, the others in {@code words.tsv}.
 */
final class CountryWords {

    private static final Map<String, Set<String>> SECTIONS = read();

    static final Set<String> GIVEN = section("given");
    static final Set<String> GIVEN_RUSSIAN = declined(section("given-ru"));
    static final Set<String> TITLES = section("titles");
    static final Set<String> ORGANISATIONS = section("org");
    static final Set<String> BEFORE_ORGANISATION = section("before-org");
    static final Set<String> SPEAK = section("speak");
    static final Set<String> LANGUAGE_NEXT = section("language-next");
    static final Set<String> FUNCTION = section("function");
    static final Set<String> AGENCY = section("agency");
    static final Set<String> AGENCY_RUSSIAN = section("agency-ru");
    static final Set<String> POLICY = section("policy");
    static final Set<String> GOVERNMENT_BEFORE = section("gov-before");
    static final Set<String> GOVERNMENT_HYPHEN = section("gov-after-hyphen");
    static final Set<String> LOCATIVE = section("locative");
    static final Set<String> PLACE_BEFORE = section("place-before");
    static final Set<String> INTO_PLACE = section("into-place");
    static final Set<String> PLACE_BEFORE_RUSSIAN = section("ru-place-before");
    static final Set<String> PLACE_NOUN = section("place-noun");
    static final Set<String> MONTH = section("month");
    static final Set<String> FUNCTION_RUSSIAN = section("ru-function");

    private CountryWords() {}

    /** The words of a section; {@link IllegalStateException} if no file has one of that name. */
    static Set<String> section(String name) {
        Set<String> words = SECTIONS.get(name);
        if (words == null) {
            throw new IllegalStateException("no section of words is called " + name);
        }
        return words;
    }

    /** Whether token {@code i} exists, is a word and, in lower case, one of {@code words}. */
    static boolean is(Tokens tokens, int i, Set<String> words) {
        return tokens.isWord(i) && words.contains(tokens.lower(i));
    }

    private static Set<String> declined(Set<String> names) {
        Set<String> forms = new HashSet<>();
        names.forEach(name -> forms.addAll(RussianForms.name(name)));
        return Set.copyOf(forms);
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> sections = new HashMap<>();
        List<List<String[]>> files = List.of(
                Lists.rows("words.tsv"),
                WordList.rows(Language.class, "en-countries.tsv"),
                WordList.rows(Language.class, "ru-countries.tsv"));
        for (String[] row : files.stream().flatMap(List::stream).toList()) {
            if (sections.put(row[0], Set.of(row[1].split(" "))) != null) {
                throw new IllegalStateException("two sections of words are called " + row[0]);
            }
        }
        return sections;
    }
}
