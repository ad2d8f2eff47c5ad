package wherein.lucene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The commonest runs of up to eight bytes of texts in an alphabet, in UTF-8, a code of one byte for each (after FSST, Boncz, Neumann
 * and Leis 2020). What has no code is written out behind an escape. The tables belong to the format: {@link Fields#FORMAT}.
 */
final class Symbols {

    /** Trained on English; other languages in these letters gain less. */
    static final Symbols LATIN = new Symbols("latin.symbols");

    /** Trained on Russian. */
    static final Symbols CYRILLIC = new Symbols("cyrillic.symbols");

    /** The code before a byte as it is. */
    private static final byte ESCAPE = 0;

    private static final int MOST_BYTES = Long.BYTES;
    private static final int CODES = 1 << Byte.SIZE;
    private static final int BYTES = 1 << Byte.SIZE;

    /** By code, the first byte lowest. */
    private final long[] runs = new long[CODES];

    private final byte[] lengths = new byte[CODES];

    /** Of a node of the tree of all runs and a byte, the next node; 0, the root, where there is none. */
    private short[] next = new short[BYTES];

    /** Of each node, the code of the run that ends there, or {@link #ESCAPE}. */
    private byte[] codes = new byte[1];

    private int nodes = 1;

    private Symbols(String file) {
        byte code = ESCAPE;
        for (String run : read(file)) {
            add(run.getBytes(StandardCharsets.UTF_8), ++code);
        }
    }

    /** The lines of the table, each a run between bars, since runs begin and end with spaces. */
    private static List<String> read(String file) {
        try (InputStream in = Symbols.class.getResourceAsStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.substring(1, line.length() - 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(byte[] run, byte code) {
        if (run.length > MOST_BYTES || code == ESCAPE) {
            throw new IllegalStateException("a table has " + (CODES - 1) + " runs of " + MOST_BYTES + " bytes at most");
        }
        int node = 0;
        for (int i = 0; i < run.length; i++) {
            runs[code & 0xFF] |= (run[i] & 0xFFL) << Byte.SIZE * i;
            int at = node * BYTES + (run[i] & 0xFF);
            if (next[at] == 0) {
                next[at] = (short) nodes++;
                next = ArrayUtil.grow(next, nodes * BYTES);
                codes = ArrayUtil.grow(codes, nodes);
            }
            node = next[at];
        }
        codes[node] = code;
        lengths[code & 0xFF] = (byte) run.length;
    }

    /**
     * Writes the codes of {@code from} from {@code start} of {@code to} on, the longest run first.
     *
     * @return where they end; -1 if there is no room for them
     */
    int pack(BytesRef from, byte[] to, int start) {
        byte[] text = from.bytes;
        int limit = from.offset + from.length;
        int at = from.offset;
        int end = start;
        while (at < limit) {
            byte code = ESCAPE;
            int behind = at + 1;
            int node = next[text[at] & 0xFF];
            for (int i = at + 1; node != 0; i++) {
                if (codes[node] != ESCAPE) {
                    code = codes[node];
                    behind = i;
                }
                node = i < limit ? next[node * BYTES + (text[i] & 0xFF)] : 0;
            }
            if (end + 1 >= to.length) {
                return -1;
            }
            to[end++] = code;
            if (code == ESCAPE) {
                to[end++] = text[at];
            }
            at = behind;
        }
        return end;
    }

    /** The text whose codes stand in {@code packed} from {@code start} to {@code end}. */
    String unpack(byte[] packed, int start, int end) {
        // Most texts are packed to half of their bytes.
        byte[] text = new byte[3 * (end - start) + MOST_BYTES];
        int to = 0;
        for (int at = start; at < end; at++) {
            if (to + MOST_BYTES > text.length) {
                text = ArrayUtil.grow(text, to + MOST_BYTES);
            }
            int code = packed[at] & 0xFF;
            if (code == ESCAPE) {
                text[to++] = packed[++at];
            } else {
                // Eight bytes at once, of which the next overwrites what is too much.
                BitUtil.VH_LE_LONG.set(text, to, runs[code]);
                to += lengths[code];
            }
        }
        return new String(text, 0, to, StandardCharsets.UTF_8);
    }
}
