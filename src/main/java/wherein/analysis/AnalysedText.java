package wherein.analysis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a text, cut and analysed once for all that an index keeps of them. They are numbered from 0 on, in order, and none
 * overlaps another. Two that may be one broken word have its terms besides their own, at both places: so either is found, alone
 * and beside what stands before or behind it. Takes 12 bytes a word.
 */
public final class AnalysedText {

    private int[] starts;
    private int[] ends;
    private WordTerms[] words;
    private int size;

    /** Of the first of two words, what they are if they are one. */
    private final Map<Integer, WordTerms> joined = new TreeMap<>();

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

    /** Says that the last two words may be one. */
    void joinLast(WordTerms terms) {
        joined.put(size - 2, terms);
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

    /** Tells the one term of each word that {@link TextAnalyzer#STEMS} gives it, in order, and then of those that may be one. */
    public void stems(Consumer<BytesRef> taker) {
        for (int i = 0; i < size; i++) {
            taker.accept(words[i].stemOrForm());
        }
        joined.values().forEach(terms -> taker.accept(terms.stemOrForm()));
    }

    /** The terms with their positions, as {@code analyzer} gives them, without offsets. */
    public TokenStream terms(TextAnalyzer analyzer) {
        return new Terms(analyzer);
    }

    private final class Terms extends TokenStream {
        private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final TextAnalyzer analyzer;
        private final Deque<BytesRef> further = new ArrayDeque<>(4);
        private int next;

        Terms(TextAnalyzer analyzer) {
            this.analyzer = analyzer;
        }

        @Override
        public boolean incrementToken() {
            if (!further.isEmpty()) {
                term.setBytesRef(further.poll());
                increment.setPositionIncrement(0);
                return true;
            }
            if (next == size) {
                return false;
            }
            WordTerms word = words[next];
            term.setBytesRef(word.form());
            increment.setPositionIncrement(1);
            addStem(word);
            if (!joined.isEmpty()) {
                addWhole(joined.get(next - 1));
                addWhole(joined.get(next));
            }
            next++;
            return true;
        }

        private void addWhole(WordTerms word) {
            if (word != null) {
                further.add(word.form());
                addStem(word);
            }
        }

        private void addStem(WordTerms word) {
            if (word.stem() != null && analyzer.stems(word.cyrillic())) {
                further.add(word.stem());
            }
        }

        @Override
        public void reset() {
            next = 0;
            further.clear();
        }
    }
}
