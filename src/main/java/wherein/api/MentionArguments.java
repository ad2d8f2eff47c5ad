package wherein.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wherein.mention.Mention;
import wherein.query.MentionClauses;
import wherein.query.MentionSelector;
import wherein.query.Named;
import wherein.query.Names;
import wherein.query.ValueRange;
import wherein.search.Filter;
import wherein.time.DateMatch;
import wherein.time.DayRange;

/** Reads from the arguments of a request which mentions they mean; what is wrong with them becomes a fault. */
final class MentionArguments {

    private final Arguments arguments;
    private final Names names;
    private final MentionClauses mentions;

    MentionArguments(Arguments arguments, Names names) {
        this.arguments = arguments;
        this.names = names;
        this.mentions = new MentionClauses(names);
    }

    /** Adds to {@code filters} what {@link Parameters#MENTIONED} select. */
    void filters(List<Filter> filters) {
        Parameters.ENTITIES.forEach(entities -> filters(filters, entities));
        figures(Parameters.FIGURE, Parameters.UNIT, false)
                .ifPresent(figures -> filters.add(new Filter.Mentioned("figure", List.of(figures), false)));
        when(Parameters.WHEN_FROM, Parameters.WHEN_TO, Parameters.WHEN_MATCH)
                .ifPresent(dates -> filters.add(new Filter.Mentioned("when", List.of(dates), false)));
    }

    private void filters(List<Filter> filters, EntityFilter entities) {
        String name = entities.parameter().name();
        List<MentionSelector> wanted = new ArrayList<>();
        for (String id : ids(entities.parameter(), entities.type())) {
            wanted.add(ofId(names, entities.type(), id));
        }
        if (wanted.isEmpty()) {
            return;
        }
        switch (entities.there()) {
            case ANY -> filters.add(new Filter.Mentioned(name, wanted, false));
            case ALL -> wanted.forEach(each -> filters.add(new Filter.Mentioned(name, List.of(each), false)));
            case NONE -> filters.add(new Filter.Mentioned(name, wanted, true));
        }
    }

    /** The dates that stand to a range of days as it is asked; empty if neither a range nor what is unknown is asked for. */
    Optional<MentionSelector> when(
            Parameter<Optional<DayRange>> begin, Parameter<Optional<DayRange>> end, Parameter<DateMatch> how) {
        DateMatch match = arguments.get(how);
        Optional<DayRange> range = Question.days(arguments, begin, end);
        if (range.isEmpty() && match == DateMatch.CERTAIN) {
            arguments.fault(how.name(), "there is no range that it could be said of", "");
        }
        return range.isPresent() || match == DateMatch.UNKNOWN
                ? Optional.of(MentionClauses.when(range.orElse(DayRange.ALL), match))
                : Optional.empty();
    }

    /** The figures that a range of values and units select; empty if neither is given. */
    Optional<MentionSelector> figures(
            Parameter<Optional<ValueRange>> value, Parameter<List<String>> unit, boolean within) {
        Optional<ValueRange> range = arguments.get(value).map(each -> within ? each.whole() : each);
        Set<String> units = new TreeSet<>(ids(unit, Named.UNIT));
        if (range.isEmpty() && units.isEmpty()) {
            return Optional.empty();
        }
        MentionSelector figures =
                MentionSelector.ALL.withTypes(Set.of(Mention.Type.FIGURE)).withUnits(units);
        return Optional.of(range.map(figures::withValue).orElse(figures));
    }

    /** What the values of {@code parameter} mean. */
    private List<String> ids(Parameter<List<String>> parameter, Named type) {
        List<String> ids = new ArrayList<>();
        for (String name : each(arguments.get(parameter), type)) {
            id(parameter.name(), type, name).ifPresent(ids::add);
        }
        return ids;
    }

    /** {@code values}; one that as a whole names nothing of {@code types} may be several, with commas between. */
    List<String> each(List<String> values, Named... types) {
        List<String> each = new ArrayList<>();
        for (String value : values) {
            boolean known = Arrays.stream(types)
                    .anyMatch(type -> !names.ids(type, value).isEmpty());
            each.addAll(known ? List.of(value) : Arrays.asList(value.split("\\s*,\\s*", -1)));
        }
        return each;
    }

    Optional<String> id(String parameter, Named type, String name) {
        try {
            return Optional.of(mentions.id(type, name));
        } catch (IllegalArgumentException e) {
            arguments.fault(
                    parameter, e.getMessage(), mentions.nearest(type, name).orElse(""));
            return Optional.empty();
        }
    }

    /** The one unit that {@code parameter} names; empty, and told as a fault, if it names none. */
    Optional<String> unit(Parameter<String> parameter) {
        String name = arguments.get(parameter);
        return name.isBlank() ? Optional.empty() : id(parameter.name(), Named.UNIT, name);
    }

    /** The mentions of the country, person or unit {@code id}. */
    static MentionSelector ofId(Names names, Named type, String id) {
        MentionSelector all = MentionSelector.ALL.withTypes(Set.of(type.type()));
        return type == Named.UNIT ? all.withUnits(Set.of(id)) : all.withIds(Set.copyOf(names.kept(type, id)));
    }

    /** {@code rows} of the countries and persons that {@code id} names. */
    LedgerRows ofIds(Set<Mention.Type> types, MentionSelector rows) {
        Set<String> kept = new TreeSet<>();
        List<String> ids = new ArrayList<>();
        boolean persons = types.contains(Mention.Type.PERSON) && !types.contains(Mention.Type.COUNTRY);
        for (String name : each(arguments.get(Parameters.ID), Named.COUNTRY, Named.PERSON)) {
            // Without a type a name is a country's if any country is called so.
            boolean noCountry = names.ids(Named.COUNTRY, name).isEmpty();
            if (types.isEmpty() && noCountry && names.ids(Named.PERSON, name).isEmpty()) {
                Optional<String> nearest =
                        mentions.nearest(Named.COUNTRY, name).or(() -> mentions.nearest(Named.PERSON, name));
                arguments.fault("id", "there is no country or person \"" + name + "\" here", nearest.orElse(""));
                continue;
            }
            Named named = persons || (types.isEmpty() && noCountry) ? Named.PERSON : Named.COUNTRY;
            id("id", named, name).ifPresent(id -> {
                ids.add(id);
                kept.addAll(names.kept(named, id));
            });
        }
        return new LedgerRows(ids.isEmpty() ? rows : rows.withIds(kept), ids);
    }
}
