package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import wherein.analysis.AnalysedWord;
import wherein.document.Block;
import wherein.query.Query.Bool;
import wherein.query.Query.Clause;
import wherein.query.Query.Occur;
import wherein.query.QueryPrinter;
import wherein.search.Explanation;

/**
 * What a match is worth. Which passages match is decided elsewhere; here the words of a query are counted, each by
 * itself, wherever in the query they stand, so that an order can be had of what matches.
 *
 * <p>A passage has the BM25 score (Robertson and Zaragoza 2009) of the words in its text, to which the heading above and
 * the title add, and so do two words of the query that stand as near each other as there. Of a whole document see {@link
 * DocumentRanking}. The weights were chosen by measurement, with {@code wherein evaluate}; ARCHITECTURE.md has the
 * figures.
 */
final class Scoring {

    static final float K1 = 1.2f;
    private static final float B = 0.75f;

    /** A word has two terms, and both are counted in the length of a text and in the mean of lengths alike. */
    static final Similarity BM25 = new BM25Similarity(K1, B, false);

    /** How much the form that was asked for counts above another form of the same word. */
    private static final float EXACT_WEIGHT = 0.1f;

    /** How much a word counts in the heading above, and in the title, against one in the text. */
    private static final float HEADING_WEIGHT = 0.3f;

    private static final float TITLE_WEIGHT = 0.3f;

    /** How much a function word counts against another word, where there is one. */
    private static final float FUNCTION_WEIGHT = 0.4f;

    /** How much two neighbours count for standing together, against what they count by themselves. */
    private static final float PAIR_WEIGHT = 0.3f;

    /** How many words may stand between two neighbours. */
    private static final int PAIR_SLOP = 5;

    /** How much a heading counts against what stands below it, where a question is asked: it may ask the same, and answers nothing. */
    private static final float UNANSWERING = 0.25f;

    private static final Query HEADINGS = new TermQuery(new Term(Fields.BLOCK, Block.HEADING.word()));

    private final List<QueryWord> words = new ArrayList<>();
    private final List<Part> others = new ArrayList<>();
    private final Planner planner;
    private final boolean byWords;
    private final boolean question;

    /**
     * A word of the query, its place among all of them, and how much the query itself lets it count.
     *
     * @param ofPhrase whether it stands in a phrase, which counts as a whole
     * @param exact whether it is asked for as it is written alone
     */
    private record QueryWord(AnalysedWord word, int place, float boost, boolean ofPhrase, boolean exact) {}

    /**
     * The score of what {@code query} finds; {@code planner} has found it.
     *
     * @param question whether it is one
     */
    Scoring(wherein.query.Query query, boolean question, Planner planner) throws IOException {
        this.planner = planner;
        this.question = question;
        collect(query, 1);
        this.byWords = !words.isEmpty() && isByWords(query);
    }

    private void collect(wherein.query.Query query, float boost) throws IOException {
        switch (query) {
            case wherein.query.Query.Word word -> ofWords(word, word.text(), boost);
            case wherein.query.Query.Phrase phrase -> {
                ofWords(phrase, phrase.text(), boost);
                if (phrase.field().isEmpty()) {
                    other(phrase, boost);
                }
            }
            case wherein.query.Query.Exact exact -> {
                ofWords(exact, exact.text(), boost);
                if (exact.field().isEmpty() && isPhrase(exact)) {
                    other(exact, boost);
                }
            }
            case wherein.query.Query.Boost boosted -> collect(boosted.query(), boost * boosted.factor());
            case Bool bool -> {
                for (Clause clause : bool.clauses()) {
                    if (clause.occur() == Occur.MUST || clause.occur() == Occur.SHOULD) {
                        collect(clause.query(), boost);
                    }
                }
            }
            case wherein.query.Query.All all -> {}
            default -> other(query, boost);
        }
    }

    private void ofWords(wherein.query.Query.OfWords query, String text, float boost) throws IOException {
        if (query.field().isEmpty()) {
            boolean exact = query instanceof wherein.query.Query.Exact;
            words(text, isPhrase(query), exact, boost);
        } else {
            other(query, boost);
        }
    }

    private boolean isPhrase(wherein.query.Query.OfWords query) {
        return query instanceof wherein.query.Query.Phrase
                || query instanceof wherein.query.Query.Exact exact
                        && words(exact).size() > 1;
    }

    private List<AnalysedWord> words(wherein.query.Query.Exact exact) {
        return planner.words(exact.text());
    }

    private void other(wherein.query.Query query, float boost) throws IOException {
        Query matching = weighted(planner.plan(query).matching(), boost);
        others.add(new Part(QueryPrinter.print(query), Explanation.Where.TEXT, matching));
    }

    private void words(String text, boolean ofPhrase, boolean exact, float boost) {
        int first = words.isEmpty() ? 0 : words.getLast().place + 1;
        planner.words(text)
                .forEach(word -> words.add(new QueryWord(word, first + word.place(), boost, ofPhrase, exact)));
    }

    /** What of {@code matches} comes first, with the score of a passage. */
    Query passages(MatchSet matches) {
        BooleanQuery.Builder scored = clauses().add(matches.query(), BooleanClause.Occur.FILTER);
        if (byWords) {
            // Lucene passes over what cannot come first, but only where it knows that each match has some score.
            scored.setMinimumNumberShouldMatch(1);
        }
        return ofQuestion(scored.build());
    }

    private Query ofQuestion(Query scored) {
        return question ? FunctionScoreQuery.boostByQuery(scored, HEADINGS, UNANSWERING) : scored;
    }

    /** Whether all that {@code query} finds has a word of it; a phrase has few matches for its words, and finds none early. */
    private boolean isByWords(wherein.query.Query query) {
        return switch (query) {
            case wherein.query.Query.Word word -> word.field().isEmpty();
            case wherein.query.Query.Exact exact -> exact.field().isEmpty() && !isPhrase(exact);
            case wherein.query.Query.Boost boosted -> isByWords(boosted.query());
            case Bool bool -> {
                List<Clause> must = clauses(bool, Occur.MUST);
                List<Clause> should = clauses(bool, Occur.SHOULD);
                yield must.isEmpty()
                        ? !should.isEmpty() && should.stream().allMatch(clause -> isByWords(clause.query()))
                        : must.stream().anyMatch(clause -> isByWords(clause.query()));
            }
            default -> false;
        };
    }

    private static List<Clause> clauses(Bool bool, Occur occur) {
        return bool.clauses().stream().filter(clause -> clause.occur() == occur).toList();
    }

    /** The score of passages, whether they match or not. */
    Query passages() {
        return ofQuestion(clauses().build());
    }

    private BooleanQuery.Builder clauses() {
        BooleanQuery.Builder scored = new BooleanQuery.Builder();
        ofWords().forEach(part -> scored.add(part.query, BooleanClause.Occur.SHOULD));
        return scored;
    }

    /**
     * One of the things that add to the score of a passage.
     *
     * @param what what a reader calls it
     */
    record Part(String what, Explanation.Where where, Query query) {}

    /** All that adds to the score of a passage. */
    List<Part> parts() {
        return ofWords().stream()
                .map(part -> new Part(part.what, part.where, ofQuestion(part.query)))
                .toList();
    }

    private List<Part> ofWords() {
        List<Part> parts = new ArrayList<>();
        Map<String, String> stems = new LinkedHashMap<>();
        words.stream().filter(asked -> !asked.exact).forEach(asked -> stems.put(asked.word.form(), asked.word.stem()));
        // Of a word that is asked for as it is written no other form counts.
        words.forEach(asked -> stems.putIfAbsent(asked.word.form(), asked.word.form()));
        weights(AnalysedWord::form).forEach((form, weight) -> {
            String stem = stems.get(form);
            Query heading = new TermQuery(new Term(Fields.HEADING, stem));
            Query title = new TermQuery(new Term(Fields.TITLE, stem));
            parts.add(new Part(form, Explanation.Where.TEXT, weighted(inText(form, stem), weight)));
            parts.add(new Part(form, Explanation.Where.HEADING, weighted(heading, weight * HEADING_WEIGHT)));
            parts.add(new Part(form, Explanation.Where.TITLE, weighted(title, weight * TITLE_WEIGHT)));
        });
        pairs().forEach((pair, near) ->
                parts.add(new Part(String.join(" ", pair), Explanation.Where.TEXT, weighted(near, PAIR_WEIGHT))));
        parts.addAll(others);
        return parts;
    }

    /** How much each stem of the query counts in the words of a whole document. */
    Map<String, Float> stems() {
        return weights(AnalysedWord::stem);
    }

    /** The score of whole documents by stems that count so much; in {@link Fields#WHOLE_WORDS}. */
    static Query documents(Map<String, Float> stems) {
        BooleanQuery.Builder scored = new BooleanQuery.Builder();
        stems.forEach((stem, weight) -> scored.add(document(stem, weight), BooleanClause.Occur.SHOULD));
        return scored.build();
    }

    /** The score of whole documents by one stem that counts so much. */
    static Query document(String stem, float weight) {
        return weighted(new TermQuery(new Term(Fields.WHOLE_WORDS, stem)), weight);
    }

    private static Query weighted(Query query, float weight) {
        return weight == 1 ? query : new BoostQuery(query, weight);
    }

    private static Query inText(String form, String stem) {
        SynonymQuery.Builder forms = new SynonymQuery.Builder(Fields.TEXT).addTerm(new Term(Fields.TEXT, stem));
        if (!stem.equals(form)) {
            forms.addTerm(new Term(Fields.TEXT, form), EXACT_WEIGHT);
        }
        return forms.build();
    }

    /** A word that is asked twice counts twice; function words count little beside others. */
    private Map<String, Float> weights(Function<AnalysedWord, String> key) {
        float function = words.stream().allMatch(asked -> asked.word.isFunctionWord()) ? 1 : FUNCTION_WEIGHT;
        Map<String, Float> weights = new LinkedHashMap<>();
        for (QueryWord asked : words) {
            float weight = asked.boost * (asked.word.isFunctionWord() ? function : 1);
            weights.merge(key.apply(asked.word), weight, Float::sum);
        }
        return weights;
    }

    /** Each two neighbours among the words that are no function words, as far from each other as in the query or nearly. */
    private Map<List<String>, Query> pairs() {
        List<QueryWord> telling =
                words.stream().filter(asked -> !asked.word.isFunctionWord()).toList();
        Map<List<String>, Query> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < telling.size(); i++) {
            AnalysedWord first = telling.get(i).word;
            AnalysedWord second = telling.get(i + 1).word;
            int distance = telling.get(i + 1).place - telling.get(i).place;
            if (!telling.get(i).ofPhrase
                    && !telling.get(i + 1).ofPhrase
                    && !first.stem().equals(second.stem())) {
                Query near = new PhraseQuery.Builder()
                        .setSlop(PAIR_SLOP)
                        .add(new Term(Fields.TEXT, first.stem()), 0)
                        .add(new Term(Fields.TEXT, second.stem()), distance)
                        .build();
                pairs.putIfAbsent(List.of(first.form(), second.form()), near);
            }
        }
        return pairs;
    }
}
