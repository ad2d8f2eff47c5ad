package wherein.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;

class WrittenDateTest {

    private static final List<Locale> LANGUAGES =
            List.of("en", "ru", "uk", "fr", "de", "es", "it", "nl", "pl", "pt").stream()
                    .map(Locale::forLanguageTag)
                    .toList();

    private static String one(String text) {
        WrittenDate date = WrittenDate.parse(text);
        assertThat(date.isAmbiguous()).as(text).isFalse();
        assertThat(WrittenDate.sure(text))
                .isEqualTo(java.util.Optional.of(date.dayFirst()).filter(EdtfDate::known));
        return date.dayFirst().edtf();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-03-04 | 2023-03-04",
                "2023-03-04/.. | 2023-03-04/..",
                "1984~ | 1984~",
                "2010-11 | 2010-11",
                "2023-3-4 | 2023-03-04",
                "2023/3/4 | 2023-03-04",
                "2023.03.04 | 2023-03-04",
                "2023. 3. 4. | 2023-03-04",
                "2023/03 | 2023-03",
                "20230304 | 2023-03-04",
                "04.03.2023 | 2023-03-04",
                "4.3.23 | 2023-03-04",
                "4.3.99 | 1999-03-04",
                "4. 3. 2023 | 2023-03-04",
                "04.03.2023 г. | 2023-03-04",
                "13/04/2023 | 2023-04-13",
                "04/13/2023 | 2023-04-13",
                "4/4/2023 | 2023-04-04",
                "25-12-1987 | 1987-12-25",
                "03/2023 | 2023-03",
                "3.2023 | 2023-03",
                "4 March 2023 | 2023-03-04",
                "4 MARCH 2023 | 2023-03-04",
                "4th March, 2023 | 2023-03-04",
                "the 4th of March 2023 | 2023-03-04",
                "March 4, 2023 | 2023-03-04",
                "Mar. 4, 2023 | 2023-03-04",
                "Sept 4 2023 | 2023-09-04",
                "04-Mar-2023 | 2023-03-04",
                "4-Mar-23 | 2023-03-04",
                "2023 Mar 4 | 2023-03-04",
                "2023, March | 2023-03",
                "March 2023 | 2023-03",
                "(March 2023) | 2023-03",
                "Mar-23 | 2023-03",
                "мар.23 | 2023-03",
                "Saturday, 4 March 2023 | 2023-03-04",
                "Tues 7 March 2023 | 2023-03-07",
                "4 марта 2023 | 2023-03-04",
                "4 марта 2023 г. | 2023-03-04",
                "4 марта 2023 года | 2023-03-04",
                "4-го мая 2023 | 2023-05-04",
                "суббота, 4 марта 2023 | 2023-03-04",
                "март 2023 | 2023-03",
                "4 сен 2023 | 2023-09-04",
                "4 березня 2023 року | 2023-03-04",
                "le 4 mars 2023 | 2023-03-04",
                "1er août 2023 | 2023-08-01",
                "1 aout 2023 | 2023-08-01",
                "mardi 7 février 2023 | 2023-02-07",
                "4. März 2023 | 2023-03-04",
                "am 4. Maerz 2023 | ",
                "4 de marzo de 2023 | 2023-03-04",
                "mar 7 marzo 2023 | 2023-03-07",
                "1º de maio de 2023 | 2023-05-01",
                "4 maart 2023 | 2023-03-04",
                "4 marca 2023 r. | 2023-03-04",
                "2023年3月4日 | 2023-03-04",
                "2023년 3월 4일 | 2023-03-04",
                "2023年3月 | 2023-03",
                "2023-03-04T10:15:00Z | 2023-03-04",
                "2023-03-04T10:15:00.123+01:00 | 2023-03-04",
                "2023-03-04 10:15 | 2023-03-04",
                "20230304T101500Z | 2023-03-04",
                "Sat, 04 Mar 2023 10:15:00 +0100 | 2023-03-04",
                "Sat, 4 Mar 2023 10:15:00 GMT | 2023-03-04",
                "Sat, 4 Mar 2023 10:15:00 +0100 (CET) | 2023-03-04",
                "Sat Mar 4 10:15:00 2023 | 2023-03-04",
                "Sat Mar 4 10:15:00 GMT 2023 | 2023-03-04",
                "March 4, 2023 at 10:15 a.m. | 2023-03-04",
                "March 4, 2023 10:15 PM EST | 2023-03-04",
                "4 марта 2023, 10:15 | 2023-03-04",
                "4 марта 2023 в 10:15 мск | 2023-03-04",
                "4 mars 2023 à 10h15 | 2023-03-04",
                "4. März 2023, 10:15 Uhr | 2023-03-04",
                "13/04/2023 10:15 | 2023-04-13",
                "29 February 2024 | 2024-02-29"
            })
    void aDateIsReadAsPreciselyAsItIsWritten(String text, String edtf) {
        if (edtf == null) {
            assertThatThrownBy(() -> WrittenDate.parse(text)).isInstanceOf(EdtfException.class);
        } else {
            assertThat(one(text)).isEqualTo(edtf);
        }
    }

    @ParameterizedTest(name = "{0} is {1} or {2}")
    @CsvSource({
        "03/04/2023, 2023-04-03, 2023-03-04",
        "3/4/23, 2023-04-03, 2023-03-04",
        "03-04-2023, 2023-04-03, 2023-03-04",
        "03/04/2023 10:15, 2023-04-03, 2023-03-04",
        "12/11/99, 1999-11-12, 1999-12-11"
    })
    void aDateOfWhichDayAndMonthCannotBeToldHasTwoReadings(String text, String dayFirst, String monthFirst) {
        WrittenDate date = WrittenDate.parse(text);
        assertThat(date.isAmbiguous()).isTrue();
        assertThat(date.order()).isEmpty();
        assertThat(date.inOrder(WrittenDate.Order.DAY_FIRST).edtf()).isEqualTo(dayFirst);
        assertThat(date.inOrder(WrittenDate.Order.MONTH_FIRST).edtf()).isEqualTo(monthFirst);
        assertThat(WrittenDate.sure(text)).isEmpty();
    }

    @Test
    void aDateOfWhichTheNumbersTellSaysTheOrderOfItsWriter() {
        assertThat(WrittenDate.parse("13/04/2023").order()).contains(WrittenDate.Order.DAY_FIRST);
        assertThat(WrittenDate.parse("04/13/2023").order()).contains(WrittenDate.Order.MONTH_FIRST);
        assertThat(WrittenDate.parse("04/04/2023").order()).isEmpty();
        assertThat(WrittenDate.parse("13.04.2023").order()).isEmpty();
        assertThat(WrittenDate.parse("13 April 2023").order()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "soon",
                "March",
                "4 March",
                "Mar 23",
                "23-Mar",
                "4 Jui 2023",
                "4 Marchy 2023",
                "31.02.2023",
                "29 February 2023",
                "32 March 2023",
                "03.13.2023",
                "13/13/2023",
                "23-04-05",
                "44989",
                "20231304",
                "4/3",
                "4 March 2023 4",
                "4-5 March 2023",
                "4 and 5 March 2023",
                "March March 2023",
                "2022-13",
                "Thursday",
                "10:15"
            })
    void whatIsNoDateOrHasNoYearIsNone(String text) {
        assertThatThrownBy(() -> WrittenDate.parse(text))
                .isInstanceOf(EdtfException.class)
                .hasMessageStartingWith("\"" + text + "\" is no date: expected ");
        assertThat(WrittenDate.sure(text)).isEmpty();
    }

    @Test
    void nothingIsTheUnknownDate() {
        assertThat(WrittenDate.parse(" ").dayFirst()).isEqualTo(EdtfDate.UNKNOWN);
        assertThat(WrittenDate.sure("")).isEmpty();
    }

    @Test
    void everyMonthIsReadByTheNamesThatTenLanguagesHaveForIt() {
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(TextStyle.SHORT, TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
                    String text = month.getDisplayName(style, language) + " 1987";
                    assertThat(one(text)).as(text).isEqualTo(String.format(Locale.ROOT, "1987-%02d", month.getValue()));
                }
            }
        }
    }

    @Test
    void whatAnyOfTenLanguagesWritesAtLengthIsReadBack() {
        Seeded.times(300, random -> {
            LocalDate day = LocalDate.of(1800, 1, 1).plusDays(random.nextInt(100_000));
            FormatStyle style = Seeded.one(random, List.of(FormatStyle.FULL, FormatStyle.LONG));
            String text = DateTimeFormatter.ofLocalizedDate(style)
                    .withLocale(Seeded.one(random, LANGUAGES))
                    .format(day);
            assertThat(one(text)).as(text).isEqualTo(day.toString());
        });
    }

    @Test
    void noTextIsAFaultOfTheProgram() {
        Seeded.times(2_000, random -> {
            String text = Seeded.text(random, 8) + Seeded.one(random, "", "2023", " 4 March 2023", "10:15", "/4/23");
            try {
                WrittenDate.parse(text);
            } catch (EdtfException e) {
                assertThat(e).hasMessageContaining("is no date");
            }
        });
        assertThat(WrittenDate.sure("4 ".repeat(100_000) + "March 2023")).isEmpty();
    }
}
