package wherein.text;

import java.util.Arrays;

/**
 * The one place where UTF-16 positions become Unicode code points, and back.
 *
 * <p>Made once for a text; each conversion then takes logarithmic time in the number of characters beyond U+FFFF, and
 * constant time for a text without any.
 */
public final class CodePoints {

    /** The UTF-16 position of each high surrogate that a low one follows, ascending. */
    private final int[] pairs;

    private final int length;

    /** Reads {@code text} once. A surrogate without its partner counts as one code point, as Java has it. */
    public CodePoints(CharSequence text) {
        int[] found = new int[8];
        int count = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i)) && Character.isLowSurrogate(text.charAt(i + 1))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i++;
            }
        }
        this.pairs = Arrays.copyOf(found, count);
        this.length = text.length();
    }

    /** The number of code points in the text. */
    public int length() {
        return length - pairs.length;
    }

    /**
     * The code point index of UTF-16 position {@code utf16}; a position inside a pair counts as the pair's own.
     *
     * @throws IndexOutOfBoundsException if the position lies outside the text
     */
    public int at(int utf16) {
        if (utf16 < 0 || utf16 > length) {
            throw new IndexOutOfBoundsException("position " + utf16 + " of a text of " + length + " UTF-16 units");
        }
        if (pairs.length == 0) {
            return utf16;
        }
        int before = Arrays.binarySearch(pairs, utf16);
        if (before >= 0) {
            return utf16 - before;
        }
        int passed = -before - 1;
        return utf16 - passed;
    }

    /**
     * The UTF-16 position of code point {@code index}.
     *
     * @throws IndexOutOfBoundsException if the index lies outside the text
     */
    public int toUtf16(int index) {
        if (index < 0 || index > length()) {
            throw new IndexOutOfBoundsException("code point " + index + " of a text of " + length());
        }
        int low = 0;
        int high = pairs.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            // The code point index of the pair number `middle` is its position less the pairs before it.
            if (pairs[middle] - middle < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return index + low;
    }
}
