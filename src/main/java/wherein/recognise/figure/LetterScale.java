package wherein.recognise.figure;

import java.math.BigDecimal;
import wherein.recognise.figure.UnitWord.Kind;

/**
 * Reads a letter right after digits as a scale: 100K, $5m, 12m users, €30MM, £1.2tr, 5 M€.
 *
 * <p>A metre and a million share their letter: money, and what is counted, makes it a million; a word of length near by
 * makes it a metre, and so does nothing at all.
 */
final class LetterScale {

    private static final int NEAR = 6;

    private static final long THOUSAND = 1000;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;
    private static final long TRILLION = 1_000_000_000_000L;

    private final FigureText text;
    private final MoneyReader money;

    LetterScale(FigureText text, MoneyReader money) {
        this.text = text;
        this.money = money;
    }

    /** Whether token {@code i} is glued to the digits before it and might be a scale. */
    static boolean isLetter(FigureText text, int i) {
        return text.glued(i) && text.anyWord(i, "k", "m", "b", "t", "mm", "mil", "tr", "к", "м");
    }

    /** {@code number} with the letters after it, if they are a scale; {@code number} itself otherwise. */
    Numeral read(Numeral number) {
        int at = number.end();
        if (!text.tokens.isWord(at)) {
            return number;
        }
        long coded = text.sameLine(at) ? text.currencyScale(at) : 0;
        if (coded > 0) {
            // The currency is the rest of the token.
            return number.times(BigDecimal.valueOf(coded)).to(at);
        }
        if (text.length(at) > 3) {
            return number;
        }
        boolean euros = text.sameLine(at) && text.glued(at + 1) && money.isSign(at + 1);
        boolean spaced =
                text.sameLine(at) && text.anyWord(at, "m", "mil", "tr", "mm") && money.before(number.first()) != null;
        if (!text.glued(at) && !euros && !spaced) {
            return number;
        }
        long scale = euros ? beforeSign(at) : scale(number, at);
        return scale == 0 ? number : number.times(BigDecimal.valueOf(scale)).to(at + 1);
    }

    /** 5 M€, 3 Md€, 20 k€. */
    private long beforeSign(int at) {
        return switch (text.tokens.lower(at)) {
            case "k" -> THOUSAND;
            case "m" -> MILLION;
            case "md", "mds", "b", "bn" -> BILLION;
            default -> 0;
        };
    }

    private long scale(Numeral number, int at) {
        String letters = text.tokens.surface(at);
        return switch (letters) {
            case "k", "K", "к", "К" -> THOUSAND;
            case "M", "М" -> MILLION;
            case "m", "м" -> money(number, at) || counted(number, at) ? MILLION : 0;
            case "MM" -> MILLION;
            case "mm" -> money(number, at) ? MILLION : 0;
            case "mil", "Mil" -> text.english() && money(number, at) ? MILLION : 0;
            case "B", "b" -> money(number, at) || heads(at + 1) ? BILLION : 0;
            case "T", "t", "tr", "TR" -> money(number, at) || heads(at + 1) ? TRILLION : 0;
            default -> 0;
        };
    }

    /** Money before the number, or before the one that it makes a range with, or behind. */
    private boolean money(Numeral number, int at) {
        int first = number.first();
        boolean range = text.dash(first - 1) && text.tokens.isNumber(first - 2)
                || text.word(first - 1, "to") && text.tokens.isNumber(first - 2);
        UnitWord behind = text.sameLine(at + 1) ? text.unit(at + 1) : null;
        return money.before(first) != null
                || range && money.before(first - 2) != null
                || behind != null && behind.kind() == Kind.CURRENCY;
    }

    /** Whether what follows or stands around is counted in millions, and nothing is as long, high or far. */
    private boolean counted(Numeral number, int at) {
        int next = at + 1;
        if (text.glued(next) && (text.dash(next) || text.sign(next) == '/' || text.tokens.isNumber(next))) {
            return false;
        }
        if (near(number.first(), at, "length")) {
            return false;
        }
        UnitWord unit = text.sameLine(next) ? text.unit(next) : null;
        boolean measured = unit != null && text.tokens.isWord(next) && text.length(next) > 2;
        return measured || heads(next) || near(number.first(), at, "counted");
    }

    /** Whether a noun for people or in the plural stands behind, over a few adjectives. */
    private boolean heads(int from) {
        for (int at = from; at < from + NEAR && text.sameLine(at) && text.tokens.isWord(at); at++) {
            if (text.people(at)) {
                return true;
            }
            if (text.stop(at) || text.tokens.isCapitalised(at)) {
                return false;
            }
            String word = text.tokens.lower(at);
            if (text.length(at) > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
                return true;
            }
        }
        return false;
    }

    private boolean near(int first, int at, String kind) {
        for (int i = Math.max(0, first - NEAR); i < Math.min(text.tokens.size(), at + NEAR); i++) {
            boolean other = i > at && (text.sign(i) == '.' || text.sign(i) == ';');
            if (other) {
                return false;
            }
            if (i != at && text.cue(i, kind)) {
                return true;
            }
        }
        return false;
    }
}
