package wherein.recognise.date;

import wherein.recognise.date.DateWord.Role;

/** What begins with a word other than a month: seasons, parts, centuries, quarters and halves, and years in words. */
final class SpanDates {

    private final DateText text;
    private final YearDates years;

    SpanDates(DateText text, YearDates years) {
        this.text = text;
        this.years = years;
    }

    /** The expression that begins with the calendar word at token {@code i}; null if none does. */
    Found read(int i, DateWord word) {
        return switch (word.role()) {
            case SEASON -> season(i, word.value());
            case TENS -> tens(i, word.value());
            case CARDINAL -> spelledYear(i, word.value());
            case ORDINAL -> ordinal(i, word.value(), i + 1);
            case ROMAN ->
                text.tokens.isCapitalised(i) && (text.tokens.isAllCaps(i) || text.length(i) == 1)
                        ? ordinal(i, word.value(), i + 1)
                        : null;
            default -> null;
        };
    }

    /** What a number in digits or a Roman one begins, with its ordinal ending: 19th century, 2-й квартал 2022 года. */
    Found numbered(int i) {
        int number = text.number(i, 1, 30, 2);
        int at = text.afterOrdinal(i + 1);
        if (number < 0) {
            return null;
        }
        Found century = century(i, number, at);
        return century != null ? century : at > i + 1 || number <= 4 ? part(i, number, at) : null;
    }

    /** Q1 2022 and H1 2022, at the letter. */
    Found lettered(int i) {
        boolean quarter = text.word(i, "q");
        if (!quarter && !text.word(i, "h") || !text.glued(i + 1)) {
            return null;
        }
        int number = text.number(i + 1, 1, quarter ? 4 : 2, 1);
        int at = text.tokens.is(i + 2, ',') || text.word(i + 2, "of") || text.dash(i + 2) ? i + 3 : i + 2;
        int year = text.year(at);
        return number < 0 || year < 0 ? null : Found.of(i, at + 1, piece(year, number, quarter ? 3 : 6), "quarter");
    }

    private static Moment piece(int year, int number, int months) {
        return Moment.months(year, (number - 1) * months + 1, months);
    }

    private Found ordinal(int i, int number, int at) {
        Found century = century(i, number, at);
        return century != null ? century : part(i, number, at);
    }

    /** The third quarter of 2022, второй половине 1990 года, III квартал 2021. */
    private Found part(int i, int number, int at) {
        DateWord word = text.word(at);
        if (word == null || word.role() != Role.HALF && word.role() != Role.QUARTER || number * word.value() > 12) {
            return null;
        }
        int year = text.word(at + 1, "of") ? at + 2 : at + 1;
        Found found = text.year(year) < 0 ? null : years.year(year);
        return found == null
                ? null
                : Found.of(i, found.end(), piece(years.lastYear(), number, word.value()), "part-of-year");
    }

    private Found century(int i, int number, int at) {
        int word = text.dash(at) ? at + 1 : at;
        if (text.is(word, Role.CENTURY) && number > 0 && number < 31) {
            int end = abbreviationEnd(word);
            int era = eraSign(end);
            return Found.of(i, era == 0 ? end : eraEnd(end), Moment.centuries(number, number, era), "century");
        }
        boolean joint = text.word(at, "and")
                || text.word(at, "to")
                || text.word(at, "or")
                || text.word(at, "и")
                || text.dash(at);
        if (!joint) {
            return null;
        }
        int second = text.number(at + 1, 1, 30, 2);
        int next = text.afterOrdinal(at + 2);
        if (second < 0) {
            DateWord other = text.word(at + 1);
            second = other != null && (other.role() == Role.ORDINAL || other.role() == Role.ROMAN) ? other.value() : 0;
            next = at + 2;
        }
        next = text.dash(next) ? next + 1 : next;
        return second > number && text.is(next, Role.CENTURY)
                ? Found.of(i, abbreviationEnd(next), Moment.centuries(number, second, 1), "centuries")
                : null;
    }

    private int abbreviationEnd(int word) {
        return text.length(word) <= 2 && text.tokens.is(word + 1, '.') && text.glued(word + 1) ? word + 2 : word + 1;
    }

    private int eraSign(int at) {
        DateWord era = text.word(at);
        if (era != null && era.role() == Role.ERA && text.tokens.isAllCaps(at)) {
            return era.value();
        }
        return text.word(at, "до") && (text.word(at + 1, "н") || text.word(at + 1, "нашей")) ? -1 : 0;
    }

    private int eraEnd(int at) {
        if (!text.word(at, "до")) {
            return at + 1;
        }
        return text.word(at + 1, "нашей") ? at + 3 : Math.min(at + 5, text.tokens.size());
    }

    private Found season(int i, int season) {
        boolean capital = text.tokens.isCapitalised(i);
        int at = text.word(i + 1, "of") || text.word(i + 1, "in") || text.tokens.is(i + 1, ',') ? i + 2 : i + 1;
        int year = text.year(at);
        if (year < 0 || text.word(i, "fall") && at > i + 1 && !text.word(i - 1, "the") && !capital) {
            return null;
        }
        Found found = years.year(at);
        return Found.of(i, found.end(), Moment.month(year, season), "season");
    }

    /** The nineties; девяностые годы. Not "in her nineties", nor the ordinal "девяностых" of anything but years. */
    private Found tens(int i, int tens) {
        boolean russian = text.tokens.text().charAt(text.tokens.start(i)) >= 0x400;
        if (russian) {
            int end = text.afterYearWord(i + 1);
            return end == i + 1 ? null : Found.of(i, end, YearDates.decadeOf(tens), "decade");
        }
        int before = text.tokens.is(i - 1, '-') ? i - 2 : i - 1;
        int hundred = text.word(before, Role.CARDINAL);
        if (hundred >= 17 && hundred <= 19) {
            int year = hundred * 100 + tens;
            return Found.of(before, i + 1, Moment.years(year, year + 9), "decade");
        }
        before = text.is(before, Role.PART) ? before - 1 : before;
        return text.word(before, "the") ? Found.of(i, i + 1, YearDates.decadeOf(tens), "decade") : null;
    }

    /** Nineteen eighty-four, twenty nineteen; also nineteen-eighties. */
    private Found spelledYear(int i, int hundreds) {
        if (hundreds < 17 || hundreds > 20) {
            return null;
        }
        Found century = hundreds == 20 ? laterCentury(i) : null;
        if (century != null) {
            return century;
        }
        int at = text.tokens.is(i + 1, '-') ? i + 2 : i + 1;
        DateWord word = text.word(at);
        if (word != null && word.role() == Role.TENS && hundreds < 20) {
            return tens(at, word.value());
        }
        if (word == null
                || word.role() != Role.CARDINAL
                || word.value() < 10
                || !latin(at)
                || NumberScale.follows(text, at + 1)) {
            return null;
        }
        int year = hundreds * 100 + word.value();
        int unit = text.tokens.is(at + 1, '-') ? at + 2 : at + 1;
        int small = text.word(unit, Role.CARDINAL);
        boolean joined = word.value() >= 20 && small > 0 && small < 10 && !NumberScale.follows(text, unit + 1);
        return Found.of(i, joined ? unit + 1 : at + 1, Moment.year(joined ? year + small : year), "year-in-words");
    }

    /** Twenty-first century, двадцать первого века. */
    private Found laterCentury(int i) {
        int at = text.tokens.is(i + 1, '-') ? i + 2 : i + 1;
        int small = text.word(at, Role.ORDINAL);
        return small > 0 && small < 10 ? century(i, 20 + small, at + 1) : null;
    }

    private boolean latin(int i) {
        return text.tokens.text().charAt(text.tokens.start(i)) < 128;
    }

    /** Whether a word such as "hundred" follows, which makes the words before it a quantity. */
    private static final class NumberScale {
        static boolean follows(DateText text, int i) {
            return text.word(i, "hundred")
                    || text.word(i, "thousand")
                    || text.word(i, "million")
                    || text.word(i, "percent")
                    || text.word(i, "years");
        }
    }
}
