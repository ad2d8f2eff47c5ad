package wherein.recognise.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which person of a list a name is compatible with, without a look at all of them: names that are compatible have
 * a first or a last part in common, and only those that have one are compared.
 */
final class ListedNames {

    /** A name of the person at {@code rank}, with its parts. */
    private record Entry(int rank, List<String> parts) {}

    private final List<KnownPerson> people;
    private final Map<String, Integer> aliases = new HashMap<>();
    private final Map<String, List<Entry>> entries = new HashMap<>();

    ListedNames(List<KnownPerson> people) {
        this.people = List.copyOf(people);
        for (int rank = 0; rank < people.size(); rank++) {
            note(rank, people.get(rank).name());
            for (String alias : people.get(rank).aliases()) {
                aliases.putIfAbsent(alias, rank);
                // An alias of one word is no surname: it stands for the person as it is, and for nobody of that name.
                if (alias.indexOf(' ') > 0) {
                    note(rank, alias);
                }
            }
        }
    }

    private void note(int rank, String name) {
        List<String> parts = PersonNames.parts(name);
        if (parts.isEmpty()) {
            return;
        }
        String first = parts.getFirst();
        Set<String> keys = new HashSet<>();
        keys.add("first " + first);
        keys.add("last " + parts.getLast());
        keys.add((parts.size() == 1 ? "alone " : "full ") + PersonNames.fullForm(first));
        keys.add(initial(first, parts.size() == 1, first.length() == 1));
        keys.add(initial(first, false, false));
        Entry entry = new Entry(rank, parts);
        keys.forEach(
                key -> entries.computeIfAbsent(key, any -> new ArrayList<>(1)).add(entry));
    }

    /** The first person of the list who has {@code name} as an alias, or a name compatible with it if it is a full one. */
    Optional<KnownPerson> of(String name) {
        int best = aliases.getOrDefault(name, people.size());
        if (name.indexOf(' ') > 0) {
            List<String> parts = PersonNames.parts(name);
            for (String key : parts.isEmpty() ? Set.<String>of() : asked(parts)) {
                for (Entry entry : entries.getOrDefault(key, List.of())) {
                    // They are in the order of the list, so the first that fits is the best of its key.
                    if (entry.rank() >= best) {
                        break;
                    }
                    if (PersonNames.compatible(parts, entry.parts())) {
                        best = entry.rank();
                    }
                }
            }
        }
        return best < people.size() ? Optional.of(people.get(best)) : Optional.empty();
    }

    private static Set<String> asked(List<String> parts) {
        String first = parts.getFirst();
        Set<String> keys = new HashSet<>();
        keys.add("first " + parts.getLast());
        keys.add("last " + parts.getLast());
        keys.add("last " + first);
        keys.add("alone " + PersonNames.fullForm(first));
        if (parts.size() == 1) {
            keys.add("full " + PersonNames.fullForm(first));
        }
        keys.add(initial(first, false, true));
        keys.add(initial(first, true, true));
        if (first.length() == 1) {
            // An initial alone may be anybody's; beside a surname it tells apart only those who are called by one word.
            keys.add(initial(first, parts.size() > 1, false));
        }
        return keys;
    }

    /** A key of the first letter, which no part of a name can be: of names of one part or any, of an initial or any. */
    private static String initial(String first, boolean alone, boolean isInitial) {
        return first.charAt(0) + (alone ? " alone" : " any") + (isInitial ? " initial" : "");
    }
}
