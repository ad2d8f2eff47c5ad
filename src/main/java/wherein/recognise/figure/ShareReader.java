package wherein.recognise.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import wherein.recognise.figure.Numeral.Form;
import wherein.recognise.figure.Sense.Role;

/**
 * Reads shares of a whole (half, two thirds, one in five, каждый пятый) in percent to two decimals.
 */
final class ShareReader {

    /** The rule of a unit with a half behind it: an hour and a half. */
    static final String UNIT_AND_HALF = "unit-and-a-half";

    private static final BigDecimal ONE_AND_HALF = new BigDecimal("1.5");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final FigureText text;

    ShareReader(FigureText text) {
        this.text = text;
    }

    /** Half, a third, two thirds, треть at token {@code i}; {@code number} is the numeral that begins there, if any. */
    Numeral fraction(int i, Numeral number) {
        if (number == null) {
            return fractionAlone(i);
        }
        if (!number.whole() || number.scale().intValue() != 1 || number.max().intValue() > 99) {
            return null;
        }
        int at = text.sign(number.end()) == '-' && text.glued(number.end()) ? number.end() + 1 : number.end();
        long parts = text.sense(at, Role.FRACTION);
        if (text.sense(at, Role.HALF) > 0 && (number.form() == Form.ONE || text.word(at, "halves"))) {
            parts = 2;
        }
        boolean one = number.max().intValue() == 1;
        if (parts < 0 && text.cyrillic(at) && !text.tokens.lower(at).endsWith("ый") && number.form() != Form.DIGITS) {
            parts = one ? -1 : plural(at);
        }
        boolean many = one
                || !text.english()
                || text.tokens.isWord(at) && text.tokens.lower(at).endsWith("s");
        if (parts < 2 || !many || !text.sameLine(at) || one && number.form() == Form.DIGITS) {
            return null;
        }
        return part(number.first(), at + 1, number.max(), BigDecimal.valueOf(parts));
    }

    /** A part of a unit of measure, or more than the whole, is a plain value; any other part a share. */
    private Numeral part(int first, int end, BigDecimal of, BigDecimal whole) {
        long scale = text.word(end, "of") && text.anyWord(end + 1, "a", "one") ? text.sense(end + 2, Role.SCALE) : -1;
        if (scale > 1) {
            BigDecimal value = of.multiply(BigDecimal.valueOf(scale)).divide(whole, 0, RoundingMode.HALF_UP);
            return Numeral.exact(first, end + 3, value, BigDecimal.valueOf(scale), Form.WORDS, "part-of-scale");
        }
        int after = text.word(end, "of") && text.anyWord(end + 1, "a", "an", "one") ? end + 2 : end;
        UnitWord unit = text.sameLine(after) ? text.unit(after) : null;
        boolean measured = unit != null && text.tokens.isWord(after) && !unit.afterDigits() && text.length(after) > 2;
        if (!measured && of.compareTo(whole) <= 0) {
            return share(first, end, of, whole);
        }
        BigDecimal value = of.divide(whole, MathContext.DECIMAL64);
        return Numeral.exact(first, measured ? after : end, value, BigDecimal.ONE, Form.WORDS, "part-of-unit");
    }

    /** Две пятых: the genitive plural of an ordinal after two or more. */
    private long plural(int at) {
        String word = text.tokens.lower(at);
        return word.endsWith("ых") || word.endsWith("их") ? text.sense(at, Role.ORDINAL) : -1;
    }

    private Numeral fractionAlone(int i) {
        Sense sense = text.sense(i);
        if (sense == null) {
            return null;
        }
        if (sense.is(Role.HALF)) {
            return half(i);
        }
        long parts = sense.value(Role.FRACTION);
        Numeral scaled = parts == 4 ? quarterOfScale(i) : null;
        if (scaled != null) {
            return scaled;
        }
        boolean article = text.cue(i - 1, "one-article");
        boolean noun = !text.english()
                && !sense.is(Role.ORDINAL)
                && text.tokens.lower(i).length() > 3
                && (text.cyrillic(i) || text.spelled != null);
        boolean alone = text.word(i + 1, "of") || !text.tokens.isWord(i + 1) || text.stop(i + 1);
        if (parts < 2
                || !noun && !(article && alone)
                || text.tokens.lower(i).endsWith("s")
                || text.cyrillic(i) && text.sense(i - 1, Role.ORDINAL) > 0) {
            return null;
        }
        return part(article ? i - 1 : i, i + 1, BigDecimal.ONE, BigDecimal.valueOf(parts));
    }

    /** A quarter million, quarter-million. */
    private Numeral quarterOfScale(int i) {
        int next = text.sign(i + 1) == '-' && text.glued(i + 1) || text.cue(i + 1, "of") && !text.english()
                ? i + 2
                : i + 1;
        long scale = text.sameLine(next) && text.sense(i - 1, Role.ORDINAL) < 0 ? text.sense(next, Role.SCALE) : -1;
        if (scale < 1000) {
            return null;
        }
        int first = text.cue(i - 1, "article") || text.word(i - 1, "one") ? i - 1 : i;
        BigDecimal value = BigDecimal.valueOf(scale).divide(BigDecimal.valueOf(4));
        return Numeral.exact(first, next + 1, value, BigDecimal.valueOf(scale), Form.WORDS, "part-of-scale");
    }

    /** Half of a scale with an article or a one before it: un demi-million, eine halbe Million; null if there is none. */
    Numeral halfOfScale(int i) {
        boolean one = text.spelled != null && text.cue(i, "article") && text.sense(i + 1, Role.HALF) > 0;
        Numeral half = one ? half(i + 1) : null;
        return half == null || half.form() == Form.SHARE ? null : half.from(i);
    }

    /** A year and a half: one and a half of the unit before. */
    private Numeral unitAndHalf(int i) {
        UnitWord unit = text.word(i - 1, "a") && text.and(i - 2) && text.tokens.isWord(i - 3) ? text.unit(i - 3) : null;
        boolean one =
                unit != null && !unit.afterDigits() && text.anyWord(i - 4, "a", "an", "one") && text.sameLine(i - 3);
        return one ? Numeral.exact(i - 4, i + 1, ONE_AND_HALF, BigDecimal.ONE, Form.WORDS, UNIT_AND_HALF) : null;
    }

    private Numeral half(int i) {
        Numeral more = unitAndHalf(i);
        if (more != null) {
            return more;
        }
        int next = text.sign(i + 1) == '-' && text.glued(i + 1) ? i + 2 : i + 1;
        int noun = text.anyWord(next, "a", "an", "the") ? next + 1 : next;
        long factor = Math.max(text.sense(noun, Role.SCALE), text.sense(noun, Role.DOZEN));
        BigDecimal half = new BigDecimal("0.5");
        if (factor > 1) {
            return Numeral.exact(
                    i,
                    noun + 1,
                    half.multiply(BigDecimal.valueOf(factor)),
                    BigDecimal.valueOf(factor),
                    Form.WORDS,
                    "half-of-scale");
        }
        UnitWord unit = text.unit(noun);
        boolean measured = unit != null
                && text.tokens.isWord(noun)
                && !unit.afterDigits()
                && (unit.kind() == UnitWord.Kind.TIME || unit.kind() == UnitWord.Kind.MEASURE)
                && !text.word(next, "the");
        if (measured) {
            return Numeral.exact(i, noun, half, BigDecimal.ONE, Form.WORDS, "half-of-unit");
        }
        boolean place = next > i + 1
                || text.sense(i - 1, Role.ORDINAL) > 0
                || text.sign(i - 1) == '-' && text.glued(i)
                || text.cue(i - 1, "which-half")
                || text.cue(i, "halves")
                || text.cue(i + 1, "half-no-share");
        return place ? null : share(i, i + 1, BigDecimal.ONE, BigDecimal.TWO);
    }

    /** {@code number} in percent where it is a fraction in digits of something: ½ of the members, 1/4 of them. */
    Numeral ofWhole(Numeral number) {
        int at = number.end();
        boolean fraction = number.digits()
                && number.scale().compareTo(BigDecimal.ONE) == 0
                && number.max().signum() > 0
                && number.max().compareTo(BigDecimal.ONE) < 0
                && !text.tokens.isNumber(at - 1) | text.sign(at - 2) == '/' | text.sign(at - 2) == '⁄';
        boolean measured = text.anyWord(at + 1, "a", "an", "one") && text.unit(at + 2) != null;
        if (!fraction || !text.word(at, "of") || measured) {
            return number;
        }
        BigDecimal percent = number.max().multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP);
        return Numeral.exact(number.first(), at, plain(percent), BigDecimal.ONE, Form.SHARE, "share");
    }

    private static Numeral share(int first, int end, BigDecimal of, BigDecimal whole) {
        BigDecimal percent = of.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
        return Numeral.exact(first, end, plain(percent), BigDecimal.ONE, Form.SHARE, "share");
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Каждый пятый, every fifth, at the word for every; null if it is something else, or tells how often. */
    Numeral every(int i) {
        long parts = text.sense(i + 1, Role.ORDINAL);
        boolean every = text.sense(i, Role.EVERY) >= 0;
        if (!every || parts < 2 || parts > 1000 || text.unit(i + 2) != null) {
            return null;
        }
        return share(i, i + 2, BigDecimal.ONE, BigDecimal.valueOf(parts));
    }

    /** Where the second number of a ratio stands after {@code number}: in five, out of 10, из десяти; -1 if nowhere. */
    int ratioAt(Numeral number) {
        int at = number.end();
        boolean small = number.whole()
                && number.max().signum() > 0
                && number.scale().intValue() == 1
                && number.max().compareTo(BigDecimal.valueOf(1000)) < 0;
        if (!small || !text.sameLine(at)) {
            return -1;
        }
        Phrases.Found ratio = text.words.phrases.from(text, at, "ratio ");
        if (ratio == null) {
            return -1;
        }
        return text.word(ratio.end(), "a") && text.sense(ratio.end() + 1, Role.SCALE) > 0
                ? ratio.end() + 1
                : ratio.end();
    }

    /** The ratio of two numbers; null if the second is no whole that the first is part of. */
    Numeral ratio(Numeral part, Numeral whole) {
        boolean within = part.max().compareTo(whole.min()) < 0
                || part.max().compareTo(whole.min()) == 0 && text.word(part.end(), "out");
        Phrases.Found kind = text.words.phrases.from(text, part.end(), "ratio ");
        boolean over = kind != null && kind.meaning().equals("over");
        if (over) {
            return over(part, whole);
        }
        UnitWord unit = text.unit(whole.end());
        boolean span = unit != null
                && text.tokens.isWord(whole.end())
                && !text.word(part.end(), "out")
                && unit.kind() != UnitWord.Kind.CURRENCY;
        if (!within || !whole.whole() || span || whole.form() == Form.VAGUE || whole.form() == Form.SHARE) {
            return null;
        }
        return share(part.first(), whole.end(), part.max(), whole.max());
    }

    /** One over 40: a share of what follows with "of", and a plain value where nothing does. */
    private Numeral over(Numeral part, Numeral whole) {
        boolean of = text.cue(whole.end(), "of") && text.sameLine(whole.end());
        boolean alone = !text.tokens.isWord(whole.end()) || !text.sameLine(whole.end());
        if (!of && !alone || whole.max().signum() == 0 || !whole.whole()) {
            return null;
        }
        if (of && part.max().compareTo(whole.max()) <= 0) {
            return share(part.first(), whole.end(), part.max(), whole.max());
        }
        BigDecimal value = part.max().divide(whole.max(), MathContext.DECIMAL64);
        return Numeral.exact(part.first(), whole.end(), value, BigDecimal.ONE, Form.WORDS, "fraction");
    }
}
