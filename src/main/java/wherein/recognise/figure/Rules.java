package wherein.recognise.figure;

import wherein.recognise.figure.Numeral.Form;
import wherein.recognise.figure.UnitWord.Kind;

/**
 * The rules that set a number aside. Each names a positive reason why a number is no figure; a number that none of them
 * knows is one.
 */
final class Rules {

    private final FigureText text;
    private final NameRules names;

    /** The token after what the last rule set aside. */
    private int end;

    Rules(FigureText text) {
        this.text = text;
        this.names = new NameRules(text);
    }

    /** The token after what {@link #before} or {@link #after} set aside. */
    int end() {
        return end;
    }

    /** The rule that sets aside the digits of token {@code i} by what surrounds them; null if none does. */
    String before(int i) {
        end = i + 1;
        if (footnote(i)) {
            return "footnote-mark";
        }
        if (coordinate(i)) {
            return "coordinate";
        }
        if (phone(i)) {
            return "phone-number";
        }
        if (chain(i)) {
            return "version-or-identifier";
        }
        if (clock(i)) {
            boolean pair = text.sign(i + 1) == ':'
                    && (text.length(i + 2) != 2 || text.small(i, 2) > 24 || text.small(i, 2) < 0);
            return pair ? "score" : "clock-time";
        }
        if (path(i)) {
            return "path-or-file-name";
        }
        if (marker(i)) {
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

    /** The rule that sets aside a number that was read; null if none does. */
    String after(Numeral number, Measure unit) {
        end = number.end();
        if (number.form() == Form.ONE && !unit.known()) {
            return "one-alone";
        }
        if (number.form() == Form.ONE && unit.unit().equals("days") && !oneDay(number, unit)) {
            return "one-alone";
        }
        if (!number.digits()) {
            return !unit.known() && names.label(number) ? "label" : null;
        }
        int next = number.end();
        if (text.glued(next)
                && text.tokens.isWord(next)
                && !unit.known()
                && !Character.isIdeographic(text.text.codePointAt(text.tokens.start(next)))
                && !Character.UnicodeScript.of(text.text.codePointAt(text.tokens.start(next)))
                        .equals(Character.UnicodeScript.HANGUL)) {
            end = next + 1;
            return text.anyWord(next, "s") ? "decade-or-plural" : "part-of-a-name";
        }
        if (text.sign(next) == ':' && text.glued(next) && text.glued(next + 1) && text.tokens.isNumber(next + 1)) {
            end = text.sign(next + 2) == ',' || text.sign(next + 2) == '.' ? next + 4 : next + 2;
            return "score";
        }
        if (text.sign(next) == '/' && text.glued(next) && text.glued(next + 1) && !unit.known()) {
            end = text.tokens.isNumber(next + 1) ? next + 2 : next + 1;
            return "slashed-pair";
        }
        if (text.sign(next) == '°' && text.tokens.isNumber(next + 1) && text.glued(next + 1)) {
            return "coordinate";
        }
        boolean measured = unit.known() && unit.end() > unit.first() + number.end() - number.first();
        if (!measured) {
            String name = names.name(number);
            end = "label".equals(name) ? names.labelEnd(number) : end;
            return name;
        }
        return russianHour(number, unit) ? "clock-time" : null;
    }

    /** A pair such as 3-2: a score where the second is not the greater, or where a word of sport is near. */
    boolean score(Numeral first, Measure unit) {
        int dash = first.end();
        boolean pair = first.digits()
                && first.whole()
                && !unit.known()
                && text.dash(dash)
                && text.glued(dash)
                && text.glued(dash + 1)
                && text.tokens.isNumber(dash + 1)
                && first.end() == first.first() + 1;
        if (!pair || first.max().longValue() > 999) {
            return false;
        }
        long second = text.small(dash + 1, 3);
        boolean measured = text.unit(dash + 2) != null || text.dash(dash + 2) && text.glued(dash + 2);
        end = dash + 2;
        boolean falling = second >= 0 && first.max().longValue() >= second;
        return falling || second < 31 && !measured && text.sign(dash + 2) != '%' && sport(first.first(), dash + 2);
    }

    private boolean sport(int from, int to) {
        for (int i = Math.max(0, from - 6); i < Math.min(text.tokens.size(), to + 4); i++) {
            if (text.cue(i, "sport")) {
                return true;
            }
        }
        return false;
    }

    /** "One day" counts a day only beside words that measure time; else it means "some time". */
    private boolean oneDay(Numeral number, Measure unit) {
        return text.dash(number.end())
                || text.anyWord(
                        number.first() - 1,
                        "in",
                        "within",
                        "for",
                        "only",
                        "just",
                        "least",
                        "than",
                        "last",
                        "every",
                        "за",
                        "на",
                        "через")
                || text.anyWord(
                        unit.end(), "later", "after", "before", "earlier", "ago", "per", "a", "назад", "до", "после");
    }

    private boolean russianHour(Numeral number, Measure unit) {
        return unit.unit().equals("hours")
                && text.word(number.first() - 1, "в")
                && number.max().intValue() <= 24
                && number.whole()
                && text.cyrillic(number.end())
                && !text.anyWord(unit.end(), "в", "назад", "подряд");
    }

    /** [12], [3, 4], [5–7]; digits glued to the end of a word or sentence. */
    private boolean footnote(int i) {
        int left = i - 1;
        while (left > 0 && (text.tokens.isNumber(left) || text.sign(left) == ',' || text.dash(left))) {
            left--;
        }
        int right = i + 1;
        while (text.tokens.isNumber(right) || text.sign(right) == ',' || text.dash(right)) {
            right++;
        }
        if (text.sign(left) == '[' && text.sign(right) == ']') {
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

    /** +7 495 123-45-67, (212) 555-0100, 555-123-4567. */
    private boolean phone(int i) {
        boolean plus = text.sign(i - 1) == '+' && text.glued(i);
        int digits = 0;
        int groups = 0;
        int at = i;
        while (at < text.tokens.size() && text.sameLine(at) | at == i) {
            if (text.tokens.isNumber(at)) {
                if (text.length(at) > 5 && !plus) {
                    return false;
                }
                digits += text.length(at);
                groups++;
                end = at + 1;
            } else if (!(text.dash(at)
                    || text.sign(at) == '('
                    || text.sign(at) == ')'
                    || plus && text.sign(at) == '.')) {
                break;
            }
            at++;
        }
        boolean shape =
                plus ? digits >= 9 && digits <= 15 : groups >= 3 && digits >= 10 && digits <= 12 && dashed(i, end);
        if (!shape) {
            end = i + 1;
        }
        return shape;
    }

    private boolean dashed(int from, int to) {
        int dashes = 0;
        for (int at = from; at < to; at++) {
            dashes += text.dash(at) ? 1 : 0;
        }
        return dashes > 0 && (dashes > 1 || text.sign(from - 1) == '(');
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
        boolean chain = parts > 2 && !groups;
        end = chain ? at : end;
        return chain;
    }

    /** 10:30, 5 p.m., 7am, 10 o'clock; a ratio such as 1:1 is no count either. */
    private boolean clock(int i) {
        if (text.sign(i + 1) == ':' && text.glued(i + 1) && text.glued(i + 2) && text.tokens.isNumber(i + 2)) {
            end = i + 3;
            while (text.sign(end) == ':' && text.glued(end) && text.tokens.isNumber(end + 1)) {
                end += 2;
            }
            return true;
        }
        int at = text.sign(i + 1) == '.'
                        && text.glued(i + 2)
                        && text.small(i + 2, 2) >= 0
                        && text.small(i + 2, 2) < 60
                        && text.length(i + 2) == 2
                ? i + 3
                : i + 1;
        long hour = text.small(i, 2);
        if (hour >= 0 && hour <= 24 && russianClock(i, at)) {
            end = at;
            return true;
        }
        boolean half = text.anyWord(at, "am", "pm") && (at > i + 1 || hour <= 12)
                || text.anyWord(at, "a", "p") && text.sign(at + 1) == '.' && text.word(at + 2, "m");
        boolean said = text.word(at, "o") && text.word(at + 2, "clock");
        end = at + 1;
        boolean is = hour >= 0 && hour <= 24 && (half && text.sameLine(at) || said);
        if (!is) {
            end = i + 1;
        }
        return is;
    }

    /** 7 вечера, 06.00, 19.58 мск, 15 часов дня: the hours end at token {@code at}. */
    private boolean russianClock(int i, int at) {
        int next = text.anyWord(at, "часов", "часа", "час") ? at + 1 : at;
        boolean part =
                text.anyWord(next, "утра", "вечера", "ночи", "дня") && !text.anyWord(next + 1, "назад", "спустя");
        boolean minutes = at == i + 3 && text.length(i) == 2;
        boolean padded = minutes
                && text.text.charAt(text.tokens.start(i)) == '0'
                && text.small(i, 2) > 0
                && text.anyWord(i - 1, "в", "с", "до", "к", "на", "около", "at", "by");
        boolean zone = minutes
                && (text.anyWord(at, "мск", "gmt", "utc")
                        || text.word(at, "по")
                                && text.cyrillic(at + 1)
                                && text.tokens.lower(at + 1).endsWith("скому"));
        return part && (next > at || !text.word(next, "дня")) || padded || zone;
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
                && (text.sign(i - 1) == '/' || text.sign(i - 1) == '=')
                && text.glued(i - 1)
                && text.tokens.isWord(i - 2)
                && text.unit(i - 2) == null;
    }

    /** "1." or "2)" at the beginning of a line; "(3)" after a mark. */
    private boolean marker(int i) {
        if (text.length(i) > 2) {
            return false;
        }
        char next = text.sign(i + 1);
        boolean line = text.tokens.lineBefore(i)
                && (next == '.' || next == ')')
                && text.glued(i + 1)
                && !(text.glued(i + 2) && text.tokens.isNumber(i + 2))
                && i + 2 < text.tokens.size();
        boolean inline = next == '.'
                && text.glued(i + 1)
                && text.tokens.isCapitalised(i + 2)
                && !text.glued(i + 2)
                && i > 0
                && (text.sign(i - 1) == ')' || text.sign(i - 1) == ';' || text.sign(i - 1) == ':')
                && !text.glued(i);
        boolean bracket = text.sign(i - 1) == '('
                && next == ')'
                && (text.tokens.lineBefore(i - 1) || ",;:".indexOf(text.sign(i - 2)) >= 0 && text.sign(i - 2) != 0);
        return line || inline || bracket;
    }

    /** 12th, 3rd, 5-й, 20-го. */
    private boolean ordinal(int i) {
        int at = text.dash(i + 1) && text.glued(i + 1) ? i + 2 : i + 1;
        if (!text.glued(at) || !text.tokens.isWord(at)) {
            return false;
        }
        boolean ending = text.anyWord(at, "st", "nd", "rd", "th", "ste", "er", "eme", "ème")
                || text.length(at) < 4
                        && text.anyWord(
                                at, "й", "я", "е", "го", "му", "ый", "ий", "ой", "ая", "ое", "ые", "ых", "ого", "ому",
                                "ым", "ом", "ую", "ю", "х", "м", "ми")
                        && at == i + 2;
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
        if (!text.tokens.isWord(before) || !text.glued(before + 1) || !text.glued(i)) {
            return false;
        }
        UnitWord unit = text.unit(before);
        if (unit != null && unit.kind() == Kind.CURRENCY) {
            return false;
        }
        boolean prefix = before < i - 1
                && text.anyWord(
                        before, "mid", "pre", "post", "sub", "under", "over", "non", "early", "late", "for", "to", "by",
                        "of", "in", "a", "the", "and", "minus", "plus", "около", "из");
        return !prefix && text.sign(before) != 'x';
    }
}
