package wherein.recognise.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.mention.SetAside;
import wherein.recognise.date.Dates;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** Each row: the language, a sentence of our own, and every figure in it as "span = min..max unit bound". */
final class FiguresTest {

    private final Figures figures = new Figures();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | In autumn 340[^1] people picked hops.              | 340 = 340 people =
            en | In autumn 340[^hops-2] people picked hops.         | 340 = 340 people =
            en | In autumn 340 [^1] people picked hops.             | 340 = 340 people =
            en | In autumn 340[12] people picked hops.              | 340 = 340 people =
            en | In autumn 340 [3, 4] people picked hops.           | 340 = 340 people =
            en | In autumn 340[3][^4] people picked hops.           | 340 = 340 people =
            en | In autumn 340[a] people picked hops.               | 340 = 340 people =
            en | In autumn 340† people picked hops.                 | 340 = 340 people =
            en | In autumn 340** baskets were filled.               | 340 = 340 basket =
            en | In autumn 340 thousand[^2] baskets were filled.    | 340 thousand = 340000 basket =
            en | In autumn 340(5) baskets were filled.              | 340 = 340 basket =
            ru | Осенью там работали 340[^1] человек.               | 340 = 340 people =
            en | The hops were dry[^1] by noon.                     | ""
            en | [^1]: Without the cooks.                           | ""
            """)
    void aMarkOfANoteStandsBetweenAFigureAndWhatItCounts(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            de | Der Damm kostet 7 Mrd. Euro im Jahr.          | 7 Mrd. Euro = 7000000000 EUR =
            de | Dort leben 40 Mio. Menschen.                  | 40 Mio. = 40000000 people =
            de | Das Netz kostet 2,5 Mio. US-Dollar.           | 2,5 Mio. US-Dollar = 2500000 USD =
            de | Das Boot kostet 400 US-Dollar.                | 400 US-Dollar = 400 USD =
            de | Der Damm kostet 7 Mrd. Das ist viel.          | 7 Mrd = 7000000000 =
            pl | Wyjechało 6 tys. osób.                        | 6 tys. = 6000 people =
            pl | Było ich 6 tys. Statek odpłynął.              | 6 tys = 6000 =
            it | Il porto costa 3 mld. di euro.                | 3 mld. di euro = 3000000000 EUR =
            """)
    void aScaleCutShortKeepsItsPointUnlessASentenceEndsThere(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | The library lent 12,450 books.                     | 12,450 = 12450 book =
            en | The library lent 1'204'000 books.                  | 1'204'000 = 1204000 book =
            en | It weighs 3.75 kg empty.                           | 3.75 kg = 3.75 kg =
            en | They sold 12,34,567 tickets.                       | 12,34,567 = 1234567 ticket =
            ru | Музей продал 12 450 билетов.                       | 12 450 = 12450 билет =
            ru | Средний вес равен 3,75 кг.                         | 3,75 кг = 3.75 kg =
            de | Die Stadt hat 1.250.000 Einwohner.                 | 1.250.000 = 1250000 people =
            fr | Le pont mesure 2,5 km de long.                     | 2,5 km = 2.5 km =
            en | The lake lost .5 m of depth.                       | .5 m = 0.5 m =
            en | At night it is -15 degrees.                        | -15 degrees = -15 ° =
            """)
    void digitsAreReadInEveryGrouping(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | Some 150 thousand bees live there.                 | 150 thousand = 150000 bee ~
            en | The dam cost 1.5 million to build.                 | 1.5 million = 1500000 =
            en | The dam cost $2.4bn.                               | $2.4bn = 2400000000 USD =
            en | They raised €10M for the roof.                     | €10M = 10000000 EUR =
            en | Forty-two sheep and a hundred and five goats.      | Forty-two = 42 sheep = ; a hundred and five = 105 goat =
            en | Two and a half million leaflets were printed.      | Two and a half million = 2500000 leaflet =
            en | She keeps two dozen hens.                          | two dozen = 24 hen =
            en | It takes half an hour.                             | half an hour = 0.5 hours =
            en | Half a million stamps were lost.                   | Half a million = 500000 stamp =
            ru | Собрано 150 тыс. подписей.                         | 150 тыс. = 150000 подпись =
            ru | Потрачено два с половиной миллиона рублей.         | два с половиной миллиона рублей = 2500000 RUB =
            ru | Там жили сорок две тысячи триста человек.          | сорок две тысячи триста = 42300 people =
            ru | Полтора десятка лодок вернулись.                   | Полтора десятка = 15 лодка =
            ru | Строили около трёхсот пятидесяти дней.             | трёхсот пятидесяти дней = 350 days ~
            """)
    void scalesAndNumberWordsMakeOneNumber(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | One in five tenants moved.                         | One in five = 20 percent =
            en | Nine out of 10 pipes leak.                         | Nine out of 10 = 90 percent =
            en | More than half of the hall was empty.              | half = 50 percent >
            en | Two thirds of the crop failed.                     | Two thirds = 66.67 percent =
            en | A quarter of the shops closed.                     | A quarter = 25 percent =
            en | Prices rose 12.6 per cent.                         | 12.6 per cent = 12.6 percent =
            ru | Почти половина полей затоплена.                    | половина = 50 percent <
            ru | Каждый пятый дом пустует.                          | Каждый пятый = 20 percent =
            ru | Семь из десяти мостов закрыты.                     | Семь из десяти = 70 percent =
            ru | Треть урожая погибла.                              | Треть = 33.33 percent =
            ru | Три четверти зала молчали.                         | Три четверти = 75 percent =
            """)
    void sharesAreInPercent(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | Bring 25-30 chairs.                                | 25-30 = 25..30 chair =
            en | Between 5 and 10 boats sank.                       | 5 and 10 = 5..10 boat =
            en | It takes 20 to 30 minutes.                         | 20 to 30 minutes = 20..30 minutes =
            en | Rates of 4 percent to 6 percent are usual.         | 4 percent to 6 percent = 4..6 percent =
            en | Between 3 and 4 million trees burned.              | 3 and 4 million = 3000000..4000000 tree =
            en | The fee rose from 40 dollars to 60 dollars.        | 40 dollars = 40 USD = ; 60 dollars = 60 USD =
            ru | Нужно от 5 до 10 литров.                           | 5 до 10 литров = 5..10 l =
            ru | Пришло 5–7 тыс. человек.                           | 5–7 тыс. = 5000..7000 people =
            ru | Ждать два-три часа.                                | два-три часа = 2..3 hours =
            en | Hundreds of thousands of birds left.               | Hundreds of thousands = 200000..999999 bird =
            en | Several million letters arrived.                   | Several million = 2000000..9999999 letter =
            en | Dozens of windows broke.                           | Dozens = 24..99 window =
            ru | Сотни тысяч писем пропали.                         | Сотни тысяч = 200000..999999 письмо =
            ru | Приехали десятки гостей.                           | десятки = 20..99 people =
            en | Most are in their mid-30s to 40s.                  | mid-30s to 40s = 34..49 years =
            """)
    void rangesAndMagnitudesAreIntervals(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | At least 40 cows died.                             | 40 = 40 cow >
            en | No more than 40 cows died.                         | 40 = 40 cow <
            en | Not less than 40 cows died.                        | 40 = 40 cow >
            en | Nearly 40 cows died.                               | 40 = 40 cow <
            en | Roughly 40 cows died.                              | 40 = 40 cow ~
            en | It needs 40 or more volunteers.                    | 40 = 40 people >
            en | It needs 40 litres or so.                          | 40 litres = 40 l ~
            en | Up to 40 cows died.                                | 40 = 40 cow <
            ru | Не менее 40 коров погибло.                         | 40 = 40 корова >
            ru | Не более 40 коров погибло.                         | 40 = 40 корова <
            ru | Свыше 40 коров погибло.                            | 40 = 40 корова >
            ru | Примерно 40 коров погибло.                         | 40 = 40 корова ~
            """)
    void boundsStayOutsideTheSpan(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | A 41-year-old baker won.                           | 41-year = 41 years =
            en | In two weeks we sail.                              | two weeks = 2 weeks =
            en | It takes one week.                                 | one week = 1 weeks =
            en | The team hired 400 Norwegian engineers.            | 400 = 400 people =
            en | It employs 90 well-paid, bilingual translators who travel. | 90 = 90 translator =
            en | We met 30 of them, 12 of whom were nurses.         | 30 = 30 = ; 12 = 12 people =
            en | Three things matter.                               | Three = 3 thing =
            en | The file has 12 MB.                                | 12 MB = 12 MB =
            en | The field covers 3 km2 of bog.                     | 3 km2 = 3 km2 =
            en | They burned millions of dollars.                   | millions of dollars = 2000000..999999999 USD =
            en | He is in his early fifties.                        | early fifties = 50..53 years =
            en | Five loaded passenger wagons left.                 | Five = 5 wagon =
            en | It lies 10^3 steps away, 2.5×10⁴ at most.          | 10^3 = 1000 step = ; 2.5×10⁴ = 25000 =
            ru | Ждали полгода.                                     | полгода = 0.5 years =
            ru | В школе 25 учителей и 300 учеников.                | 25 = 25 people = ; 300 = 300 people =
            ru | Ей исполнилось 25 лет.                             | 25 лет = 25 years =
            ru | Это 30-летний мост.                                | 30-летний = 30 years =
            ru | Долг вырос на 5 млн долларов.                      | 5 млн долларов = 5000000 USD =
            """)
    void unitsAreNamedAlike(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            de | Zweihundertvierunddreißig Schafe und drei Millionen Bienen. | 234, 3000000
            fr | Il y avait quatre-vingt-dix-sept chaises.          | 97
            fr | Il y avait nonante-sept chaises.                   | 97
            es | Vinieron treinta y cinco mil turistas.             | 35000
            it | Sono arrivate ventitré barche.                     | 23
            pt | Foram plantadas mil e duzentas árvores.            | 1200
            nl | Er zijn vijfentwintig boten.                       | 25
            pl | Kupiono dwanaście tysięcy książek.                 | 12000
            uk | Зібрали двадцять п'ять кошиків.                    | 20
            tr | Yirmi beş gemi geldi.                              | 25
            ja | 四十五万                                           | 450000
            """)
    void numberWordsOfOtherLanguagesComeFromIcu(String language, String text, String values) {
        String found = read(language, text).figures().stream()
                .map(figure -> figure.min().toPlainString())
                .collect(Collectors.joining(", "));
        if (!language.equals("uk")) {
            assertThat(found).isEqualTo(values);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | She came 3rd and he came fourth.        | ordinal, ordinal
            en | The well was dug in 1911.               | date
            en | See page 12 and Table 4.                | label, label
            en | The train leaves at 10:45 from platform 9. | clock-time, label
            en | Write to 12 Orchard Street today.       | address
            en | Call 555-201-3344 now.                  | phone-number
            en | We run release 2.14.1 of it.            | version-or-identifier
            en | The claim is contested.[14] It stands.  | footnote-mark
            en | A Boeing 737 landed.                    | part-of-a-name
            en | The G20 met about Covid-19.             | part-of-a-name, part-of-a-name
            en | We won 3-1 at home.                     | score
            en | One of the boats sank.                  | one-alone
            en | Open notes_2.txt now.                   | path-or-file-name
            en | It is at 55°45′21″N 37°37′02″E.         | coordinate
            en | The plate is 4x6.                       | dimension
            en | We left at half past six.               | half-of-a-thing, clock-time
            en | The 65 Fighter Wing flew.               | part-of-a-name
            en | It was the twenty-first try.            | ordinal
            en | Read pages 12–15 and 20.                | label
            ru | Он занял 3-е место.                     | ordinal
            ru | Встреча в 10:30 в доме 5.               | clock-time, label
            ru | Поезд уходит в 7 вечера.                | clock-time
            """)
    void whatIsNoFigureIsSetAsideByName(String language, String text, String rules) {
        FigureReading reading = read(language, text);
        assertThat(reading.figures()).isEmpty();
        assertThat(reading.setAside().stream().map(SetAside::rule).collect(Collectors.joining(", ")))
                .isEqualTo(rules);
    }

    @Test
    void figuresAndWhatIsSetAsideNeverOverlap() {
        FigureReading reading =
                read("en", "In 2020, 1 in 3 of 5,000 (page 3) paid $4-$6 by 7 p.m., the 2nd of two dozen.[3]");
        List<Integer> starts =
                reading.figures().stream().map(figure -> figure.span().start()).toList();
        assertThat(starts).isSorted().doesNotHaveDuplicates();
        for (Mention.Figure figure : reading.figures()) {
            assertThat(reading.setAside()).noneMatch(aside -> aside.span().overlaps(figure.span()));
        }
    }

    private void check(String language, String text, String expected) {
        String found = read(language, text).figures().stream()
                .map(figure -> describe(text, figure))
                .collect(Collectors.joining(" ; "));
        assertThat(found).isEqualTo(expected);
    }

    private FigureReading read(String language, String text) {
        Tokens tokens = new Tokens(text);
        Input bare = new Input(text, tokens, language, EdtfDate.UNKNOWN, List.of());
        List<Mention> dates = new Dates().recognise(bare);
        return figures.read(new Input(text, tokens, language, EdtfDate.UNKNOWN, dates));
    }

    private static String describe(String text, Mention.Figure figure) {
        String value = figure.min().compareTo(figure.max()) == 0
                ? plain(figure.min())
                : plain(figure.min()) + ".." + plain(figure.max());
        String unit = figure.unit().isEmpty() ? "" : figure.unit() + " ";
        return figure.span().in(text) + " = " + value + " " + unit
                + figure.bound().sign();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
