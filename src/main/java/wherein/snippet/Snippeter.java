package wherein.snippet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import wherein.text.Span;

/**
 * Chooses which pieces of a text to show: those in which most clauses of the query match, and of these those with most marks.
 * They are cut between words and never inside a mark.
 */
public final class Snippeter {

    /** Of windows with as much news, the one with most marks, then the first. */
    private static final Comparator<Window> IN_ORDER =
            Comparator.<Window>comparingInt(window -> -window.marks()).thenComparing(Window::span);

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
     * of the text if nothing is marked. The work grows with the marks times {@code count} and times the clauses of
     * {@code asked}.
     *
     * @param marks what is marked, in the order of the text, none overlapping another
     * @param asked what each clause of the query marks; a snippet that shows another clause goes before one that repeats
     */
    public List<Snippet> snippets(String text, List<Span> marks, List<List<Span>> asked, int count) {
        if (count == 0 || text.isEmpty()) {
            return List.of();
        }
        Marks all = new Marks(marks);
        if (marks.isEmpty()) {
            Span beginning = new Span(0, Math.min(length, text.length()));
            return List.of(snippet(text, drawn(text, beginning, all), marks));
        }
        return choose(windows(text, marks, all, asked), count).stream()
                .sorted()
                .map(window -> snippet(text, window, marks))
                .toList();
    }

    /** Lines that may be shown: the clauses that they show, and how many marks. */
    private record Window(Span span, BitSet clauses, int marks) {

        /** How many clauses this shows that are not {@code shown} yet. */
        int news(BitSet shown) {
            BitSet news = (BitSet) clauses.clone();
            news.andNot(shown);
            return news.cardinality();
        }
    }

    /** A window for each mark. */
    private List<Window> windows(String text, List<Span> marks, Marks all, List<List<Span>> asked) {
        List<Marks> clauses = asked.stream().map(Marks::new).toList();
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Span span = drawn(text, window(text, marks, i), all);
            BitSet shown = new BitSet();
            for (int clause = 0; clause < clauses.size(); clause++) {
                shown.set(clause, clauses.get(clause).someIn(span));
            }
            windows.add(new Window(span, shown, all.countIn(span)));
        }
        return windows;
    }

    /** The best {@code count} of {@code windows} that do not overlap, each by what those before it do not show. */
    private static List<Span> choose(List<Window> windows, int count) {
        List<Span> chosen = new ArrayList<>();
        BitSet shown = new BitSet();
        List<Window> left = new ArrayList<>(windows);
        while (chosen.size() < count && !left.isEmpty()) {
            Window best = null;
            int most = -1;
            for (Window window : left) {
                int news = window.news(shown);
                boolean more = news != most ? news > most : IN_ORDER.compare(window, best) < 0;
                best = more ? window : best;
                most = more ? news : most;
            }
            Span taken = best.span();
            chosen.add(taken);
            shown.or(best.clauses());
            left.removeIf(window -> window.span().overlaps(taken));
        }
        return chosen;
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

    /** {@code window} drawn out to whole marks and whole characters, and in to the borders of words. */
    private static Span drawn(String text, Span window, Marks marks) {
        int first = marks.firstStart(window);
        int last = marks.lastEnd(window);
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
