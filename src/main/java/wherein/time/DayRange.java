package wherein.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A range of days, both ends inclusive.
 *
 * @param from the first day; {@link LocalDate#MIN} where the range has no beginning
 * @param to the last day, not before {@code from}; {@link LocalDate#MAX} where the range has no end
 */
public record DayRange(LocalDate from, LocalDate to) {

    /** Every day there is. */
    public static final DayRange ALL = new DayRange(LocalDate.MIN, LocalDate.MAX);

    /** Checks that the range does not end before it begins. */
    public DayRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the range ends on " + to + ", before it begins on " + from);
        }
    }

    /** Whether every day of {@code other} lies in this range. */
    public boolean contains(DayRange other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /** Whether the two ranges share a day. */
    public boolean overlaps(DayRange other) {
        return !other.to.isBefore(from) && !other.from.isAfter(to);
    }

    /**
     * The days that {@code text}, a year, month or day, covers: {@code 2022}, {@code 2022-05}, {@code 2022-05-07}.
     *
     * @throws EdtfException if the text is none of the three, or names a month or day that no calendar has
     */
    public static DayRange of(String text) {
        String form = "a year, month or day such as 2022, 2022-05 or 2022-05-07";
        try {
            return switch (text.length()) {
                case 4 -> years(year(text, form), 1);
                case 7 -> month(text);
                case 10 -> day(LocalDate.parse(text));
                default -> throw new EdtfException(text, form);
            };
        } catch (DateTimeParseException e) {
            throw new EdtfException(text, form);
        }
    }

    /** The one day {@code day}. */
    public static DayRange day(LocalDate day) {
        return new DayRange(day, day);
    }

    /** {@code count} whole years from the first of January of {@code first} on. */
    static DayRange years(int first, int count) {
        return new DayRange(LocalDate.of(first, 1, 1), LocalDate.of(first + count - 1, 12, 31));
    }

    private static int year(String text, String form) {
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new EdtfException(text, form);
        }
        return Integer.parseInt(text);
    }

    private static DayRange month(String text) {
        LocalDate first = LocalDate.parse(text + "-01");
        return new DayRange(first, first.plusMonths(1).minusDays(1));
    }
}
