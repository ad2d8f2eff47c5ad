package wherein.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import wherein.document.Block;
import wherein.document.Metadata;
import wherein.lucene.Model.Part;
import wherein.lucene.Model.Word;
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
            default -> false;
        };
    }

    static boolean matches(Query query, Part part) {
        Metadata metadata = part.passage().metadata();
        return switch (query) {
            case Query.All all -> true;
            case Query.Mentioned mentioned -> throw new IllegalArgumentException("no ledger here");
            case Query.Term term -> searched(term.text(), part);
            case Query.Phrase phrase -> searched(phrase.text(), part);
            case Query.Words words ->
                switch (words.field()) {
                    case "title" -> !runs(words.text(), part.title()).isEmpty();
                    case "source" -> inRow(words.text(), List.of(metadata.source()));
                    default -> inRow(words.text(), metadata.author());
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

    private static boolean searched(String text, Part part) {
        boolean inTitle =
                part.passage().number() == 1 && !runs(text, part.title()).isEmpty();
        return inTitle || !runs(text, part.words()).isEmpty();
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
        List<Word> words = !title ? part.words() : part.passage().number() == 1 ? part.title() : List.of();
        switch (query) {
            case Query.Term term -> marks.addAll(runs(term.text(), words));
            case Query.Phrase phrase -> marks.addAll(runs(phrase.text(), words));
            case Query.Bool bool ->
                bool.clauses().stream()
                        .filter(clause -> clause.occur() != Query.Occur.MUST_NOT)
                        .forEach(clause -> mark(clause.query(), part, title, marks));
            default -> {}
        }
    }

    /** Where the words of {@code text} stand one after the other. */
    private static List<Span> runs(String text, List<Word> words) {
        String[] wanted = text.strip().split(" ");
        List<Span> runs = new ArrayList<>();
        for (int i = 0; i + wanted.length <= words.size(); i++) {
            boolean all = true;
            for (int j = 0; j < wanted.length; j++) {
                all &= words.get(i + j).key().equals(Model.key(wanted[j]));
            }
            if (all) {
                runs.add(new Span(
                        words.get(i).span().start(),
                        words.get(i + wanted.length - 1).span().end()));
            }
        }
        return runs;
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
            case "lang" -> List.of(part.passage().language());
            case "block" -> List.of(part.passage().block().name().toLowerCase(Locale.ROOT));
            case "doc" -> List.of(part.document().id());
            default -> metadata.fields().getOrDefault(field, List.of());
        };
        return values.isEmpty() ? List.of("") : values;
    }
}
