package wherein.recognise.figure;

import java.math.BigDecimal;
import wherein.recognise.figure.Numeral.Form;
import wherein.recognise.figure.Sense.Role;

/**
 * Reads magnitudes (dozens, hundreds of thousands, несколько тысяч) as the interval from twice to ten times less one.
 */
final class MagnitudeReader {

    /** No magnitude is larger than this, of which a hundred times fit in a {@code long}. */
    private static final long LARGEST = Long.MAX_VALUE / 100;

    private final FigureText text;

    MagnitudeReader(FigureText text) {
        this.text = text;
    }

    /** Dozens, hundreds of thousands, several million, несколько десятков тысяч at token {@code i}; null if none. */
    Numeral read(int i) {
        Sense sense = text.sense(i);
        if (sense.is(Role.SEVERAL) || sense.is(Role.COUPLE)) {
            return several(i, sense);
        }
        long base = sense.value(Role.VAGUE);
        if (base < 0) {
            return null;
        }
        int of = text.cue(i + 1, "of") ? text.apostrophe(i + 2) ? i + 3 : i + 2 : i + 1;
        long scale = text.sameLine(of) ? Math.max(text.sense(of, Role.VAGUE), text.sense(of, Role.SCALE)) : -1;
        boolean joined = scale >= 100 && scale > base && (of > i + 1 || !text.english()) && scale <= LARGEST / base;
        if (!joined && (text.word(i, "tens") || text.word(i, "scores")) && of == i + 1) {
            return null;
        }
        int end = joined ? new WordReader(text).pointEnd(of) : i + 1;
        long unit = joined ? base * scale : base;
        long max = base == 12
                ? (joined ? 99 * scale : 99)
                : unit * (joined || base < 1000 || base == 10_000 || base == 100_000 ? 10 : 1000) - 1;
        return new Numeral(
                i,
                end,
                BigDecimal.valueOf(unit * 2),
                BigDecimal.valueOf(max),
                BigDecimal.ONE,
                Form.VAGUE,
                "vague-magnitude");
    }

    private Numeral several(int i, Sense sense) {
        int at = text.cue(i + 1, "of") ? i + 2 : i + 1;
        if (text.sense(at, Role.SCALE) < 0 && text.sense(at, Role.VAGUE) < 0 && text.sense(at, Role.DOZEN) < 0
                || !text.sameLine(at)) {
            return null;
        }
        long unit = 1;
        int end = at;
        while (text.sameLine(end)) {
            long scale = Math.max(
                    text.sense(end, Role.SCALE), Math.max(text.sense(end, Role.DOZEN), text.sense(end, Role.VAGUE)));
            if (scale < 2 || scale > LARGEST / unit) {
                break;
            }
            unit *= scale;
            end = new WordReader(text).pointEnd(end);
        }
        boolean couple = sense.is(Role.COUPLE);
        long max = couple ? unit * 2 : unit == 12 ? 99 : unit * 10 - 1;
        int first = text.word(i - 1, "a") ? i - 1 : i;
        return new Numeral(
                first,
                end,
                BigDecimal.valueOf(unit * 2),
                BigDecimal.valueOf(max),
                BigDecimal.ONE,
                Form.VAGUE,
                "several-of-scale");
    }
}
