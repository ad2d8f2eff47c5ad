package wherein.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.queryparser.classic.QueryParserBase;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.query.Query.Clause;
import wherein.query.QueryParser.Mode;
import wherein.query.QueryParser.Operator;

/** What our language shares with Lucene's means the same in both: held against Lucene's classic parser. */
class LuceneSyntaxTest {

    private final QueryParser ours = new QueryParser(new QueryFields(List.of()));

    @Test
    void sharedSyntaxIsReadAsTheClassicParserReadsIt() {
        Seeded.times(5_000, random -> {
            String text = text(random, 2);
            Operator operator = random.nextInt(4) == 0 ? Operator.AND : Operator.OR;
            var classic = new org.apache.lucene.queryparser.classic.QueryParser("", new WhitespaceAnalyzer());
            classic.setDefaultOperator(
                    operator == Operator.AND ? QueryParserBase.AND_OPERATOR : QueryParserBase.OR_OPERATOR);
            classic.setAllowLeadingWildcard(true);
            classic.setSplitOnWhitespace(true);
            String theirs = shown(classic.parse(text));
            Query query = ours.parse(text, operator, Mode.STRICT).query();
            assertThat(shown(query, operator)).as(operator + " " + text).isEqualTo(theirs);
        });
    }

    /** Without AND and OR side by side, of which the classic parser makes something of its own. */
    private static String text(Random random, int depth) {
        int count = 1 + random.nextInt(4);
        String between = Seeded.one(random, List.of(" ", " ", " AND ", " OR "));
        List<String> clauses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String sign = between.equals(" ") ? Seeded.one(random, List.of("", "", "+", "-", "NOT ")) : "";
            boolean group = depth > 0 && random.nextInt(4) == 0;
            clauses.add(sign + (group ? "(" + text(random, depth - 1) + ")" : leaf(random)));
        }
        // A query of negatives alone selects nothing with Lucene, and all the rest with us.
        return "first" + between + String.join(between, clauses);
    }

    private static String leaf(Random random) {
        return Seeded.one(
                random,
                List.of(
                        "fog",
                        "туман",
                        "\"fog mist\"",
                        "\"fog mist\"~3",
                        "fo*",
                        "f?g",
                        "*og",
                        "fog~1",
                        "fog~2",
                        "fog~",
                        "/f.g/",
                        "[fog TO mist]",
                        "{fog TO mist}",
                        "[fog TO *]",
                        "title:fog",
                        "title:\"fog mist\"",
                        "title:fo*",
                        "title:/f[og]+/",
                        "author:[a TO b}",
                        "fog^2",
                        "\"fog mist\"^0.5",
                        "C\\+\\+",
                        "a\\:b",
                        "fo\\*",
                        "source:fog~1"));
    }

    private static String shown(org.apache.lucene.search.Query query) {
        return switch (query) {
            case BooleanQuery bool ->
                bool.clauses().stream()
                        .map(clause -> sign(clause) + shown(clause.query()))
                        .toList()
                        .toString();
            case BoostQuery boost -> shown(boost.getQuery()) + "^" + boost.getBoost();
            case TermQuery term -> term.getTerm().field() + ":" + term.getTerm().text();
            case PhraseQuery phrase -> {
                List<String> words = new ArrayList<>();
                for (var term : phrase.getTerms()) {
                    words.add(term.text());
                }
                yield phrase.getField() + ":\"" + String.join(" ", words) + "\"~" + phrase.getSlop();
            }
            case FuzzyQuery fuzzy ->
                fuzzy.getTerm().field() + ":" + fuzzy.getTerm().text() + "~" + fuzzy.getMaxEdits();
            case RegexpQuery regex ->
                regex.getRegexp().field() + ":/" + regex.getRegexp().text() + "/";
            case TermRangeQuery range ->
                range.getField() + (range.includesLower() ? "[" : "{") + end(range.getLowerTerm()) + " "
                        + end(range.getUpperTerm()) + (range.includesUpper() ? "]" : "}");
            default -> query.toString().contains(":") ? query.toString() : ":" + query;
        };
    }

    private static String end(org.apache.lucene.util.BytesRef end) {
        return end == null ? "*" : end.utf8ToString();
    }

    private static String sign(BooleanClause clause) {
        return switch (clause.occur()) {
            case MUST, FILTER -> "+";
            case MUST_NOT -> "-";
            case SHOULD -> "";
        };
    }

    private static String shown(Query query, Operator operator) {
        return switch (query) {
            case Query.Bool bool ->
                bool.clauses().stream()
                        .map(clause -> shown(clause, operator))
                        .toList()
                        .toString();
            case Query.Boost boost -> shown(boost.query(), operator) + "^" + boost.factor();
            case Query.Word word -> word.field() + ":" + word.text();
            case Query.Phrase phrase -> phrase.field() + ":\"" + phrase.text() + "\"~" + phrase.slop();
            case Query.Wildcard wildcard -> wildcard.field() + ":" + wildcard.pattern();
            case Query.Fuzzy fuzzy -> fuzzy.field() + ":" + fuzzy.text() + "~" + fuzzy.edits();
            case Query.Regex regex -> regex.field() + ":/" + regex.expression() + "/";
            case Query.WordRange range ->
                range.field() + (range.fromIncluded() ? "[" : "{")
                        + (range.from().isEmpty() ? "*" : range.from()) + " "
                        + (range.to().isEmpty() ? "*" : range.to()) + (range.toIncluded() ? "]" : "}");
            default -> query.toString();
        };
    }

    private static String shown(Clause clause, Operator operator) {
        String sign = switch (clause.occur()) {
            case MUST -> "+";
            case MUST_NOT -> "-";
            case SHOULD -> "";
            // With us a field alone, outside of groups, is required; with Lucene only where every clause is.
            case FILTER -> operator == Operator.AND ? "+" : "";
        };
        return sign + shown(clause.query(), operator);
    }
}
