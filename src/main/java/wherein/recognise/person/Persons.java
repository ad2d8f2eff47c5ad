package wherein.recognise.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The persons of a document, found again by their surname or by another part of their names: by the whole part, or, where
 * a case ending may follow, by its beginning.
 *
 * <p>Of the persons that share a part, those introduced nearest to a place are given, and no more than {@value #BEFORE}
 * before and {@value #AFTER} after it; so a lookup costs the same in a list of a million persons as in an article.
 */
final class Persons {

    private static final int BEFORE = 32;
    private static final int AFTER = 8;

    /** What marks a whole part among the beginnings. */
    private static final String WHOLE = "=";

    /** What stands between the beginning of a surname and the first letter of another part. */
    private static final String BESIDE = "|";

    /** A person, and the number of the name that told the part. */
    private record Entry(int at, LocalPerson person) {}

    private final List<LocalPerson> all = new ArrayList<>();
    private final Map<String, List<Entry>> surnames = new HashMap<>();
    private final Map<String, List<Entry>> others = new HashMap<>();

    /** All persons, in the order in which they came. */
    List<LocalPerson> all() {
        return all;
    }

    /** Adds a person whom name number {@code at} introduces; numbers do not fall. */
    LocalPerson add(LocalPerson person, int at) {
        all.add(person);
        index(person, at);
        return person;
    }

    /** Takes note of the names that {@code person} has by name number {@code at}. */
    void index(LocalPerson person, int at) {
        Entry entry = new Entry(at, person);
        List<String> keys = person.keys();
        for (int i = 0; i < keys.size(); i++) {
            note(i == keys.size() - 1 ? surnames : others, keys.get(i), entry);
        }
        if (!keys.isEmpty()) {
            note(others, keys.get(0), entry);
        }
        for (String part : person.parts()) {
            String key = PersonNames.parts(part).stream().findFirst().orElse(part);
            boolean surname = part.equals(person.surname());
            note(surname ? surnames : others, key, entry);
            for (int i = 0; surname && i < keys.size(); i++) {
                begin(surnames, key, BESIDE + keys.get(i).charAt(0), entry);
            }
        }
    }

    private static void note(Map<String, List<Entry>> index, String part, Entry entry) {
        put(index, WHOLE + part, entry);
        begin(index, part, "", entry);
        String full = PersonNames.fullForm(part);
        if (!full.equals(part)) {
            put(index, WHOLE + full, entry);
            begin(index, full, "", entry);
        }
    }

    private static void begin(Map<String, List<Entry>> index, String part, String beside, Entry entry) {
        for (int length = Math.min(2, part.length()); length <= Math.min(4, part.length()); length++) {
            put(index, part.substring(0, length) + beside, entry);
        }
    }

    private static void put(Map<String, List<Entry>> index, String key, Entry entry) {
        List<Entry> found = index.computeIfAbsent(key, each -> new ArrayList<>(2));
        if (found.isEmpty() || found.get(found.size() - 1).person() != entry.person()) {
            found.add(entry);
        }
    }

    /** Adds to {@code found} those near name number {@code at} whose surname is {@code part}, in its key form. */
    void bySurname(String part, int at, List<LocalPerson> found) {
        near(surnames, WHOLE + part, at, found);
    }

    /** Adds to {@code found} those near name number {@code at} who have {@code part} for another part, or its full form. */
    void byOther(String part, int at, List<LocalPerson> found) {
        near(others, WHOLE + part, at, found);
        String full = PersonNames.fullForm(part);
        if (!full.equals(part)) {
            near(others, WHOLE + full, at, found);
        }
    }

    /** Adds to {@code found} those near name number {@code at} whose surname may be a case of {@code part}. */
    void likeSurname(String part, int at, List<LocalPerson> found) {
        like(surnames, part, at, found);
    }

    /** The same, of those who have another part that begins with {@code letter}. */
    void likeSurname(String part, char letter, int at, List<LocalPerson> found) {
        near(surnames, beginning(part) + BESIDE + letter, at, found);
    }

    /** Adds to {@code found} those near name number {@code at} of whom another part may be a case of {@code part}. */
    void likeOther(String part, int at, List<LocalPerson> found) {
        like(others, part, at, found);
    }

    private static void like(Map<String, List<Entry>> index, String part, int at, List<LocalPerson> found) {
        near(index, beginning(part), at, found);
        String full = PersonNames.fullForm(part);
        if (!full.equals(part) && !beginning(full).equals(beginning(part))) {
            near(index, beginning(full), at, found);
        }
    }

    private static void near(Map<String, List<Entry>> index, String key, int at, List<LocalPerson> found) {
        List<Entry> entries = index.getOrDefault(key, List.of());
        int here = after(entries, at);
        for (int i = Math.max(0, here - BEFORE); i < Math.min(entries.size(), here + AFTER); i++) {
            found.add(entries.get(i).person());
        }
    }

    /** The first of {@code entries} that a later name than number {@code at} told. */
    private static int after(List<Entry> entries, int at) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).at() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** So much of a word as no case ending touches: all but three letters, two at least, four at most. */
    private static String beginning(String part) {
        int length = Math.max(2, Math.min(4, part.length() - 3));
        return part.substring(0, Math.min(length, part.length()));
    }
}
