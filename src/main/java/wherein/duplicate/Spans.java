package wherein.duplicate;

import wherein.text.Span;

/** As many spans as were asked for, 8 bytes each; empty ones at 0 until they are set. */
final class Spans {

    private static final long END = 0xFFFFFFFFL;

    private final long[] packed;

    Spans(int size) {
        packed = new long[size];
    }

    Span get(int i) {
        return new Span((int) (packed[i] >>> Integer.SIZE), (int) (packed[i] & END));
    }

    void set(int i, Span span) {
        packed[i] = (long) span.start() << Integer.SIZE | span.end();
    }
}
