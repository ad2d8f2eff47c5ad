package wherein.recognise.figure;

/** Tells the numbers that count the items of a list: "1." and "2)" before an item, "(3)" before one or behind a label. */
final class ListMarkers {

    /** What ends an item, and stands before the number of the next. */
    private static final String ITEM_ENDS = ";:.!?,)";

    private final FigureText text;

    ListMarkers(FigureText text) {
        this.text = text;
    }

    /** Whether the digits of token {@code i} are one. */
    boolean isOne(int i) {
        char next = text.sign(i + 1);
        if (text.length(i) > 2 || next != '.' && next != ')' || !text.glued(i + 1)) {
            return false;
        }
        return text.sign(i - 1) == '(' ? next == ')' && bracketed(i) : atLine(i) || inLine(i, next);
    }

    private boolean atLine(int i) {
        return text.tokens.lineBefore(i)
                && !(text.glued(i + 2) && text.tokens.isNumber(i + 2))
                && i + 2 < text.tokens.size();
    }

    /** After an item or a sentence in the same line; a point needs an item that begins behind it. */
    private boolean inLine(int i, char next) {
        boolean item = i > 0 && !text.glued(i) && ends(i - 1) && text.sign(i - 1) != ',';
        return item && (next == ')' || text.tokens.isWord(i + 2) && !text.glued(i + 2));
    }

    private boolean bracketed(int i) {
        boolean behindWord = text.glued(i - 1) && i > 1;
        int label = text.sign(i - 2) == '.' ? i - 3 : i - 2;
        boolean behindLabel = text.cue(label, "label") && text.length(i - 2) < 8;
        return behindWord || behindLabel || text.tokens.lineBefore(i - 1) || ends(i - 2);
    }

    private boolean ends(int i) {
        return text.sign(i) != 0 && ITEM_ENDS.indexOf(text.sign(i)) >= 0;
    }
}
