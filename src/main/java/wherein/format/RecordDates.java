package wherein.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.time.EdtfException;
import wherein.time.WrittenDate;

/** The date of a record: as people write it, or the seconds or milliseconds since 1970 that a program gives. */
final class RecordDates {

    private static final Pattern SECONDS = Pattern.compile("(\\d{9,10})(?:\\d{3})?(?:\\.\\d{1,9})?");

    private RecordDates() {}

    /** @throws EdtfException if {@code text} is no date */
    static WrittenDate parse(String text) {
        Matcher seconds = SECONDS.matcher(text.strip());
        if (!seconds.matches()) {
            return WrittenDate.parse(text);
        }
        Instant instant = Instant.ofEpochSecond(Long.parseLong(seconds.group(1)));
        return WrittenDate.parse(LocalDate.ofInstant(instant, ZoneOffset.UTC).toString());
    }
}
