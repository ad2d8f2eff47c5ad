package wherein.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A number for each of very many ids, none of which is kept: an id is known by 96 bits of its SHA-256, so that two of a billion are
 * taken for one with a chance of 10<sup>-11</sup>. Takes 18 to 28 bytes an id, and the same time for each. Not safe for use by several
 * threads.
 */
final class IdTable {

    /** Is no number. */
    static final int NONE = -1;

    /** Tables of their own, of which one at a time grows: so growing needs little memory beside what is there. */
    private static final int SHARDS = 256;

    private final MessageDigest sha256 = Fingerprint.sha256();
    private final Shard[] shards = new Shard[SHARDS];

    /** The number of {@code id}; {@link #NONE} if it has none. */
    int get(String id) {
        ByteBuffer key = key(id);
        Shard shard = shards[Byte.toUnsignedInt(key.get())];
        return shard == null ? NONE : shard.get(key.getLong(), key.getInt());
    }

    /**
     * Gives {@code id} a {@code number}, unless it has one.
     *
     * @param number from 0 on
     * @return whether it had none
     */
    boolean put(String id, int number) {
        ByteBuffer key = key(id);
        int which = Byte.toUnsignedInt(key.get());
        if (shards[which] == null) {
            shards[which] = new Shard();
        }
        return shards[which].put(key.getLong(), key.getInt(), number);
    }

    private ByteBuffer key(String id) {
        return ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8)));
    }

    /** A table with open addressing: what has no room at its place stands at the next that is free. */
    private static final class Shard {

        private static final int SMALLEST = 16;

        /** Of 10 places so many are taken at most. */
        private static final int FULL = 9;

        private long[] keys = new long[SMALLEST];
        private int[] rest = new int[SMALLEST];
        private int[] numbers = none(SMALLEST);
        private int size;

        private static int[] none(int length) {
            int[] numbers = new int[length];
            Arrays.fill(numbers, NONE);
            return numbers;
        }

        /** Where a key stands, or would. */
        private int place(long key, int more) {
            int place = (int) Long.remainderUnsigned(key, keys.length);
            while (numbers[place] != NONE && (keys[place] != key || rest[place] != more)) {
                place = place + 1 == keys.length ? 0 : place + 1;
            }
            return place;
        }

        int get(long key, int more) {
            return numbers[place(key, more)];
        }

        boolean put(long key, int more, int number) {
            int place = place(key, more);
            if (numbers[place] != NONE) {
                return false;
            }
            keys[place] = key;
            rest[place] = more;
            numbers[place] = number;
            size++;
            if (size * 10L > keys.length * (long) FULL) {
                grow();
            }
            return true;
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldRest = rest;
            int[] oldNumbers = numbers;
            int length = oldKeys.length + oldKeys.length / 2;
            keys = new long[length];
            rest = new int[length];
            numbers = none(length);
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldNumbers[i] != NONE) {
                    int place = place(oldKeys[i], oldRest[i]);
                    keys[place] = oldKeys[i];
                    rest[place] = oldRest[i];
                    numbers[place] = oldNumbers[i];
                }
            }
        }
    }
}
