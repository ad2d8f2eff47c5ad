package wherein.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.LongRange;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import wherein.analysis.TextAnalyzer;
import wherein.query.Query.Bool;
import wherein.query.Query.Clause;
import wherein.query.Query.Occur;
import wherein.search.Filter;
import wherein.time.DateMatch;
import wherein.time.DayRange;

/**
 * From our query tree to Lucene's. What matches is decided by the text of a passage, and by the title for the first
 * passage of its document; the heading above and the title lend score to what matches.
 */
final class LuceneQueries {

    /** How much a word counts in the heading above, and in the title, against one in the text. */
    private static final float HEADING_WEIGHT = 0.3f;

    private static final float TITLE_WEIGHT = 0.3f;

    private LuceneQueries() {}

    /** What decides whether a passage matches, and what is marked. */
    static Query matching(wherein.query.Query query) {
        return convert(query);
    }

    /** {@link #matching}, with the score that heading and title lend. */
    static Query ranked(wherein.query.Query query) {
        List<String> texts = new ArrayList<>();
        lenders(query, texts);
        BooleanQuery.Builder ranked = new BooleanQuery.Builder().add(matching(query), BooleanClause.Occur.MUST);
        for (String text : texts) {
            ranked.add(new BoostQuery(terms(Fields.HEADING, text), HEADING_WEIGHT), BooleanClause.Occur.SHOULD);
            ranked.add(new BoostQuery(terms(Fields.TITLE, text), TITLE_WEIGHT), BooleanClause.Occur.SHOULD);
        }
        return ranked.build();
    }

    /** The passages that pass {@code filter}. */
    static Query filter(Filter filter) {
        return switch (filter) {
            case Filter.Keyword keyword -> {
                Query any = any(keyword.field(), "", keyword.values());
                yield keyword.negated() ? not(any) : any;
            }
            case Filter.Dated dated -> dates(dated.range(), dated.match());
            case Filter.Mentioned mentioned -> {
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                mentioned.any().forEach(each -> any.add(LuceneLedger.passagesWith(each), BooleanClause.Occur.SHOULD));
                yield mentioned.negated() ? not(any.build()) : any.build();
            }
        };
    }

    /** All passages but boilerplate; of boilerplate too if {@code all}. */
    static Query passages(boolean all) {
        Query passages = new TermQuery(new Term(Fields.TYPE, Fields.PASSAGE));
        if (all) {
            return passages;
        }
        return new BooleanQuery.Builder()
                .add(passages, BooleanClause.Occur.FILTER)
                .add(new TermQuery(new Term(Fields.BLOCK, "boilerplate")), BooleanClause.Occur.MUST_NOT)
                .build();
    }

    private static Query convert(wherein.query.Query query) {
        return switch (query) {
            case wherein.query.Query.Term term -> searched(term.text());
            case wherein.query.Query.Phrase phrase -> searched(phrase.text());
            case wherein.query.Query.Words words ->
                switch (words.field()) {
                    case "source" -> terms(Fields.SOURCE_WORDS, words.text());
                    case "author" -> terms(Fields.AUTHOR_WORDS, words.text());
                    case "title" -> terms(Fields.TITLE, words.text());
                    default -> throw new IllegalStateException("no field of words: " + words.field());
                };
            case wherein.query.Query.Keyword keyword ->
                any(keyword.field(), Fields.FOLDED, List.of(keyword.value().toLowerCase(Locale.ROOT)));
            case wherein.query.Query.Dates dates -> dates(dates.range(), DateMatch.POSSIBLE);
            case wherein.query.Query.Mentioned mentioned -> LuceneLedger.passagesWith(mentioned.mentions());
            case wherein.query.Query.All all -> MatchAllDocsQuery.INSTANCE;
            case Bool bool -> bool(bool);
        };
    }

    /** Passages with one of {@code values} in {@code field}; the empty value stands for none, as in the facets. */
    private static Query any(String keyword, String form, List<String> values) {
        String field = Fields.keyword(keyword);
        Query any = new TermInSetQuery(
                field + form, values.stream().map(BytesRef::new).toList());
        if (!values.contains(Fields.UNKNOWN)) {
            return any;
        }
        // A field of the collection's own is not there at all where it is not known.
        return new BooleanQuery.Builder()
                .add(any, BooleanClause.Occur.SHOULD)
                .add(not(new FieldExistsQuery(field)), BooleanClause.Occur.SHOULD)
                .build();
    }

    private static Query bool(Bool bool) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        int should = 0;
        boolean must = false;
        boolean positive = false;
        for (Clause clause : bool.clauses()) {
            Query query = convert(clause.query());
            if (isNothing(query, clause)) {
                continue;
            }
            builder.add(query, occur(clause.occur()));
            should += clause.occur() == Occur.SHOULD ? 1 : 0;
            must |= clause.occur() == Occur.MUST;
            positive |= clause.occur() != Occur.MUST_NOT;
        }
        if (!positive) {
            builder.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
        }
        // A filter narrows what the words find; it does not make them optional.
        if (should > 0 && !must) {
            builder.setMinimumNumberShouldMatch(1);
        }
        return builder.build();
    }

    /** A clause of punctuation alone asks for nothing, so it neither finds nor hinders. */
    private static boolean isNothing(Query query, Clause clause) {
        boolean word = clause.query() instanceof wherein.query.Query.Term
                || clause.query() instanceof wherein.query.Query.Phrase;
        return word && query instanceof MatchNoDocsQuery;
    }

    private static BooleanClause.Occur occur(Occur occur) {
        return switch (occur) {
            case MUST -> BooleanClause.Occur.MUST;
            case SHOULD -> BooleanClause.Occur.SHOULD;
            case MUST_NOT -> BooleanClause.Occur.MUST_NOT;
            case FILTER -> BooleanClause.Occur.FILTER;
        };
    }

    /** In the text, or in the title where the title stands for its document. */
    private static Query searched(String text) {
        Query inText = terms(Fields.TEXT, text);
        if (inText instanceof MatchNoDocsQuery) {
            return inText;
        }
        return new BooleanQuery.Builder()
                .add(inText, BooleanClause.Occur.SHOULD)
                .add(new BoostQuery(terms(Fields.LEAD, text), TITLE_WEIGHT), BooleanClause.Occur.SHOULD)
                .build();
    }

    /** The words of {@code text} in {@code field}: one word in any of its forms, several as a phrase. */
    private static Query terms(String field, String text) {
        List<List<Term>> positions = analyse(field, text);
        if (positions.isEmpty()) {
            return new MatchNoDocsQuery("no word in it");
        }
        if (positions.size() == 1) {
            SynonymQuery.Builder forms = new SynonymQuery.Builder(field);
            positions.getFirst().forEach(forms::addTerm);
            return forms.build();
        }
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        positions.forEach(forms -> phrase.add(forms.toArray(Term[]::new)));
        return phrase.build();
    }

    /** The forms of each word of {@code text}. */
    private static List<List<Term>> analyse(String field, String text) {
        List<List<Term>> positions = new ArrayList<>();
        try (TokenStream tokens = TextAnalyzer.STANDARD.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (increment.getPositionIncrement() > 0) {
                    positions.add(new ArrayList<>());
                }
                positions.getLast().add(new Term(field, term.toString()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
        return positions;
    }

    private static Query dates(DayRange range, DateMatch match) {
        long[] from = {Fields.from(range)};
        long[] to = {Fields.to(range)};
        if (match == DateMatch.CERTAIN) {
            return new BooleanQuery.Builder()
                    .add(LongRange.newWithinQuery(Fields.DATE, from, to), BooleanClause.Occur.FILTER)
                    .add(new TermQuery(new Term(Fields.DATE_STATE, Fields.KNOWN)), BooleanClause.Occur.FILTER)
                    .build();
        }
        return new BooleanQuery.Builder()
                .add(LongRange.newIntersectsQuery(Fields.DATE, from, to), BooleanClause.Occur.SHOULD)
                .add(new TermQuery(new Term(Fields.DATE_STATE, Fields.UNKNOWN)), BooleanClause.Occur.SHOULD)
                .build();
    }

    private static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER)
                .add(query, BooleanClause.Occur.MUST_NOT)
                .build();
    }

    /** The texts of the words and phrases that count for a match. */
    private static void lenders(wherein.query.Query query, List<String> texts) {
        switch (query) {
            case wherein.query.Query.Term term -> lender(term.text(), texts);
            case wherein.query.Query.Phrase phrase -> lender(phrase.text(), texts);
            case Bool bool ->
                bool.clauses().stream()
                        .filter(clause -> clause.occur() == Occur.MUST || clause.occur() == Occur.SHOULD)
                        .forEach(clause -> lenders(clause.query(), texts));
            default -> {}
        }
    }

    private static void lender(String text, List<String> texts) {
        if (!analyse(Fields.TEXT, text).isEmpty()) {
            texts.add(text);
        }
    }
}
