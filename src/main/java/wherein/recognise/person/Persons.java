package wherein.recognise.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The persons of a document, found again by the beginning of any part of their names. */
final class Persons {

    private final List<LocalPerson> all = new ArrayList<>();
    private final Map<String, List<LocalPerson>> byBeginning = new HashMap<>();

    /** All persons, in the order in which they came. */
    List<LocalPerson> all() {
        return all;
    }

    /** Adds a person. */
    LocalPerson add(LocalPerson person) {
        all.add(person);
        index(person);
        return person;
    }

    /** Takes note of the names that {@code person} has by now. */
    void index(LocalPerson person) {
        for (String part : person.keys()) {
            note(part, person);
            note(PersonNames.fullForm(part), person);
        }
        for (String part : person.parts()) {
            note(PersonNames.parts(part).stream().findFirst().orElse(part), person);
        }
    }

    private void note(String part, LocalPerson person) {
        for (int length = Math.min(2, part.length()); length <= Math.min(4, part.length()); length++) {
            List<LocalPerson> found = byBeginning.computeIfAbsent(part.substring(0, length), key -> new ArrayList<>(2));
            if (found.isEmpty() || found.get(found.size() - 1) != person) {
                found.add(person);
            }
        }
    }

    /** Those who may have {@code word} for a part of their name, in the order in which they were noted. */
    List<LocalPerson> like(String word) {
        List<String> parts = PersonNames.parts(word);
        if (parts.isEmpty()) {
            return List.of();
        }
        String own = parts.get(parts.size() - 1);
        List<LocalPerson> found = byBeginning.getOrDefault(beginning(own), List.of());
        String full = PersonNames.fullForm(own);
        if (full.equals(own) || beginning(full).equals(beginning(own))) {
            return found;
        }
        List<LocalPerson> more = new ArrayList<>(found);
        more.addAll(byBeginning.getOrDefault(beginning(full), List.of()));
        return more;
    }

    /** So much of a word as no case ending touches: all but three letters, two at least, four at most. */
    private static String beginning(String part) {
        int length = Math.max(2, Math.min(4, part.length() - 3));
        return part.substring(0, Math.min(length, part.length()));
    }
}
