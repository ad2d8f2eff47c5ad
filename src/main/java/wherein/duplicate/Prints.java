package wherein.duplicate;

import java.util.Arrays;

/**
 * The fingerprints of a text: hashes of some of its runs of five words, by which texts with words in common are found. Of eight
 * runs in a row the least hash is one of them (winnowing, Schleimer and others 2003), so that two texts with twelve words in a
 * row in common share one, wherever these stand. They say where to look, and prove nothing.
 */
final class Prints {

    private static final int RUN = 5;
    private static final int WINDOW = 8;

    private static final int[] NONE = {};

    private Prints() {}

    /** The one print of a text that a text with all its words has, wherever its lines end. */
    static int whole(Words words) {
        return mixed(words.lettersHash() * 0x9E3779B97F4A7C15L);
    }

    /** Those of words {@code from} to {@code to}, each once, ascending. */
    static int[] of(Words words, int from, int to) {
        int[] runs = runs(words, from, to);
        return distinct(winnowed(runs));
    }

    /** All of a short text: it may be a part of a longer one, of which few are kept. */
    static int[] all(Words words) {
        return distinct(runs(words, 0, words.size()));
    }

    /** {@code prints}, each once, ascending; sorts them. */
    static int[] distinct(int[] prints) {
        Arrays.sort(prints);
        int size = 0;
        for (int print : prints) {
            if (size == 0 || prints[size - 1] != print) {
                prints[size++] = print;
            }
        }
        return size == prints.length ? prints : Arrays.copyOf(prints, size);
    }

    private static int[] runs(Words words, int from, int to) {
        int runs = to - from - RUN + 1;
        if (runs <= 0) {
            return NONE;
        }
        long[] hashes = new long[to - from];
        for (int i = from; i < to; i++) {
            hashes[i - from] = words.bare(i).hashCode();
        }
        int[] prints = new int[runs];
        for (int i = 0; i < runs; i++) {
            long hash = 0;
            for (int j = i; j < i + RUN; j++) {
                hash = hash * 0x9E3779B97F4A7C15L + hashes[j];
            }
            prints[i] = mixed(hash);
        }
        return prints;
    }

    private static int[] winnowed(int[] prints) {
        int[] kept = new int[prints.length];
        int size = 0;
        int least = -1;
        if (prints.length == 0) {
            return NONE;
        }
        for (int end = Math.min(WINDOW, prints.length); end <= prints.length; end++) {
            int start = Math.max(0, end - WINDOW);
            if (least < start) {
                least = start;
                for (int i = start; i < end; i++) {
                    least = prints[i] <= prints[least] ? i : least;
                }
                kept[size++] = prints[least];
            } else if (prints[end - 1] <= prints[least]) {
                least = end - 1;
                kept[size++] = prints[least];
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /** The first bits of a hash in which each bit depends on all (the finaliser of SplitMix64). */
    private static int mixed(long hash) {
        long mixed = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return (int) (mixed >>> 32);
    }
}
