package wherein.lucene;

import java.util.List;
import java.util.Random;

/** Runs a property on seeded chance and names the seed that broke it; {@code -Dwherein.seed=N} runs that one alone. */
public final class Chance {

    private static final String SEED = System.getProperty("wherein.seed", "");

    private Chance() {}

    /** What holds for every seed. */
    @FunctionalInterface
    public interface Property {
        void check(Random random) throws Exception;
    }

    /** Checks {@code property} for the seeds from 1 to {@code count}. */
    public static void times(int count, Property property) {
        if (!SEED.isBlank()) {
            once(Long.parseLong(SEED.strip()), property);
            return;
        }
        for (long seed = 1; seed <= count; seed++) {
            once(seed, property);
        }
    }

    private static void once(long seed, Property property) {
        try {
            property.check(new Random(seed));
        } catch (Exception | AssertionError | StackOverflowError e) {
            throw new AssertionError("broken by -Dwherein.seed=" + seed + ": " + e, e);
        }
    }

    /** One of {@code choices}. */
    public static <T> T one(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
