package wherein.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import wherein.text.Span;

/** The words of a text that is about to be indexed, by their place: tells which of them a span covers. */
final class TokenOccurrences {

    private final List<Span> words = new ArrayList<>();

    /** Reads {@code tokens} to their end; the stream can be read again if it keeps its tokens. */
    TokenOccurrences(TokenStream tokens) throws IOException {
        OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
        PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
        tokens.reset();
        while (tokens.incrementToken()) {
            if (increment.getPositionIncrement() > 0) {
                words.add(new Span(offset.startOffset(), offset.endOffset()));
            }
        }
    }

    /** The words that {@code span} covers or cuts; where there is none, the one behind it, or the last. */
    Occurrence of(Span span) {
        int most = Math.max(0, words.size() - 1);
        int first = Math.min(most, before(word -> word.end() <= span.start()));
        int last = Math.min(most, before(word -> word.start() < span.end()) - 1);
        return new Occurrence(first, Math.max(first, last), span);
    }

    /** How many words stand {@code before} a place, by halving: words are in order, and none overlaps another. */
    private int before(Predicate<Span> before) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (before.test(words.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
