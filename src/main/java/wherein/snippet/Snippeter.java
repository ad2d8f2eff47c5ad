package wherein.snippet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wherein.text.Span;

/**
 * Chooses the lines of a text to show: those in which most of what was asked for stands, and of these those with most marks;
 * cut between words and never inside a mark.
 */
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
     *
     * @param asked what each clause of the query marks; a snippet that shows another clause goes before one that repeats
     */
    public List<Snippet> snippets(String text, List<Span> marks, List<List<Span>> asked, int count) {
        if (count == 0 || text.isEmpty()) {
            return List.of();
        }
        if (marks.isEmpty()) {
            Span beginning = new Span(0, Math.min(length, text.length()));
            return List.of(snippet(text, drawn(text, beginning, marks), marks));
        }
        List<Span> windows = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            windows.add(drawn(text, window(text, marks, i), marks));
        }
        List<Span> chosen = new ArrayList<>();
        Set<Integer> shown = new HashSet<>();
        while (chosen.size() < count) {
            Optional<Span> best = windows.stream()
                    .filter(window -> chosen.stream().noneMatch(window::overlaps))
                    .min(Comparator.<Span>comparingInt(window -> -news(window, asked, shown))
                            .thenComparing(window -> -covered(window, marks))
                            .thenComparing(Comparator.naturalOrder()));
            if (best.isEmpty()) {
                break;
            }
            chosen.add(best.get());
            shown.addAll(clauses(best.get(), asked));
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

    /** How many clauses {@code window} shows that are not {@code shown} yet. */
    private static int news(Span window, List<List<Span>> asked, Set<Integer> shown) {
        Set<Integer> clauses = clauses(window, asked);
        clauses.removeAll(shown);
        return clauses.size();
    }

    private static Set<Integer> clauses(Span window, List<List<Span>> asked) {
        Set<Integer> clauses = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).stream().anyMatch(window::contains)) {
                clauses.add(i);
            }
        }
        return clauses;
    }

    private static int covered(Span window, List<Span> marks) {
        return (int) marks.stream().filter(window::contains).count();
    }

    /** {@code window} drawn out to whole marks and whole characters, and in to the borders of words. */
    private static Span drawn(String text, Span window, List<Span> marks) {
        int first = window.end();
        int last = window.start();
        for (Span mark : marks) {
            if (mark.overlaps(window)) {
                first = Math.min(first, mark.start());
                last = Math.max(last, mark.end());
            }
        }
        int start = Math.min(window.start(), first);
        int from = start;
        while (from < first && (!isBorder(text, from) || Character.isWhitespace(text.charAt(from)))) {
            from++;
        }
        int end = Math.max(window.end(), last);
        int to = end;
        while (to > Math.max(from, last) && (!isBorder(text, to) || Character.isWhitespace(text.charAt(to - 1)))) {
            to--;
        }
        // Where there is no space up to the mark, a word that is cut shows more than none.
        return wholeCharacters(
                text, isBorder(text, from) && from < to ? from : start, isBorder(text, to) && from < to ? to : end);
    }

    private static Snippet snippet(String text, Span shown, List<Span> marks) {
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

    /** Whether a word, or the text, begins or ends at {@code i}. */
    private static boolean isBorder(String text, int i) {
        return i == 0
                || i == text.length()
                || Character.isWhitespace(text.charAt(i - 1))
                || Character.isWhitespace(text.charAt(i));
    }
}
