package wherein.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import wherein.analysis.AnalysedText;
import wherein.text.Span;

/**
 * Where the words of one passage after another stand in its text, or those of its document's title in that, UTF-16. Most words
 * take a byte. Kept once for all terms of a word, while offsets in postings are kept for each. Passages of a segment in ascending
 * order are read at one go; each is read once.
 */
final class WordPlaces {

    /** The bits of a byte that hold the length of a word; the others hold what lies between it and the word before. */
    private static final int LENGTH_BITS = 5;

    private static final int LONG = (1 << LENGTH_BITS) - 1;
    private static final int FAR = (1 << Byte.SIZE - LENGTH_BITS) - 1;

    private final BinaryDocValues values;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;
    private int doc = -1;

    /** Of a segment. */
    WordPlaces(LeafReader leaf) throws IOException {
        values = DocValues.getBinary(leaf, Fields.PLACES);
    }

    /** Of the words of a passage, as the index keeps it. */
    static BytesRef of(AnalysedText words) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        int last = 0;
        try {
            for (int i = 0; i < words.size(); i++) {
                int gap = words.start(i) - last;
                int length = words.end(i) - words.start(i);
                last = words.end(i);
                out.writeByte((byte) (Math.min(gap, FAR) << LENGTH_BITS | Math.min(length, LONG)));
                if (gap >= FAR) {
                    out.writeVInt(gap - FAR);
                }
                if (length >= LONG) {
                    out.writeVInt(length - LONG);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return new BytesRef(out.toArrayCopy());
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
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        size = 0;
        int last = 0;
        while (!in.eof()) {
            int both = in.readByte() & 0xFF;
            int gap = both >>> LENGTH_BITS;
            int length = both & LONG;
            int start = last + (gap == FAR ? FAR + in.readVInt() : gap);
            last = start + (length == LONG ? LONG + in.readVInt() : length);
            if (size == starts.length) {
                starts = ArrayUtil.grow(starts);
                ends = ArrayUtil.growExact(ends, starts.length);
            }
            starts[size] = start;
            ends[size++] = last;
        }
    }

    /** The place of the word of this number, from 0. */
    Span get(int word) {
        return new Span(starts[word], ends[word]);
    }
}
