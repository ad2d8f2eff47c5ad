package wherein.recognise.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;

/**
 * Reads a number in digits: grouped by comma, point, apostrophe or any space, with a decimal comma or point, a vulgar
 * fraction, a power of ten.
 *
 * <p>Which of comma and point groups and which parts the fraction is told by the shape where it can be (two groups,
 * three zeros, fewer than three digits), and else by the language of the document.
 */
final class DigitReader {

    /** A number has so many groups at most; more of them are a list of numbers, each for itself. */
    static final int MOST_GROUPS = 12;

    private static final MathContext PRECISION = new MathContext(17);

    private final FigureText text;
    private final Exponents exponents;
    private int at;
    private boolean fraction;

    /** The last list of groups that was read: its first token, and the one after its last. */
    private int listStart;

    private int listEnd;

    DigitReader(FigureText text) {
        this.text = text;
        this.exponents = new Exponents(text);
    }

    /** The number whose first digits are token {@code i}. */
    Numeral read(int i) {
        StringBuilder digits = new StringBuilder(text.digits(i));
        at = i + 1;
        fraction = false;
        int first = i;
        if (leadingPoint(i)) {
            digits.insert(0, "0.");
            first = i - 1;
            fraction = true;
        } else {
            groups(i, digits);
            decimals(digits, at > i + 1);
        }
        BigDecimal plain = new BigDecimal(digits.toString());
        BigDecimal value = exponents.read(plain, at);
        fraction |= exponents.end() > at && plain.compareTo(BigDecimal.TEN) != 0;
        at = exponents.end();
        BigDecimal vulgar = fraction ? null : vulgar();
        if (vulgar != null) {
            value = value.add(vulgar);
        } else if (!fraction && value.scale() <= 0) {
            value = slash(i, value);
        }
        return Numeral.exact(first, at, value, BigDecimal.ONE, Numeral.Form.DIGITS, "number");
    }

    /** A vulgar fraction by itself, such as ½, at token {@code i}; null if there is none. */
    Numeral vulgarAlone(int i) {
        BigDecimal value = vulgarSign(i);
        return value == null
                ? null
                : Numeral.exact(i, i + 1, value, BigDecimal.ONE, Numeral.Form.DIGITS, "fraction-sign");
    }

    private boolean leadingPoint(int i) {
        return (text.sign(i - 1) == '.' || text.sign(i - 1) == ',' && text.decimalComma && !text.glued(i - 1))
                && text.glued(i)
                && (!text.glued(i - 1)
                        || text.sign(i - 2) == '-'
                        || text.sign(i - 2) == '('
                        || text.sign(i - 2) == '$');
    }

    private void groups(int i, StringBuilder digits) {
        char separator = listStart <= i && i < listEnd ? 0 : groupSeparator(i);
        if (separator == 0 || list(i, separator)) {
            return;
        }
        while (isGroup(at, separator)) {
            int next = separator == ' ' ? at : at + 1;
            digits.append(text.digits(next));
            at = next + 1;
        }
    }

    /** Whether more groups follow number {@code i} than one number has; they are walked once for all of them. */
    private boolean list(int i, char separator) {
        int next = at;
        int step = separator == ' ' ? 1 : 2;
        while (isGroup(next, separator)) {
            next += step;
        }
        boolean list = next - at > MOST_GROUPS * step;
        if (list) {
            listStart = i;
            listEnd = next;
        }
        return list;
    }

    /** The sign that groups the digits from token {@code i} on; a blank for any space, 0 if none does. */
    private char groupSeparator(int i) {
        if (text.length(i) > 3 || text.text.charAt(text.tokens.start(i)) == '0') {
            return 0;
        }
        if (isGroup(at, ' ')) {
            return spaced(i) ? ' ' : 0;
        }
        char sign = text.sign(at);
        if (sign != ',' && sign != '.' && sign != '\'' && sign != '’' && sign != '٬') {
            return 0;
        }
        boolean more = isGroup(at + 2, sign);
        if (!isGroup(at, sign)) {
            return sign == ',' && indian() ? ',' : 0;
        }
        boolean thousand = text.digits(at + 1).equals("000");
        return switch (sign) {
            case ',' -> more || thousand || !text.decimalComma || cents(at + 2, '.') ? ',' : 0;
            case '.' ->
                more || text.groupingPoint || cents(at + 2, ',') || text.decimalComma && (thousand || money(at + 2))
                        ? '.'
                        : 0;
            default -> sign;
        };
    }

    /** Whether a currency follows, of which nobody writes thousandths. */
    private boolean money(int i) {
        UnitWord unit = text.sameLine(i) ? text.unit(i) : null;
        return unit != null && unit.kind() == UnitWord.Kind.CURRENCY;
    }

    /** Whether the other sign and one or two digits follow, so that the first can only group: 1.234,56. */
    private boolean cents(int i, char sign) {
        return joins(i, sign) && text.length(i + 1) < 3;
    }

    /** Groups of two before the last of three: 12,34,567. */
    private boolean indian() {
        int next = at;
        while (next < at + 2 * MOST_GROUPS && joins(next, ',') && text.length(next + 1) == 2) {
            next += 2;
        }
        return next > at && isGroup(next, ',') && !isGroup(next + 2, ',');
    }

    private boolean isGroup(int at, char separator) {
        if (separator == ' ') {
            return text.tokens.isNumber(at)
                    && text.length(at) == 3
                    && text.tokens.start(at) == text.tokens.end(at - 1) + 1
                    && text.text.charAt(text.tokens.end(at - 1)) != '\n'
                    && text.text.charAt(text.tokens.end(at - 1)) != '\t'
                    && !(text.glued(at + 1) && text.tokens.isWord(at + 1) && text.unit(at + 1) == null);
        }
        // Groups of two, as India has them, end in one of three.
        int last = at;
        while (separator == ',' && last < at + 2 * MOST_GROUPS && joins(last, ',') && text.length(last + 1) == 2) {
            last += 2;
        }
        return joins(last, separator) && text.length(last + 1) == 3;
    }

    /** Whether {@code sign} is token {@code i} and digits stand on both sides of it, without white space. */
    private boolean joins(int i, char sign) {
        return text.sign(i) == sign && text.glued(i) && text.glued(i + 1) && text.tokens.isNumber(i + 1);
    }

    /** Whether digits parted by spaces are one number: no plain space in English, unless only zeros follow. */
    private boolean spaced(int i) {
        char space = text.text.charAt(text.tokens.end(i));
        if (space != ' ') {
            return true;
        }
        boolean number = text.tokens.isNumber(i - 1) && !text.glued(i);
        boolean english = text.language.startsWith("en") || text.language.isEmpty() && !text.cyrillic(i - 1);
        boolean more = isGroup(at + 1, ' ') && !text.tokens.isNumber(at + 5);
        return !number && (!english || more || text.digits(at).equals("000"));
    }

    private void decimals(StringBuilder digits, boolean grouped) {
        char sign = text.sign(at);
        boolean tail = (sign == '.' || sign == ',' || sign == '٫')
                && text.glued(at)
                && text.glued(at + 1)
                && text.tokens.isNumber(at + 1);
        if (!tail || again(sign)) {
            return;
        }
        boolean comma = sign != ','
                || text.decimalComma
                || grouped && text.length(at + 1) < 3 && text.sign(at - 2) == '.'
                || text.length(at + 1) < 3 && measured(at + 2)
                || digits.toString().equals("0");
        if (comma
                && !(sign == '.'
                        && digits.length() > 0
                        && at - 2 > 0
                        && text.groupingPoint
                        && digits.length() < 4
                        && digits.charAt(0) != '0'
                        && text.length(at + 1) == 3)) {
            digits.append('.').append(text.digits(at + 1));
            at += 2;
            fraction = true;
        }
    }

    /** Whether the same sign and digits follow once more: a list, a version or an address. */
    private boolean again(char sign) {
        return text.sign(at + 2) == sign && text.glued(at + 2) && text.glued(at + 3) && text.tokens.isNumber(at + 3);
    }

    private boolean measured(int i) {
        return text.unit(i) != null || text.sense(i, Sense.Role.SCALE) > 1;
    }

    /** What a vulgar fraction after a whole number adds: 2½, 2 1/2. */
    private BigDecimal vulgar() {
        BigDecimal sign = vulgarSign(at);
        if (sign != null) {
            at++;
            return sign;
        }
        boolean written = text.tokens.isNumber(at) && !text.glued(at) && text.length(at) == 1 && slashed(at);
        if (written && denominator(at + 2)) {
            BigDecimal value = quotient(at);
            at += 3;
            return value;
        }
        return null;
    }

    private BigDecimal slash(int i, BigDecimal value) {
        if (at != i + 1
                || !slashed(i)
                || text.sign(i + 3) == '/'
                || text.sign(i - 1) == '/' && text.glued(i)
                || !denominator(i + 2)
                || text.small(i, 3) >= text.small(i + 2, 4)) {
            return value;
        }
        at = i + 3;
        return quotient(i);
    }

    private boolean slashed(int i) {
        return (text.sign(i + 1) == '/' || text.sign(i + 1) == '⁄')
                && text.glued(i + 1)
                && text.glued(i + 2)
                && text.tokens.isNumber(i + 2);
    }

    /** Denominators that people write; 9/11 and 24/7 are no fractions. */
    private boolean denominator(int i) {
        long value = text.small(i, 4);
        return value >= 2 && value <= 10
                || value == 12
                || value == 15
                || value == 16
                || value == 20
                || value == 25
                || value == 32
                || value == 40
                || value == 50
                || value == 64
                || value == 100
                || value == 1000;
    }

    private BigDecimal quotient(int i) {
        return new BigDecimal(text.digits(i)).divide(new BigDecimal(text.digits(i + 2)), PRECISION);
    }

    private BigDecimal vulgarSign(int i) {
        char c = text.sign(i);
        if (c < 0xBC || c > 0xBE && (c < 0x2150 || c > 0x215E)) {
            return null;
        }
        String[] parts =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).split("⁄");
        return new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), PRECISION);
    }
}
