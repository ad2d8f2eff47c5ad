package wherein.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A run of a text, as UTF-16 positions, end exclusive.
 *
 * <p>Inside the program every position is a UTF-16 index, as Java's strings have it. What leaves the program is in
 * Unicode code points: {@link CodePoints} converts, and nothing else does.
 *
 * @param start the first position, from 0
 * @param end the position after the last, at least {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

    /** Checks that the span lies at or after 0 and does not end before it starts. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }

    /** The number of UTF-16 units in the span. */
    public int length() {
        return end - start;
    }

    /** The characters of {@code text} that the span covers. */
    public String in(String text) {
        return text.substring(start, end);
    }

    /** Whether {@code other} lies wholly inside this span. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the two spans share at least one position. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** This span moved by {@code distance}, which may be negative. */
    public Span shift(int distance) {
        return new Span(start + distance, end + distance);
    }

    /** {@code spans} in order, those that overlap joined. */
    public static List<Span> union(Collection<Span> spans) {
        List<Span> union = new ArrayList<>();
        for (Span span : spans.stream().sorted().toList()) {
            if (!union.isEmpty() && span.start < union.getLast().end) {
                Span last = union.removeLast();
                union.add(new Span(last.start, Math.max(last.end, span.end)));
            } else {
                union.add(span);
            }
        }
        return union;
    }

    /** By start, then by end. */
    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
