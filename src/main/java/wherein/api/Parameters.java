package wherein.api;

import static java.util.Map.entry;
import static wherein.api.EntityFilter.There.ALL;
import static wherein.api.EntityFilter.There.ANY;
import static wherein.api.EntityFilter.There.NONE;
import static wherein.api.Parameter.day;
import static wherein.api.Parameter.list;
import static wherein.api.Parameter.names;
import static wherein.api.Parameter.onOff;
import static wherein.api.Parameter.range;
import static wherein.api.Parameter.read;
import static wherein.api.Parameter.text;
import static wherein.api.Parameter.whole;
import static wherein.api.Parameter.word;
import static wherein.api.Parameter.words;
import static wherein.query.Named.COUNTRY;
import static wherein.query.Named.PERSON;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import wherein.document.Block;
import wherein.json.Offsets;
import wherein.mention.Mention;
import wherein.query.Named;
import wherein.query.QueryParser;
import wherein.query.ValueRange;
import wherein.search.Copies;
import wherein.search.FacetRequest;
import wherein.search.Filter;
import wherein.search.PassageSearcher;
import wherein.search.RowMarks;
import wherein.time.DateMatch;
import wherein.time.DayRange;

/** The parameters that more than one endpoint has. Those of one alone are declared beside what answers it. */
public final class Parameters {

    /** How many rows or hits a page has at most. */
    public static final int MAX_PAGE = 1_000;

    /** What stands before the name of a field of the collection's own, so that it is never taken for a parameter of ours. */
    public static final String FIELD_PREFIX = "field.";

    private static final int PAGE = 20;

    static final Parameter<String> Q = text(
            Role.SELECTS, "q", "QUERY", Kind.Whole.ALL, "words, phrases in quotes, AND OR NOT + -, groups and fields");
    static final Parameter<QueryParser.Operator> OP = word(
            Role.SELECTS,
            "op",
            words(entry("or", QueryParser.Operator.OR), entry("and", QueryParser.Operator.AND)),
            "whether any bare word will do, or all are required");
    static final Parameter<QueryParser.Mode> MODE = word(
            Role.SELECTS,
            "mode",
            words(entry("strict", QueryParser.Mode.STRICT), entry("box", QueryParser.Mode.BOX)),
            "whether a faulty query is an error, or taken as words");

    static final Parameter<Boolean> TYPING = onOff(
            Role.SELECTS,
            "typing",
            false,
            "whether the last word of the query is still being typed, and stands for all that begin so");

    /** What is asked. */
    static final List<Parameter<?>> QUERY = List.of(Q, OP, MODE, TYPING);

    static final Parameter<List<String>> DOC =
            names("doc", "ID", "the document; repeat for several").orAs("document");

    /** What narrows the passages, each also as {@code not.NAME}. */
    static final List<Parameter<List<String>>> FILTERS = List.of(
            names("source", "NAME", "who published it; repeat for several, empty for unknown"),
            list(
                    Role.SELECTS,
                    "stance",
                    "WORD",
                    Parameters::stances,
                    "one of the collection's list; repeat for several"),
            names("lang", "CODE", "language of the passage, such as en; repeat for several")
                    .orAs("language"),
            names("author", "NAME", "who wrote it; repeat for several"),
            list(
                    Role.SELECTS,
                    "block",
                    Arrays.stream(Block.values()).map(Block::word).toList(),
                    "what the passage is in its document; repeat for several"),
            DOC);

    /** What becomes of passages that were read from pictures; empty where they count like all others. */
    static final Parameter<Optional<Filter.Ocr>> OCR = word(
            Role.SELECTS,
            "ocr",
            words(
                    entry("keep", Optional.empty()),
                    entry("leave", Optional.of(new Filter.Ocr(true))),
                    entry("only", Optional.of(new Filter.Ocr(false)))),
            "whether passages read from scans by OCR count like all others, are left out, or are the only ones");

    static final Parameter<Optional<DayRange>> DATE_FROM = day("date.from", "dated on this day or later");
    static final Parameter<Optional<DayRange>> DATE_TO = day("date.to", "dated on this day or earlier");
    static final Parameter<DateMatch> DATE_MATCH = word(
            Role.SELECTS,
            "date.match",
            words(
                    entry("possible", DateMatch.POSSIBLE),
                    entry("certain", DateMatch.CERTAIN),
                    entry("known", DateMatch.KNOWN),
                    entry("unknown", DateMatch.UNKNOWN)),
            "whether the date may lie in the range, must, or may and is known; or what has no date at all, with a range or without");

    /** What narrows them to those that are counted together by date, each by the length of a bucket. */
    static final Map<FacetRequest.Interval, Parameter<List<String>>> BUCKETS = buckets();

    /** What narrows them by date. */
    static final List<Parameter<?>> DATES = all(List.of(DATE_FROM, DATE_TO, DATE_MATCH), List.copyOf(BUCKETS.values()));

    /** What narrows them by a country or a person that they mention. */
    static final List<EntityFilter> ENTITIES = List.of(
            EntityFilter.of(COUNTRY, ANY, "passages that mention it; repeat for several, any of which will do"),
            EntityFilter.of(
                    COUNTRY,
                    ALL,
                    "passages that mention it; repeat for several, all of which must be there: country.all=AM,GE"),
            EntityFilter.of(COUNTRY, NONE, "leaves out passages that mention it; repeat for several"),
            EntityFilter.of(PERSON, ANY, "passages that mention this person; repeat for several, any of whom will do"),
            EntityFilter.of(
                    PERSON, ALL, "passages that mention this person; repeat for several, all of whom must be there"),
            EntityFilter.of(PERSON, NONE, "leaves out passages that mention this person; repeat for several"),
            EntityFilter.of(
                    Named.UNIT,
                    ALL,
                    "passages with a number of this unit; repeat for several, all of which must be there"));

    static final Parameter<Optional<ValueRange>> FIGURE =
            range("figure", "passages with such a number: 150000, >=100000, 100000..2000000");
    static final Parameter<List<String>> UNIT = names(
            "unit", "UNIT", "passages with a number of this unit; with figure, the same number; repeat for several");
    static final Parameter<Optional<DayRange>> WHEN_FROM =
            day("when.from", "passages that name a date on this day or later");
    static final Parameter<Optional<DayRange>> WHEN_TO =
            day("when.to", "passages that name a date on this day or earlier");
    static final Parameter<DateMatch> WHEN_MATCH = match(
            "when.match",
            "whether the date that they name may lie in the range, or must; or is one that no days are known of");

    /** What narrows them by what is mentioned. */
    static final List<Parameter<?>> MENTIONED = all(
            ENTITIES.stream().map(EntityFilter::parameter).toList(),
            List.of(FIGURE, UNIT, WHEN_FROM, WHEN_TO, WHEN_MATCH));

    static final Parameter<List<String>> TYPE = list(
            Role.SELECTS,
            "type",
            Arrays.stream(Mention.Type.values()).map(Mention.Type::word).toList(),
            "rows of this type; repeat for several");
    static final Parameter<List<String>> ID =
            names("id", "NAME|CODE", "rows of this country or person; repeat for several");
    static final Parameter<List<String>> KIND = list(
                    Role.SELECTS,
                    "mention.kind",
                    List.of("name", "demonym", "city", "government"),
                    "how a country is named; repeat for several")
            .orAs("kind");
    static final Parameter<Optional<ValueRange>> VALUES = range("mention.value", "figures with such a value");
    static final Parameter<List<String>> UNITS =
            names("mention.unit", "UNIT", "figures of this unit; repeat for several");
    static final Parameter<Optional<DayRange>> MENTION_FROM = day("mention.when.from", "dates on this day or later");
    static final Parameter<Optional<DayRange>> MENTION_TO = day("mention.when.to", "dates on this day or earlier");
    static final Parameter<DateMatch> MENTION_MATCH = match(
            "mention.when.match", "whether a date may lie in the range, or must; or is one that no days are known of");
    static final Parameter<List<String>> BOUND = list(
            Role.SELECTS, "bound", List.of("=", "~", "<", ">"), "how the writer bounds a figure; repeat for several");
    static final Parameter<Boolean> WITHIN = word(
            Role.SELECTS,
            "value",
            words(entry("overlap", false), entry("within", true)),
            "whether a figure may lie in the range, or must as a whole, as far as its bound lets it be known");
    static final Parameter<Boolean> NESTED =
            onOff(Role.SELECTS, "nested", true, "whether mentions inside longer names count");

    static final Parameter<List<String>> VERDICT = list(
            Role.SELECTS,
            "verdict",
            Arrays.stream(RowMarks.Mark.values()).map(RowMarks.Mark::word).toList(),
            "rows of which readers say this; none for those of which nobody does; repeat for several");

    /** What selects rows of the ledger. */
    static final List<Parameter<?>> ROWS = List.of(
            TYPE,
            ID,
            KIND,
            VALUES,
            UNITS,
            MENTION_FROM,
            MENTION_TO,
            MENTION_MATCH,
            BOUND,
            WITHIN,
            NESTED,
            VERDICT,
            VERDICT.not());

    /** What becomes of copies, where the answer counts or lists what may be one. */
    static final Parameter<Copies> DUPLICATES = word(
            Role.SELECTS,
            "duplicates",
            words(entry("keep", Copies.TOLD), entry("fold", Copies.FOLDED)),
            "whether what repeats another that is selected counts like all others, or is left out");

    static final Parameter<Offsets> OFFSETS = word(
            Role.SHOWS,
            "offsets",
            words(entry("codepoints", Offsets.CODE_POINTS), entry("utf16", Offsets.UTF16)),
            "unit of all offsets in the answer");
    static final Parameter<Integer> LIMIT = limit(MAX_PAGE, PAGE);
    static final Parameter<Optional<Cursors.Place>> CURSOR =
            read(Role.PAGES, "cursor", "TEXT", "[A-Za-z0-9_-]+", Cursors::decode, "the \"next\" of the page before");
    static final Parameter<FacetRequest.Interval> INTERVAL = word(
            Role.SHOWS,
            "interval",
            words(
                    entry("year", FacetRequest.Interval.YEAR),
                    entry("month", FacetRequest.Interval.MONTH),
                    entry("day", FacetRequest.Interval.DAY),
                    entry("auto", FacetRequest.Interval.AUTO)),
            "length of a bucket of dates; auto: the shortest of day, week, month, year and years that makes few of them");
    static final Parameter<String> PREFIX = text(Role.SELECTS, "prefix", "TEXT", 200, "only values that begin so");

    /** The order of rows that have a place in a text. */
    static final Parameter<MatchOrder> PLACES = word(Role.ORDERS, "sort", MatchOrder.WORDS, "order of the rows");

    /** Whether a browser saves the answer. */
    static final Parameter<Boolean> DOWNLOAD =
            onOff(Role.SHAPES, "download", false, "whether a browser saves the answer instead of showing it");

    private Parameters() {}

    private static Map<FacetRequest.Interval, Parameter<List<String>>> buckets() {
        Map<FacetRequest.Interval, Parameter<List<String>>> buckets = new LinkedHashMap<>();
        for (FacetRequest.Interval interval :
                List.of(FacetRequest.Interval.YEAR, FacetRequest.Interval.MONTH, FacetRequest.Interval.DAY)) {
            String name = interval.name().toLowerCase(Locale.ROOT);
            String doc = "passages that by=" + name + " and interval=" + name
                    + " count together under this date; repeat for several, empty for no date";
            buckets.put(interval, names("date." + name, "DATE", doc));
        }
        return buckets;
    }

    private static Parameter<DateMatch> match(String name, String doc) {
        return word(
                Role.SELECTS,
                name,
                words(
                        entry("possible", DateMatch.POSSIBLE),
                        entry("certain", DateMatch.CERTAIN),
                        entry("unknown", DateMatch.UNKNOWN)),
                doc);
    }

    /** How many of what is listed; none of it is a count. */
    static Parameter<Integer> limit(int most, int otherwise) {
        return whole(Role.LIMITS, "limit", 0, most, otherwise, "how many at most; 0 only counts");
    }

    /** {@code limit}, the parameter of rows that come all at once, as a page of JSON takes it. */
    public static Parameter<?> pageLimit(Parameter<?> limit) {
        return new Parameter<>(limit.name(), limit.role(), new Kind.Whole(0, MAX_PAGE, PAGE, Map.of()), LIMIT.doc());
    }

    /** Fields whose values are counted. */
    static Parameter<List<String>> counted(String name, Role role) {
        Kind.Some kind = new Kind.Some("FIELD,…", Parameters::counted, aliases(), Kind.Whole.ALL);
        return new Parameter<>(name, role, kind, "fields whose values are counted");
    }

    /** The fields whose values can be counted; one of the collection's own also by the name of its filter. */
    private static Set<String> counted(PassageSearcher searcher) {
        Set<String> fields = new TreeSet<>(namesOf(FILTERS));
        for (String own : searcher.fields()) {
            fields.add(own);
            fields.add(filterOf(own));
        }
        fields.add("date");
        Named.ENTITIES.forEach(each -> fields.add(each.word()));
        return fields;
    }

    /** The name of the parameter that filters by the collection's own field {@code name}. */
    public static String filterOf(String name) {
        return field(name).name();
    }

    /** The field of a collection that {@code counted} names, with or without what stands before its filter. */
    static String fieldOf(String counted) {
        return counted.startsWith(FIELD_PREFIX) ? counted.substring(FIELD_PREFIX.length()) : counted;
    }

    /** The other names of the fields that narrow passages, each with the name that an answer has for it. */
    private static Map<String, String> aliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        FILTERS.forEach(each -> each.aliases().forEach(alias -> aliases.put(alias, each.name())));
        return aliases;
    }

    /** Stances are a closed list: another word is a mistake, not a value that happens to be rare. */
    private static Set<String> stances(PassageSearcher searcher) throws IOException {
        Set<String> stances = new TreeSet<>(searcher.manifest().stances().keySet());
        searcher.values("stance").values().forEach(value -> stances.add(value.value()));
        return stances;
    }

    /** All of {@code lists}, one after the other. */
    @SafeVarargs
    static List<Parameter<?>> all(List<? extends Parameter<?>>... lists) {
        List<Parameter<?>> all = new ArrayList<>();
        for (List<? extends Parameter<?>> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    /** The names of {@code parameters}. */
    public static Set<String> namesOf(List<? extends Parameter<?>> parameters) {
        return parameters.stream().map(Parameter::name).collect(Collectors.toSet());
    }

    /** {@code own}, after those of the query and the filters; one of the same name as one of these stands in its place. */
    public static List<Parameter<?>> with(List<? extends Parameter<?>> own) {
        List<Parameter<?>> filters = new ArrayList<>();
        FILTERS.forEach(filter -> filters.addAll(List.of(filter, filter.not())));
        Map<String, Parameter<?>> all = new LinkedHashMap<>();
        all(QUERY, filters, List.of(OCR), DATES, MENTIONED, own, List.of(OFFSETS))
                .forEach(each -> all.put(each.name(), each));
        return List.copyOf(all.values());
    }

    /**
     * {@code declared}, with the collection's own fields behind the other filters, if the endpoint has filters.
     *
     * @param fields the names of the collection's own fields
     */
    public static List<Parameter<?>> in(List<String> fields, List<? extends Parameter<?>> declared) {
        List<Parameter<?>> all = new ArrayList<>(declared);
        int filters = all.indexOf(DATE_FROM);
        if (filters >= 0) {
            for (String name : fields) {
                all.addAll(filters, List.of(field(name), field(name).not()));
                filters += 2;
            }
        }
        return all;
    }

    /**
     * The filter by a field of the catalogue's own: {@code field.NAME}, and {@code NAME} alone unless some endpoint has a
     * parameter of that name, so that no collection can give a parameter another meaning.
     */
    static Parameter<List<String>> field(String name) {
        String doc = "the collection's own field; repeat for several, empty for unknown";
        Parameter<List<String>> plain = names(FIELD_PREFIX + name, "VALUE", doc);
        return Endpoints.reserved().contains(name)
                ? plain
                : names(name, "VALUE", doc).orAs(plain.name());
    }
}
