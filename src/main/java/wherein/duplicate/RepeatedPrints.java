package wherein.duplicate;

import java.util.Arrays;

/**
 * Tells the texts that may have an equal before any is read: those with a print that came twice. All texts are
 * {@link #note noted} first. Takes 4 to 6 bytes of memory for each print until {@link #keep} is called, and then as much for each that
 * came more than once.
 */
public final class RepeatedPrints {

    private int[] prints = new int[1 << 10];
    private int size;

    /** Takes the prints of one text, each once. */
    public void note(int[] some) {
        if (size + some.length > prints.length) {
            prints = Arrays.copyOf(prints, Math.max(size + some.length, prints.length + (prints.length >> 1)));
        }
        System.arraycopy(some, 0, prints, size, some.length);
        size += some.length;
    }

    /** Keeps those that came more than once; no more can be noted. */
    public void keep() {
        Arrays.sort(prints, 0, size);
        int kept = 0;
        for (int i = 1; i < size; i++) {
            boolean isRepeated = prints[i] == prints[i - 1];
            if (isRepeated && (kept == 0 || prints[kept - 1] != prints[i])) {
                prints[kept++] = prints[i];
            }
        }
        prints = Arrays.copyOf(prints, kept);
        size = kept;
    }

    /** Whether one of these prints came more than once; after {@link #keep}. */
    public boolean hasOneOf(int[] some) {
        for (int print : some) {
            if (Arrays.binarySearch(prints, print) >= 0) {
                return true;
            }
        }
        return false;
    }
}
