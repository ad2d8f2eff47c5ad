package wherein.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;

/** The day of a date as programs write it: EDTF, a day with a time behind it, a mail's, or seconds since 1970. */
final class RecordDates {

    private static final Pattern WITH_TIME = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ]\\d\\d?:\\d\\d.*");
    private static final Pattern SECONDS = Pattern.compile("(\\d{9,10})(?:\\d{3})?(?:\\.\\d+)?");

    private RecordDates() {}

    /** @throws EdtfException if {@code text} is no date */
    static EdtfDate parse(String text) {
        String date = text.strip();
        Matcher time = WITH_TIME.matcher(date);
        if (time.matches()) {
            return EdtfDate.parse(time.group(1));
        }
        Matcher seconds = SECONDS.matcher(date);
        if (seconds.matches()) {
            return EdtfDate.of(
                    LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))), ZoneOffset.UTC));
        }
        try {
            return EdtfDate.of(LocalDate.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException e) {
            return EdtfDate.parse(date);
        }
    }
}
