package wherein.recognise.figure;

import java.math.BigDecimal;
import java.util.function.IntFunction;
import wherein.recognise.figure.Numeral.Form;
import wherein.recognise.figure.Sense.Role;

/** Reads the decimals of a number that is spoken: two point five, five point twenty-five, три целых две десятых. */
final class SpokenDecimals {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    /** No greater number is spoken with decimals. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private final FigureText text;
    private final IntFunction<Numeral> numbers;

    /** {@code numbers} reads a plain number in words at a token; null where none begins. */
    SpokenDecimals(FigureText text, IntFunction<Numeral> numbers) {
        this.text = text;
        this.numbers = numbers;
    }

    /** {@code numeral} with the decimals behind it; {@code numeral} itself where there are none. */
    Numeral read(Numeral numeral) {
        int at = numeral.end();
        boolean may = numeral.whole() && numeral.max().compareTo(MOST) < 0 && text.sameLine(at);
        if (!may) {
            return numeral;
        }
        if (text.sense(at, Role.POINT) >= 0) {
            return digits(numeral, at + 1);
        }
        return text.sense(at, Role.WHOLES) >= 0 ? parts(numeral, at + 1) : numeral;
    }

    /** Digit by digit, or as one number of two or three digits. */
    private Numeral digits(Numeral numeral, int from) {
        StringBuilder digits = new StringBuilder();
        int at = from;
        if (text.tokens.isNumber(at)) {
            digits.append(text.digits(at++));
        }
        Numeral next = text.tokens.isWord(at) ? numbers.apply(at) : null;
        while (next != null && next.max().compareTo(THOUSAND) < 0 && digits.length() < FigureText.MOST_DIGITS) {
            digits.append(next.max().toPlainString());
            at = next.end();
            next = text.sameLine(at) && text.tokens.isWord(at) ? numbers.apply(at) : null;
        }
        return digits.isEmpty() ? numeral : with(numeral, new BigDecimal("0." + digits), at);
    }

    /** So many tenths, hundredths or thousandths. */
    private Numeral parts(Numeral numeral, int from) {
        int at = text.and(from) ? from + 1 : from;
        Numeral count = text.tokens.isWord(at) ? numbers.apply(at) : null;
        int last = count == null ? at : count.end();
        long of = Math.max(text.sense(last, Role.ORDINAL), text.sense(last, Role.FRACTION));
        int power = power(of);
        boolean tenths = count != null && power > 0;
        return tenths
                ? with(numeral, count.max().movePointLeft(power), last + 1)
                : numeral.form() == Form.ONE ? numeral : numeral.to(from);
    }

    /** The zeros of a power of ten from ten to a million; 0 for any other number. */
    private static int power(long of) {
        int zeros = 0;
        for (long power = 10; power <= 1_000_000; power *= 10) {
            zeros++;
            if (power == of) {
                return zeros;
            }
        }
        return 0;
    }

    private static Numeral with(Numeral numeral, BigDecimal decimals, int end) {
        Form form = numeral.form() == Form.ONE ? Form.WORDS : numeral.form();
        return Numeral.exact(numeral.first(), end, numeral.min().add(decimals), BigDecimal.ONE, form, numeral.rule());
    }
}
