package wherein.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader adds to the words by which mentions are recognised: {@code people.yaml}, a list of names with their
 * aliases, {@code lexicon/countries.tsv}, lines of form, code and kind, and {@code lexicon/units.tsv}, lines of a word and its
 * unit.
 *
 * @param people persons whom the collection's reader knows
 * @param countries lines of the list of countries, as they stand in the file
 * @param units lines of the list of units, as they stand in the file
 */
public record Lexicon(List<Person> people, List<String> countries, List<String> units) {

    /** Nothing is added. */
    public static final Lexicon EMPTY = new Lexicon(List.of(), List.of(), List.of());

    private static final String PEOPLE = "people.yaml";
    private static final String COUNTRIES = "lexicon/countries.tsv";
    private static final String UNITS = "lexicon/units.tsv";

    /**
     * A person.
     *
     * @param name as lists show it
     * @param aliases other forms in which texts have it
     */
    public record Person(String name, List<String> aliases) {

        /** Takes a copy. */
        public Person {
            aliases = List.copyOf(aliases);
        }
    }

    /** Takes copies. */
    public Lexicon {
        people = List.copyOf(people);
        countries = List.copyOf(countries);
        units = List.copyOf(units);
    }

    /**
     * Reads what {@code collection} adds.
     *
     * @throws CatalogueException with all its faults, if the list of people has any
     * @throws NoSuchFileException if the catalogue names a list of people that is not there
     */
    public static Lexicon read(Collection collection) throws IOException, CatalogueException {
        List<Person> people = new ArrayList<>();
        Optional<Path> file = peopleFile(collection);
        if (file.isPresent()) {
            people.addAll(people(file.get()));
        }
        return new Lexicon(people, lines(collection, COUNTRIES), lines(collection, UNITS));
    }

    private static List<String> lines(Collection collection, String name) throws IOException {
        Path file = collection.home().resolve(name);
        return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
    }

    /** The files of {@code collection} that add words, those that are there. */
    static List<Path> files(Collection collection) {
        List<Path> files = new ArrayList<>();
        peopleFile(collection).filter(Files::isReadable).ifPresent(files::add);
        for (String name : List.of(COUNTRIES, UNITS)) {
            Optional.of(collection.home().resolve(name))
                    .filter(Files::isReadable)
                    .ifPresent(files::add);
        }
        return files;
    }

    /** The one that the catalogue names, beside the catalogue; else the usual one, if it is there. */
    private static Optional<Path> peopleFile(Collection collection) {
        Path folder = collection
                .catalogueFile()
                .map(file -> file.toAbsolutePath().getParent())
                .orElse(collection.home());
        return collection
                .catalogue()
                .people()
                .map(folder::resolve)
                .or(() -> Optional.of(collection.home().resolve(PEOPLE)).filter(Files::isReadable));
    }

    private static List<Person> people(Path file) throws IOException, CatalogueException {
        List<Fault> faults = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        // The file is a list; under a key of its own it is a mapping, as all our YAML is, with one line more.
        String yaml = "people:\n" + Files.readString(file, StandardCharsets.UTF_8);
        YamlMap.read(yaml, -1, faults).ifPresent(top -> {
            for (YamlMap person : top.maps("people")) {
                person.only(Set.of("name", "aliases"));
                if (person.text("name").isEmpty()) {
                    person.fault("name", "a person needs a name: \"name: Vladimir Putin\"");
                } else {
                    people.add(new Person(person.text("name"), person.texts("aliases")));
                }
            }
        });
        if (!faults.isEmpty()) {
            throw new CatalogueException(file, faults);
        }
        return people;
    }
}
