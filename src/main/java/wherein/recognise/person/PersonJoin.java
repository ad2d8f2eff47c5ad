package wherein.recognise.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Joins the persons of the documents of a collection: the same name, in whatever script and spelling, is one person, and
 * a name that is part of exactly one fuller name is that person's. Names that fit two fuller ones stay apart.
 */
public final class PersonJoin {

    private final Map<String, String> idOf = new HashMap<>();
    private final Map<String, List<String>> namesOf = new TreeMap<>();
    private final Map<String, List<String>> partsOf = new HashMap<>();

    /**
     * Joins names.
     *
     * @param counts how often each name was found; of several for one person the fullest, then the most frequent, is the
     *     person's id
     */
    public PersonJoin(Map<String, Integer> counts) {
        List<String> names = new ArrayList<>(counts.keySet());
        names.sort(Comparator.comparingInt((String name) -> -name.split("\\s+").length)
                .thenComparingInt(name -> -counts.get(name))
                .thenComparing(Comparator.naturalOrder()));
        names.forEach(name -> partsOf.put(name, PersonNames.parts(name)));
        // Names that can be one share a part, in the form that scripts and spellings have in common.
        Map<String, List<String>> byPart = new HashMap<>();
        for (String name : names) {
            List<String> parts = partsOf.get(name);
            List<String> fitting = parts.stream()
                    .flatMap(part -> byPart.getOrDefault(part, List.of()).stream())
                    .filter(id -> PersonNames.compatible(partsOf.get(id), parts))
                    .distinct()
                    .limit(2)
                    .toList();
            String id = fitting.size() == 1 ? fitting.getFirst() : name;
            idOf.put(name, id);
            namesOf.computeIfAbsent(id, each -> new ArrayList<>()).add(name);
            if (id.equals(name)) {
                parts.forEach(part ->
                        byPart.computeIfAbsent(part, each -> new ArrayList<>()).add(name));
            }
        }
    }

    /** The id of the person whom a document calls {@code name}; the name itself where nobody does. */
    public String id(String name) {
        return idOf.getOrDefault(name, name);
    }

    /** The names that documents have for person {@code id}. */
    public List<String> names(String id) {
        return List.copyOf(namesOf.getOrDefault(id, List.of()));
    }

    /** The ids of all persons, in alphabetical order. */
    public List<String> ids() {
        return List.copyOf(namesOf.keySet());
    }

    /** The ids of the persons who may be called {@code name}: that very id, else those whose names it fits. */
    public List<String> find(String name) {
        if (namesOf.containsKey(name)) {
            return List.of(name);
        }
        if (idOf.containsKey(name)) {
            return List.of(idOf.get(name));
        }
        List<String> wanted = PersonNames.parts(name);
        return namesOf.entrySet().stream()
                .filter(person -> person.getValue().stream()
                        .anyMatch(each -> !wanted.isEmpty() && partsOf.get(each).containsAll(wanted)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
