package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import wherein.analysis.AnalysedWord;
import wherein.query.Query.Bool;
import wherein.query.Query.Clause;
import wherein.query.QueryPrinter;
import wherein.time.DateMatch;

/**
 * Makes a query ready for one index. What matches is decided by the text of a passage, and by the title for the first
 * passage of its document.
 */
final class Planner {

    private final boolean stemmed;
    private final Supplier<Vocabulary> vocabulary;
    private final Map<wherein.query.Query, Plan> plans = new HashMap<>();
    private final Map<String, List<AnalysedWord>> analysed = new HashMap<>();

    /**
     * For one question.
     *
     * @param stemmed what {@link Vocabulary#isStemmed} says of the index
     * @param vocabulary asked for by patterns alone
     */
    Planner(boolean stemmed, Supplier<Vocabulary> vocabulary) {
        this.stemmed = stemmed;
        this.vocabulary = vocabulary;
    }

    /** The words of {@code text}, cut once however often a query is looked at. */
    List<AnalysedWord> words(String text) {
        return analysed.computeIfAbsent(text, AnalysedWord::of);
    }

    /**
     * The plan for {@code query}, made once.
     *
     * @throws PatternException if a pattern in it is faulty, or stands for too many words
     */
    Plan plan(wherein.query.Query query) throws IOException {
        Plan known = plans.get(query);
        if (known == null) {
            known = make(query);
            plans.put(query, known);
        }
        return known;
    }

    private Plan make(wherein.query.Query query) throws IOException {
        return switch (query) {
            case wherein.query.Query.All all -> new Plan.Held(MatchAllDocsQuery.INSTANCE);
            case wherein.query.Query.Keyword keyword ->
                new Plan.Held(LuceneQueries.any(
                        keyword.field(),
                        Fields.FOLDED,
                        List.of(Fields.value(keyword.field(), keyword.value()).toLowerCase(Locale.ROOT))));
            case wherein.query.Query.Dates dates ->
                new Plan.Held(LuceneQueries.dates(dates.range(), DateMatch.POSSIBLE));
            case wherein.query.Query.Boost boost -> plan(boost.query());
            case Bool bool -> all(bool);
            case wherein.query.Query.Mentioned mentioned ->
                inText(query, new Occurrences.Mentions(mentioned.mentions()));
            case wherein.query.Query.Near near -> searched(query);
            case wherein.query.Query.OfWords words -> leaf(words);
        };
    }

    private Plan leaf(wherein.query.Query.OfWords query) throws IOException {
        return switch (query.field()) {
            case wherein.query.Query.TEXT -> searched(query);
            case "title" -> {
                Occurrences occurrences = occurrences(Fields.TITLE, query).orElse(Occurrences.NONE);
                yield new Plan.Found(QueryPrinter.print(query), Occurrences.NONE, occurrences, occurrences.query());
            }
            case "source" -> held(Fields.SOURCE_WORDS, query);
            case "author" -> held(Fields.AUTHOR_WORDS, query);
            default -> new Plan.Held(keywords((wherein.query.Query.Pattern) query));
        };
    }

    private Plan held(String field, wherein.query.Query query) throws IOException {
        return new Plan.Held(occurrences(field, query).orElse(Occurrences.NONE).query());
    }

    private static Plan inText(wherein.query.Query query, Occurrences occurrences) {
        return new Plan.Found(QueryPrinter.print(query), occurrences, Occurrences.NONE, occurrences.query());
    }

    /** In the text, or in the title where the title stands for its document. */
    private Plan searched(wherein.query.Query query) throws IOException {
        Optional<Occurrences> text = occurrences(Fields.TEXT, query);
        if (text.isEmpty()) {
            return new Plan.Held(new MatchNoDocsQuery("no word in it"));
        }
        Occurrences title = occurrences(Fields.LEAD, query).orElse(Occurrences.NONE);
        Query matching = new BooleanQuery.Builder()
                .add(text.get().query(), BooleanClause.Occur.SHOULD)
                .add(title.query(), BooleanClause.Occur.SHOULD)
                .build();
        return new Plan.Found(QueryPrinter.print(query), text.get(), title, matching);
    }

    /** What {@code query} looks for in one field of words; empty if it holds no word. */
    private Optional<Occurrences> occurrences(String field, wherein.query.Query query) throws IOException {
        return switch (query) {
            case wherein.query.Query.Word word -> row(tokens(field, word.text()));
            case wherein.query.Query.Phrase phrase -> phrase(tokens(field, phrase.text()), phrase.slop());
            case wherein.query.Query.Exact exact ->
                phrase(tokens(exact.text(), word -> Occurrences.Token.exactly(field, word)), exact.slop());
            case wherein.query.Query.Mentioned mentioned ->
                Optional.of(
                        field.equals(Fields.TEXT) ? new Occurrences.Mentions(mentioned.mentions()) : Occurrences.NONE);
            case wherein.query.Query.Boost boost -> occurrences(field, boost.query());
            case wherein.query.Query.Near near -> near(field, near);
            case Bool bool -> anyOf(field, bool);
            case wherein.query.Query.Pattern pattern -> row(vocabulary.get().words(field, pattern));
            default -> throw new IllegalArgumentException("it has no place in a text: " + query);
        };
    }

    /** The words of {@code text}, each in any inflected form. */
    private List<Occurrences.Token> tokens(String field, String text) {
        return tokens(text, word -> Occurrences.Token.of(field, word, stemmed));
    }

    private List<Occurrences.Token> tokens(String text, Function<AnalysedWord, Occurrences.Token> token) {
        return isNothing(text) ? List.of() : words(text).stream().map(token).toList();
    }

    private static Optional<Occurrences> row(List<Occurrences.Token> tokens) {
        return switch (tokens.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(tokens.getFirst());
            default -> Optional.of(new Occurrences.Row(tokens));
        };
    }

    private static Optional<Occurrences> phrase(List<Occurrences.Token> tokens, int slop) {
        return slop == 0 || tokens.size() < 2 ? row(tokens) : Optional.of(new Occurrences.Loose(tokens, slop));
    }

    /** Each operand has to be there, so one without a word leaves nothing. */
    private Optional<Occurrences> near(String field, wherein.query.Query.Near near) throws IOException {
        List<Occurrences> operands = new ArrayList<>();
        for (wherein.query.Query operand : near.operands()) {
            Optional<Occurrences> occurrences = occurrences(field, operand);
            if (occurrences.isEmpty()) {
                return occurrences;
            }
            operands.add(occurrences.get());
        }
        return Optional.of(new Occurrences.Near(operands, near.distance(), near.ordered()));
    }

    private Optional<Occurrences> anyOf(String field, Bool bool) throws IOException {
        List<Occurrences> choices = new ArrayList<>();
        for (Clause clause : bool.clauses()) {
            occurrences(field, clause.query()).ifPresent(choices::add);
        }
        return choices.isEmpty() ? Optional.empty() : Optional.of(new Occurrences.AnyOf(choices));
    }

    private Plan all(Bool bool) throws IOException {
        if (bool.clauses().stream().allMatch(clause -> isNothing(clause.query()))) {
            // Without a word even exclusions ask for nothing, and not for all the rest.
            return new Plan.Held(new MatchNoDocsQuery("no word in it"));
        }
        List<Plan.Part> parts = new ArrayList<>();
        for (Clause clause : bool.clauses()) {
            parts.add(new Plan.Part(clause.occur(), plan(clause.query())));
        }
        return new Plan.All(parts);
    }

    /** Whether it looks for words and holds none. */
    private boolean isNothing(wherein.query.Query query) {
        return switch (query) {
            case wherein.query.Query.Word word -> isNothing(word.text());
            case wherein.query.Query.Phrase phrase -> isNothing(phrase.text());
            case wherein.query.Query.Exact exact -> isNothing(exact.text());
            case wherein.query.Query.Fuzzy fuzzy -> isNothing(fuzzy.text());
            case wherein.query.Query.Boost boost -> isNothing(boost.query());
            case wherein.query.Query.Near near -> near.operands().stream().allMatch(this::isNothing);
            case Bool bool -> bool.clauses().stream().allMatch(clause -> isNothing(clause.query()));
            default -> false;
        };
    }

    private boolean isNothing(String text) {
        return words(text).stream().allMatch(word -> word.form().isEmpty());
    }

    /** Passages with a value that a pattern takes. */
    private static Query keywords(wherein.query.Query.Pattern pattern) {
        String field = pattern.field();
        if (pattern instanceof wherein.query.Query.Wildcard wildcard
                && wildcard.pattern().matches("\\*+")) {
            return LuceneQueries.not(LuceneQueries.any(field, "", List.of(Fields.UNKNOWN)));
        }
        return Vocabulary.made(pattern, () -> Patterns.keywords(pattern)).query(Fields.keyword(field) + Fields.FOLDED);
    }
}
