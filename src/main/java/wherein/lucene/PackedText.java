package wherein.lucene;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/**
 * A text as the index keeps it: in the {@link Symbols} of its alphabet where that is shorter, and otherwise as it is. Each is read
 * alone, in about a nanosecond a character, while of a block of many all would have to be unpacked for one of them.
 */
final class PackedText {

    private static final byte AS_IT_IS = 0;
    private static final byte LATIN = 1;
    private static final byte CYRILLIC = 2;

    /** In an alphabet of which a letter takes two bytes, a text has more bytes for each of its characters. */
    private static final double MANY_BYTES = 1.5;

    private PackedText() {}

    /** What the index keeps of {@code text}. */
    static BytesRef of(String text) {
        BytesRef bytes = new BytesRef(text);
        byte table = bytes.length > MANY_BYTES * text.length() ? CYRILLIC : LATIN;
        // With room for what is no longer than the text.
        byte[] packed = new byte[bytes.length + 1];
        packed[0] = table;
        int end = symbols(table).pack(bytes, packed, 1);
        if (end < 0) {
            packed[0] = AS_IT_IS;
            System.arraycopy(bytes.bytes, bytes.offset, packed, 1, bytes.length);
            end = packed.length;
        }
        return new BytesRef(Arrays.copyOf(packed, end));
    }

    /** The text of which the index keeps {@code packed}. */
    static String read(BytesRef packed) {
        byte table = packed.bytes[packed.offset];
        int end = packed.offset + packed.length;
        if (table == AS_IT_IS) {
            return new String(packed.bytes, packed.offset + 1, packed.length - 1, StandardCharsets.UTF_8);
        }
        return symbols(table).unpack(packed.bytes, packed.offset + 1, end);
    }

    private static Symbols symbols(byte table) {
        return table == LATIN ? Symbols.LATIN : Symbols.CYRILLIC;
    }
}
