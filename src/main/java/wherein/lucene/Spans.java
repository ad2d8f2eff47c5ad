package wherein.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import wherein.text.Span;

/** Puts spans together. */
final class Spans {

    private Spans() {}

    /** The spans in order, those that overlap joined; sorts {@code found}. */
    static List<Span> union(List<Span> found) {
        Collections.sort(found);
        List<Span> union = new ArrayList<>();
        for (Span span : found) {
            if (!union.isEmpty() && span.start() < union.getLast().end()) {
                Span last = union.removeLast();
                union.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                union.add(span);
            }
        }
        return union;
    }
}
