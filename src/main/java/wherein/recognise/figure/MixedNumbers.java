package wherein.recognise.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import wherein.recognise.figure.Numeral.Form;
import wherein.recognise.figure.Sense.Role;

/**
 * Adds the fraction that a number in words goes on with: six and a half, two and three quarters, five million and a
 * half, три с четвертью.
 *
 * <p>Behind a scale of a thousand and more it is a fraction of that scale.
 */
final class MixedNumbers {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final FigureText text;

    MixedNumbers(FigureText text) {
        this.text = text;
    }

    /** The fraction that begins at a token: so many parts of so many, and the token after it. */
    private record Fraction(long parts, long of, int end) {}

    /** Whether "and" with a fraction stands at token {@code at}. */
    boolean begins(int at) {
        return after(at) != null;
    }

    /** {@code numeral} with the fraction behind it; {@code numeral} itself where there is none. */
    Numeral read(Numeral numeral) {
        Fraction fraction = numeral.whole() ? after(numeral.end()) : null;
        if (fraction == null) {
            return numeral;
        }
        BigDecimal more = BigDecimal.valueOf(fraction.parts)
                .divide(BigDecimal.valueOf(fraction.of), MathContext.DECIMAL64)
                .multiply(numeral.scale().compareTo(THOUSAND) < 0 ? BigDecimal.ONE : numeral.scale());
        Form form = numeral.form() == Form.ONE ? Form.WORDS : numeral.form();
        return new Numeral(
                numeral.first(),
                fraction.end,
                numeral.min().add(more),
                numeral.max().add(more),
                BigDecimal.ONE,
                form,
                numeral.rule());
    }

    private Fraction after(int at) {
        int open = hyphen(at) ? at + 1 : at;
        if (!text.sameLine(open) || !text.tokens.isWord(open)) {
            return null;
        }
        if (text.word(open, "с")) {
            long of = text.cyrillic(open + 1) && text.tokens.lower(open + 1).endsWith("ю") ? parts(open + 1) : -1;
            of = text.word(open + 1, "половиной") ? 2 : of;
            return of < 2 ? null : new Fraction(1, of, open + 2);
        }
        if (!text.word(open, "and")) {
            return null;
        }
        int number = hyphen(open + 1) ? open + 2 : open + 1;
        long count = text.anyWord(number, "a", "an") ? 1 : text.sense(number, Role.CARDINAL);
        int next = hyphen(number + 1) ? number + 2 : number + 1;
        long units = count >= 20 ? text.sense(next, Role.CARDINAL) : -1;
        if (units > 0 && units < 10) {
            count += units;
            next = hyphen(next + 1) ? next + 2 : next + 1;
        }
        long of = parts(next);
        boolean many = count == 1
                || text.tokens.isWord(next) && text.tokens.lower(next).endsWith("s");
        return count < 1 || count >= 100 || of < 2 || !many || text.word(next + 1, "of")
                ? null
                : new Fraction(count, of, next + 1);
    }

    private long parts(int at) {
        return text.sense(at, Role.HALF) > 0 ? 2 : text.sense(at, Role.FRACTION);
    }

    private boolean hyphen(int at) {
        return text.sign(at) == '-' && text.glued(at) && text.glued(at + 1);
    }
}
