package wherein;

import java.util.List;
import java.util.Random;

/**
 * Chance that can be had again. A property is run many times, and a failure names the seed that replays it.
 *
 * <p>The seeds are 1, 2, 3 and so on, so that a build depends on nothing but the commit. {@code -Dwherein.seed=random} looks
 * elsewhere, from a first seed that it prints; {@code -Dwherein.seed=N} runs the one with seed N.
 */
public final class Seeded {

    private static final String GIVEN = System.getProperty("wherein.seed", "").strip();

    private static final String[] SIGNS = {
        "a",
        "B",
        "z",
        "7",
        "42",
        ".",
        ",",
        "!",
        "?",
        "-",
        "\"",
        "(",
        ")",
        "ж",
        "Я",
        "ё",
        "Ё",
        "и\u0306",
        "e\u0301",
        "é",
        "“",
        "”",
        "«",
        "»",
        "’",
        "—",
        "…",
        "😀",
        "👩‍👩‍👧",
        "𝒳",
        "語",
        "字",
        "ก",
        "ß",
        "\u0301",
        "•",
        "#",
        ">",
        "*"
    };
    private static final String[] SPACES = {" ", " ", " ", " ", "  ", "\u00A0", "\u202F", "\u2009", "\t", "\u200B"};
    private static final String[] ENDS = {
        "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\r\r", "\u2028", "\u2029", "\f", "\n \n", "\n\n\n"
    };
    private static final String[] WORDS = {
        "harbour", "The", "of", "Mr.", "e.g.", "No", "Луга", "г.", "Он", "т.е.", "А.", "С.", "1,500", "3.7", "Photo:"
    };

    private Seeded() {}

    /** What holds whatever chance has in store. */
    @FunctionalInterface
    public interface Property {

        /** Fails, in whatever way, where it does not hold. */
        void check(Random random) throws Exception;
    }

    /** Checks {@code property} {@code times} times, or once with the seed that is given. */
    public static void times(int times, Property property) {
        long first = first();
        for (int i = 0; i < (isGiven() ? 1 : times); i++) {
            try {
                property.check(new Random(first + i));
            } catch (Exception | AssertionError | StackOverflowError e) {
                throw new AssertionError("-Dwherein.seed=" + (first + i) + " replays: " + e, e);
            }
        }
    }

    /** Whether one seed alone is asked for. */
    public static boolean isGiven() {
        return !GIVEN.isEmpty() && !GIVEN.equals("random");
    }

    private static long first() {
        if (isGiven()) {
            return Long.parseLong(GIVEN);
        }
        if (GIVEN.isEmpty()) {
            return 1;
        }
        long first = new Random().nextLong();
        System.out.println("the first seed is -Dwherein.seed=" + first);
        return first;
    }

    /** A text of at most {@code most} words and separators: Latin, Cyrillic, combining marks, emoji, all line ends. */
    public static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(most + 1); count > 0; count--) {
            if (random.nextInt(3) == 0) {
                text.append(one(random, WORDS));
            } else {
                for (int length = 1 + random.nextInt(6); length > 0; length--) {
                    text.append(one(random, SIGNS));
                }
            }
            text.append(random.nextInt(8) == 0 ? one(random, ENDS) : one(random, SPACES));
            if (random.nextInt(12) == 0) {
                text.append(one(random, ENDS));
            }
        }
        return text.toString();
    }

    /** One of {@code choices}. */
    public static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** One of {@code choices}. */
    public static <T> T one(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
