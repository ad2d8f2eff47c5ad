package wherein.recognise.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One person of a document, with all that its full names tell. */
final class LocalPerson {

    private final int number;
    private final boolean cyrillic;
    private boolean feminine;
    private List<String> parts;
    private String name;
    private List<String> keys;
    private String declined = "";
    private List<String> cases = List.of();
    private List<String> plain;
    private int last = -1;
    private int count;

    LocalPerson(int number, List<String> parts, String name, boolean cyrillic, boolean feminine) {
        this.number = number;
        this.parts = List.copyOf(parts);
        this.name = name;
        this.keys = PersonNames.parts(name);
        this.plain = plain(parts);
        this.cyrillic = cyrillic;
        this.feminine = feminine;
    }

    /** The fullest name. */
    String name() {
        return name;
    }

    /** The parts of the fullest name in the form of {@link PersonNames#key}. */
    List<String> keys() {
        return keys;
    }

    /** The words of the fullest name in their base form. */
    List<String> parts() {
        return parts;
    }

    /** How many persons the document had before. */
    int number() {
        return number;
    }

    /** The number of the name that last led here; negative where none did. */
    int last() {
        return last;
    }

    /** Notes that name number {@code at} led here. */
    void seen(int at) {
        last = at;
        count++;
    }

    /** How many names led here since the last {@link #rewind}. */
    int count() {
        return count;
    }

    /** Forgets where it was seen. */
    void rewind() {
        last = -1;
        count = 0;
    }

    /** Takes the fuller of the names, and says whether it is the new one. */
    boolean learn(List<String> base, String text, boolean woman) {
        boolean fuller = weight(base) > weight(parts);
        if (fuller) {
            parts = List.copyOf(base);
            name = text;
            keys = PersonNames.parts(text);
            plain = plain(parts);
            feminine = woman;
            declined = "";
        }
        return fuller;
    }

    private static int weight(List<String> words) {
        int weight = 0;
        for (String word : words) {
            weight += word.length() > 1 ? 8 : 1;
        }
        return weight;
    }

    /** Whether a name of several parts may be this person's. */
    boolean compatible(List<String> base, List<String> raw, List<String> other) {
        if (parts.size() < 2) {
            return false;
        }
        if (PersonNames.compatible(keys, other)) {
            return true;
        }
        return cyrillic && (russian(base) || russian(raw));
    }

    /** In Russian the surname's case may be open, and the patronymic stands for the surname. */
    private boolean russian(List<String> other) {
        String first = other.get(0);
        String end = other.get(other.size() - 1);
        if (other.size() == 2 && RussianNames.isPatronymic(end)) {
            return hasGiven(first) && patronymicFits(end);
        }
        if (first.length() > 2 && end.length() == 1) {
            return isSurname(first) && initialFits(other.get(1));
        }
        return isSurname(end) && (first.length() == 1 ? initialFits(first) : hasGiven(first));
    }

    private boolean patronymicFits(String form) {
        for (String part : parts) {
            if (RussianNames.isPatronymic(part)) {
                return part.regionMatches(0, form, 0, Math.min(4, Math.min(part.length(), form.length())));
            }
        }
        return true;
    }

    private boolean initialFits(String initial) {
        for (String part : parts) {
            if (part.startsWith(initial) && !part.equals(surname())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasGiven(String form) {
        for (String part : parts) {
            if (part.equals(form) || RussianNames.isGivenOf(form, part)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSurname(String form) {
        String surname = surname();
        return surname.equals(form) || cases(surname).contains(form);
    }

    private List<String> cases(String surname) {
        if (!surname.equals(declined)) {
            declined = surname;
            cases = RussianCases.surname(surname, feminine);
        }
        return cases;
    }

    /** The last part, or the first where given name and patronymic or initials stand behind it. */
    private String surname() {
        String end = parts.get(parts.size() - 1);
        return parts.size() > 1 && (end.length() == 1 || RussianNames.isPatronymic(end)) ? parts.get(0) : end;
    }

    /** How well a single word fits: 3 as surname, 2 as given name, 1 as another part, 0 not at all. */
    int match(String form) {
        if (cyrillic) {
            return isSurname(form) ? 3 : parts.size() > 1 && hasGiven(form) ? 2 : otherCase(form) ? 1 : 0;
        }
        String other = plain(form);
        if (plain.get(plain.size() - 1).equals(other)) {
            return 3;
        }
        if (plain.get(0).equals(other)) {
            return 2;
        }
        return plain.size() > 1 && form.length() > 2 && PersonNames.compatible(keys, PersonNames.parts(form)) ? 1 : 0;
    }

    private static List<String> plain(List<String> words) {
        List<String> plain = new ArrayList<>(words.size());
        for (String word : words) {
            plain.add(plain(word));
        }
        return plain;
    }

    private static String plain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) {
                return Lexicon.plain(word).toLowerCase(Locale.ROOT);
            }
        }
        return word.toLowerCase(Locale.ROOT);
    }

    /** Whether the two share all but a case ending, where no rule knows the name. */
    private boolean otherCase(String form) {
        String own = surname();
        int same = 0;
        while (same < own.length() && same < form.length() && own.charAt(same) == form.charAt(same)) {
            same++;
        }
        return same >= 4 && own.length() - same <= 2 && form.length() - same <= 3;
    }
}
