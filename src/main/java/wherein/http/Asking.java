package wherein.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import wherein.json.Offsets;
import wherein.query.MentionClauses;
import wherein.query.MentionSelector;
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

/** Reads what every endpoint has in common from the parameters of a request: the query, and the filters beside it. */
final class Asking {

    private final PassageSearcher searcher;
    private final Names names;
    private final MentionClauses mentions;

    Asking(PassageSearcher searcher, Names names) {
        this.searcher = searcher;
        this.names = names;
        this.mentions = new MentionClauses(names);
    }

    /**
     * A query and the filters that go with it.
     *
     * @param text of the query as it was given
     * @param reader reads another text as this one was read; empty if it is no query
     * @param arguments for what else an endpoint reads; {@link Arguments#check} tells of all faults
     */
    record Asked(
            String text,
            QueryParser.Parsed parsed,
            Function<String, Optional<Query>> reader,
            List<Filter> filters,
            Offsets offsets,
            Arguments arguments) {

        Query query() {
            return parsed.query();
        }

        /** The query that {@code other} would be in place of the text; empty if it is none. */
        Optional<Query> read(String other) {
            return reader.apply(other);
        }
    }

    /**
     * Reads {@code parameters} of an endpoint that has those of {@code more} beside the common ones.
     *
     * @throws ProblemException if the query does not parse
     */
    Asked asked(Map<String, List<String>> parameters, List<? extends Parameter<?>> more) throws IOException {
        List<Parameter<?>> declared = Parameter.in(searcher.fields(), Parameter.with(more));
        Arguments arguments = new Arguments(parameters, declared, searcher);
        String text = arguments.get(Parameter.Q);
        QueryParser.Operator operator = arguments.get(Parameter.OP);
        QueryParser.Mode mode = arguments.get(Parameter.MODE);
        Offsets offsets = arguments.get(Parameter.OFFSETS);
        List<Filter> filters = filters(arguments);
        return new Asked(
                text, parse(text, operator, mode), other -> read(other, operator, mode), filters, offsets, arguments);
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
        List<Parameter<List<String>>> keywords = new ArrayList<>(Parameter.FILTERS);
        searcher.fields().forEach(field -> keywords.add(Parameter.field(field)));
        for (Parameter<List<String>> field : keywords) {
            for (Parameter<List<String>> each : List.of(field, field.not())) {
                List<String> values = arguments.get(each);
                if (!values.isEmpty()) {
                    filters.add(new Filter.Keyword(field.name(), values, each != field));
                }
            }
        }
        DateMatch match = arguments.get(Parameter.DATE_MATCH);
        Optional<DayRange> dated = days(arguments, Parameter.DATE_FROM, Parameter.DATE_TO);
        if (dated.isPresent() || match == DateMatch.UNKNOWN) {
            filters.add(new Filter.Dated(dated.orElse(DayRange.ALL), match));
        }
        for (Parameter<List<String>> named : Parameter.NAMED) {
            String field = named.name();
            String type = field.substring(field.indexOf('.') + 1);
            List<MentionSelector> any = new ArrayList<>();
            for (String value : arguments.get(named)) {
                id(arguments, field, type, value).ifPresent(id -> any.add(ofId(type, id)));
            }
            if (!any.isEmpty()) {
                filters.add(new Filter.Mentioned(field, any, field.startsWith("not.")));
            }
        }
        figures(arguments, Parameter.FIGURE, Parameter.UNIT, false)
                .ifPresent(figures -> filters.add(new Filter.Mentioned("figure", List.of(figures), false)));
        days(arguments, Parameter.WHEN_FROM, Parameter.WHEN_TO)
                .ifPresent(
                        range -> filters.add(new Filter.Mentioned("when", List.of(MentionClauses.when(range)), false)));
        return filters;
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

    /** The figures that a range of values and units select; empty if neither is given. */
    private Optional<MentionSelector> figures(
            Arguments arguments, Parameter<Optional<ValueRange>> value, Parameter<List<String>> unit, boolean within) {
        Optional<ValueRange> range = arguments.get(value).map(each -> within ? each.whole() : each);
        Set<String> units = new TreeSet<>();
        for (String each : arguments.get(unit)) {
            id(arguments, unit.name(), "unit", each).ifPresent(units::add);
        }
        if (range.isEmpty() && units.isEmpty()) {
            return Optional.empty();
        }
        MentionSelector figures =
                MentionSelector.ALL.withTypes(Set.of("figure")).withUnits(units);
        return Optional.of(range.map(figures::withValue).orElse(figures));
    }

    private Optional<String> id(Arguments arguments, String parameter, String type, String name) {
        try {
            return Optional.of(mentions.id(type, name));
        } catch (IllegalArgumentException e) {
            arguments.fault(
                    parameter, e.getMessage(), mentions.nearest(type, name).orElse(""));
            return Optional.empty();
        }
    }

    private MentionSelector ofId(String type, String id) {
        return MentionSelector.ALL.withTypes(Set.of(type)).withIds(Set.copyOf(names.kept(type, id)));
    }

    /**
     * The rows that the row selectors select, and the ids that {@code id} was taken for.
     *
     * @param ids as the answer echoes them
     */
    record Rows(MentionSelector selector, List<String> ids) {}

    /** Reads the parameters of {@link Parameter#ROWS}. */
    Rows rows(Arguments arguments) {
        Set<String> types = new TreeSet<>(arguments.get(Parameter.TYPE));
        Optional<MentionSelector> figures =
                figures(arguments, Parameter.VALUES, Parameter.UNITS, arguments.get(Parameter.WITHIN));
        Optional<DayRange> when = days(arguments, Parameter.MENTION_FROM, Parameter.MENTION_TO);
        MentionSelector rows = figures.or(() -> when.map(MentionClauses::when)).orElse(MentionSelector.ALL);
        if (when.isPresent()) {
            // Both a value and days: no mention has the two.
            rows = rows.withWhen(when.get());
        }
        if (!types.isEmpty()) {
            rows = rows.withTypes(types);
        }
        rows = rows.withKinds(Set.copyOf(arguments.get(Parameter.KIND)))
                .withBounds(Set.copyOf(arguments.get(Parameter.BOUND)));
        boolean nested = arguments.get(Parameter.NESTED);
        return ofIds(arguments, types, nested ? rows : rows.withNested(false));
    }

    private Rows ofIds(Arguments arguments, Set<String> types, MentionSelector rows) {
        Set<String> kept = new TreeSet<>();
        List<String> ids = new ArrayList<>();
        String type = types.contains("person") && !types.contains("country") ? "person" : "country";
        for (String name : arguments.get(Parameter.ID)) {
            // Without a type a name is a country's if any country is called so.
            boolean noCountry = names.ids("country", name).isEmpty();
            if (types.isEmpty() && noCountry && names.ids("person", name).isEmpty()) {
                Optional<String> nearest = mentions.nearest("country", name).or(() -> mentions.nearest("person", name));
                arguments.fault("id", "there is no country or person \"" + name + "\" here", nearest.orElse(""));
                continue;
            }
            boolean person = type.equals("person") || (types.isEmpty() && noCountry);
            id(arguments, "id", person ? "person" : "country", name).ifPresent(id -> {
                ids.add(id);
                kept.addAll(names.kept(person ? "person" : "country", id));
            });
        }
        return new Rows(ids.isEmpty() ? rows : rows.withIds(kept), ids);
    }
}
