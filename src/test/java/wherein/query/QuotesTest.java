package wherein.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

    private final QueryParser parser = new QueryParser(new QueryFields(java.util.List.of("region")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "“brain drain” fog",
                "”brain drain” fog",
                "„brain drain“ fog",
                "„brain drain” fog",
                "«brain drain» fog",
                "»brain drain« fog",
                "»brain drain» fog",
                "‹brain drain› fog",
                "「brain drain」 fog",
                "『brain drain』 fog",
                "〝brain drain〟 fog",
                "＂brain drain＂ fog"
            })
    void aPairOfQuotationMarksMakesAPhrase(String written) throws Exception {
        assertThat(Quotes.straight(written)).isEqualTo("\"brain drain\" fog");
        for (QueryParser.Mode mode : QueryParser.Mode.values()) {
            QueryParser.Parsed straight = parser.parse("\"brain drain\" fog", QueryParser.Operator.OR, mode);
            assertThat(parser.parse(written, QueryParser.Operator.OR, mode)).isEqualTo(straight);
        }
    }

    @ParameterizedTest
    @EnumSource(QueryParser.Mode.class)
    void aPhraseInAnyMarksTakesWhatAPhraseDoes(QueryParser.Mode mode) throws Exception {
        assertThat(parser.parse("title:«old mill»~2^3 -“fog bank” =„mills“", QueryParser.Operator.OR, mode)
                        .query())
                .isEqualTo(
                        parser.parse("title:\"old mill\"~2^3 -\"fog bank\" =\"mills\"", QueryParser.Operator.OR, mode)
                                .query());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“brain drain",
                "brain drain”",
                "Johns’ ‘mill’ isn’t",
                "6″ pipe",
                "“6\" pipe”",
                "\"the “old” mill\"",
                "\\“fog\\”",
                "“”",
                "mill“fog”"
            })
    void whatIsNoPairStaysAsItIs(String written) {
        assertThat(Quotes.straight(written)).isEqualTo(written);
    }

    @Test
    void marksWithinAPairAreOfThePhrase() {
        assertThat(Quotes.straight("«the “old” mill» “fog”")).isEqualTo("\"the “old” mill\" \"fog\"");
    }
}
