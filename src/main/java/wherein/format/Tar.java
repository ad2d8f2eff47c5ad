package wherein.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;

/** The entries of a tar (POSIX ustar and pax, and GNU's long names), as they come. */
final class Tar {

    private static final int BLOCK = 512;

    /** A name is no longer, nor is what says it. */
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] header = new byte[BLOCK];

    /** What is said of the next entry before it. */
    private final Map<String, String> said = new HashMap<>();

    private Tar(InputStream in) {
        this.in = in;
    }

    /** Takes entries, all but folders. */
    interface Taker {

        /**
         * The next one.
         *
         * @param plain whether it is a file, and no link or device
         * @param content its bytes; what is not read is passed over
         */
        void take(String name, boolean plain, InputStream content) throws IOException;
    }

    /**
     * Hands the entries of {@code in} to {@code taker}.
     *
     * @throws ZipException if it is no tar, or damaged
     * @throws EOFException if it ends too soon
     */
    static void read(InputStream in, Taker taker) throws IOException {
        new Tar(in).read(taker);
    }

    private void read(Taker taker) throws IOException {
        for (int read = next(); read > 0 && !isEnd(); read = next()) {
            check();
            long size = size();
            char type = (char) header[156];
            switch (type) {
                case 'x' -> pax(text(size));
                case 'L' -> said.put("path", cut(text(size)));
                case 'g', 'K' -> pass(size);
                default -> {
                    Entry content = new Entry(size);
                    if (type != '5') {
                        taker.take(name(), type == '0' || type == 0 || type == '7', content);
                    }
                    content.close();
                    said.clear();
                }
            }
        }
    }

    /** Reads a header; 0 at the end. */
    private int next() throws IOException {
        int read = in.readNBytes(header, 0, BLOCK);
        if (read > 0 && read < BLOCK) {
            throw new EOFException("it ends too soon");
        }
        return read;
    }

    private boolean isEnd() {
        for (byte each : header) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /** The sum of the header, its own field as spaces. */
    private void check() throws ZipException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xFF;
        }
        if (sum != number(148, 8)) {
            throw new ZipException("no entry of a tar");
        }
    }

    private long size() throws ZipException {
        String told = said.get("size");
        long size = told == null ? number(124, 12) : told.matches("\\d{1,18}") ? Long.parseLong(told) : -1;
        // Links have none, whatever is written there.
        boolean none = header[156] == '1' || header[156] == '2';
        if (size < 0) {
            throw new ZipException("an entry of no size");
        }
        return none ? 0 : size;
    }

    /** In octal, or, if it is too large for that, in base 256. */
    private long number(int from, int length) {
        if ((header[from] & 0x80) != 0) {
            long value = header[from] & 0x3F;
            for (int i = from + 1; i < from + length; i++) {
                value = value << 8 | header[i] & 0xFF;
            }
            return value;
        }
        long value = 0;
        for (int i = from; i < from + length; i++) {
            if (header[i] >= '0' && header[i] <= '7') {
                value = value * 8 + header[i] - '0';
            }
        }
        return value;
    }

    private String name() {
        String told = said.get("path");
        if (told != null) {
            return told;
        }
        String name = field(0, 100);
        boolean posix = field(257, 6).equals("ustar");
        String prefix = posix ? field(345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private String field(int from, int length) {
        byte[] bytes = new byte[length];
        System.arraycopy(header, from, bytes, 0, length);
        return cut(decoded(bytes));
    }

    /** Up to the first zero byte. */
    private static String cut(String field) {
        int zero = field.indexOf('\0');
        return zero < 0 ? field : field.substring(0, zero);
    }

    private static String decoded(byte[] bytes) {
        return Charsets.strictly(bytes, StandardCharsets.UTF_8)
                .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private String text(long size) throws IOException {
        if (size > LONGEST) {
            throw new ZipException("a name of " + size + " bytes");
        }
        byte[] bytes = in.readNBytes((int) size);
        if (bytes.length < size) {
            throw new EOFException("it ends too soon");
        }
        pass(padding(size));
        return decoded(bytes);
    }

    /** Lines such as {@code 30 path=some/name}, each with its length before it. */
    private void pax(String records) {
        for (String line : records.split("\n")) {
            int space = line.indexOf(' ');
            int equals = line.indexOf('=');
            if (space > 0 && equals > space) {
                said.put(line.substring(space + 1, equals), line.substring(equals + 1));
            }
        }
    }

    private static long padding(long size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    private void pass(long count) throws IOException {
        in.skipNBytes(count);
    }

    /** The bytes of one entry. */
    private final class Entry extends InputStream {
        private final long size;
        private long left;

        Entry(long size) {
            this.size = size;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, from, (int) Math.min(length, left));
            if (read < 0) {
                throw new EOFException("it ends too soon");
            }
            left -= read;
            return read;
        }

        @Override
        public void close() throws IOException {
            if (left >= 0) {
                pass(left + padding(size));
                left = -1;
            }
        }
    }
}
