package wherein.document;

import java.util.ArrayList;
import java.util.List;
import wherein.text.Span;

/** The lines of a text, without their ends: LF, CR, CR LF, and Unicode's line and paragraph separators. */
public final class Lines {

    private Lines() {}

    public static List<Span> of(String text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isEnd(c)) {
                lines.add(new Span(start, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < text.length()) {
            lines.add(new Span(start, text.length()));
        }
        return lines;
    }

    static boolean isEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\f';
    }

    /** {@code span} without the white space at both ends; empty at its start if there is nothing else. */
    public static Span trim(String text, Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /** White space in the wide sense: no-break spaces and invisible separators too. */
    public static boolean isSpace(char c) {
        return c <= ' ' || c == 0x85 || c == 0xFEFF || c == 0x200B || Character.isSpaceChar(c);
    }
}
