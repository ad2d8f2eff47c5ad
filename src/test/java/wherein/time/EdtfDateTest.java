package wherein.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfDateTest {

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource({
        "2022-02-24, 2022-02-24, 2022-02-24",
        "2024-02-01, 2024-02-29, 2024-02",
        "2024-02-01, 2024-02-28, 2024-02-01/2024-02-28",
        "2021-12-01, 2021-12-31, 2021-12",
        "0090-01-01, 0090-12-31, 0090",
        "2019-01-01, 2020-12-31, 2019-01-01/2020-12-31",
        "2019-05-02, 2020-05-01, 2019-05-02/2020-05-01"
    })
    void daysAreWrittenAsShortlyAsTheyCanBe(LocalDate from, LocalDate to, String edtf) {
        EdtfDate date = EdtfDate.of(new DayRange(from, to));
        assertThat(date.edtf()).isEqualTo(edtf);
        assertThat(EdtfDate.parse(edtf)).isEqualTo(date);
    }

    private static final String FORM =
            "EDTF, such as 2022, 2022-05, 2022-05-07, 2022-05-07/.., 2022/2023-06, 2022~ or 199X";

    @ParameterizedTest(name = "{0} is {1} to {2}")
    @CsvSource({
        "1987, 1987-01-01, 1987-12-31, false",
        "0000, 0000-01-01, 0000-12-31, false",
        "9999, 9999-01-01, 9999-12-31, false",
        "2024-02, 2024-02-01, 2024-02-29, false",
        "2023-02, 2023-02-01, 2023-02-28, false",
        "2021-12, 2021-12-01, 2021-12-31, false",
        "2021-03-14, 2021-03-14, 2021-03-14, false",
        "2024-02-29, 2024-02-29, 2024-02-29, false",
        "2021-03-14/.., 2021-03-14, MAX, false",
        "2021-03-14/, 2021-03-14, MAX, false",
        "../2021, MIN, 2021-12-31, false",
        "/2021-04, MIN, 2021-04-30, false",
        "2019/2021, 2019-01-01, 2021-12-31, false",
        "2019-05/2021-06-07, 2019-05-01, 2021-06-07, false",
        "2019/2019, 2019-01-01, 2019-12-31, false",
        "1984~, 1984-01-01, 1984-12-31, true",
        "1984?, 1984-01-01, 1984-12-31, true",
        "1984-06%, 1984-06-01, 1984-06-30, true",
        "1984-06-02~, 1984-06-02, 1984-06-02, true",
        "1984~/1990, 1984-01-01, 1990-12-31, true",
        "1984/1990?, 1984-01-01, 1990-12-31, true",
        "1984~/.., 1984-01-01, MAX, true",
        "198X, 1980-01-01, 1989-12-31, false",
        "18XX, 1800-01-01, 1899-12-31, false",
        "198X~, 1980-01-01, 1989-12-31, true",
        "1984-XX, 1984-01-01, 1984-12-31, false",
        "1984-XX-XX, 1984-01-01, 1984-12-31, false",
        "1984-02-XX, 1984-02-01, 1984-02-29, false",
        "2001-21, 2001-03-01, 2001-05-31, false",
        "2001-22, 2001-06-01, 2001-08-31, false",
        "2001-23, 2001-09-01, 2001-11-30, false",
        "2001-24, 2001-12-01, 2002-02-28, false",
        "2003-24, 2003-12-01, 2004-02-29, false",
        "198X/2001-22, 1980-01-01, 2001-08-31, false"
    })
    void aValidDateIsAnIntervalOfDays(String edtf, String from, String to, boolean qualified) {
        assertThat(EdtfDate.parse(edtf)).isEqualTo(new EdtfDate(edtf, new DayRange(bound(from), bound(to)), qualified));
    }

    private static LocalDate bound(String text) {
        return switch (text) {
            case "MIN" -> LocalDate.MIN;
            case "MAX" -> LocalDate.MAX;
            default -> LocalDate.parse(text);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t"})
    void anEmptyDateIsUnknown(String edtf) {
        assertThat(EdtfDate.parse(edtf)).isEqualTo(EdtfDate.UNKNOWN);
        assertThat(EdtfDate.parse(edtf).known()).isFalse();
    }

    @Test
    void spaceAroundADateIsLeftOut() {
        assertThat(EdtfDate.parse(" 2021-03 ")).isEqualTo(EdtfDate.parse("2021-03"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "14.03.2021",
                "2021/03/14",
                "2021-3",
                "2021-03-4",
                "21",
                "20210314",
                "2021-03-14T10:00",
                "2021-",
                "~2021",
                "2021-XX-14",
                "198X-05",
                "19XX-XX-XX",
                "1X99",
                "XXXX",
                "/",
                "../..",
                "..",
                "2019/2020/2021",
                "2019/later",
                "٢٠٢١",
                "-2021",
                "2021 - 2022"
            })
    void whatIsNoDateIsRefusedWithTheExpectedForm(String text) {
        assertThatThrownBy(() -> EdtfDate.parse(text))
                .isInstanceOf(EdtfException.class)
                .hasMessage("\"" + text + "\" is no date: expected " + FORM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-13 | a month from 01 to 12, or a season from 21 to 24",
                "2022-00 | a month from 01 to 12, or a season from 21 to 24",
                "2022-25 | a month from 01 to 12, or a season from 21 to 24",
                "2022-21-05 | a month from 01 to 12, or a season from 21 to 24",
                "2023-02-29 | a day from 01 to 28 in 2023-02",
                "2022-04-31 | a day from 01 to 30 in 2022-04",
                "2022-04-00 | a day from 01 to 30 in 2022-04",
                "2022-13/.. | a month from 01 to 12, or a season from 21 to 24",
                "2021/2019 | an interval that does not end before it begins",
                "2021-05-02/2021-05-01 | an interval that does not end before it begins"
            })
    void aDateThatNoCalendarHasIsRefusedWithWhatWouldDo(String text, String expected) {
        assertThatThrownBy(() -> EdtfDate.parse(text))
                .isInstanceOf(EdtfException.class)
                .hasMessage("\"" + text + "\" is no date: expected " + expected);
    }

    @ParameterizedTest(name = "{0} is {2} within {1}")
    @CsvSource({
        "2022, 2022, CERTAIN",
        "2022, 2022-05, POSSIBLE",
        "2022, 2021, NONE",
        "2022-05, 2022, CERTAIN",
        "2022-05-31, 2022-05, CERTAIN",
        "2022-06-01, 2022-05, NONE",
        "2022-05-07/.., 2022-05, POSSIBLE",
        "2022-05-07/.., 2030, POSSIBLE",
        "2022-05-07/.., 2022-04, NONE",
        "../2022-05, 1950, POSSIBLE",
        "../2022-05, 2022-06, NONE",
        "2022~, 2022, POSSIBLE",
        "2022~, 2023, NONE",
        "2022-05-07?, 2022-05-07, POSSIBLE",
        "202X, 2022, POSSIBLE",
        "2022-24, 2023, POSSIBLE",
        "'', 2022, UNKNOWN"
    })
    void aDateIsCertainOrPossibleOrUnknownWithinARange(String date, String range, DateMatch match) {
        assertThat(EdtfDate.parse(date).match(DayRange.of(range))).isEqualTo(match);
    }

    @Test
    void anOpenDateLiesForCertainInARangeThatIsOpenToo() {
        DayRange since = new DayRange(LocalDate.of(2022, 5, 1), LocalDate.MAX);
        assertThat(EdtfDate.parse("2022-05-07/..").match(since)).isEqualTo(DateMatch.CERTAIN);
        assertThat(EdtfDate.parse("2022-04/..").match(since)).isEqualTo(DateMatch.POSSIBLE);
        assertThat(EdtfDate.UNKNOWN.match(DayRange.ALL)).isEqualTo(DateMatch.UNKNOWN);
    }

    @Test
    void aDayWritesItselfAsEdtf() {
        assertThat(EdtfDate.of(LocalDate.of(2020, 2, 9))).isEqualTo(EdtfDate.parse("2020-02-09"));
    }

    @Test
    void theWordsOfTheApiAreInLowerCase() {
        assertThat(DateMatch.values())
                .extracting(DateMatch::word)
                .containsExactly("certain", "possible", "known", "unknown", "none");
    }
}
