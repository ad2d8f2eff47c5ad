package wherein.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import wherein.Seeded;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.query.Query.Clause;
import wherein.query.Query.Occur;
import wherein.query.ValueRange;
import wherein.time.DayRange;

/** Queries by chance, of every kind of clause, over the words of a {@link Model}. */
public final class RandomQueries {

    private static final List<String> WILD =
            List.of("f*", "*g", "m?st", "*o*", "м*", "б?иг", "CAF*", "caf?", "?", "g\\*", "??", "*т?р*", "zz*");
    private static final List<String> MISSPELT =
            List.of("fgo", "mis", "prot", "gulls", "моол", "бирг", "штром", "caffe", "fog", "zzzzz");
    private static final List<String> EXPRESSIONS =
            List.of("f.g", "[fm].*", "(fog|mist)", "г?м.л", "cafe+", "[а-я]{3,4}", "Б.*", "g(u|l)+", "x*", ".{4}");

    private RandomQueries() {}

    /** Words, phrases, AND and OR of them. */
    static Query words(Random random) {
        return words(random, 3);
    }

    private static Query words(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> new Query.Word(Query.TEXT, Seeded.one(random, Model.WORDS));
            case 1 -> phrase(random);
            case 2 -> pattern(random, Query.TEXT, 3);
            case 3 -> near(random, 1, 3);
            default -> {
                Occur occur = random.nextBoolean() ? Occur.MUST : Occur.SHOULD;
                yield new Query.Bool(List.of(
                        new Clause(occur, words(random, depth - 1)), new Clause(occur, words(random, depth - 1))));
            }
        };
    }

    private static Query phrase(Random random) {
        List<String> words = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            words.add(Seeded.one(random, Model.WORDS));
        }
        int slop = random.nextBoolean() ? 0 : random.nextInt(5);
        String text = String.join(" ", words);
        return random.nextInt(4) == 0
                ? new Query.Exact(Query.TEXT, text, slop)
                : new Query.Phrase(Query.TEXT, text, slop);
    }

    private static Query word(Random random, String field) {
        String word = Seeded.one(random, Model.WORDS);
        return random.nextInt(4) == 0 ? new Query.Exact(field, word, 0) : new Query.Word(field, word);
    }

    private static Query pattern(Random random, String field) {
        return pattern(random, field, 4);
    }

    /** Of {@code kinds} kinds: the first three stand for words that are like some letters, the last for a range. */
    private static Query pattern(Random random, String field, int kinds) {
        return switch (random.nextInt(kinds)) {
            case 0 -> new Query.Wildcard(field, Seeded.one(random, WILD));
            case 1 -> new Query.Fuzzy(field, Seeded.one(random, MISSPELT), 1 + random.nextInt(2));
            case 2 -> new Query.Regex(field, Seeded.one(random, EXPRESSIONS));
            default ->
                new Query.WordRange(
                        field,
                        Seeded.one(random, List.of("", "fog", "gull", "б", "м")),
                        Seeded.one(random, List.of("", "mist", "port", "ш", "шторм")),
                        random.nextBoolean(),
                        random.nextBoolean());
        };
    }

    private static Query near(Random random, int depth, int kinds) {
        List<Query> operands = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            operands.add(operand(random, depth, kinds));
        }
        return new Query.Near(operands, random.nextInt(5), random.nextBoolean());
    }

    private static Query operand(Random random, int depth, int kinds) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0, 1 -> word(random, Query.TEXT);
            case 2 -> phrase(random);
            case 3 -> pattern(random, Query.TEXT, kinds);
            case 4, 5 -> mentioned(random);
            case 6 -> near(random, 0, kinds);
            default ->
                new Query.Bool(List.of(
                        new Clause(Occur.SHOULD, operand(random, 0, kinds)),
                        new Clause(Occur.SHOULD, operand(random, 0, kinds))));
        };
    }

    private static Query mentioned(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                String id = Seeded.one(random, Model.COUNTRIES);
                yield new Query.Mentioned("country:" + id, MentionSelector.country(id));
            }
            case 1 -> new Query.Mentioned("person:*", MentionSelector.ALL.withTypes(Set.of(Mention.Type.PERSON)));
            default -> {
                int least = random.nextInt(40);
                int greatest = least + random.nextInt(40);
                yield new Query.Mentioned(
                        "figure:[" + least + " TO " + greatest + "]",
                        MentionSelector.ALL
                                .withTypes(Set.of(Mention.Type.FIGURE))
                                .withValue(new ValueRange(least, greatest, false)));
            }
        };
    }

    /** One clause that has places in the text. */
    static Query placed(Random random) {
        Query query = random.nextInt(3) == 0 ? near(random, 1, 4) : operand(random, 1, 4);
        // The clauses of a group have rows of their own.
        return query instanceof Query.Bool ? placed(random) : query;
    }

    /** Any query. */
    static Query query(Random random) {
        return query(random, 3);
    }

    private static Query query(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 20 : 13)) {
            case 0, 1, 2 -> word(random, Query.TEXT);
            case 3, 4 -> phrase(random);
            case 5, 6 -> field(random);
            case 7, 8 -> pattern(random, Query.TEXT);
            case 9 -> mentioned(random);
            case 10, 11 -> near(random, 1, 4);
            case 12 -> new Query.Boost(query(random, 0), 1 + random.nextInt(3));
            default -> {
                List<Clause> clauses = new ArrayList<>();
                int count = 1 + random.nextInt(4);
                for (int i = 0; i < count; i++) {
                    boolean filter = random.nextInt(5) == 0;
                    Occur occur = Seeded.one(
                            random, List.of(Occur.SHOULD, Occur.SHOULD, Occur.SHOULD, Occur.MUST, Occur.MUST_NOT));
                    clauses.add(
                            filter
                                    ? new Clause(Occur.FILTER, field(random))
                                    : new Clause(occur, query(random, depth - 1)));
                }
                yield new Query.Bool(clauses);
            }
        };
    }

    private static Query field(Random random) {
        return switch (random.nextInt(11)) {
            case 0 -> word(random, "title");
            case 1 -> new Query.Word("source", Seeded.one(random, List.of("port mist", "mist", "шторм", "mist port")));
            case 2 -> new Query.Word("author", Seeded.one(random, List.of("fog", "Ян Бриг", "fog ян")));
            case 3 -> new Query.Keyword("stance", Seeded.one(random, List.of("for", "AGAINST", "nowhere")));
            case 4 -> new Query.Keyword("block", Seeded.one(random, List.of("prose", "quote", "boilerplate")));
            case 5 -> new Query.Keyword("region", Seeded.one(random, List.of("north", "юг", "South")));
            case 6 -> new Query.Dates("?", range(random));
            case 7 -> pattern(random, "title");
            case 8 -> new Query.Wildcard("region", Seeded.one(random, List.of("n*", "Ю?", "*", "?outh", "*h")));
            case 9 -> new Query.Fuzzy("stance", Seeded.one(random, List.of("fro", "again", "for")), 2);
            default -> new Query.All();
        };
    }

    static DayRange range(Random random) {
        DayRange range =
                DayRange.of(Seeded.one(random, List.of("2019", "2020", "2021", "2021-03", "2021-03-04", "2021-06")));
        return switch (random.nextInt(4)) {
            case 0 -> new DayRange(DayRange.ALL.from(), range.to());
            case 1 -> new DayRange(range.from(), DayRange.ALL.to());
            default -> range;
        };
    }
}
