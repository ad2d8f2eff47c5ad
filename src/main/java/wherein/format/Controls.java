package wherein.format;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * A text as a terminal or a printer shows it: control characters that are no white space are instructions to the device,
 * and no part of what it says. So colours and other escape sequences (ECMA-48) go, what was struck over is what was struck
 * last, and NUL, BEL, ^Z and their like go without a trace. Line ends, tabs and form feeds stay. Time grows as the text does.
 *
 * @param text without them
 * @param sequences how many escape sequences and struck characters went
 * @param stray how many other control characters went, that no text needs; those that fill up its end do not count
 */
record Controls(String text, int sequences, int stray) {

    private static final char BS = '\b';
    private static final char ESC = '\u001B';
    private static final char NUL = '\0';
    private static final char SUB = '\u001A';

    /** What stays. */
    private static final String WHITE = "\t\n\r\f\u000B";

    /** An escape sequence of more parameters is none. */
    private static final int LONGEST = 64;

    /** {@code text} without control characters; itself where it has none. */
    static Controls of(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == NUL || text.charAt(end - 1) == SUB)) {
            end--;
        }
        int at = 0;
        while (at < end && !isControl(text.charAt(at))) {
            at++;
        }
        if (at == end) {
            return new Controls(text.substring(0, end), 0, 0);
        }
        StringBuilder shown = new StringBuilder(end).append(text, 0, at);
        int sequences = 0;
        int stray = 0;
        while (at < end) {
            char c = text.charAt(at);
            int behind = c == ESC ? behind(text, at, end) : c == BS ? struck(text, at, end, shown) : at + 1;
            if (!isControl(c)) {
                shown.append(c);
            } else if (behind > at + 1 || c == BS) {
                sequences++;
            } else {
                stray++;
            }
            at = behind;
        }
        return new Controls(shown.toString(), sequences, stray);
    }

    private static boolean isControl(char c) {
        return c < ' ' && WHITE.indexOf(c) < 0 || c == '\u007F';
    }

    /** Behind the escape sequence that begins at {@code start}; behind its first sign if it is none. */
    private static int behind(String text, int start, int end) {
        if (start + 1 >= end) {
            return end;
        }
        char kind = text.charAt(start + 1);
        if ("]PX^_".indexOf(kind) >= 0) {
            return string(text, start, end);
        }
        int at = kind == '[' ? skip(text, start + 2, end, '0', '?') : start + 1;
        at = skip(text, at, end, ' ', '/');
        char least = kind == '[' ? '@' : '0';
        boolean sound = at < end && at - start < LONGEST && text.charAt(at) >= least && text.charAt(at) <= '~';
        return sound ? at + 1 : start + 1;
    }

    private static int skip(String text, int from, int end, char first, char last) {
        int at = from;
        while (at < end && at - from < LONGEST && text.charAt(at) >= first && text.charAt(at) <= last) {
            at++;
        }
        return at;
    }

    /** Behind a string for the terminal, such as the title of its window, which BEL or ESC \ ends, within a line. */
    private static int string(String text, int start, int end) {
        int at = start + 2;
        while (at < end && (text.charAt(at) >= ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (at < end && text.charAt(at) == '\u0007') {
            return at + 1;
        }
        return at + 1 < end && text.charAt(at) == ESC && text.charAt(at + 1) == '\\' ? at + 2 : start + 1;
    }

    /** Takes back what the backspace at {@code at} goes over, but for what a line below it is struck for; behind what was read. */
    private static int struck(String text, int at, int end, StringBuilder shown) {
        int behind = at + 1;
        if (shown.isEmpty() || WHITE.indexOf(shown.charAt(shown.length() - 1)) >= 0) {
            return behind;
        }
        int last = shown.codePointBefore(shown.length());
        if (isWide(last) && behind < end && text.charAt(behind) == BS) {
            behind++;
        }
        if (behind < end && text.charAt(behind) == '_') {
            return behind + 1;
        }
        if (behind < end && !isControl(text.charAt(behind)) && WHITE.indexOf(text.charAt(behind)) < 0
                || behind < end && text.charAt(behind) == BS) {
            shown.setLength(shown.length() - Character.charCount(last));
        }
        return behind;
    }

    private static boolean isWide(int c) {
        int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH;
    }
}
