package wherein.recognise.country;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import wherein.text.Tokens;

/** The sets of words that the rules ask about, from {@code words.tsv}; all in lower case. */
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

    /** The words of a section. */
    static Set<String> section(String name) {
        return SECTIONS.getOrDefault(name, Set.of());
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
        for (String[] row : Lists.rows("words.tsv")) {
            sections.put(row[0], Set.of(row[1].split(" ")));
        }
        return sections;
    }
}
