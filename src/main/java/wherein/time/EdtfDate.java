package wherein.time;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as it is known: an interval of days, written in the Extended Date/Time Format (EDTF, ISO 8601-2:2019).
 *
 * <p>Read are level 0 (year, month, day, interval) and of level 1 what sources need: open and unknown ends ({@code
 * 2022/..}, {@code ../2022}, {@code 2022/}), the qualifiers {@code ~}, {@code ?} and {@code %} at the end of a date,
 * unspecified digits from the right ({@code 199X}, {@code 19XX}, {@code 2022-XX}) and the seasons 21 to 24 of the
 * northern year. See <a href="https://www.loc.gov/standards/datetime/">the specification</a>.
 *
 * @param edtf the text as it was written, empty where the date is unknown
 * @param days the days that the date may mean; all days where it is unknown
 * @param qualified whether a qualifier says that the date is approximate or uncertain: then no range holds it for
 *     certain
 */
public record EdtfDate(String edtf, DayRange days, boolean qualified) {

    /** No date is known. */
    public static final EdtfDate UNKNOWN = new EdtfDate("", DayRange.ALL, false);

    private static final String EXPECTED =
            "EDTF, such as 2022, 2022-05, 2022-05-07, 2022-05-07/.., 2022/2023-06, 2022~ or 199X";

    private static final Pattern ONE =
            Pattern.compile("(\\d{2}(?:\\d{2}|\\dX|XX))(?:-(\\d\\d|XX)(?:-(\\d\\d|XX))?)?([~?%])?");

    /**
     * Reads {@code text}; an empty or blank one is {@link #UNKNOWN}.
     *
     * @throws EdtfException if the text is no EDTF date, or names a month or day that no calendar has
     */
    public static EdtfDate parse(String text) {
        String edtf = text.strip();
        if (edtf.isEmpty()) {
            return UNKNOWN;
        }
        int slash = edtf.indexOf('/');
        if (slash < 0) {
            return one(edtf, edtf);
        }
        Optional<EdtfDate> first = end(edtf.substring(0, slash), edtf);
        Optional<EdtfDate> last = end(edtf.substring(slash + 1), edtf);
        if (first.isEmpty() && last.isEmpty()) {
            throw new EdtfException(edtf, EXPECTED);
        }
        LocalDate from = first.map(date -> date.days.from()).orElse(LocalDate.MIN);
        LocalDate to = last.map(date -> date.days.to()).orElse(LocalDate.MAX);
        if (to.isBefore(from)) {
            throw new EdtfException(edtf, "an interval that does not end before it begins");
        }
        boolean qualified = first.filter(EdtfDate::qualified).isPresent()
                || last.filter(EdtfDate::qualified).isPresent();
        return new EdtfDate(edtf, new DayRange(from, to), qualified);
    }

    /** The date of the one day {@code day}. */
    public static EdtfDate of(LocalDate day) {
        return new EdtfDate(day.toString(), DayRange.day(day), false);
    }

    /** The days of {@code range}, which has both ends, in as few words as EDTF has: a day, a month, a year or an interval. */
    public static EdtfDate of(DayRange range) {
        LocalDate from = range.from();
        boolean month = from.getDayOfMonth() == 1
                && range.to().equals(from.plusMonths(1).minusDays(1));
        boolean year =
                from.getDayOfYear() == 1 && range.to().equals(from.plusYears(1).minusDays(1));
        String text = from.equals(range.to())
                ? from.toString()
                : month || year
                        ? from.toString().substring(0, from.toString().length() - (month ? "-01" : "-01-01").length())
                        : from + "/" + range.to();
        return new EdtfDate(text, range, false);
    }

    /** Whether any date is known. */
    public boolean known() {
        return !edtf.isEmpty();
    }

    /** How this date stands to {@code range}; see {@link DateMatch}. */
    public DateMatch match(DayRange range) {
        if (!known()) {
            return DateMatch.UNKNOWN;
        }
        if (!range.overlaps(days)) {
            return DateMatch.NONE;
        }
        return range.contains(days) && !qualified ? DateMatch.CERTAIN : DateMatch.POSSIBLE;
    }

    private static Optional<EdtfDate> end(String text, String whole) {
        return text.isEmpty() || text.equals("..") ? Optional.empty() : Optional.of(one(text, whole));
    }

    private static EdtfDate one(String text, String whole) {
        Matcher matcher = ONE.matcher(text);
        if (!matcher.matches()) {
            throw new EdtfException(whole, EXPECTED);
        }
        return new EdtfDate(text, days(matcher, whole), matcher.group(4) != null);
    }

    private static DayRange days(Matcher matcher, String whole) {
        String year = matcher.group(1);
        String month = matcher.group(2);
        String day = matcher.group(3);
        int unspecified = year.endsWith("XX") ? 100 : year.endsWith("X") ? 10 : 1;
        int first = Integer.parseInt(year.replace('X', '0'));
        if (unspecified > 1 && month != null) {
            throw new EdtfException(whole, EXPECTED);
        }
        if (month == null || month.equals("XX")) {
            if (day != null && !day.equals("XX")) {
                throw new EdtfException(whole, EXPECTED);
            }
            return DayRange.years(first, unspecified);
        }
        int number = Integer.parseInt(month);
        if (number >= 21 && number <= 24 && day == null) {
            return season(first, number - 21);
        }
        if (number < 1 || number > 12) {
            throw new EdtfException(whole, "a month from 01 to 12, or a season from 21 to 24");
        }
        LocalDate start = LocalDate.of(first, number, 1);
        if (day == null || day.equals("XX")) {
            return new DayRange(start, start.plusMonths(1).minusDays(1));
        }
        int date = Integer.parseInt(day);
        if (date < 1 || date > start.lengthOfMonth()) {
            throw new EdtfException(whole, "a day from 01 to " + start.lengthOfMonth() + " in " + year + "-" + month);
        }
        return DayRange.day(start.withDayOfMonth(date));
    }

    /** Spring is March to May, and so on; winter ends in February of the next year. */
    private static DayRange season(int year, int quarter) {
        LocalDate start = LocalDate.of(year, 3, 1).plusMonths(3L * quarter);
        return new DayRange(start, start.plusMonths(3).minusDays(1));
    }
}
