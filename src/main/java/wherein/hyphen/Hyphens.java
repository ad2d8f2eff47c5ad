package wherein.hyphen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import wherein.text.Reading;
import wherein.text.Span;

/**
 * What typesetting put into the words of one text: a hyphen and a line end where a word is broken, the line end behind the hyphen
 * of a compound, and soft hyphens. Hyphens are {@code -}, U+2010, U+00AD and {@code ¬}; between a word and the rest of it may
 * stand empty lines, the end of a page, the sign of a quoted mail, and what the file knows to be no part of the text, such as the
 * head of a page.
 *
 * <p>The same text gives the same, whatever else is indexed. Found in one pass over the text, and another one where it has a
 * hyphen at the end of a line. Immutable.
 */
public final class Hyphens {

    /**
     * What is passed over in reading.
     *
     * @param start where that begins
     * @param behind where what would be read behind the word begins
     * @param tail where the word goes on
     * @param end where it ends, or the part of it that stands together
     * @param aside whether something stands between that is read behind the word
     */
    private record Cut(int start, int behind, int tail, int end, boolean aside, Judge.Way way) {}

    private final String text;
    private final List<Cut> cuts;

    private Hyphens(String text, List<Cut> cuts) {
        this.text = text;
        this.cuts = cuts;
    }

    /** Those of {@code text}, whose language is the BCP 47 tag {@code language}, which may be empty. */
    public static Hyphens of(String text, String language) {
        return of(text, language, List.of(), List.of());
    }

    /**
     * The same of a text of which is known what some runs of it are.
     *
     * @param asides what is no part of the text, such as the head of a page, in order; none overlaps another
     * @param blocks what no word leaves or enters, such as headings and items, in order; none overlaps another
     */
    public static Hyphens of(String text, String language, List<Span> asides, List<Span> blocks) {
        LineBreaks found = new LineBreaks(text, asides, blocks);
        List<LineBreak> breaks = found.all();
        List<Cut> cuts = new ArrayList<>();
        if (!breaks.isEmpty()) {
            Judge judge = new Judge(text, language, breaks);
            for (int i = 0; i < breaks.size(); i++) {
                LineBreak each = breaks.get(i);
                Judge.Way way = judge.of(breaks, i);
                if (way != Judge.Way.LEFT) {
                    int start = way == Judge.Way.JOINED ? each.hyphen() : each.behind();
                    cuts.add(new Cut(start, each.behind(), each.tail(), each.end(), each.aside(), way));
                }
            }
        }
        found.softHyphens()
                .forEach(each ->
                        cuts.add(new Cut(each.start(), each.end(), each.end(), each.end(), false, Judge.Way.JOINED)));
        cuts.sort(Comparator.comparingInt(Cut::start));
        return new Hyphens(text, List.copyOf(cuts));
    }

    /** The whole text. */
    public Reading reading() {
        return reading(new Span(0, text.length()));
    }

    /**
     * A run of the text, with the places in it. A word that begins in it is read to its end, even where that stands behind the run;
     * the rest of one that began before is read as it stands.
     */
    public Reading reading(Span run) {
        int next = firstFrom(run.start());
        if (next == cuts.size() || cuts.get(next).start >= run.end()) {
            return Reading.of(run.in(text));
        }
        Reading.Builder reading = new Reading.Builder(text, run);
        List<Span> behind = new ArrayList<>();
        int at = run.start();
        for (; next < cuts.size() && cuts.get(next).start < run.end(); next++) {
            Cut cut = cuts.get(next);
            if (cut.start < at) {
                // Inside of what is read behind a word.
                continue;
            }
            if (cut.start > at) {
                at = flush(reading, behind, at);
            }
            reading.add(at, cut.start);
            if (cut.way == Judge.Way.OPEN) {
                reading.leaveOpen();
            }
            at = cut.tail;
            boolean leaves = cut.tail >= run.end();
            if (cut.aside || leaves) {
                behind.add(new Span(cut.behind, Math.max(cut.behind, Math.min(cut.tail, run.end()))));
                at = cut.tail;
                if (!leaves || cut.way != Judge.Way.COMPOUND) {
                    reading.add(cut.tail, cut.end);
                    at = cut.end;
                }
            }
        }
        at = flush(reading, behind, at);
        reading.add(at, run.end());
        return reading.build();
    }

    private static int flush(Reading.Builder reading, List<Span> behind, int at) {
        behind.forEach(span -> reading.add(span.start(), span.end()));
        behind.clear();
        return at;
    }

    private int firstFrom(int place) {
        int low = 0;
        int high = cuts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cuts.get(middle).start < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
