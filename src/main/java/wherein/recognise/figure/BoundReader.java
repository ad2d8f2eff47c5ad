package wherein.recognise.figure;

import wherein.mention.Mention.Figure.Bound;

/** Reads how the writer bounds a number, from the words and signs before and after it. */
final class BoundReader {

    private final FigureText text;

    BoundReader(FigureText text) {
        this.text = text;
    }

    /** The bound of the figure in the tokens from {@code first} to {@code end}, exclusive. */
    Bound read(int first, int end) {
        Bound before = before(first);
        return before != Bound.EXACT ? before : after(end);
    }

    private Bound before(int first) {
        int at = first - 1;
        if (at < 0 || !text.sameLine(first)) {
            return Bound.EXACT;
        }
        Bound sign = sign(at);
        if (sign != Bound.EXACT) {
            return sign;
        }
        if (text.anyWord(at, "a", "an", "the", "another")
                || text.word(at, "of") && text.cue(at - 1, "above")
                || text.word(at, "of") && text.cue(at - 1, "below")) {
            at--;
        }
        if (text.anyWord(at, "than", "чем")) {
            return comparison(at - 1);
        }
        Bound pair = pair(at);
        if (pair != Bound.EXACT) {
            return pair;
        }
        boolean denied = text.word(at - 1, "не") || text.word(at - 1, "no") || text.word(at - 1, "not");
        if (text.cue(at, "about")) {
            return Bound.ABOUT;
        }
        if (text.cue(at, "below")) {
            return denied && text.cyrillic(at) ? Bound.ABOVE : Bound.BELOW;
        }
        if (text.cue(at, "above")) {
            return denied && text.cyrillic(at) ? Bound.BELOW : Bound.ABOVE;
        }
        return Bound.EXACT;
    }

    private Bound sign(int at) {
        return switch (text.sign(at)) {
            case '~', '≈', '∼', '≃' -> Bound.ABOUT;
            case '<', '≤' -> Bound.BELOW;
            case '>', '≥' -> Bound.ABOVE;
            default -> Bound.EXACT;
        };
    }

    /** More than, not much more than, no fewer than. */
    private Bound comparison(int at) {
        boolean more = text.anyWord(
                at, "more", "greater", "higher", "larger", "longer", "older", "bigger", "better", "taller", "heavier",
                "rather", "upwards", "более", "больше", "выше", "дольше", "старше");
        boolean less = text.anyWord(
                at, "less", "fewer", "lower", "smaller", "shorter", "younger", "cheaper", "менее", "меньше", "ниже");
        if (!more && !less) {
            return Bound.EXACT;
        }
        int before = text.anyWord(at - 1, "much", "many", "significantly") ? at - 2 : at - 1;
        boolean denied =
                text.anyWord(before, "no", "not", "never", "не", "n't", "t") || text.anyWord(at - 1, "no", "not");
        return more ^ denied ? Bound.ABOVE : Bound.BELOW;
    }

    /** At least, up to, as many as, close to, an estimated, по меньшей мере. */
    private Bound pair(int at) {
        if (text.word(at, "least") || text.word(at, "мере") && (text.anyWord(at - 1, "меньшей", "крайней"))) {
            return Bound.ABOVE;
        }
        if (text.word(at, "most") && text.word(at - 1, "at")) {
            return Bound.BELOW;
        }
        if (text.word(at, "to")) {
            return text.anyWord(at - 1, "up")
                    ? Bound.BELOW
                    : text.anyWord(at - 1, "close", "near", "nearer", "closer") ? Bound.ABOUT : Bound.EXACT;
        }
        if (text.word(at, "as") && text.anyWord(at - 1, "many", "much", "high", "long", "large")) {
            return Bound.ABOVE;
        }
        if (text.word(at, "as") && text.anyWord(at - 1, "few", "little", "low")) {
            return Bound.BELOW;
        }
        if (text.word(at, "of") && text.word(at - 1, "excess") || text.word(at, "of") && text.word(at - 1, "upwards")) {
            return Bound.ABOVE;
        }
        if (text.word(at, "до")) {
            return goal(at) ? Bound.EXACT : Bound.BELOW;
        }
        if (text.word(at, "минимум") || text.word(at, "максимум")) {
            return text.word(at, "минимум") ? Bound.ABOVE : Bound.BELOW;
        }
        return text.word(at, "где") || text.word(at, "то") && text.word(at - 2, "где") ? Bound.ABOUT : Bound.EXACT;
    }

    /** Whether "до" closes a way that "с" or "от" opened: then it is a goal and no bound. */
    private boolean goal(int at) {
        for (int i = at - 1; i > Math.max(0, at - 8) && text.sameLine(i); i--) {
            if (text.anyWord(i, "с", "со", "от") || text.cue(i, "change")) {
                return true;
            }
        }
        return false;
    }

    /** Or so, or more, +, с лишним, as far as the next noun. */
    private Bound after(int end) {
        if (text.dash(end) && text.glued(end) && text.word(end + 1, "plus")) {
            return Bound.ABOVE;
        }
        for (int at = end; at < end + 3 && text.sameLine(at); at++) {
            if (text.sign(at) == '+' && text.glued(at) && at == end) {
                return Bound.ABOVE;
            }
            if (text.word(at, "or")) {
                return text.anyWord(at + 1, "so", "thereabouts")
                        ? Bound.ABOUT
                        : text.anyWord(at + 1, "more", "over", "above", "older", "higher", "greater", "longer")
                                ? Bound.ABOVE
                                : text.anyWord(at + 1, "less", "fewer", "under", "below", "younger", "lower")
                                        ? Bound.BELOW
                                        : Bound.EXACT;
            }
            if (text.word(at, "или") || text.word(at, "и")) {
                return text.anyWord(at + 1, "более", "больше", "выше", "старше")
                        ? Bound.ABOVE
                        : text.anyWord(at + 1, "менее", "меньше", "ниже") ? Bound.BELOW : Bound.EXACT;
            }
            if (text.word(at, "plus") && at == end || text.word(at, "с") && text.word(at + 1, "лишним")) {
                return Bound.ABOVE;
            }
            if (!text.tokens.isWord(at) || text.stop(at)) {
                return Bound.EXACT;
            }
        }
        return Bound.EXACT;
    }
}
