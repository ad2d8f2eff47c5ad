package wherein.lucene;

import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.apache.lucene.util.UnicodeUtil;

/** The values of one field that rows are grouped by, numbered from 0 on in the order in which they first come. */
final class GroupValues {

    /** How many bytes the values of one field may take together; less where there is little memory. */
    static final long MOST_BYTES = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 16);

    /** No longer value can be kept: of a longer one this beginning stands for the whole. */
    static final int LONGEST = 32_000;

    private final BytesRefHash values = new BytesRefHash();
    private long bytes;

    /** The number of {@code value}, in UTF-8, which is copied. */
    int of(BytesRef value) {
        BytesRef kept = value.length <= LONGEST ? value : beginning(value);
        int number = values.add(kept);
        if (number < 0) {
            return -number - 1;
        }
        bytes += kept.length;
        return number;
    }

    /** The number of {@code value}. */
    int of(String value) {
        return of(new BytesRef(value));
    }

    private static BytesRef beginning(BytesRef value) {
        int length = LONGEST;
        // Not in the middle of a character.
        while ((value.bytes[value.offset + length] & 0xC0) == 0x80) {
            length--;
        }
        return new BytesRef(value.bytes, value.offset, length);
    }

    /** How many bytes all values take. */
    long bytes() {
        return bytes;
    }

    /** The value of this number. */
    String get(int number) {
        BytesRef value = values.get(number, new BytesRef());
        char[] characters = new char[value.length];
        return new String(characters, 0, UnicodeUtil.UTF8toUTF16(value, characters));
    }

    /** The place of each number in the order of the values by code point. No value can be added after that. */
    int[] ranks() {
        int size = values.size();
        int[] sorted = values.sort();
        int[] ranks = new int[size];
        for (int rank = 0; rank < size; rank++) {
            ranks[sorted[rank]] = rank;
        }
        return ranks;
    }
}
