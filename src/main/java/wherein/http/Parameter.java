package wherein.http;

import java.util.ArrayList;
import java.util.List;

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

    /** All parameters of {@code /search} but the collection's own fields. */
    public static List<Parameter> ofSearch() {
        List<Parameter> all = new ArrayList<>(QUERY);
        for (Parameter filter : FILTERS) {
            all.add(filter);
            all.add(new Parameter("not." + filter.name, filter.form, "leaves these out: " + filter.doc));
        }
        all.addAll(DATES);
        all.addAll(SEARCH);
        all.add(OFFSETS);
        return List.copyOf(all);
    }
}
