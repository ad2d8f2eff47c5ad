package wherein.recognise.figure;

import java.math.BigDecimal;
import wherein.recognise.figure.Numeral.Form;
import wherein.recognise.figure.Sense.Role;

/** Reads a number in English or Russian words, and the scale words after a number in digits. */
final class WordReader {

    private static final int SHORT_SCALE = 3;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal ONE_AND_HALF = new BigDecimal("1.5");

    /** Scale words multiply to so many digits at most; what follows is another number. */
    private static final int MOST_SCALE = 30;

    private final FigureText text;
    private final MixedNumbers mixed;
    private final SpokenDecimals decimals;
    private long total;
    private long current;
    private long room;
    private long lastScale;

    /** Whether no scale above a hundred is taken. */
    private boolean small;

    /** The scale that the last word is; 1 after any other. */
    private long tailScale;

    private int end;

    WordReader(FigureText text) {
        this.text = text;
        this.mixed = new MixedNumbers(text, this::plain);
        this.decimals = new SpokenDecimals(text, this::plain);
    }

    /** The number in words that begins at token {@code i}; null if none does. */
    Numeral read(int i) {
        Sense sense = text.sense(i);
        if (sense == null) {
            return null;
        }
        if (sense.is(Role.ONEHALF)) {
            BigDecimal value = ONE_AND_HALF.multiply(BigDecimal.valueOf(Math.max(1, sense.value(Role.ONEHALF))));
            return scales(Numeral.exact(i, i + 1, value, BigDecimal.ONE, Form.WORDS, "number-words"));
        }
        if (sense.is(Role.HALFOF)) {
            BigDecimal value = HALF.multiply(BigDecimal.valueOf(sense.value(Role.HALFOF)));
            return scales(Numeral.exact(i, i + 1, value, BigDecimal.ONE, Form.WORDS, "number-words"));
        }
        if (sense.is(Role.COLLECTIVE)) {
            return exact(i, i + 1, sense.value(Role.COLLECTIVE), Form.WORDS);
        }
        boolean dozen = sense.is(Role.DOZEN) && !text.word(i, "score");
        if (dozen) {
            int first = article(i);
            return exact(first, i + 1, sense.value(Role.DOZEN), Form.WORDS);
        }
        // A short form of a scale, such as bn or тыс, needs a number before it.
        boolean number = sense.is(Role.CARDINAL) || sense.is(Role.SCALE) && text.length(i) > SHORT_SCALE;
        if (!number || text.cue(i, "scale-alone")) {
            return null;
        }
        compose(i);
        if (end == i || end == i + 1 && family(i)) {
            return null;
        }
        int first = sense.is(Role.CARDINAL) ? i : article(i);
        long value = total + current;
        boolean one = end == i + 1 && value == 1;
        Form form = one ? Form.ONE : Form.WORDS;
        return tail(Numeral.exact(
                first, end, BigDecimal.valueOf(value), BigDecimal.valueOf(tailScale), form, "number-words"));
    }

    /** "Семью" is seven only before a noun in the same case; else it is the accusative of the word for family. */
    private boolean family(int i) {
        boolean noun = text.tokens.isWord(i + 1)
                && (text.tokens.lower(i + 1).endsWith("ми") || text.sense(i + 1, Role.SCALE) > 0);
        return text.cue(i, "family") && !noun;
    }

    private static Numeral exact(int first, int end, long value, Form form) {
        return Numeral.exact(first, end, BigDecimal.valueOf(value), BigDecimal.ONE, form, "number-words");
    }

    /** The article before a scale word is part of the number: a million. */
    private int article(int i) {
        return text.cue(i - 1, "one-article") && text.sameLine(i) ? i - 1 : i;
    }

    private void compose(int i) {
        total = 0;
        current = 0;
        room = 1000;
        lastScale = Long.MAX_VALUE;
        end = i;
        int at = i;
        while (add(at, i)) {
            end = at + 1;
            at = next(end);
        }
        if (end == i + 1 && current < 10 && total == 0) {
            colloquial(i);
        }
    }

    /** The number in words at token {@code i} by itself, below a thousand, without what follows it; null if none. */
    private Numeral plain(int i) {
        if (text.spelled != null) {
            return text.spelled.readSmall(i);
        }
        if (text.sense(i, Role.CARDINAL) < 0) {
            return null;
        }
        WordReader reader = new WordReader(text);
        reader.small = true;
        reader.compose(i);
        return exact(i, reader.end, reader.total + reader.current, Form.WORDS);
    }

    /** Adds the word at token {@code at}; false if it does not join what stands before. */
    private boolean add(int at, int start) {
        Sense sense = text.sense(at);
        if (sense == null || at > start && !text.sameLine(at)) {
            return false;
        }
        long cardinal = sense.value(Role.CARDINAL);
        if (cardinal >= 0) {
            if (cardinal >= room || cardinal == 0 && at > start) {
                return false;
            }
            current += cardinal;
            tailScale = 1;
            room = cardinal >= 100 ? 100 : cardinal >= 20 ? 10 : 0;
            return true;
        }
        long scale = sense.value(Role.SCALE);
        if (scale == 100) {
            if (current >= 100 || current == 0 && at > start && total == 0 || at > start && current == 0) {
                return false;
            }
            current = Math.max(1, current) * 100;
            room = 100;
            tailScale = 100;
            return true;
        }
        return scale > 100 && !small && scale(scale, at > start);
    }

    private boolean scale(long scale, boolean inside) {
        boolean bare = current == 0 && inside;
        if ((bare && total > 0 ? total : Math.max(1, current)) > Long.MAX_VALUE / 2 / scale) {
            return false;
        }
        if (bare && total > 0) {
            total *= scale;
        } else if (scale < lastScale) {
            total += Math.max(1, current) * scale;
        } else {
            return false;
        }
        current = 0;
        room = 1000;
        lastScale = scale;
        tailScale = scale;
        return true;
    }

    /** Where the next word of the number would stand: over a hyphen, or over "and" after a hundred or more. */
    private int next(int at) {
        if (text.sign(at) == '-' && text.glued(at) && text.glued(at + 1)) {
            long more = text.sense(at + 1, Role.CARDINAL);
            boolean twoNumbers = more >= room || text.cyrillic(at + 1);
            return twoNumbers && text.sense(at + 1, Role.SCALE) < 0 ? at : at + 1;
        }
        if (text.sign(at) == ','
                && current == 0
                && total > 0
                && text.sense(at + 1, Role.CARDINAL) > 0
                && text.sense(at + 1, Role.CARDINAL) < 1000
                && smaller(at + 2)) {
            return at + 1;
        }
        boolean big = room == 100 || current == 0 && total > 0;
        if (big
                && (small || !mixed.begins(at))
                && (text.word(at, "and") || text.sign(at) == '&')
                && text.sense(at + 1, Role.CARDINAL) > 0
                && text.sense(at + 1, Role.CARDINAL) < 100) {
            return at + 1;
        }
        return at;
    }

    /** Whether a scale below the last one stands at token {@code at}, so that the number goes on over a comma. */
    private boolean smaller(int at) {
        for (int i = at; text.sense(i) != null || text.sign(i) == '-' || text.word(i, "and"); i++) {
            long scale = text.sense(i, Role.SCALE);
            if (scale >= 100) {
                return scale < lastScale;
            }
        }
        return false;
    }

    /** "One twenty-two" for 122. */
    private void colloquial(int i) {
        long tens = text.sense(i + 1, Role.CARDINAL);
        int unit = text.sign(i + 2) == '-' ? i + 3 : i + 2;
        long units = text.sense(unit, Role.CARDINAL);
        boolean shape = current > 0
                && tens >= 20
                && tens < 100
                && units > 0
                && units < 10
                && text.sameLine(unit)
                && !text.cyrillic(i)
                && text.sameLine(i + 1);
        if (shape) {
            current = current * 100 + tens + units;
            end = unit + 1;
        }
    }

    private Numeral tail(Numeral numeral) {
        return scales(decimals.read(numeral));
    }

    /** A number in digits with the words after it: 1 point 1, 1.5 million, 3 hundred thousand, 2 dozen. */
    Numeral afterDigits(Numeral digits) {
        return scales(decimals.read(digits));
    }

    Numeral withFraction(Numeral number) {
        return mixed.read(number);
    }

    /** A number in words of another reader with what follows it: its decimals, fractions and scales. */
    Numeral afterWords(Numeral number) {
        return tail(number);
    }

    /** Fractions and scale words after a number: two and a half million, три с половиной тысячи, five dozen. */
    private Numeral scales(Numeral numeral) {
        Numeral result = mixed.read(numeral);
        if (result.end() > numeral.end() && numeral.scale().compareTo(THOUSAND) >= 0) {
            return result;
        }
        boolean hyphen = text.sign(result.end()) == '-' && text.glued(result.end()) && text.glued(result.end() + 1);
        int at = hyphen ? result.end() + 1 : result.end();
        while (text.sameLine(at) && magnitude(result.max()) < MOST_SCALE) {
            long scale = text.sense(at, Role.SCALE);
            long dozen = text.sense(at, Role.DOZEN);
            dozen = text.word(at, "score") ? -1 : dozen > 0 ? dozen : text.sense(at, Role.VAGUE);
            if (scale < 0 && dozen < 0) {
                break;
            }
            result = result.times(BigDecimal.valueOf(scale > 0 ? scale : dozen)).to(pointEnd(at));
            at = result.end();
        }
        if (result.form() == Form.ONE && result.end() > numeral.end()) {
            result = Numeral.exact(
                    result.first(), result.end(), result.min(), result.scale(), Form.WORDS, result.rule());
        }
        return result == numeral ? result : mixed.read(result);
    }

    /** The digits before the point. */
    private static int magnitude(BigDecimal value) {
        return value.precision() - value.scale();
    }

    /** The token after the abbreviation at {@code at} and its point, unless the point ends the sentence. */
    int pointEnd(int at) {
        boolean point = text.sign(at + 1) == '.'
                && text.glued(at + 1)
                && text.length(at) <= 4
                && (text.cyrillic(at) || text.cue(at, "short-scale"));
        boolean last = at + 2 >= text.tokens.size() || text.tokens.lineBefore(at + 2);
        return point && !last && (!text.tokens.isCapitalised(at + 2) || isCounted(at + 2)) ? at + 2 : at + 1;
    }

    /** Whether a thing that is counted stands at {@code at}; in German it is capitalised: 2 Mrd. Euro, 3 Mio. US-Dollar. */
    private boolean isCounted(int at) {
        return text.unit(at) != null || text.people(at) || text.hyphenated(at) != null;
    }
}
