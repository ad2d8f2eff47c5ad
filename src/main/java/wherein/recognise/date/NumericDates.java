package wherein.recognise.date;

import wherein.recognise.date.DateWord.Role;

/**
 * Dates written with digits and separators: ISO 8601 (2022-05-07, 20220507, 2022-05), 07.05.2022, 5/7/2022, 05-Aug-2016,
 * 2019/aug/01.
 *
 * <p>Which of two numbers is the month is told by position after a year, by a point as separator (day first), by the
 * value where one is above 12, and else by {@link DayOrder}; where that tells nothing the date is either of two.
 */
final class NumericDates {

    private final DateText text;
    private final DayOrder order;

    NumericDates(DateText text, DayOrder order) {
        this.text = text;
        this.order = order;
    }

    /** The date that begins with the number or month name at token {@code i}; null if none does. */
    Found read(int i) {
        if (text.glued(i) && text.tokens.isWord(i - 1) && text.glued(i - 1)) {
            return null;
        }
        Found east = eastAsian(i);
        if (east != null) {
            return east;
        }
        Found three = three(i);
        if (three != null) {
            return three;
        }
        Found two = two(i);
        return two != null ? two : compact(i);
    }

    /** 2022年5月7日, 2022년 5월 7일, and shorter. */
    private Found eastAsian(int i) {
        int year = text.number(i);
        if (text.length(i) != 4 || !sign(i + 1, '年', '년')) {
            return null;
        }
        int month = text.number(i + 2, 1, 12, 2);
        if (month < 0 || !sign(i + 3, '月', '월')) {
            return text.length(i + 1) == 1 ? Found.of(i, i + 2, Moment.year(year), "year-said") : null;
        }
        int day = text.number(i + 4, 1, 31, 2);
        return day > 0 && sign(i + 5, '日', '일')
                ? Found.of(i, i + 6, Moment.day(year, month, day), "numeric-date")
                : Found.of(i, i + 4, Moment.month(year, month), "numeric-month");
    }

    private boolean sign(int i, char one, char other) {
        if (!text.tokens.isWord(i) || !text.glued(i)) {
            return false;
        }
        char c = text.tokens.text().charAt(text.tokens.start(i));
        return c == one || c == other;
    }

    private Found three(int i) {
        if (!separator(i + 1) || !sameSeparator(i + 1, i + 3) || !text.glued(i + 4) || joined(i + 5, i + 1)) {
            return null;
        }
        if (text.tokens.is(i - 1, text.tokens.text().charAt(text.tokens.start(i + 1)))
                && text.glued(i)
                && text.tokens.isNumber(i - 2)) {
            return null;
        }
        int a = part(i);
        int b = part(i + 2);
        int c = part(i + 4);
        if (a < 0 || b < 0 || c < 0 || isHeading(i)) {
            return null;
        }
        return Found.of(i, i + 5, order(i, a, b, c), "numeric-date");
    }

    /** Whether a line begins with the three numbers, and another point and a heading follow: 4.13.17. The end of it. */
    private boolean isHeading(int i) {
        int end = i + 5;
        return text.tokens.lineBefore(i)
                && text.tokens.is(i + 1, '.')
                && text.length(i + 4) < 4
                && text.tokens.is(end, '.')
                && text.glued(end)
                && !text.glued(end + 1)
                && text.tokens.isCapitalised(end + 1)
                && !text.tokens.lineBefore(end + 1);
    }

    private Moment order(int i, int a, int b, int c) {
        boolean nameA = text.is(i, Role.MONTH);
        boolean nameB = text.is(i + 2, Role.MONTH);
        boolean nameC = text.is(i + 4, Role.MONTH);
        if (text.length(i) == 4 && !nameA) {
            boolean dayFirst = nameC || !nameB && b > 12;
            return plausible(a) ? Moment.day(a, dayFirst ? c : b, dayFirst ? b : c) : null;
        }
        if (text.length(i + 2) == 4 && !nameB) {
            return nameA || nameC ? Moment.day(b, nameA ? a : c, nameA ? c : a) : null;
        }
        int year = text.length(i + 4) == 4 ? c : text.length(i + 4) == 2 && !nameC ? text.century(c, 20) : 0;
        if (!plausible(year)
                || text.length(i + 4) == 2 && text.length(i) + text.length(i + 2) < 3 && !text.tokens.is(i + 1, '/')) {
            return null;
        }
        if (nameA || nameB) {
            return Moment.day(year, nameA ? a : b, nameA ? b : a);
        }
        if (a > 12 || b > 12 || a == b || text.tokens.is(i + 1, '.')) {
            boolean dayFirst = a > 12 || b <= 12;
            return Moment.day(year, dayFirst ? b : a, dayFirst ? a : b);
        }
        return switch (order.order()) {
            case DAY -> Moment.day(year, b, a);
            case MONTH -> Moment.day(year, a, b);
            case UNKNOWN -> Moment.either(Moment.day(year, a, b), Moment.day(year, b, a));
        };
    }

    private Found two(int i) {
        if (!separator(i + 1)
                || text.tokens.is(i + 1, '.') && text.length(i + 2) != 4
                || joined(i + 3, i + 1)
                || joinedBefore(i)) {
            return null;
        }
        int a = part(i);
        int b = part(i + 2);
        if (a < 0 || b < 0) {
            return null;
        }
        if (text.is(i, Role.MONTH) && text.length(i + 2) == 4 && plausible(b)) {
            return Found.of(i, i + 3, Moment.month(b, a), "numeric-month");
        }
        if (text.length(i) == 4
                && plausible(a)
                && b >= 1
                && b <= 12
                && !text.tokens.is(i + 1, '.')
                && (text.length(i + 2) == 2 && b > 0 && leadingZeroOrTen(i + 2)
                        || text.length(i + 2) == 1
                        || text.is(i + 2, Role.MONTH))
                && !seasonSpan(i, a, b)) {
            return Found.of(i, i + 3, Moment.month(a, b), "numeric-month");
        }
        if (text.length(i) <= 2
                && a >= 1
                && a <= 12
                && text.length(i + 2) == 4
                && plausible(b)
                && b >= 1900
                && text.tokens.isNumber(i)
                && text.tokens.isNumber(i + 2)) {
            return Found.of(i, i + 3, Moment.month(b, a), "numeric-month");
        }
        return null;
    }

    /** A season or fiscal year such as 2010-11 has the next year after the hyphen, not a month. */
    private boolean seasonSpan(int i, int a, int b) {
        return (a + 1) % 100 == b && text.length(i + 2) == 2;
    }

    private boolean leadingZeroOrTen(int i) {
        return text.tokens.text().charAt(text.tokens.start(i)) <= '1';
    }

    /** Eight digits that read as year, month and day of 1900 to 2099. */
    private Found compact(int i) {
        int value = text.number(i);
        if (text.length(i) != 8 || value < 19000101 || value > 20991231) {
            return null;
        }
        return Found.of(i, i + 1, Moment.day(value / 10000, value / 100 % 100, value % 100), "compact-date");
    }

    /** The number or month name of token {@code i}, glued to what stands before unless it is the first; -1 if none. */
    private int part(int i) {
        int value = text.number(i);
        if (value >= 0) {
            return text.length(i) <= 2 || text.length(i) == 4 ? value : DateText.NONE;
        }
        return text.word(i, Role.MONTH);
    }

    private boolean separator(int i) {
        boolean one = text.tokens.is(i, '.') || text.tokens.is(i, '/') || text.dash(i);
        return one && text.glued(i) && text.glued(i + 1);
    }

    private boolean sameSeparator(int i, int j) {
        return separator(j)
                && text.tokens.text().charAt(text.tokens.start(i))
                        == text.tokens.text().charAt(text.tokens.start(j));
    }

    /** Whether more of the same follows at token {@code i}: then it is a version, a path or a number of some kind. */
    private boolean joined(int i, int separator) {
        return text.glued(i)
                && text.glued(i + 1)
                && text.tokens.is(i, text.tokens.text().charAt(text.tokens.start(separator)))
                && text.tokens.isNumber(i + 1)
                && text.length(i + 1) != 2;
    }

    private boolean joinedBefore(int i) {
        return text.glued(i)
                && (text.dash(i - 1)
                        || text.tokens.is(i - 1, '/')
                        || text.tokens.is(i - 1, '.')
                        || text.tokens.is(i - 1, ':')
                        || text.tokens.is(i - 1, '$'))
                && (text.tokens.isNumber(i - 2) || text.tokens.isWord(i - 2))
                && text.glued(i - 1);
    }

    private static boolean plausible(int year) {
        return year >= 1000 && year < 2200;
    }
}
