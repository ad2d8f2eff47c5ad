package wherein.recognise.person;

/**
 * Gives each unit of a document one of the {@link Model} labels: the best path through every run of capitalised units.
 *
 * <p>Units outside of runs are {@link Model#OUT}. For one document, not safe for use by several threads at once.
 */
final class Tagger {

    private static final int NEVER = Integer.MIN_VALUE / 4;

    private final Units units;
    private final Features features;
    private final Model latin;
    private final Model cyrillic;
    private final int[] buffer = new int[Features.MOST];
    private final byte[] labels;
    private final int[] margins;
    private int[] scores = new int[64 * Model.LABELS];
    private int[] best = new int[64 * Model.LABELS];

    Tagger(Units units, PersonEvidence evidence, Model latin, Model cyrillic) {
        this.units = units;
        this.features = new Features(units, evidence);
        this.latin = latin;
        this.cyrillic = cyrillic;
        this.labels = new byte[units.size];
        this.margins = new int[units.size];
    }

    /** Tags the whole document. */
    Tagger tag() {
        for (int start = Segment.next(units, 0); start < units.size; ) {
            int end = Segment.end(units, start);
            run(start, end);
            start = Segment.next(units, end);
        }
        return this;
    }

    /** The label of unit {@code i}. */
    int label(int i) {
        return labels[i];
    }

    /** By how much a name beginning at unit {@code i} scores above none, on its own. */
    int margin(int i) {
        return margins[i];
    }

    /** What beginning a name adds or takes at the start of a run, whatever the unit. */
    int lead(int i) {
        Model model = units.cyrillic[i] ? cyrillic : latin;
        return model.step(Model.OUT, Model.BEGIN) - model.step(Model.OUT, Model.OUT);
    }

    /** Whether the run is one word that opens a sentence, a day or a people, and no name besides. */
    private boolean plain(int start, int end) {
        return end - start == 1
                && units.has(start, Flags.FUNCTION | Flags.CALENDAR | Flags.DEMONYM)
                && !units.has(start, Flags.GIVEN | Flags.SURNAME);
    }

    private void run(int start, int end) {
        if (plain(start, end)) {
            margins[start] = NEVER;
            return;
        }
        int length = end - start;
        if (scores.length < length * Model.LABELS) {
            scores = new int[length * Model.LABELS * 2];
            best = new int[length * Model.LABELS * 2];
        }
        features.run(start, end);
        Model model = units.cyrillic[start] ? cyrillic : latin;
        for (int i = 0; i < length; i++) {
            units.checkpoint.step();
            int count = features.of(start + i, buffer);
            int at = i * Model.LABELS;
            model.score(buffer, count, scores, at);
            margins[start + i] = scores[at + 1] - scores[at];
        }
        decode(model, start, length);
    }

    /** Viterbi: scores become those of the best path to each label, and the path is read from its end. */
    private void decode(Model model, int start, int length) {
        for (int i = 0; i < length; i++) {
            for (int to = 0; to < Model.LABELS; to++) {
                int top = NEVER;
                for (int from = 0; from < Model.LABELS; from++) {
                    if (to == Model.IN && (i == 0 || from == Model.OUT) || i == 0 && from != Model.OUT) {
                        continue;
                    }
                    int before = i == 0 ? 0 : scores[(i - 1) * Model.LABELS + from];
                    int score = before + model.step(from, to);
                    if (score > top) {
                        top = score;
                        best[i * Model.LABELS + to] = from;
                    }
                }
                int at = i * Model.LABELS + to;
                scores[at] = top <= NEVER ? NEVER : top + scores[at];
            }
        }
        int last = (length - 1) * Model.LABELS;
        int label = Model.OUT;
        for (int k = 1; k < Model.LABELS; k++) {
            label = scores[last + k] > scores[last + label] ? k : label;
        }
        for (int i = length - 1; i >= 0; i--) {
            labels[start + i] = (byte) label;
            label = best[i * Model.LABELS + label];
        }
    }
}
