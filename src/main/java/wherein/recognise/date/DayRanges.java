package wherein.recognise.date;

import wherein.recognise.date.DateWord.Role;

/** Days whose month stands at the other end of their range or list: 24/25 February, 3 to 5 March, May 4–7, 24-25.02.2022. */
final class DayRanges {

    /** More days than this are no list of days. */
    private static final int LONGEST_LIST = 6;

    private final DateText text;
    private final YearDates years;

    DayRanges(DateText text, YearDates years) {
        this.text = text;
        this.years = years;
    }

    /** The day at token {@code i}, which token {@code at} follows, where other days and then a month come. */
    Found beforeDay(int i, int at, int day) {
        int last = day;
        int next = afterPoint(at);
        for (int count = 0; count < LONGEST_LIST; count++) {
            int number = afterJoint(next, count > 0 || listGoesOn(next));
            int other = number == next ? DateText.NONE : text.number(number, 1, 31, 2);
            if (other <= last) {
                return null;
            }
            last = other;
            next = text.afterOrdinal(number + 1);
            int month = text.afterDayPoint(text.of(next) ? next + 1 : next);
            if (text.is(month, Role.MONTH)) {
                Found whole = text.verb(month, number)
                        ? null
                        : years.withYear(
                                number, text.afterMonth(month), text.word(month, Role.MONTH), day, "day-month");
                return whole == null ? null : new Found(i, at, whole.moment(), "day-of-range");
            }
            next = afterPoint(next);
        }
        return null;
    }

    /** Whether a comma at token {@code i} begins a list of days: 24, 25 and 26 February. */
    private boolean listGoesOn(int i) {
        return text.tokens.is(i, ',') && text.number(i + 1, 1, 31, 2) > 0;
    }

    /** The token after what joins two days; {@code i} if nothing does. */
    private int afterJoint(int i, boolean comma) {
        int at = comma && text.tokens.is(i, ',') ? i + 1 : i;
        if (text.joint(at)) {
            // "bis zum 25.", "jusqu'au 5", "t/m 5".
            at = text.tokens.is(at + 1, '/') && text.length(at) == 1 ? at + 3 : at + 1;
            at = text.joint(at) || text.word(at, "zum") ? at + 1 : at;
        }
        return at;
    }

    /** The token after the point of an ordinal in languages that write 24.; {@code i} where none stands. */
    private int afterPoint(int i) {
        boolean point = text.ordinalPoint() && text.tokens.is(i, '.') && text.glued(i);
        return point ? i + 1 : i;
    }

    /** The second day of "August 2 and 3" or "September 8–10, 2021", after {@code first}; null if there is none. */
    Found secondDay(Found first) {
        int at = first.end();
        boolean dash = text.dash(at) || text.tokens.is(at, '/') && text.glued(at);
        boolean joint = text.joint(at);
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
                || text.clock(at + 1)
                || text.decimal(at + 1)
                || text.is(end, Role.MONTH)) {
            return null;
        }
        return years.withYear(at + 1, end, first.moment().month(), day, "second-day");
    }

    /**
     * The beginning of a range whose end is a date of digits: 24-25.02.2022, с 24 по 25.02.2022, 28.02–03.03.2022; null
     * if the number at token {@code i} begins none.
     */
    Found beforeNumeric(int i, NumericDates numeric) {
        int day = text.number(i, 1, 31, 2);
        if (day < 0 || text.glued(i) && !text.tokens.is(i - 1, '(')) {
            return null;
        }
        int at = i + 1;
        int month = text.tokens.is(at, '.') && text.glued(at) && text.glued(at + 1) ? text.number(at + 1, 1, 12, 2) : 0;
        at = month > 0 ? at + 2 : at;
        int end = at;
        at = text.tokens.is(at, '.') && text.glued(at) ? at + 1 : at;
        int next = afterJoint(at, false);
        Found last = next == at || !text.tokens.isNumber(next) ? null : numeric.read(next);
        boolean pointed = last != null && last.rule().equals("numeric-date") && text.tokens.is(next + 1, '.');
        if (!pointed || last.moment().uncertain() || last.moment().days().isEmpty()) {
            return null;
        }
        var to = last.moment().days().get().to();
        int in = month > 0 ? month : to.getMonthValue();
        int year = in > to.getMonthValue() ? to.getYear() - 1 : to.getYear();
        Moment moment = Moment.day(year, in, day);
        boolean rises = moment != null && moment.days().get().from().isBefore(to);
        return rises ? new Found(i, end, moment, "day-of-range") : null;
    }
}
