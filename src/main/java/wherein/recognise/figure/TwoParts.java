package wherein.recognise.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import wherein.recognise.WordList;
import wherein.recognise.figure.Numeral.Form;

/** Joins a quantity in a greater and a lesser unit to one in the greater: 7 dollars 20 cents, 6 feet 1 inch, 2 ч 30 мин. */
final class TwoParts {

    /** So many lesser units one greater one has, by the two names with a blank between. */
    private static final Map<String, BigDecimal> FACTORS = factors();

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
        int at = text.and(end) ? end + 1 : end;
        boolean number = text.tokens.isNumber(at) || text.sense(at, Sense.Role.CARDINAL) > 0;
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
                Numeral.exact(greater.first(), unit.end(), value, BigDecimal.ONE, form, "number-of-two-parts"),
                Measure.of(first.unit.unit(), first.unit.first(), unit.end()));
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
