package wherein.recognise.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.mention.Recogniser;
import wherein.recognise.country.Countries;
import wherein.recognise.date.Dates;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** An averaged structured perceptron over runs of units, which learns what a document says. */
final class Perceptron {

    /** A run: the features and the right label of each of its units. */
    private record Run(int[][] features, byte[] labels) {}

    /** What runs before the recogniser of people, and marks places and dates for it. */
    private static final Recogniser DATES = new Dates();

    private static final Recogniser COUNTRIES = new Countries();

    private static final int L = Model.LABELS;
    private static final double DROPPED = 0.12;

    private final int mask;
    private final Random random;
    private final float[] weights;
    private final double[] sums;
    private final float[] steps = new float[L * L];
    private final double[] stepSums = new double[L * L];
    private final List<Run> runs = new ArrayList<>();
    private long clock = 1;

    Perceptron(int bits, Random random) {
        this.mask = (1 << bits) - 1;
        this.random = random;
        this.weights = new float[(1 << bits) * L];
        this.sums = new double[(1 << bits) * L];
    }

    /** Takes in a text. */
    void add(Sample sample) {
        Tokens tokens = new Tokens(sample.text());
        String language = sample.lexicon().language().code();
        EdtfDate date = EdtfDate.parse("");
        List<Mention> found =
                new ArrayList<>(DATES.recognise(new Input(sample.text(), tokens, language, date, List.of())));
        found.addAll(COUNTRIES.recognise(new Input(sample.text(), tokens, language, date, found)));
        found.sort(Comparator.comparing(Mention::span));
        Units units = new Units(new Input(sample.text(), tokens, language, date, found), sample.lexicon());
        Features features = new Features(units, new PersonEvidence(units));
        byte[] labels = labels(units, sample);
        int[] buffer = new int[Features.MOST];
        for (int start = Segment.next(units, 0); start < units.size; ) {
            int end = Segment.end(units, start);
            features.run(start, end);
            int[][] rows = new int[end - start][];
            for (int i = start; i < end; i++) {
                rows[i - start] = Arrays.copyOf(buffer, features.of(i, buffer));
            }
            runs.add(new Run(rows, Arrays.copyOfRange(labels, start, end)));
            start = Segment.next(units, end);
        }
    }

    /** A title is no part of a name in our guidelines, whatever the set says. */
    private static byte[] labels(Units units, Sample sample) {
        byte[] labels = new byte[units.size];
        for (int[] span : sample.spans()) {
            boolean begun = false;
            for (int i = 0; i < units.size; i++) {
                if (units.end(i) <= span[0] || units.start(i) >= span[1]) {
                    continue;
                }
                boolean more = i + 1 < units.size && units.start(i + 1) < span[1];
                boolean title = units.has(i, Flags.TITLE) && !units.has(i, Flags.GIVEN | Flags.PARTICLE);
                if (!begun && title && more) {
                    continue;
                }
                labels[i] = (byte) (begun ? Model.IN : Model.BEGIN);
                begun = true;
            }
        }
        return labels;
    }

    /** Goes over all runs {@code rounds} times and adds the average of the weights over time to {@code mean}. */
    void train(int rounds, Weights mean) {
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(runs, random);
            int wrong = 0;
            for (Run run : runs) {
                wrong += learn(run);
            }
            if (round == rounds - 1) {
                System.out.printf("last round: %d of %d runs wrong%n", wrong, runs.size());
            }
        }
        mean.add(weights, sums, clock);
        mean.addSteps(steps, stepSums, clock);
    }

    private int learn(Run run) {
        int length = run.labels().length;
        int[][] kept = new int[length][];
        for (int i = 0; i < length; i++) {
            kept[i] = drop(run.features()[i]);
        }
        byte[] guess = decode(kept);
        clock++;
        if (Arrays.equals(guess, run.labels())) {
            return 0;
        }
        int right = 0;
        int said = 0;
        for (int i = 0; i < length; i++) {
            int gold = run.labels()[i];
            if (gold != guess[i]) {
                for (int feature : kept[i]) {
                    int at = (feature & mask) * L;
                    change(at + gold, 1);
                    change(at + guess[i], -1);
                }
            }
            step(right * L + gold, 1);
            step(said * L + guess[i], -1);
            right = gold;
            said = guess[i];
        }
        return 1;
    }

    private void change(int at, float by) {
        weights[at] += by;
        sums[at] += (double) clock * by;
    }

    private void step(int at, float by) {
        steps[at] += by;
        stepSums[at] += (double) clock * by;
    }

    private int[] drop(int[] features) {
        int[] kept = new int[features.length];
        int count = 0;
        for (int feature : features) {
            if (random.nextDouble() >= DROPPED) {
                kept[count++] = feature;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private byte[] decode(int[][] features) {
        int length = features.length;
        float[][] scores = new float[length][L];
        int[][] from = new int[length][L];
        for (int i = 0; i < length; i++) {
            float[] own = new float[L];
            for (int feature : features[i]) {
                int at = (feature & mask) * L;
                own[0] += weights[at];
                own[1] += weights[at + 1];
                own[2] += weights[at + 2];
            }
            for (int to = 0; to < L; to++) {
                float top = -1e30f;
                for (int f = 0; f < L; f++) {
                    if (to == Model.IN && (i == 0 || f == Model.OUT) || i == 0 && f != Model.OUT) {
                        continue;
                    }
                    float score = (i == 0 ? 0 : scores[i - 1][f]) + steps[f * L + to];
                    if (score > top) {
                        top = score;
                        from[i][to] = f;
                    }
                }
                scores[i][to] = top + own[to];
            }
        }
        int label = 0;
        for (int k = 1; k < L; k++) {
            label = scores[length - 1][k] > scores[length - 1][label] ? k : label;
        }
        byte[] labels = new byte[length];
        for (int i = length - 1; i >= 0; i--) {
            labels[i] = (byte) label;
            label = from[i][label];
        }
        return labels;
    }
}
