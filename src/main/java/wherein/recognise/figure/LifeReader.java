package wherein.recognise.figure;

import java.math.BigDecimal;
import wherein.recognise.figure.Numeral.Form;
import wherein.recognise.figure.Sense.Role;

/** Reads decades of a life: mid-20s, early thirties, in her 40s. */
final class LifeReader {

    private final FigureText text;

    LifeReader(FigureText text) {
        this.text = text;
    }

    /** A decade of a life at the number {@code i}: mid-20s, early 30s, 40s after "in her" or a dash; null if none. */
    Numeral read(int i, boolean second) {
        long word = text.sense(i, Role.LIFE);
        long tens = word > 0 ? word : text.small(i, 2);
        int mark = word > 0 ? i : text.sign(i + 1) == '\'' || text.sign(i + 1) == '’' ? i + 2 : i + 1;
        if (tens < 10 || tens % 10 != 0 || word < 0 && (!text.word(mark, "s") || !text.glued(mark))) {
            return null;
        }
        int before = text.dash(i - 1) && text.glued(i) ? i - 2 : i - 1;
        boolean part = text.cue(before, "part-of-decade");
        int owner = part ? before - 1 : i - 1;
        if (!part && !second && !text.cue(owner, "whose-life")) {
            return null;
        }
        int low = part && text.word(before, "mid") ? 4 : part && text.word(before, "late") ? 7 : 0;
        int high = !part ? 9 : low == 0 ? 3 : low == 4 ? 6 : 9;
        return new Numeral(
                part ? before : i,
                mark + 1,
                BigDecimal.valueOf(tens + low),
                BigDecimal.valueOf(tens + high),
                BigDecimal.ONE,
                Form.LIFE,
                "decade-of-life");
    }
}
