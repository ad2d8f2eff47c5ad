package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.search.Deadline;
import wherein.search.Suggestion;

class NameSuggesterTest {

    private static final String LETTERS = "abcж";

    private final Deadline deadline = Deadline.after(Duration.ofHours(1));

    private record Named(Suggestion suggestion, List<String> keys) {}

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private static String key(Random random) {
        return String.join(
                Seeded.one(random, " ", "-", ", "),
                Stream.generate(() -> word(random)).limit(1 + random.nextInt(3)).toList());
    }

    @Test
    void namesAreThoseThatALookAtEachWordOfEachKeyGives() {
        Seeded.times(100, random -> {
            List<Named> all = new ArrayList<>();
            NameSuggester.Builder builder = new NameSuggester.Builder();
            for (int i = 0; i < 40; i++) {
                Suggestion.Type type = Seeded.one(random, List.of(Suggestion.Type.COUNTRY, Suggestion.Type.PERSON));
                Suggestion suggestion = new Suggestion("name " + i, type, "id " + i, random.nextInt(5));
                List<String> keys = Stream.generate(() -> key(random))
                        .limit(1 + random.nextInt(3))
                        .toList();
                all.add(new Named(suggestion, keys));
                int number = builder.name(suggestion, keys.getFirst());
                keys.subList(1, keys.size()).forEach(key -> builder.key(number, key));
            }
            NameSuggester suggester = builder.build();
            Set<Suggestion.Type> types = Seeded.one(
                    random,
                    List.of(Set.of(Suggestion.Type.PERSON), Set.of(Suggestion.Type.PERSON, Suggestion.Type.COUNTRY)));
            for (int i = 0; i < 20; i++) {
                String prefix = random.nextInt(3) == 0 ? key(random) : word(random);
                int limit = 1 + random.nextInt(50);
                assertThat(suggester.beginning(prefix, types, limit, deadline))
                        .as(prefix)
                        .isEqualTo(expected(all, types, limit, word -> word.startsWith(prefix)));
                assertThat(suggester.beginningLike(prefix, types, limit, deadline))
                        .as("like " + prefix)
                        .isEqualTo(expected(all, types, limit, word -> beginsNearly(word, prefix)));
            }
        });
    }

    private static List<Suggestion> expected(
            List<Named> all, Set<Suggestion.Type> types, int limit, Predicate<String> begins) {
        return all.stream()
                .filter(named -> types.contains(named.suggestion.type())
                        && named.keys.stream().anyMatch(key -> words(key).anyMatch(begins)))
                .map(Named::suggestion)
                .sorted(Comparator.comparingInt(Suggestion::count).reversed().thenComparing(Suggestion::text))
                .limit(limit)
                .toList();
    }

    /** Each word with all that follows it. */
    private static Stream<String> words(String key) {
        return IntStream.range(0, key.length())
                .filter(i -> i == 0
                        || Character.isLetterOrDigit(key.charAt(i)) && !Character.isLetterOrDigit(key.charAt(i - 1)))
                .mapToObj(key::substring);
    }

    /** Whether some beginning of {@code word} becomes {@code prefix} by at most one edit, not of the first letter. */
    private static boolean beginsNearly(String word, String prefix) {
        if (word.charAt(0) != prefix.charAt(0)) {
            return false;
        }
        return IntStream.rangeClosed(1, word.length())
                .anyMatch(end -> edits(word.substring(0, end)).contains(prefix));
    }

    private static Set<String> edits(String word) {
        Set<String> edits = new HashSet<>(Set.of(word));
        for (int i = 1; i <= word.length(); i++) {
            String before = word.substring(0, i);
            String after = word.substring(i);
            for (String letter : (LETTERS + " -,").split("")) {
                edits.add(before + letter + after);
                if (!after.isEmpty()) {
                    edits.add(before + letter + after.substring(1));
                }
            }
            if (!after.isEmpty()) {
                edits.add(before + after.substring(1));
            }
            if (after.length() > 1) {
                edits.add(before + after.charAt(1) + after.charAt(0) + after.substring(2));
            }
        }
        return edits;
    }

    @Test
    void anExactBeginningLooksAtThoseThatBeginSoAndNotAtAllNames() {
        NameSuggester.Builder builder = new NameSuggester.Builder();
        for (int i = 0; i < 100_000; i++) {
            String name = "n%05d harbour".formatted(i);
            builder.name(new Suggestion(name, Suggestion.Type.PERSON, name, 1), name);
        }
        NameSuggester suggester = builder.build();
        int[] looks = {0};
        Deadline counting = Deadline.after(Duration.ofHours(1));
        counting.onBeat(Duration.ZERO, () -> looks[0]++);
        assertThat(suggester.beginning("n0123", Set.of(Suggestion.Type.PERSON), 10, counting))
                .hasSize(10);
        assertThat(looks[0]).isZero();
        suggester.beginning("h", Set.of(Suggestion.Type.PERSON), 10, counting);
        assertThat(looks[0]).as("and long looks ask the deadline").isGreaterThan(100);
    }
}
