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
        // Plus d'un million: the apostrophe is no word.
        at = text.apostrophe(at) && text.glued(at) && text.glued(first) ? at - 1 : at;
        Bound bound = phrase(at);
        return bound == Bound.EXACT && text.cue(at, "article") ? phrase(at - 1) : bound;
    }

    private Bound phrase(int at) {
        Phrases.Found found = text.words.phrases.to(text, at, "bound ");
        if (found == null) {
            return Bound.EXACT;
        }
        return found.meaning().equals("limit") ? goal(found.first()) ? Bound.EXACT : Bound.BELOW : bound(found);
    }

    private static Bound bound(Phrases.Found found) {
        return switch (found.meaning()) {
            case "about" -> Bound.ABOUT;
            case "below" -> Bound.BELOW;
            case "above" -> Bound.ABOVE;
            default -> throw new IllegalStateException("no bound is called " + found.meaning());
        };
    }

    private Bound sign(int at) {
        return switch (text.sign(at)) {
            case '~', '≈', '∼', '≃' -> Bound.ABOUT;
            case '<', '≤' -> Bound.BELOW;
            case '>', '≥' -> Bound.ABOVE;
            default -> Bound.EXACT;
        };
    }

    /** Whether "до" closes a way that "с" or "от" opened: then it is a goal and no bound. */
    private boolean goal(int at) {
        for (int i = at - 1; i > Math.max(0, at - 8) && text.sameLine(i); i--) {
            if (text.cue(i, "from") || text.cue(i, "change")) {
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
            Phrases.Found found = text.words.phrases.from(text, at, "after ");
            if (found != null) {
                return bound(found);
            }
            if (!text.tokens.isWord(at) || text.stop(at)) {
                return Bound.EXACT;
            }
        }
        return Bound.EXACT;
    }
}
