package wherein.search;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import wherein.query.Named;
import wherein.query.Names;
import wherein.time.DayRange;
import wherein.time.EdtfDate;

/**
 * A field whose values are to be counted.
 *
 * @param field one that filters, {@code date}, {@code country} or {@code person}
 * @param prefix only values that begin so, upper and lower case alike
 * @param limit how many values at most
 * @param interval for {@code date}, the length of a bucket
 * @param names for {@code country} and {@code person}, what their ids and labels are
 */
public record FacetRequest(String field, String prefix, int limit, Interval interval, Names names) {

    /** What has mentions whose passages are counted; empty where the field is one of passages themselves. */
    public Optional<Named> mentioned() {
        return Named.entity(field);
    }

    /** How long a bucket of dates is. */
    public enum Interval {
        /** A year. */
        YEAR,
        /** A month. */
        MONTH,
        /** A day. */
        DAY,
        /** As long as makes few of them: see {@link wherein.time.DateHistogram}. */
        AUTO;

        /**
         * The bucket of a date in EDTF: the shortest of a day, a month or a year, none shorter than this, that the date lies in as
         * a whole, so that no date comes to stand on a day or in a month that nobody wrote. A date that lies in no year is a bucket
         * of its own, and so is an unknown one, which is empty.
         */
        public String bucket(String edtf) {
            return edtf.isEmpty() ? edtf : bucket(edtf, EdtfDate.parse(edtf).days());
        }

        /** The same of {@code days}; {@code own}, which says what they are, where no year holds all of them. */
        public String bucket(String own, DayRange days) {
            if (this == AUTO) {
                throw new IllegalArgumentException("a bucket of no length");
            }
            LocalDate from = days.from();
            LocalDate to = days.to();
            if (from.getYear() != to.getYear() || from.getYear() < 0 || from.getYear() > 9999) {
                return own;
            }
            String year = String.format(Locale.ROOT, "%04d", from.getYear());
            if (this == YEAR || from.getMonthValue() != to.getMonthValue()) {
                return year;
            }
            String month = year + String.format(Locale.ROOT, "-%02d", from.getMonthValue());
            return this == MONTH || !from.equals(to) ? month : from.toString();
        }
    }

    /** Counts the values of {@code field}, all of them up to a thousand. */
    public static FacetRequest of(String field) {
        return new FacetRequest(field, "", 1_000, Interval.YEAR, Names.NONE);
    }
}
