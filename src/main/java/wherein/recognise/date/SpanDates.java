package wherein.recognise.date;

import wherein.recognise.date.DateWord.Role;

/** What begins with a word other than a month: seasons, parts, centuries, quarters and halves, and years in words. */
final class SpanDates {

    private static final int WINTER = 24;

    private final DateText text;
    private final YearDates years;
    private final SpelledYears spelled;

    SpanDates(DateText text, YearDates years) {
        this.text = text;
        this.years = years;
        this.spelled = new SpelledYears(text);
    }

    /** The expression that begins with the calendar word at token {@code i}; null if none does. */
    Found read(int i, DateWord word) {
        return switch (word.role()) {
            case SEASON -> season(i, word.value());
            case TENS -> tens(i, word.value());
            case CARDINAL, THOUSAND -> spelledYear(i, word.value());
            case ORDINAL -> ordinal(i, word.value(), i + 1);
            case CENTURY -> namedCentury(i);
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
        at = text.ordinalPoint() && text.tokens.is(at, '.') && text.glued(at) ? at + 1 : at;
        Found century = century(i, number, at);
        century = century == null && number <= 4 ? numberLettered(i) : century;
        return century != null ? century : at > i + 1 || number <= 4 ? part(i, number, at) : null;
    }

    /** Q1 2022 and H1 2022, at the letter. */
    Found lettered(int i) {
        int months = pieceLetter(i);
        int number = months > 0 && text.glued(i + 1) ? text.number(i + 1, 1, 12 / months, 1) : DateText.NONE;
        return number < 0 ? null : letteredIn(i, i + 2, number, months);
    }

    /** 1H 2020, 2Q 2021, at the number. */
    private Found numberLettered(int i) {
        int months = text.glued(i + 1) && text.tokens.isCapitalised(i + 1) ? pieceLetter(i + 1) : 0;
        int number = months > 0 ? text.number(i, 1, 12 / months, 1) : DateText.NONE;
        return number < 0 ? null : letteredIn(i, i + 2, number, months);
    }

    /** How many months the letter at token {@code i} stands for; 0 if none. */
    private int pieceLetter(int i) {
        return text.word(i, "q") || text.word(i, "кв") ? 3 : text.word(i, "h") ? 6 : 0;
    }

    private Found letteredIn(int first, int at, int number, int months) {
        int year = text.tokens.is(at, ',') || text.of(at) || text.dash(at) || text.tokens.is(at, '/') ? at + 1 : at;
        boolean fiscal = text.word(year, "fy") || text.word(year, "fiscal");
        boolean glued = fiscal || year == at && text.glued(at);
        Found found = glued && text.tokens.isNumber(fiscal ? year + 1 : year)
                ? years.gluedYear(fiscal ? year + 1 : year)
                : years.after(year);
        return found == null ? null : Found.of(first, found.end(), piece(years.lastYear(), number, months), "quarter");
    }

    private static Moment piece(int year, int number, int months) {
        return Moment.months(year, (number - 1) * months + 1, months);
    }

    private Found ordinal(int i, int number, int at) {
        // Dix-septième siècle: the ten stands in a word of its own.
        boolean ten = number >= 7 && number <= 9 && text.dash(i - 1) && text.word(i - 2, "dix");
        Found century = ten ? century(i - 2, 10 + number, at) : century(i, number, at);
        return century != null ? century : part(i, number, at);
    }

    /** The third quarter of 2022, второй половине 1990 года, III квартал 2021. */
    private Found part(int i, int number, int at) {
        DateWord word = text.word(at);
        if (word == null || word.role() != Role.HALF && word.role() != Role.QUARTER || number * word.value() > 12) {
            return null;
        }
        Found found = years.after(abbreviationEnd(at));
        boolean decade =
                found != null && text.dash(found.end()) && text.glued(found.end()) && text.glued(found.end() + 1);
        return found == null || decade || years.lastYear() < 1000
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

    /** Siglo XIX, século XX: the number behind the word. */
    private Found namedCentury(int i) {
        int number = text.adjectivesFollow()
                        && text.tokens.isAllCaps(i + 1) | text.length(Math.min(i + 1, text.tokens.size() - 1)) == 1
                ? text.word(i + 1, Role.ROMAN)
                : DateText.NONE;
        return number < 1 ? null : Found.of(i, i + 2, Moment.centuries(number, number, 1), "century");
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
        boolean joined = text.of(i + 1) || text.word(i + 1, "in") || text.tokens.is(i + 1, ',');
        int at = joined ? i + 2 : i + 1;
        if (text.word(i, "fall") && at > i + 1 && !text.word(i - 1, "the") && !capital) {
            return null;
        }
        int two = years.afterTwoYears(at);
        if (two > at) {
            int first = text.year(at);
            return Found.of(
                    i, two, season == WINTER ? Moment.month(first, season) : Moment.years(first, first + 1), "season");
        }
        Found found = text.tokens.isNumber(at) && text.year(at) < 0 ? null : years.after(i + 1);
        return found == null ? null : Found.of(i, found.end(), Moment.month(years.lastYear(), season), "season");
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
        Found century = hundreds == 20 ? laterCentury(i) : null;
        if (century != null) {
            return century;
        }
        int at = text.tokens.is(i + 1, '-') ? i + 2 : i + 1;
        DateWord word = text.word(at);
        if (word != null && word.role() == Role.TENS && hundreds >= 17 && hundreds < 20) {
            return tens(at, word.value());
        }
        SpelledYears.Spelled year = spelled.read(i);
        boolean sure = hundreds >= 17 && hundreds <= 20 && text.word(i + 1, Role.CARDINAL) > 0
                || text.cyrillic(i)
                || text.cue(i - 1, "adverb") && !text.word(i - 1, "about") && !text.word(i - 1, "around");
        return year == null || !sure ? null : Found.of(i, year.end(), Moment.year(year.year()), "year-in-words");
    }

    /** Twenty-first century, двадцать первого века. */
    private Found laterCentury(int i) {
        int at = text.tokens.is(i + 1, '-') ? i + 2 : i + 1;
        int small = text.word(at, Role.ORDINAL);
        return small > 0 && small < 10 ? century(i, 20 + small, at + 1) : null;
    }
}
