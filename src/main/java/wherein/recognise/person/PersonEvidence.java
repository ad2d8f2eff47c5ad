package wherein.recognise.person;

import java.util.stream.Stream;
import wherein.recognise.language.Languages;
import wherein.recognise.language.WordClass;

/**
 * What the rest of the document says of a word: that it is also written in lower case, that it follows a given name or a
 * title, that somebody of that name speaks.
 *
 * <p>Russian words count without their case endings, so that the cases of a name share what is known.
 */
final class PersonEvidence {

    static final int LOWER = 1;
    static final int AFTER_GIVEN = 2;
    static final int AFTER_TITLE = 4;
    static final int BEFORE_SPEECH = 8;
    static final int AFTER_THE = 16;
    static final int BEFORE_ORG = 32;
    static final int AFTER_IN = 64;
    static final int BEFORE_MORPH = 128;
    static final int MANY = 256;
    static final int AFTER_THING = 512;
    private static final int ONCE = 1024;

    private static final long THE = PersonLexicon.hash("the");
    private static final long[] IN = in();

    /** The longest case ending of a Russian name. */
    private static final int LONGEST_ENDING = 3;

    /** The case endings of Russian names, by length. */
    private static final String[][] ENDINGS = endings();

    /** The letters by which they end, small and capital. */
    private static final String LAST = last();

    private final Units units;
    private final long[] keys;
    private final int[] bits;

    /** Reads the document once. */
    PersonEvidence(Units units) {
        this.units = units;
        int capacity = Integer.highestOneBit(Math.max(16, units.size)) * 4;
        keys = new long[capacity];
        bits = new int[capacity];
        for (int i = 0; i < units.size; i++) {
            units.checkpoint.step();
            if (units.isCapital(i)) {
                add(i);
            }
        }
        for (int i = 0; i < units.size; i++) {
            if (units.shape[i] == Units.LOWER) {
                int at = slot(units.hash[i]);
                if (keys[at] != 0) {
                    bits[at] |= LOWER;
                }
            }
        }
    }

    /** What says in English and in Russian that a place is named next, which texts of every language may hold. */
    private static long[] in() {
        return Stream.of("en", "ru")
                .flatMap(code -> Languages.of(code).words(WordClass.WITHIN).keySet().stream())
                .mapToLong(PersonLexicon::hash)
                .toArray();
    }

    private static String[][] endings() {
        String[][] byLength = new String[LONGEST_ENDING + 1][];
        for (int i = 0; i <= LONGEST_ENDING; i++) {
            int length = i;
            byLength[i] = Languages.of("ru").words(WordClass.CASE_ENDING).keySet().stream()
                    .filter(ending -> ending.length() == length)
                    .toArray(String[]::new);
        }
        return byLength;
    }

    private static String last() {
        StringBuilder letters = new StringBuilder();
        for (String ending : Languages.of("ru").words(WordClass.CASE_ENDING).keySet()) {
            char last = ending.charAt(ending.length() - 1);
            letters.append(last).append(Character.toUpperCase(last));
        }
        return letters.toString();
    }

    private void add(int i) {
        int found = 0;
        boolean start = units.line[i];
        if (!start && units.has(i - 1, Flags.GIVEN) && units.isCapital(i - 1)) {
            found |= AFTER_GIVEN;
        } else if (!start && units.isCapital(i - 1) && units.shape[i - 1] == Units.INITIAL) {
            found |= AFTER_GIVEN;
        }
        if (!start && units.has(i - 1, Flags.TITLE)) {
            found |= AFTER_TITLE;
        }
        if (!start && units.has(i - 1, Flags.THINGBEFORE)) {
            found |= AFTER_THING;
        }
        if (units.has(i + 1, Flags.SPEECH) && units.shape[i + 1] == Units.LOWER) {
            found |= BEFORE_SPEECH;
        }
        if (i > 0 && !start) {
            long before = units.hash[i - 1];
            if (before == THE) {
                found |= AFTER_THE;
            }
            for (long in : IN) {
                if (before == in) {
                    found |= AFTER_IN;
                }
            }
        }
        if (units.isCapital(i + 1) && !units.line[i + 1]) {
            if (units.has(i + 1, Flags.ORG | Flags.PLACEWORD)) {
                found |= BEFORE_ORG;
            } else if (units.has(i + 1, Flags.MORPH | Flags.SURNAME | Flags.PATRONYMIC)) {
                found |= BEFORE_MORPH;
            }
        }
        note(key(i), found);
        if (units.cyrillic[i]) {
            note(units.hash[i], 0);
        }
    }

    private void note(long key, int found) {
        int at = slot(key);
        keys[at] = key;
        bits[at] |= found | ((bits[at] & ONCE) != 0 ? MANY : ONCE);
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) (key >>> 7) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** What is known of the word at unit {@code i}. */
    int of(int i) {
        int found = bits[slot(key(i))];
        return units.cyrillic[i] ? found | bits[slot(units.hash[i])] & LOWER : found;
    }

    /** A number that the forms of one word share. */
    long key(int i) {
        if (!units.cyrillic[i]) {
            return units.hash[i];
        }
        int start = units.start(i);
        int end = units.end(i);
        return PersonLexicon.hash(units.text, start, stem(units.text, start, end)) ^ 0x5bd1e995L;
    }

    /** Where a Russian word ends without its case ending, three letters at least. */
    private static int stem(String text, int start, int end) {
        if (LAST.indexOf(text.charAt(end - 1)) < 0) {
            return end;
        }
        for (int cut = LONGEST_ENDING; cut > 0; cut--) {
            int from = end - cut;
            if (from >= start + 3 || cut == 1 && from >= start + 2) {
                for (String ending : ENDINGS[cut]) {
                    if (Endings.matches(text, from, ending)) {
                        return from;
                    }
                }
            }
        }
        return end;
    }
}
