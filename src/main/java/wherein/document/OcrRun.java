package wherein.document;

import java.util.List;
import java.util.OptionalInt;
import wherein.text.Span;

/**
 * A run of a document, a line or a part of one, that was read from a picture of it by optical character recognition.
 *
 * @param span where it stands in the document's text, UTF-16
 * @param percent how sure the recogniser was of its words, the mean weighted by their length, from 0 to 100
 */
public record OcrRun(Span span, int percent) {

    /** Checks the bounds. */
    public OcrRun {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("a confidence of " + percent + " %, expected 0 to 100");
        }
    }

    /**
     * How sure the recogniser was of what {@code runs}, which are in order, hold of {@code span}: the mean weighted by length; empty where
     * that is nothing. Takes time in proportion to the runs in the span.
     */
    public static OptionalInt confidence(List<OcrRun> runs, Span span) {
        long sum = 0;
        long length = 0;
        for (int i = first(runs, span.start());
                i < runs.size() && runs.get(i).span.start() < span.end();
                i++) {
            OcrRun run = runs.get(i);
            long shared = Math.min(run.span.end(), span.end()) - Math.max(run.span.start(), span.start());
            sum += shared * run.percent;
            length += shared;
        }
        return length == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.round((double) sum / length));
    }

    /** The index of the first of {@code runs} that ends behind {@code position}. */
    private static int first(List<OcrRun> runs, int position) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).span.end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
