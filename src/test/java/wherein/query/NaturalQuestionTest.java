package wherein.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.query.QueryParser.Mode;
import wherein.query.QueryParser.Operator;

class NaturalQuestionTest {

    private final QueryParser parser = new QueryParser(new QueryFields(List.of()));

    private QueryParser.Parsed box(String text) throws Exception {
        return parser.parse(text, Operator.OR, Mode.BOX);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            How many Russians left?                => figure  => Russians left
            how many Russians left                 => figure  => Russians left
            How much did the bread cost?           => figure  => +(bread cost) did the
            Wie viele Menschen sind gegangen?      => figure  => +(Menschen gegangen) sind
            Сколько россиян уехало?                => figure  => россиян уехало
            Скільки людей виїхало?                 => figure  => людей виїхало
            Combien de personnes sont parties ?    => figure  => +(personnes parties) sont
            ¿Cuántos rusos se fueron?              => figure  => +rusos se fueron
            Quanti russi sono partiti?             => figure  => +(russi partiti) sono
            Ilu Rosjan wyjechało?                  => figure  => Rosjan wyjechało
            Hoeveel Russen zijn vertrokken?        => figure  => +(Russen vertrokken) zijn
            Who left the harbour?                  => person  => +(left harbour) the
            Where do the exiles live?              => country => +(exiles live) do the
            When was the bridge closed?            => date    => +(bridge closed) was the
            Why do they leave？                     => text    => +leave？ do they
            In 2022, how many left Georgia?        => figure  => +(2022, left Georgia) In
            Is "brain drain" real?                 => text    => +("brain drain" real) Is
            How many left stance:critical -fog?    => figure  => left stance:critical -fog
            what is it?                            => text    => what is it
            who?                                   => person  => who
            """)
    void aQuestionAsksForWhatItIsAboutAndNotForItsWordsThatAsk(String text, String asks, String query)
            throws Exception {
        QueryParser.Parsed parsed = box(text);
        assertThat(parsed.asks().map(Asks::word)).contains(asks);
        assertThat(QueryPrinter.print(parsed.query())).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            who budget 2022      => who budget 2022
            wom?n                => wom?n
            "how many left?"     => "how many left?"
            the harbour          => the harbour
            what is left         => what is left
            """)
    void whatIsNoQuestionStaysAsItIs(String text, String query) throws Exception {
        QueryParser.Parsed parsed = box(text);
        assertThat(parsed.asks()).isEmpty();
        assertThat(QueryPrinter.print(parsed.query())).isEqualTo(query);
    }

    @Test
    void aWildcardInsideAWordOfAQuestionStaysOne() throws Exception {
        assertThat(QueryPrinter.print(box("How many wom?n left?").query())).isEqualTo("wom?n left");
    }

    @Test
    void inTheStrictLanguageAQuestionMarkIsAWildcard() throws Exception {
        QueryParser.Parsed parsed = parser.parse("many left?", Operator.OR, Mode.STRICT);
        assertThat(parsed.asks()).isEmpty();
        assertThat(QueryPrinter.print(parsed.query())).isEqualTo("many left?");
    }

    @Test
    void whatAQuestionIsTakenForReadsBackToTheSame() throws Exception {
        for (String text : List.of("How many Russians left?", "Who left the harbour?", "Is \"brain drain\" real?")) {
            QueryParser.Parsed parsed = box(text);
            assertThat(parser.parse(QueryPrinter.print(parsed.query()), Operator.OR, Mode.STRICT)
                            .query())
                    .isEqualTo(parsed.query());
        }
    }

    @Test
    void withAllWordsRequiredTheWordsThatSayLittleAreNot() throws Exception {
        QueryParser.Parsed parsed = parser.parse("Who left the harbour?", Operator.AND, Mode.BOX);
        assertThat(QueryPrinter.print(parsed.query())).isEqualTo("+left +harbour the");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            brain dra            => brain (dra dra*)
            dra                  => (dra dra*)
            dra-                 => dra\\-
            (fog dra             => fog (dra dra*)
            fog -dra             => fog -dra
            title:dra            => (title:dra title:dra*)
            stance:cri           => stance:cri*
            "brain drain"        => "brain drain"
            how many russians le => russians (le le*)
            """)
    void aLastWordThatIsStillTypedStandsForAllThatBeginSo(String text, String query) throws Exception {
        assertThat(QueryPrinter.print(box(text).typed(text).query()).toLowerCase(Locale.ROOT))
                .isEqualTo(query);
    }

    @Test
    void aSpaceEndsTheWord() throws Exception {
        assertThat(QueryPrinter.print(box("brain drain ").typed("brain drain ").query()))
                .isEqualTo("brain drain");
    }
}
