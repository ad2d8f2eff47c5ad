package wherein.document;

import java.util.Arrays;
import java.util.List;

/**
 * Tells which paragraphs repeat what another paragraph near them says: nearly all their runs of three words stand there
 * too. Works on hashes of the runs, so that a book takes little memory.
 */
final class PullQuotes {

    /** A shorter paragraph says the same as another by chance. */
    private static final int LEAST_WORDS = 8;

    /** A longer one is no quotation set off from the text. */
    private static final int MOST_WORDS = 80;

    /** How many paragraphs before and after are looked at. */
    private static final int WINDOW = 40;

    private static final int RUN = 3;
    private static final double CONTAINED = 0.8;
    private static final int PROBES = 5;

    private final List<List<String>> paragraphs;

    /** The runs of each, null where nobody has asked. */
    private final int[][] runs;

    private final int[] lengths;

    /** Takes the folded words of each paragraph, in order. */
    PullQuotes(List<List<String>> paragraphs) {
        this.paragraphs = paragraphs;
        this.runs = new int[paragraphs.size()][];
        this.lengths = paragraphs.stream().mapToInt(List::size).toArray();
    }

    /**
     * Whether paragraph {@code i} repeats a longer one.
     *
     * @param orAsLong whether one of the same length will do
     */
    boolean repeats(int i, boolean orAsLong) {
        if (lengths[i] < LEAST_WORDS || lengths[i] > MOST_WORDS) {
            return false;
        }
        int least = orAsLong ? lengths[i] : lengths[i] + 1;
        for (int other = Math.max(0, i - WINDOW); other < Math.min(lengths.length, i + WINDOW + 1); other++) {
            if (other != i && lengths[other] >= least && isContained(runs(i), runs(other))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isContained(int[] shorter, int[] longer) {
        boolean any = false;
        for (int probe = 0; probe < PROBES && !any; probe++) {
            any = Arrays.binarySearch(longer, shorter[probe * (shorter.length - 1) / (PROBES - 1)]) >= 0;
        }
        if (!any) {
            return false;
        }
        long shared = Arrays.stream(shorter)
                .filter(run -> Arrays.binarySearch(longer, run) >= 0)
                .count();
        return shared >= CONTAINED * shorter.length;
    }

    private int[] runs(int paragraph) {
        if (runs[paragraph] == null) {
            List<String> words = paragraphs.get(paragraph);
            int[] hashes = new int[Math.max(0, words.size() - RUN + 1)];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = words.subList(i, i + RUN).hashCode();
            }
            Arrays.sort(hashes);
            runs[paragraph] = hashes;
        }
        return runs[paragraph];
    }
}
