package wherein.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.query.Query;
import wherein.query.QueryPrinter;
import wherein.query.QuerySyntaxException;
import wherein.search.Facet;
import wherein.search.Hit;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;
import wherein.text.Nearest;

/**
 * A query with words and values of the collection's own in place of those that it does not have. Bare words, forms, phrases, values of
 * fields and names are corrected, and no clause that excludes; a phrase only if the collection has it then. What is suggested finds
 * something. Takes a search for each word of a phrase, and of what is suggested.
 */
final class DidYouMean {

    /** Of a longer word nobody could say what was meant. */
    private static final int LONGEST = 60;

    /** So many words of a query are looked at: who pastes a page has not misspelt a query. */
    private static final int MOST = 32;

    /** Of so many words a phrase is looked for with one of them misspelt. */
    private static final int PHRASE = 6;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    /** A clause by a field, as it may be written. */
    private static final Pattern CLAUSE = Pattern.compile("[\\p{L}.]+:(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s()]+)");

    private static final Set<String> OF_WORDS = Set.of("source", "author");

    private final PassageSearcher searcher;
    private final boolean closely;
    private Map<String, String> meant = Map.of();

    private DidYouMean(PassageSearcher searcher, boolean closely) {
        this.searcher = searcher;
        this.closely = closely;
    }

    /**
     * What {@code asked} should say: as it was written where that reads as the corrected query, else in canonical form. Empty
     * if every word and value is there, or nothing like it.
     *
     * @param found whether it finds something as it is: then no more than its unknown words is looked at
     */
    static Optional<String> of(Question asked, boolean found, PassageSearcher searcher) throws IOException {
        Optional<String> named = named(asked, searcher);
        return named.isPresent() ? named : new DidYouMean(searcher, !found).of(asked);
    }

    /** The text with a name that is known in place of one that nobody has, for which it was no query. */
    private static Optional<String> named(Question asked, PassageSearcher searcher) throws IOException {
        QuerySyntaxException fault = asked.parsed().fault().orElse(null);
        if (fault == null || fault.didYouMean().isBlank()) {
            return Optional.empty();
        }
        String text = asked.text();
        int at = text.offsetByCodePoints(0, Math.clamp(fault.position(), 0, text.codePointCount(0, text.length())));
        Matcher clause = CLAUSE.matcher(text);
        while (clause.find()) {
            if (clause.start() <= at && at <= clause.end()) {
                String field = clause.group().substring(0, clause.group().indexOf(':') + 1);
                String meant = text.substring(0, clause.start())
                        + field
                        + QueryPrinter.quote(fault.didYouMean())
                        + text.substring(clause.end());
                Optional<Query> query = asked.read(meant);
                boolean finds = query.isPresent()
                        && searcher.search(SearchRequest.best(query.get(), asked.filters(), 0))
                                        .passages()
                                > 0;
                return finds ? Optional.of(meant) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<String> of(Question asked) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        collect(asked.query(), words);
        meant = new HashMap<>(searcher.nearestWords(words));
        if (meant.isEmpty() && !closely) {
            return Optional.empty();
        }
        Query corrected = corrected(asked.query());
        if (corrected.equals(asked.query()) || !finds(corrected, asked)) {
            return Optional.empty();
        }
        for (String text : List.of(replaced(asked.text()), QueryPrinter.print(corrected))) {
            if (asked.read(text).equals(Optional.of(corrected))) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private boolean finds(Query query, Question asked) throws IOException {
        return searcher.search(SearchRequest.best(query, asked.filters(), 0)).passages() > 0;
    }

    private static void collect(Query query, Set<String> words) {
        switch (query) {
            case Query.Word word -> words(word, word.text(), words);
            case Query.Phrase phrase -> words(phrase, phrase.text(), words);
            case Query.Exact exact -> words(exact, exact.text(), words);
            case Query.Boost boost -> collect(boost.query(), words);
            case Query.Near near -> near.operands().forEach(operand -> collect(operand, words));
            case Query.Bool bool ->
                bool.clauses().forEach(clause -> {
                    if (clause.occur() != Query.Occur.MUST_NOT) {
                        collect(clause.query(), words);
                    }
                });
            default -> {}
        }
    }

    private static void words(Query.OfWords query, String text, Set<String> words) {
        Matcher each = WORD.matcher(query.field().equals(Query.TEXT) ? text : "");
        while (each.find() && words.size() < MOST) {
            if (each.group().length() <= LONGEST) {
                words.add(each.group());
            }
        }
    }

    private Query corrected(Query query) throws IOException {
        return switch (query) {
            case Query.Word word ->
                word.field().equals(Query.TEXT)
                        ? new Query.Word(Query.TEXT, replaced(word.text()))
                        : new Query.Word(word.field(), inValues(word.field(), word.text()));
            case Query.Phrase phrase ->
                phrase.field().equals(Query.TEXT)
                        ? ofText(phrase, new Query.Phrase(phrase.field(), meant(phrase), phrase.slop()))
                        : new Query.Phrase(phrase.field(), inValues(phrase.field(), phrase.text()), phrase.slop());
            case Query.Keyword keyword -> new Query.Keyword(keyword.field(), value(keyword.field(), keyword.value()));
            case Query.Exact exact ->
                ofText(exact, new Query.Exact(exact.field(), replaced(exact.text()), exact.slop()));
            case Query.Boost boost -> new Query.Boost(corrected(boost.query()), boost.factor());
            case Query.Near near -> {
                List<Query> operands = new ArrayList<>();
                for (Query operand : near.operands()) {
                    operands.add(corrected(operand));
                }
                yield new Query.Near(operands, near.distance(), near.ordered());
            }
            case Query.Bool bool -> {
                List<Query.Clause> clauses = new ArrayList<>();
                for (Query.Clause clause : bool.clauses()) {
                    boolean not = clause.occur() == Query.Occur.MUST_NOT;
                    clauses.add(not ? clause : new Query.Clause(clause.occur(), corrected(clause.query())));
                }
                yield new Query.Bool(clauses);
            }
            default -> query;
        };
    }

    /** {@code corrected} if it is another query for words of the text, and the collection has it; else {@code written}. */
    private Query ofText(Query.OfWords written, Query corrected) throws IOException {
        boolean found = written.field().equals(Query.TEXT)
                && !corrected.equals(written)
                && searcher.search(SearchRequest.best(corrected, List.of(), 0)).passages() > 0;
        return found ? corrected : written;
    }

    /** The words of a phrase as they were most likely meant: where the collection has each of them, one may be another after all. */
    private String meant(Query.Phrase phrase) throws IOException {
        String replaced = replaced(phrase.text());
        List<String> words =
                WORD.matcher(phrase.text()).results().map(MatchResult::group).toList();
        Query.Phrase known = new Query.Phrase(phrase.field(), replaced, phrase.slop());
        if (!closely
                || phrase.slop() > 0
                || words.size() < 2
                || words.size() > PHRASE
                || searcher.search(SearchRequest.best(known, List.of(), 0)).passages() > 0) {
            return replaced;
        }
        for (int i = 0; i < words.size(); i++) {
            Optional<String> other = inPlace(words, i);
            if (other.isPresent()) {
                meant.put(words.get(i), other.get().toLowerCase(Locale.ROOT));
                return replaced(phrase.text());
            }
        }
        return replaced;
    }

    /** What the collection has among these words in place of one of them, and is written like it. */
    private Optional<String> inPlace(List<String> words, int place) throws IOException {
        List<Query> operands = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int edits = Math.min(2, words.get(i).length() / 3);
            if (i == place && edits == 0) {
                return Optional.empty();
            }
            operands.add(
                    i == place
                            ? new Query.Fuzzy(Query.TEXT, words.get(i), edits)
                            : new Query.Word(Query.TEXT, words.get(i)));
        }
        Query near = new Query.Near(operands, 0, true);
        if (!searcher.refused(near).isEmpty()) {
            return Optional.empty();
        }
        for (Hit hit : searcher.search(SearchRequest.best(near, List.of(), 1)).hits()) {
            if (hit.marks().size() >= words.size()) {
                return Optional.of(hit.marks().get(place).in(hit.text()));
            }
        }
        return Optional.empty();
    }

    /** The words of {@code text} as some value of a field has them, or one like it. */
    private String inValues(String field, String text) throws IOException {
        if (!closely || !OF_WORDS.contains(field)) {
            return text;
        }
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Facet.Value value : searcher.values(field).values()) {
            WORD.matcher(value.value()).results().map(MatchResult::group).forEach(known::add);
        }
        return WORD.matcher(text).replaceAll(word -> {
            Optional<String> near = known.contains(word.group()) ? Optional.empty() : Nearest.to(word.group(), known);
            near.ifPresent(other -> meant.put(word.group(), other));
            return Matcher.quoteReplacement(near.orElse(word.group()));
        });
    }

    /** {@code value}, or the value of a field that is most like it. */
    private String value(String field, String value) throws IOException {
        if (!closely) {
            return value;
        }
        List<String> known = searcher.values(field).values().stream()
                .map(Facet.Value::value)
                .filter(each -> !each.isEmpty())
                .toList();
        if (known.stream().anyMatch(value::equalsIgnoreCase)) {
            return value;
        }
        Optional<String> near = Nearest.to(value, known);
        near.ifPresent(other -> meant.put(value, other));
        return near.orElse(value);
    }

    private String replaced(String text) {
        return WORD.matcher(text)
                .replaceAll(word -> Matcher.quoteReplacement(
                        meant.containsKey(word.group())
                                ? asWritten(word.group(), meant.get(word.group()))
                                : word.group()));
    }

    /** {@code other}, with a capital where {@code word} has one. */
    private static String asWritten(String word, String other) {
        int first = other.offsetByCodePoints(0, 1);
        return Character.isUpperCase(word.codePointAt(0))
                ? other.substring(0, first).toUpperCase(Locale.ROOT) + other.substring(first)
                : other;
    }
}
