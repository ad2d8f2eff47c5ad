package wherein.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRangeTest {

    @ParameterizedTest
    @CsvSource({
        "1999, 1999-01-01, 1999-12-31",
        "2000-02, 2000-02-01, 2000-02-29",
        "1900-02, 1900-02-01, 1900-02-28",
        "2011-11-11, 2011-11-11, 2011-11-11"
    })
    void aYearMonthOrDayCoversItsDays(String text, LocalDate from, LocalDate to) {
        assertThat(DayRange.of(text)).isEqualTo(new DayRange(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "99",
                "2022-13",
                "2022-00",
                "2023-02-29",
                "2022-5-07",
                "2022~",
                "+999",
                "-999",
                "٢٠٢٢",
                "2022/.."
            })
    void anythingElseIsRefusedWithTheThreeForms(String text) {
        assertThatThrownBy(() -> DayRange.of(text))
                .isInstanceOf(EdtfException.class)
                .hasMessage("\"" + text + "\" is no date: expected a year, month or day such as 2022, 2022-05 or "
                        + "2022-05-07");
    }

    @Test
    void aRangeDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new DayRange(LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the range ends on 2020-01-01, before it begins on 2020-01-02");
    }

    @ParameterizedTest(name = "2020-05 and {0}: contains {1}, overlaps {2}")
    @CsvSource({
        "2020-05, true, true",
        "2020-05-01, true, true",
        "2020-05-31, true, true",
        "2020, false, true",
        "2020-04, false, false",
        "2020-06-01, false, false"
    })
    void bothEndsOfARangeBelongToIt(String other, boolean contains, boolean overlaps) {
        DayRange may = DayRange.of("2020-05");
        assertThat(may.contains(DayRange.of(other))).isEqualTo(contains);
        assertThat(may.overlaps(DayRange.of(other))).isEqualTo(overlaps);
    }
}
