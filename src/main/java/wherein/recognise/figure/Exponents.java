package wherein.recognise.figure;

import java.math.BigDecimal;

/** Reads the power of ten behind a number in digits: 4e14, 2.48×10−5, 3 x 10^8. */
final class Exponents {

    /** No number is written with a greater exponent than this. */
    private static final int MOST_EXPONENT = 999;

    private final FigureText text;
    private int at;

    Exponents(FigureText text) {
        this.text = text;
    }

    /** The token after the power that {@link #read} found. */
    int end() {
        return at;
    }

    /** {@code value} times the power at token {@code from}; {@code value} itself where there is none. */
    BigDecimal read(BigDecimal value, int from) {
        at = from;
        if (text.word(at, "e") && text.glued(at)) {
            int sign = text.dash(at + 1) ? at + 2 : text.sign(at + 1) == '+' ? at + 2 : at + 1;
            long power = text.glued(sign) ? text.small(sign, 3) : -1;
            if (power >= 0) {
                boolean negative = text.dash(at + 1);
                at = sign + 1;
                return value.scaleByPowerOfTen((int) (negative ? -power : power));
            }
        }
        if (value.compareTo(BigDecimal.TEN) == 0 && marked(at) && raised(at) >= 0) {
            return value.scaleByPowerOfTen(exponent(at) - 1);
        }
        char times = text.sign(at);
        boolean cross = times == '×' || times == '·' || times == 'x' || times == '*' || times == 'х';
        if (cross && text.small(at + 1, 2) == 10 && raised(at + 2) >= 0 && (marked(at + 2) || text.glued(at + 1))) {
            return value.scaleByPowerOfTen(exponent(at + 2));
        }
        return value;
    }

    /** Whether a caret or a raised sign says that an exponent follows; a dash alone may be that of a range. */
    private boolean marked(int i) {
        return text.sign(i) == '^' || text.sign(i) == '⁻' || superscript(i) >= 0;
    }

    /** Where the digits of an exponent begin that is written at token {@code i}: ^6, −5, ⁸; -1 if none is. */
    private int raised(int i) {
        if (!text.glued(i)) {
            return -1;
        }
        if (superscript(i) >= 0 || text.sign(i) == '⁻' && superscript(i + 1) >= 0) {
            return i;
        }
        int sign = text.sign(i) == '^' ? i + 1 : i;
        int digits = text.dash(sign) ? sign + 1 : sign;
        boolean signed = digits > i && !(text.sign(i) == '-' && digits == i + 1);
        return signed && text.glued(digits) && text.small(digits, 2) >= 0 ? i : -1;
    }

    /** The exponent written at token {@code i}, which {@link #raised} found. */
    private int exponent(int i) {
        int power = 0;
        boolean negative = false;
        at = i;
        while (text.sign(at) == '^' || text.dash(at) || text.sign(at) == '⁻') {
            negative |= text.sign(at) != '^';
            at++;
        }
        if (text.tokens.isNumber(at)) {
            power = (int) text.small(at++, 2);
        }
        while (superscript(at) >= 0) {
            power = Math.min(MOST_EXPONENT, power * 10 + superscript(at++));
        }
        return negative ? -power : power;
    }

    private int superscript(int i) {
        char c = text.sign(i);
        return c == 0 ? -1 : "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
    }
}
