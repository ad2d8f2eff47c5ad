package wherein.recognise.figure;

import java.math.BigDecimal;
import wherein.recognise.figure.Numeral.Form;

/** Reads numbers in the words of any language that ICU can spell, over spaces and hyphens. */
final class SpelledReader {

    /** The most letters that one part of a number has. */
    private static final int LONGEST_PART = 40;

    private final FigureText text;
    private final SpelledNumbers numbers;

    SpelledReader(FigureText text, SpelledNumbers numbers) {
        this.text = text;
        this.numbers = numbers;
    }

    /** Whether a number may begin with the word at token {@code i}. */
    boolean begins(int i) {
        return numbers.begins(text.text.charAt(text.tokens.start(i)));
    }

    /** The number in words that begins at token {@code i}; null if none does. */
    Numeral read(int i) {
        SpelledSum sum = new SpelledSum(numbers.root());
        int end = run(sum, i, i);
        if (end == i) {
            return null;
        }
        long value = best;
        Form form = value == 1 ? Form.ONE : Form.WORDS;
        return Numeral.exact(i, end, BigDecimal.valueOf(value), BigDecimal.ONE, form, "number-words");
    }

    private long best;

    /** A number in digits with the scale words after it: 3 Millionen, 5 mil, 3万. */
    Numeral afterDigits(Numeral digits) {
        int at = digits.end();
        if (!text.sameLine(at) || !text.tokens.isWord(at)) {
            return digits;
        }
        SpelledSum sum = new SpelledSum(numbers.root());
        sum.start(1);
        int end = run(sum, at, at);
        return end == at || best < 1000
                ? digits
                : digits.times(BigDecimal.valueOf(best)).to(end);
    }

    /** Takes parts as long as they join; the token after the last that ends a number, {@code none} if there is none. */
    private int run(SpelledSum sum, int from, int none) {
        StringBuilder letters = new StringBuilder();
        int token = append(letters, from);
        int end = none;
        int at = 0;
        while (at < letters.length()) {
            // A part may run over several words, so a few more of them must be there to be matched.
            while (letters.length() < at + LONGEST_PART && more(token)) {
                token = append(letters, joint(token) ? token + 1 : token);
            }
            int next = sum.step(letters, at, position -> tokenEndingAt(from, position) > 0);
            if (next == at) {
                return end;
            }
            at = next;
            int boundary = tokenEndingAt(from, at);
            if (boundary > 0 && sum.complete()) {
                end = boundary;
                best = sum.value();
            }
        }
        return end;
    }

    private boolean more(int token) {
        int word = joint(token) ? token + 1 : token;
        return text.sameLine(word) && (text.tokens.isWord(word) || text.sign(word) == '〇');
    }

    /** A hyphen or apostrophe inside a word. */
    private boolean joint(int token) {
        char sign = text.sign(token);
        boolean apostrophe = sign == '\'' || sign == '’' || sign == 'ʼ';
        return (text.dash(token) || apostrophe) && text.glued(token) && text.glued(token + 1);
    }

    /** The token after the one whose letters end at position {@code at} of the letters from token {@code from} on. */
    private int tokenEndingAt(int from, int at) {
        int length = 0;
        for (int token = from; length < at; token++) {
            length += parts(token);
            if (length == at) {
                return token + 1;
            }
        }
        return -1;
    }

    private int parts(int token) {
        StringBuilder letters = new StringBuilder();
        append(letters, token);
        return letters.length();
    }

    private int append(StringBuilder letters, int token) {
        for (int i = text.tokens.start(token); i < text.tokens.end(token); i++) {
            SpelledNumbers.fold(text.text.charAt(i), letters);
        }
        return token + 1;
    }
}
