package wherein.text;

import java.util.Arrays;
import java.util.Locale;

/**
 * The tokens of a text, in order: runs of letters, runs of digits, and every other character that is no white space by
 * itself.
 *
 * <p>Nothing is joined here: {@code U.S.} is four tokens, {@code 150,000} three, {@code pro-Kremlin} three, {@code
 * 12th} two. Marks that combine belong to the run they stand in. White space is no token; {@link #spaceBefore} tells of
 * it. Immutable but for a cache of lower-case forms; not safe for use by several threads at once.
 */
public final class Tokens {

    /** What a token is made of. */
    public enum Kind {
        /** Letters and the marks that combine with them. */
        WORD,
        /** Decimal digits of one or more scripts. */
        NUMBER,
        /** One other code point. */
        OTHER
    }

    private static final Kind[] KINDS = Kind.values();

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final byte[] kinds;
    private final int size;
    private final String[] lower;

    /** Cuts {@code text} into its tokens, in one pass. */
    public Tokens(String text) {
        this.text = text;
        int capacity = Math.max(16, text.length() / 4);
        int[] from = new int[capacity];
        int[] to = new int[capacity];
        byte[] kind = new byte[capacity];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (isSpace(c)) {
                at = end;
                continue;
            }
            Kind what = kindOf(c);
            if (what != Kind.OTHER) {
                end = runEnd(text, end, what);
            }
            if (count == from.length) {
                from = Arrays.copyOf(from, count * 2);
                to = Arrays.copyOf(to, count * 2);
                kind = Arrays.copyOf(kind, count * 2);
            }
            from[count] = at;
            to[count] = end;
            kind[count++] = (byte) what.ordinal();
            at = end;
        }
        this.starts = from;
        this.ends = to;
        this.kinds = kind;
        this.size = count;
        this.lower = new String[count];
    }

    /** The text that was cut. */
    public String text() {
        return text;
    }

    /** The number of tokens. */
    public int size() {
        return size;
    }

    /** Where token {@code i} starts, in UTF-16. */
    public int start(int i) {
        return starts[i];
    }

    /** Where token {@code i} ends, in UTF-16, exclusive. */
    public int end(int i) {
        return ends[i];
    }

    /** What token {@code i} is made of. */
    public Kind kind(int i) {
        return KINDS[kinds[i]];
    }

    /** Whether token {@code i} exists and is a run of letters. */
    public boolean isWord(int i) {
        return i >= 0 && i < size && kinds[i] == 0;
    }

    /** Whether token {@code i} exists and is a run of digits. */
    public boolean isNumber(int i) {
        return i >= 0 && i < size && kinds[i] == 1;
    }

    /** Whether token {@code i} exists and is the one character {@code c}. */
    public boolean is(int i, char c) {
        return i >= 0 && i < size && ends[i] == starts[i] + 1 && text.charAt(starts[i]) == c;
    }

    /** The characters of token {@code i}. */
    public String surface(int i) {
        return text.substring(starts[i], ends[i]);
    }

    /** Token {@code i} in lower case (root locale); made once. */
    public String lower(int i) {
        String form = lower[i];
        if (form == null) {
            form = surface(i).toLowerCase(Locale.ROOT);
            lower[i] = form;
        }
        return form;
    }

    /** Whether token {@code i} exists and begins with an upper-case or title-case letter. */
    public boolean isCapitalised(int i) {
        if (!isWord(i)) {
            return false;
        }
        int c = text.codePointAt(starts[i]);
        return Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    /** Whether token {@code i} exists, has at least two letters and no lower-case one. */
    public boolean isAllCaps(int i) {
        if (!isWord(i) || ends[i] - starts[i] < 2) {
            return false;
        }
        for (int at = starts[i]; at < ends[i]; at++) {
            if (Character.isLowerCase(text.charAt(at))) {
                return false;
            }
        }
        return Character.isUpperCase(text.charAt(starts[i]));
    }

    /** Whether white space, or the beginning of the text, stands before token {@code i}. */
    public boolean spaceBefore(int i) {
        return i == 0 || ends[i - 1] < starts[i];
    }

    /** Whether a line break stands between token {@code i - 1} and token {@code i}; true for the first. */
    public boolean lineBefore(int i) {
        if (i == 0) {
            return true;
        }
        for (int at = ends[i - 1]; at < starts[i]; at++) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
                return true;
            }
        }
        return false;
    }

    /** The first token that starts at or after {@code position}; {@link #size} where there is none. */
    public int firstFrom(int position) {
        int found = Arrays.binarySearch(starts, 0, size, position);
        return found >= 0 ? found : -found - 1;
    }

    /** The span from the start of token {@code first} to the end of token {@code last}. */
    public Span span(int first, int last) {
        return new Span(starts[first], ends[last]);
    }

    private static int runEnd(String text, int from, Kind what) {
        int end = from;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if (kindOf(c) != what && !isMark(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static Kind kindOf(int c) {
        if (c < 128) {
            return c >= '0' && c <= '9'
                    ? Kind.NUMBER
                    : (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? Kind.WORD : Kind.OTHER;
        }
        if (Character.isLetter(c)) {
            return Kind.WORD;
        }
        return Character.isDigit(c) ? Kind.NUMBER : Kind.OTHER;
    }

    private static boolean isMark(int c) {
        if (c < 0x300) {
            return c == 0xAD;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** White space as Unicode has it, no-break spaces included, and the byte order mark. */
    private static boolean isSpace(int c) {
        return c <= ' ' || c == 0x85 || c == 0xFEFF || (c > 127 && (Character.isSpaceChar(c) || c == 0x200B));
    }
}
