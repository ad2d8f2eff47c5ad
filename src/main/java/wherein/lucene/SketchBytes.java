package wherein.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import wherein.document.Sentences;
import wherein.duplicate.Sketch;
import wherein.text.Span;

/**
 * The {@link Sketch} of a passage as the index keeps it. Where the prints of the whole are those of its sentences, as they are of
 * nearly all, they are kept once, as those of the sentences.
 */
final class SketchBytes {

    private static final int[] OF_SENTENCES = {};

    private SketchBytes() {}

    /** The sketch of a passage's text, which is in {@code language}. */
    static BytesRef of(String text, String language) {
        Sketch sketch = Sketch.of(text, Sentences.of(text, new Span(0, text.length()), language));
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            Sketch.Part whole = sketch.whole();
            boolean isOfSentences = Arrays.equals(whole.prints(), Sketch.all(sketch.sentences()));
            write(out, whole, isOfSentences ? OF_SENTENCES : whole.prints());
            out.writeVInt(sketch.sentences().size());
            for (Sketch.Part sentence : sketch.sentences()) {
                write(out, sentence, sentence.prints());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    private static void write(DataOutput out, Sketch.Part part, int[] prints) throws IOException {
        out.writeVInt(part.length());
        out.writeVInt(part.weight());
        out.writeVInt(prints.length);
        for (int print : prints) {
            out.writeInt(print);
        }
    }

    /** What {@link #of(String, String)} wrote. */
    static Sketch read(BytesRef bytes) throws IOException {
        DataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        Sketch.Part whole = part(in);
        List<Sketch.Part> sentences = new ArrayList<>();
        for (int left = in.readVInt(); left > 0; left--) {
            sentences.add(part(in));
        }
        boolean isOfSentences = whole.prints().length == 0;
        return new Sketch(
                isOfSentences ? new Sketch.Part(whole.length(), whole.weight(), Sketch.all(sentences)) : whole,
                sentences);
    }

    private static Sketch.Part part(DataInput in) throws IOException {
        int length = in.readVInt();
        int weight = in.readVInt();
        int[] prints = new int[in.readVInt()];
        for (int i = 0; i < prints.length; i++) {
            prints[i] = in.readInt();
        }
        return new Sketch.Part(length, weight, prints);
    }
}
