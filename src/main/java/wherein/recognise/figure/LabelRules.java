package wherein.recognise.figure;

import java.util.Set;

/** The rules that find a number to be the name, or part of the name, of something: a label, an address, a model. */
final class LabelRules {

    /** Models of airliners that are written without their maker. */
    private static final Set<String> CRAFT = Set.of("707", "717", "727", "737", "747", "757", "767", "777", "787");

    private final FigureText text;

    LabelRules(FigureText text) {
        this.text = text;
    }

    /** The rule by which {@code number}, in digits and without a unit, names something; null if it does not. */
    String name(Numeral number) {
        if (label(number)) {
            return "label";
        }
        if (!number.whole() && text.cue(number.first() - 1, "name") && text.tokens.isCapitalised(number.first() - 1)) {
            return "version-or-identifier";
        }
        if (heading(number)) {
            return "list-marker";
        }
        if (version(number)) {
            return "version-or-identifier";
        }
        if (!number.whole() || number.scale().intValue() != 1) {
            return null;
        }
        if (craft(number)) {
            return "part-of-a-name";
        }
        if (postcode(number)) {
            return "postcode";
        }
        if (address(number)) {
            return "address";
        }
        int length = text.length(number.first());
        if (length > 12 || length > 5 && text.text.charAt(text.tokens.start(number.first())) == '0') {
            return "identifier";
        }
        return inName(number) || formation(number.end()) ? "part-of-a-name" : null;
    }

    /** After a noun that is numbered (page 5, Article 12, дом 7), or a sign for number. */
    boolean label(Numeral number) {
        int at = number.first() - 1;
        if (at < 0 || !text.sameLine(number.first())) {
            return false;
        }
        char sign = text.sign(at);
        if (text.cue(number.end(), "label-after") && text.sameLine(number.end())) {
            return true;
        }
        if (sign == '°' && text.cue(at - 1, "number-degree") && text.glued(at)
                || sign == '№'
                || sign == '#'
                || sign == '§') {
            return true;
        }
        if (sign == '.' && (text.glued(at) || text.cue(at - 1, "number"))) {
            return text.cue(at - 1, "label-point") || text.foreign() && text.cue(at - 1, "label");
        }
        if (text.cue(at, "rank") && number.digits() || index(at)) {
            return true;
        }
        if (text.cue(at, "time-label") && text.cue(at - 1, "before-time-label")) {
            return true;
        }
        if (text.cue(at, "number")) {
            return text.tokens.isCapitalised(at) && !text.sentenceStart(at) && number.digits();
        }
        if (!text.cue(at, "label") || text.length(at) < 3 && text.cyrillic(at)) {
            return text.cue(at, "label-join") && text.cue(at - 2, "label") && text.tokens.isNumber(at - 1);
        }
        boolean digitsOrCapital =
                number.digits() || text.tokens.isCapitalised(at) || text.tokens.isCapitalised(number.first());
        boolean counts = text.tokens.isWord(number.end())
                && text.sameLine(number.end())
                && !text.stop(number.end())
                && plural(number.end())
                && number.max().intValue() > 1;
        return digitsOrCapital && (!counts || text.tokens.isCapitalised(at));
    }

    /** Whether a number in words is the beginning of a name in a sentence that has few capitals: Eight Mile Road. */
    boolean isNamed(Numeral number) {
        int first = number.first();
        int end = number.end();
        return first > 0
                && number.form() == Numeral.Form.WORDS
                && end == first + 1
                && text.tokens.isCapitalised(first)
                && !text.tokens.isAllCaps(first)
                && text.sameLine(first)
                && !text.sentenceStart(first)
                && !text.tokens.isCapitalised(first - 1)
                && (text.tokens.isWord(first - 1) || text.tokens.isNumber(first - 1))
                && text.sameLine(end)
                && text.tokens.isCapitalised(end)
                && !text.glued(end);
    }

    /** Whether a line begins with the number, a point and a heading: 4.7. The next releases. */
    private boolean heading(Numeral number) {
        int end = number.end();
        return parted(number)
                && text.tokens.lineBefore(number.first())
                && text.sign(end) == '.'
                && text.glued(end)
                && !text.glued(end + 1)
                && text.sameLine(end + 1)
                && (text.tokens.isCapitalised(end + 1) || text.sign(end + 1) != 0 && !text.tokens.isNumber(end + 1));
    }

    /** Whether the number says which of a thing's versions is meant: after a name inside a sentence, and nothing counted behind. */
    private boolean version(Numeral number) {
        int at = number.first() - 1;
        int next = number.end();
        return parted(number)
                && text.sameLine(number.first())
                && !text.glued(number.first())
                && text.tokens.isWord(at)
                && text.tokens.isCapitalised(at)
                && !text.sentenceStart(at)
                && !text.stop(at)
                && text.length(at) > 2
                && text.sense(at) == null
                && !text.cue(at, "scale-of")
                && (!text.tokens.isWord(next) || !text.sameLine(next) || text.stop(next));
    }

    /** Whether the number is two numbers with a point between, each of two digits at most. */
    private boolean parted(Numeral number) {
        int first = number.first();
        return !number.whole()
                && number.scale().intValue() == 1
                && number.end() == first + 3
                && text.sign(first + 1) == '.'
                && text.length(first) < 3
                && text.length(first + 2) < 3;
    }

    /** Whether an index of shares or a list of companies has its number behind token {@code at}: S&P 500, FTSE 100. */
    private boolean index(int at) {
        boolean standard = text.word(at, "p") && (text.sign(at - 1) == '&' || text.word(at - 1, "s"));
        return standard || text.cue(at, "index") && text.tokens.isCapitalised(at);
    }

    /** Half past six, quarter to five, 12 noon, 6 in the morning: an hour of the day; null if it is none. */
    String hour(Numeral number) {
        int at = number.first() - 1;
        boolean quarter = text.cue(at - 1, "part-of-hour");
        boolean past = text.word(at, "past") && quarter || text.word(at, "to") && text.word(at - 1, "quarter");
        boolean day = text.cue(number.end(), "noon")
                || text.word(number.end(), "in")
                        && text.word(number.end() + 1, "the")
                        && text.cue(number.end() + 2, "part-of-day");
        boolean small = number.whole() && number.max().intValue() <= 12;
        boolean zone = text.length(number.first()) == 4 && number.digits() && text.cue(number.end(), "clock");
        return zone || small && (past || day) ? "clock-time" : null;
    }

    /** The token after the last of the numbers that one label names: pages 12–15, chapters 3 to 5. */
    int labelEnd(Numeral number) {
        int end = number.end();
        int label = text.sign(number.first() - 1) == '.' ? number.first() - 2 : number.first() - 1;
        boolean many = text.tokens.isWord(label)
                && (text.tokens.lower(label).endsWith("s")
                        || text.tokens.lower(label).equals("pp"));
        while (text.tokens.isNumber(end + 1)
                && text.sameLine(end + 1)
                && (text.dash(end) && text.glued(end + 1)
                        || many && (text.sign(end) == ',' && !text.glued(end + 2) || text.cue(end, "label-range")))) {
            end += 2;
        }
        return end;
    }

    /** Whether the number is the model of an aircraft: 737 jets, the 787-9. */
    private boolean craft(Numeral number) {
        int next = number.end();
        boolean variant = text.dash(next) && text.glued(next) && text.tokens.isNumber(next + 1);
        return CRAFT.contains(text.digits(number.first()))
                && (variant || text.sameLine(next) && text.cue(next, "craft"));
    }

    /** A number before the name of a military unit: 65 Air Division. */
    private boolean formation(int at) {
        int i = at;
        while (i < at + 4 && text.sameLine(i) && text.tokens.isCapitalised(i)) {
            if (text.cue(i, "formation")) {
                return true;
            }
            i++;
        }
        return false;
    }

    private boolean plural(int at) {
        return Boolean.TRUE.equals(text.words.people.get(text.tokens, at))
                || !text.tokens.isCapitalised(at)
                        && text.length(at) > 3
                        && text.tokens.lower(at).endsWith("s");
    }

    private boolean postcode(Numeral number) {
        int at = number.first() - 1;
        if (text.length(number.first()) != 5 || number.end() != number.first() + 1) {
            return false;
        }
        return text.cue(number.end(), "postcode") || text.tokens.isAllCaps(at) && text.length(at) == 2;
    }

    /** A number before a name and a word for street, or after one. */
    private boolean address(Numeral number) {
        int at = number.end();
        for (int i = at; i < at + 4 && text.sameLine(i) && text.tokens.isCapitalised(i); i++) {
            if (i > at && text.cue(i, "street")) {
                return true;
            }
        }
        int before = number.first() - 1;
        before = text.sign(before) == ',' ? before - 1 : before;
        for (int i = before; i > 0 && i > before - 4 && text.sameLine(i); i--) {
            if (text.cue(i, "streetru")) {
                return i < before;
            }
        }
        return text.cue(before, "postbox") && text.tokens.isCapitalised(before);
    }

    /** After a capitalised word inside a sentence, where nothing follows that it could count: Boeing 737, Channel 4. */
    private boolean inName(Numeral number) {
        int at = number.first() - 1;
        boolean simple =
                number.end() == number.first() + 1 && text.length(number.first()) < 5 && text.sameLine(number.first());
        if (!simple
                || !text.tokens.isCapitalised(at) && !text.cue(at, "name")
                || text.tokens.spaceBefore(number.first()) == false) {
            return false;
        }
        boolean known = text.cue(at, "name") || text.tokens.isAllCaps(at) && !text.stop(at);
        if (text.sentenceStart(at) && !known || text.stop(at) || text.sense(at) != null || text.people(at)) {
            return false;
        }
        if (text.words.phrases.to(text, at, "bound ") != null) {
            return false;
        }
        int next = number.end();
        boolean counts = text.tokens.isWord(next)
                && text.sameLine(next)
                && !text.tokens.isCapitalised(next)
                && !text.stop(next)
                && (text.cyrillic(next) || plural(next));
        boolean people = text.tokens.isWord(next) && Boolean.TRUE.equals(text.words.people.get(text.tokens, next));
        return text.cue(at, "name") || !counts && !people;
    }
}
