package wherein.recognise.figure;

import java.math.BigDecimal;
import wherein.recognise.figure.Numeral.Form;

/** Reads the one number that begins at a token, whatever it is written in: digits, words, shares, magnitudes. */
final class Numerals {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** No number is a sum of more parts with a scale each. */
    private static final int MOST_PARTS = 4;

    private final FigureText text;
    private final MoneyReader money;
    private final LetterScale letters;
    private final DigitReader digits;
    private final WordReader words;
    private final ShareReader shares;
    private final MagnitudeReader magnitudes;
    private final LifeReader lives;
    private final CompoundReader compounds;

    Numerals(FigureText text, MoneyReader money) {
        this.text = text;
        this.money = money;
        this.letters = new LetterScale(text, money);
        this.digits = new DigitReader(text);
        this.words = new WordReader(text);
        this.shares = new ShareReader(text);
        this.magnitudes = new MagnitudeReader(text);
        this.lives = new LifeReader(text);
        this.compounds = new CompoundReader(text);
    }

    /** The number that begins at token {@code i}, an article or sign before it included; null if none does. */
    Numeral read(int i) {
        if (tooLong(i)) {
            return null;
        }
        Numeral number = text.tokens.isNumber(i) ? digit(i) : text.tokens.isWord(i) ? word(i) : vulgar(i);
        if (number == null) {
            return null;
        }
        number = lesserScales(number);
        int second = number.form() == Form.SHARE || number.form() == Form.VAGUE ? -1 : shares.ratioAt(number);
        if (second >= 0) {
            Numeral whole = text.dated(second) ? null : simple(second);
            Numeral ratio = whole == null ? null : shares.ratio(number, whole);
            if (ratio != null) {
                return ratio;
            }
        }
        return negative(number);
    }

    /** 2 thousand 7 hundred, 5 million 300 thousand, 3 hundred and 21, 2 тысячи 700. */
    private Numeral lesserScales(Numeral first) {
        Numeral sum = first;
        for (int parts = 0; parts < MOST_PARTS && scaled(sum); parts++) {
            boolean and = text.and(sum.end());
            int at = and ? sum.end() + 1 : sum.end();
            Numeral next = text.sameLine(at) && !text.dated(at) && !text.glued(at) ? simple(at) : null;
            if (next == null
                    || next.first() != at
                    || !next.whole()
                    || next.max().compareTo(sum.scale()) >= 0) {
                return sum;
            }
            boolean own = next.scale().compareTo(HUNDRED) >= 0 && (!and || sum.digits());
            boolean rest = and && sum.digits() && sum.scale().equals(HUNDRED);
            boolean hundreds = text.cyrillic(text.sign(sum.end() - 1) == '.' ? sum.end() - 2 : sum.end() - 1)
                    && next.digits()
                    && next.max().compareTo(HUNDRED) >= 0;
            if (!own && !rest && !hundreds) {
                return sum;
            }
            sum = new Numeral(
                    sum.first(),
                    next.end(),
                    sum.min().add(next.min()),
                    sum.max().add(next.max()),
                    next.scale(),
                    sum.form(),
                    sum.rule());
        }
        return sum;
    }

    private static boolean scaled(Numeral number) {
        return number.whole()
                && number.scale().compareTo(HUNDRED) >= 0
                && (number.form() == Form.DIGITS || number.form() == Form.WORDS);
    }

    /** Whether token {@code i} is digits of which there are too many for a quantity. */
    private boolean tooLong(int i) {
        return text.tokens.isNumber(i) && text.length(i) > FigureText.MOST_DIGITS;
    }

    private Numeral simple(int i) {
        if (tooLong(i)) {
            return null;
        }
        return text.tokens.isNumber(i) ? afterDigits(digits.read(i)) : cardinal(i, text.sense(i));
    }

    private Numeral digit(int i) {
        Numeral life = lives.read(i, false);
        if (life != null) {
            return life;
        }
        Numeral number = compounds.afterDigits(afterDigits(letterScale(digits.read(i))));
        Numeral share = shares.fraction(i, number);
        return share == null ? shares.ofWhole(number) : share;
    }

    private Numeral vulgar(int i) {
        Numeral number = digits.vulgarAlone(i);
        return number == null ? null : shares.ofWhole(words.afterDigits(number));
    }

    private Numeral afterDigits(Numeral number) {
        return words.afterDigits(text.spelled == null ? number : text.spelled.afterDigits(number));
    }

    private Numeral word(int i) {
        Sense sense = text.sense(i);
        Numeral known = sense == null ? null : byRole(i, sense);
        if (known != null || sense != null && sense.is(Sense.Role.LIFE)) {
            return known;
        }
        Numeral number = cardinal(i, sense);
        if (number == null && sense == null) {
            return null;
        }
        Numeral share = shares.fraction(i, number);
        return share == null ? number : share;
    }

    private Numeral byRole(int i, Sense sense) {
        Numeral every = sense.is(Sense.Role.EVERY) ? shares.every(i) : null;
        if (every != null) {
            return every;
        }
        return sense.is(Sense.Role.LIFE) ? lives.read(i, false) : magnitudes.read(i);
    }

    /** The number in words at token {@code i}, no share; null if there is none. */
    private Numeral cardinal(int i, Sense sense) {
        Numeral half = shares.halfOfScale(i);
        if (half != null) {
            return half;
        }
        Numeral spelled = text.spelled == null ? null : text.spelled.read(i);
        Numeral number = spelled == null ? null : words.afterWords(spelled);
        if (number == null && sense != null) {
            number = words.read(i);
        }
        Numeral compound = number == null ? compounds.read(i) : null;
        return compound == null ? number : words.afterWords(compound);
    }

    /** A letter or sign glued to the digits that is a scale. */
    private Numeral letterScale(Numeral number) {
        int at = number.end();
        if (!text.tokens.isWord(at)) {
            return number;
        }
        long han = text.glued(at) ? hanScale(text.text.charAt(text.tokens.start(at))) : 0;
        if (han > 0) {
            // The counted noun may follow without a space, so that the scale is only part of its token.
            return number.times(BigDecimal.valueOf(han)).to(text.length(at) == 1 ? at + 1 : at);
        }
        return letters.read(number);
    }

    /** The scales of Chinese, Japanese and Korean after digits; 0 for any other letter. */
    private static long hanScale(char c) {
        return switch (c) {
            case '百' -> 100;
            case '千', '천' -> 1000;
            case '万', '萬', '만' -> 10_000;
            case '亿', '億', '억' -> 100_000_000;
            case '兆', '조' -> 1_000_000_000_000L;
            default -> 0;
        };
    }

    /** A minus sign or word before the number makes it negative. */
    private Numeral negative(Numeral number) {
        int at = number.first() - 1;
        int word = text.dash(at) && text.glued(at) && text.glued(at + 1) ? at - 1 : at;
        if (text.sense(word, Sense.Role.NEGATIVE) >= 0 && text.sameLine(number.first())) {
            return subtracted(word) ? number : number.said().negated().from(word);
        }
        MoneyReader.Prefix prefix = money.before(number.first());
        at = prefix == null ? at : prefix.first() - 1;
        if (number.form() == Form.DIGITS && at >= 0 && text.glued(at + 1) && minus(at)) {
            boolean free = at == 0 || !text.glued(at) || "($€£¥".indexOf(text.sign(at - 1)) >= 0;
            return free ? number.negated().from(at) : number;
        }
        return number;
    }

    /** Whether a number stands before the minus at token {@code at}, from which the one behind is taken. */
    private boolean subtracted(int at) {
        int before = at - 1;
        boolean unit = text.tokens.isWord(before) && text.unit(before) != null || text.sign(before) == '%';
        int number = unit ? before - 1 : before;
        return text.tokens.isNumber(number) || text.sense(number, Sense.Role.CARDINAL) >= 0;
    }

    private boolean minus(int at) {
        return text.sign(at) == '-' || text.sign(at) == '−' || text.sign(at) == '–';
    }

    /** {@code number} with the fraction that its end goes on with: two years and a half. */
    Numeral withFraction(Numeral number) {
        return words.withFraction(number);
    }

    /** The decade of a life at token {@code i}, the second of a range; null if none is. */
    Numeral secondLife(int i) {
        return lives.read(i, true);
    }
}
