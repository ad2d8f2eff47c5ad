package wherein.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.query.QueryParser.Mode;
import wherein.query.QueryParser.Operator;

class QueryParserTest {

    private final QueryParser parser = new QueryParser(new QueryFields(List.of("region", "topic"), Names.NONE));

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            harbour                        => harbour
            harbour fog                    => harbour fog
            "harbour fog"                  => "harbour fog"
            тихая гавань                   => тихая гавань
            "тихая гавань" fog             => "тихая гавань" fog
            +harbour -fog ship             => +harbour -fog ship
            + harbour - fog                => +harbour -fog
            harbour NOT fog                => harbour -fog
            !fog harbour                   => -fog harbour
            NOT fog                        => -fog
            -fog                           => -fog
            -fog -ship                     => -fog -ship
            harbour AND fog                => +harbour +fog
            harbour && fog                 => +harbour +fog
            harbour AND NOT fog            => +harbour -fog
            harbour OR fog                 => harbour fog
            harbour || fog                 => harbour fog
            harbour AND fog OR ship        => (+harbour +fog) ship
            harbour OR fog AND ship        => harbour (+fog +ship)
            (harbour OR fog) AND ship      => +(harbour fog) +ship
            harbour (fog -(ship sail))     => harbour (fog -(ship sail))
            +(harbour fog) -"night watch"  => +(harbour fog) -"night watch"
            harbour and fog or not ship    => harbour and fog or not ship
            *:*                            => *:*
            """)
    void bareWordsAreOptionalAndOperatorsSayOtherwise(String text, String tree) throws Exception {
        assertThat(strict(text, Operator.OR)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            harbour                   => +harbour
            harbour fog               => +harbour +fog
            harbour "night watch"     => +harbour +"night watch"
            harbour -fog              => +harbour -fog
            harbour OR fog            => harbour fog
            harbour (fog ship)        => +harbour +(+fog +ship)
            harbour stance:neutral    => +harbour stance:neutral
            """)
    void withAllWordsRequiredOnlyAnExplicitOrMakesThemOptional(String text, String tree) throws Exception {
        assertThat(strict(text, Operator.AND)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            stance:neutral                  => stance:neutral
            stance:pro-kremlin fog          => stance:pro-kremlin fog
            title:harbour                   => title:harbour
            title:"night watch"             => title:"night watch"
            source:"Port Gazette" fog       => source:"Port Gazette" fog
            author:Иванова                  => author:Иванова
            lang:ru block:quote             => lang:ru block:quote
            region:"North Sea"              => region:"North Sea"
            topic:ships                     => topic:ships
            date:2021                       => date:2021
            date:2021-03                    => date:2021-03
            date:2021-03-04                 => date:2021-03-04
            date:[2020 TO 2021-06]          => date:[2020 TO 2021-06]
            date:[* TO 2021]                => date:[* TO 2021]
            date:[2021 TO *]                => date:[2021 TO *]
            date:"2021-05-07/.."            => date:"2021-05-07/.."
            fog AND stance:neutral          => +fog +stance:neutral
            fog OR stance:neutral           => fog stance:neutral
            +stance:neutral fog             => +stance:neutral fog
            -stance:neutral fog             => -stance:neutral fog
            fog NOT date:2021               => fog -date:2021
            """)
    void fieldsArePrintedAsTheyCount(String text, String tree) throws Exception {
        assertThat(strict(text, Operator.OR)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            port\\:fog             => port\\:fog
            C\\+\\+                => C\\+\\+
            \\AND                  => \\AND
            what\\?                => what\\?
            where is the fog?      => where is the fog\\?
            \\*fog\\*              => \\*fog\\*
            "say \\"fog\\" twice"  => "say \\"fog\\" twice"
            "AND OR NOT"           => "AND OR NOT"
            "a (b"                 => "a (b"
            sailor's               => sailor's
            sailor’s               => sailor’s
            well-known             => well\\-known
            fog, mist; rain.       => fog, mist; rain.
            """)
    void anEscapedSignIsALetterLikeAnother(String text, String tree) throws Exception {
        assertThat(strict(text, Operator.OR)).isEqualTo(tree);
    }

    @Test
    void aFieldWithoutAnOperatorIsRequiredAndAddsNoScore() throws Exception {
        Query query =
                parser.parse("fog stance:neutral", Operator.OR, Mode.STRICT).query();
        assertThat(query)
                .isEqualTo(new Query.Bool(List.of(
                        new Query.Clause(Query.Occur.SHOULD, new Query.Term("fog")),
                        new Query.Clause(Query.Occur.FILTER, new Query.Keyword("stance", "neutral")))));
    }

    @Test
    void aFieldInAGroupKeepsTheOperatorOfTheGroup() throws Exception {
        Query query =
                parser.parse("(fog stance:neutral)", Operator.OR, Mode.STRICT).query();
        assertThat(query)
                .isEqualTo(new Query.Bool(List.of(
                        new Query.Clause(Query.Occur.SHOULD, new Query.Term("fog")),
                        new Query.Clause(Query.Occur.SHOULD, new Query.Keyword("stance", "neutral")))));
    }

    @Test
    void aDateIsTheDaysItMayMean() throws Exception {
        assertThat(days("date:2021-02")).isEqualTo("2021-02-01 2021-02-28");
        assertThat(days("date:[2020 TO 2021-06]")).isEqualTo("2020-01-01 2021-06-30");
        assertThat(days("date:[2021-06 TO *]")).isEqualTo("2021-06-01 " + LocalDate.MAX);
        assertThat(days("date:\"2021-05-07/..\"")).isEqualTo("2021-05-07 " + LocalDate.MAX);
    }

    @Test
    void aBlankTextAsksForEverything() throws Exception {
        for (String text : List.of("", " ", "\t\n", "\u0000")) {
            assertThat(parser.parse(text, Operator.OR, Mode.STRICT).query()).isEqualTo(new Query.All());
        }
    }

    @Test
    void lineEndsAndControlCharactersSeparateWords() throws Exception {
        assertThat(strict("harbour\nfog\u0007ship\u2028sail", Operator.OR)).isEqualTo("harbour fog ship sail");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            "fog                   => 0
            fog "mist              => 4
            туман "мгла            => 6
            🚢 "мгла               => 2
            (fog                   => 0
            fog (mist (rain)       => 4
            fog)                   => 3
            fog AND                => 7
            AND fog                => 0
            fog ++mist             => 5
            stanse:neutral         => 0
            fog sourc:x            => 4
            fog date:2021-13       => 9
            fog date:[2022 TO 2021] => 10
            fog mi*t               => 4
            """)
    void aFaultIsToldWithItsPlaceInCodePoints(String text, int position) {
        assertThatThrownBy(() -> strict(text, Operator.OR))
                .isInstanceOfSatisfying(
                        QuerySyntaxException.class,
                        fault -> assertThat(fault.position()).isEqualTo(position));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            stanse:neutral => stance
            sourc:x        => source
            Region:x       => region
            dat:2021       => date
            "fog           => "fog"
            (fog           => (fog)
            """)
    void aFaultSaysWhatWasMostLikelyMeant(String text, String meant) {
        assertThatThrownBy(() -> strict(text, Operator.OR))
                .isInstanceOfSatisfying(
                        QuerySyntaxException.class,
                        fault -> assertThat(fault.didYouMean()).isEqualTo(meant));
    }

    @Test
    void anUnknownFieldIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> strict("zzzzzzzz:x", Operator.OR))
                .hasMessageContaining(
                        "author, block, country, date, figure, figure.people, lang, person, region, source, stance, title, "
                                + "topic, when");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            fog~            => ~
            fog~1           => ~
            title:fog~      => ~
            date:2021~      => ~
            "fog mist"~2    => ~
            fog^2           => ^
            /fog/           => /
            fo*             => *
            f?g             => ?
            source:[a TO b] => [
            date:{2020 TO 2021} => {
            fn:ordered(a b) => fn
            (fog mist)@2    => @
            """)
    void whatIsNotUnderstoodIsRefusedAndNeverDropped(String text, String sign) {
        assertThatThrownBy(() -> strict(text, Operator.OR))
                .as(sign + " of the query " + text)
                .isInstanceOf(QuerySyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            fog "night watch         => fog night watch
            "night watch" AND        => "night watch" \\AND
            fog) mist                => fog\\) mist
            stanse:neutral fog       => stanse\\:neutral fog
            fo*                      => fo\\*
            """)
    void theBoxTakesAFaultyQueryForItsWordsAndSaysSo(String text, String words) throws Exception {
        var parsed = parser.parse(text, Operator.OR, Mode.BOX);
        assertThat(parsed.takenAs().orElseThrow()).isEqualTo(words);
        assertThat(parsed.takenAs()).contains(QueryPrinter.print(parsed.query()));
    }

    @Test
    void theBoxLeavesASoundQueryAsItIs() throws Exception {
        var parsed = parser.parse("+fog -\"night watch\" stance:neutral", Operator.OR, Mode.BOX);
        assertThat(parsed.takenAs()).isEmpty();
        assertThat(QueryPrinter.print(parsed.query())).isEqualTo("+fog -\"night watch\" stance:neutral");
    }

    private String strict(String text, Operator operator) throws QuerySyntaxException, QueryLimitException {
        var parsed = parser.parse(text, operator, Mode.STRICT);
        assertThat(parsed.takenAs()).isEmpty();
        return QueryPrinter.print(parsed.query());
    }

    private String days(String text) throws QuerySyntaxException, QueryLimitException {
        var bool = (Query.Bool) parser.parse(text, Operator.OR, Mode.STRICT).query();
        var range = ((Query.Dates) bool.clauses().getFirst().query()).range();
        return range.from() + " " + range.to();
    }
}
