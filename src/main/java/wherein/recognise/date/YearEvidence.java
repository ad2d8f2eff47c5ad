package wherein.recognise.date;

import wherein.recognise.date.DateWord.Role;

/** Tells by what stands around it whether a bare number of four digits is a year, or counts or names something. */
final class YearEvidence {

    private static final int FIRST_SURE = 1900;
    private static final int LAST_SURE = 2049;

    private final DateText text;

    YearEvidence(DateText text) {
        this.text = text;
    }

    /** Whether a bare number is a year: plausible, not counting what follows, and alone or introduced. */
    boolean isYear(int i, int year) {
        boolean sure = year >= FIRST_SURE && year <= LAST_SURE;
        if (text.dash(i - 1) && text.glued(i) && (text.word(i - 2, "post") || text.word(i - 2, "pre"))) {
            return true;
        }
        boolean cue = text.cue(text.tokens.is(i - 1, ':') || text.tokens.is(i - 1, '.') ? i - 2 : i - 1, "before")
                || text.tokens.is(i - 1, '(')
                || text.dash(i - 1)
                || text.is(i - 1, Role.PART);
        if (spanOfYears(i, year)) {
            return true;
        }
        if (text.cue(i - 1, "quantity") || label(i) || scaleAfter(i)) {
            return false;
        }
        boolean the = text.word(i - 1, "the") || text.word(i - 1, "this");
        if (text.cue(i + 1, "after")
                || text.tokens.is(i + 1, '-') && text.glued(i + 1) && text.cue(i + 2, "after")
                || text.tokens.is(i + 1, '%')
                || text.tokens.is(i + 1, '°')) {
            return sure && the && !text.cue(i + 2, "after") && !text.word(i + 1, "percent") && text.length(i + 1) > 5;
        }
        boolean wide = year >= 1400;
        boolean closed = text.tokens.is(i + 1, ')')
                || text.tokens.is(i + 1, ',')
                || text.tokens.is(i + 1, ';')
                || text.dash(i + 1)
                || text.tokens.is(i + 1, '.');
        boolean strong = text.cue(i - 1, "strong")
                || text.tokens.is(i - 1, '.') && (text.word(i - 2, "c") || text.word(i - 2, "ca"));
        if (wide && year <= LAST_SURE && modifies(i)) {
            return true;
        }
        return sure && !plainCount(i)
                || year >= 1000 && strong && !plainCount(i)
                || wide && cue && !plainCount(i)
                || wide && closed && text.tokens.is(i - 1, '(')
                || wide && closed && text.tokens.is(i - 1, ',') && text.tokens.isCapitalised(i - 2) && !plainCount(i);
    }

    /** 1812–1815: two rising years with a dash, and nothing after that they could measure or count. */
    private boolean spanOfYears(int i, int year) {
        int second = text.dash(i + 1) && !text.tokens.isWord(i + 3) ? text.year(i + 2) : DateText.NONE;
        return second > year
                && second - year < 150
                && year >= 1400
                && !text.tokens.is(i + 3, '%')
                && !label(i)
                && !(i > 0 && text.glued(i) && !text.tokens.is(i - 1, '('));
    }

    /** "The king's 1731 ban", "a famous 1862 fire": it tells which one thing is meant. */
    private boolean modifies(int i) {
        boolean noun = text.tokens.isWord(i + 1)
                && text.tokens.spaceBefore(i + 1)
                && !text.tokens.lineBefore(i + 1)
                && !text.tokens.isCapitalised(i + 1)
                && text.length(i + 1) > 2
                && !text.cue(i + 1, "before")
                && !isPlural(i + 1);
        return noun && (owned(i - 1) || text.number(i) % 100 != 0 && text.tokens.isWord(i - 1) && owned(i - 2));
    }

    private boolean owned(int i) {
        return text.cue(i, "owner")
                || text.cue(i, "determiner")
                || text.word(i, "s") && text.glued(i) && text.apostrophe(i - 1);
    }

    private boolean isPlural(int i) {
        String word = text.tokens.lower(i);
        return text.length(i) > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.equals("was");
    }

    /** A Russian noun in the genitive plural, which only a count has right before it. */
    private boolean isRussianPlural(int i) {
        String word = text.tokens.lower(i);
        return text.length(i) > 4 && (word.endsWith("ов") || word.endsWith("ев") || word.endsWith("ёв"));
    }

    /** Whether it counts things: a plural noun follows, and neither a name nor an article introduces a year. */
    private boolean plainCount(int i) {
        if (!text.tokens.isWord(i + 1) || text.tokens.isCapitalised(i + 1) || text.tokens.lineBefore(i + 1)) {
            return false;
        }
        boolean joint = text.word(i - 1, "and") || text.word(i - 1, "or") || text.word(i - 1, "и");
        boolean counts = (text.word(i - 1, "of") || text.word(i - 1, "for") || text.word(i - 1, "to"))
                && text.number(i) % 50 == 0;
        boolean introduced = text.cue(i - 1, "before") && !counts && (!joint || text.year(i - 2) > 0)
                || text.tokens.is(i - 1, '(')
                || text.tokens.isCapitalised(i - 1) && !text.tokens.lineBefore(i - 1)
                || text.dash(i - 1);
        boolean plural = isPlural(i + 1) && !text.word(i + 1, "as");
        return plural && !introduced || isRussianPlural(i + 1);
    }

    /** Whether it is part of a name: room 1984, № 1984, Plan 2040. */
    boolean label(int i) {
        int before = text.tokens.is(i - 1, '.') && text.glued(i - 1) ? i - 2 : i - 1;
        int plan = text.dash(before) && text.glued(before) ? before - 1 : before;
        // CVE-2019-1348: the middle of an identifier.
        boolean middle = text.dash(i - 1)
                && text.glued(i)
                && text.glued(i - 1)
                && text.tokens.isAllCaps(i - 2)
                && text.dash(i + 1)
                && text.glued(i + 1)
                && text.tokens.isNumber(i + 2);
        return middle
                || text.cue(before, "label")
                || text.cue(plan, "plan") && text.tokens.isCapitalised(plan)
                || text.tokens.is(i - 1, '#')
                || text.tokens.is(i - 1, '§')
                || text.glued(i)
                        && (text.tokens.is(i - 1, '/') || text.tokens.is(i - 1, ':') || text.tokens.is(i - 1, '_'))
                || text.glued(i + 1)
                        && (text.tokens.isWord(i + 1)
                                || text.tokens.is(i + 1, '/') && text.tokens.isWord(i + 2)
                                || text.tokens.is(i + 1, ':') && text.tokens.isNumber(i + 2) && text.glued(i + 2)
                                || text.tokens.is(i + 1, '_'));
    }

    private boolean scaleAfter(int i) {
        return text.cue(i + 1, "scale");
    }

    /** Whether a sign of money, percent or address stands at token {@code i}. */
    boolean currency(int i) {
        return i >= 0
                        && i < text.tokens.size()
                        && Character.getType(text.tokens.text().charAt(text.tokens.start(i)))
                                == Character.CURRENCY_SYMBOL
                || text.tokens.is(i, '%')
                || text.tokens.is(i, '#')
                || text.tokens.is(i, '+')
                || text.tokens.is(i, '@');
    }
}
