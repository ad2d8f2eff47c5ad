package wherein.recognise.date;

/** Finds where the sentence around a date begins and ends, within a bounded reach, so that long texts cost no more. */
final class Sentences {

    private static final int REACH = 60;

    private final DateText text;

    Sentences(DateText text) {
        this.text = text;
    }

    /** The first token of the sentence that token {@code i} stands in, or the furthest that is looked at. */
    int start(int i) {
        int at = i;
        while (at > 0 && at > i - REACH && !startsAt(at)) {
            at--;
        }
        return at;
    }

    /** The token after the last of the sentence that token {@code i} stands in, or the furthest that is looked at. */
    int end(int i) {
        int at = i + 1;
        while (at < text.tokens.size() && at < i + REACH && !startsAt(at)) {
            at++;
        }
        return Math.min(at, text.tokens.size());
    }

    /** Whether a sentence, a bullet or a part after a semicolon begins at token {@code i}. */
    private boolean startsAt(int i) {
        if (text.tokens.is(i - 1, ';') || paragraphBefore(i)) {
            return true;
        }
        boolean mark = text.tokens.is(i - 1, '!') || text.tokens.is(i - 1, '?') || text.tokens.is(i - 1, '.');
        if (!mark || !text.tokens.spaceBefore(i) || text.tokens.isWord(i) && !text.tokens.isCapitalised(i)) {
            return false;
        }
        return !text.tokens.is(i - 1, '.') || !abbreviation(i - 2);
    }

    /** Nov., Mr., U.S., г.: a short word in capitals, or one letter, whose point ends no sentence. */
    private boolean abbreviation(int i) {
        boolean letter = text.tokens.isWord(i) && text.length(i) == 1;
        return letter || text.tokens.isCapitalised(i) && text.length(i) <= 4 && !text.tokens.isAllCaps(i);
    }

    /** Whether an empty line stands before token {@code i}. */
    private boolean paragraphBefore(int i) {
        int breaks = 0;
        for (int at = text.tokens.end(i - 1); at < text.tokens.start(i); at++) {
            breaks += text.tokens.text().charAt(at) == '\n' ? 1 : 0;
        }
        return breaks > 1;
    }
}
