package wherein.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import wherein.analysis.AnalysedText;
import wherein.text.Span;

/**
 * Where the words of one passage after another stand in its text, or those of its document's title in that, UTF-16. Most words
 * take half a byte. Kept once for all terms of a word, while offsets in postings are kept for each. Passages of a segment in ascending
 * order are read at one go; each is read once.
 */
final class WordPlaces {

    /** A word of this length or less, one character behind the word before, is a half byte: its length. */
    private static final int SHORT = 12;

    /** One character behind the word before; the next half byte is what it is longer than {@link #SHORT}. */
    private static final int LONG = 13;

    /** Two characters behind; the next half byte is its length. */
    private static final int APART = 14;

    /** Right behind, or the first; the next half byte is its length. At the end, with nothing behind it, it is no word. */
    private static final int BESIDE = 15;

    /** Anything else: what lies between and the length, of each three bits in a half byte, the lowest first, and one if more come. */
    private static final int ANY = 0;

    private static final int HALF = 4;
    private static final int MOST = (1 << HALF) - 1;
    private static final int BITS = HALF - 1;
    private static final int MORE = 1 << BITS;

    private final BinaryDocValues values;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;
    private int doc = -1;
    private byte[] packed;

    /** The half byte to be read next, of {@link #packed}. */
    private int next;

    /** Of a segment. */
    WordPlaces(LeafReader leaf) throws IOException {
        values = DocValues.getBinary(leaf, Fields.PLACES);
    }

    /** Of the words of a passage, as the index keeps it. */
    static BytesRef of(AnalysedText words) {
        Halves out = new Halves(words.size());
        int last = 0;
        for (int i = 0; i < words.size(); i++) {
            int gap = words.start(i) - last;
            int length = words.end(i) - words.start(i);
            last = words.end(i);
            if (gap == 1 && length >= 1 && length <= SHORT) {
                out.add(length);
            } else if (gap == 1 && length > SHORT && length - SHORT <= MOST) {
                out.add(LONG);
                out.add(length - SHORT);
            } else if ((gap == 0 || gap == 2) && length <= MOST) {
                out.add(gap == 0 ? BESIDE : APART);
                out.add(length);
            } else {
                out.add(ANY);
                out.addNumber(gap);
                out.addNumber(length);
            }
        }
        return out.bytes();
    }

    /** Half bytes on their way to an index, the higher half of a byte first. */
    private static final class Halves {
        private byte[] bytes;
        private int size;

        Halves(int likely) {
            this.bytes = new byte[likely + 1];
        }

        void add(int half) {
            if (size >> 1 == bytes.length) {
                bytes = ArrayUtil.grow(bytes);
            }
            bytes[size >> 1] |= (byte) ((size & 1) == 0 ? half << HALF : half);
            size++;
        }

        void addNumber(int number) {
            int left = number;
            while (left >= MORE) {
                add(MORE | left & MORE - 1);
                left >>>= BITS;
            }
            add(left);
        }

        BytesRef bytes() {
            if ((size & 1) != 0) {
                add(BESIDE);
            }
            return new BytesRef(Arrays.copyOf(bytes, size >> 1));
        }
    }

    /** Goes to the passage, or the document, that is document {@code doc} of the segment. */
    void moveTo(int doc) throws IOException {
        if (doc == this.doc) {
            return;
        }
        if (!values.advanceExact(doc)) {
            throw new IllegalStateException("document " + doc + " of a segment has no words");
        }
        this.doc = doc;
        read(values.binaryValue());
    }

    private void read(BytesRef bytes) {
        packed = bytes.bytes;
        next = 2 * bytes.offset;
        int end = next + 2 * bytes.length;
        size = 0;
        int last = 0;
        while (next < end) {
            int half = half();
            int gap = 1;
            int length = half;
            if (half > SHORT || half == ANY) {
                if (half == BESIDE && next == end) {
                    return;
                }
                gap = half == ANY ? number() : half == LONG ? 1 : half == APART ? 2 : 0;
                length = half == ANY ? number() : half == LONG ? SHORT + half() : half();
            }
            if (size == starts.length) {
                starts = ArrayUtil.grow(starts);
                ends = ArrayUtil.growExact(ends, starts.length);
            }
            starts[size] = last + gap;
            last += gap + length;
            ends[size++] = last;
        }
    }

    private int half() {
        int both = packed[next >> 1];
        return (next++ & 1) == 0 ? both >> HALF & MOST : both & MOST;
    }

    private int number() {
        int number = 0;
        for (int shift = 0; ; shift += BITS) {
            int half = half();
            number |= (half & MORE - 1) << shift;
            if (half < MORE) {
                return number;
            }
        }
    }

    /** The place of the word of this number, from 0. */
    Span get(int word) {
        return new Span(starts[word], ends[word]);
    }
}
