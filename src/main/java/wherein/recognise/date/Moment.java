package wherein.recognise.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import wherein.time.DayRange;

/**
 * What a calendar expression says: a run of days, or a month and perhaps a day whose year is left open.
 *
 * <p>Years are astronomical, so that 1 BC is 0, and 2 BC is -1. Centuries begin with the year 01; seasons are those of
 * EDTF level 1 (spring is March to May, and winter ends in the year after).
 *
 * @param days the days, empty where the year is open
 * @param month the month from 1, or season from 21, of an open year; 0 otherwise
 * @param day the day of an open month; 0 for the whole of it
 * @param fine whether it names a month or a day, not a whole year or more
 * @param uncertain whether it is the first or the last of {@code days}, and none between
 */
record Moment(Optional<DayRange> days, int month, int day, boolean fine, boolean uncertain) {

    private static final int SPRING = 21;

    private Moment(Optional<DayRange> days, int month, int day, boolean fine) {
        this(days, month, day, fine, false);
    }

    /** One of two days, of which nothing tells which. */
    static Moment either(Moment one, Moment other) {
        LocalDate a = one.days.orElseThrow().from();
        LocalDate b = other.days.orElseThrow().from();
        return new Moment(Optional.of(a.isBefore(b) ? new DayRange(a, b) : new DayRange(b, a)), 0, 0, true, true);
    }

    /** The whole year. */
    static Moment year(int year) {
        return years(year, year);
    }

    /** All years from {@code first} to {@code last}. */
    static Moment years(int first, int last) {
        return new Moment(
                Optional.of(new DayRange(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31))), 0, 0, false);
    }

    /** The {@code number}-th century; before the common era where {@code era} is negative. */
    static Moment centuries(int number, int last, int era) {
        return era < 0 ? years(1 - number * 100, 100 - last * 100) : years(number * 100 - 99, last * 100);
    }

    /** {@code count} months from the first of {@code month} on. */
    static Moment months(int year, int month, int count) {
        LocalDate from = LocalDate.of(year, month, 1);
        return new Moment(Optional.of(new DayRange(from, from.plusMonths(count).minusDays(1))), 0, 0, true);
    }

    /** A month or season of a year. */
    static Moment month(int year, int month) {
        return month < SPRING ? months(year, month, 1) : months(year, (month - SPRING) * 3 + 3, 3);
    }

    /** A day; null where no calendar has it. */
    static Moment day(int year, int month, int day) {
        try {
            return new Moment(Optional.of(DayRange.day(LocalDate.of(year, month, day))), 0, 0, true);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A month or day of a year that the text leaves open; null where no calendar has it. */
    static Moment open(int month, int day) {
        return day > 31 || day > 29 && month == 2 ? null : new Moment(Optional.empty(), month, day, true);
    }

    /** This moment in {@code year}, where it was open; null where that year has no such day. */
    Moment in(int year) {
        return day == 0 ? month(year, month) : day(year, month, day);
    }
}
