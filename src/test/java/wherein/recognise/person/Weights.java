package wherein.recognise.person;

import java.util.Arrays;

/** A sum of averaged weights, from which a {@link Model} of bytes is made. */
final class Weights {

    private static final int L = Model.LABELS;

    private final int bits;
    private final double[] sum;
    private final double[] steps = new double[L * L];

    Weights(int bits) {
        this.bits = bits;
        this.sum = new double[(1 << bits) * L];
    }

    /** Adds the average over {@code clock} steps of weights whose changes, times their moment, are {@code sums}. */
    void add(float[] weights, double[] sums, long clock) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weights[i] - sums[i] / clock;
        }
    }

    /** Adds the weights between labels in the same way. */
    void addSteps(float[] weights, double[] sums, long clock) {
        for (int i = 0; i < steps.length; i++) {
            steps[i] += weights[i] - sums[i] / clock;
        }
    }

    /** The sum, scaled so that all but the largest few weights fit a byte. */
    Model quantised() {
        double[] sorted = new double[sum.length];
        for (int i = 0; i < sum.length; i++) {
            sorted[i] = Math.abs(sum[i]);
        }
        Arrays.sort(sorted);
        int zeros = 0;
        while (sorted[zeros] < 1e-3) {
            zeros++;
        }
        double scale = 120 / sorted[sorted.length - 1 - (sorted.length - zeros) / 300];
        byte[] bytes = new byte[sum.length];
        int kept = 0;
        for (int i = 0; i < sum.length; i++) {
            bytes[i] = (byte) Math.max(-127, Math.min(127, Math.round(sum[i] * scale)));
            kept += bytes[i] != 0 ? 1 : 0;
        }
        short[] small = new short[L * L];
        for (int i = 0; i < small.length; i++) {
            small[i] = (short) Math.round(steps[i] * scale);
        }
        System.out.printf(
                "%d of %d weights kept, scale %.2f, steps %s%n", kept, bytes.length, scale, Arrays.toString(small));
        return new Model(bits, bytes, small);
    }
}
