package wherein.recognise.figure;

import java.math.BigDecimal;
import wherein.recognise.figure.Numeral.Form;
import wherein.recognise.figure.Sense.Role;

/** Reads the decimals of a number that is spoken: two point five, five point twenty-five, три целых две десятых. */
final class SpokenDecimals {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final FigureText text;

    SpokenDecimals(FigureText text) {
        this.text = text;
    }

    /** {@code numeral} with the decimals behind it; {@code numeral} itself where there are none. */
    Numeral read(Numeral numeral) {
        int at = numeral.end();
        boolean may = numeral.whole() && numeral.max().compareTo(THOUSAND) < 0 && text.sameLine(at);
        if (!may) {
            return numeral;
        }
        if (text.sense(at, Role.POINT) >= 0) {
            return digits(numeral, at + 1);
        }
        return text.sense(at, Role.WHOLES) >= 0 ? parts(numeral, at + 1) : numeral;
    }

    /** Digit by digit, or as one number of two digits. */
    private Numeral digits(Numeral numeral, int from) {
        StringBuilder digits = new StringBuilder();
        int at = from;
        if (text.tokens.isNumber(at)) {
            digits.append(text.digits(at++));
        }
        for (long digit = text.sense(at, Role.CARDINAL);
                digit >= 0 && digit < 100 && digits.length() < FigureText.MOST_DIGITS;
                digit = text.sense(at, Role.CARDINAL)) {
            int next = text.sign(at + 1) == '-' && text.glued(at + 1) ? at + 2 : at + 1;
            long unit = digit >= 20 ? text.sense(next, Role.CARDINAL) : -1;
            boolean pair = unit > 0 && unit < 10;
            digits.append(pair ? digit + unit : digit);
            at = pair ? next + 1 : at + 1;
        }
        return digits.isEmpty() ? numeral : with(numeral, new BigDecimal("0." + digits), at);
    }

    /** So many tenths, hundredths or thousandths. */
    private Numeral parts(Numeral numeral, int from) {
        int at = text.anyWord(from, "и", "і") ? from + 1 : from;
        long count = text.sense(at, Role.CARDINAL);
        long unit = count >= 20 ? text.sense(at + 1, Role.CARDINAL) : -1;
        boolean pair = unit > 0 && unit < 10;
        int last = pair ? at + 2 : at + 1;
        long of = Math.max(text.sense(last, Role.ORDINAL), text.sense(last, Role.FRACTION));
        boolean tenths = count >= 0 && (of == 10 || of == 100 || of == 1000);
        return tenths
                ? with(numeral, BigDecimal.valueOf(pair ? count + unit : count).movePointLeft(power(of)), last + 1)
                : numeral.form() == Form.ONE ? numeral : numeral.to(from);
    }

    private static int power(long of) {
        return of == 10 ? 1 : of == 100 ? 2 : 3;
    }

    private static Numeral with(Numeral numeral, BigDecimal decimals, int end) {
        Form form = numeral.form() == Form.ONE ? Form.WORDS : numeral.form();
        return Numeral.exact(numeral.first(), end, numeral.min().add(decimals), BigDecimal.ONE, form, numeral.rule());
    }
}
