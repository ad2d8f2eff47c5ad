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
        List<LocalPerson> found = byBeginning.computeIfAbsent(beginning(part), key -> new ArrayList<>(2));
        if (!found.contains(person)) {
            found.add(person);
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

    /** Two letters, so that no case ending of a short name is among them. */
    private static String beginning(String part) {
        return part.length() < 3 ? part : part.substring(0, 2);
    }
}
