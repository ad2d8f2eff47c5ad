package wherein.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import wherein.recognise.person.PersonJoin;
import wherein.search.Ledger;
import wherein.search.LedgerRequest;

/**
 * The names of one index: countries by every name there is, persons and units by what the ledger holds. The ledger is
 * read when the first of them is asked for. Safe for use by several threads at once.
 */
public final class LedgerNames implements Names {

    private final Ledger ledger;
    private PersonJoin persons;
    private TreeSet<String> units;

    /** The names of {@code ledger}, which is not read yet. */
    public LedgerNames(Ledger ledger) {
        this.ledger = ledger;
    }

    private synchronized PersonJoin persons() {
        if (persons == null) {
            persons = new PersonJoin(counts("person", "id"));
        }
        return persons;
    }

    private synchronized TreeSet<String> units() {
        if (units == null) {
            TreeSet<String> found = new TreeSet<>(counts("figure", "unit").keySet());
            found.remove("");
            units = found;
        }
        return units;
    }

    private Map<String, Integer> counts(String type, String field) {
        LedgerRequest all = new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL.withTypes(Set.of(type)));
        Map<String, Integer> counts = new HashMap<>();
        try {
            for (Ledger.MentionGroup group : ledger.summary(all, List.of(field))) {
                counts.put(group.key().getFirst(), group.tally().mentions());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counts;
    }

    @Override
    public List<String> ids(String type, String name) {
        return switch (type) {
            case "country" -> CountryNames.isCode(name) ? List.of(name) : CountryNames.resolve(name);
            case "person" -> persons().find(name);
            default -> units().contains(name) ? List.of(name) : List.of();
        };
    }

    @Override
    public Collection<String> kept(String type, String id) {
        return type.equals("person") && !persons().names(id).isEmpty()
                ? persons().names(id)
                : List.of(id);
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
