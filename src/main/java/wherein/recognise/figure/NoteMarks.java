package wherein.recognise.figure;

/**
 * Marks that lead from a figure to a note, and stand between it and what it counts: 340[12] people, 340[^1] people, 340†
 * people. They have a few tokens, so each look costs the same in any text.
 */
final class NoteMarks {

    /** No mark has more tokens: [^note-1], [citation needed]. */
    private static final int LONGEST = 8;

    /** No figure has more marks in a row. */
    private static final int MOST = 4;

    private static final String SIGNS = "*†‡§¶";

    private final FigureText text;

    NoteMarks(FigureText text) {
        this.text = text;
    }

    /** The token after the marks that begin at token {@code at}; {@code at} where none does. */
    int after(int at) {
        int end = at;
        for (int marks = 0; marks < MOST; marks++) {
            int next = one(end);
            if (next == end) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** Whether token {@code i} stands in a mark of Markdown, [^1] or [^note-1]. */
    boolean around(int i) {
        int at = i;
        while (at > 0 && i - at < LONGEST && text.glued(at) && text.sign(at) != '^' && text.sign(at) != ']') {
            at--;
        }
        return text.sign(at) == '^' && text.sign(at - 1) == '[' && text.glued(at) && closed(at, ']') > i;
    }

    private int one(int at) {
        if (!text.sameLine(at)) {
            return at;
        }
        return switch (text.sign(at)) {
            case '[' -> bracket(at);
            case '(' -> text.glued(at) && number(at + 1) && text.sign(at + 2) == ')' ? at + 3 : at;
            default -> signs(at);
        };
    }

    /** Right behind a figure, whatever is in square brackets is a note; after a space, numbers and marks of Markdown. */
    private int bracket(int at) {
        int end = closed(at, ']');
        boolean numbers = text.sign(at + 1) == '^';
        for (int i = at + 1; !numbers && i < end - 1; i++) {
            if (!number(i) && text.sign(i) != ',' && !text.dash(i)) {
                break;
            }
            numbers = i == end - 2;
        }
        return end > at && (text.glued(at) || numbers) ? end : at;
    }

    /** The token after the {@code close} that ends what begins at token {@code at}; -1 where it is not near. */
    private int closed(int at, char close) {
        for (int i = at + 1; i < at + LONGEST && text.sameLine(i); i++) {
            if (text.sign(i) == close) {
                return i + 1;
            }
        }
        return -1;
    }

    /** 340*, 340†, and not 340*2. */
    private int signs(int at) {
        int end = at;
        while (end < at + MOST && text.glued(end) && SIGNS.indexOf(text.sign(end)) >= 0 && text.sign(end) != 0) {
            end++;
        }
        return text.glued(end) && (text.tokens.isNumber(end) || text.tokens.isWord(end)) ? at : end;
    }

    private boolean number(int i) {
        return i < text.tokens.size() && text.tokens.isNumber(i) && text.length(i) < 4;
    }
}
