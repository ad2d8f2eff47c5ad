package wherein.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import wherein.contract.Model.Part;
import wherein.contract.Model.Word;
import wherein.document.Block;
import wherein.document.Metadata;
import wherein.query.Query;
import wherein.search.Filter;
import wherein.text.Span;
import wherein.time.DateMatch;

/** Answers by looking at every passage, the way the Javadoc of query and filter says it. */
final class Oracle {

    private final List<Part> parts;

    Oracle(Model model) {
        this.parts = model.parts();
    }

    /** The passages that match. */
    List<Part> found(Query query, List<Filter> filters) {
        boolean boilerplate = names(query) || filters.stream().anyMatch(Oracle::names);
        return parts.stream()
                .filter(part -> boilerplate || part.passage().block() != Block.BOILERPLATE)
                .filter(part -> matches(query, part))
                .filter(part -> filters.stream().allMatch(filter -> passes(filter, part)))
                .toList();
    }

    /** How many passages have each value of {@code field}, the filters on it left out of account. */
    Map<String, Integer> counts(Query query, List<Filter> filters, String field) {
        boolean boilerplate = names(query) || filters.stream().anyMatch(Oracle::names) || field.equals("block");
        Map<String, Integer> counts = new TreeMap<>();
        for (Part part : parts) {
            boolean in = (boilerplate || part.passage().block() != Block.BOILERPLATE)
                    && matches(query, part)
                    && filters.stream()
                            .filter(filter -> !filter.field().equals(field))
                            .allMatch(filter -> passes(filter, part));
            if (in) {
                values(field, part).forEach(value -> counts.merge(value, 1, Integer::sum));
            }
        }
        for (Filter filter : filters) {
            if (filter instanceof Filter.Keyword keyword && keyword.field().equals(field) && !keyword.negated()) {
                keyword.values().forEach(value -> counts.putIfAbsent(value, 0));
            }
        }
        return counts;
    }

    private static boolean names(Filter filter) {
        return filter instanceof Filter.Keyword keyword
                && keyword.field().equals("block")
                && !keyword.negated()
                && keyword.values().contains("boilerplate");
    }

    private static boolean names(Query query) {
        return switch (query) {
            case Query.Keyword keyword ->
                keyword.field().equals("block") && keyword.value().equals("boilerplate");
            case Query.Bool bool ->
                bool.clauses().stream()
                        .anyMatch(clause -> clause.occur() != Query.Occur.MUST_NOT && names(clause.query()));
            case Query.Boost boost -> names(boost.query());
            default -> false;
        };
    }

    static boolean matches(Query query, Part part) {
        Metadata metadata = part.passage().metadata();
        return switch (query) {
            case Query.All all -> true;
            case Query.Boost boost -> matches(boost.query(), part);
            case Query.Near near -> searched(near, part);
            case Query.Mentioned mentioned -> searched(mentioned, part);
            case Query.OfWords words ->
                switch (words.field()) {
                    case "" -> searched(words, part);
                    case "title" ->
                        !OracleOccurrences.of(words, part.title(), List.of()).isEmpty();
                    case "source" -> inRow(((Query.Word) words).text(), List.of(metadata.source()));
                    case "author" -> inRow(((Query.Word) words).text(), metadata.author());
                    default ->
                        values(words.field(), part).stream()
                                .filter(value -> !value.isEmpty())
                                .anyMatch(value -> OracleOccurrences.takes(words, value.toLowerCase(Locale.ROOT)));
                };
            case Query.Keyword keyword ->
                values(keyword.field(), part).stream().anyMatch(value -> value.equalsIgnoreCase(keyword.value()));
            case Query.Dates dates -> metadata.date().match(dates.range()) != DateMatch.NONE;
            case Query.Bool bool -> bool(bool, part);
        };
    }

    private static boolean bool(Query.Bool bool, Part part) {
        boolean must = false;
        boolean should = false;
        boolean one = false;
        for (Query.Clause clause : bool.clauses()) {
            boolean matches = matches(clause.query(), part);
            switch (clause.occur()) {
                case MUST, FILTER -> {
                    must |= clause.occur() == Query.Occur.MUST;
                    if (!matches) {
                        return false;
                    }
                }
                case MUST_NOT -> {
                    if (matches) {
                        return false;
                    }
                }
                case SHOULD -> {
                    should = true;
                    one |= matches;
                }
            }
        }
        return must || !should || one;
    }

    private static boolean searched(Query query, Part part) {
        return !OracleOccurrences.of(query, part.words(), part.mentions()).isEmpty()
                || !OracleOccurrences.of(query, lead(part), List.of()).isEmpty();
    }

    private static List<Word> lead(Part part) {
        return part.passage().number() == 1 ? part.title() : List.of();
    }

    /** What {@code query} marks in the text, or in the title. */
    static List<Span> marks(Query query, Part part, boolean title) {
        List<Span> marks = new ArrayList<>();
        mark(query, part, title, marks);
        Collections.sort(marks);
        List<Span> union = new ArrayList<>();
        for (Span mark : marks) {
            Span last = union.isEmpty() ? null : union.getLast();
            if (last != null && mark.start() < last.end()) {
                union.removeLast();
                union.add(new Span(last.start(), Math.max(last.end(), mark.end())));
            } else {
                union.add(mark);
            }
        }
        return union;
    }

    private static void mark(Query query, Part part, boolean title, List<Span> marks) {
        if (!matches(query, part)) {
            return;
        }
        if (query instanceof Query.OfWords words && !words.field().isEmpty()) {
            if (title && words.field().equals("title")) {
                OracleOccurrences.of(words, part.title(), List.of()).forEach(place -> marks.addAll(place.marks()));
            }
            return;
        }
        switch (query) {
            case Query.Boost boost -> mark(boost.query(), part, title, marks);
            case Query.Bool bool ->
                bool.clauses().stream()
                        .filter(clause -> clause.occur() != Query.Occur.MUST_NOT)
                        .forEach(clause -> mark(clause.query(), part, title, marks));
            case Query.Keyword keyword -> {}
            case Query.Dates dates -> {}
            case Query.All all -> {}
            default ->
                OracleOccurrences.of(query, title ? lead(part) : part.words(), title ? List.of() : part.mentions())
                        .forEach(place -> marks.addAll(place.marks()));
        }
    }

    private static boolean inRow(String text, List<String> names) {
        return names.stream().anyMatch(name -> (" " + Model.key(name) + " ").contains(" " + Model.key(text) + " "));
    }

    static boolean passes(Filter filter, Part part) {
        return switch (filter) {
            case Filter.Keyword keyword ->
                keyword.negated()
                        != values(keyword.field(), part).stream()
                                .anyMatch(value -> keyword.values().contains(value));
            case Filter.Mentioned mentioned -> throw new IllegalArgumentException("no ledger here");
            case Filter.Bucket bucket -> throw new IllegalArgumentException("facets have buckets");
            case Filter.Ocr ocr -> part.passage().ocr().isPresent() != ocr.negated();
            case Filter.Dated dated -> {
                DateMatch match = part.passage().metadata().date().match(dated.range());
                yield dated.match() == DateMatch.CERTAIN ? match == DateMatch.CERTAIN : match != DateMatch.NONE;
            }
        };
    }

    /** The values of a field; the empty one where nothing is known. */
    static List<String> values(String field, Part part) {
        Metadata metadata = part.passage().metadata();
        List<String> values = switch (field) {
            case "source" -> List.of(metadata.source());
            case "author" -> metadata.author();
            case "stance" -> List.of(metadata.stance());
            case "lang" -> {
                String tag = part.passage().language();
                yield tag.contains("-") ? List.of(tag.split("-")[0], tag) : List.of(tag);
            }
            case "block" -> List.of(part.passage().block().name().toLowerCase(Locale.ROOT));
            case "doc" -> List.of(part.document().id());
            default -> metadata.fields().getOrDefault(field, List.of());
        };
        return values.isEmpty() ? List.of("") : values;
    }
}
