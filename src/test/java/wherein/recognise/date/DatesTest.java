package wherein.recognise.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.DateFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** Each row: the language, the document's date, a sentence of our own, and every date in it as "span = from/to". */
final class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | 2022-05-07/.. | The dam broke on 24 February.     | 24 February = 2022-02-24
            en | ../2019-03-01 | The dam broke on 24 February.     | 24 February = 2019-02-24
            """)
    void aDateWithoutAnEndResolvesByTheEndThatItHas(String language, String date, String text, String expected) {
        check(language, date, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | | They met on 7 May 2022.              | 7 May 2022 = 2022-05-07
            en | | They met on May 7th, 2022.           | May 7th, 2022 = 2022-05-07
            en | | They met on the 7th of May, 2022.    | 7th of May, 2022 = 2022-05-07
            en | | Opened Friday, May 8, 2009.          | Friday, May 8, 2009 = 2009-05-08
            en | | They met in June of 1992.            | June of 1992 = 1992-06-01/1992-06-30
            ru | | Мост открыли 7 мая 2022 года.        | 7 мая 2022 года = 2022-05-07
            ru | | Мост открыли 7-го мая 2022 г.        | 7-го мая 2022 г. = 2022-05-07
            ru | | Мост закрыли в марте 1998 года.      | марте 1998 года = 1998-03-01/1998-03-31
            en | | Logged 2022-05-07 here.              | 2022-05-07 = 2022-05-07
            en | | Logged 07.05.2022 here.              | 07.05.2022 = 2022-05-07
            ru | | Запись от 05/07/2022 цела.           | 05/07/2022 = 2022-07-05
            en | | Logged 25/7/2022 here.               | 25/7/2022 = 2022-07-25
            en | | Due 05-Aug-2016 at noon.             | 05-Aug-2016 = 2016-08-05
            """)
    void daysAndMonthsAreReadInEveryOrder(String language, String date, String text, String expected) {
        check(language, date, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | | The mill burned in 1911.             | 1911 = 1911-01-01/1911-12-31
            en | | The post-1990 houses are dry.        | 1990 = 1990-01-01/1990-12-31
            en | | Fashion of the 1960s returned.       | 1960s = 1960-01-01/1969-12-31
            en | | Fashion of the '60s returned.        | '60s = 1960-01-01/1969-12-31
            en | | In the nineties it closed.           | nineties = 1990-01-01/1999-12-31
            en | | An eighteenth century barn stood.    | eighteenth century = 1701-01-01/1800-12-31
            en | | It was the early twentieth century.  | early twentieth century = 1901-01-01/2000-12-31
            en | | Ready by early 2024.                 | early 2024 = 2024-01-01/2024-12-31
            en | | Ready in the summer of 2023.         | summer of 2023 = 2023-06-01/2023-08-31
            en | | Sales in Q3 2021 fell.               | Q3 2021 = 2021-07-01/2021-09-30
            en | | In the first half of 2020 it rained. | first half of 2020 = 2020-01-01/2020-06-30
            en | | Rome burned in AD 64.                | AD 64 = 0064-01-01/0064-12-31
            en | | The vase is from 500 BC.             | 500 BC = -0499-01-01/-0499-12-31
            en | | In the twenty-first century it fell. | twenty-first century = 2001-01-01/2100-12-31
            en | | The 2013–14 season was short.        | 2013–14 = 2013-01-01/2014-12-31
            en | | Founded: 1867 by monks.              | 1867 = 1867-01-01/1867-12-31
            ru | | Отчёт за I квартал 2023 года.        | I квартал 2023 года = 2023-01-01/2023-03-31
            de | | Am 7. Mai 2022 regnete es.           | 7. Mai 2022 = 2022-05-07
            es | | El 7 de mayo de 2022 nevó.           | 7 de mayo de 2022 = 2022-05-07
            ja | | 2022年5月7日                         | 2022年5月7日 = 2022-05-07
            ru | | В 1990-е годы всё закрылось.         | 1990-е годы = 1990-01-01/1999-12-31
            ru | | В начале 90-х годов стало тише.      | В начале 90-х годов = 1990-01-01/1999-12-31
            ru | | Усадьба XIX века сгорела.            | XIX века = 1801-01-01/1900-12-31
            ru | | Летом 1943 года было жарко.          | Летом 1943 года = 1943-06-01/1943-08-31
            ru | | Во втором квартале 2021 года тихо.   | втором квартале 2021 года = 2021-04-01/2021-06-30
            ru | | Крепость основана в 988 году.        | 988 году = 0988-01-01/0988-12-31
            ru | | Храм возвели в 480 году до н. э.     | 480 году до н. э. = -0479-01-01/-0479-12-31
            """)
    void yearsDecadesAndCenturiesAreIntervals(String language, String date, String text, String expected) {
        check(language, date, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | 2022-05-07 | It began on February 24.           | February 24 = 2022-02-24
            en | 2022-01-05 | It began on December 24.           | December 24 = 2021-12-24
            en | 2022       | It began on December 24.           | December 24 = 2022-12-24
            en |            | It began on December 24.           | December 24 =
            en | 2022-05-07 | By the end of March it was over.   | March = 2022-03-01/2022-03-31
            en | 1850       | Born 3 June 1831, wed on 5 July.   | 3 June 1831 = 1831-06-03 ; 5 July = 1831-07-05
            en |            | Open from March to August 2011.    | March = 2011-03-01/2011-03-31 ; August 2011 = 2011-08-01/2011-08-31
            en |            | It ran 24–25 February 2022.        | 24 = 2022-02-24 ; 25 February 2022 = 2022-02-25
            en | 2021       | It ran September 8–10 in the park. | September 8 = 2021-09-08 ; 10 = 2021-09-10
            ru | 2022-05-07 | Всё началось 24 февраля.           | 24 февраля = 2022-02-24
            """)
    void aMissingYearIsThatOfTheDatesAroundOrOfTheDocument(String language, String date, String text, String expected) {
        check(language, date, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | | The farm has 2000 people and 1950 cows.
            en | | You may march on 5 roads.
            en | | Pay 2,022 dollars for 1999 kg.
            en | | They came last week and left yesterday.
            en | | April Jones and June Carter sang.
            en | | See page 1984 of volume 2001.
            en | | It cost $1999.
            ru | | Приехало около 2000 человек.
            ru | | Он прожил 1900 дней в лесу.
            """)
    void numbersAndWordsThatOnlyLookLikeDatesAreNone(String language, String date, String text) {
        check(language, date, text, "");
    }

    @Test
    void monthNamesAreThoseOfCldr() {
        for (String language : List.of("en", "ru")) {
            String[] months = DateFormatSymbols.getInstance(Locale.of(language)).getMonths();
            for (int month = 1; month <= 12; month++) {
                assertThat(DateWord.ALL.get(months[month - 1])).isEqualTo(new DateWord(DateWord.Role.MONTH, month));
            }
        }
    }

    private static void check(String language, String date, String text, String expected) {
        EdtfDate document = EdtfDate.parse(date == null ? "" : date);
        Input input = new Input(text, new Tokens(text), language, document, List.of());
        String found = new Dates()
                .recognise(input).stream()
                        .map(mention -> describe(text, (Mention.Date) mention))
                        .collect(Collectors.joining(" ; "));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    private static String describe(String text, Mention.Date date) {
        String days = date.days()
                .map(range ->
                        range.from().equals(range.to()) ? " " + range.from() : " " + range.from() + "/" + range.to())
                .orElse("");
        return date.span().in(text) + " =" + days;
    }
}
