package wherein.recognise.date;

import wherein.recognise.date.DateWord.Role;

/** Dates with the name of a month: 7 May 2022, May 7th, 2022, 7-го мая, the fifth of January, June of 1992, March. */
final class NamedDates {

    private final DateText text;
    private final YearDates years;
    private final DayRanges ranges;

    NamedDates(DateText text, YearDates years, DayRanges ranges) {
        this.text = text;
        this.years = years;
        this.ranges = ranges;
    }

    /** The date that begins with a day at token {@code i}, a number or an ordinal word; null if none does. */
    Found dayFirst(int i) {
        if (text.glued(i) && (text.tokens.isWord(i - 1) || text.inNumber(i))) {
            return null;
        }
        int day = text.number(i, 1, 31, 2);
        int at = i + 1;
        if (day > 0) {
            at = text.afterOrdinal(at);
        } else {
            day = text.word(i, Role.ORDINAL);
            int tens = text.word(i, Role.CARDINAL);
            if (tens == 20 || tens == 30) {
                int unit = text.tokens.is(i + 1, '-') ? i + 2 : i + 1;
                int small = text.word(unit, Role.ORDINAL);
                day = small > 0 && small < 10 ? tens + small : 0;
                at = unit + 1;
            }
        }
        if (day < 1 || day > 31) {
            return null;
        }
        Found listed = ranges.beforeDay(i, at, day);
        if (listed != null) {
            return listed;
        }
        at = text.afterDayPoint(text.of(at) ? at + 1 : at);
        at = text.dash(at) && text.is(at + 1, Role.MONTH) ? at + 1 : at;
        int month = text.word(at, Role.MONTH);
        if (month < 0 || text.verb(at, at - 1)) {
            return null;
        }
        return years.withYear(i, text.afterMonth(at), month, day, "day-month");
    }

    /** The date that begins with the name of a month at token {@code i}; null if none does. */
    Found monthFirst(int i) {
        if (text.glued(i) && text.apostrophe(i - 1) && !text.elided(i)) {
            return null;
        }
        int month = text.word(i, Role.MONTH);
        boolean capital = text.tokens.isCapitalised(i);
        int at = text.afterMonth(i);
        boolean point = at > i + 1;
        Found dated = dated(i, at, month, capital);
        if (dated != null) {
            return dated;
        }
        return bare(i, at, month, capital, point);
    }

    private Found dated(int i, int at, int month, boolean capital) {
        if (text.word(at, "the") && text.number(at + 1) > 0 && text.ordinalEnding(at + 2)) {
            at++;
        }
        int day = text.number(at, 1, 31, 2);
        boolean plain = capital || !ambiguous(i);
        if (day > 0 && plain && !text.dash(at) && !text.clock(at) && !text.decimal(at)) {
            int end = text.afterOrdinal(at + 1);
            if (!text.cyrillic(i) || end > at + 1) {
                return years.withYear(i, end, month, day, "month-day");
            }
        }
        if (capital || !ambiguous(i)) {
            int the = text.word(at, "the") ? at + 1 : at;
            int ordinal = text.word(the, Role.ORDINAL);
            if (ordinal > 0 && ordinal < 21 && !text.cyrillic(i)) {
                return years.withYear(i, the + 1, month, ordinal, "month-day");
            }
        }
        Found found = years.after(at);
        return found == null || !plain && text.tokens.is(i, 'm')
                ? null
                : Found.of(i, found.end(), Moment.month(years.lastYear(), month), "month-year");
    }

    /** A month by itself: a full name in its own case, and for a name that is also a word, something that says so. */
    private Found bare(int i, int at, int month, boolean capital, boolean point) {
        boolean small = text.cyrillic(i) || text.smallMonths();
        boolean cue = text.cue(i - 1, "before")
                || text.tokens.is(i - 1, '-') && text.glued(i)
                || text.is(i - 1, Role.PART)
                || text.word(i - 1, "of");
        boolean joint = text.dash(i + 1) && text.glued(i + 1) && text.is(i + 2, Role.MONTH);
        if (text.length(i) < 4 && month != 5 && !joint || small && capital && !text.tokens.lineBefore(i) && !start(i)) {
            return null;
        }
        if (text.length(i) == 4 && month == 9 || point && text.length(i) < 5) {
            return null;
        }
        boolean nouns = text.ordinalPoint();
        boolean name = text.tokens.isCapitalised(i + 1) && !nouns && !text.cue(i + 1, "before")
                || !cue && start(i) && ambiguous(i);
        if (!small && (!capital || text.tokens.isAllCaps(i) || name && !cue)) {
            return null;
        }
        // "In November Ruth moved", but not "for April Jones".
        boolean bearer = text.tokens.isCapitalised(i + 1) && !nouns && surname(i + 1) && (ambiguous(i) || !cue);
        if (!small && bearer) {
            return null;
        }
        if (ambiguous(i)
                && (!cue
                        || text.word(i - 1, "and")
                        || text.word(i - 1, "or")
                        || text.word(i - 1, "for")
                        || text.word(i - 1, "that")
                        || text.word(i - 1, "to")
                        || text.word(i - 1, "after") && month != 5)) {
            boolean listed = text.tokens.is(i - 1, ',') && text.is(i - 2, Role.MONTH)
                    || text.is(i - 2, Role.MONTH) && cue
                    || afterRange(i);
            if (!listed) {
                return null;
            }
        }
        return Found.of(i, at, Moment.open(month, 0), "month");
    }

    private boolean afterRange(int i) {
        return (text.word(i - 1, "to") || text.dash(i - 1)) && text.is(i - 2, Role.MONTH);
    }

    private boolean surname(int i) {
        return !text.cue(i, "before") && !text.is(i, Role.MONTH) && !text.tokens.isAllCaps(i);
    }

    private boolean start(int i) {
        return text.tokens.lineBefore(i)
                || text.tokens.is(i - 1, '.')
                || text.tokens.is(i - 1, '!')
                || text.tokens.is(i - 1, '?');
    }

    /** Months whose names are also words or given names. */
    private boolean ambiguous(int i) {
        return text.cue(i, "month-or-name");
    }
}
