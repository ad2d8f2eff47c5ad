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
    private String surname;
    private String patronymic;

    /** The parts as the list of given names writes them; made when first asked for. */
    private List<String> given;

    private Bearer bearer = Bearer.ANYBODY;

    private int last = -1;
    private int count;

    /** A word of a name, with the nominatives of the given name that it may be a case of; these are found once. */
    private static final class Word {

        private final String form;
        private final boolean patronymic;
        private List<String> nominatives;

        Word(String form) {
            this.form = form;
            this.patronymic = RussianNames.isPatronymic(form);
        }

        private List<String> nominatives() {
            if (nominatives == null) {
                nominatives = RussianGiven.readings(form).stream()
                        .map(RussianGiven.Reading::nominative)
                        .toList();
            }
            return nominatives;
        }
    }

    /** A name of several parts, with what comparing it with persons asks of it, made once. */
    static final class Full {

        private final List<String> keys;
        private final List<Word> base;
        private final List<Word> raw;

        /** The words in their base form, as they stand, and in the form of {@link PersonNames#key}. */
        Full(List<String> base, List<String> raw, List<String> keys) {
            this.keys = keys;
            this.base = base.stream().map(Word::new).toList();
            this.raw =
                    base.equals(raw) ? this.base : raw.stream().map(Word::new).toList();
        }
    }

    /** A word that stands alone, with what comparing it with persons asks of it, made once. */
    static final class Single {

        private final Word word;
        private final String form;
        private final String plain;
        private final List<String> keys;

        Single(String form) {
            this.word = new Word(form);
            this.form = form;
            this.plain = LocalPerson.plain(form);
            this.keys = PersonNames.parts(form);
        }

        /** Its parts in the form of {@link PersonNames#key}. */
        List<String> keys() {
            return keys;
        }
    }

    LocalPerson(int number, List<String> parts, String name, boolean cyrillic, boolean feminine) {
        this.number = number;
        this.parts = List.copyOf(parts);
        this.name = name;
        this.keys = PersonNames.parts(String.join(" ", parts));
        this.plain = plain(parts);
        this.cyrillic = cyrillic;
        this.feminine = feminine;
        read();
    }

    /** Finds surname and patronymic: the last part, or the first where a patronymic or initials stand behind it. */
    private void read() {
        String end = parts.get(parts.size() - 1);
        boolean turned = parts.size() > 1 && (end.length() == 1 || RussianNames.isPatronymic(end));
        surname = turned ? parts.get(0) : end;
        patronymic = "";
        for (String part : parts) {
            if (patronymic.isEmpty() && RussianNames.isPatronymic(part)) {
                patronymic = part;
            }
        }
        given = null;
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

    /** Notes what stands beside a name of this person. */
    void note(Bearer other) {
        bearer = bearer.with(other);
    }

    /** Whether {@code other} cannot be this person, who may be told to be man or woman by the given name alone. */
    boolean excludes(Bearer other) {
        boolean byGiven = other.gender() != Honorifics.Gender.UNKNOWN
                && bearer.gender() == Honorifics.Gender.UNKNOWN
                && parts.size() > 1
                && Honorifics.ofGiven(parts.get(0)).conflicts(other.gender());
        return byGiven || bearer.conflicts(other);
    }

    /** Takes the fuller of the names, and says whether it is the new one. */
    boolean learn(List<String> base, String text, boolean woman) {
        boolean fuller = weight(base) > weight(parts);
        if (fuller) {
            parts = List.copyOf(base);
            name = text;
            keys = PersonNames.parts(String.join(" ", base));
            plain = plain(parts);
            feminine = woman;
            declined = "";
            read();
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
    boolean compatible(Full other) {
        if (parts.size() < 2 || other.keys.size() < 2) {
            return bearer.reigns() && keys.equals(other.keys);
        }
        if (PersonNames.compatible(keys, other.keys)) {
            return true;
        }
        return cyrillic && (russian(other.base) || other.raw != other.base && russian(other.raw));
    }

    /** In Russian the surname's case may be open, and the patronymic stands for the surname. */
    private boolean russian(List<Word> other) {
        Word first = other.get(0);
        Word end = other.get(other.size() - 1);
        if (other.size() == 2 && end.patronymic) {
            return patronymicFits(end.form) && hasGiven(first);
        }
        if (first.form.length() > 2 && end.form.length() == 1) {
            return isSurname(first.form) && initialFits(end.form);
        }
        return isSurname(end.form) && (first.form.length() == 1 ? initialFits(first.form) : hasGiven(first));
    }

    private boolean patronymicFits(String form) {
        int length = Math.min(4, Math.min(patronymic.length(), form.length()));
        return patronymic.isEmpty() || patronymic.regionMatches(0, form, 0, length);
    }

    private boolean initialFits(String initial) {
        for (String part : parts) {
            if (part.startsWith(initial) && !part.equals(surname)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasGiven(Word word) {
        if (parts.contains(word.form)) {
            return true;
        }
        if (word.nominatives().isEmpty()) {
            return false;
        }
        if (given == null) {
            given = parts.stream().map(RussianGiven::plain).toList();
        }
        return given.stream().anyMatch(word.nominatives()::contains);
    }

    private boolean isSurname(String form) {
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
    String surname() {
        return surname;
    }

    /** How well a single word fits: 3 as surname, 2 as given name, 1 as another part, 0 not at all. */
    int match(Single word) {
        String form = word.form;
        if (cyrillic) {
            return isSurname(form) ? 3 : parts.size() > 1 && hasGiven(word.word) ? 2 : otherCase(form) ? 1 : 0;
        }
        if (plain.get(plain.size() - 1).equals(word.plain)) {
            return 3;
        }
        if (plain.get(0).equals(word.plain)) {
            return 2;
        }
        return plain.size() > 1 && form.length() > 2 && PersonNames.compatible(keys, word.keys) ? 1 : 0;
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
                return PersonLexicon.plain(word).toLowerCase(Locale.ROOT);
            }
        }
        return word.toLowerCase(Locale.ROOT);
    }

    /** Whether the two share all but a case ending, where no rule knows the name. */
    private boolean otherCase(String form) {
        String own = surname;
        int same = 0;
        while (same < own.length() && same < form.length() && own.charAt(same) == form.charAt(same)) {
            same++;
        }
        return same >= 4 && own.length() - same <= 2 && form.length() - same <= 3;
    }
}
