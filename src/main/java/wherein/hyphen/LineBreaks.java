package wherein.hyphen;

import java.util.ArrayList;
import java.util.List;
import wherein.text.Span;

/** Finds the line ends behind a hyphen, and the soft hyphens within lines, in one pass over a text. */
final class LineBreaks {

    static final char SOFT_HYPHEN = '\u00AD';

    /** What old texts and recognised scans have for a hyphen that only the line end put there. */
    private static final char NOT_SIGN = '\u00AC';

    private static final char HYPHEN = '\u2010';

    /** More letters than any word has are a dump. */
    private static final int LONGEST = 64;

    private final String text;
    private final List<Span> asides;
    private final List<Span> blocks;
    private final List<LineBreak> breaks = new ArrayList<>();
    private final List<Span> softHyphens = new ArrayList<>();

    /**
     * Those of {@code text}.
     *
     * @param asides what may stand between a word and the rest of it, in order; none overlaps another
     * @param blocks what a word that begins in it ends in, in order; none overlaps another
     */
    LineBreaks(String text, List<Span> asides, List<Span> blocks) {
        this.text = text;
        this.asides = asides;
        this.blocks = blocks;
        for (int i = 1; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (isHyphen(c)) {
                i = look(i, c) - 1;
            }
        }
    }

    /** The line ends, in order. */
    List<LineBreak> all() {
        return breaks;
    }

    /** The soft hyphens that stand between two letters of one line, in order. */
    List<Span> softHyphens() {
        return softHyphens;
    }

    /** Whether {@code c} may stand between the parts of a word at the end of a line. */
    static boolean isHyphen(char c) {
        return c == '-' || c >= NOT_SIGN && (c == NOT_SIGN || c == SOFT_HYPHEN || c == HYPHEN);
    }

    /** Whether {@code c} joins two words of one line to a compound. */
    static boolean joins(char c) {
        return c == '-' || c == HYPHEN;
    }

    /** Whether {@code c} is a letter, or a mark that combines with one. */
    static boolean isInWord(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
        return Character.isLetter(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = c < 0x300 ? 0 : Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Looks what the hyphen at {@code at} is; gives the place from which to go on. */
    private int look(int at, char c) {
        int behind = at + 1;
        while (c == SOFT_HYPHEN && behind < text.length() && text.charAt(behind) == SOFT_HYPHEN) {
            behind++;
        }
        int before = text.codePointBefore(at);
        if (!isInWord(before) && !Character.isDigit(before) && before != ',' && before != '.'
                || behind == text.length()) {
            return behind;
        }
        if (c == SOFT_HYPHEN && isWordOrNumber(text.codePointAt(behind))) {
            softHyphens.add(new Span(at, behind));
            return behind;
        }
        add(at, behind, c);
        return behind;
    }

    private void add(int hyphen, int behind, char c) {
        Span own = holding(asides, hyphen);
        int at = behind;
        int lines = 0;
        boolean page = false;
        boolean aside = false;
        boolean begins = false;
        while (at < text.length()) {
            char next = text.charAt(at);
            Span other = own == null ? holding(asides, at) : null;
            if (other != null) {
                aside = true;
                at = other.end();
            } else if (isLineEnd(next)) {
                page |= next == '\f';
                lines += next == '\f' || next == '\n' && text.charAt(at - 1) == '\r' ? 0 : 1;
                begins = true;
                at++;
            } else if (isSpace(next) || begins && next == '>') {
                // A mail that is quoted has this sign before each line.
                at++;
            } else {
                break;
            }
        }
        boolean goesOn = at < text.length() && (lines > 0 || page || aside) && isWordOrNumber(text.codePointAt(at));
        if (!goesOn || own != null && at >= own.end() || holding(blocks, hyphen) != holding(blocks, at)) {
            return;
        }
        int head = headOf(hyphen);
        int end = endOf(at);
        if (head < hyphen && hyphen - head < LONGEST && end - at < LONGEST) {
            boolean isOneLine = lines == 1 && !page && !aside;
            breaks.add(new LineBreak(head, hyphen, behind, at, end, aside, isOneLine, !joins(c)));
        }
    }

    /** Where the letters begin that end before {@code hyphen}, or the digits with what may part them. */
    private int headOf(int hyphen) {
        boolean word = isInWord(text.codePointBefore(hyphen));
        int head = hyphen;
        while (head > 0 && hyphen - head < LONGEST && goesOn(text.codePointBefore(head), word, true)) {
            head -= Character.charCount(text.codePointBefore(head));
        }
        return head;
    }

    private int endOf(int tail) {
        boolean word = isInWord(text.codePointAt(tail));
        int end = tail;
        while (end < text.length() && end - tail < LONGEST && goesOn(text.codePointAt(end), word, false)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** Whether a word, or a number, has {@code c} in it; a number of several groups where it is {@code grouped}. */
    private static boolean goesOn(int c, boolean word, boolean grouped) {
        return word ? isInWord(c) || c == SOFT_HYPHEN : Character.isDigit(c) || grouped && (c == ',' || c == '.');
    }

    private static boolean isWordOrNumber(int c) {
        return isInWord(c) || Character.isDigit(c);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == 0x0B || c == 0x85 || c == '\u2028' || c == '\u2029';
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == 0xFEFF || c == 0x200B || Character.isSpaceChar(c);
    }

    /** The one of {@code spans} that holds {@code place}; null if none does. */
    private static Span holding(List<Span> spans, int place) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).start() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && spans.get(low - 1).end() > place ? spans.get(low - 1) : null;
    }
}
