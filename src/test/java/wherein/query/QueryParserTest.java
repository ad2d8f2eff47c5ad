package wherein.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.query.QueryParser.Mode;
import wherein.query.QueryParser.Operator;

class QueryParserTest {

    private final QueryParser parser = new QueryParser(new QueryFields(List.of("region", "topic")));

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
            fog OR stance:neutral           => fog (stance:neutral)
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
            where is the fog?      => where is the fog?
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
                        new Query.Clause(Query.Occur.SHOULD, new Query.Word(Query.TEXT, "fog")),
                        new Query.Clause(Query.Occur.FILTER, new Query.Keyword("stance", "neutral")))));
    }

    @Test
    void aFieldInAGroupKeepsTheOperatorOfTheGroup() throws Exception {
        Query query =
                parser.parse("(fog stance:neutral)", Operator.OR, Mode.STRICT).query();
        assertThat(query)
                .isEqualTo(new Query.Bool(List.of(new Query.Clause(
                        Query.Occur.SHOULD,
                        new Query.Bool(List.of(
                                new Query.Clause(Query.Occur.SHOULD, new Query.Word(Query.TEXT, "fog")),
                                new Query.Clause(Query.Occur.SHOULD, new Query.Keyword("stance", "neutral"))))))));
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
        for (String text : List.of("", " ", "\t\n", "\u00a0\u2003", "\u3000", "\u2028")) {
            for (Mode mode : Mode.values()) {
                assertThat(parser.parse(text, Operator.OR, mode).query()).isEqualTo(new Query.All());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            =fog                       => =fog
            "=fog"                     => "=fog"
            ="fog"                     => =fog
            ="harbour fog"             => ="harbour fog"
            ="harbour fog"~3           => ="harbour fog"~3
            ="harbour fog"^2           => ="harbour fog"^2
            =туман^3 fog               => =туман^3 fog
            +=fog -=mist               => +=fog -=mist
            !=fog mist                 => -=fog mist
            =fog AND NOT =mist         => +=fog -=mist
            (=fog =mist) ship          => (=fog =mist) ship
            title:=fog                 => title:=fog
            title:="harbour fog"       => title:="harbour fog"
            title:(=fog OR mist)       => (title:=fog title:mist)
            =fog NEAR/3 ="night watch" => =fog NEAR/3 ="night watch"
            (=fog mist) NEAR/3 ship    => (=fog mist) NEAR/3 ship
            =well-known                => =well\\-known
            =AND                       => ="AND"
            =7                         => =7
            \\=fog                     => \\=fog
            ="\\"fog"                  => ="\\"fog"
            ="="                       => ="="
            ="…"                       => ="…"
            """)
    void anEqualsSignBeforeAWordAsksForThisFormAlone(String text, String tree) throws Exception {
        assertThat(strict(text, Operator.OR)).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            fog =emigr*           => 4 a pattern looks at words as they are written
            =wom?n                => 0 a pattern looks at words as they are written
            =fog~1                => 0 = asks for one form
            stance:(=critical)    => 8 stance compares whole values
            figure:(=5)           => 8 figure compares whole values
            nofield:(=5)          => 1 there is no field
            """)
    void whereNoFormCanBeAskedForTheSignIsRefused(String text, String fault) {
        int place = Integer.parseInt(fault.substring(0, 1));
        assertThatThrownBy(() -> strict(text, Operator.OR))
                .hasMessageContaining(fault.substring(2))
                .isInstanceOfSatisfying(
                        QuerySyntaxException.class,
                        e -> assertThat(e.position()).isEqualTo(place));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            fog == mist                => fog mist
            a = b                      => a b
            x=5                        => x 5
            x= 5                       => x 5
            x != 5                     => x 5
            x !=5                      => x 5
            ==fog                      => fog
            = fog                      => fog
            fog =                      => fog
            =emigr*                    => emigr*
            =fog~1                     => fog~1
            =fog?                      => =fog
            is it =fog?                => +=fog is it
            =and/or                    => =and =or
            NOT =and/or                => -(=and =or)
            ="fog                      => fog
            "fog"=mist                 => "fog" mist
            =(fog mist)                => (fog mist)
            =fog AND                   => =fog \\AND
            """)
    void theBoxTellsAnEqualsSignThatAsksForAFormFromAnyOther(String text, String words) throws Exception {
        var parsed = parser.parse(text, Operator.OR, Mode.BOX);
        assertThat(QueryPrinter.print(parsed.query())).isEqualTo(words);
        assertThat(parsed.takenAs()).contains(words);
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
            fog date:""            => 10
            fog when:""            => 10
            fog NEAR/3             => 4
            NEAR/3 fog             => 0
            fog NEAR/3 AND mist    => 4
            fog NEAR/3 title:mist  => 11
            fog NEAR/3 (mist AND rain) => 11
            fog NEAR/3 mist NEAR/4 rain => 16
            fog NEAR/1001 mist     => 4
            mist /fog              => 5
            mist [a TO             => 5
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
            fog~3           => ~
            date:2021~      => ~
            country:GE~     => ~
            fog~2~3         => ~
            "fog"~999999999999 => ~
            "fog mist"~2~3  => ~
            fog^0           => ^
            fog^9999        => ^
            country:/G./    => /
            /fog            => /
            date:{2020 TO 2021} => {
            fn:ordered(a b) => fn
            fog/a \\/ b    => /
            (fog mist)@2    => @
            """)
    void whatIsNotUnderstoodIsRefusedAndNeverDropped(String text, String sign) {
        assertThatThrownBy(() -> strict(text, Operator.OR))
                .as(sign + " of the query " + text)
                .isInstanceOf(QuerySyntaxException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            fog "night watch             => fog night watch
            "night watch" AND            => "night watch" \\AND
            AND fog                      => \\AND fog
            fog NOT                      => fog \\NOT
            fog OR OR mist               => fog mist
            fog) mist                    => fog mist
            (fog mist                    => fog mist
            fog () mist                  => fog mist
            stanse:neutral fog           => stanse neutral fog
            note: this fog               => note this fog
            fog NEAR/2                   => fog NEAR\\/2
            /slip flow/                  => slip flow
            a /boat-tail/                => a boat\\-tail
            flow/heat transfer/          => flow heat transfer
            fog and/or mist              => fog and or mist
            +fog and/or                  => +fog (and or)
            what is slip?                => +slip is
            ?slip? flow                  => slip flow
            what? fog                    => what fog
            fog * mist                   => fog mist
            fog ? mist ~ gull ^          => fog mist gull
            fog ~100                     => fog 100
            10^6 gulls                   => 10 6 gulls
            fog[1] {mist}                => fog 1 mist
            at 10:30                     => at 10\\:30
            since 12/05/2022             => since 12\\/05\\/2022
            see https://a.example/b?c=d. => see "https://a.example/b?c=d"
            me@fog.example               => me\\@fog.example
            p<0.05                       => p 0.05
            fog - mist                   => fog mist
            - fog                        => fog
            --fog -- mist                => fog mist
            wow! fog                     => wow fog
            ! fog                        => fog
            FOG AND MIST OF THE SEA      => FOG \\AND MIST OF THE SEA
            SHIPS THAT DO NOT SAIL       => SHIPS THAT DO \\NOT SAIL
            fog && && mist               => +fog +mist
            || fog                       => fog
            C:\\fog\\mist             => C fog mist
            """)
    void theBoxTakesAFaultyQueryForItsWordsAndSaysSo(String text, String words) throws Exception {
        var parsed = parser.parse(text, Operator.OR, Mode.BOX);
        assertThat(parsed.takenAs().orElseThrow()).isEqualTo(words);
        assertThat(parsed.takenAs()).contains(QueryPrinter.print(parsed.query()));
        // Some of these are syntax too, if not the one that was meant.
        Throwable fault = catchThrowable(() -> parser.parse(text, Operator.OR, Mode.STRICT));
        assertThat(parsed.fault().map(Throwable::getMessage))
                .isEqualTo(Optional.ofNullable(fault).map(Throwable::getMessage));
        assertThat(parsed.fault().map(QuerySyntaxException::position))
                .isEqualTo(Optional.ofNullable((QuerySyntaxException) fault).map(QuerySyntaxException::position));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            +fog -"night watch" stance:neutral => +fog -"night watch" stance:neutral
            wom?n emigr* *gration              => wom?n emigr* *gration
            /colou?r/ title:/f.g/              => /colou?r/ title:/f.g/
            /(a|b)c/ fog                       => /(a|b)c/ fog
            fog~ mist~1 gull^2                 => fog~2 mist~1 gull^2
            "fog mist"~3^2                     => "fog mist"~3^2
            fog AND (mist OR gull)             => +fog +(mist gull)
            NOT fog                            => -fog
            fog && mist !gull                  => (+fog +mist) -gull
            NATO AND EU                        => +NATO +EU
            NATO AND EU NOT FOG                => (+NATO +EU) -FOG
            FOG AND MIST OF the SEA            => (+FOG +MIST) OF the SEA
            2021 2022 AND 2023                 => 2021 (+2022 +2023)
            source:(fog OR mist)               => (source:fog source:mist)
            figure.people:>=5 date:"2022~"     => figure.people:[5 TO *] date:2022~
            unit figure:5..9 when:2022-03      => unit figure:5..9 when:2022-03
            figure:[5 TO 9} [a TO b]           => figure:[5 TO 9} ["a" TO "b"]
            fog NEAR/3 country:GE              => fog NEAR/3 country:GE
            C++ pro-Kremlin R&D                => C\\+\\+ pro\\-Kremlin R\\&D
            \\(fog\\? \\AND               => \\(fog\\? \\AND
            *                                  => *:*
            *:*                                => *:*
            =fog +=mist -="night watch"~2      => =fog +=mist -="night watch"~2
            title:=fog title:="night watch"    => title:=fog title:="night watch"
            =fog^2 (=mist OR gull)             => =fog^2 (=mist gull)
            figure:=5 figure.people:=7         => figure:5 figure.people:7
            """)
    void theBoxLeavesASoundQueryAsItIs(String text, String printed) throws Exception {
        var parsed = parser.parse(text, Operator.OR, Mode.BOX);
        assertThat(QueryPrinter.print(parsed.query())).isEqualTo(printed);
        assertThat(parsed.takenAs()).isEmpty();
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
