package wherein.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/** What a number in a spreadsheet shows: a date where its format makes it one, a share, or the number itself. */
final class CellText {

    /** As many digits as a spreadsheet shows. */
    private static final MathContext SHOWN = new MathContext(15);

    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);

    /** The last day that a spreadsheet knows, 9999-12-31. */
    private static final double LAST = 2_958_466;

    private CellText() {}

    /**
     * The words for {@code value}.
     *
     * @param format the number of the format, of which those below 164 have a meaning of their own
     * @param code the code of the format; empty where only the number is known
     * @param since1904 whether days are counted from 1904 on
     */
    static String of(double value, int format, String code, boolean since1904) {
        if (isDate(format, code) && value >= 0 && value < LAST) {
            return date(value, code, format, since1904);
        }
        if (code.contains("%") || code.isEmpty() && (format == 9 || format == 10)) {
            return number(value * 100) + "%";
        }
        return number(value);
    }

    private static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
        return Math.abs(rounded.scale()) > 30 ? rounded.toString() : rounded.toPlainString();
    }

    private static String date(double value, String code, int format, boolean since1904) {
        // Before March 1900 the days of the first system are one off, after a leap day that never was.
        double days = !since1904 && value < 60 && value >= 1 ? value + 1 : value;
        LocalDateTime time =
                (since1904 ? FROM_1904 : FROM_1900).atStartOfDay().plus(Duration.ofSeconds(Math.round(days * 86_400)));
        boolean timeOnly =
                value < 1 || code.isEmpty() && (format >= 18 && format <= 21 || format >= 45 && format <= 47);
        String clock = String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute())
                + (time.getSecond() == 0 ? "" : String.format(Locale.ROOT, ":%02d", time.getSecond()));
        if (timeOnly) {
            return clock;
        }
        boolean midnight = time.toLocalTime().toSecondOfDay() == 0;
        return midnight ? time.toLocalDate().toString() : time.toLocalDate() + " " + clock;
    }

    /** Whether a format has letters of days, months, years or hours outside of what it quotes. */
    private static boolean isDate(int format, String code) {
        if (code.isEmpty()) {
            return format >= 14 && format <= 22 || format >= 27 && format <= 36 || format >= 45 && format <= 58;
        }
        String bare = code.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]", "");
        return bare.split(";", 2)[0].matches("(?i)(?s).*[ymdhs].*") && !bare.equalsIgnoreCase("general");
    }
}
