package wherein.recognise.date;

import wherein.recognise.date.DateWord.Role;

/** Dates with the name of a month: 7 May 2022, May 7th, 2022, 7-го мая, the fifth of January, June of 1992, March. */
final class NamedDates {

    private final DateText text;
    private final YearDates years;

    NamedDates(DateText text, YearDates years) {
        this.text = text;
        this.years = years;
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
        Found pair = dayOfPair(i, at, day);
        if (pair != null) {
            return pair;
        }
        at = text.afterDayPoint(text.of(at) ? at + 1 : at);
        at = text.dash(at) && text.is(at + 1, Role.MONTH) ? at + 1 : at;
        int month = text.word(at, Role.MONTH);
        if (month < 0 || verb(at, at - 1)) {
            return null;
        }
        return withYear(i, afterPoint(at), month, day, "day-month");
    }

    /** The first day of "24–25 February 2022" or "24 and 25 February": a date of its own. */
    private Found dayOfPair(int i, int at, int day) {
        boolean joint = text.dash(at)
                || text.word(at, "and")
                || text.word(at, "to")
                || text.word(at, "и")
                || text.word(at, "на")
                || text.word(at, "или")
                || text.word(at, "по")
                || text.word(at, "до")
                || text.word(at, "or");
        if (!joint) {
            return null;
        }
        int second = text.number(at + 1, 1, 31, 2);
        int next = text.afterOrdinal(at + 2);
        next = text.word(next, "of") ? next + 1 : next;
        if (second <= day || !text.is(next, Role.MONTH) || verb(next, at + 1)) {
            return null;
        }
        Found whole = withYear(at + 1, afterPoint(next), text.word(next, Role.MONTH), day, "day-month");
        return whole == null ? null : new Found(i, at, whole.moment(), "day-of-range");
    }

    /** The second day of "August 2 and 3" or "September 8–10, 2021", after {@code first}; null if there is none. */
    Found secondDay(Found first) {
        int at = first.end();
        boolean dash = text.dash(at);
        boolean joint =
                dash || text.word(at, "and") || text.word(at, "to") || text.word(at, "or") || text.word(at, "through");
        int day = joint && !text.tokens.lineBefore(at + 1) ? text.number(at + 1, 1, 31, 2) : DateText.NONE;
        int end = text.afterOrdinal(at + 2);
        boolean closed = dash
                || end > at + 2
                || !text.tokens.isWord(end)
                || text.tokens.isCapitalised(end)
                || text.cue(end, "before");
        if (first.moment().day() == 0
                || day <= first.moment().day()
                || !closed
                || clock(at + 1)
                || decimal(at + 1)
                || text.is(end, Role.MONTH)) {
            return null;
        }
        return withYear(at + 1, end, first.moment().month(), day, "second-day");
    }

    /** The date that begins with the name of a month at token {@code i}; null if none does. */
    Found monthFirst(int i) {
        if (text.glued(i) && (text.tokens.is(i - 1, '\'') || text.tokens.is(i - 1, '’'))) {
            return null;
        }
        int month = text.word(i, Role.MONTH);
        boolean capital = text.tokens.isCapitalised(i);
        int at = afterPoint(i);
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
        if (day > 0 && plain && !text.dash(at) && !clock(at) && !decimal(at)) {
            int end = text.afterOrdinal(at + 1);
            if (!cyrillic(i) || end > at + 1) {
                return withYear(i, end, month, day, "month-day");
            }
        }
        if (capital || !ambiguous(i)) {
            int the = text.word(at, "the") ? at + 1 : at;
            int ordinal = text.word(the, Role.ORDINAL);
            if (ordinal > 0 && ordinal < 21 && !cyrillic(i)) {
                return withYear(i, the + 1, month, ordinal, "month-day");
            }
        }
        int year = yearAt(at);
        if (year >= 0) {
            Found found = years.year(year);
            return found == null || !plain && text.tokens.is(i, 'm')
                    ? null
                    : Found.of(i, found.end(), Moment.month(years.lastYear(), month), "month-year");
        }
        return null;
    }

    /** The token of a year that follows token {@code at - 1}, over a comma, "of" or "in"; -1 if there is none. */
    private int yearAt(int at) {
        int year = text.tokens.is(at, ',') || text.of(at) || text.word(at, "in") || text.word(at, "в")
                ? at + 1
                : text.tokens.is(at, '(') ? -1 : at;
        if (year < 0 || !text.tokens.isNumber(year)) {
            return -1;
        }
        return years.follows(year) ? year : -1;
    }

    private Found withYear(int first, int at, int month, int day, String rule) {
        int year = yearAt(at) >= 0 ? yearAt(at) : text.tokens.is(at, '.') ? -1 : yearAt(at);
        if (year >= 0) {
            Found found = years.year(year);
            if (found != null) {
                return Found.of(first, found.end(), Moment.day(years.lastYear(), month, day), rule + "-year");
            }
        }
        return Found.of(first, at, Moment.open(month, day), rule);
    }

    /** A month by itself: a full name in its own case, and for a name that is also a word, something that says so. */
    private Found bare(int i, int at, int month, boolean capital, boolean point) {
        boolean russian = cyrillic(i);
        boolean cue = text.cue(i - 1, "before")
                || text.tokens.is(i - 1, '-') && text.glued(i)
                || text.is(i - 1, Role.PART)
                || text.word(i - 1, "of");
        boolean joint = text.dash(i + 1) && text.glued(i + 1) && text.is(i + 2, Role.MONTH);
        if (text.length(i) < 4 && month != 5 && !joint
                || russian && capital && !text.tokens.lineBefore(i) && !start(i)) {
            return null;
        }
        if (text.length(i) == 4 && month == 9 || point && text.length(i) < 5) {
            return null;
        }
        boolean name =
                text.tokens.isCapitalised(i + 1) && !text.cue(i + 1, "before") || !cue && start(i) && ambiguous(i);
        if (!russian && (!capital || text.tokens.isAllCaps(i) || name && !cue)) {
            return null;
        }
        if (text.tokens.isCapitalised(i + 1) && !russian && surname(i + 1)) {
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
        return switch (text.tokens.lower(i)) {
            case "may", "march", "april", "june", "august", "mar", "jan", "dec", "мая" -> true;
            default -> false;
        };
    }

    /** "may" or "march" in lower case after anything but a day is a verb. */
    private boolean verb(int month, int day) {
        boolean lower = !text.tokens.isCapitalised(month) && (text.word(month, "may") || text.word(month, "march"));
        return lower && !text.ordinalEnding(day) && !text.word(day, "of") && !text.tokens.isNumber(month + 1);
    }

    private boolean clock(int i) {
        return text.tokens.is(i + 1, ':') && text.tokens.isNumber(i + 2);
    }

    private boolean decimal(int i) {
        boolean separator = text.tokens.is(i + 1, '.') || text.tokens.is(i + 1, ',');
        return separator
                        && text.glued(i + 1)
                        && text.glued(i + 2)
                        && text.tokens.isNumber(i + 2)
                        && text.length(i + 2) != 4
                || text.tokens.is(i + 1, '%')
                || text.word(i + 1, "percent")
                || text.word(i + 1, "per");
    }

    private boolean cyrillic(int i) {
        return text.tokens.text().charAt(text.tokens.start(i)) >= 0x400;
    }

    /** The token after the abbreviated month {@code i} and its point. */
    private int afterPoint(int i) {
        boolean point = text.tokens.is(i + 1, '.')
                && text.glued(i + 1)
                && text.length(i) <= 4
                && !text.word(i, "may")
                && !text.word(i, "june")
                && !text.word(i, "july")
                && !text.word(i, "мая")
                && (text.length(i) < 4 || !cyrillic(i) || text.word(i, "нояб") || text.word(i, "февр"));
        return point ? i + 2 : i + 1;
    }
}
