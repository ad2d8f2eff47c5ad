package wherein.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import wherein.document.NoteKind;

/** From bytes to text: a byte order mark, UTF-8, UTF-16 told by its zero bytes, or an older charset ({@link Charsets}). */
public final class Encodings {

    /** So many bytes are enough to tell by. */
    private static final int SAMPLE = 1 << 16;

    /** With so many sound sequences of UTF-8 for each broken one, that is what a text is in. */
    private static final int LIKELY_SOUND = 4;

    /** For each control character, so many others at least: in a short text, and in a long one beyond the first few. */
    private static final int FEWEST_A_CONTROL = 20;

    private static final int FEW_A_CONTROL = 100;
    private static final int MOST_STRAY = 3;

    private Encodings() {}

    /**
     * A text and how it was read.
     *
     * @param remark what a reader should know of the encoding; empty for sound UTF-8
     */
    public record Decoded(String text, Optional<Remark> remark) {}

    /** What a note on the encoding of a text is about, which encoding that is, and what is said of it. */
    public record Remark(NoteKind kind, String charset, String message) {}

    /**
     * Reads {@code bytes}.
     *
     * @throws UnreadableException if they are no text in any of the encodings
     */
    public static Decoded decode(byte[] bytes) throws UnreadableException {
        return decode(bytes, Optional.empty());
    }

    /**
     * Reads {@code bytes} of which the file says itself in which charset they are: believed if they are no UTF-8, and sound
     * in that charset.
     *
     * @throws UnreadableException if they are no text in any of the encodings
     */
    public static Decoded decode(byte[] bytes, Optional<Charset> declared) throws UnreadableException {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8(Arrays.copyOfRange(bytes, 3, bytes.length), Optional.empty());
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
        return utf8(bytes, declared);
    }

    private static Decoded utf8(byte[] bytes, Optional<Charset> declared) throws UnreadableException {
        Optional<String> sound = Charsets.strictly(bytes, StandardCharsets.UTF_8);
        if (sound.isPresent()) {
            Optional<Charset> escaped = Charsets.escaped(bytes);
            if (escaped.isPresent()) {
                return guessed(bytes, escaped.get());
            }
            return new Decoded(shown(sound.get()), Optional.empty());
        }
        String mended = new String(bytes, StandardCharsets.UTF_8);
        long broken = mended.chars().filter(c -> c == 0xFFFD).count();
        long wide = mended.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        // A file in another charset has hardly ever many a sound UTF-8 sequence in it.
        if (wide >= LIKELY_SOUND * broken) {
            return broken(mended, broken);
        }
        Optional<String> said = declared.flatMap(charset -> Charsets.strictly(bytes, charset));
        if (said.isPresent()) {
            return new Decoded(shown(said.get()), Optional.empty());
        }
        Charset likeliest = CharsetGuess.of(bytes);
        return likeliest.equals(StandardCharsets.UTF_8) ? broken(mended, broken) : guessed(bytes, likeliest);
    }

    private static Decoded broken(String mended, long broken) throws UnreadableException {
        return new Decoded(
                shown(mended),
                Optional.of(new Remark(
                        NoteKind.ENCODING_BROKEN,
                        StandardCharsets.UTF_8.name(),
                        "not sound UTF-8: " + broken + " broken sequence" + (broken == 1 ? "" : "s")
                                + " replaced by U+FFFD; save the file as UTF-8 to mend it")));
    }

    private static Decoded guessed(byte[] bytes, Charset charset) throws UnreadableException {
        String text = new String(bytes, charset);
        return new Decoded(
                shown(text),
                Optional.of(new Remark(
                        NoteKind.ENCODING_GUESSED,
                        charset.name(),
                        "not UTF-8: read as " + charset.name() + ", told by its letters; save it as UTF-8 if that "
                                + "is wrong")));
    }

    private static Decoded utf16(byte[] bytes, int from, Charset charset) throws UnreadableException {
        byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
        Optional<String> sound = Charsets.strictly(rest, charset);
        String text = sound.orElseGet(() -> new String(rest, charset));
        return new Decoded(
                shown(text),
                Optional.of(new Remark(
                        sound.isEmpty()
                                ? NoteKind.ENCODING_BROKEN
                                : from > 0 ? NoteKind.ENCODING_MARKED : NoteKind.ENCODING_GUESSED,
                        charset.name(),
                        "read as " + charset.name() + (sound.isPresent() ? "" : ", broken characters replaced"))));
    }

    /** UTF-16 without a mark: nearly every second byte is zero, or 4 in Cyrillic, always the even or the odd ones. */
    private static Optional<Charset> zeroBytes(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE) & ~1;
        int[] zeros = new int[2];
        int[] rows = new int[2];
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
            rows[i & 1] += bytes[i] == 0 || bytes[i] == 4 ? 1 : 0;
        }
        if (zeros[1] > 0 && zeros[0] == 0 && rows[1] > length / 2 * 0.9) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        boolean bigEndian = zeros[0] > 0 && zeros[1] == 0 && rows[0] > length / 2 * 0.9;
        return bigEndian ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /**
     * What {@code text} says, without its control characters.
     *
     * @throws UnreadableException if it has more of them than any text has
     */
    private static String shown(String text) throws UnreadableException {
        Controls controls = Controls.of(text);
        long stray = controls.stray();
        if (stray * FEWEST_A_CONTROL > text.length() || stray > MOST_STRAY + text.length() / FEW_A_CONTROL) {
            throw new UnreadableException(
                    NoteKind.BINARY, "binary: it holds control characters that no text has; convert it to text");
        }
        return controls.text();
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
