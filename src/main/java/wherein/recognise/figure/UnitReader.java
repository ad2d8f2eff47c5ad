package wherein.recognise.figure;

import wherein.recognise.figure.Numeral.Form;
import wherein.recognise.figure.UnitWord.Kind;

/** Finds the percent word, currency or unit of measure that stands next to a number. */
final class UnitReader {

    private final FigureText text;
    private final MoneyReader money;

    UnitReader(FigureText text, MoneyReader money) {
        this.text = text;
        this.money = money;
    }

    /** The unit next to {@code number}, before or after; one with an empty name where there is none. */
    Measure read(Numeral number) {
        UnitWord inside = number.end() == number.first() + 1 && text.sense(number.first(), Sense.Role.HALFOF) == 1
                ? text.unit(number.first())
                : null;
        if (inside != null) {
            return Measure.of(inside.name(), number.first(), number.end());
        }
        if (number.rule().equals(ShareReader.UNIT_AND_HALF)) {
            int unit = number.first() + 1;
            return Measure.of(name(text.unit(unit), unit), number.first(), number.end());
        }
        if (number.rule().equals(CompoundReader.RULE)) {
            CompoundWords.Compound compound = CompoundReader.compound(text, number.first());
            if (compound != null && !compound.unit().isEmpty()) {
                return Measure.of(compound.unit(), number.first(), number.end());
            }
        }
        MoneyReader.Prefix prefix = money.before(number.first());
        prefix = prefix == null ? money.before(signed(number.first())) : prefix;
        if (prefix != null) {
            return Measure.of(prefix.unit(), Math.min(prefix.first(), number.first()), number.end());
        }
        return after(number);
    }

    /** The digits behind a minus sign and a currency that begin with token {@code first}. */
    private int signed(int first) {
        int number = text.dash(first) ? money.behind(first + 1) : first;
        return number == first + 1 ? first : number;
    }

    private Measure after(Numeral number) {
        int at = number.end();
        boolean hyphen = text.dash(at) && text.glued(at) && text.glued(at + 1);
        int word = hyphen ? at + 1 : at;
        if (!text.sameLine(word)) {
            return Measure.none(number.first(), at);
        }
        UnitWord hyphenated = text.hyphenated(word);
        if (hyphenated != null) {
            return Measure.of(text.currency(hyphenated), number.first(), word + 3);
        }
        if (text.cue(word, "of")
                && (number.form() == Form.VAGUE || number.scale().longValue() >= 1000)) {
            return of(number, text.apostrophe(word + 1) ? word + 2 : word + 1);
        }
        Measure squared = powered(number, word);
        if (squared != null) {
            return squared;
        }
        if (text.word(word, "s") && text.glued(word) && number.digits() && !number.whole()) {
            return Measure.of("seconds", number.first(), word + 1);
        }
        CompoundWords.Compound tail = CompoundReader.tail(text, at);
        if (tail != null && !tail.unit().isEmpty()) {
            return Measure.of(tail.unit(), number.first(), word + 1);
        }
        int modifier = adjective(word);
        UnitWord unit = text.sense(modifier, Sense.Role.SCALE) > 0 ? null : text.unit(modifier);
        if (unit == null || unit.afterDigits() && !symbol(number, modifier)) {
            return perCent(number, word);
        }
        if (hyphen && !text.tokens.isWord(word) || shortWord(number, modifier)) {
            return Measure.none(number.first(), at);
        }
        if (unit.kind() == Kind.PART) {
            return Measure.hundredths(text.currency(unit), number.first(), pointEnd(modifier));
        }
        return Measure.of(name(unit, modifier) + power(modifier, unit), number.first(), unitEnd(modifier, unit));
    }

    /** Millions of pounds, a thousand of tonnes: the unit after "of". */
    private Measure of(Numeral number, int at) {
        UnitWord unit = text.tokens.isWord(at) ? text.unit(at) : null;
        boolean known = unit != null && !unit.afterDigits() && text.length(at) > 3;
        return known
                ? Measure.of(name(unit, at), number.first(), unitEnd(at, unit))
                : Measure.none(number.first(), number.end());
    }

    /** Per cent in two words. */
    private Measure perCent(Numeral number, int at) {
        int end = text.perCent(at);
        return end > 0 ? Measure.of("percent", number.first(), end) : Measure.none(number.first(), number.end());
    }

    /** Square kilometres, sq mi, кв. км, cubic metres. */
    private Measure powered(Numeral number, int at) {
        boolean square = text.cue(at, "square");
        boolean cubic = text.cue(at, "cubic");
        if (!square && !cubic) {
            return null;
        }
        int next = text.sign(at + 1) == '.' || text.dash(at + 1) ? at + 2 : at + 1;
        UnitWord unit = text.unit(next);
        boolean measure = unit != null && unit.kind() == Kind.MEASURE && text.tokens.isWord(next);
        return measure ? Measure.of(unit.name() + (square ? "2" : "3"), number.first(), pointEnd(next)) : null;
    }

    /** Over "US", "American", "metric" and the like to the unit after it; {@code at} where there is none. */
    private int adjective(int at) {
        if (text.cue(at, "before-unit") && text.tokens.isWord(at + 1) && text.unit(at + 1) != null) {
            return at + 1;
        }
        boolean points = text.word(at, "u")
                && text.sign(at + 1) == '.'
                && text.word(at + 2, "s")
                && text.sign(at + 3) == '.'
                && text.word(at + 4, "dollars");
        return points ? at + 4 : at;
    }

    /** Whether a one-letter or ambiguous symbol is a unit here: right after digits, and no word goes on after it. */
    private boolean symbol(Numeral number, int at) {
        boolean digits = number.digits();
        if (text.cue(at, "unit-or-preposition")) {
            return digits && !text.tokens.isWord(at + 1) && !text.tokens.isNumber(at + 1);
        }
        char symbol = text.sign(at) == 0 || text.length(at) > 1 ? 'm' : text.text.charAt(text.tokens.start(at));
        if ("GMTvjk".indexOf(symbol) >= 0) {
            return false;
        }
        boolean apostrophe = text.sign(at + 1) == '\'' || text.sign(at + 1) == '’';
        boolean power = text.glued(at + 1) && (text.small(at + 1, 1) == 2 || text.small(at + 1, 1) == 3);
        boolean next = text.tokens.isNumber(at + 1) && !power && (text.glued(at + 1) || !text.glued(at));
        return digits && !apostrophe && !next && (text.glued(at) || text.length(at) == 1);
    }

    /** Short symbols such as "mi" or "mo" in other than plain digits or capitals are words of their own. */
    private boolean shortWord(Numeral number, int at) {
        return text.tokens.isWord(at)
                        && text.length(at) < 3
                        && !number.digits()
                        && number.form() != Form.VAGUE
                        && !text.cyrillic(at)
                || text.word(at, "mo") && text.tokens.isCapitalised(at)
                || text.cue(at, "unit-or-ordinal") && number.digits() && text.glued(at)
                || text.cue(at, "unit-or-ordinal")
                        && number.form() == Form.WORDS
                        && number.max().intValue() > 1
                        && !(text.dash(at - 1));
    }

    private String name(UnitWord unit, int at) {
        if (unit.name().equals("GBP") && text.cue(at, "weight-or-money") && weighed(at)) {
            return "lb";
        }
        return unit.kind() == Kind.CURRENCY ? text.currency(unit) : unit.name();
    }

    private boolean weighed(int at) {
        for (int i = Math.max(0, at - 10); i < Math.min(text.tokens.size(), at + 6); i++) {
            if (text.cue(i, "weighing")) {
                return true;
            }
        }
        return false;
    }

    /** The power right after a unit of measure: km2, м³. */
    private String power(int at, UnitWord unit) {
        if (unit.kind() != Kind.MEASURE || !text.glued(at + 1)) {
            return "";
        }
        long digit = text.small(at + 1, 1);
        return digit == 2 || text.sign(at + 1) == '²' ? "2" : digit == 3 || text.sign(at + 1) == '³' ? "3" : "";
    }

    private int unitEnd(int at, UnitWord unit) {
        if (unit.name().equals("°")) {
            boolean scale = text.cue(at + 1, "degrees");
            boolean letter = scale && (text.length(at + 1) > 1 || text.glued(at + 1));
            return letter ? at + 2 : at + 1;
        }
        if (unit.kind() != Kind.MEASURE) {
            boolean states = unit.name().equals("USD") && text.cue(at + 1, "of-the-us");
            return states ? at + 2 : pointEnd(at);
        }
        int end = pointEnd(at);
        boolean caret =
                text.sign(end) == '^' && text.glued(end) && text.glued(end + 1) && text.tokens.isNumber(end + 1);
        if (caret) {
            return end + 2;
        }
        boolean power = text.glued(end)
                && (text.small(end, 1) == 2
                        || text.small(end, 1) == 3
                        || text.sign(end) == '²'
                        || text.sign(end) == '³');
        end = power ? end + 1 : end;
        boolean rate = text.sign(end) == '/' && text.glued(end) && text.glued(end + 1) && text.tokens.isWord(end + 1);
        boolean raised = rate && text.sign(end + 2) == '^' && text.glued(end + 2) && text.tokens.isNumber(end + 3);
        return raised ? end + 4 : rate ? end + 2 : end;
    }

    /** The token after an abbreviation with its point, unless the point ends the sentence. */
    private int pointEnd(int at) {
        boolean point = text.sign(at + 1) == '.' && text.glued(at + 1) && text.cue(at, "unit-point");
        boolean last =
                at + 2 >= text.tokens.size() || text.tokens.lineBefore(at + 2) || text.tokens.isCapitalised(at + 2);
        return point && !last ? at + 2 : at + 1;
    }
}
