package wherein.recognise.country;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import wherein.mention.Mention;

/** The way from a country's code to its English name, and from what a reader writes to the codes it may mean. */
public final class CountryNames {

    /** The codes beside ISO 3166-1's, with the names they are shown under. */
    private static final Map<String, String> FORMER = Map.of(
            "SU", "Soviet Union", "YU", "Yugoslavia", "DD", "East Germany", "CS", "Czechoslovakia", "XK", "Kosovo");

    private static final Set<String> CODES = codes();

    /** The names that were asked for, by their codes: CLDR takes some microseconds to tell one, and each row of an export has one. */
    private static final Map<String, String> LABELS = new ConcurrentHashMap<>();

    private CountryNames() {}

    /**
     * The English name of {@code id}, such as {@code Georgia} for {@code GE}, after CLDR.
     *
     * @throws IllegalArgumentException if {@code id} is no code of a country
     */
    public static String label(String id) {
        if (!CODES.contains(id)) {
            throw new IllegalArgumentException("no code of a country: " + id);
        }
        return LABELS.computeIfAbsent(id, CountryNames::told);
    }

    private static String told(String id) {
        String former = FORMER.get(id);
        return former != null ? former : new ULocale("und", id).getDisplayCountry(ULocale.ENGLISH);
    }

    /** Whether {@code id} is a code that a mention may have: ISO 3166-1 alpha-2 in capitals, or one of a former state. */
    public static boolean isCode(String id) {
        return CODES.contains(id);
    }

    /**
     * The codes that {@code name} may mean: a code in capitals, or a name or demonym in any language of the word lists.
     *
     * @return the likeliest first; more than one where the name is ambiguous, empty where it is unknown
     */
    public static List<String> resolve(String name) {
        String word = name.strip();
        Set<String> ids = Gazetteer.standard().ids(word);
        if (ids.isEmpty() && !word.isEmpty()) {
            ids = Gazetteer.standard().ids(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        if (ids.isEmpty()) {
            ids = ForeignNames.lists().ids(word);
        }
        if (ids.isEmpty() && CODES.contains(word)) {
            return List.of(word);
        }
        return List.copyOf(ids);
    }

    /**
     * The forms by which texts are looked through for the country {@code id}: those of English and Russian first, of its name, its
     * people, its cities and its government, each in alphabetical order; then its names in other languages. Looks at all forms of all countries.
     */
    public static List<String> forms(String id) {
        Set<String> all = new LinkedHashSet<>();
        for (Gazetteer lists : List.of(Gazetteer.standard(), ForeignNames.lists())) {
            TreeMap<Mention.Country.Kind, TreeSet<String>> forms = new TreeMap<>();
            lists.forEach(entry -> entry.senses().stream()
                    .filter(sense -> sense.kind() != null && sense.id().equals(id))
                    .forEach(sense -> forms.computeIfAbsent(sense.kind(), any -> new TreeSet<>())
                            .add(entry.form())));
            forms.values().forEach(all::addAll);
        }
        return List.copyOf(all);
    }

    /** All codes, in alphabetical order. */
    public static Set<String> all() {
        return new TreeSet<>(CODES);
    }

    private static Set<String> codes() {
        Set<String> codes = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
        codes.addAll(FORMER.keySet());
        return Set.copyOf(codes);
    }
}
