package wherein;

import java.util.Random;
import java.util.function.Consumer;

/** Chance that can be had again: a property is run many times, and a failure names the seed that replays it. */
public final class Seeded {

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

    /** Runs {@code property} {@code times} times, or once with the seed in {@code -Dwherein.seed}. */
    public static void times(int times, Consumer<Random> property) {
        String given = System.getProperty("wherein.seed", "");
        long first = given.isEmpty() ? new Random().nextLong() : Long.parseLong(given);
        for (int i = 0; i < (given.isEmpty() ? times : 1); i++) {
            try {
                property.accept(new Random(first + i));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Dwherein.seed=" + (first + i) + " replays: " + e.getMessage(), e);
            }
        }
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
}
