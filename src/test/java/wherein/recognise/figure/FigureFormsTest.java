package wherein.recognise.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** Forms of numbers that news and accounts have. Each row: the language, a sentence of our own, and every figure in it. */
final class FigureFormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | 10–12 million bees died.                     | 10–12 million = 10000000..12000000 bee
            en | Bring 10‑15 baskets.                         | 10‑15 = 10..15 basket
            en | Bring 10—15 baskets.                         | 10—15 = 10..15 basket
            en | The tide fell 10−12 cm.                      | 10−12 cm = 10..12 cm
            en | Five to six hundred hens, 2 to 3 thousand eggs. | Five to six hundred = 500..600 hen; 2 to 3 thousand = 2000..3000 egg
            en | The beam weighs 2×10^3 kg, the dust 3×10⁻⁶ g. | 2×10^3 kg = 2000 kg; 3×10⁻⁶ g = 0.000003 g
            en | Hatton lost 1 – 2 to Meriden.                | ""
            en | They won 25-30 seats.                        | 25-30 = 25..30 seat
            """)
    void aDashMakesARangeAndAScoreIsNone(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | The ferry carried 3m passengers past a 3m wall. | 3m = 3000000 people; 3m = 3 m
            en | Its population is 4m.                        | 4m = 4000000
            en | The quay is 4m high.                         | 4m = 4 m
            en | 7bn eels, 40k pots, 12pc of them.            | 7bn = 7000000000 eel; 40k = 40000 pot; 12pc = 12 percent
            en | It owes £2.5tr, $8MM and €6mil.              | £2.5tr = 2500000000000 GBP; $8MM = 8000000 USD; €6mil = 6000000 EUR
            fr | Le port doit 5 M€ et 3 Md€.                  | 5 M€ = 5000000 EUR; 3 Md€ = 3000000000 EUR
            es | El dique costó 45 mil euros.                 | 45 mil euros = 45000 EUR
            """)
    void lettersAreScalesByWhatStandsAround(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | The toll in Pretoria is R9,500.              | R9,500 = 9500 ZAR
            en | The toll in Abuja is N750.                   | N750 = 750 NGN
            en | The R2 droid, the N75 mask.                  | ""
            en | Somebody paid R9,500.                        | R9,500 = 9500
            en | The NZ$40, $HK50, $A60 and HK $70 stamps.    | NZ$40 = 40 NZD; $HK50 = 50 HKD; $A60 = 60 AUD; HK $70 = 70 HKD
            en | CHF40, 50 CHF and GBP 6bn.                   | CHF40 = 40 CHF; 50 CHF = 50 CHF; GBP 6bn = 6000000000 GBP
            en | In Oslo it costs 90 kr, in Lahore Rs. 800.   | 90 kr = 90 NOK; Rs. 800 = 800 PKR
            en | It costs ¥900.                               | ¥900 = 900
            en | The tram in Kyoto costs ¥900.                | ¥900 = 900 JPY
            da | Billetten koster 90 kr.                      | 90 kr = 90 DKK
            en | It fell to -£3 million.                      | -£3 million = -3000000 GBP
            """)
    void aSignOfSeveralCurrenciesIsThatOfTheDocument(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | The reel weighs 3 pounds 4 ounces.           | 3 pounds 4 ounces = 3.25 lb
            en | It took 2 hours 15 minutes.                  | 2 hours 15 minutes = 2.25 hours
            en | A bun is 3 pounds 50 pence, a roll 80 pence. | 3 pounds 50 pence = 3.5 GBP; 80 pence = 0.8 GBP
            ru | Булка стоит 30 рублей 50 копеек.             | 30 рублей 50 копеек = 30.5 RUB
            ru | Собрано 2 млн 300 тыс. яиц.                  | 2 млн 300 тыс. = 2300000 яйцо
            en | Three million and a half eggs.               | Three million and a half = 3500000 egg
            en | It holds five and two thirds litres.         | five and two thirds litres = 5.6666666666666667 l
            en | It lasted a year and a half.                 | a year and a half = 1.5 years
            en | A quarter million eggs; half a billion.      | A quarter million = 250000 egg; half a billion = 500000000
            de | Sie wartete zweieinhalb Stunden.             | zweieinhalb Stunden = 2.5 hours
            fr | Le pain coûte 2 euros 40, le sel 3 euros.    | 2 euros 40 = 2.4 EUR; 3 euros = 3 EUR
            fr | Le pain coûte 4 dollars et 35 cents.         | 4 dollars et 35 cents = 4.35 USD
            fr | Le pain coûte douze euros et vingt cents.    | douze euros et vingt cents = 12.2 EUR
            es | El pan cuesta 7 euros con 60.                | 7 euros con 60 = 7.6 EUR
            es | El pan cuesta 7 euros y sesenta céntimos.    | 7 euros y sesenta céntimos = 7.6 EUR
            de | Das Brot kostet 6 Euro 20.                   | 6 Euro 20 = 6.2 EUR
            en | It cost 5 euros 30 years ago.                | 5 euros = 5 EUR; 30 years = 30 years
            en | He had 5 dollars, 20 of them torn.           | 5 dollars = 5 USD; 20 = 20
            """)
    void twoPartsAreOneNumberInTheGreater(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | Flax rose 4% to 92 crowns.                   | 4% = 4 percent; 92 = 92 crown
            en | Flax rose by $3 million to $7 million.       | $3 million = 3000000 USD; $7 million = 7000000 USD
            en | Flax rose 4 to 6 percent.                    | 4 to 6 percent = 4..6 percent
            en | It was minus-12 degrees, then 7 degrees below zero. | minus-12 degrees = -12 °; 7 degrees below zero = -7 °
            en | Take 9 minus 4.                              | 9 = 9; 4 = 4
            """)
    void aStepAndWhatCameOfItAreTwo(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | The hall lodges 40 dockworkers and 3 POWs.   | 40 = 40 people; 3 = 3 people
            en | Nine were injured, killing two.              | Nine = 9 people; two = 2 people
            ru | Ночуют 40 чел. и 12 семей.                   | 40 = 40 people; 12 = 12 семья
            ru | Хлеб раздали пятидесяти рыбакам.             | пятидесяти = 50 people
            ru | Там живёт 30-тысячный посёлок.               | 30-тысячный = 30000
            ru | Её пятилетняя сестра и сорокалетний брат.    | пятилетняя = 5 years; сорокалетний = 40 years
            uk | Її семирічна сестра і 30-річний брат.        | семирічна = 7 years; 30-річний = 30 years
            de | Ihre fünfjährige Schwester.                  | fünfjährige = 5 years
            en | ¾ of the eels; one over 50 of the toll.      | ¾ = 75 percent; one over 50 = 2 percent
            """)
    void peopleSharesAndAgesAreToldByTheirWords(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | A type 2 pump, a grade 5 bolt.
            en | It grounded the 767 jets and bought an ID.5 car.
            en | The FTSE 100 firms, the S&P 500 companies.
            en | Dial 555 0134 or 020 7946 0018.
            ru | По п. 4 ч. 2 ст. 11 закона.
            de | Nach § 5, Art. 7 und S. 12.
            en | The team moved to Orchard 4.2 in spring.
            en | They live on Eight Acre Road.
            fr | 4.3. Les années de guerre
            it | Si veda la Figura 2.3 del libro.
            """)
    void namesAndLabelsAreNoFigures(String language, String text) {
        check(language, text, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            uk | Приїхали двадцять п'ять лікарів.             | двадцять п'ять = 25 people
            uk | Податок зріс до семи цілих трьох десятих відсотка. | семи цілих трьох десятих відсотка = 7.3 percent
            ru | Налог равен пяти целым шести десятым процента. | пяти целым шести десятым процента = 5.6 percent
            pl | Przyszło ponad trzystu dwudziestu rybaków.   | trzystu dwudziestu = 320
            pl | Dwa i pół roku, półtora miliona złotych.     | Dwa i pół roku = 2.5 years; półtora miliona złotych = 1500000 PLN
            fr | Une quinzaine de marins, un demi-million d'euros. | Une quinzaine = 15; un demi-million d'euros = 500000 EUR
            fr | Trois virgule deux pour cent, deux tiers.    | Trois virgule deux pour cent = 3.2 percent; deux tiers = 66.67 percent
            de | Mehr als dreihundert Schüler, die Hälfte.    | dreihundert = 300 people; Hälfte = 50 percent
            es | Tres coma dos por ciento; entre 5 y 10 mil vecinos. | Tres coma dos por ciento = 3.2 percent; 5 y 10 mil = 5000..10000 people
            it | Due milioni e mezzo di euro, tre su dieci.   | Due milioni e mezzo = 2500000; tre su dieci = 30 percent
            nl | Anderhalf miljoen inwoners, twee derde.      | Anderhalf miljoen = 1500000 people; twee derde = 66.67 percent
            pt | Meio milhão de pessoas, um terço.            | Meio milhão = 500000 people; um terço = 33.33 percent
            ar | سبعة آلاف شخص                                | سبعة آلاف = 7000 people
            ar | ثلاثة وعشرون بالمئة                          | ثلاثة وعشرون بالمئة = 23 percent
            zh | 两千四百名学生，百分之八，六成。             | 两千四百 = 2400 people; 百分之八 = 8 percent; 六成 = 60 percent
            zh | 第三次会议十分重要。                         | ""
            ja | 3万5千人、約四百人、八割。                   | 3万5千 = 35000 people; 四百 = 400 people; 八割 = 80 percent
            """)
    void numbersInTheWordsOfManyLanguagesAreRead(String language, String text, String expected) {
        check(language, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | The plant cost 45 MEUR, the dam 8 MSEK.      | 45 MEUR = 45000000 EUR; 8 MSEK = 8000000 SEK
            de | Der Umsatz lag bei 730 TEUR.                 | 730 TEUR = 730000 EUR
            en | Sales were 62 USD million last year.         | 62 USD million = 62000000 USD
            en | It lost 3 mln dlrs, or 4 per centum.         | 3 mln dlrs = 3000000 USD; 4 per centum = 4 percent
            en | A quake of Magnitude 5.4 was felt.           | 5.4 = 5.4
            en | In spring Two Oaks sold 2.5 tonnes.          | 2.5 tonnes = 2.5 t
            fr | La maison vaut 84.000 € ou 95.500 dollars.   | 84.000 € = 84000 EUR; 95.500 dollars = 95500 USD
            fr | Il y a 12.000 habitants.                     | 12.000 = 12000 people
            es | Vinieron entre el doce y el quince por ciento. | doce y el quince por ciento = 12..15 percent
            de | Es waren fuenfhundertzwoelf Hefte.           | fuenfhundertzwoelf = 512
            """)
    void scalesAndGroupsAreReadAsTheLanguageWritesThem(String language, String text, String expected) {
        check(language, text, expected);
    }

    private static void check(String language, String text, String expected) {
        Input input = new Input(text, new Tokens(text), language, EdtfDate.UNKNOWN, List.of());
        String found = new Figures()
                .read(input).figures().stream()
                        .map(figure -> tell(text, figure))
                        .collect(Collectors.joining("; "));
        assertThat(found).isEqualTo(expected);
    }

    private static String tell(String text, Mention.Figure figure) {
        String least = figure.min().stripTrailingZeros().toPlainString();
        String most = figure.max().stripTrailingZeros().toPlainString();
        String value = least.equals(most) ? least : least + ".." + most;
        return (figure.span().in(text) + " = " + value + " " + figure.unit()).strip();
    }
}
