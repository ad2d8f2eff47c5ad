package wherein.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Rows in the order of a key, however many there are, in constant memory: by several passes over their keys, each of which
 * finds the next {@value #WINDOW} rows, or no more than are wanted. Rows with equal keys keep the order in which they are read. To hand on all of n rows takes n / {@value
 * #WINDOW} passes over the keys and one over the rows; to begin at row {@code from} takes about four passes more, whatever
 * {@code from} is. Each pass asks the deadline. No more than one window is held at a time.
 *
 * @param <K> the key of a row; as small as can be, since a window of them is held
 * @param <R> a row as it is handed on; {@value #CHUNK} of them are held
 */
public final class SortedRows<K, R> {

    /** How many keys are held. */
    static final int WINDOW = 16_384;

    /** How many whole rows are held. */
    static final int CHUNK = 1_000;

    private final Keys<K> keys;
    private final Rows<R> rows;
    private final Comparator<Entry<K>> order;
    private final int window;
    private final int chunk;

    /** Can be gone through again and again, and has the same rows in the same order each time. */
    @FunctionalInterface
    public interface Keys<K> {
        /** Hands the key of each row to {@code taker}, until it says false. */
        void each(Predicate<K> taker) throws IOException;
    }

    /** Gives the rows themselves. */
    @FunctionalInterface
    public interface Rows<R> {
        /** Hands the rows of these numbers to {@code taker}; they ascend, and count from 0 in the order of the keys. */
        void of(int[] numbers, Predicate<R> taker) throws IOException;
    }

    private record Entry<K>(K key, int number) {}

    /** An entry, and how many there are up to it, itself included; null and 0 before the first. */
    private record Start<K>(Entry<K> last, int below) {}

    /** Rows in the order of {@code order} on their keys. */
    public SortedRows(Keys<K> keys, Rows<R> rows, Comparator<? super K> order) {
        this(keys, rows, order, WINDOW, CHUNK);
    }

    SortedRows(Keys<K> keys, Rows<R> rows, Comparator<? super K> order, int window, int chunk) {
        this.keys = keys;
        this.rows = rows;
        this.order = Comparator.comparing((Entry<K> entry) -> entry.key, order).thenComparingInt(Entry::number);
        this.window = window;
        this.chunk = chunk;
    }

    /** Hands {@code most} rows from number {@code from} of this order on to {@code taker}, or fewer: until it says false. */
    public void from(int from, int most, Predicate<R> taker) throws IOException {
        Optional<Start<K>> start = jump(from);
        if (start.isEmpty()) {
            return;
        }
        Entry<K> last = start.get().last;
        int skip = from - start.get().below;
        int left = most;
        while (left > 0) {
            int wanted = (int) Math.min(window, (long) skip + left);
            List<Entry<K>> next = after(last, wanted);
            for (int at = skip; at < next.size(); at += chunk) {
                if (!hand(next.subList(at, Math.min(next.size(), at + chunk)), taker)) {
                    return;
                }
            }
            if (next.size() < wanted) {
                return;
            }
            left -= next.size() - skip;
            skip = 0;
            last = next.getLast();
        }
    }

    /** The {@code most} least entries behind {@code last}, or of all where that is null, in order. */
    private List<Entry<K>> after(Entry<K> last, int most) throws IOException {
        PriorityQueue<Entry<K>> least = new PriorityQueue<>(order.reversed());
        pass(entry -> {
            boolean isLeast = least.size() < most || order.compare(entry, least.peek()) < 0;
            if (isLeast && (last == null || order.compare(entry, last) > 0)) {
                least.add(entry);
                if (least.size() > most) {
                    least.remove();
                }
            }
        });
        List<Entry<K>> sorted = new ArrayList<>(least);
        sorted.sort(order);
        return sorted;
    }

    /** Takes the entry of every row. */
    private interface Taker<K> {
        void take(Entry<K> entry);
    }

    private void pass(Taker<K> taker) throws IOException {
        int[] number = {0};
        keys.each(key -> {
            taker.take(new Entry<>(key, number[0]++));
            return true;
        });
    }

    /** Hands the rows of {@code wanted} on in their order, though they are fetched in that of their numbers. */
    private boolean hand(List<Entry<K>> wanted, Predicate<R> taker) throws IOException {
        int[] numbers = wanted.stream().mapToInt(Entry::number).sorted().toArray();
        List<R> fetched = new ArrayList<>(numbers.length);
        rows.of(numbers, fetched::add);
        for (Entry<K> entry : wanted) {
            if (!taker.test(fetched.get(Arrays.binarySearch(numbers, entry.number)))) {
                return false;
            }
        }
        return true;
    }

    /**
     * An entry less than a window before number {@code from}: by the order of a sample of all entries between two of which it
     * is known how many are below, time and again. Empty if there is no such number.
     */
    private Optional<Start<K>> jump(int from) throws IOException {
        Start<K> low = new Start<>(null, 0);
        Entry<K> high = null;
        while (from - low.below >= window) {
            Sample sample = new Sample(low.last, high);
            pass(sample);
            if (high == null && sample.seen <= from - low.below) {
                return Optional.empty();
            }
            Entry<K> pivot = sample.at((from - low.below) / (double) sample.seen);
            int below = countTo(pivot);
            if (below <= from) {
                low = new Start<>(pivot, below);
            } else {
                high = pivot;
            }
        }
        return Optional.of(low);
    }

    private int countTo(Entry<K> pivot) throws IOException {
        int[] count = {0};
        pass(entry -> count[0] += order.compare(entry, pivot) <= 0 ? 1 : 0);
        return count[0];
    }

    /** Some of the entries between two, each as likely as any other. */
    private final class Sample implements Taker<K> {
        private final Random random = new Random(0);
        private final List<Entry<K>> chosen = new ArrayList<>();
        private final Entry<K> low;
        private final Entry<K> high;
        private int seen;

        Sample(Entry<K> low, Entry<K> high) {
            this.low = low;
            this.high = high;
        }

        @Override
        public void take(Entry<K> entry) {
            if (low != null && order.compare(entry, low) <= 0 || high != null && order.compare(entry, high) >= 0) {
                return;
            }
            seen++;
            if (chosen.size() < window) {
                chosen.add(entry);
            } else {
                int place = random.nextInt(seen);
                if (place < window) {
                    chosen.set(place, entry);
                }
            }
        }

        /** The entry that is likely to stand a little before this share of all. */
        Entry<K> at(double share) {
            Collections.sort(chosen, order);
            double error = 2 * Math.sqrt(share * (1 - share) * chosen.size());
            return chosen.get(Math.max(0, (int) (share * chosen.size() - error - 1)));
        }
    }
}
