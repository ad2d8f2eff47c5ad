package wherein.recognise;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import wherein.query.Named;
import wherein.query.Names;
import wherein.recognise.country.CountryNames;
import wherein.recognise.figure.UnitNames;
import wherein.recognise.person.PersonJoin;
import wherein.search.PassageSearcher;
import wherein.search.Prepared;

/**
 * The names of one index: countries by every name there is, persons and units by what its ledger holds. The ledger is read when
 * the first of them is asked for, once, by a thread of its own ({@link #begin} has it read before anybody asks). Who needs no
 * person waits for none; who does, waits until they are read, or as {@link #within} says. Safe for use by several threads at once.
 */
public final class LedgerNames implements Names {

    private final Prepared<PersonJoin> persons;
    private final Prepared<TreeSet<String>> units;
    private final Runnable check;

    /** The names of {@code searcher}, which is not read yet. */
    public LedgerNames(PassageSearcher searcher) {
        this(
                searcher.preparations()
                        .prepare(
                                "names of persons",
                                deadline ->
                                        new PersonJoin(searcher.within(deadline).named(Named.PERSON))),
                searcher.preparations().prepare("names of units", deadline -> {
                    TreeSet<String> found = new TreeSet<>(
                            searcher.within(deadline).named(Named.UNIT).keySet());
                    found.remove("");
                    return found;
                }),
                () -> {});
    }

    private LedgerNames(Prepared<PersonJoin> persons, Prepared<TreeSet<String>> units, Runnable check) {
        this.persons = persons;
        this.units = units;
        this.check = check;
    }

    @Override
    public Names within(Runnable check) {
        return new LedgerNames(persons, units, check);
    }

    /** Has the ledger read, if it has not been yet; returns at once. */
    public void begin() {
        persons.begin();
        units.begin();
    }

    private PersonJoin persons() {
        return persons.get(check);
    }

    private TreeSet<String> units() {
        return units.get(check);
    }

    @Override
    public List<String> ids(Named type, String name) {
        return switch (type) {
            case COUNTRY -> CountryNames.isCode(name) ? List.of(name) : CountryNames.resolve(name);
            case PERSON -> persons().find(name);
            case UNIT -> unitsOf(name);
        };
    }

    /** A unit by its name in the ledger, in any case; or else by a word or sign that the recogniser knows for it. */
    private List<String> unitsOf(String name) {
        TreeSet<String> known = units();
        if (known.contains(name)) {
            return List.of(name);
        }
        List<String> alike = known.stream().filter(name::equalsIgnoreCase).toList();
        return alike.isEmpty()
                ? UnitNames.of(name).filter(known::contains).map(List::of).orElse(List.of())
                : alike;
    }

    @Override
    public Collection<String> kept(Named type, String id) {
        List<String> names = type == Named.PERSON ? persons().names(id) : List.of();
        return names.isEmpty() ? List.of(id) : names;
    }

    @Override
    public Collection<String> called(Named type, String id) {
        return type == Named.COUNTRY ? CountryNames.forms(id) : kept(type, id);
    }

    @Override
    public String id(Named type, String kept) {
        return type == Named.PERSON ? persons().id(kept) : kept;
    }

    @Override
    public String label(Named type, String id) {
        return type == Named.COUNTRY && CountryNames.isCode(id) ? CountryNames.label(id) : id;
    }

    @Override
    public Collection<String> known(Named type) {
        return switch (type) {
            case COUNTRY -> CountryNames.all().stream().map(CountryNames::label).toList();
            case PERSON -> persons().ids();
            case UNIT -> units();
        };
    }

    /** Whether the names are the same, however long who asks would wait for them. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LedgerNames names && names.persons == persons && names.units == units;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(persons), System.identityHashCode(units));
    }
}
