package wherein.format;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import wherein.document.NoteKind;

/**
 * The text of a file that may be larger than a text may be, since it holds many. Its encoding is told as that of any text
 * is ({@link Encodings}); that of a file too large to be held, by one reading more of it and those of its lines that tell.
 */
public final class TextStream {

    /** A file of no more bytes is decoded as a whole. */
    public static final int WHOLE = 16 << 20;

    private static final int BLOCK = 1 << 16;

    private TextStream() {}

    /**
     * Opens the text of {@code file}, without a byte order mark; tells of its bytes as they are read, and what is the matter with its
     * encoding.
     *
     * @throws UnreadableException if it is no text
     */
    static BufferedReader open(Path file, Extracts extracts) throws IOException, UnreadableException {
        return open(file, WHOLE, extracts);
    }

    /** As {@link #open(Path, Extracts)}, of a file of more bytes than {@code whole} as a stream. */
    static BufferedReader open(Path file, int whole, Extracts extracts) throws IOException, UnreadableException {
        long size = Files.size(file);
        if (size == 0) {
            throw new UnreadableException(NoteKind.EMPTY, "it is empty");
        }
        if (size <= whole) {
            extracts.read(size);
            Encodings.Decoded decoded = Encodings.decode(Files.readAllBytes(file));
            decoded.remark().ifPresent(remark -> extracts.tell(remark.kind(), 0, remark.message()));
            return new BufferedReader(new StringReader(decoded.text()));
        }
        Encodings.Decoded sample = Encodings.decode(sample(file));
        sample.remark().ifPresent(remark -> extracts.tell(remark.kind(), 0, remark.message()));
        Charset charset =
                sample.remark().map(remark -> Charset.forName(remark.charset())).orElse(StandardCharsets.UTF_8);
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(new CountedInput(Files.newInputStream(file), extracts::read), charset), BLOCK);
        reader.mark(1);
        if (reader.read() != 0xFEFF) {
            reader.reset();
        }
        return reader;
    }

    /** Bytes of {@code file} that tell its encoding: its first block, and where it is no sound UTF-8, lines in which it is not ASCII. */
    private static byte[] sample(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(BLOCK);
            boolean wide = first[0] == (byte) 0xFF || first[0] == (byte) 0xFE || contains(first, 0);
            if (wide || isUtf8(file)) {
                return wide ? first : new byte[] {'a'};
            }
        }
        return highLines(file);
    }

    private static boolean contains(byte[] bytes, int wanted) {
        for (byte each : bytes) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer characters = CharBuffer.allocate(BLOCK);
        try (InputStream in = Files.newInputStream(file)) {
            boolean more = true;
            while (more) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                more = read >= 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                CoderResult result = decoder.decode(bytes, characters.clear(), !more);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return true;
    }

    /** The first lines that are not ASCII, as many as a block has. */
    private static byte[] highLines(Path file) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean high = false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
            for (int b = in.read(); b >= 0 && lines.size() < BLOCK; b = in.read()) {
                high |= b > 0x7F;
                line.write(b);
                if (b == '\n' || line.size() == BLOCK) {
                    if (high) {
                        line.writeTo(lines);
                    }
                    line.reset();
                    high = false;
                }
            }
        }
        if (high) {
            line.writeTo(lines);
        }
        return lines.toByteArray();
    }
}
