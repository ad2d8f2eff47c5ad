package wherein.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.Optional;

/** Charsets by name, and those that are told by their escapes; {@link CharsetGuess} tells the others. */
final class Charsets {

    /** What browsers read in place of a charset, which has more characters (WHATWG Encoding, section 4.2). */
    private static final Map<String, String> WIDER = Map.of(
            "US-ASCII", "windows-1252",
            "ISO-8859-1", "windows-1252",
            "ISO-8859-9", "windows-1254",
            "ISO-8859-8-I", "windows-1255",
            "ISO-8859-8", "windows-1255",
            "GB2312", "GB18030",
            "GBK", "GB18030",
            "Shift_JIS", "windows-31j",
            "EUC-KR", "x-windows-949");

    /** So many bytes are enough to tell by. */
    private static final int SAMPLE = 1 << 16;

    /** What switches to characters of two bytes, and who writes so. */
    private static final Map<String, String> ESCAPES = Map.of(
            "\u001B$@", "ISO-2022-JP",
            "\u001B$B", "ISO-2022-JP",
            "\u001B$(D", "ISO-2022-JP",
            "\u001B$)C", "ISO-2022-KR");

    private Charsets() {}

    /** The charset of {@code bytes} of seven bits that switch between alphabets, as old Japanese mail does. */
    static Optional<Charset> escaped(byte[] bytes) {
        String sample = new String(bytes, 0, Math.min(SAMPLE, bytes.length), StandardCharsets.ISO_8859_1);
        if (sample.indexOf("\u001B$") < 0) {
            return Optional.empty();
        }
        return ESCAPES.entrySet().stream()
                .filter(each -> sample.contains(each.getKey()) && Charset.isSupported(each.getValue()))
                .map(each -> Charset.forName(each.getValue()))
                .filter(charset -> strictly(bytes, charset).isPresent())
                .findFirst();
    }

    /** The charset of this name, or a wider one that is meant by it; empty if there is none. */
    static Optional<Charset> named(String name) {
        try {
            String known = Charset.forName(WIDER.getOrDefault(name, name)).name();
            return Optional.of(Charset.forName(WIDER.getOrDefault(known, known)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The text of {@code bytes} in {@code charset}; empty if one of them has no meaning there. */
    static Optional<String> strictly(byte[] bytes, Charset charset) {
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
}
