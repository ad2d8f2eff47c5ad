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

    /** The types of mentions. */
    static final List<String> TYPES = List.of("country", "person", "figure", "date");

    private static final List<String> KINDS = List.of("name", "demonym", "city", "government");
    private static final List<String> BOUNDS = List.of("=", "~", "<", ">");

    private static final List<String> KEYWORDS =
            Parameter.FILTERS.stream().map(Parameter::name).toList();

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
        Stream.of(Parameter.QUERY, Parameter.DATES, Parameter.MENTIONED, List.of(Parameter.OFFSETS), more)
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
            return new QueryParser(new QueryFields(searcher.fields(), names)).parse(text, operator, mode);
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
        DateMatch match = arguments.word("date.match", MATCHES, DateMatch.POSSIBLE);
        days(arguments, "date").ifPresent(range -> filters.add(new Filter.Dated(range, match)));
        for (String field : List.of("country", "not.country", "person", "not.person")) {
            String type = field.substring(field.indexOf('.') + 1);
            List<MentionSelector> any = new ArrayList<>();
            for (String value : arguments.all(field)) {
                id(arguments, field, type, value).ifPresent(id -> any.add(ofId(type, id)));
            }
            if (!any.isEmpty()) {
                filters.add(new Filter.Mentioned(field, any, field.startsWith("not.")));
            }
        }
        figures(arguments, "figure", "unit", false)
                .ifPresent(figures -> filters.add(new Filter.Mentioned("figure", List.of(figures), false)));
        days(arguments, "when")
                .ifPresent(
                        range -> filters.add(new Filter.Mentioned("when", List.of(MentionClauses.when(range)), false)));
        return filters;
    }

    /** The range of days from {@code name.from} to {@code name.to}; empty if neither is given. */
    private static Optional<DayRange> days(Arguments arguments, String name) {
        Optional<DayRange> from = arguments.read(name + ".from", DayRange::of);
        Optional<DayRange> to = arguments.read(name + ".to", DayRange::of);
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        DayRange first = from.orElse(DayRange.ALL);
        DayRange last = to.orElse(DayRange.ALL);
        if (last.to().isBefore(first.from())) {
            arguments.fault(name + ".to", "the range ends before it begins", "");
            return Optional.empty();
        }
        return Optional.of(new DayRange(first.from(), last.to()));
    }

    /** The figures that a range of values and units select; empty if neither is given. */
    private Optional<MentionSelector> figures(Arguments arguments, String value, String unit, boolean within) {
        Optional<ValueRange> range = arguments.read(value, ValueRange::parse).map(each -> within ? each.whole() : each);
        Set<String> units = new TreeSet<>();
        for (String each : arguments.all(unit)) {
            id(arguments, unit, "unit", each).ifPresent(units::add);
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
        Set<String> types = new TreeSet<>(arguments.list("type"));
        for (String type : types) {
            if (!TYPES.contains(type)) {
                arguments.fault(
                        "type",
                        "\"" + type + "\" is none of " + String.join(", ", TYPES),
                        Nearest.to(type, TYPES).orElse(""));
            }
        }
        boolean within = arguments.word("value", Arguments.words("overlap", false, "within", true), false);
        Optional<MentionSelector> figures = figures(arguments, "mention.value", "mention.unit", within);
        Optional<DayRange> when = days(arguments, "mention.when");
        MentionSelector rows = figures.or(() -> when.map(MentionClauses::when)).orElse(MentionSelector.ALL);
        if (when.isPresent()) {
            // Both a value and days: no mention has the two.
            rows = rows.withWhen(when.get());
        }
        if (!types.isEmpty()) {
            rows = rows.withTypes(types);
        }
        Set<String> kinds = Set.copyOf(arguments.list("mention.kind"));
        kinds.stream()
                .filter(kind -> !KINDS.contains(kind))
                .forEach(kind -> arguments.fault(
                        "mention.kind",
                        "\"" + kind + "\" is none of " + String.join(", ", KINDS),
                        Nearest.to(kind, KINDS).orElse("")));
        Set<String> bounds = Set.copyOf(arguments.all("bound"));
        bounds.stream()
                .filter(bound -> !BOUNDS.contains(bound))
                .forEach(bound ->
                        arguments.fault("bound", "\"" + bound + "\" is none of " + String.join(", ", BOUNDS), ""));
        boolean nested = arguments.word("nested", Arguments.words("on", true, "off", false), true);
        rows = rows.withKinds(kinds).withBounds(bounds);
        return ofIds(arguments, types, nested ? rows : rows.withNested(false));
    }

    private Rows ofIds(Arguments arguments, Set<String> types, MentionSelector rows) {
        Set<String> kept = new TreeSet<>();
        List<String> ids = new ArrayList<>();
        String type = types.contains("person") && !types.contains("country") ? "person" : "country";
        for (String name : arguments.all("id")) {
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
