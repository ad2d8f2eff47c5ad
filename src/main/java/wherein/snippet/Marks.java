package wherein.snippet;

import java.util.Arrays;
import java.util.List;
import wherein.text.Span;

/**
 * Marks in a text, of which is told in the logarithm of their number what lies in a window.
 *
 * <p>Those of one clause may overlap, where only {@link #someIn} may be asked.
 */
final class Marks {

    private final int[] starts;
    private final int[] ends;

    /** The least end of a mark and of all after it. */
    private final int[] leastEnds;

    Marks(List<Span> marks) {
        List<Span> sorted = marks.stream().sorted().toList();
        starts = sorted.stream().mapToInt(Span::start).toArray();
        ends = sorted.stream().mapToInt(Span::end).toArray();
        leastEnds = ends.clone();
        for (int i = leastEnds.length - 2; i >= 0; i--) {
            leastEnds[i] = Math.min(leastEnds[i], leastEnds[i + 1]);
        }
    }

    /** Whether a mark lies wholly in {@code window}. */
    boolean someIn(Span window) {
        int first = firstFrom(starts, window.start());
        return first < leastEnds.length && leastEnds[first] <= window.end();
    }

    /** How many marks lie wholly in {@code window}. */
    int countIn(Span window) {
        return Math.max(0, firstFrom(ends, window.end() + 1) - firstFrom(starts, window.start()));
    }

    /** Where the first mark begins that overlaps {@code window}; its end where none does. */
    int firstStart(Span window) {
        int first = firstFrom(ends, window.start() + 1);
        return first < starts.length ? Math.min(starts[first], window.end()) : window.end();
    }

    /** Where the last mark ends that overlaps {@code window}; its start where none does. */
    int lastEnd(Span window) {
        int last = firstFrom(starts, window.end()) - 1;
        return last >= 0 ? Math.max(ends[last], window.start()) : window.start();
    }

    /** The first index of what is at least {@code value}, in an ascending array. */
    private static int firstFrom(int[] ascending, int value) {
        int at = Arrays.binarySearch(ascending, value);
        int first = at < 0 ? -at - 1 : at;
        while (first > 0 && ascending[first - 1] == value) {
            first--;
        }
        return first;
    }
}
