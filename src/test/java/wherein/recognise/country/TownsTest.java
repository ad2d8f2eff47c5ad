package wherein.recognise.country;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row: a sentence of our own, and every country in it. */
class TownsTest {

    private static final Countries COUNTRIES = new Countries();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
        The dairy in Upper Quillow, Vermont, is for sale.     | Upper Quillow=US city
        QUILLOW FALLS, Minn. (AP) - Snow fell.                | QUILLOW FALLS=US city
        She teaches near Brackendown, Alta., in a barn.       | Brackendown=CA city
        He left Old Brack, NJ, and never went back to Old Brack. | Old Brack=US city, Old Brack=US city
        Ferries call at St. Quillow, Nova Scotia, daily.      | St. Quillow=CA city
        Tom Quillow, Texas Gov. Lee's aide, resigned.         | nothing
        However, Ohio farmers disagreed on Monday, Ohio time. | nothing
        Quillow University, Ohio, hired him.                  | nothing
        """)
    void aNameWithItsStateBehindItIsATownThere(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line == null ? "" : line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
        Пожар начался в селе Верхний Брод Тамбовской области. | Верхний Брод=RU city
        Он родился в деревне Дубки Рославльского района Смоленской области. | Дубки=RU city
        Жители посёлка Сосновка Львовской области спорят.     | Сосновка=UA city
        Жители Тамбовской области спорят.                     | nothing
        """)
    void aNameWithItsOblastBehindItIsATownThere(String text, String line) {
        assertThat(Ledger.of(COUNTRIES, text, "ru")).isEqualTo(line == null ? "" : line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
        A Lebanon man was held, Laclede County Sheriff Ann Doe said. Deputies found the car in Missouri. | Lebanon=US city
        Deputies closed the road. Idaho troopers took a Moscow woman home. | Moscow=US city
        The mayor of Moscow met troopers from Minsk.          | Moscow=RU city, Minsk=BY city
        From Texas he flew to Paris and met French farmers.   | Paris=FR city, French=FR demonym
        Firemen came from Elkhart. Indiana sent more to Goshen, Indiana. | Elkhart=US city, Goshen=US city
        Boats sank in Toledo. A Toledo woman saw them.        | Toledo=US city, Toledo=US city
        """)
    void aNameThatManyPlacesBearIsThatOfThePlaceAtHome(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line == null ? "" : line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
        Leicester firefighters saved a dog.                   | Leicester=GB city
        An Akron couple won.                                  | Akron=US city
        """)
    void aTownStandsBeforeWhatATownHas(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line == null ? "" : line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
        Jordan smiled and shut the door.                      | nothing
        India told her brother that she was cold.             | nothing
        Chad's president met him.                             | Chad=TD name
        England painted barns. His aunt, Mary England, sold them. | nothing
        Rep. Tom Foe of Georgia abstained.                    | nothing
        Georgia-Chemical sold its mill.                       | nothing
        Georgia-Armenia talks began.                          | Georgia=GE name, Armenia=AM name
        Iceland cut the price of frozen peas in all its shops. | nothing
        Ferries to Jersey were full.                          | Jersey=JE name
        Set it to fr-CA or en-US and save it as US-ASCII.     | nothing
        JOIN US                                               | nothing
        The US-EU pact and an anti-US march                   | US=US name, US=US name
        Japan's House of Representatives met.                 | Japan=JP name, House of Representatives=JP government
        Air India and the Bank of Japan agreed.               | India=IN name*, Japan=JP name*
        """)
    void whatOnlyLooksLikeACountryIsNone(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line == null ? "" : line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
        uk | Потяг їде з Румунії до Словаччини через Чехію.    | Румунії=RO name, Словаччини=SK name, Чехію=CZ name
        uk | Шведський кораблик і німецька баржа               | Шведський=SE demonym, німецька=DE demonym
        pl | Wracali z Hiszpanii do Kanady i Wielkiej Brytanii. | Hiszpanii=ES name, Kanady=CA name, Wielkiej Brytanii=GB name
        pl | Byli na Węgrzech i we Włoszech.                   | Węgrzech=HU name, Włoszech=IT name
        de | Die polnische Regierung lobt die Wirtschaft Italiens. | polnische=PL demonym, Italiens=IT name
        de | Ein spanischer Tanz                               | nothing
        fr | Le ministre italien salue les Espagnols.          | italien=IT demonym, Espagnols=ES demonym
        it | Il governo tedesco tace.                          | tedesco=DE demonym
        nl | De Franse regering zwijgt.                        | Franse=FR demonym
        """)
    void namesAndAdjectivesHaveTheFormsOfTheirLanguage(String language, String text, String line) {
        assertThat(Ledger.of(COUNTRIES, text, language)).isEqualTo(line == null ? "" : line);
    }
}
