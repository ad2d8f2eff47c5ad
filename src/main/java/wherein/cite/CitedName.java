package wherein.cite;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of an author as reference managers want it. A catalogue has names as they were printed; it is
 * divided only where it looks like the name of a person, and else stays whole.
 *
 * @param family the family name with what comes before it, such as {@code van der Berg}; all of a name that stays whole
 * @param given the given names; empty where the name stays whole or is a single word
 * @param whole whether this is no person's name, or none that can be told
 */
record CitedName(String family, String given, boolean whole) {

    /** Words that a name of an institution has, and a person's has not. */
    private static final Set<String> INSTITUTIONS = Set.of(
            "agency",
            "association",
            "bank",
            "bureau",
            "center",
            "centre",
            "commission",
            "committee",
            "company",
            "corporation",
            "council",
            "department",
            "editors",
            "foundation",
            "group",
            "institute",
            "institution",
            "ministry",
            "network",
            "news",
            "office",
            "organisation",
            "organization",
            "party",
            "press",
            "project",
            "research",
            "service",
            "society",
            "staff",
            "team",
            "times",
            "union",
            "university");

    private static final Pattern PERSON =
            Pattern.compile("(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|\\p{Lo}+)(?: [\\p{L}\\p{M}'’.-]+){0,5}");
    private static final Pattern JOINED = Pattern.compile("(?i)(?:^| )(?:and|of|the|for|&|и|und|et)(?: |$)");
    private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr)\\.?|II|III|IV");

    /** The name {@code printed}; one with a comma says itself where the family name ends. */
    static CitedName of(String printed) {
        String name = Citation.line(printed);
        int comma = name.indexOf(',');
        if (comma > 0 && comma < name.length() - 1) {
            return new CitedName(
                    name.substring(0, comma).strip(), name.substring(comma + 1).strip(), false);
        }
        String[] words = name.split(" ");
        if (!PERSON.matcher(name).matches() || isInstitution(name, words)) {
            return new CitedName(name, "", true);
        }
        int last = words.length - 1;
        String suffix = "";
        if (last > 1 && SUFFIX.matcher(words[last]).matches()) {
            suffix = " " + words[last];
            last--;
        }
        // Small words before the family name belong to it: van, de, al.
        int family = last;
        while (family > 1 && Character.isLowerCase(words[family - 1].codePointAt(0))) {
            family--;
        }
        return new CitedName(join(words, family, last + 1), join(words, 0, family) + suffix, false);
    }

    private static boolean isInstitution(String name, String... words) {
        for (String word : words) {
            // An acronym is no name, initials with their points are.
            boolean acronym = word.length() > 2 && word.chars().allMatch(Character::isUpperCase) && words.length == 1;
            if (acronym || INSTITUTIONS.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return JOINED.matcher(name).find();
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", Arrays.asList(words).subList(from, to));
    }

    /** Family name first, a comma, and the given names; a single word or a whole name as it is. */
    String inverted() {
        return given.isEmpty() ? family : family + ", " + given;
    }
}
