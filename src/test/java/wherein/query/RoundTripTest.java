package wherein.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.analysis.AnalysedWord;
import wherein.query.Query.Clause;
import wherein.query.Query.Occur;
import wherein.query.QueryParser.Mode;
import wherein.query.QueryParser.Operator;

class RoundTripTest {

    private static final List<String> WORDS = List.of(
            "fog", "мол", "🚢", "e\u0301", "AND", "NEAR/3", "a:b", "C++", "what?", "a*b", "\\", "\"", "(", "-x", "x-y",
            "150,000", "TO", "/re/", "a~2", "x^2", "@", "<", "=", "=x", "x=y", "\uE001", "\uE001x", "&&", "!", "\u00a0",
            "\u2009z", "ё", "[x]", "{", "%", "fn:or", "\u0007", "ONEAR/0", "1.5", ".", "'");
    private static final List<String> FIELDS = List.of("", "", "", "", "title", "source", "author");

    private final QueryFields fields = new QueryFields(List.of("region"));
    private final QueryParser parser = new QueryParser(fields);

    @Test
    void tenThousandRandomTreesAreReadBackAsTheyArePrinted() {
        Seeded.times(10_000, random -> {
            Query query = tree(random);
            String printed = QueryPrinter.print(query);
            assertThat(read(printed)).as(printed).isEqualTo(query);
        });
    }

    private Query tree(Random random) {
        return random.nextInt(20) == 0
                ? new Query.All()
                : new Query.Bool(clauses(random, 3, 1 + random.nextInt(4), true));
    }

    private List<Clause> clauses(Random random, int depth, int count, boolean top) {
        List<Clause> clauses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Query query = query(random, depth);
            Occur occur = Seeded.one(random, List.of(Occur.SHOULD, Occur.SHOULD, Occur.MUST, Occur.MUST_NOT));
            // Without a sign, a clause of a field is a filter outside of groups.
            clauses.add(new Clause(top && occur == Occur.SHOULD && isOfField(query) ? Occur.FILTER : occur, query));
        }
        return clauses;
    }

    private static boolean isOfField(Query query) {
        return switch (query.unboosted()) {
            case Query.OfWords words -> !words.field().isEmpty();
            case Query.Keyword keyword -> true;
            case Query.Dates dates -> true;
            case Query.Mentioned mentioned -> true;
            default -> false;
        };
    }

    private Query query(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 15 : 12)) {
            case 0, 1 -> leaf(random, Seeded.one(random, FIELDS));
            case 2 -> leaf(random, Seeded.one(random, List.of("title", "source", "author")));
            case 3 -> new Query.Keyword("stance", word(random));
            case 4 -> new Query.Keyword("region", "North Sea");
            case 5 -> new Query.Wildcard("region", "n*");
            case 6 -> mentioned(random);
            case 7 -> dates(random);
            case 8, 9 -> near(random, depth);
            case 10 -> new Query.Boost(leaf(random, Query.TEXT), Seeded.one(random, List.of(2f, 0.5f, 10f, 1.25f)));
            case 11 -> new Query.Boost(near(random, 0), 3f);
            default -> {
                int count = 1 + random.nextInt(3);
                List<Clause> clauses = clauses(random, depth - 1, count, false);
                // A group of one clause that may match is that clause.
                yield count == 1 && clauses.getFirst().occur() == Occur.SHOULD
                        ? clauses.getFirst().query()
                        : new Query.Bool(clauses);
            }
        };
    }

    private Query leaf(Random random, String field) {
        return switch (random.nextInt(9)) {
            case 7 -> new Query.Exact(field, word(random), random.nextInt(2) * 3);
            case 8 -> new Query.Exact(field, word(random) + " " + word(random), random.nextInt(2) * 5);
            case 0, 1 -> new Query.Word(field, word(random));
            case 2 -> new Query.Phrase(field, word(random) + " " + word(random), 0);
            case 3 -> new Query.Phrase(field, "fog mist", 1 + random.nextInt(9));
            case 4 ->
                new Query.Wildcard(
                        field, Seeded.one(random, List.of("f*", "*g", "?og", "a\\*b*", "x-y*", "м?л", "a\\\\*")));
            case 5 ->
                new Query.Fuzzy(field, Seeded.one(random, List.of("fog", "мол", "x-y", "C++")), 1 + random.nextInt(2));
            default ->
                random.nextBoolean()
                        ? new Query.Regex(
                                field, Seeded.one(random, List.of("f.g", "(a|b)+ c", "a\\/b", "\"x", "м[а-я]*")))
                        : new Query.WordRange(
                                field,
                                Seeded.one(random, List.of("", "fog", "a b", "\"")),
                                Seeded.one(random, List.of("", "мол", "x]")),
                                true,
                                true);
        };
    }

    /** Beside signs alone stands a letter: a clause without a word is left out of what is read. */
    private static String word(Random random) {
        String word = Seeded.one(random, WORDS);
        if (AnalysedWord.isIn(word)) {
            return word;
        }
        return random.nextBoolean() ? word + "a" : "a" + word;
    }

    private Query near(Random random, int depth) {
        List<Query> operands = new ArrayList<>();
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            operands.add(
                    switch (random.nextInt(depth > 0 ? 5 : 3)) {
                        case 0, 1 -> leaf(random, Query.TEXT);
                        case 2 -> mentioned(random);
                        case 3 -> near(random, depth - 1);
                        default ->
                            new Query.Bool(List.of(
                                    new Clause(Occur.SHOULD, leaf(random, Query.TEXT)),
                                    new Clause(Occur.SHOULD, mentioned(random))));
                    });
        }
        return new Query.Near(operands, random.nextInt(1_000), random.nextBoolean());
    }

    private Query mentioned(Random random) {
        String text = Seeded.one(
                random,
                List.of(
                        "country:GE",
                        "person:\"Ann Fog\"",
                        "figure:[5 TO *]",
                        "figure.people:*",
                        "when:2022-03",
                        "when:[2022 TO 2023]",
                        "figure:{1 TO 9}",
                        "figure:\">=100000\""));
        Query.Bool parsed = (Query.Bool) read(text);
        return parsed.clauses().getFirst().query();
    }

    private Query dates(Random random) {
        String text = Seeded.one(random, List.of("date:2022", "date:[2020 TO *]", "date:\"2021-05-07/..\""));
        return ((Query.Bool) read(text)).clauses().getFirst().query();
    }

    private Query read(String text) {
        try {
            return parser.parse(text, Operator.OR, Mode.STRICT).query();
        } catch (QuerySyntaxException | QueryLimitException e) {
            throw new AssertionError(text, e);
        }
    }
}
