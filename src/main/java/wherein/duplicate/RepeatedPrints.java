package wherein.duplicate;

import java.util.BitSet;

/**
 * Tells the texts that may have an equal before any is read: those with a print that came twice. All texts are
 * {@link #note noted} first. Takes some sixteen bits of memory for each print that is expected; some that came once are
 * taken for repeated.
 */
public final class RepeatedPrints {

    private static final long LEAST_BITS = 1 << 16;

    private final BitSet once = new BitSet();
    private final BitSet twice = new BitSet();
    private final int mask;

    /** Room for {@code expected} prints; more make more of them seem repeated. */
    public RepeatedPrints(long expected) {
        long bits = Long.highestOneBit(Math.max(LEAST_BITS, Math.min(expected * 8, 1L << 30)));
        this.mask = (int) (bits - 1);
    }

    /** Takes the prints of one text. */
    public void note(int[] prints) {
        for (int print : prints) {
            int bit = print & mask;
            twice.set(bit, twice.get(bit) || once.get(bit));
            once.set(bit);
        }
    }

    /** Whether one of these prints came twice. */
    public boolean hasOneOf(int[] prints) {
        for (int print : prints) {
            if (twice.get(print & mask)) {
                return true;
            }
        }
        return false;
    }
}
