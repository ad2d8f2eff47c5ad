package wherein.recognise.figure;

import java.lang.Character.UnicodeScript;
import java.math.BigDecimal;
import wherein.recognise.figure.Numeral.Form;

/**
 * The rules that set a number aside. Each names a positive reason why a number is no figure; a number that none of them
 * knows is one.
 */
final class Rules {

    private final FigureText text;
    private final ShapeRules shapes;
    private final LabelRules names;

    /** The token after what the last rule set aside. */
    private int end;

    Rules(FigureText text, MoneyReader money) {
        this.text = text;
        this.shapes = new ShapeRules(text, money);
        this.names = new LabelRules(text);
    }

    /** The token after what {@link #before}, {@link #after} or {@link #score} set aside. */
    int end() {
        return end;
    }

    /** The rule that sets aside the digits of token {@code i} by what surrounds them; null if none does. */
    String before(int i) {
        String rule = shapes.read(i);
        end = shapes.end();
        return rule;
    }

    /** The rule that sets aside a number that was read; null if none does. */
    String after(Numeral number, Measure unit) {
        end = number.end();
        if (number.form() == Form.ONE && !unit.known()) {
            return "one-alone";
        }
        if (number.form() == Form.ONE && unit.unit().equals("days") && !oneDay(number, unit)) {
            return "one-alone";
        }
        String time = unit.known() ? null : names.hour(number);
        if (time != null) {
            return time;
        }
        if (number.form() == Form.WORDS && ordinalEnd(number) > 0) {
            end = ordinalEnd(number);
            return "ordinal";
        }
        if (!number.digits()) {
            return names.isNamed(number) ? "part-of-a-name" : !unit.known() && names.label(number) ? "label" : null;
        }
        int next = number.end();
        if (text.glued(next) && text.tokens.isWord(next) && !unit.known() && !unspaced(next)) {
            if (text.cue(next, "ordinal-ending")) {
                return "ordinal";
            }
            boolean times = text.anyWord(next, "x", "х") && text.glued(next + 1) && text.tokens.isNumber(next + 1);
            end = times ? next + 2 : next + 1;
            return times ? "dimension" : text.anyWord(next, "s") ? "decade-or-plural" : "part-of-a-name";
        }
        if (text.sign(next) == ':' && text.glued(next) && text.glued(next + 1) && text.tokens.isNumber(next + 1)) {
            end = text.sign(next + 2) == ',' || text.sign(next + 2) == '.' ? next + 4 : next + 2;
            return "score";
        }
        if (text.sign(next) == '/' && text.glued(next) && text.glued(next + 1) && !unit.known()) {
            end = text.tokens.isNumber(next + 1) ? next + 2 : next + 1;
            return "slashed-pair";
        }
        if (text.sign(next) == '°' && text.tokens.isNumber(next + 1) && text.glued(next + 1)) {
            return "coordinate";
        }
        boolean measured = unit.known() && unit.end() > unit.first() + number.end() - number.first();
        if (!measured) {
            String name = names.name(number);
            end = name == null ? end : names.labelEnd(number);
            return name;
        }
        return russianHour(number, unit) ? "clock-time" : null;
    }

    /** The token after the ordinal that a number in words goes on to: twenty-first, сорок пятый; -1 if it does not. */
    private int ordinalEnd(Numeral number) {
        boolean hyphen = text.sign(number.end()) == '-' && text.glued(number.end());
        int at = hyphen ? number.end() + 1 : number.end();
        long ordinal = text.sameLine(at) ? text.sense(at, Sense.Role.ORDINAL) : -1;
        boolean joins = ordinal > 0
                && ordinal < 100
                && number.max().remainder(BigDecimal.TEN).signum() == 0
                && (hyphen || text.cyrillic(at))
                && (ordinal < 10 || number.max().longValue() >= 100);
        return joins ? at + 1 : -1;
    }

    /** Whether token {@code i} is of a script whose words follow a number without a space. */
    private boolean unspaced(int i) {
        int letter = text.text.codePointAt(text.tokens.start(i));
        return Character.isIdeographic(letter) || UnicodeScript.of(letter) == UnicodeScript.HANGUL;
    }

    /**
     * A pair such as 3-2: a score where the second is not the greater, or where a word of sport is near and nothing is
     * counted; one with spaces about the dash, 1 – 2, only beside such a word.
     */
    boolean score(Numeral first, Measure unit) {
        int dash = first.end();
        boolean tight = text.glued(dash) && text.glued(dash + 1);
        boolean pair = first.digits()
                && first.whole()
                && !unit.known()
                && text.dash(dash)
                && (tight || text.sameLine(dash + 1) && !text.glued(dash) && !text.glued(dash + 1))
                && text.tokens.isNumber(dash + 1)
                && first.end() == first.first() + 1;
        if (!pair || first.max().longValue() > 999) {
            return false;
        }
        long second = text.small(dash + 1, 3);
        int next = dash + 2;
        boolean measured = text.unit(next) != null || text.dash(next) && text.glued(next);
        boolean counted = text.tokens.isWord(next)
                && text.sameLine(next)
                && (text.people(next) || text.sense(next) != null || plural(next));
        end = next;
        boolean falling = tight && second >= 0 && first.max().longValue() >= second;
        boolean bare = !measured && text.sign(next) != '%' && second >= 0;
        return bare && (falling || second < 31 && !counted && sport(first.first(), next));
    }

    private boolean plural(int at) {
        return !text.stop(at)
                && !text.tokens.isCapitalised(at)
                && text.length(at) > 3
                && text.tokens.lower(at).endsWith("s");
    }

    private boolean sport(int from, int to) {
        for (int i = Math.max(0, from - 6); i < Math.min(text.tokens.size(), to + 4); i++) {
            if (text.cue(i, "sport")) {
                return true;
            }
        }
        return false;
    }

    /** "One day" counts a day only beside words that measure time; else it means "some time". */
    private boolean oneDay(Numeral number, Measure unit) {
        return text.dash(number.end())
                || text.cue(number.first() - 1, "before-one-day")
                || text.cue(unit.end(), "after-one-day");
    }

    private boolean russianHour(Numeral number, Measure unit) {
        return unit.unit().equals("hours")
                && text.cue(number.first() - 1, "at-hours")
                && number.max().intValue() <= 24
                && number.whole()
                && text.cyrillic(number.end())
                && !text.cue(unit.end(), "hours-last");
    }
}
