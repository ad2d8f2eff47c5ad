package wherein.search;

import java.util.Arrays;

/** Finds keys among some that ascend: in a step each where those that are asked for ascend too, else by halving. For one thread. */
public final class SortedKeys {

    private final long[] keys;

    /** The first that is not before the key that was asked for last. */
    private int at;

    /** Of {@code keys}, which ascend, and are not copied. */
    public SortedKeys(long[] keys) {
        this.keys = keys;
    }

    /** The place of {@code key}; negative if it is not among them. */
    public int find(long key) {
        if (at > 0 && keys[at - 1] >= key) {
            at = first(0, key);
        } else if (at < keys.length && keys[at] < key && ++at < keys.length && keys[at] < key) {
            at = first(at, key);
        }
        return at < keys.length && keys[at] == key ? at : -1;
    }

    private int first(int from, long key) {
        int found = Arrays.binarySearch(keys, from, keys.length, key);
        return found < 0 ? -found - 1 : found;
    }
}
