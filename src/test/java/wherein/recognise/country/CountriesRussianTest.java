package wherein.recognise.country;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesRussianTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Рыбаки Норвегии продают треску Португалии.        | Норвегии=NO name, Португалии=PT name
        Соединённых Штатов Америки, США и Америкой        | Соединённых Штатов Америки=US name, США=US name, Америкой=US name
        В ФРГ, КНР, ЮАР и ОАЭ сегодня тепло.              | ФРГ=DE name, КНР=CN name, ЮАР=ZA name, ОАЭ=AE name
        Нидерландов, Филиппинах и Арабским Эмиратам       | Нидерландов=NL name, Филиппинах=PH name, Арабским Эмиратам=AE name
        Северной Кореей и Южную Корею                     | Северной Кореей=KP name, Южную Корею=KR name
        Советского Союза и СССР давно нет.                | Советского Союза=SU name, СССР=SU name
        Израилем, Египта, Чили, Марокко и Конго           | Израилем=IL name, Египта=EG name, Чили=CL name, Марокко=MA name, Конго=CD name
        """)
    void namesOfCountriesAreFoundInEveryCase(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        российскому, финляндская, чилийскими, вьетнамского | российскому=RU demonym, финляндская=FI demonym, чилийскими=CL demonym, вьетнамского=VN demonym
        Пришли два немца, три чеха, турок, грузины и армяне. | немца=DE demonym, чеха=CZ demonym, турок=TR demonym, грузины=GE demonym, армяне=AM demonym
        россиянок, украинками, англичан, корейцев, болгар  | россиянок=RU demonym, украинками=UA demonym, англичан=GB demonym, корейцев=KR demonym, болгар=BG demonym
        советско-польская и российско-китайский            | советско=SU demonym, польская=PL demonym, российско=RU demonym, китайский=CN demonym
        """)
    void peoplesAndAdjectivesAreFoundInEveryCase(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Поезд из Нижнего Новгорода идёт в Набережные Челны. | Нижнего Новгорода=RU city, Набережные Челны=RU city
        Баржа плывёт под Ростовом-на-Дону и в Йошкар-Оле.   | Ростовом-на-Дону=RU city, Йошкар-Оле=RU city
        Он учился в Тюмени, Ярославле, Орле и Афинах.       | Тюмени=RU city, Ярославле=RU city, Орле=RU city, Афинах=GR city
        Владимир Петров живёт во Владимире.                 | Владимире=RU city
        Житель Грозного звонил в Нью-Йорк.                  | Грозного=RU city, Нью-Йорк=US city
        """)
    void citiesAreFoundInEveryCase(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Москва заявила протест, а в Москве шёл дождь.  | Москва=RU government, Москве=RU city
        Госдумой, Кремлю, Белого дома и бундестага     | Госдумой=RU government, Кремлю=RU government, Белого дома=US government, бундестага=DE government
        Переговоры с Пекином идут; Киев обвинил Минск. | Пекином=CN government, Киев=UA government, Минск=BY government
        """)
    void aSeatOrACapitalMayStandForTheGovernment(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
        Она говорит на французском языке, он знает английский. | nothing
        Роман перевели с испанского на немецкий.               | nothing
        Того же мнения держится сосед.                         | nothing
        Антон Чехов и Георгий Иванов не встречались.           | nothing
        Поляков и Шведов забили по голу.                       | nothing
        Иван Грозный правил долго.                             | nothing
        Латинская Америка, Европа, Запад и Средняя Азия        | nothing
        Штат Нью-Мексико и Новый Южный Уэльс                   | nothing
        Музыканты «Ленинграда» играют в группе «Ленинград».    | nothing
        Джек Лондон и Михаил Калинин                           | nothing
        """)
    void whatOnlyLooksLikeACountryIsNone(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line == null ? "" : line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Счёт открыл Банк России.           | России=RU name*
        Партия «Новая Литва» проиграла.    | Литва=LT name*
        Президент России приехал.          | России=RU name
        """)
    void aFormInsideAnotherNameIsNested(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line);
    }
}
