package wherein.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.json.Offsets;
import wherein.query.Query;
import wherein.query.QueryLimitException;
import wherein.query.QueryParser;
import wherein.query.QuerySyntaxException;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.RefusedClause;
import wherein.time.DateMatch;
import wherein.time.DayRange;
import wherein.time.EdtfException;

/**
 * What most endpoints are asked: a query, and the filters that go with it.
 *
 * @param text of the query as it was given
 * @param parsed the query
 * @param reader reads another text as this one was read; empty if it is no query
 * @param filters beside it
 * @param offsets the unit of offsets in the answer
 * @param arguments for what else an endpoint reads; {@link Arguments#check} tells of all faults
 */
record Question(
        String text,
        QueryParser.Parsed parsed,
        Reader reader,
        List<Filter> filters,
        Offsets offsets,
        Arguments arguments) {

    /** Reads queries. */
    @FunctionalInterface
    interface Reader {
        Optional<Query> read(String text) throws IOException;
    }

    /** The parameters that choose how a text is read. */
    private record Manner(QueryParser.Operator operator, QueryParser.Mode mode, boolean typing) {}

    /**
     * Reads {@code parameters} of the endpoint of {@code path}.
     *
     * @throws ProblemException if the query does not parse
     */
    static Question read(Engine engine, String path, Map<String, List<String>> parameters) throws IOException {
        Arguments arguments = new Arguments(parameters, engine.parameters(path), engine.searcher());
        String text = arguments.get(Parameters.Q);
        Manner manner = new Manner(
                arguments.get(Parameters.OP), arguments.get(Parameters.MODE), arguments.get(Parameters.TYPING));
        Offsets offsets = arguments.get(Parameters.OFFSETS);
        List<Filter> filters = filters(engine, arguments);
        return new Question(
                text,
                answerable(engine, text, manner),
                other -> other(engine, other, manner),
                filters,
                offsets,
                arguments);
    }

    Query query() {
        return parsed.query();
    }

    /** The query that {@code other} would be in place of the text; empty if it is none. */
    Optional<Query> read(String other) throws IOException {
        return reader.read(other);
    }

    /** The query without what the index does not answer; in strict mode that is a problem. */
    private static QueryParser.Parsed answerable(Engine engine, String text, Manner manner) throws IOException {
        QueryParser.Parsed parsed;
        try {
            parsed = parsed(engine, text, manner);
        } catch (QuerySyntaxException e) {
            throw new ProblemException(
                    Problem.QUERY_SYNTAX,
                    "At character " + e.position() + " of the query: " + e.getMessage() + ".",
                    List.of(new ProblemException.Fault("q", e.getMessage(), e.didYouMean(), e.position())));
        } catch (QueryLimitException e) {
            throw new ProblemException(Problem.QUERY_TOO_LARGE, e.getMessage() + ".");
        }
        for (RefusedClause refused : engine.searcher().refused(parsed.query())) {
            if (manner.mode == QueryParser.Mode.STRICT) {
                throw new ProblemException(
                        refused.faulty() ? Problem.QUERY_SYNTAX : Problem.QUERY_TOO_LARGE,
                        refused.reason() + ".",
                        List.of(new ProblemException.Fault("q", refused.reason(), "", -1)));
            }
            parsed = parsed.without(refused.clause());
        }
        return parsed;
    }

    private static Optional<Query> other(Engine engine, String text, Manner manner) throws IOException {
        try {
            return Optional.of(parsed(engine, text, manner).query());
        } catch (QuerySyntaxException | QueryLimitException e) {
            return Optional.empty();
        }
    }

    /** The tree first; the index is asked only for what to leave out of a crowd of words. */
    private static QueryParser.Parsed parsed(Engine engine, String text, Manner manner)
            throws IOException, QuerySyntaxException, QueryLimitException {
        QueryParser.Parsed parsed = engine.parser().parse(text, manner.operator, manner.mode, engine::names);
        if (parsed.crowd().isPresent()) {
            parsed = parsed.lightened(
                    engine.searcher().passagesWith(parsed.crowd().get().words()));
        }
        return manner.typing ? parsed.typed(text) : parsed;
    }

    private static List<Filter> filters(Engine engine, Arguments arguments) {
        List<Filter> filters = new ArrayList<>();
        Parameters.FILTERS.forEach(field -> keyword(filters, arguments, field.name(), field));
        engine.fields().forEach((name, field) -> keyword(filters, arguments, name, field));
        arguments.get(Parameters.OCR).ifPresent(filters::add);
        DateMatch match = arguments.get(Parameters.DATE_MATCH);
        Optional<DayRange> range = days(arguments, Parameters.DATE_FROM, Parameters.DATE_TO);
        if (range.isPresent() || match == DateMatch.UNKNOWN) {
            filters.add(new Filter.Dated(range.orElse(DayRange.ALL), match));
        }
        Parameters.BUCKETS.forEach(
                (interval, parameter) -> buckets(arguments, interval, parameter).ifPresent(filters::add));
        if (arguments.hasAny(Parameters.MENTIONED)) {
            new MentionArguments(arguments, engine.names()).filters(filters);
        }
        return filters;
    }

    /** The buckets that {@code parameter} names; empty if it names none. */
    private static Optional<Filter> buckets(
            Arguments arguments, FacetRequest.Interval interval, Parameter<List<String>> parameter) {
        List<String> values = arguments.get(parameter);
        for (String value : values) {
            if (!isBucket(value, interval)) {
                String word = parameter.name().substring(parameter.name().indexOf('.') + 1);
                arguments.fault(
                        parameter.name(),
                        "no date is counted under \"" + value + "\"; expected a value of interval=" + word,
                        "");
                return Optional.empty();
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new Filter.Bucket(values, interval));
    }

    private static boolean isBucket(String value, FacetRequest.Interval interval) {
        try {
            return interval.bucket(value).equals(value);
        } catch (EdtfException e) {
            return false;
        }
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

    /** The range of days between the two; empty if neither is given. */
    static Optional<DayRange> days(
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
}
