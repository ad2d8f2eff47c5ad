package wherein.collection;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which names files may have that somebody sends: those that every system can hold, and that show as what they are. */
final class FileNames {

    /** Bytes in UTF-8 that most systems take. */
    private static final int BYTES = 255;

    /** Characters: with its folder before it a name is the id of a document, which has 200 at most. */
    private static final int CHARACTERS = 190;

    /** What separates folders, or means something else to some system. */
    private static final String SIGNS = "/\\<>:\"|?*";

    /** Devices of Windows, whatever follows a point. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])([. ].*)?");

    /** Joins letters, in Persian and in languages of India, and turns nothing around. */
    private static final Set<Integer> JOINERS = Set.of(0x200c, 0x200d);

    private FileNames() {}

    /** A name as it is kept: letters and their accents as one, however they were sent. */
    static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** What is the same for names that some system takes for the same: those that differ in case, or in how accents are written. */
    static String folded(String name) {
        return composed(composed(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    /** What is wrong with {@code name}, in words that follow it; empty if nothing is. */
    static Optional<String> fault(String name) {
        if (name.isBlank()) {
            return Optional.of("is empty");
        }
        if (name.codePointCount(0, name.length()) > CHARACTERS
                || name.getBytes(StandardCharsets.UTF_8).length > BYTES) {
            return Optional.of("has more than " + CHARACTERS + " characters, or " + BYTES + " bytes");
        }
        Optional<String> sign = name.codePoints()
                .filter(each -> !isShown(each))
                .mapToObj(each -> String.format(Locale.ROOT, "has the character U+%04X", each)
                        + (SIGNS.indexOf(each) >= 0 ? " (" + Character.toString(each) + ")" : ""))
                .findFirst();
        if (sign.isPresent()) {
            return sign;
        }
        if (name.startsWith(".")) {
            return Optional.of("begins with a point, as those of hidden files do");
        }
        if (isSpace(name.codePointAt(0)) || isSpace(name.codePointBefore(name.length())) || name.endsWith(".")) {
            return Optional.of("begins or ends with a space, or ends with a point");
        }
        return DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches()
                ? Optional.of("is that of a device on some systems")
                : Optional.empty();
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE -> false;
            case Character.FORMAT -> JOINERS.contains(codePoint);
            default -> SIGNS.indexOf(codePoint) < 0;
        };
    }
}
