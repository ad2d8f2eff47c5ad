package wherein.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A text, or a run of one, as it is read: without what only its typesetting put into its words, such as a hyphen and a line end,
 * and the place of each of its characters in the text as stored. Immutable. A place is found in time logarithmic in the number of
 * such words, each of which takes 8 bytes.
 */
public final class Reading {

    private static final int[] NONE = {};

    private final String text;

    /** How long the stored run is. */
    private final int stored;

    /** Where each piece begins in {@link #text}. */
    private final int[] starts;

    /** Where each piece begins in the stored run. */
    private final int[] places;

    /** The pieces in the order of their places; null where that is the order in which they are read. */
    private final int[] order;

    private final int[] open;

    private Reading(String text, int stored, int[] starts, int[] places, int[] order, int[] open) {
        this.text = text;
        this.stored = stored;
        this.starts = starts;
        this.places = places;
        this.order = order;
        this.open = open;
    }

    /** A text that is read as it stands. */
    public static Reading of(String text) {
        return new Reading(text, text.length(), new int[] {0}, new int[] {0}, null, NONE);
    }

    /** Whether all is read as it stands. */
    public boolean isStored() {
        return starts.length == 1;
    }

    /** What is read. */
    public String text() {
        return text;
    }

    /**
     * The hyphens in {@link #text}, in order, of which nobody can tell whether the two words that they join are one: the word
     * {@code workforce}, broken, or the compound {@code work-force}.
     */
    public int[] open() {
        return open.clone();
    }

    /** Where {@code read}, a span of {@link #text} that is not empty, stands in the stored run. */
    public Span stored(Span read) {
        if (isStored()) {
            return read;
        }
        int first = place(read.start());
        int last = place(read.end() - 1);
        // What a page break holds is read behind the word that it breaks, and so may end before it begins.
        int start = Math.min(first, last);
        int end = Math.max(first, last) + 1;
        return new Span(Math.min(start, stored - 1), Math.min(end, stored));
    }

    /** Where {@code stored}, a span of the stored run that is not empty, is read, as far as it is. */
    public Span read(Span stored) {
        if (isStored()) {
            return stored;
        }
        int start = at(stored.start());
        int end = at(stored.end() - 1) + 1;
        return start < end ? new Span(start, end) : new Span(end - 1, start + 1);
    }

    private int place(int at) {
        int piece = Arrays.binarySearch(starts, at);
        piece = piece >= 0 ? piece : -piece - 2;
        return places[piece] + at - starts[piece];
    }

    /** Where the character at {@code place} is read, or the last before it that is. */
    private int at(int place) {
        int low = 0;
        int high = places.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (places[piece(middle)] <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int piece = piece(low);
        int end = piece + 1 < starts.length ? starts[piece + 1] : text.length();
        return Math.min(starts[piece] + place - places[piece], end - 1);
    }

    /** The piece that has so many before it in the stored text. */
    private int piece(int number) {
        return order == null ? number : order[number];
    }

    /** Puts a reading together, piece by piece. */
    public static final class Builder {
        private final String source;
        private final Span run;
        private final StringBuilder text;
        private int[] starts = new int[8];
        private int[] places = new int[8];
        private int[] open = NONE;
        private int pieces;
        private int opened;

        /** For {@code run} of {@code source}. */
        public Builder(String source, Span run) {
            this.source = source;
            this.run = run;
            this.text = new StringBuilder(run.length());
        }

        /** Reads on with the characters of the source from {@code start} to {@code end}, which may stand behind the run. */
        public void add(int start, int end) {
            if (start >= end) {
                return;
            }
            if (pieces == starts.length) {
                starts = Arrays.copyOf(starts, pieces * 2);
                places = Arrays.copyOf(places, pieces * 2);
            }
            starts[pieces] = text.length();
            places[pieces++] = start - run.start();
            text.append(source, start, end);
        }

        /** Says that the hyphen which was read last may stand in a word or between two. */
        public void leaveOpen() {
            if (opened == open.length) {
                open = Arrays.copyOf(open, Math.max(8, opened * 2));
            }
            open[opened++] = text.length() - 1;
        }

        /** What has been put together. */
        public Reading build() {
            if (pieces == 0) {
                return of("");
            }
            int[] from = Arrays.copyOf(starts, pieces);
            int[] to = Arrays.copyOf(places, pieces);
            return new Reading(text.toString(), run.length(), from, to, order(to), Arrays.copyOf(open, opened));
        }

        private static int[] order(int[] places) {
            boolean inOrder = true;
            for (int i = 1; i < places.length; i++) {
                inOrder &= places[i - 1] < places[i];
            }
            return inOrder
                    ? null
                    : IntStream.range(0, places.length)
                            .boxed()
                            .sorted(Comparator.comparingInt(i -> places[i]))
                            .mapToInt(i -> i)
                            .toArray();
        }
    }
}
