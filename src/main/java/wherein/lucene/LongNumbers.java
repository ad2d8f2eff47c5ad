package wherein.lucene;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;

/** Numbers longs from 0 on, in the order in which they first come. Takes some 24 bytes each. */
final class LongNumbers {

    private static final int NONE = -1;

    /** The golden ratio as a fraction of 2 to the 64: keys next to each other fall far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[16];
    private int[] table = empty(64);
    private int size;

    private static int[] empty(int length) {
        int[] table = new int[length];
        Arrays.fill(table, NONE);
        return table;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** The long that has this number. */
    long get(int number) {
        return keys[number];
    }

    /** The number of {@code key}, a new one if it has none yet. */
    int of(long key) {
        int slot = slot(key);
        if (table[slot] != NONE) {
            return table[slot];
        }
        if (size == keys.length) {
            keys = ArrayUtil.grow(keys);
        }
        keys[size] = key;
        table[slot] = size++;
        if (size * 2L > table.length) {
            table = empty(table.length * 2);
            for (int number = 0; number < size; number++) {
                table[slot(keys[number])] = number;
            }
        }
        return size - 1;
    }

    /** Where {@code key} stands, or would stand. */
    private int slot(long key) {
        int slot = (int) (key * SPREAD >>> 32) & table.length - 1;
        while (table[slot] != NONE && keys[table[slot]] != key) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }
}
