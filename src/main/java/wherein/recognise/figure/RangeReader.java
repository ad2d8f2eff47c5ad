package wherein.recognise.figure;

import java.math.BigDecimal;
import wherein.recognise.figure.Numeral.Form;

/** Joins two numbers into a range: 25-30, 5–10 тыс., 15 percent to 45 percent, between 5 and 10, от 5 до 10. */
final class RangeReader {

    private static final int SENTENCE_PART = 8;

    /** The ends of a range of steps are not farther apart. */
    private static final BigDecimal FAR = BigDecimal.valueOf(8);

    private final FigureText text;
    private final Numerals numerals;
    private final UnitReader units;
    private final MoneyReader money;

    RangeReader(FigureText text, Numerals numerals, UnitReader units, MoneyReader money) {
        this.money = money;
        this.text = text;
        this.numerals = numerals;
        this.units = units;
    }

    /** The range that {@code first} begins, where one is written; {@code first} itself otherwise. */
    Numeral read(Numeral first, Measure unit) {
        int from = unit.known() ? unit.end() : first.end();
        int at = connector(first, unit, from);
        if (at < 0 || first.form() == Form.VAGUE || text.dated(at)) {
            return first;
        }
        at = money.behind(at);
        Numeral second = second(first, at);
        if (second == null
                || second.form() == Form.SHARE && first.form() != Form.SHARE
                || second.form() == Form.VAGUE) {
            return first;
        }
        return join(first, unit, second);
    }

    private Numeral second(Numeral first, int at) {
        if (first.form() == Form.LIFE) {
            int number = text.cue(at, "part-of-decade") ? (text.dash(at + 1) ? at + 2 : at + 1) : at;
            return text.tokens.isNumber(number) || text.sense(number, Sense.Role.LIFE) > 0
                    ? numerals.secondLife(number)
                    : null;
        }
        boolean minus = text.sign(at) == '-' || text.sign(at) == '−';
        Numeral number = numerals.read(minus && text.glued(at + 1) ? at + 1 : at);
        return number;
    }

    private Numeral join(Numeral first, Measure unit, Numeral second) {
        Measure other = units.read(second);
        boolean different = unit.known()
                && other.known()
                && (!unit.unit().equals(other.unit()) || unit.hundredths() != other.hundredths());
        if (different) {
            return first;
        }
        boolean bare = unit.known() && unit.end() > first.end() && !other.known() && !text.dash(unit.end());
        if (bare) {
            return first;
        }
        BigDecimal min = first.min();
        BigDecimal scale = second.scale();
        boolean shared = scale.compareTo(BigDecimal.TEN) > 0
                && first.scale().compareTo(BigDecimal.ONE) == 0
                && first.min().abs().compareTo(BigDecimal.valueOf(1000)) < 0
                && first.min().multiply(scale).compareTo(second.max()) < 0
                && (!unit.known() || unit.end() == first.end());
        if (shared) {
            min = min.multiply(scale);
        }
        boolean bothMeasured = unit.known() && unit.end() > first.end() && other.known();
        if (min.compareTo(second.max()) >= 0) {
            boolean falling = bothMeasured && first.min().signum() < 0;
            return falling
                    ? new Numeral(first.first(), second.end(), second.min(), first.max(), scale, first.form(), "range")
                    : first;
        }
        return new Numeral(first.first(), second.end(), min, second.max(), scale, first.form(), "range");
    }

    /** Where the second number of a range begins; -1 where no range is written. */
    private int connector(Numeral first, Measure unit, int from) {
        if (!text.sameLine(from) || !text.sameLine(from + 1)) {
            return -1;
        }
        boolean suspended = text.dash(from) && text.glued(from) && text.cue(from + 1, "suspended");
        int at = suspended ? from + 1 : from;
        if (text.dash(at)) {
            boolean even = text.glued(at) == text.glued(at + 1) || text.glued(at + 1);
            boolean digits = first.digits() && (text.tokens.isNumber(at + 1) || money.behind(at + 1) > at + 1);
            boolean words = !first.digits() && text.sense(at + 1) != null && text.glued(at);
            boolean signed = first.digits() && unit.known() && text.dash(at + 1);
            return even && (digits || words || signed || first.form() == Form.LIFE) ? at + 1 : -1;
        }
        if (text.cue(at, "to")) {
            return changes(first) || results(first, unit) ? -1 : at + 1;
        }
        int before = before(first, unit);
        if (text.and(at)) {
            // Entre el diez y el quince.
            boolean articles = text.cue(before, "article") && text.cue(at + 1, "article");
            boolean between = text.cue(articles ? before - 1 : before, "between");
            return between || first.form() == Form.LIFE ? articles ? at + 2 : at + 1 : -1;
        }
        return text.cue(at, "until") && text.cue(before, "rangefrom") ? at + 1 : -1;
    }

    private int before(Numeral first, Measure unit) {
        return Math.min(unit.first(), first.first()) - 1;
    }

    /**
     * Whether "rose A to B" tells of a change by A, and of B as what came of it: where A has a unit of its own, or is
     * said to be the step, or is too small to be of B's kind.
     */
    private boolean results(Numeral first, Measure unit) {
        int at = Math.min(unit.first(), first.first()) - 1;
        boolean step = text.cue(at, "step");
        at = text.cue(at, "before-step") ? at - 1 : at;
        if (!text.cue(at, "change") && !text.cue(at - 1, "change")) {
            return false;
        }
        int second = unit.known() ? unit.end() + 1 : first.end() + 1;
        Numeral other = text.tokens.isNumber(second) && !unit.known() ? numerals.read(second) : null;
        boolean far = other != null && other.max().compareTo(first.max().multiply(FAR)) > 0;
        return unit.known() || step || far;
    }

    /** Whether "from A to B" tells of a change, which is two values and no range. */
    private boolean changes(Numeral first) {
        int from = first.first() - 1;
        from = text.tokens.isWord(from) ? from : from - 1;
        if (!text.cue(from, "from")) {
            return false;
        }
        for (int i = from - 1; i >= Math.max(0, from - SENTENCE_PART); i--) {
            if (text.sign(i) == '.' || text.tokens.lineBefore(i + 1)) {
                return false;
            }
            if (text.cue(i, "change")) {
                return true;
            }
        }
        return false;
    }
}
