package wherein.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import wherein.json.Offsets;
import wherein.mention.Mention;
import wherein.query.MentionClauses;
import wherein.query.MentionSelector;
import wherein.query.Named;
import wherein.query.Names;
import wherein.query.Query;
import wherein.query.QueryFields;
import wherein.query.QueryLimitException;
import wherein.query.QueryParser;
import wherein.query.QuerySyntaxException;
import wherein.query.ValueRange;
import wherein.search.Filter;
import wherein.search.PassageSearcher;
import wherein.search.RefusedClause;
import wherein.time.DateMatch;
import wherein.time.DayRange;

/** Reads from the parameters of a request what most endpoints take: the query, and the filters beside it. */
final class QuestionReader {

    private final PassageSearcher searcher;
    private final Names names;
    private final MentionClauses mentions;

    QuestionReader(Engine engine) {
        this.searcher = engine.searcher();
        this.names = engine.names();
        this.mentions = new MentionClauses(names);
    }

    /**
     * Reads {@code parameters} of an endpoint that has those of {@code own} beside the common ones.
     *
     * @throws ProblemException if the query does not parse
     */
    Question read(Map<String, List<String>> parameters, List<? extends Parameter<?>> own) throws IOException {
        List<Parameter<?>> declared = Parameters.in(searcher.fields(), Parameters.with(own));
        Arguments arguments = new Arguments(parameters, declared, searcher);
        String text = arguments.get(Parameters.Q);
        QueryParser.Operator operator = arguments.get(Parameters.OP);
        QueryParser.Mode mode = arguments.get(Parameters.MODE);
        Offsets offsets = arguments.get(Parameters.OFFSETS);
        List<Filter> filters = filters(arguments);
        return new Question(
                text,
                parse(text, operator, mode),
                other -> read(other, operator, mode),
                filters,
                offsets,
                declared,
                arguments);
    }

    private QueryParser.Parsed parse(String text, QueryParser.Operator operator, QueryParser.Mode mode)
            throws IOException {
        QueryParser.Parsed parsed;
        try {
            parsed = parser().parse(text, operator, mode, this::passages);
        } catch (QuerySyntaxException e) {
            throw new ProblemException(
                    Problem.QUERY_SYNTAX,
                    "At character " + e.position() + " of the query: " + e.getMessage() + ".",
                    List.of(new ProblemException.Fault("q", e.getMessage(), e.didYouMean(), e.position())));
        } catch (QueryLimitException e) {
            throw new ProblemException(Problem.QUERY_TOO_LARGE, e.getMessage() + ".");
        }
        for (RefusedClause refused : searcher.refused(parsed.query())) {
            if (mode == QueryParser.Mode.STRICT) {
                throw new ProblemException(
                        refused.faulty() ? Problem.QUERY_SYNTAX : Problem.QUERY_TOO_LARGE,
                        refused.reason() + ".",
                        List.of(new ProblemException.Fault("q", refused.reason(), "", -1)));
            }
            parsed = parsed.without(refused.clause());
        }
        return parsed;
    }

    private Optional<Query> read(String text, QueryParser.Operator operator, QueryParser.Mode mode) {
        try {
            return Optional.of(
                    parser().parse(text, operator, mode, this::passages).query());
        } catch (QuerySyntaxException | QueryLimitException e) {
            return Optional.empty();
        }
    }

    private QueryParser parser() {
        return new QueryParser(new QueryFields(searcher.fields(), names), searcher.queryLimits(), searcher::hasWord);
    }

    private int passages(String word) {
        try {
            return searcher.passagesWith(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Filter> filters(Arguments arguments) {
        List<Filter> filters = new ArrayList<>();
        Parameters.FILTERS.forEach(field -> keyword(filters, arguments, field.name(), field));
        searcher.fields().forEach(name -> keyword(filters, arguments, name, Parameters.field(name)));
        dated(filters, arguments);
        Parameters.NAMED.forEach(named -> named(filters, arguments, named));
        figures(arguments, Parameters.FIGURE, Parameters.UNIT, false)
                .ifPresent(figures -> filters.add(new Filter.Mentioned("figure", List.of(figures), false)));
        when(arguments, Parameters.WHEN_FROM, Parameters.WHEN_TO, Parameters.WHEN_MATCH)
                .ifPresent(dates -> filters.add(new Filter.Mentioned("when", List.of(dates), false)));
        return filters;
    }

    private static void keyword(
            List<Filter> filters, Arguments arguments, String name, Parameter<List<String>> parameter) {
        List<String> wanted = arguments.get(parameter);
        if (!wanted.isEmpty()) {
            filters.add(new Filter.Keyword(name, wanted, false));
        }
        List<String> unwanted = arguments.get(parameter.not());
        if (!unwanted.isEmpty()) {
            filters.add(new Filter.Keyword(name, unwanted, true));
        }
    }

    private static void dated(List<Filter> filters, Arguments arguments) {
        DateMatch match = arguments.get(Parameters.DATE_MATCH);
        Optional<DayRange> range = days(arguments, Parameters.DATE_FROM, Parameters.DATE_TO);
        if (range.isPresent() || match == DateMatch.UNKNOWN) {
            filters.add(new Filter.Dated(range.orElse(DayRange.ALL), match));
        }
    }

    /** Any of the values will do, unless {@code parameter} says that all of them have to be there. */
    private void named(List<Filter> filters, Arguments arguments, Parameter<List<String>> parameter) {
        Named type = parameter.name().contains(Named.COUNTRY.word()) ? Named.COUNTRY : Named.PERSON;
        List<MentionSelector> wanted = new ArrayList<>();
        for (String id : ids(arguments, parameter, type)) {
            wanted.add(ofId(type, id));
        }
        if (wanted.isEmpty()) {
            return;
        }
        if (parameter.name().endsWith(".all")) {
            wanted.forEach(each -> filters.add(new Filter.Mentioned(parameter.name(), List.of(each), false)));
        } else {
            filters.add(new Filter.Mentioned(
                    parameter.name(), wanted, parameter.name().startsWith("not.")));
        }
    }

    /** The range of days between the two; empty if neither is given. */
    private static Optional<DayRange> days(
            Arguments arguments, Parameter<Optional<DayRange>> begin, Parameter<Optional<DayRange>> end) {
        Optional<DayRange> from = arguments.get(begin);
        Optional<DayRange> to = arguments.get(end);
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        DayRange first = from.orElse(DayRange.ALL);
        DayRange last = to.orElse(DayRange.ALL);
        if (last.to().isBefore(first.from())) {
            arguments.fault(end.name(), "the range ends before it begins", "");
            return Optional.empty();
        }
        return Optional.of(new DayRange(first.from(), last.to()));
    }

    /** The dates that stand to a range of days as it is asked; empty if neither a range nor what is unknown is asked for. */
    private static Optional<MentionSelector> when(
            Arguments arguments,
            Parameter<Optional<DayRange>> begin,
            Parameter<Optional<DayRange>> end,
            Parameter<DateMatch> how) {
        DateMatch match = arguments.get(how);
        Optional<DayRange> range = days(arguments, begin, end);
        if (range.isEmpty() && match == DateMatch.CERTAIN) {
            arguments.fault(how.name(), "there is no range that it could be said of", "");
        }
        return range.isPresent() || match == DateMatch.UNKNOWN
                ? Optional.of(MentionClauses.when(range.orElse(DayRange.ALL), match))
                : Optional.empty();
    }

    /** The figures that a range of values and units select; empty if neither is given. */
    private Optional<MentionSelector> figures(
            Arguments arguments, Parameter<Optional<ValueRange>> value, Parameter<List<String>> unit, boolean within) {
        Optional<ValueRange> range = arguments.get(value).map(each -> within ? each.whole() : each);
        Set<String> units = new TreeSet<>(ids(arguments, unit, Named.UNIT));
        if (range.isEmpty() && units.isEmpty()) {
            return Optional.empty();
        }
        MentionSelector figures =
                MentionSelector.ALL.withTypes(Set.of(Mention.Type.FIGURE)).withUnits(units);
        return Optional.of(range.map(figures::withValue).orElse(figures));
    }

    /** What the values of {@code parameter} mean. */
    private List<String> ids(Arguments arguments, Parameter<List<String>> parameter, Named type) {
        List<String> ids = new ArrayList<>();
        for (String name : each(arguments.get(parameter), type)) {
            id(arguments, parameter.name(), type, name).ifPresent(ids::add);
        }
        return ids;
    }

    /** {@code values}; one that as a whole names nothing of {@code types} may be several, with commas between. */
    private List<String> each(List<String> values, Named... types) {
        List<String> each = new ArrayList<>();
        for (String value : values) {
            boolean known = Arrays.stream(types)
                    .anyMatch(type -> !names.ids(type, value).isEmpty());
            each.addAll(known ? List.of(value) : Arrays.asList(value.split("\\s*,\\s*", -1)));
        }
        return each;
    }

    private Optional<String> id(Arguments arguments, String parameter, Named type, String name) {
        try {
            return Optional.of(mentions.id(type, name));
        } catch (IllegalArgumentException e) {
            arguments.fault(
                    parameter, e.getMessage(), mentions.nearest(type, name).orElse(""));
            return Optional.empty();
        }
    }

    /** The one unit that {@code parameter} names; empty, and told as a fault, if it names none. */
    Optional<String> unit(Arguments arguments, Parameter<String> parameter) {
        String name = arguments.get(parameter);
        return name.isBlank() ? Optional.empty() : id(arguments, parameter.name(), Named.UNIT, name);
    }

    private MentionSelector ofId(Named type, String id) {
        return MentionSelector.ALL.withTypes(Set.of(type.type())).withIds(Set.copyOf(names.kept(type, id)));
    }

    /**
     * The rows that the row selectors select, and the ids that {@code id} was taken for.
     *
     * @param ids as the answer echoes them
     */
    record Rows(MentionSelector selector, List<String> ids) {}

    /** Reads the parameters of {@link Parameters#ROWS}; selectors that no row can fulfil together are faults. */
    Rows rows(Arguments arguments) {
        refuseContradictions(arguments);
        Set<Mention.Type> types = types(arguments);
        Optional<MentionSelector> figures =
                figures(arguments, Parameters.VALUES, Parameters.UNITS, arguments.get(Parameters.WITHIN));
        Optional<MentionSelector> dates =
                when(arguments, Parameters.MENTION_FROM, Parameters.MENTION_TO, Parameters.MENTION_MATCH);
        MentionSelector rows = figures.or(() -> dates).orElse(MentionSelector.ALL);
        if (!types.isEmpty()) {
            rows = rows.withTypes(types);
        }
        rows = rows.withKinds(Set.copyOf(arguments.get(Parameters.KIND)))
                .withBounds(Set.copyOf(arguments.get(Parameters.BOUND)));
        boolean nested = arguments.get(Parameters.NESTED);
        return ofIds(arguments, types, nested ? rows : rows.withNested(false));
    }

    private static Set<Mention.Type> types(Arguments arguments) {
        Set<Mention.Type> types = EnumSet.noneOf(Mention.Type.class);
        arguments.get(Parameters.TYPE).forEach(word -> types.add(Mention.Type.of(word)));
        return types;
    }

    /** The selectors that rows of one type alone can fulfil. */
    private static final List<OfType> OF_TYPE = List.of(
            new OfType(Mention.Type.FIGURE, List.of(Parameters.VALUES, Parameters.UNITS, Parameters.BOUND)),
            new OfType(
                    Mention.Type.DATE,
                    List.of(Parameters.MENTION_FROM, Parameters.MENTION_TO, Parameters.MENTION_MATCH)),
            new OfType(Mention.Type.COUNTRY, List.of(Parameters.KIND)));

    private record OfType(Mention.Type type, List<Parameter<?>> parameters) {}

    /** Tells of selectors that have no say in these rows, or that no row could fulfil together. */
    private static void refuseContradictions(Arguments arguments) {
        String types = String.join(" and ", new TreeSet<>(arguments.get(Parameters.TYPE)));
        Set<Mention.Type> possible = types(arguments);
        boolean named = !arguments.get(Parameters.ID).isEmpty();
        if (possible.isEmpty()) {
            possible.addAll(EnumSet.allOf(Mention.Type.class));
        }
        if (named && possible.removeAll(Set.of(Mention.Type.FIGURE, Mention.Type.DATE)) && possible.isEmpty()) {
            arguments.fault(
                    Parameters.ID.name(), "countries and persons have one, and rows of " + types + " have none", "");
        }
        for (OfType selectors : OF_TYPE) {
            for (Parameter<?> parameter : selectors.parameters) {
                if (arguments.all(parameter.name()).isEmpty()) {
                    continue;
                }
                if (!possible.contains(selectors.type)) {
                    String reason = "it selects rows of type " + selectors.type.word()
                            + ", and the other selectors leave none of them";
                    arguments.fault(parameter.name(), reason, "");
                }
                possible.retainAll(Set.of(selectors.type));
            }
        }
        if (arguments.get(Parameters.WITHIN)
                && arguments.all(Parameters.VALUES.name()).isEmpty()) {
            arguments.fault(Parameters.WITHIN.name(), "there is no mention.value that it could be said of", "");
        }
    }

    private Rows ofIds(Arguments arguments, Set<Mention.Type> types, MentionSelector rows) {
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
            id(arguments, "id", named, name).ifPresent(id -> {
                ids.add(id);
                kept.addAll(names.kept(named, id));
            });
        }
        return new Rows(ids.isEmpty() ? rows : rows.withIds(kept), ids);
    }
}
