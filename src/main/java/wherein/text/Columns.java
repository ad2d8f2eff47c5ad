package wherein.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;

/**
 * How many columns text takes where all letters are of one width: East Asian wide characters take two, marks that
 * combine with the letter before and signs that are not seen take none.
 */
public final class Columns {

    private static final int JAMO_VOWELS = 0x1160;
    private static final int JAMO_END = 0x11FF;

    private Columns() {}

    /** The columns that {@code text} takes. */
    public static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    private static int of(int codePoint) {
        int type = UCharacter.getType(codePoint);
        if (type == UCharacterCategory.NON_SPACING_MARK
                || type == UCharacterCategory.ENCLOSING_MARK
                || type == UCharacterCategory.FORMAT
                || type == UCharacterCategory.CONTROL
                || codePoint >= JAMO_VOWELS && codePoint <= JAMO_END) {
            return 0;
        }
        int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        boolean wide = width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
        return wide ? 2 : 1;
    }

    /** As much of the beginning of {@code text} as {@code columns} hold, marks with their letters. */
    public static String head(String text, int columns) {
        int left = columns;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            left -= of(codePoint);
            if (left < 0) {
                break;
            }
            at += Character.charCount(codePoint);
        }
        return text.substring(0, at);
    }

    /** As much of the end of {@code text} as {@code columns} hold, no mark without its letter. */
    public static String tail(String text, int columns) {
        int left = columns;
        int at = text.length();
        int whole = at;
        while (at > 0) {
            int codePoint = text.codePointBefore(at);
            int width = of(codePoint);
            left -= width;
            if (left < 0) {
                break;
            }
            at -= Character.charCount(codePoint);
            whole = width > 0 ? at : whole;
        }
        return text.substring(whole);
    }

    /** {@code text} with spaces before it, so that it takes {@code columns}, or as it is where it takes more. */
    public static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }
}
