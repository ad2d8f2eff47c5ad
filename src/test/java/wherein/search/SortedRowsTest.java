package wherein.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wherein.Seeded;

class SortedRowsTest {

    /** Rows of chance, which count how often they are gone through and how many are out at a time. */
    private static final class Planted {
        private final List<Integer> keys = new ArrayList<>();
        private int passes;
        private int most;

        Planted(Random random, int rows, int different) {
            for (int i = 0; i < rows; i++) {
                keys.add(random.nextInt(different));
            }
        }

        void each(Predicate<Integer> taker) {
            passes++;
            for (int key : keys) {
                if (!taker.test(key)) {
                    return;
                }
            }
        }

        void rows(int[] numbers, Predicate<String> taker) {
            most = Math.max(most, numbers.length);
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
            for (int number : numbers) {
                if (!taker.test(row(number))) {
                    return;
                }
            }
        }

        String row(int number) {
            return keys.get(number) + " of row " + number;
        }

        List<String> sorted() {
            return IntStream.range(0, keys.size())
                    .boxed()
                    .sorted(Comparator.comparing(keys::get))
                    .map(this::row)
                    .toList();
        }
    }

    @Test
    void rowsComeInTheOrderOfTheirKeysAndEqualOnesInTheirOwnFromAnyNumberOn() {
        Seeded.times(300, random -> {
            int window = 1 + random.nextInt(20);
            int chunk = 1 + random.nextInt(8);
            Planted planted = new Planted(random, random.nextInt(200), 1 + random.nextInt(50));
            List<String> all = planted.sorted();
            SortedRows<Integer, String> sorted =
                    new SortedRows<>(planted::each, planted::rows, Comparator.naturalOrder(), window, chunk);
            int from = random.nextInt(all.size() + 5);
            int limit = 1 + random.nextInt(all.size() + 5);
            // Who wants no more rows says so before, or when they have come.
            boolean isTold = random.nextBoolean();
            List<String> taken = new ArrayList<>();
            sorted.from(from, isTold ? limit : Integer.MAX_VALUE, row -> {
                taken.add(row);
                return isTold || taken.size() < limit;
            });
            int first = Math.min(from, all.size());
            assertThat(taken).isEqualTo(all.subList(first, Math.min(all.size(), first + limit)));
            assertThat(planted.most).isLessThanOrEqualTo(chunk);
        });
    }

    @Test
    void thePassesAreAsManyAsThereAreWindowsAndAFewToBeginFarBehind() throws IOException {
        Planted planted = new Planted(new Random(1), 20_000, 5_000);
        SortedRows<Integer, String> sorted =
                new SortedRows<>(planted::each, planted::rows, Comparator.naturalOrder(), 1_000, 100);
        List<String> all = new ArrayList<>();
        sorted.from(0, Integer.MAX_VALUE, all::add);
        assertThat(all).isEqualTo(planted.sorted());
        assertThat(planted.passes).isLessThanOrEqualTo(21);
        planted.passes = 0;
        List<String> page = new ArrayList<>();
        sorted.from(15_000, 20, page::add);
        assertThat(page).isEqualTo(all.subList(15_000, 15_020));
        assertThat(planted.passes).isLessThanOrEqualTo(12);
        planted.passes = 0;
        sorted.from(Integer.MAX_VALUE, 20, row -> {
            throw new AssertionError("there is no such row");
        });
        assertThat(planted.passes).isEqualTo(1);
    }

    @Test
    void aDeadlineThatThePassesAskEndsTheSorting() {
        Deadline deadline = Deadline.after(java.time.Duration.ZERO);
        while (!deadline.isOver()) {
            Thread.onSpinWait();
        }
        SortedRows<Integer, String> sorted =
                new SortedRows<>(taker -> deadline.check(), (numbers, taker) -> {}, Comparator.naturalOrder());
        assertThatThrownBy(() -> sorted.from(0, 1, row -> true)).isInstanceOf(DeadlineException.class);
    }
}
