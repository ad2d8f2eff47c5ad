package wherein.recognise.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.IntFunction;
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

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FigureText text;
    private final IntFunction<Numeral> numbers;

    /** {@code numbers} reads a plain number in words at a token; null where none begins. */
    MixedNumbers(FigureText text, IntFunction<Numeral> numbers) {
        this.text = text;
        this.numbers = numbers;
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
        if (text.cue(open, "with-part")) {
            long of = text.cyrillic(open + 1) && text.tokens.lower(open + 1).endsWith("ю") ? parts(open + 1) : -1;
            of = text.cue(open + 1, "and-half") ? 2 : of;
            return of < 2 ? null : new Fraction(1, of, open + 2);
        }
        if (!text.and(open)) {
            return null;
        }
        int number = hyphen(open + 1) ? open + 2 : open + 1;
        if (text.sense(number, Role.HALF) > 0) {
            return new Fraction(1, 2, number + 1);
        }
        Numeral count = text.cue(number, "one-article") ? one(number) : numbers.apply(number);
        if (count == null || count.max().signum() == 0 || count.max().compareTo(HUNDRED) >= 0) {
            return null;
        }
        int next = hyphen(count.end()) ? count.end() + 1 : count.end();
        long of = parts(next);
        boolean many = count.max().compareTo(BigDecimal.ONE) == 0
                || !text.english()
                || text.tokens.isWord(next) && text.tokens.lower(next).endsWith("s");
        return of < 2 || !many || text.word(next + 1, "of")
                ? null
                : new Fraction(count.max().longValue(), of, next + 1);
    }

    private static Numeral one(int at) {
        return Numeral.exact(at, at + 1, BigDecimal.ONE, BigDecimal.ONE, Form.ONE, "number-words");
    }

    private long parts(int at) {
        return text.sense(at, Role.HALF) > 0 ? 2 : text.sense(at, Role.FRACTION);
    }

    private boolean hyphen(int at) {
        return text.sign(at) == '-' && text.glued(at) && text.glued(at + 1);
    }
}
