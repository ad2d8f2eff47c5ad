package wherein.document;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * From bytes to text: a byte order mark, UTF-8, UTF-16 told by its zero bytes, or one of the single-byte encodings that
 * articles in our languages come in, told by the frequencies of their letters.
 */
final class Encodings {

    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset KOI8 = Charset.forName("KOI8-R");

    /** So many bytes are enough to tell by. */
    private static final int SAMPLE = 1 << 16;

    private Encodings() {}

    /**
     * A text and how it was read.
     *
     * @param note what a reader should know of the encoding; empty for sound UTF-8
     */
    record Decoded(String text, Optional<String> note) {}

    /**
     * Reads {@code bytes}.
     *
     * @throws UnreadableException if they are no text in any of the encodings
     */
    static Decoded decode(byte[] bytes) throws UnreadableException {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8(Arrays.copyOfRange(bytes, 3, bytes.length));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return utf16(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return utf16(bytes, 2, StandardCharsets.UTF_16BE);
        }
        Optional<Charset> wide = zeroBytes(bytes);
        if (wide.isPresent()) {
            return utf16(bytes, 0, wide.get());
        }
        return utf8(bytes);
    }

    private static Decoded utf8(byte[] bytes) throws UnreadableException {
        Optional<String> sound = strictly(bytes, StandardCharsets.UTF_8);
        if (sound.isPresent()) {
            refuseBinary(sound.get());
            return new Decoded(sound.get(), Optional.empty());
        }
        String mended = new String(bytes, StandardCharsets.UTF_8);
        long broken = mended.chars().filter(c -> c == 0xFFFD).count();
        long wide = mended.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        // A file in a single-byte encoding hardly ever has a sound UTF-8 sequence in it.
        if (wide > broken * 4) {
            refuseBinary(mended);
            return new Decoded(
                    mended,
                    Optional.of("not sound UTF-8: " + broken + " broken sequence" + (broken == 1 ? "" : "s")
                            + " replaced by U+FFFD; save the file as UTF-8 to mend it"));
        }
        Charset charset = singleByte(bytes);
        String text = new String(bytes, charset);
        refuseBinary(text);
        return new Decoded(
                text,
                Optional.of("not UTF-8: read as " + charset.name() + ", told by its letters; save it as UTF-8 if that "
                        + "is wrong"));
    }

    private static Decoded utf16(byte[] bytes, int from, Charset charset) throws UnreadableException {
        byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
        Optional<String> sound = strictly(rest, charset);
        String text = sound.orElseGet(() -> new String(rest, charset));
        refuseBinary(text);
        return new Decoded(
                text,
                Optional.of("read as " + charset.name() + (sound.isPresent() ? "" : ", broken characters replaced")));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** UTF-16 without a mark: in European text nearly every second byte is zero, always the even or the odd ones. */
    private static Optional<Charset> zeroBytes(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        if (odd > length / 10 && even == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even > length / 10 && odd == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Charset singleByte(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE)));
        CharsetMatch[] matches = detector.detectAll();
        for (CharsetMatch match : matches) {
            switch (match.getName()) {
                case "windows-1251", "ISO-8859-5" -> {
                    return CYRILLIC;
                }
                case "KOI8-R" -> {
                    return KOI8;
                }
                case "ISO-8859-1", "windows-1252", "ISO-8859-2", "ISO-8859-9" -> {
                    return WESTERN;
                }
                default -> {}
            }
        }
        return WESTERN;
    }

    /** Text has no NUL, and hardly any control character but tab and line ends. */
    private static void refuseBinary(String text) throws UnreadableException {
        long controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (c < ' ' && "\t\n\r\f\u000b".indexOf(c) < 0)) {
                controls++;
            }
        }
        if (controls > 0 && (text.indexOf('\0') >= 0 || controls > text.length() / 100)) {
            throw new UnreadableException("binary: it holds control characters that no text has; convert it to text");
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
