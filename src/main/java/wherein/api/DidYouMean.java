package wherein.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.query.Query;
import wherein.query.QueryPrinter;
import wherein.search.PassageSearcher;
import wherein.search.SearchRequest;

/**
 * A query with words of the collection's own in place of those that it does not have. Only bare words, forms and phrases are
 * corrected, and no clause that excludes; a phrase only if the collection has it then. What is suggested finds something.
 */
final class DidYouMean {

    /** Of a longer word nobody could say what was meant. */
    private static final int LONGEST = 60;

    /** So many words of a query are looked at: who pastes a page has not misspelt a query. */
    private static final int MOST = 32;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private final PassageSearcher searcher;
    private Map<String, String> meant = Map.of();

    private DidYouMean(PassageSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * What {@code asked} should say: as it was written where that reads as the corrected query, else in canonical form. Empty
     * if every word is there, or nothing like it.
     */
    static Optional<String> of(Question asked, PassageSearcher searcher) throws IOException {
        return new DidYouMean(searcher).of(asked);
    }

    private Optional<String> of(Question asked) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        collect(asked.query(), words);
        meant = searcher.nearestWords(words);
        if (meant.isEmpty()) {
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
                word.field().equals(Query.TEXT) ? new Query.Word(Query.TEXT, replaced(word.text())) : word;
            case Query.Phrase phrase ->
                ofText(phrase, new Query.Phrase(phrase.field(), replaced(phrase.text()), phrase.slop()));
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
