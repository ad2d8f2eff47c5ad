package wherein.api;

import static java.util.Map.entry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import wherein.document.Block;
import wherein.json.Offsets;
import wherein.query.QueryParser;
import wherein.query.ValueRange;
import wherein.search.FacetRequest;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.search.Suggestion;
import wherein.time.DateMatch;
import wherein.time.DayRange;

/**
 * A parameter of an endpoint, and the option of the command that answers the same: declared once. Requests are read by
 * it ({@link Arguments#get}), and the description of the API, the help of the commands and the tables of the
 * documentation are made from it.
 *
 * @param <T> what its values stand for
 * @param name as it stands in a URL; the option is {@code --name}
 * @param kind what values it may have
 * @param doc what it does, in one line
 * @param needed whether the endpoint cannot do without it
 */
public record Parameter<T>(String name, Kind<T> kind, String doc, boolean needed) {

    /** How many rows or hits a page has at most. */
    static final int MAX_PAGE = 1_000;

    private static final int PAGE = 20;

    private static final Map<String, Boolean> ON_OFF = words(entry("on", true), entry("off", false));

    static final Parameter<String> Q =
            text("q", "QUERY", Kind.Whole.ALL, "words, phrases in quotes, AND OR NOT + -, groups and fields");
    static final Parameter<QueryParser.Operator> OP = word(
            "op",
            words(entry("or", QueryParser.Operator.OR), entry("and", QueryParser.Operator.AND)),
            "whether any bare word will do, or all are required");
    static final Parameter<QueryParser.Mode> MODE = word(
            "mode",
            words(entry("strict", QueryParser.Mode.STRICT), entry("box", QueryParser.Mode.BOX)),
            "whether a faulty query is an error, or taken as words");

    /** What is asked. */
    static final List<Parameter<?>> QUERY = List.of(Q, OP, MODE);

    static final Parameter<List<String>> DOC = names("doc", "ID", "the document; repeat for several");

    /** What narrows the passages, each also as {@code not.NAME}. */
    static final List<Parameter<List<String>>> FILTERS = List.of(
            names("source", "NAME", "who published it; repeat for several, empty for unknown"),
            some("stance", "WORD", Parameter::stances, "one of the collection's list; repeat for several"),
            names("lang", "CODE", "language of the passage, such as en; repeat for several"),
            names("author", "NAME", "who wrote it; repeat for several"),
            some(
                    "block",
                    Arrays.stream(Block.values()).map(Block::word).toList(),
                    "what the passage is in its document; repeat for several"),
            DOC);

    static final Parameter<Optional<DayRange>> DATE_FROM = day("date.from", "dated on this day or later");
    static final Parameter<Optional<DayRange>> DATE_TO = day("date.to", "dated on this day or earlier");
    static final Parameter<DateMatch> DATE_MATCH = word(
            "date.match",
            words(
                    entry("possible", DateMatch.POSSIBLE),
                    entry("certain", DateMatch.CERTAIN),
                    entry("unknown", DateMatch.UNKNOWN)),
            "whether the date may lie in the range, or must; or what has no date at all, with a range or without");

    /** What narrows them by date. */
    static final List<Parameter<?>> DATES = List.of(DATE_FROM, DATE_TO, DATE_MATCH);

    /** What narrows them by a country or a person that they mention. */
    static final List<Parameter<List<String>>> NAMED = List.of(
            names("country", "NAME|CODE", "passages that mention it; repeat for several"),
            names("not.country", "NAME|CODE", "leaves out passages that mention it; repeat for several"),
            names("person", "NAME", "passages that mention this person; repeat for several"),
            names("not.person", "NAME", "leaves out passages that mention this person; repeat for several"));

    static final Parameter<Optional<ValueRange>> FIGURE =
            range("figure", "passages with such a number: 150000, >=100000, 100000..2000000");
    static final Parameter<List<String>> UNIT = names(
            "unit", "UNIT", "passages with a number of this unit; with figure, the same number; repeat for several");
    static final Parameter<Optional<DayRange>> WHEN_FROM =
            day("when.from", "passages that name a date on this day or later");
    static final Parameter<Optional<DayRange>> WHEN_TO =
            day("when.to", "passages that name a date on this day or earlier");

    /** What narrows them by what is mentioned. */
    static final List<Parameter<?>> MENTIONED = all(NAMED, List.of(FIGURE, UNIT, WHEN_FROM, WHEN_TO));

    static final Parameter<List<String>> TYPE =
            list("type", List.of("country", "person", "figure", "date"), "rows of this type; repeat for several");
    static final Parameter<List<String>> ID =
            names("id", "NAME|CODE", "rows of this country or person; repeat for several");
    static final Parameter<List<String>> KIND = list(
            "mention.kind",
            List.of("name", "demonym", "city", "government"),
            "how a country is named; repeat for several");
    static final Parameter<Optional<ValueRange>> VALUES = range("mention.value", "figures with such a value");
    static final Parameter<List<String>> UNITS =
            names("mention.unit", "UNIT", "figures of this unit; repeat for several");
    static final Parameter<Optional<DayRange>> MENTION_FROM = day("mention.when.from", "dates on this day or later");
    static final Parameter<Optional<DayRange>> MENTION_TO = day("mention.when.to", "dates on this day or earlier");
    static final Parameter<List<String>> BOUND =
            some("bound", List.of("=", "~", "<", ">"), "how the writer bounds a figure; repeat for several");
    static final Parameter<Boolean> WITHIN = word(
            "value",
            words(entry("overlap", false), entry("within", true)),
            "whether a figure may lie in the range, or must as a whole");
    static final Parameter<Boolean> NESTED = onOff("nested", true, "whether mentions inside longer names count");

    /** What selects rows of the ledger. */
    static final List<Parameter<?>> ROWS =
            List.of(TYPE, ID, KIND, VALUES, UNITS, MENTION_FROM, MENTION_TO, BOUND, WITHIN, NESTED);

    static final Parameter<Offsets> OFFSETS = word(
            "offsets",
            words(entry("codepoints", Offsets.CODE_POINTS), entry("utf16", Offsets.UTF16)),
            "unit of all offsets in the answer");
    static final Parameter<Integer> LIMIT = whole("limit", 0, MAX_PAGE, PAGE, "how many at most");
    static final Parameter<Optional<Paging.Place>> CURSOR =
            read("cursor", "TEXT", "[A-Za-z0-9_-]+", Paging::decode, "the \"next\" of the page before");
    static final Parameter<FacetRequest.Interval> INTERVAL = word(
            "interval",
            words(entry("year", FacetRequest.Interval.YEAR), entry("month", FacetRequest.Interval.MONTH)),
            "length of a bucket of dates");
    static final Parameter<String> PREFIX = text("prefix", "TEXT", 200, "only values that begin so");

    /** The order of rows that have a place in a text. */
    static final Parameter<MatchOrder> PLACES = word("sort", MatchOrder.WORDS, "order of the rows");

    static final Parameter<SearchRequest.Order> SORT = word(
            "sort",
            words(
                    entry("relevance", SearchRequest.Order.RELEVANCE),
                    entry("date", SearchRequest.Order.DATE),
                    entry("-date", SearchRequest.Order.DATE_DESCENDING)),
            "order of the hits");
    static final Parameter<Boolean> BY_DOCUMENT = word(
            "group",
            words(entry("passage", false), entry("document", true)),
            "whether only the best passage of a document is a hit");
    static final Parameter<List<String>> COUNTED =
            list("facets", "FIELD,…", Parameter::counted, "fields whose values are counted");
    static final Parameter<Boolean> EXPLAIN =
            onOff("explain", false, "whether each hit says what its score is made of");
    static final Parameter<Integer> SNIPPETS = whole("snippets", 0, 10, 1, "how many snippets a hit has at most");

    static final Parameter<List<String>> HIT_FIELDS = fields(Schemas.columns("Hit"));

    /** Of {@code /search} alone. */
    static final List<Parameter<?>> SEARCH =
            List.of(SORT, BY_DOCUMENT, COUNTED, INTERVAL, EXPLAIN, SNIPPETS, HIT_FIELDS, LIMIT, CURSOR);

    static final Parameter<List<String>> FIELD = list(
                    "field", "FIELD,…", Parameter::counted, "fields whose values are counted")
            .asNeeded();
    static final Parameter<Integer> VALUES_LIMIT =
            whole("limit", 0, MAX_PAGE, 100, "how many values of a field at most");

    static final Parameter<List<String>> VALUE_FIELDS = fields(Schemas.columns("Value"));

    /** Of {@code /facets} alone. */
    static final List<Parameter<?>> FACETS = List.of(FIELD, INTERVAL, PREFIX, VALUE_FIELDS, VALUES_LIMIT);

    static final Parameter<String> TYPED = text("prefix", "TEXT", 100, "what has been typed");
    static final Parameter<List<String>> TYPES =
            list("types", Suggestion.TYPES, "what is suggested; everything without it");
    static final Parameter<Integer> SUGGESTIONS = whole("limit", 0, 100, 10, "how many at most");
    static final Parameter<Optional<String>> SUGGESTED_AS = word(
            "format",
            words(entry("json", Optional.of(Format.JSON.type())), entry("opensearch", Optional.of(SuggestApi.BROWSER))),
            Optional.empty(),
            "the form: ours, or that of browsers' search bars; without it the Accept header says which");

    static final Parameter<List<String>> SUGGESTION_FIELDS = fields(Schemas.columns("Suggestion"));

    /** All of {@code /suggest}. */
    static final List<Parameter<?>> SUGGEST = List.of(TYPED, TYPES, SUGGESTION_FIELDS, SUGGESTIONS, SUGGESTED_AS);

    static final Parameter<List<String>> DOCUMENT_FIELDS = fields(Schemas.columns("Document"));

    /** Of {@code /documents} alone. */
    static final List<Parameter<?>> DOCUMENTS = List.of(DOCUMENT_FIELDS, LIMIT, CURSOR);

    static final Parameter<List<String>> PASSAGE_FIELDS = fields(Schemas.columns("Passage"));

    /** All of {@code /documents/{id}/passages}. */
    static final List<Parameter<?>> PASSAGES = List.of(PASSAGE_FIELDS, OFFSETS);

    static final Parameter<List<String>> MARK_FIELDS = fields(Schemas.columns("Mark"));

    /** All parameters of {@code /search} but the collection's own fields. */
    public static List<Parameter<?>> ofSearch() {
        return with(SEARCH);
    }

    /** All parameters of {@code /mentions} but the collection's own fields. */
    public static List<Parameter<?>> ofMentions() {
        return with(MentionsApi.PARAMETERS);
    }

    /** All parameters of {@code /figures/table} but the collection's own fields. */
    public static List<Parameter<?>> ofFigures() {
        return with(FiguresApi.PARAMETERS);
    }

    /** All parameters of {@code /account}. */
    public static List<Parameter<?>> ofAccount() {
        return AccountApi.PARAMETERS;
    }

    /** All parameters of {@code /concordance} but the collection's own fields. */
    public static List<Parameter<?>> ofConcordance() {
        return with(ConcordanceApi.PARAMETERS);
    }

    /** One of {@code words}, the first where none is given. */
    static <T> Parameter<T> word(String name, Map<String, T> words, String doc) {
        return word(name, words, words.values().iterator().next(), doc);
    }

    /** One of {@code words}. */
    static <T> Parameter<T> word(String name, Map<String, T> words, T otherwise, String doc) {
        return new Parameter<>(name, new Kind.Word<>(words, otherwise), doc, false);
    }

    /** A switch. */
    static Parameter<Boolean> onOff(String name, boolean otherwise, String doc) {
        return word(name, ON_OFF, otherwise, doc);
    }

    /** A whole number; {@link Kind.Whole#ALL} for no limit, and for no default. */
    static Parameter<Integer> whole(String name, int least, int most, int otherwise, String doc) {
        return new Parameter<>(name, new Kind.Whole(least, most, otherwise, Map.of()), doc, false);
    }

    /** Some text. */
    static Parameter<String> text(String name, String form, int most, String doc) {
        return new Parameter<>(name, new Kind.Text(form, most), doc, false);
    }

    /** Text of a form of its own. */
    static <T> Parameter<Optional<T>> read(
            String name, String form, String pattern, Function<String, T> reading, String doc) {
        return new Parameter<>(name, new Kind.Read<>(form, pattern, reading), doc, false);
    }

    /** A year, month or day. */
    static Parameter<Optional<DayRange>> day(String name, String doc) {
        return read(name, "YYYY[-MM[-DD]]", "\\d{4}(-\\d{2}(-\\d{2})?)?", DayRange::of, doc);
    }

    /** A range of values. */
    static Parameter<Optional<ValueRange>> range(String name, String doc) {
        return read(name, "RANGE", ".*(\\d|\\*|\\.\\.).*", ValueRange::parse, doc);
    }

    /** Any values, repeated. */
    static Parameter<List<String>> names(String name, String form, String doc) {
        return new Parameter<>(name, new Kind.Names(form), doc, false);
    }

    /** Some of a closed list of words, repeated. */
    static Parameter<List<String>> some(String name, List<String> words, String doc) {
        return some(name, String.join("|", words), searcher -> words, doc);
    }

    /** Some of the words that a collection has, repeated. */
    static Parameter<List<String>> some(String name, String form, Kind.Vocabulary words, String doc) {
        return new Parameter<>(name, new Kind.Some(form, words, false, Kind.Whole.ALL), doc, false);
    }

    /** Some of a closed list of words, repeated or with commas between. */
    static Parameter<List<String>> list(String name, List<String> words, String doc) {
        return list(name, String.join("|", words), searcher -> words, doc);
    }

    /** Some of the words that a collection has, repeated or with commas between. */
    static Parameter<List<String>> list(String name, String form, Kind.Vocabulary words, String doc) {
        return new Parameter<>(name, new Kind.Some(form, words, true, Kind.Whole.ALL), doc, false);
    }

    /** The columns of rows that are answered. */
    static Parameter<List<String>> fields(List<String> columns) {
        return list("fields", "COLUMN,…", searcher -> columns, "which columns, in this order");
    }

    /** The form of rows. */
    static Parameter<Format> format(List<Format> formats) {
        Map<String, Format> words = new LinkedHashMap<>();
        formats.forEach(format -> words.put(format.word(), format));
        return word("format", words, null, "the form; a suffix of the path goes before it");
    }

    /** What a value looks like, for a reader. */
    public String form() {
        return kind.form();
    }

    /** This one, where the endpoint cannot do without it. */
    Parameter<T> asNeeded() {
        return new Parameter<>(name, kind, doc, true);
    }

    /** The parameter that leaves out what this one selects. */
    Parameter<T> not() {
        return new Parameter<>("not." + name, kind, "leaves these out: " + doc, false);
    }

    /** A field of the catalogue's own. */
    static Parameter<List<String>> field(String name) {
        return names(name, "VALUE", "the collection's own field; repeat for several, empty for unknown");
    }

    /** Words and what they stand for, in this order. */
    @SafeVarargs
    static <T> Map<String, T> words(Map.Entry<String, T>... entries) {
        Map<String, T> words = new LinkedHashMap<>();
        for (Map.Entry<String, T> entry : entries) {
            words.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(words);
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
    public static Set<String> names(List<? extends Parameter<?>> parameters) {
        return parameters.stream().map(Parameter::name).collect(Collectors.toSet());
    }

    /** {@code own}, after those of the query and the filters; one of the same name as one of these stands in its place. */
    static List<Parameter<?>> with(List<? extends Parameter<?>> own) {
        List<Parameter<?>> filters = new ArrayList<>();
        FILTERS.forEach(filter -> filters.addAll(List.of(filter, filter.not())));
        Map<String, Parameter<?>> all = new LinkedHashMap<>();
        all(QUERY, filters, DATES, MENTIONED, own, List.of(OFFSETS)).forEach(each -> all.put(each.name(), each));
        return List.copyOf(all.values());
    }

    /**
     * {@code declared}, with the collection's own fields behind the other filters, if the endpoint has filters.
     *
     * @param fields the names of the collection's own fields
     */
    static List<Parameter<?>> in(List<String> fields, List<? extends Parameter<?>> declared) {
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

    /** Stances are a closed list: another word is a mistake, not a value that happens to be rare. */
    private static Set<String> stances(PassageSearcher searcher) throws IOException {
        Set<String> stances = new TreeSet<>(searcher.manifest().stances().keySet());
        searcher.values("stance").values().forEach(value -> stances.add(value.value()));
        return stances;
    }

    /** The fields whose values can be counted. */
    private static Set<String> counted(PassageSearcher searcher) {
        Set<String> fields = new TreeSet<>(names(FILTERS));
        fields.addAll(searcher.fields());
        fields.add("date");
        fields.addAll(FacetRequest.MENTIONED);
        return fields;
    }
}
