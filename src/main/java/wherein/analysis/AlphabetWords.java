package wherein.analysis;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts a text into words by a table, in a tenth of the time of {@link TextAnalyzer#tokenizer}, and at the same places: those of Unicode
 * Standard Annex 29. It does so for texts of Latin, Greek and Cyrillic letters, digits and common punctuation, and leaves all
 * others alone: what has letters of another alphabet, marks and signs that join words, or a word of two alphabets.
 */
final class AlphabetWords extends TokenStream {

    private static final int LAST_LETTER = 0x52F;
    private static final int FIRST_SIGN = 0x2010;
    private static final int LAST_SIGN = 0x206F;

    /** The tokenizer sees so many characters at once, and cuts what has no white space for so long anywhere. */
    private static final int LONGEST = 4_000;

    /** UTF-16 units. A longer text is left to the tokenizer, which reads on by the piece: what is taken here is kept whole. */
    private static final int LONGEST_TEXT = 1 << 20;

    /** What is left alone; the table has it for all that is not set. */
    private static final byte UNKNOWN = 0;

    private static final byte BETWEEN = 1;
    private static final byte LETTER = 2;
    private static final byte DIGIT = 3;

    /** Joins two letters, two digits, or either. */
    private static final byte MID_LETTER = 4;

    private static final byte MID_DIGIT = 5;
    private static final byte MID_BOTH = 6;
    private static final byte WHITE = 7;

    private static final byte[] KINDS = kinds();
    private static final byte[] SCRIPTS = scripts();

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private char[] text = new char[1 << 10];
    private int[] starts = new int[1 << 8];
    private int[] ends = new int[1 << 8];
    private int size;
    private int next;

    /** Takes {@code given}, and says whether this is a text that it cuts. */
    boolean take(String given) {
        int length = given.length();
        if (length > LONGEST_TEXT) {
            return false;
        }
        if (text.length < length) {
            text = new char[length];
        }
        given.getChars(0, length, text, 0);
        size = 0;
        byte script = UScript.COMMON;
        int start = -1;
        byte before = BETWEEN;
        int white = 0;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            byte kind = kind(c);
            switch (kind) {
                case LETTER -> {
                    byte own = SCRIPTS[c];
                    if (own != UScript.COMMON && own != script) {
                        if (script != UScript.COMMON && start >= 0) {
                            return false;
                        }
                        script = own;
                    }
                    start = start < 0 ? i : start;
                }
                case DIGIT -> start = start < 0 ? i : start;
                case UNKNOWN -> {
                    return false;
                }
                default -> {
                    if (start >= 0 && !joins(before, kind, i + 1 < length ? kind(text[i + 1]) : BETWEEN)) {
                        add(start, i);
                        start = -1;
                    }
                    if (i - white > LONGEST) {
                        return false;
                    }
                    white = kind == WHITE ? i : white;
                }
            }
            before = kind;
        }
        if (start >= 0) {
            add(start, length);
        }
        return length - white <= LONGEST;
    }

    private static byte kind(char c) {
        return c <= LAST_LETTER || c >= FIRST_SIGN && c <= LAST_SIGN ? KINDS[c] : UNKNOWN;
    }

    private static boolean joins(byte before, byte kind, byte behind) {
        return before == behind
                && switch (kind) {
                    case MID_LETTER -> before == LETTER;
                    case MID_DIGIT -> before == DIGIT;
                    case MID_BOTH -> before == LETTER || before == DIGIT;
                    default -> false;
                };
    }

    private void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean incrementToken() {
        if (next == size) {
            return false;
        }
        term.copyBuffer(text, starts[next], ends[next] - starts[next]);
        offset.setOffset(starts[next], ends[next]);
        next++;
        return true;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[LAST_SIGN + 1];
        for (int c = 0; c <= LAST_SIGN; c = c == LAST_LETTER ? FIRST_SIGN : c + 1) {
            kinds[c] = switch (UCharacter.getIntPropertyValue(c, UProperty.WORD_BREAK)) {
                case UCharacter.WordBreak.ALETTER -> UCharacter.isLetter(c) ? LETTER : UNKNOWN;
                case UCharacter.WordBreak.NUMERIC -> DIGIT;
                case UCharacter.WordBreak.MIDLETTER -> MID_LETTER;
                case UCharacter.WordBreak.MIDNUM -> MID_DIGIT;
                case UCharacter.WordBreak.MIDNUMLET, UCharacter.WordBreak.SINGLE_QUOTE -> MID_BOTH;
                case UCharacter.WordBreak.OTHER,
                        UCharacter.WordBreak.CR,
                        UCharacter.WordBreak.LF,
                        UCharacter.WordBreak.NEWLINE,
                        UCharacter.WordBreak.DOUBLE_QUOTE,
                        UCharacter.WordBreak.WSEGSPACE ->
                    UCharacter.isWhitespace(c) ? WHITE : isPicture(c) ? UNKNOWN : BETWEEN;
                default -> UNKNOWN;
            };
        }
        return kinds;
    }

    /** What is a word to the tokenizer, such as ©. */
    private static boolean isPicture(int c) {
        return UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC);
    }

    /** Of letters; those that all alphabets share are of none. */
    private static byte[] scripts() {
        byte[] scripts = new byte[LAST_LETTER + 1];
        for (int c = 0; c <= LAST_LETTER; c++) {
            int script = UScript.getScript(c);
            scripts[c] = (byte) (script <= UScript.INHERITED ? UScript.COMMON : script);
        }
        return scripts;
    }
}
