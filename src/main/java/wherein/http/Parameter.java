package wherein.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A parameter of an endpoint, and the option of the command that answers the same: declared here once.
 *
 * @param name as it stands in a URL; the option is {@code --name}
 * @param form what a value looks like
 * @param doc what it does, in one line
 */
public record Parameter(String name, String form, String doc) {

    /** What is asked. */
    static final List<Parameter> QUERY = List.of(
            new Parameter("q", "QUERY", "words, phrases in quotes, AND OR NOT + -, groups and fields"),
            new Parameter("op", "or|and", "whether any bare word will do, or all are required"),
            new Parameter("mode", "strict|box", "whether a faulty query is an error, or taken as words"));

    /** What narrows the passages; each but the dates also as {@code not.NAME}. */
    static final List<Parameter> FILTERS = List.of(
            new Parameter("source", "NAME", "who published it; repeat for several, empty for unknown"),
            new Parameter("stance", "WORD", "one of the collection's list"),
            new Parameter("lang", "CODE", "language of the passage, such as en"),
            new Parameter("author", "NAME", "who wrote it"),
            new Parameter("block", "WORD", "prose, heading, caption, list, quote or boilerplate"),
            new Parameter("doc", "ID", "the document"));

    /** What narrows them by date. */
    static final List<Parameter> DATES = List.of(
            new Parameter("date.from", "YYYY[-MM[-DD]]", "dated on this day or later"),
            new Parameter("date.to", "YYYY[-MM[-DD]]", "dated on this day or earlier"),
            new Parameter("date.match", "possible|certain", "whether the date may lie in the range, or must"));

    /** What narrows them by what is mentioned. */
    static final List<Parameter> MENTIONED = List.of(
            new Parameter("country", "NAME|CODE", "passages that mention it; repeat for several"),
            new Parameter("not.country", "NAME|CODE", "leaves out passages that mention it"),
            new Parameter("person", "NAME", "passages that mention this person; repeat for several"),
            new Parameter("not.person", "NAME", "leaves out passages that mention this person"),
            new Parameter("figure", "RANGE", "passages with such a number: 150000, >=100000, 100000..2000000"),
            new Parameter("unit", "UNIT", "passages with a number of this unit; with figure, the same number"),
            new Parameter("when.from", "YYYY[-MM[-DD]]", "passages that name a date on this day or later"),
            new Parameter("when.to", "YYYY[-MM[-DD]]", "passages that name a date on this day or earlier"));

    /** What selects rows of the ledger. */
    static final List<Parameter> ROWS = List.of(
            new Parameter("type", "country|person|figure|date", "rows of this type; repeat for several"),
            new Parameter("id", "NAME|CODE", "rows of this country or person; repeat for several"),
            new Parameter("mention.kind", "name|demonym|city|government", "how a country is named"),
            new Parameter("mention.value", "RANGE", "figures with such a value"),
            new Parameter("mention.unit", "UNIT", "figures of this unit"),
            new Parameter("mention.when.from", "YYYY[-MM[-DD]]", "dates on this day or later"),
            new Parameter("mention.when.to", "YYYY[-MM[-DD]]", "dates on this day or earlier"),
            new Parameter("bound", "=|~|<|>", "how the writer bounds a figure"),
            new Parameter("value", "overlap|within", "whether a figure may lie in the range, or must as a whole"),
            new Parameter("nested", "on|off", "whether mentions inside longer names count"));

    /** Of {@code /mentions} alone. */
    static final List<Parameter> MENTIONS = List.of(
            new Parameter("context", "N|sentence", "how much of the passage stands on either side"),
            new Parameter("fields", "COLUMN,…", "which columns, in this order"),
            new Parameter("limit", "N", "how many at most, from 0 to 1000 in JSON"),
            new Parameter("cursor", "TEXT", "the \"next\" of the page before"),
            new Parameter("format", "json|ndjson|csv", "the form of the answer; a suffix of the path goes before it"),
            new Parameter("header", "on|off", "whether CSV begins with the names of the columns"));

    /** Of {@code /figures/table} alone. */
    static final List<Parameter> FIGURES = List.of(
            new Parameter("sort", "document|value|date", "order of the figures"),
            new Parameter("mention.value", "RANGE", "figures with such a value"),
            new Parameter("bound", "=|~|<|>", "how the writer bounds a figure"),
            new Parameter("value", "overlap|within", "whether a figure may lie in the range, or must as a whole"));

    /** Of {@code /account} alone. */
    static final List<Parameter> ACCOUNT = List.of(
            new Parameter("class", "recognised|set-aside|unexplained", "what became of a candidate"),
            new Parameter("doc", "ID", "the document; repeat for several"),
            new Parameter("offsets", "codepoints|utf16", "unit of all offsets in the answer"));

    static final Parameter OFFSETS = new Parameter("offsets", "codepoints|utf16", "unit of all offsets in the answer");
    static final Parameter LIMIT = new Parameter("limit", "N", "how many at most, from 0 to 1000");
    static final Parameter CURSOR = new Parameter("cursor", "TEXT", "the \"next\" of the page before");
    static final Parameter INTERVAL = new Parameter("interval", "year|month", "length of a bucket of dates");

    /** Of {@code /search} alone. */
    static final List<Parameter> SEARCH = List.of(
            new Parameter("sort", "relevance|date|-date", "order of the hits"),
            new Parameter("group", "passage|document", "whether only the best passage of a document is a hit"),
            new Parameter("facets", "FIELD,…", "fields whose values are counted"),
            INTERVAL,
            new Parameter("snippets", "N", "how many snippets a hit has at most, from 0 to 10"),
            LIMIT,
            CURSOR);

    /** Of {@code /facets} alone. */
    static final List<Parameter> FACETS = List.of(
            new Parameter("field", "FIELD,…", "fields whose values are counted"),
            INTERVAL,
            new Parameter("prefix", "TEXT", "only values that begin so"),
            LIMIT);

    /** Of {@code /documents} alone. */
    static final List<Parameter> DOCUMENTS = List.of(LIMIT, CURSOR);

    /** Of {@code /concordance} alone. */
    static final List<Parameter> CONCORDANCE = List.of(
            new Parameter("left", "N", "how many characters stand before a match, from 0 to 1000"),
            new Parameter("right", "N", "how many characters stand behind it, from 0 to 1000"),
            new Parameter("context", "sentence", "the rest of its sentence instead"),
            new Parameter("sort", "document|left|match|right|date", "order of the rows"),
            new Parameter("sample", "N", "only so many of the rows, chosen by chance"),
            new Parameter("seed", "N", "the chance: the same seed chooses the same rows"),
            new Parameter("fields", "COLUMN,…", "which columns, in this order"),
            LIMIT,
            CURSOR,
            new Parameter("format", "json|ndjson|csv|txt", "the form; a suffix of the path goes before it"),
            new Parameter("header", "on|off", "whether CSV begins with the names of the columns"));

    /** All parameters of {@code /search} but the collection's own fields. */
    public static List<Parameter> ofSearch() {
        return with(SEARCH);
    }

    /** All parameters of {@code /mentions} but the collection's own fields. */
    public static List<Parameter> ofMentions() {
        List<Parameter> own = new ArrayList<>(ROWS);
        own.addAll(MENTIONS);
        return with(own);
    }

    /** All parameters of {@code /figures/table} but the collection's own fields. */
    public static List<Parameter> ofFigures() {
        List<Parameter> own = new ArrayList<>(FIGURES);
        own.addAll(TableApi.PARAMETERS);
        return with(own);
    }

    /** All parameters of {@code /account}. */
    public static List<Parameter> ofAccount() {
        List<Parameter> all = new ArrayList<>(ACCOUNT);
        all.addAll(TableApi.PARAMETERS);
        return List.copyOf(all);
    }

    /** All parameters of {@code /concordance} but the collection's own fields. */
    public static List<Parameter> ofConcordance() {
        return with(CONCORDANCE);
    }

    /** The names of {@code parameters}. */
    public static Set<String> names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).collect(Collectors.toSet());
    }

    private static List<Parameter> with(List<Parameter> own) {
        List<Parameter> all = new ArrayList<>(QUERY);
        for (Parameter filter : FILTERS) {
            all.add(filter);
            all.add(new Parameter("not." + filter.name, filter.form, "leaves these out: " + filter.doc));
        }
        all.addAll(DATES);
        all.addAll(MENTIONED);
        all.addAll(own);
        all.add(OFFSETS);
        return List.copyOf(all);
    }
}
