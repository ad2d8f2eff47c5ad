package wherein.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import wherein.document.Block;
import wherein.json.Offsets;
import wherein.query.Query;
import wherein.query.QueryFields;
import wherein.query.QueryLimitException;
import wherein.query.QueryParser;
import wherein.query.QuerySyntaxException;
import wherein.search.Filter;
import wherein.search.PassageSearcher;
import wherein.text.Nearest;
import wherein.time.DateMatch;
import wherein.time.DayRange;

/** Reads what every endpoint has in common from the parameters of a request: the query, and the filters beside it. */
final class Asking {

    private static final Map<String, QueryParser.Mode> MODES =
            Arguments.words("strict", QueryParser.Mode.STRICT, "box", QueryParser.Mode.BOX);
    private static final Map<String, QueryParser.Operator> OPERATORS =
            Arguments.words("or", QueryParser.Operator.OR, "and", QueryParser.Operator.AND);
    private static final Map<String, DateMatch> MATCHES =
            Arguments.words("possible", DateMatch.POSSIBLE, "certain", DateMatch.CERTAIN);

    /** The units of offsets, by the words for them. */
    static final Map<String, Offsets> OFFSETS =
            Arguments.words("codepoints", Offsets.CODE_POINTS, "utf16", Offsets.UTF16);

    private static final List<String> KEYWORDS =
            Parameter.FILTERS.stream().map(Parameter::name).toList();

    private final PassageSearcher searcher;

    Asking(PassageSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * A query and the filters that go with it.
     *
     * @param text of the query as it was given
     * @param arguments for what else an endpoint reads; {@link Arguments#check} tells of all faults
     */
    record Asked(String text, QueryParser.Parsed parsed, List<Filter> filters, Offsets offsets, Arguments arguments) {

        Query query() {
            return parsed.query();
        }
    }

    /**
     * Reads {@code parameters} of an endpoint that has those of {@code more} beside the common ones.
     *
     * @throws ProblemException if the query does not parse
     */
    Asked asked(Map<String, List<String>> parameters, List<Parameter> more) throws IOException {
        Set<String> known = new TreeSet<>();
        Stream.of(Parameter.QUERY, Parameter.DATES, List.of(Parameter.OFFSETS), more)
                .flatMap(List::stream)
                .forEach(parameter -> known.add(parameter.name()));
        List<String> keywords = new ArrayList<>(KEYWORDS);
        keywords.addAll(searcher.fields());
        keywords.forEach(field -> known.addAll(Set.of(field, "not." + field)));
        Arguments arguments = new Arguments(parameters, known);
        String text = arguments.one("q").orElse("");
        QueryParser.Operator operator = arguments.word("op", OPERATORS, QueryParser.Operator.OR);
        QueryParser.Mode mode = arguments.word("mode", MODES, QueryParser.Mode.STRICT);
        Offsets offsets = arguments.word("offsets", OFFSETS, Offsets.CODE_POINTS);
        List<Filter> filters = filters(arguments, keywords);
        return new Asked(text, parse(text, operator, mode), filters, offsets, arguments);
    }

    private QueryParser.Parsed parse(String text, QueryParser.Operator operator, QueryParser.Mode mode) {
        try {
            return new QueryParser(new QueryFields(searcher.fields())).parse(text, operator, mode);
        } catch (QuerySyntaxException e) {
            throw new ProblemException(
                    Problem.QUERY_SYNTAX,
                    "At character " + e.position() + " of the query: " + e.getMessage() + ".",
                    List.of(new ProblemException.Fault("q", e.getMessage(), e.didYouMean(), e.position())));
        } catch (QueryLimitException e) {
            throw new ProblemException(Problem.QUERY_TOO_LARGE, e.getMessage() + ".");
        }
    }

    private List<Filter> filters(Arguments arguments, List<String> keywords) throws IOException {
        List<Filter> filters = new ArrayList<>();
        for (String field : keywords) {
            for (String name : List.of(field, "not." + field)) {
                List<String> values = arguments.all(name);
                checkClosed(arguments, name, field, values);
                if (!values.isEmpty()) {
                    filters.add(new Filter.Keyword(field, values, name.startsWith("not.")));
                }
            }
        }
        Optional<DayRange> from = arguments.read("date.from", DayRange::of);
        Optional<DayRange> to = arguments.read("date.to", DayRange::of);
        DateMatch match = arguments.word("date.match", MATCHES, DateMatch.POSSIBLE);
        if (from.isPresent() || to.isPresent()) {
            DayRange first = from.orElse(DayRange.ALL);
            DayRange last = to.orElse(DayRange.ALL);
            if (last.to().isBefore(first.from())) {
                arguments.fault("date.to", "the range ends before it begins", "");
            } else {
                filters.add(new Filter.Dated(new DayRange(first.from(), last.to()), match));
            }
        }
        return filters;
    }

    /** Stances and blocks are closed lists: another word is a mistake, not a value that happens to be rare. */
    private void checkClosed(Arguments arguments, String name, String field, List<String> values) throws IOException {
        Set<String> known = new TreeSet<>();
        if (field.equals("stance") && !values.isEmpty()) {
            known.addAll(searcher.manifest().stances().keySet());
            searcher.values(field).values().forEach(value -> known.add(value.value()));
        } else if (field.equals("block")) {
            for (Block block : Block.values()) {
                known.add(block.word());
            }
        } else {
            return;
        }
        for (String value : values) {
            if (!known.contains(value)) {
                String all = String.join(
                        ", ", known.stream().filter(word -> !word.isEmpty()).toList());
                String nearest = Nearest.to(value, known).orElse("");
                arguments.fault(name, "\"" + value + "\" is none of " + all, nearest);
            }
        }
    }

    /** The fields that parameter {@code name} lists for counting. */
    List<String> facetFields(Arguments arguments, String name) {
        Set<String> known = new TreeSet<>(KEYWORDS);
        known.addAll(searcher.fields());
        known.add("date");
        List<String> fields = arguments.list(name);
        for (String field : fields) {
            if (!known.contains(field)) {
                arguments.fault(
                        name,
                        "\"" + field + "\" is none of " + String.join(", ", known),
                        Nearest.to(field, known).orElse(""));
            }
        }
        return fields.stream().filter(known::contains).distinct().toList();
    }
}
