package wherein.analysis;

import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a text, cut and analysed once for all that an index keeps of them. They are numbered from 0 on, in order, and none
 * overlaps another. Takes 12 bytes a word.
 */
public final class AnalysedText {

    private int[] starts;
    private int[] ends;
    private WordTerms[] words;
    private int size;

    AnalysedText(int capacity) {
        this.starts = new int[capacity];
        this.ends = new int[capacity];
        this.words = new WordTerms[capacity];
    }

    void add(int start, int end, WordTerms terms) {
        if (size == words.length) {
            starts = ArrayUtil.grow(starts, size + 1);
            ends = Arrays.copyOf(ends, starts.length);
            words = Arrays.copyOf(words, starts.length);
        }
        starts[size] = start;
        ends[size] = end;
        words[size++] = terms;
    }

    /** How many words there are. */
    public int size() {
        return size;
    }

    /** Where a word starts in the text, UTF-16. */
    public int start(int word) {
        return starts[word];
    }

    /** Where a word ends in the text, exclusive. */
    public int end(int word) {
        return ends[word];
    }

    /** How many words end at {@code place} of the text or before it. */
    public int before(int place) {
        int at = Arrays.binarySearch(ends, 0, size, place);
        return at < 0 ? -at - 1 : at + 1;
    }

    /** Tells the one term of each word that {@link TextAnalyzer#STEMS} gives it, in order. */
    public void stems(Consumer<BytesRef> taker) {
        for (int i = 0; i < size; i++) {
            taker.accept(words[i].stem() == null ? words[i].form() : words[i].stem());
        }
    }

    /** The terms with their positions, as {@code analyzer} gives them, without offsets. */
    public TokenStream terms(TextAnalyzer analyzer) {
        return new Terms(analyzer);
    }

    private final class Terms extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final TextAnalyzer analyzer;
        private int next;
        private BytesRef stem;

        Terms(TextAnalyzer analyzer) {
            this.analyzer = analyzer;
        }

        @Override
        public boolean incrementToken() {
            if (stem != null) {
                term.setBytesRef(stem);
                increment.setPositionIncrement(0);
                stem = null;
                return true;
            }
            if (next == size) {
                return false;
            }
            WordTerms word = words[next++];
            term.setBytesRef(word.form());
            increment.setPositionIncrement(1);
            stem = word.stem() != null && analyzer.stems(word.cyrillic()) ? word.stem() : null;
            return true;
        }

        @Override
        public void reset() {
            next = 0;
            stem = null;
        }
    }
}
