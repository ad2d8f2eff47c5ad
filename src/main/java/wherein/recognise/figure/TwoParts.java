package wherein.recognise.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import wherein.recognise.WordList;
import wherein.recognise.figure.Numeral.Form;

/** Joins a quantity in a greater and a lesser unit to one in the greater: 7 dollars 20 cents, 15 euros 50, 6 feet 1 inch, 2 ч 30 мин. */
final class TwoParts {

    /** So many lesser units one greater one has, by the two names with a blank between. */
    private static final Map<String, BigDecimal> FACTORS = factors();

    private static final String RULE = "number-of-two-parts";

    /** No lesser scale stands behind a currency. */
    private static final long LEAST_SCALE = 1000;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FigureText text;
    private final Numerals numerals;
    private final UnitReader units;

    TwoParts(FigureText text, Numerals numerals, UnitReader units) {
        this.text = text;
        this.numerals = numerals;
        this.units = units;
    }

    /** A number with its unit. */
    record Quantity(Numeral numeral, Measure unit) {}

    /** {@code first} with the lesser part that follows it; {@code first} itself where none does. */
    Quantity read(Quantity first) {
        Quantity scaled = scaled(first);
        if (scaled != first) {
            return scaled;
        }
        Numeral greater = first.numeral;
        boolean may = first.unit.known()
                && !first.unit.hundredths()
                && greater.whole()
                && (greater.form() == Form.DIGITS || greater.form() == Form.WORDS || greater.form() == Form.ONE);
        if (!may) {
            return first;
        }
        int end = Math.max(first.unit.end(), greater.end());
        Numeral mixed = end > greater.end() ? numerals.withFraction(greater.to(end)) : greater;
        if (mixed.end() > end) {
            return new Quantity(mixed, Measure.of(first.unit.unit(), first.unit.first(), mixed.end()));
        }
        if (isCurrency(end - 1) && hundredths(text.cue(end, "with-hundredths") ? end + 1 : end)) {
            return withHundredths(first, text.cue(end, "with-hundredths") ? end + 1 : end);
        }
        int at = text.and(end) ? end + 1 : end;
        boolean number = text.tokens.isNumber(at)
                || text.sense(at, Sense.Role.CARDINAL) > 0
                || text.spelled != null && text.tokens.isWord(at) && text.spelled.begins(at);
        if (!number || !text.sameLine(at) || text.dated(at) || text.glued(at) && text.tokens.isWord(at)) {
            return first;
        }
        Numeral lesser = numerals.read(at);
        if (lesser == null || lesser.first() != at) {
            return first;
        }
        Measure unit = units.read(lesser);
        BigDecimal factor = unit.hundredths() ? hundred(first.unit, unit) : factor(first.unit, unit);
        if (factor == null || lesser.max().compareTo(factor) >= 0) {
            return first;
        }
        BigDecimal value = greater.min().add(lesser.min().divide(factor, MathContext.DECIMAL64));
        Form form = greater.form() == Form.ONE ? Form.WORDS : greater.form();
        return new Quantity(
                Numeral.exact(greater.first(), unit.end(), value, BigDecimal.ONE, form, RULE),
                Measure.of(first.unit.unit(), first.unit.first(), unit.end()));
    }

    /** {@code first} times the scale behind its currency: 75 USD million. */
    private Quantity scaled(Quantity first) {
        int end = first.unit.end();
        boolean code = first.numeral.form() == Form.DIGITS
                && end == first.numeral.end() + 1
                && text.tokens.isAllCaps(end - 1)
                && isCurrency(end - 1)
                && text.sameLine(end);
        long scale = code && !text.glued(end) ? text.sense(end, Sense.Role.SCALE) : -1;
        if (scale < LEAST_SCALE) {
            return first;
        }
        Numeral value = first.numeral.times(BigDecimal.valueOf(scale)).to(end + 1);
        return new Quantity(value, Measure.of(first.unit.unit(), first.unit.first(), end + 1));
    }

    private boolean isCurrency(int i) {
        UnitWord unit = text.tokens.isWord(i) ? text.unit(i) : null;
        return unit != null && unit.kind() == UnitWord.Kind.CURRENCY;
    }

    /** Whether two digits at token {@code at} can be but the cents of the sum before them: 15 euros 50. */
    private boolean hundredths(int at) {
        int next = at + 1;
        boolean digits = text.tokens.isNumber(at) && text.length(at) == 2 && text.sameLine(at) && !text.glued(at);
        boolean more = text.sameLine(next)
                && (text.tokens.isWord(next) && !text.stop(next)
                        || text.tokens.isNumber(next)
                        || text.unit(next) != null
                        || text.sign(next) != 0 && text.glued(next) && text.glued(next + 1));
        return digits && !more && !text.dated(at);
    }

    private Quantity withHundredths(Quantity first, int at) {
        BigDecimal value = first.numeral.min().add(new BigDecimal(text.digits(at)).movePointLeft(2));
        Form form = first.numeral.form() == Form.ONE ? Form.WORDS : first.numeral.form();
        return new Quantity(
                Numeral.exact(first.numeral.first(), at + 1, value, BigDecimal.ONE, form, RULE),
                Measure.of(first.unit.unit(), first.unit.first(), at + 1));
    }

    /** A hundred, where the word for the lesser unit may be a part of the greater; else null. */
    private BigDecimal hundred(Measure greater, Measure lesser) {
        int last = text.sign(lesser.end() - 1) == '.' ? lesser.end() - 2 : lesser.end() - 1;
        UnitWord word = text.unit(last);
        return word != null && word.currencies().contains(greater.unit()) ? HUNDRED : null;
    }

    /** How many of the lesser unit make one of the greater; null if they are no such pair. */
    private static BigDecimal factor(Measure greater, Measure lesser) {
        return lesser.known() ? FACTORS.get(greater.unit() + " " + lesser.unit()) : null;
    }

    private static Map<String, BigDecimal> factors() {
        Map<String, BigDecimal> factors = new HashMap<>();
        for (String[] row : WordList.rows(TwoParts.class, "parts.tsv")) {
            factors.put(row[0] + " " + row[1], new BigDecimal(row[2]));
        }
        return factors;
    }
}
