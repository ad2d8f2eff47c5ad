package wherein.recognise;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import wherein.query.MentionSelector;
import wherein.query.Names;
import wherein.query.Query;
import wherein.recognise.country.CountryNames;
import wherein.recognise.figure.UnitNames;
import wherein.recognise.person.PersonJoin;
import wherein.search.Deadline;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;
import wherein.search.PassageSearcher;
import wherein.search.Prepared;

/**
 * The names of one index: countries by every name there is, persons and units by what its ledger holds. The ledger is read when
 * the first of them is asked for, once, by a thread of its own ({@link #begin} has it read before anybody asks). Who needs no
 * person waits for none; who does, waits until they are read, or as {@link #within} says. Safe for use by several threads at once.
 */
public final class LedgerNames implements Names {

    /** How long the ledger may take to read: nobody waits for that but as long as they want to. */
    private static final Duration READING = Duration.ofHours(12);

    private final Prepared<PersonJoin> persons;
    private final Prepared<TreeSet<String>> units;
    private final Runnable check;

    /** The names of {@code searcher}, which is not read yet. */
    public LedgerNames(PassageSearcher searcher) {
        this(
                new Prepared<>("names of persons", () -> new PersonJoin(counts(searcher, "person", "id"))),
                new Prepared<>("names of units", () -> {
                    TreeSet<String> found =
                            new TreeSet<>(counts(searcher, "figure", "unit").keySet());
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

    private static Map<String, Integer> counts(PassageSearcher searcher, String type, String field) throws IOException {
        LedgerRequest all = new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL.withTypes(Set.of(type)));
        Map<String, Integer> counts = new HashMap<>();
        for (Ledger.MentionGroup group :
                searcher.within(Deadline.after(READING)).summary(all, List.of(field))) {
            counts.put(group.key().getFirst(), group.tally().mentions());
        }
        return counts;
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
    public List<String> ids(String type, String name) {
        return switch (type) {
            case "country" -> CountryNames.isCode(name) ? List.of(name) : CountryNames.resolve(name);
            case "person" -> persons().find(name);
            default -> unitsOf(name);
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
    public Collection<String> kept(String type, String id) {
        List<String> names = type.equals("person") ? persons().names(id) : List.of();
        return names.isEmpty() ? List.of(id) : names;
    }

    @Override
    public String id(String type, String kept) {
        return type.equals("person") ? persons().id(kept) : kept;
    }

    @Override
    public String label(String type, String id) {
        return type.equals("country") && CountryNames.isCode(id) ? CountryNames.label(id) : id;
    }

    @Override
    public Collection<String> known(String type) {
        return switch (type) {
            case "country" ->
                CountryNames.all().stream().map(CountryNames::label).toList();
            case "person" -> persons().ids();
            default -> units();
        };
    }
}
