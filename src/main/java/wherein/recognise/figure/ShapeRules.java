package wherein.recognise.figure;

/**
 * The rules that set digits aside by the signs and letters right around them, before any value is read: footnote marks,
 * telephone numbers, versions, coordinates, paths, list markers, ordinals and names such as G20.
 */
final class ShapeRules {

    private final FigureText text;
    private final MoneyReader money;
    private final ClockRules clock;
    private final NoteMarks notes;
    private final PhoneRules phones;
    private final ListMarkers markers;

    /** The token after what the last rule set aside. */
    private int end;

    /** The last run of numbers, commas and dashes that was read: the token before it, and the one after it. */
    private int listBefore;

    private int listAfter;

    ShapeRules(FigureText text, MoneyReader money) {
        this.text = text;
        this.money = money;
        this.clock = new ClockRules(text);
        this.notes = new NoteMarks(text);
        this.phones = new PhoneRules(text);
        this.markers = new ListMarkers(text);
    }

    /** The token after what {@link #read} set aside. */
    int end() {
        return end;
    }

    /** The rule that sets aside the digits of token {@code i} by what surrounds them; null if none does. */
    String read(int i) {
        end = i + 1;
        if (text.length(i) > FigureText.MOST_DIGITS) {
            return "identifier";
        }
        if (footnote(i)) {
            return "footnote-mark";
        }
        if (coordinate(i)) {
            return "coordinate";
        }
        if (phones.isNumber(i)) {
            end = phones.end();
            return "phone-number";
        }
        if (chain(i)) {
            return "version-or-identifier";
        }
        String time = clock.read(i);
        if (time != null) {
            end = clock.end();
            return time;
        }
        if (path(i)) {
            return "path-or-file-name";
        }
        if (markers.isOne(i)) {
            return "list-marker";
        }
        if (ordinal(i)) {
            return "ordinal";
        }
        if (glued(i)) {
            end = runEnd(i);
            return "part-of-a-name";
        }
        return null;
    }

    /** [12], [3, 4], [5–7], [^1]; digits glued to the end of a word or sentence. */
    private boolean footnote(int i) {
        list(i);
        if (text.sign(listBefore) == '[' && text.sign(listAfter) == ']' || notes.around(i)) {
            return true;
        }
        boolean mark = text.glued(i) && ".,;:!?”»)".indexOf(text.sign(i - 1)) >= 0 && text.sign(i - 1) != 0;
        return mark
                && text.glued(i - 1)
                && text.tokens.isWord(i - 2)
                && text.length(i) < 4
                && text.length(i - 2) > 2
                && !text.glued(i + 1) | !text.tokens.isWord(i + 1);
    }

    /** Finds the run that the number {@code i} is in; walked once for all numbers of it. */
    private void list(int i) {
        if (listBefore < i && i < listAfter) {
            return;
        }
        int left = i - 1;
        while (left > 0 && inList(left)) {
            left--;
        }
        int right = i + 1;
        while (inList(right)) {
            right++;
        }
        listBefore = left;
        listAfter = right;
    }

    private boolean inList(int i) {
        return text.tokens.isNumber(i) || text.sign(i) == ',' || text.dash(i);
    }

    /** 55°45′21″N 37°37′E, 33.783°N 44.500°E, and the same pair in decimals after it. */
    private boolean coordinate(int i) {
        int degree = text.sign(i + 1) == '.' && text.tokens.isNumber(i + 2) && text.glued(i + 2) ? i + 3 : i + 1;
        boolean minutes = text.sign(degree + 2) == '′' || text.sign(degree + 2) == '\'' || text.sign(degree + 2) == '’';
        boolean place = text.sign(degree) == '°'
                && text.glued(degree)
                && (text.tokens.isNumber(degree + 1) && text.glued(degree + 1) && minutes || compass(degree + 1));
        if (!place) {
            return false;
        }
        int at = degree;
        while (at < text.tokens.size()
                && text.sameLine(at)
                && (text.tokens.isNumber(at)
                        || compass(at)
                        || "°′″'’\"./;,−-".indexOf(text.sign(at)) >= 0 && text.sign(at) != 0)) {
            at++;
        }
        end = at;
        return true;
    }

    private boolean compass(int i) {
        return text.tokens.isWord(i)
                && text.length(i) == 1
                && "NSEWСЮВЗ".indexOf(text.text.charAt(text.tokens.start(i))) >= 0;
    }

    /** 1.2.3, 0-19-852663-6, 192.168.0.1: three parts and more. */
    private boolean chain(int i) {
        char sign = text.sign(i + 1);
        if (sign != '.' && !text.dash(i + 1) && sign != '/') {
            return false;
        }
        int at = i + 1;
        int parts = 1;
        boolean groups = sign == '.' && text.length(i) < 4;
        while ((text.sign(at) == sign || parts > 2 && text.dash(at))
                && text.glued(at)
                && text.glued(at + 1)
                && text.tokens.isNumber(at + 1)) {
            groups &= text.length(at + 1) == 3;
            at += 2;
            parts++;
        }
        boolean chain = parts > 2 && !groups || parts > DigitReader.MOST_GROUPS;
        end = chain ? at : end;
        return chain;
    }

    /** Inside an address of the web, a path, a file name, an e-mail or a name with an underscore. */
    private boolean path(int i) {
        if (text.sign(i - 1) == '_' && text.glued(i)
                || text.sign(i + 1) == '_' && text.glued(i + 1)
                || text.sign(i + 1) == '@' && text.glued(i + 1)) {
            return true;
        }
        boolean file = text.sign(i + 1) == '.'
                && text.glued(i + 1)
                && text.glued(i + 2)
                && text.tokens.isWord(i + 2)
                && !text.tokens.isCapitalised(i + 2)
                && text.unit(i + 2) == null;
        if (file) {
            end = i + 3;
            return true;
        }
        for (int at = i; at > 0 && at > i - 40 && text.glued(at); at--) {
            if (text.sign(at - 1) == '@' || text.anyWord(at - 1, "http", "https", "www", "doi")) {
                return true;
            }
        }
        return text.glued(i)
                && money.before(i) == null
                && (text.sign(i - 1) == '/' || text.sign(i - 1) == '=')
                && text.glued(i - 1)
                && text.tokens.isWord(i - 2)
                && text.unit(i - 2) == null;
    }

    /** 12th, 3rd, 5-й, 20-го. */
    private boolean ordinal(int i) {
        // Der 3. Platz: a point makes an ordinal in some languages, told by the article or preposition before it.
        boolean point = text.sign(i + 1) == '.'
                && text.glued(i + 1)
                && text.length(i) < 4
                && text.tokens.isWord(i + 2)
                && !text.glued(i + 2)
                && text.sameLine(i + 2);
        if (point && text.cue(i - 1, "ordinal-lead")) {
            end = i + 2;
            return true;
        }
        int at = text.dash(i + 1) && text.glued(i + 1) ? i + 2 : i + 1;
        if (!text.glued(at) || !text.tokens.isWord(at)) {
            return false;
        }
        boolean ending = text.cue(at, "ordinal-ending")
                || text.cue(at, "ordinal-sign")
                || text.length(at) < 4 && text.cue(at, "ordinal-letters") && at == i + 2;
        if (ending) {
            end = at + 1;
        }
        return ending;
    }

    /** The token after the run of letters, digits and joining signs without white space that goes on at {@code i}. */
    private int runEnd(int i) {
        int at = i + 1;
        while (text.glued(at)
                && (text.tokens.isNumber(at)
                        || text.tokens.isWord(at)
                        || "-+._/".indexOf(text.sign(at)) >= 0
                                && text.sign(at) != 0
                                && text.glued(at + 1)
                                && (text.tokens.isNumber(at + 1)
                                        || text.tokens.isWord(at + 1) && text.sign(at) != '.'))) {
            at++;
        }
        return at;
    }

    /** Digits that letters run into from before: G20, B12, Covid-19; not after a currency code or a prefix. */
    private boolean glued(int i) {
        int before = text.dash(i - 1) && text.glued(i) ? i - 2 : i - 1;
        // ID.3, and not the end of a sentence or an abbreviation that the document ends with.
        boolean model = text.sign(i - 1) == '.'
                && text.glued(i)
                && text.glued(i - 1)
                && (text.tokens.isAllCaps(i - 2) && text.length(i - 2) < 4)
                && !text.tokens.isNumber(i + 1);
        if (model) {
            return true;
        }
        if (!text.tokens.isWord(before) || !text.glued(before + 1) || !text.glued(i)) {
            return false;
        }
        if (before == i - 1 && money.before(i) != null) {
            return false;
        }
        boolean prefix = before < i - 1 && text.cue(before, "prefix");
        return !prefix && text.sign(before) != 'x';
    }
}
