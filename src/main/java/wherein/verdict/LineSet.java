package wherein.verdict;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which lines there are, told by the first 128 bits of their SHA-256: two lines have the same by no chance at all. Takes 20 to 40
 * bytes a line.
 */
final class LineSet {

    private static final int LEAST = 1 << 10;

    /** Two numbers a line, at the first free place from that on which the first of them points to; both 0 where there is none. */
    private long[] table = new long[2 * LEAST];

    private int size;

    /** Adds {@code line}; whether it is new. */
    boolean add(byte[] line) {
        ByteBuffer digest = ByteBuffer.wrap(digest(line));
        long high = digest.getLong();
        long low = digest.getLong();
        if (5L * size >= 2L * table.length) {
            grow();
        }
        boolean isNew = put(high, low);
        size += isNew ? 1 : 0;
        return isNew;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** Never full: four of five places at most are taken. */
    private boolean put(long high, long low) {
        int mask = table.length / 2 - 1;
        int at = (int) high & mask;
        while (table[2 * at] != 0 || table[2 * at + 1] != 0) {
            if (table[2 * at] == high && table[2 * at + 1] == low) {
                return false;
            }
            at = at + 1 & mask;
        }
        table[2 * at] = high;
        table[2 * at + 1] = low;
        return true;
    }

    private void grow() {
        long[] all = table;
        table = new long[Math.multiplyExact(2, all.length)];
        for (int i = 0; i < all.length; i += 2) {
            if (all[i] != 0 || all[i + 1] != 0) {
                put(all[i], all[i + 1]);
            }
        }
    }

    private static byte[] digest(byte[] line) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(line);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
