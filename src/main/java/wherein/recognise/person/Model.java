package wherein.recognise.person;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The weights of a tagger with three labels: a linear model whose features are hashed into a table of bytes.
 *
 * <p>The file is gzip of: the number of bits of the table's size, nine weights between labels of two bytes, then
 * the table, three bytes a bucket. It holds no text.
 */
final class Model {

    /** The unit is no part of a name. */
    static final int OUT = 0;
    /** The unit begins a name. */
    static final int BEGIN = 1;
    /** The unit goes on with a name. */
    static final int IN = 2;

    static final int LABELS = 3;

    private final int mask;
    private final byte[] weights;
    private final short[] steps;

    /** Takes a table of {@code 2^bits * 3} weights, and {@code steps[from * 3 + to]} between labels. */
    Model(int bits, byte[] weights, short[] steps) {
        this.mask = (1 << bits) - 1;
        this.weights = weights;
        this.steps = steps;
    }

    /** Reads the model of this package named {@code name}. */
    static Model read(String name) {
        try (InputStream in = Model.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            DataInputStream data = new DataInputStream(new GZIPInputStream(in, 1 << 16));
            int bits = data.readUnsignedByte();
            short[] steps = new short[LABELS * LABELS];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = data.readShort();
            }
            byte[] weights = new byte[(1 << bits) * LABELS];
            data.readFully(weights);
            return new Model(bits, weights, steps);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name, e);
        }
    }

    /** Writes the model in the form that {@link #read} reads. */
    void write(OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
            data.writeByte(Integer.bitCount(mask));
            for (short step : steps) {
                data.writeShort(step);
            }
            data.write(weights);
        }
    }

    /** Adds up the scores of the labels for the first {@code count} of {@code features} into {@code scores} at {@code at}. */
    void score(int[] features, int count, int[] scores, int at) {
        int out = 0;
        int begin = 0;
        int in = 0;
        for (int i = 0; i < count; i++) {
            int bucket = (features[i] & mask) * LABELS;
            out += weights[bucket];
            begin += weights[bucket + 1];
            in += weights[bucket + 2];
        }
        scores[at] = out;
        scores[at + 1] = begin;
        scores[at + 2] = in;
    }

    /** The weight of label {@code to} after label {@code from}. */
    int step(int from, int to) {
        return steps[from * LABELS + to];
    }
}
