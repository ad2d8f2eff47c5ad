package wherein.recognise.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares names of persons across scripts and spellings: Путин is Putin, Alexey is Aleksei.
 *
 * <p>Keys are made for comparing only and are no transliteration to show.
 */
public final class PersonNames {

    private static final String FROM = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјњљћђџѓќѕ";
    private static final String[] TO = {
        "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
        "h", "ts", "ch", "sh", "sh", "", "i", "", "e", "iu", "ia", "i", "i", "e", "g", "u", "i", "n", "l", "c", "d",
        "dz", "g", "k", "z"
    };
    private static final Map<String, String> SHORT = shortForms();

    private PersonNames() {}

    /**
     * A key that is the same for the usual spellings of a name: lower case, Latin letters, no accents, one spelling for
     * the variants of a sound, the parts in the order of the name with one space between.
     */
    public static String key(String name) {
        StringBuilder key = new StringBuilder();
        for (String part : parts(name)) {
            key.append(key.length() > 0 ? " " : "").append(part);
        }
        return key.toString();
    }

    /**
     * Whether two names may be those of one person: each part of the shorter is found in the longer, in order, as itself,
     * as its initial or as its short form, and the surnames, where both have one, are the same.
     *
     * <p>A single part is compatible with a name that has it as given name or as surname.
     */
    public static boolean compatible(String one, String other) {
        return compatible(parts(one), parts(other));
    }

    /** The same for names whose {@link #parts} are known. */
    static boolean compatible(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        List<String> small = a.size() <= b.size() ? a : b;
        List<String> big = small == a ? b : a;
        if (small.size() == 1) {
            return big.size() == 1
                    ? same(small.get(0), big.get(0))
                    : big.get(big.size() - 1).equals(small.get(0)) || same(small.get(0), big.get(0));
        }
        return inOrder(small, big) || reversed(small, big) || small.size() == big.size() && reversed(big, small);
    }

    private static boolean inOrder(List<String> small, List<String> big) {
        if (!small.get(small.size() - 1).equals(big.get(big.size() - 1))) {
            return false;
        }
        if (otherMiddle(small, big)) {
            return false;
        }
        int at = 0;
        for (String part : small) {
            while (at < big.size() && !same(part, big.get(at))) {
                at++;
            }
            if (at++ == big.size()) {
                return false;
            }
        }
        return same(small.get(0), big.get(0)) || big.size() > small.size();
    }

    /** Whether both have a second name, one of them as its initial only, and it is not the same: George W. and George H. W. */
    private static boolean otherMiddle(List<String> small, List<String> big) {
        if (small.size() < 3 || !same(small.get(0), big.get(0))) {
            return false;
        }
        String one = small.get(1);
        String other = big.get(1);
        return (one.length() == 1 || other.length() == 1) && !same(one, other);
    }

    /** Surname first in one of the two, as Russian forms and Chinese names have it. */
    private static boolean reversed(List<String> small, List<String> big) {
        List<String> turned = new ArrayList<>(small.subList(1, small.size()));
        turned.add(small.get(0));
        return small.get(0).length() > 1 && inOrder(turned, big);
    }

    private static boolean same(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        if (a.length() == 1 || b.length() == 1) {
            return a.charAt(0) == b.charAt(0);
        }
        return SHORT.getOrDefault(a, a).equals(SHORT.getOrDefault(b, b));
    }

    /** The full form of a given name, both in the form of {@link #key}; the same where it is no short form. */
    static String fullForm(String part) {
        return SHORT.getOrDefault(part, part);
    }

    /** The parts of a name in the form of {@link #key}. */
    static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)
                    || c == '\''
                    || c == '’'
                    || c == 'ʼ'
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                part.append(c);
            } else if (part.length() > 0) {
                parts.add(sound(latin(part.toString())));
                part.setLength(0);
            }
        }
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static String latin(String part) {
        String lower = part.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lower.length(); i++) {
            int at = FROM.indexOf(lower.charAt(i));
            if (at >= 0) {
                out.append(TO[at]);
            } else if (Character.isLetterOrDigit(lower.charAt(i))
                    || lower.charAt(i) > 0x2ff && lower.charAt(i) < 0x370) {
                out.append(lower.charAt(i));
            }
        }
        return PersonLexicon.plain(out.toString()).toLowerCase(Locale.ROOT);
    }

    /** One spelling for what is spelt in several ways between Russian, Ukrainian and English. */
    private static String sound(String latin) {
        String s = latin;
        if (s.length() < 3) {
            return s;
        }
        s = s.replace("shch", "sh")
                .replace("kh", "h")
                .replace("ye", "e")
                .replace("yo", "e")
                .replace("io", "e");
        s = s.replace("yu", "iu")
                .replace("ya", "ia")
                .replace("ju", "iu")
                .replace("ja", "ia")
                .replace("je", "e");
        s = s.replace("x", "ks")
                .replace("ph", "f")
                .replace("w", "v")
                .replace("tz", "ts")
                .replace("ck", "k");
        s = s.replace('y', 'i')
                .replace("dj", "dzh")
                .replace("j", "dzh")
                .replace("ou", "u")
                .replace("ae", "e");
        s = s.replace("ie", "e").replace("ii", "i").replace("ei", "e").replace("dzh", "j");
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            if (i == 0 || s.charAt(i) != s.charAt(i - 1)) {
                out.append(s.charAt(i));
            }
        }
        s = out.toString();
        return s.length() > 3 && (s.endsWith("i") || s.endsWith("'")) ? s.substring(0, s.length() - 1) : s;
    }

    private static Map<String, String> shortForms() {
        Map<String, String> map = new HashMap<>();
        PersonWordLists.read(
                "short-forms.tsv",
                (full, form) -> map.put(parts(form).get(0), parts(full).get(0)));
        return map;
    }
}
