package wherein.recognise.figure;

import java.math.BigDecimal;
import wherein.recognise.figure.Numeral.Form;

/** Reads the one number that begins at a token, whatever it is written in: digits, words, shares, magnitudes. */
final class Numerals {

    private final FigureText text;
    private final MoneyReader money;
    private final LetterScale letters;
    private final DigitReader digits;
    private final WordReader words;
    private final ShareReader shares;

    Numerals(FigureText text, MoneyReader money) {
        this.text = text;
        this.money = money;
        this.letters = new LetterScale(text, money);
        this.digits = new DigitReader(text);
        this.words = new WordReader(text);
        this.shares = new ShareReader(text);
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

    /** Whether token {@code i} is digits of which there are too many for a quantity. */
    private boolean tooLong(int i) {
        return text.tokens.isNumber(i) && text.length(i) > FigureText.MOST_DIGITS;
    }

    private Numeral simple(int i) {
        if (tooLong(i)) {
            return null;
        }
        if (text.tokens.isNumber(i)) {
            return words.afterDigits(digits.read(i));
        }
        return text.sense(i) == null ? null : words.read(i);
    }

    private Numeral digit(int i) {
        Numeral life = shares.life(i, false);
        if (life != null) {
            return life;
        }
        Numeral number = letterScale(digits.read(i));
        number = words.afterDigits(number);
        if (text.spelled != null) {
            return text.spelled.afterDigits(number);
        }
        Numeral share = shares.fraction(i, number);
        return share == null ? number : share;
    }

    private Numeral vulgar(int i) {
        Numeral number = digits.vulgarAlone(i);
        return number == null ? null : words.afterDigits(number);
    }

    private Numeral word(int i) {
        if (text.spelled != null) {
            return text.spelled.read(i);
        }
        Numeral every = text.sense(i, Sense.Role.EVERY) < 0 ? null : shares.every(i);
        if (every != null) {
            return every;
        }
        if (text.sense(i) == null) {
            return null;
        }
        if (text.sense(i, Sense.Role.LIFE) > 0) {
            return shares.life(i, false);
        }
        Numeral vague = shares.vague(i);
        if (vague != null) {
            return vague;
        }
        Numeral number = words.read(i);
        Numeral share = shares.fraction(i, number);
        return share == null ? number : share;
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
        if (text.sense(at, Sense.Role.NEGATIVE) >= 0 && text.sameLine(number.first())) {
            return number.negated().from(at);
        }
        MoneyReader.Prefix prefix = money.before(number.first());
        at = prefix == null ? at : prefix.first() - 1;
        if (number.form() == Form.DIGITS && at >= 0 && text.glued(at + 1) && minus(at)) {
            boolean free = at == 0 || !text.glued(at) || "($€£¥".indexOf(text.sign(at - 1)) >= 0;
            return free ? number.negated().from(at) : number;
        }
        return number;
    }

    private boolean minus(int at) {
        return text.sign(at) == '-' || text.sign(at) == '−' || text.sign(at) == '–';
    }

    ShareReader shares() {
        return shares;
    }
}
