package wherein.snippet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wherein.text.Span;

/** Chooses the lines of a text to show: those that hold the most marks, cut between words and never inside a mark. */
public final class Snippeter {

    private final int length;

    /** A chooser of snippets of about {@code length} UTF-16 units; one whose mark is longer is as long as the mark. */
    public Snippeter(int length) {
        if (length < 20) {
            throw new IllegalArgumentException("length is " + length + ", must be at least 20");
        }
        this.length = length;
    }

    /**
     * At most {@code count} snippets of {@code text}, in the order of the text, none overlapping another; the beginning
     * of the text if nothing is marked.
     */
    public List<Snippet> snippets(String text, List<Span> marks, int count) {
        if (count == 0 || text.isEmpty()) {
            return List.of();
        }
        if (marks.isEmpty()) {
            return List.of(snippet(text, new Span(0, Math.min(length, text.length())), marks));
        }
        List<Span> windows = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            windows.add(window(text, marks, i));
        }
        List<Span> best = windows.stream()
                .sorted(Comparator.<Span>comparingInt(window -> -covered(window, marks))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Span> chosen = new ArrayList<>();
        for (Span window : best) {
            if (chosen.size() < count && chosen.stream().noneMatch(window::overlaps)) {
                chosen.add(window);
            }
        }
        return chosen.stream()
                .sorted()
                .map(window -> snippet(text, window, marks))
                .toList();
    }

    /** The window that begins a little before mark {@code first} and holds as many whole marks as fit. */
    private Span window(String text, List<Span> marks, int first) {
        int last = first;
        int start = marks.get(first).start();
        while (last + 1 < marks.size() && marks.get(last + 1).end() - start <= length) {
            last++;
        }
        int spare = Math.max(0, length - (marks.get(last).end() - start));
        int from = Math.max(0, start - spare / 2);
        int to = Math.min(text.length(), marks.get(last).end() + spare - (start - from));
        return new Span(Math.max(0, Math.min(from, to - length)), to);
    }

    private static int covered(Span window, List<Span> marks) {
        return (int) marks.stream().filter(window::contains).count();
    }

    private static Snippet snippet(String text, Span window, List<Span> marks) {
        int start = window.start();
        int end = window.end();
        while (start > 0 && start < end && !isBorder(text, start)) {
            start++;
        }
        while (end < text.length() && end > start && !isBorder(text, end)) {
            end--;
        }
        if (start >= end) {
            start = window.start();
            end = window.end();
        }
        for (Span mark : marks) {
            if (mark.overlaps(new Span(start, end))) {
                start = Math.min(start, mark.start());
                end = Math.max(end, mark.end());
            }
        }
        Span shown = wholeCharacters(text, start, end);
        List<Span> inside = marks.stream()
                .filter(shown::contains)
                .map(mark -> mark.shift(-shown.start()))
                .toList();
        return new Snippet(shown.in(text), shown, inside, shown.start() > 0, shown.end() < text.length());
    }

    private static Span wholeCharacters(String text, int start, int end) {
        boolean splitStart = start > 0 && Character.isLowSurrogate(text.charAt(start));
        boolean splitEnd = end < text.length() && Character.isLowSurrogate(text.charAt(end));
        return new Span(splitStart ? start - 1 : start, splitEnd ? end + 1 : end);
    }

    /** Whether a word begins or ends at {@code i}. */
    private static boolean isBorder(String text, int i) {
        return Character.isWhitespace(text.charAt(i - 1)) || Character.isWhitespace(text.charAt(i));
    }
}
