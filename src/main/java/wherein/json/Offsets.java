package wherein.json;

import wherein.text.CodePoints;
import wherein.text.Span;

/** The unit of the offsets of an answer. */
public enum Offsets {
    /** Unicode code points, the indices of Python and R. */
    CODE_POINTS,
    /** UTF-16 units, the indices of JavaScript. */
    UTF16;

    /**
     * {@code span} of a text in this unit, moved by {@code base}, which is in this unit already.
     *
     * @param points the code points of the text
     */
    Span of(Span span, CodePoints points, int base) {
        return switch (this) {
            case CODE_POINTS -> new Span(points.at(span.start()), points.at(span.end())).shift(base);
            case UTF16 -> span.shift(base);
        };
    }
}
