package wherein.recognise.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.DateFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.text.Span;
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
            en | | 4.12.17. Harvest and storage
            """)
    void numbersAndWordsThatOnlyLookLikeDatesAreNone(String language, String date, String text) {
        check(language, date, text, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | 2021-09-10 | The school reopens in January.         | January = 2022-01-01/2022-01-31
            en | 2021-09-10 | A fair was held here in January.       | January = 2021-01-01/2021-01-31
            en | 2021-09-10 | The fair of 1988 returns on Oct. 5.    | 1988 = 1988-01-01/1988-12-31 ; Oct. 5 = 2021-10-05
            en | 2021-09-10 | In 1988 he left; on Oct. 5 he wrote.   | 1988 = 1988-01-01/1988-12-31 ; Oct. 5 = 2020-10-05
            en | 2021-09-10 | In 1988 he left, and on Oct. 5 he wrote. | 1988 = 1988-01-01/1988-12-31 ; Oct. 5 = 1988-10-05
            en | 2021-09-10 | Bids are due by Oct. 15.               | Oct. 15 = 2021-10-15
            en | 2021-09-10 | In October last year it rained.        | October = 2020-10-01/2020-10-31
            en | 2021-09-10 | Friday, Sept. 17, is a holiday.        | Friday, Sept. 17 = 2021-09-17
            en | 2021-09-10 | From November 20 to January 4 we rowed. | November 20 = 2020-11-20 ; January 4 = 2021-01-04
            ru | 2021-09-10 | Музей откроется в ноябре.              | ноябре = 2021-11-01/2021-11-30
            ru | 2021-09-10 | Завод закрыли в ноябре.                | ноябре = 2020-11-01/2020-11-30
            fr | 2021-09-10 | Le musée ouvrira en novembre.          | novembre = 2021-11-01/2021-11-30
            de | 2021-09-10 | Das Werk wurde im November verkauft.   | November = 2020-11-01/2020-11-30
            es | 2021-09-10 | El pasado 3 de octubre nevó.           | 3 de octubre = 2020-10-03
            """)
    void aMissingYearIsToldByTheSentenceAndItsVerb(String language, String date, String text, String expected) {
        check(language, date, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | | Seen on 6/7 June 2019.                  | 6 = 2019-06-06 ; 7 June 2019 = 2019-06-07
            en | | Open 1, 2 and 3 May 2019.               | 1 = 2019-05-01 ; 2 = 2019-05-02 ; 3 May 2019 = 2019-05-03
            en | | The tour of 28.02–03.03.2021 was short. | 28.02 = 2021-02-28 ; 03.03.2021 = 2021-03-03
            ru | | С 6 по 9.06.2019 шёл дождь.             | 6 = 2019-06-06 ; 9.06.2019 = 2019-06-09
            de | | Vom 6. bis 9. Juni 2019 regnete es.     | 6 = 2019-06-06 ; 9. Juni 2019 = 2019-06-09
            fr | | Du 6 au 9 juin 2019 il neigea.          | 6 = 2019-06-06 ; 9 juin 2019 = 2019-06-09
            fr | | Il dirigea le port d'avril 2009 à mai 2011. | avril 2009 = 2009-04-01/2009-04-30 ; mai 2011 = 2011-05-01/2011-05-31
            it | | Il ponte è chiuso dall’aprile 2004.     | aprile 2004 = 2004-04-01/2004-04-30
            es | | Del 6 al 9 de junio de 2019 nevó.       | 6 = 2019-06-06 ; 9 de junio de 2019 = 2019-06-09
            pl | | Od 6 do 9 czerwca 2019 r. padało.       | 6 = 2019-06-06 ; 9 czerwca 2019 r. = 2019-06-09
            en | | The winter of 2010/11 was long.         | winter of 2010/11 = 2010-12-01/2011-02-28
            en | | In 2010/11 it rained.                   | 2010/11 = 2010-01-01/2011-12-31
            en | | The war of 1914–18 ended.               | 1914 = 1914-01-01/1914-12-31 ; 18 = 1918-01-01/1918-12-31
            """)
    void eachEndOfARangeIsADateAndASeasonOfTwoYearsIsOne(String language, String date, String text, String expected) {
        check(language, date, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | 2020 | He left in Dec. '19 and in ’98.        | Dec. '19 = 2019-12-01/2019-12-31 ; ’98 = 1998-01-01/1998-12-31
            en | 2020 | The crash of '29 and the '29' on a door. | '29 = 1929-01-01/1929-12-31
            en | 2020 | Sales in 2H 2019 and 1Q19 fell.         | 2H 2019 = 2019-07-01/2019-12-31 ; 1Q19 = 2019-01-01/2019-03-31
            en |      | Since June of sixteen sixty-six it burns. | June of sixteen sixty-six = 1666-06-01/1666-06-30
            en |      | In two thousand and nine it fell.        | two thousand and nine = 2009-01-01/2009-12-31
            ru |      | Это было в тысяча девятьсот пятом году.  | тысяча девятьсот пятом году = 1905-01-01/1905-12-31
            ru |      | В конце 80-х он уехал.                   | В конце 80-х = 1980-01-01/1989-12-31
            ru |      | С 1953-го он жил тут.                    | 1953-го = 1953-01-01/1953-12-31
            ru |      | Дом ХIХ века цел.                        | ХIХ века = 1801-01-01/1900-12-31
            fr |      | Au XIXe siècle et dans les années 90     | XIXe siècle = 1801-01-01/1900-12-31 ; années 90 = 1990-01-01/1999-12-31
            de |      | Im 19. Jahrhundert, in den 1920er Jahren | 19. Jahrhundert = 1801-01-01/1900-12-31 ; 1920er Jahren = 1920-01-01/1929-12-31
            de |      | Im neunzehnten Jahrhundert gebaut        | neunzehnten Jahrhundert = 1801-01-01/1900-12-31
            fr |      | Au dix-septième siècle                   | dix-septième siècle = 1601-01-01/1700-12-31
            nl |      | In de negentiende eeuw                   | negentiende eeuw = 1801-01-01/1900-12-31
            it |      | Nel ventesimo secolo                     | ventesimo secolo = 1901-01-01/2000-12-31
            pl |      | W osiemnastym wieku                      | osiemnastym wieku = 1701-01-01/1800-12-31
            es |      | En el siglo XIX y en verano de 2021      | siglo XIX = 1801-01-01/1900-12-31 ; verano de 2021 = 2021-06-01/2021-08-31
            pl |      | W XIX wieku i latem 2021 roku            | XIX wieku = 1801-01-01/1900-12-31 ; latem 2021 roku = 2021-06-01/2021-08-31
            uk |      | У 1990-ті роки, у травні 2020 року       | 1990-ті роки = 1990-01-01/1999-12-31 ; травні 2020 року = 2020-05-01/2020-05-31
            """)
    void yearsAreReadInWordsAndInShort(String language, String date, String text, String expected) {
        check(language, date, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en    | | Cut on 3/4/2019.                        | 3/4/2019 = 2019-03-04/2019-04-03 [2019-03-04,2019-04-03]
            en    | | Cut on 3/4/2019, then on 30/4/2019.     | 3/4/2019 = 2019-04-03 ; 30/4/2019 = 2019-04-30
            en    | | Cut on 3/4/2019, then on 4/30/2019.     | 3/4/2019 = 2019-03-04 ; 4/30/2019 = 2019-04-30
            en-US | | Cut on 3/4/2019.                        | 3/4/2019 = 2019-03-04
            en-GB | | Cut on 3/4/2019.                        | 3/4/2019 = 2019-04-03
            en    | | Cut on 4/4/2019.                        | 4/4/2019 = 2019-04-04
            fr    | | Du 3/4/2019.                            | 3/4/2019 = 2019-04-03
            """)
    void theOrderOfDayAndMonthIsToldByTheDocumentOrBothAreKept(
            String language, String date, String text, String expected) {
        check(language, date, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | | Rome's 1527 sack hurt.                     | 1527 = 1527-01-01/1527-12-31
            en | | A great 1755 quake came.                   | 1755 = 1755-01-01/1755-12-31
            en | | Its 1500 workers left for Vision 2035.     |
            en | | Agenda 2030's aims are 17.                 |
            ru | | Она весом 2100 г, в 1900 метрах отсюда.    |
            ru | | Он нанёс 1950 ударов.                      |
            ru | | На 80-м году жизни                         |
            """)
    void aYearTellsWhichThingIsMeantAndANameHasNone(String language, String date, String text, String expected) {
        check(language, date, text, expected);
    }

    @Test
    void theCountriesOfADocumentTellTheOrderOfDayAndMonth() {
        String text = "Sealed in London on 3/4/2019.";
        Mention london = new Mention.Country(
                new Span(10, 16), "GB", Mention.Country.Kind.CITY, false, Optional.empty(), "", "planted");
        Input input = new Input(text, new Tokens(text), "en", EdtfDate.UNKNOWN, List.of(london));
        assertThat(new Dates().recognise(input))
                .singleElement()
                .satisfies(
                        date -> assertThat(describe(text, (Mention.Date) date)).isEqualTo("3/4/2019 = 2019-04-03"));
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
        return date.span().in(text) + " =" + days
                + date.readings().map(two -> " " + two).orElse("");
    }
}
