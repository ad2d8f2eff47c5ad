package wherein.recognise.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Seeded;
import wherein.mention.Mention;

class CountriesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        The United States buys cocoa from Ghana.      | United States=US name, Ghana=GH name
        Will Russia pay? Christian Armenians and Kim ask. | Russia=RU name, Armenians=AM demonym
        He left the U.S. for the UK and then the UAE. | U.S.=US name, UK=GB name, UAE=AE name
        Britain's ferries sail to Holland.            | Britain=GB name, Holland=NL name
        Ivory Coast grows more cocoa than Côte d’Ivoire's neighbours do. | Ivory Coast=CI name, Côte d’Ivoire=CI name
        She was born in the USSR and in West Germany at once, she joked. | USSR=SU name, West Germany=DE name
        Burma, Swaziland and the Czech Republic have newer names. | Burma=MM name, Swaziland=SZ name, Czech Republic=CZ name
        Scotland plays Wales on Sunday.               | Scotland=GB name, Wales=GB name
        the cook came from france and hated germany   | france=FR name, germany=DE name
        PERU SIGNS WITH CHILE                         | PERU=PE name, CHILE=CL name
        """)
    void namesAndAbbreviationsAreMentionsOfTheirCountry(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Two Frenchwomen met a Dane and several Spaniards. | Frenchwomen=FR demonym, Dane=DK demonym, Spaniards=ES demonym
        Kazakh miners, Filipino nurses and Swiss bakers   | Kazakh=KZ demonym, Filipino=PH demonym, Swiss=CH demonym
        The Soviets built it; Britons painted it.         | Soviets=SU demonym, Britons=GB demonym
        The Polish mayor will polish the bell.            | Polish=PL demonym
        A Franco-German plan and a Sino-Russian one       | Franco=FR demonym, German=DE demonym, Sino=CN demonym, Russian=RU demonym
        A Norwegian-born, U.S.-trained and pro-Kremlin poet | Norwegian=NO demonym, U.S.=US name, Kremlin=RU government
        South Korean ships and North Koreans              | South Korean=KR demonym, North Koreans=KP demonym
        """)
    void peoplesAndAdjectivesAreDemonyms(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Farmers met in Lyon, Osaka and Nairobi.          | Lyon=FR city, Osaka=JP city, Nairobi=KE city
        Our bus from Moscow, Idaho, was late.            | Moscow=US city
        The fair in Paris, Texas, opens today.           | Paris=US city
        He retired to St. Petersburg, Florida.           | St. Petersburg=US city
        Snow fell on St. Petersburg and Kazan.           | St. Petersburg=RU city, Kazan=RU city
        A bakery in London, Ontario, burnt down.         | London=CA city
        The dean of Cambridge, Massachusetts, flew to Cambridge, England. | Cambridge=US city, Cambridge=GB city, England=GB name
        Trains to Birmingham stop in Tuscaloosa, Alabama, and all over Alabama. | Birmingham=US city, Tuscaloosa=US city
        Bands from Austin, TX, and from Halifax, NS, played. | Austin=US city, Halifax=CA city
        Vancouver, Washington, grows hops. Vancouver has breweries. | Vancouver=US city, Vancouver=US city
        They moved to Lebanon, Pennsylvania, last year.  | Lebanon=US city
        """)
    void aCityLiesInTheCountryThatTheTextTells(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        The Kremlin and the White House said nothing.  | Kremlin=RU government, White House=US government
        The Bundestag debates what the Knesset passed. | Bundestag=DE government, Knesset=IL government
        Washington accused Moscow of spying.           | Washington=US government, Moscow=RU government
        Cherry trees bloom in Washington and in Moscow. | Washington=US city, Moscow=RU city
        Talks between officials stalled; relations with Beijing soured. | Beijing=CN government
        Kyiv's forces hold the bridge, but Kyiv's cafés are open. | Kyiv=UA government, Kyiv=UA city
        Trains run between London and Paris.           | London=GB city, Paris=FR city
        Ties between London and Paris froze.           | London=GB government, Paris=FR government
        The tax angered Washington, and a Washington baker sighed. | Washington=US government, Washington=US city
        A pro-Moscow party lost.                       | Moscow=RU government
        """)
    void aSeatOrACapitalMayStandForTheGovernment(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
        Michael Jordan dunked twice, and Jordan grinned.      | nothing
        Paris Hilton wore green; Jack London wrote novels.    | nothing
        My cousin Chad roasted a turkey.                      | nothing
        An essay by Mark Cuban amused David French.           | nothing
        Kathy Ireland and Tom Holland were late.              | nothing
        She speaks fluent Russian, and he learns Greek.       | nothing
        The poem was translated from the German into Polish.  | nothing
        Spanish-speaking callers press two; the Welsh language has its own line. | nothing
        Latin America, South America and the Americas         | nothing
        New Mexico, New England and New South Wales           | nothing
        Europe, the EU, the West, NATO and Central Asia       | nothing
        Columbia University and British Columbia              | nothing
        Turkey sandwiches and fine china for all of us        | nothing
        CountryReading is a joy, and Nice people bathe in a bath.    | nothing
        The bill came to US$40.                               | nothing
        COME AND JOIN US TODAY                                | nothing
        FOLLOW US on every channel. Questions? ASK US         | nothing
        Jordan Ames won, and Kenya Boyd came second.          | nothing
        Polish your boots before Great Danes chew them.       | nothing
        Guinea pigs ate the Brussels sprouts.                 | nothing
        Mr. Washington and Ms. London are engaged.            | nothing
        See www.russia.com or write to ann@spain.org.         | nothing
        My computer has 16 GB and opens a PNG.                | nothing
        """)
    void whatOnlyLooksLikeACountryIsNone(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line == null ? "" : line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
        Atlanta is the capital of Georgia.                | Atlanta=US city
        Tbilisi is the capital of Georgia.                | Tbilisi=GE city, Georgia=GE name
        Peach growers in Savannah, Georgia, lost a crop.  | Savannah=US city
        Jordan Reed ran far; Jordan was tired.            | nothing
        Rebels crossed from Darfur; Chad closed its border. | Chad=TD name
        Chad said he liked tea.                           | nothing
        Turkey goes well with gravy, stuffing and a roast potato. | nothing
        Georgia voters re-elected the sheriff.            | nothing
        Chad Stone flew to Chad.                          | Chad=TD name
        Cuba Gooding danced in Cuba.                      | Cuba=CU name
        The king of Jordan opened the school; Jordan paid. | Jordan=JO name, Jordan=JO name
        Ankara says Turkey will vote.                     | Ankara=TR government, Turkey=TR name
        Goma and Kinshasa are cities of the Congo.        | Goma=CD city, Kinshasa=CD city, Congo=CD name
        From Brazzaville the Congo looks wide.            | Brazzaville=CG city, Congo=CG name
        Oil spills in the Niger Delta hurt Nigeria, not Niger. | Niger=NG name, Nigeria=NG name, Niger=NE name
        Guinea is not Guinea-Bissau, and a guinea pig is no pig. | Guinea=GN name, Guinea-Bissau=GW name
        A Dominican friar met a Dominican pitcher.        | Dominican=DO demonym
        Pyongyang and Wonsan celebrate; Kim Jong-un praised Korea. North Korea sang. The DPRK danced. | Pyongyang=KP city, Wonsan=KP city, Korea=KP name, North Korea=KP name, DPRK=KP name
        Cherokee and Navajo tribes sued; Indian land was sold. | nothing
        Delhi hosts Indian and Pakistani poets.           | Delhi=IN city, Indian=IN demonym, Pakistani=PK demonym
        """)
    void anAmbiguousFormIsDecidedByItsDocument(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line == null ? "" : line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        The Washington Post and the New York Times     | Washington=US city*, New York=US city*
        The Bank of England raised its rate.           | England=GB name*
        A Russian Bell Founders Association   | Russian=RU demonym*
        The Gulf of Mexico and the South China Sea     | Mexico=MX name*, China=CN name*
        Russian President Boris Yeltsin danced.        | Russian=RU demonym
        An article on VisitPortugal praised Porto.     | Portugal=PT name*, Porto=PT city
        """)
    void aFormInsideAnotherNameIsNested(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Deutschland und Österreich sind Nachbarn, die Schweiz auch. | Deutschland=DE name, Österreich=AT name, Schweiz=CH name
        El tren de los Estados Unidos es lento y el de Alemania no.  | Estados Unidos=US name, Alemania=DE name
        日本と中国の選手                                               | 日本=JP name, 中国=CN name
        """)
    void otherLanguagesAreReadByTheirOwnNames(String text, String line) {
        assertThat(Ledger.of(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "nothing", textBlock = """
        it | Il treno parte per gli Stati Uniti d'America.     | Stati Uniti d'America=US name
        de | Er wohnt in den Vereinigten Staaten von Amerika.  | Vereinigten Staaten von Amerika=US name
        es | La antigua estación está cerrada.                 | nothing
        pl | Książka jest napisana w języku francuskim.        | nothing
        en | Steve Greenland wrote the program.                | nothing
        """)
    void aLongNameIsOneAndAWordOfALanguageIsNone(String language, String text, String line) {
        assertThat(Ledger.of(new Countries(), text, language)).isEqualTo(line == null ? "" : line);
    }

    @Test
    void anAmbiguousMentionTellsItsEvidenceAndTheRunnerUp() {
        Mention.Country georgia =
                (Mention.Country) Ledger.mentions(new Countries(), "Batumi is a port in Georgia.", "en")
                        .getLast();
        assertThat(georgia.runnerUp()).isEqualTo(Optional.of("the state of Georgia"));
        assertThat(georgia.evidence()).contains("words for the country");
        assertThat(georgia.rule()).isEqualTo("country-name");
    }

    @Test
    void aReaderAddsWordsOfTheirOwn() {
        Countries countries = Countries.with(List.of("# ours", "", "Ruritania\tXK\tname", "Strelsau\tXK\tcity"));
        assertThat(Ledger.of(countries, "Ruritania's capital is Strelsau.", "en"))
                .isEqualTo("Ruritania=XK name, Strelsau=XK city");
    }

    @Test
    void aLineThatIsNoWordIsRefusedWithItsText() {
        assertThatThrownBy(() -> Countries.with(List.of("Ruritania is a country")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Ruritania is a country");
    }

    @Test
    void everySpanIsTheTextOfItsFormAndNoneOverlapsAnother() {
        String text = "“Россия” — U.S.-backed: 中国, Côte d’Ivoire’s, the Franco-German\nNew\nYork Times & USSR’s";
        int end = 0;
        for (Mention mention : Ledger.mentions(new Countries(), text, "")) {
            assertThat(mention.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(mention.span().in(text))
                    .isNotBlank()
                    .doesNotContain("’s")
                    .doesNotStartWith("the ");
            end = mention.span().end();
        }
        assertThat(end).isGreaterThan(0);
    }

    @Test
    void anyJumbleOfWordsIsReadWithoutOverlap() {
        List<String> words = List.of(
                "Georgia",
                "Jordan",
                "US",
                "$",
                "U",
                ".",
                "S",
                "the",
                "States",
                "Washington",
                ",",
                "D.C.",
                "Polish",
                "Pole",
                "Guinea",
                "-",
                "Franco",
                "German",
                "«",
                "»",
                "Россия",
                "на",
                "русском",
                "языке",
                "Того",
                "中国和日本",
                "NY",
                "Paris",
                "Texas",
                "Chad",
                "Mr",
                "’",
                "s",
                "\n",
                "New",
                "York",
                "Times",
                "ShareAmerica",
                "Владимир",
                "г",
                "Чехов",
                "российско",
                "Bank",
                "of",
                "England",
                "Dominican",
                "Turkey",
                "Congo",
                "Korea",
                "in",
                "(",
                ":",
                "TX");
        Countries countries = new Countries();
        Seeded.times(3_000, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(3) == 0 ? "" : " ");
            }
            int end = 0;
            for (Mention mention : Ledger.mentions(countries, text.toString(), "")) {
                assertThat(mention.span().start()).as(text.toString()).isGreaterThanOrEqualTo(end);
                end = mention.span().end();
                assertThat(end).isLessThanOrEqualTo(text.length());
            }
        });
    }
}
