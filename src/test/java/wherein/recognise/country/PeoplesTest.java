package wherein.recognise.country;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeoplesTest {

    private static final Countries COUNTRIES = new Countries();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de | Die Franzosen und ein Russe trafen eine Ukrainerin. | Franzosen=FR demonym, Russe=RU demonym, Ukrainerin=UA demonym
        de | Millionen Syrer halfen den Briten.       | Syrer=SY demonym, Briten=GB demonym
        nl | De Fransen, de Duitsers en een Rus wonnen. | Fransen=FR demonym, Duitsers=DE demonym, Rus=RU demonym
        pl | Ukraińcy pomogli Rosjanom i Czechowi.    | Ukraińcy=UA demonym, Rosjanom=RU demonym, Czechowi=CZ demonym
        pl | Amerykanka spotkała Chińczyków.          | Amerykanka=US demonym, Chińczyków=CN demonym
        uk | Росіяни забрали двох казахів і французів. | Росіяни=RU demonym, казахів=KZ demonym, французів=FR demonym
        es | Los rusos y una ucraniana huyeron.       | rusos=RU demonym, ucraniana=UA demonym
        es | El gobierno alemán escuchó a 300 franceses. | alemán=DE demonym, franceses=FR demonym
        it | I russi e una ucraina sono partiti.      | russi=RU demonym, ucraina=UA demonym
        pt | Os russos e uma ucraniana partiram.      | russos=RU demonym, ucraniana=UA demonym
        fr | Les Russes et une Ukrainienne sont partis. | Russes=RU demonym, Ukrainienne=UA demonym
        """)
    void peoplesAreFoundInLanguagesThatHaveNounsForThem(String language, String text, String line) {
        assertThat(Ledger.of(COUNTRIES, text, language)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
        de | Hans Schweizer kam spät, und Karl Unger blieb. | nothing
        nl | Noor Hassan won de wedstrijd.            | nothing
        pl | Jan Polak wyszedł.                       | nothing
        es | Habla ruso y aprende francés.            | nothing
        it | Parla il tedesco molto bene.             | nothing
        """)
    void aSurnameOrALanguageIsNoPeople(String language, String text, String line) {
        assertThat(Ledger.of(COUNTRIES, text, language)).isEqualTo(line == null ? "" : line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de | Aus Großbritannien in die Vereinigten Staaten und in die Sowjetunion. | Großbritannien=GB name, Vereinigten Staaten=US name, Sowjetunion=SU name
        fr | De l’Angleterre à la Birmanie, puis en URSS. | Angleterre=GB name, Birmanie=MM name, URSS=SU name
        es | De EE.UU. a Gran Bretaña y a Holanda.    | EE.UU.=US name, Gran Bretaña=GB name, Holanda=NL name
        pt | Dos EUA à Grã-Bretanha.                  | EUA=US name, Grã-Bretanha=GB name
        nl | Van de VS naar Groot-Brittannië.         | VS=US name, Groot-Brittannië=GB name
        pl | Z Anglii do ZSRR.                        | Anglii=GB name, ZSRR=SU name
        uk | З Англії до Югославії.                   | Англії=GB name, Югославії=YU name
        """)
    void aCountryIsFoundByTheNamesThatPeopleUse(String language, String text, String line) {
        assertThat(Ledger.of(COUNTRIES, text, language)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de | Der Zug von Moskau nach Mailand hielt in Prag.   | Moskau=RU city, Mailand=IT city, Prag=CZ city
        fr | Elle a quitté Moscou pour Londres.               | Moscou=RU city, Londres=GB city
        es | Vivió en Moscú y en Nueva York.                  | Moscú=RU city, Nueva York=US city
        it | Da Parigi a Monaco di Baviera.                   | Parigi=FR city, Monaco di Baviera=DE city
        pt | De Londres a Pequim.                             | Londres=GB city, Pequim=CN city
        nl | Van Londen naar Parijs.                          | Londen=GB city, Parijs=FR city
        pl | Pojechała z Moskwy do Krakowa.                   | Moskwy=RU city, Krakowa=PL city
        uk | Поїзд із Києва до Харкова спізнився.             | Києва=UA city, Харкова=UA city
        en | The West Bank and the Gaza Strip are near Gaza City. | West Bank=PS name, Gaza Strip=PS name, Gaza City=PS city
        """)
    void aCityIsFoundByTheNameOfTheLanguage(String language, String text, String line) {
        assertThat(Ledger.of(COUNTRIES, text, language)).isEqualTo(line);
    }
}
