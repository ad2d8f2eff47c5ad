package wherein.recognise.date;

import wherein.recognise.date.DateWord.Role;

/** Years, and what is made of them: bare years, years of an era, decades, seasons, quarters and halves of a year. */
final class YearDates {

    /** A year of two digits lies at most so many years ahead of its document. */
    private static final int AHEAD = 4;

    private final DateText text;
    private final YearEvidence evidence;
    private final SpelledYears spelled;
    private int lastYear;

    YearDates(DateText text) {
        this.text = text;
        this.evidence = new YearEvidence(text);
        this.spelled = new SpelledYears(text);
    }

    /** The year that {@link #year} read last. */
    int lastYear() {
        return lastYear;
    }

    /** The year at token {@code i} after a month or season, where no evidence is needed; null if it is none. */
    Found year(int i) {
        int year = text.number(i);
        if (year < 1
                || text.length(i) > 4
                || text.length(i) < 3 && era(i + 1) == i + 1 && text.afterYearWord(i + 1) == i + 1) {
            return null;
        }
        int end = text.afterYearWord(i + 1);
        int after = era(end);
        if (after > end) {
            year = bce ? 1 - year : year;
            end = after;
        }
        lastYear = year;
        return Found.of(i, end, Moment.year(year), "year");
    }

    private boolean bce;

    /**
     * The year that stands after a month or day, at token {@code at} or over a comma, "of" or "in": 2022, '22, nineteen
     * eighty-four; null if none does. {@link #lastYear} has it.
     */
    Found after(int at) {
        if (text.tokens.is(at, '(')) {
            return null;
        }
        boolean joined = text.tokens.is(at, ',') || text.of(at) || text.word(at, "in") || text.word(at, "в");
        int i = joined ? at + 1 : at;
        if (text.tokens.isNumber(i)) {
            return follows(i) ? year(i) : null;
        }
        if (text.apostrophe(i)) {
            return twoDigits(i);
        }
        SpelledYears.Spelled words = spelled.read(i);
        return words == null ? null : found(i, words.end(), words.year(), "year-in-words");
    }

    private Found found(int first, int end, int year, String rule) {
        lastYear = year;
        return Found.of(first, end, Moment.year(year), rule);
    }

    /** A day of a month, with the year that may follow at token {@code at}. */
    Found withYear(int first, int at, int month, int day, String rule) {
        Found year = after(at);
        return year == null
                ? Found.of(first, at, Moment.open(month, day), rule)
                : Found.of(first, year.end(), Moment.day(lastYear, month, day), rule + "-year");
    }

    /** A year of four or two digits that letters stand right before: FY2021, 1Q23; null if it is none. */
    Found gluedYear(int i) {
        int value = text.number(i);
        boolean four = text.length(i) == 4 && value >= 1000 && value < 2200;
        boolean year = four || text.length(i) == 2;
        return year && !text.decimal(i) ? found(i, i + 1, four ? value : text.century(value, AHEAD), "year") : null;
    }

    /** The year of an apostrophe at token {@code i} and two digits: '22; null if it is none. */
    private Found twoDigits(int i) {
        int two = text.glued(i + 1) && text.length(i + 1) == 2 ? text.number(i + 1) : DateText.NONE;
        boolean quoted = text.apostrophe(i + 2) && text.glued(i + 2);
        boolean goesOn =
                text.glued(i + 2) && (text.tokens.isWord(i + 2) || text.tokens.isNumber(i + 3) && text.glued(i + 3));
        return two < 0 || quoted || goesOn ? null : found(i, i + 2, text.century(two, AHEAD), "short-year");
    }

    /** A year of two digits by itself, where the word before it introduces one: class of '99, back in '68. */
    Found shortYear(int i) {
        boolean introduced = text.cue(i - 1, "before") && text.tokens.spaceBefore(i) && !text.is(i - 1, Role.DECADE);
        return introduced ? twoDigits(i) : null;
    }

    /** The second year of a span, in two digits: 1914–18; null if there is none after {@code first}. */
    Found secondYear(Found first) {
        int at = first.end();
        int year = first.rule().equals("year") && first.end() == first.first() + 1 ? text.year(first.first()) : 0;
        int second = (text.dash(at) || text.tokens.is(at, '/') && text.glued(at)) && text.length(at + 1) == 2
                ? text.number(at + 1, 0, 99, 2)
                : DateText.NONE;
        boolean span = year > 0
                && second > year % 100
                && !text.dash(at + 2)
                && !text.tokens.is(at + 2, '.') | !text.tokens.isNumber(at + 3)
                && text.glued(at) == text.glued(at + 1);
        return span ? Found.of(at + 1, at + 2, Moment.year(year - year % 100 + second), "short-year") : null;
    }

    /**
     * The token after a season or year of two calendar years: 2021/22, 2021/2022, the 2013–14 season; {@code i} where the
     * number at token {@code i} begins none.
     */
    int afterTwoYears(int i) {
        int year = text.year(i);
        int at = i + 1;
        boolean stroke = text.tokens.is(at, '/');
        if (year < 0 || !stroke && !text.dash(at) || !text.glued(at) || !text.glued(at + 1)) {
            return i;
        }
        boolean next = text.length(at + 1) == 2 && text.number(at + 1) == (year + 1) % 100
                || text.length(at + 1) == 4 && text.number(at + 1) == year + 1;
        boolean said = stroke || text.cue(at + 2, "campaign") || text.cue(i - 1, "campaign");
        boolean goesOn =
                text.glued(at + 2) && (text.tokens.is(at + 2, '/') || text.dash(at + 2) || text.tokens.isWord(at + 2));
        return next && said && !goesOn ? text.afterYearWord(at + 2) : i;
    }

    /** Whether the number at {@code i} may be the year of the month before it. */
    boolean follows(int i) {
        int length = text.length(i);
        if (length == 4) {
            return text.year(i) > 0 || text.number(i) < 1000;
        }
        return length == 3 && !text.tokens.isWord(i + 1)
                || length < 4 && (text.afterYearWord(i + 1) > i + 1 || era(i + 1) > i + 1);
    }

    /** What begins with the number at token {@code i}: a decade, a year with an era, a bare year; null if nothing. */
    Found read(int i) {
        Found decade = decade(i);
        if (decade != null) {
            return decade;
        }
        Found era = withEra(i);
        if (era != null) {
            return era;
        }
        int year = text.year(i);
        int spoken = text.length(i) == 4 && year < 0 && !text.glued(i) && !text.anyYearPlural(i + 1)
                ? text.afterYearWord(i + 1)
                : i;
        boolean abbreviated = spoken > i + 1 && text.length(i + 1) <= 2;
        if (spoken > i + 1 && text.number(i) >= 1000 && !abbreviated) {
            return Found.of(i, spoken, Moment.year(text.number(i)), "year-said");
        }
        if (year < 0 || text.glued(i) && evidence.currency(i - 1) || text.glued(i + 1) && evidence.currency(i + 1)) {
            return null;
        }
        int two = afterTwoYears(i);
        if (two > i) {
            return Found.of(i, two, Moment.years(year, year + 1), "two-years");
        }
        Found part = partOfYear(i, year);
        if (part != null) {
            return part;
        }
        int said = said(i);
        if (said > i + 1) {
            return Found.of(i, said, Moment.year(year), "year-said");
        }
        if (month(i + 1)
                && (text.tokens.isCapitalised(i + 1) || text.length(i + 1) > 3)
                && !text.word(i + 1, "may")
                && !text.tokens.isNumber(i + 2)) {
            return Found.of(i, i + 2, Moment.month(year, text.word(i + 1, Role.MONTH)), "year-month");
        }
        return evidence.isYear(i, year) ? Found.of(i, i + 1, Moment.year(year), "year") : null;
    }

    /** The token after "года" or "-м", "-го" of the year at {@code i}; the next where neither stands. */
    private int said(int i) {
        int ordinal = text.dash(i + 1) && text.ordinalEnding(i + 2) ? i + 3 : i + 1;
        int said = text.afterYearWord(ordinal);
        boolean weight = said == i + 2 && text.length(i + 1) == 1 && text.cue(i - 1, "quantity");
        if (said > ordinal) {
            return weight || text.anyYearPlural(ordinal) && ordinal > i + 1 ? i + 1 : said;
        }
        boolean spoken = ordinal > i + 1 && text.cyrillic(i + 2) && text.cue(i - 1, "adverb");
        return spoken ? ordinal : i + 1;
    }

    private boolean month(int i) {
        return text.is(i, Role.MONTH);
    }

    /** 2017-Q1, 2017 q1. */
    private Found partOfYear(int i, int year) {
        int q = text.dash(i + 1) ? i + 2 : i + 1;
        int quarter = text.word(q, "q") && text.glued(q + 1) ? text.number(q + 1, 1, 4, 1) : DateText.NONE;
        return quarter < 0 ? null : Found.of(i, q + 2, Moment.months(year, quarter * 3 - 2, 3), "quarter");
    }

    private Found withEra(int i) {
        int number = text.number(i);
        int said = text.afterYearWord(i + 1);
        if (number < 1 || text.length(i) > 4) {
            return null;
        }
        int end = era(said);
        if (end > said) {
            return Found.of(i, end, Moment.year(bce ? 1 - number : number), "year-era");
        }
        if (said > i + 1
                && number >= 300
                && text.length(i) == 3
                && (text.word(i + 1, "году") || text.word(i + 1, "года") || text.tokens.is(said - 1, '.'))) {
            return Found.of(i, said, Moment.year(number), "year-said");
        }
        if (text.word(i - 1, "ad") && text.tokens.isAllCaps(i - 1)) {
            return Found.of(i - 1, i + 1, Moment.year(number), "year-era");
        }
        return null;
    }

    /** The token after the name of an era that may stand at {@code i}; {@code i} if none does. */
    private int era(int i) {
        DateWord word = text.word(i);
        if (word != null && word.role() == Role.ERA && text.tokens.isAllCaps(i)) {
            bce = word.value() < 0;
            return i + 1;
        }
        bce = text.word(i, "до");
        int at = bce ? i + 1 : i;
        if (text.word(at, "н") && text.tokens.is(at + 1, '.') && text.word(at + 2, "э")) {
            return text.tokens.is(at + 3, '.') ? at + 4 : at + 3;
        }
        if (text.word(at, "нашей") && (text.word(at + 1, "эры") || text.word(at + 1, "эре"))) {
            return at + 2;
        }
        if (text.word(i, "b") && text.tokens.is(i + 1, '.') && text.word(i + 2, "c") && text.tokens.is(i + 3, '.')) {
            bce = true;
            return text.word(i + 4, "e") ? i + 6 : i + 4;
        }
        return i;
    }

    /** 1990s, 1990's, the 90s, '90s, 1990-е, 90-х годов. */
    private Found decade(int i) {
        int number = text.number(i);
        if (number < 0 || number % 10 != 0 || text.length(i) != 4 && text.length(i) != 2) {
            return null;
        }
        boolean shortForm = text.length(i) == 2;
        int mark = text.tokens.is(i + 1, '\'') || text.tokens.is(i + 1, '’') || text.dash(i + 1) ? i + 2 : i + 1;
        boolean english = text.word(mark, "s") && (text.glued(mark) || !shortForm && mark == i + 1);
        boolean russian = text.glued(mark) && mark > i + 1 && slavicDecade(mark);
        boolean german = text.glued(i + 1) && text.word(i + 1, "er") && text.ordinalPoint();
        boolean romance = text.is(text.apostrophe(i - 1) ? i - 2 : i - 1, Role.DECADE);
        if (german || romance && !text.glued(i + 1) | !text.tokens.isWord(i + 1)) {
            return foreignDecade(i, number, german);
        }
        if (english && mark > i + 1 && (number >= 2000 && !decadeCue(i) || evidence.label(i))) {
            return null;
        }
        if (!english && !russian) {
            return null;
        }
        int end = russian ? text.afterYearWord(mark + 1) : mark + 1;
        if (shortForm) {
            boolean apostrophe = text.glued(i)
                    && (text.tokens.is(i - 1, '\'') || text.tokens.is(i - 1, '’') || text.tokens.is(i - 1, '‘'));
            boolean said = russian
                    ? end > mark + 1 || text.word(i - 1, "в") || text.is(i - 1, Role.EDGE)
                    : apostrophe || decadeCue(i);
            return said ? Found.of(apostrophe ? i - 1 : i, end, decadeOf(number), "decade") : null;
        }
        if (number % 100 == 0 && number < 1900 && english) {
            return Found.of(i, end, Moment.years(number, number + 99), "decade");
        }
        return number >= 1000 && number < 2200 ? Found.of(i, end, Moment.years(number, number + 9), "decade") : null;
    }

    /** 90-е, 90-х, к 90-м годам, 1990-ті: not the ordinal of one year. */
    private boolean slavicDecade(int mark) {
        if (text.word(mark, "м")) {
            return text.anyYearPlural(mark + 1);
        }
        return text.cue(mark, "decade-ending");
    }

    /** Années 90, anni '90, años 1990; 1990er Jahre. */
    private Found foreignDecade(int i, int number, boolean german) {
        int first = german ? i : text.apostrophe(i - 1) ? i - 2 : i - 1;
        int end = german ? i + 2 : i + 1;
        int years = text.dash(end) ? end + 1 : end;
        end = german && text.is(years, Role.YEAR) ? years + 1 : end;
        Moment decade = text.length(i) == 2 ? decadeOf(number) : Moment.years(number, number + 9);
        return number < 1000 && text.length(i) == 4 ? null : Found.of(first, end, decade, "decade");
    }

    /** "the 90s", "early 90s" not of a life ("in her early 90s"). */
    private boolean decadeCue(int i) {
        int before = text.dash(i - 1) && text.is(i - 2, Role.PART) ? i - 2 : text.is(i - 1, Role.PART) ? i - 1 : i;
        return text.word(before - 1, "the")
                || text.word(before - 1, "of") && before == i
                || before == i
                        && text.tokens.isWord(i - 1)
                        && text.tokens.lower(i - 1).equals("those");
    }

    /** The decade of the last century but for the years after 2000: 90 is 1990, 10 is 2010. */
    static Moment decadeOf(int tens) {
        int year = tens <= 10 ? 2000 + tens : 1900 + tens;
        return Moment.years(year, year + 9);
    }
}
