package wherein.recognise.person;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Joins the persons of the documents of a collection: the same name, in whatever script and spelling, is one person, and
 * a name that is part of exactly one fuller name is that person's. Names that fit two fuller ones stay apart.
 *
 * <p>To join n names takes n log n steps to put them in order, and for each as many as there are persons of the same surname.
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
        List<Counted> names = new ArrayList<>();
        counts.forEach((name, count) -> names.add(new Counted(name, name.split("\\s+").length, count)));
        names.sort(Comparator.comparingInt((Counted name) -> -name.length)
                .thenComparingInt(name -> -name.count)
                .thenComparing(Counted::name));
        Fuller fuller = new Fuller();
        for (Counted counted : names) {
            String name = counted.name;
            List<String> parts = PersonNames.parts(name);
            partsOf.put(name, parts);
            String id = fuller.only(parts).orElse(name);
            idOf.put(name, id);
            namesOf.computeIfAbsent(id, each -> new ArrayList<>()).add(name);
            if (id.equals(name)) {
                fuller.add(name, parts);
            }
        }
    }

    /** A name, of how many words it is, and how often it was found. */
    private record Counted(String name, int length, int count) {}

    /**
     * Finds the names that are compatible with another. Such names share a part, in the form that scripts and spellings have in
     * common, and no part anywhere: the first or last of one is the first or last of the other, but for names of one part.
     */
    private static final class Fuller {
        private final Map<String, List<Known>> byLast = new HashMap<>();
        private final Map<String, List<Known>> byFirst = new HashMap<>();

        /** By a part within that may stand for the first one: a name of one part is compatible by its given name. */
        private final Map<String, List<Known>> byLikeFirst = new HashMap<>();

        /** Those of one part. */
        private final Map<String, List<Known>> single = new HashMap<>();

        private record Known(String name, List<String> parts) {}

        void add(String name, List<String> parts) {
            if (parts.isEmpty()) {
                return;
            }
            Known known = new Known(name, parts);
            add(byLast, parts.getLast(), known);
            add(byFirst, parts.getFirst(), known);
            if (parts.size() == 1) {
                add(single, parts.getFirst(), known);
            }
            for (String part : parts.subList(1, parts.size())) {
                if (PersonNames.compatible(List.of(part), List.of(parts.getFirst()))) {
                    add(byLikeFirst, part, known);
                }
            }
        }

        private static void add(Map<String, List<Known>> index, String part, Known known) {
            index.computeIfAbsent(part, each -> new ArrayList<>()).add(known);
        }

        /** The only one that is compatible with {@code parts}; empty if there are more, or none. */
        Optional<String> only(List<String> parts) {
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            List<String> fitting = candidates(parts)
                    .filter(known -> PersonNames.compatible(known.parts, parts))
                    .map(Known::name)
                    .distinct()
                    .limit(2)
                    .toList();
            return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
        }

        private Stream<Known> candidates(List<String> parts) {
            String first = parts.getFirst();
            String last = parts.getLast();
            Stream<Known> ends = Stream.concat(
                    Stream.concat(in(byLast, last), in(byLast, first)),
                    Stream.concat(in(byFirst, last), parts.size() == 1 ? in(byLikeFirst, first) : Stream.empty()));
            return Stream.concat(ends, parts.stream().flatMap(part -> in(single, part)));
        }

        private static Stream<Known> in(Map<String, List<Known>> index, String part) {
            return index.getOrDefault(part, List.of()).stream();
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
