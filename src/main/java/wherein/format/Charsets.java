package wherein.format;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * In which charset a text is that is no UTF-8. Our own languages are told by where their high bytes stand, which is right
 * for a few words too; all others by ICU's statistics, where there is enough of the text for them.
 */
final class Charsets {

    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset KOI8 = Charset.forName("KOI8-R");
    private static final Charset DOS = Charset.forName("IBM866");

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

    /** Of fewer bytes ICU takes one language for another. */
    private static final int ENOUGH = 200;

    /** ICU's confidence in what it tells by letters; and by pairs of bytes, where it is as good as its form is sound. */
    private static final int LIKELY = 30;

    private static final int SURE = 100;

    private Charsets() {}

    /** The charset of {@code bytes}, which are not ASCII alone. */
    static Charset of(byte[] bytes) {
        byte[] sample = sample(bytes);
        return byStatistics(sample).orElseGet(() -> byPlaces(sample));
    }

    /** The charset of {@code bytes} of seven bits that switch between alphabets, as old Japanese mail does. */
    static Optional<Charset> escaped(byte[] bytes) {
        byte[] sample = sample(bytes);
        for (byte each : sample) {
            if (each == 0x1B) {
                return byStatistics(sample).filter(charset -> charset.name().startsWith("ISO-2022"));
            }
        }
        return Optional.empty();
    }

    private static byte[] sample(byte[] bytes) {
        return bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes;
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

    /** What ICU is sure of, but for western texts: a few foreign words in one look western to it. */
    private static Optional<Charset> byStatistics(byte[] sample) {
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        if (match == null
                || match.getName().startsWith("UTF")
                || match.getName().startsWith("IBM")) {
            return Optional.empty();
        }
        Optional<Charset> charset = named(match.getName()).filter(each -> !each.equals(WESTERN));
        if (!charset.map(Charsets::isSingleByte).orElse(true)) {
            return charset.filter(each -> match.getConfidence() >= SURE);
        }
        boolean likely = match.getConfidence() >= LIKELY && sample.length >= ENOUGH;
        return charset.filter(each -> likely && strictly(sample, each).isPresent());
    }

    private static boolean isSingleByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }

    /**
     * Cyrillic words are written in high bytes throughout, western ones have one here and there. Most letters are small,
     * the small letters of windows-1251 are the capitals of KOI8-R, and IBM866 alone has letters in the lowest rows.
     */
    private static Charset byPlaces(byte[] sample) {
        int high = 0;
        int besideHigh = 0;
        int lowest = 0;
        int upperRows = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] < 0) {
                high++;
                boolean beside = (i > 0 && sample[i - 1] < 0) || (i + 1 < sample.length && sample[i + 1] < 0);
                besideHigh += beside ? 1 : 0;
                lowest += (sample[i] & 0xFF) < 0xB0 ? 1 : 0;
                upperRows += (sample[i] & 0xFF) >= 0xE0 ? 1 : (sample[i] & 0xFF) >= 0xC0 ? -1 : 0;
            }
        }
        if (besideHigh * 2 <= high) {
            return WESTERN;
        }
        if (lowest * 2 > high) {
            return DOS;
        }
        return upperRows >= 0 ? CYRILLIC : KOI8;
    }
}
