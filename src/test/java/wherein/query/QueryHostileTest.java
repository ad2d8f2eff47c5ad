package wherein.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wherein.lucene.Chance;
import wherein.query.QueryParser.Mode;
import wherein.query.QueryParser.Operator;

class QueryHostileTest {

    private static final List<String> PIECES = List.of(
            "fog",
            "туман",
            "🚢",
            "\"",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            " ",
            " ",
            " ",
            "\\",
            "\\u",
            "\\u00",
            "AND",
            "OR",
            "NOT",
            "NEAR",
            "TO",
            "+",
            "-",
            "!",
            "&&",
            "||",
            "&",
            "|",
            "~",
            "~2",
            "^",
            "^3",
            "*",
            "?",
            "/",
            "@",
            "@2",
            ":",
            "=",
            "<",
            ">",
            ">=",
            "stance:",
            "date:",
            "date:[",
            "source:",
            "nofield:",
            "fn:",
            "fn:ordered(",
            "2022",
            "13",
            "\u0000",
            "\n",
            "\u0301",
            "\ud83d",
            "\u202e",
            ",",
            ".",
            "'",
            "’",
            "%",
            "#",
            "e\u0301",
            "$",
            "*:*",
            "..",
            "999999999999999999999",
            "\u2028",
            "0.0.0");

    private final QueryParser parser = new QueryParser(new QueryFields(List.of("region"), Names.NONE));

    @Test
    void theBoxNeverFails() {
        Chance.times(5_000, random -> {
            String text = hostile(random);
            Operator operator = random.nextBoolean() ? Operator.OR : Operator.AND;
            var parsed = parser.parse(text, operator, Mode.BOX);
            assertThat(QueryPrinter.print(parsed.query())).isNotNull();
        });
    }

    @Test
    void strictAnswersOrPointsIntoTheText() {
        Chance.times(5_000, random -> {
            String text = hostile(random);
            try {
                parser.parse(text, Operator.OR, Mode.STRICT);
            } catch (QuerySyntaxException fault) {
                assertThat(fault.position()).isBetween(0, text.codePointCount(0, text.length()));
                assertThat(fault.getMessage()).isNotBlank();
            } catch (QueryLimitException fault) {
                assertThat(fault.getMessage()).isNotBlank();
            }
        });
    }

    @Test
    void whatIsPrintedIsReadAsTheSameQuery() {
        Chance.times(5_000, random -> {
            String text = hostile(random);
            String printed =
                    QueryPrinter.print(parser.parse(text, Operator.OR, Mode.BOX).query());
            String again = QueryPrinter.print(
                    parser.parse(printed, Operator.OR, Mode.STRICT).query());
            assertThat(again).as("from " + text).isEqualTo(printed);
        });
    }

    @Test
    void aQueryOf8000CharactersIsReadAndOneMoreIsNot() throws Exception {
        assertThat(QueryPrinter.print(read("a".repeat(8_000), Mode.STRICT))).hasSize(8_000);
        assertThat(read("🚢".repeat(8_000), Mode.STRICT)).isNotNull();
        for (Mode mode : Mode.values()) {
            assertThatThrownBy(() -> read("a".repeat(8_001), mode))
                    .isInstanceOf(QueryLimitException.class)
                    .hasMessageContaining("8001")
                    .hasMessageContaining("8000");
        }
    }

    @Test
    void aQueryOf1024ClausesIsReadAndOneMoreIsNot() throws Exception {
        assertThat(QueryParser.leaves(read("a ".repeat(1_024), Mode.STRICT))).isEqualTo(1_024);
        assertThatThrownBy(() -> read("a ".repeat(1_025), Mode.STRICT))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageContaining("1025")
                .hasMessageContaining("1024");
    }

    @Test
    void groupsNest32DeepAndNoDeeper() throws Exception {
        assertThat(read("(".repeat(32) + "a" + ")".repeat(32), Mode.STRICT)).isNotNull();
        assertThatThrownBy(() -> read("(".repeat(33) + "a" + ")".repeat(33), Mode.STRICT))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageContaining("32");
        assertThat(read("(".repeat(33) + "a" + ")".repeat(33), Mode.BOX)).isNotNull();
    }

    @Test
    void whatIsLargeOrDeepEndsInTimeWithAnAnswerOrAClearFault() {
        List<String> texts = List.of(
                "\"".repeat(7_999),
                "a".repeat(100_000),
                "a ".repeat(10_000),
                "(".repeat(10_000),
                "(".repeat(7_999),
                ")".repeat(7_999),
                "(a".repeat(3_999),
                "NOT ".repeat(1_990) + "a",
                "-".repeat(7_999) + "a",
                "- ".repeat(3_990) + "a",
                "+(".repeat(3_000),
                "a AND ".repeat(1_300) + "a",
                "a OR ".repeat(1_500) + "a",
                "a AND NOT ".repeat(790) + "a",
                "a:".repeat(3_999) + "a",
                "stance:(".repeat(990),
                "[".repeat(7_999),
                "date:[".repeat(1_300),
                "\\".repeat(7_999),
                "a~".repeat(3_999),
                "a^".repeat(3_999),
                "/".repeat(7_999),
                "fn:or(".repeat(1_300),
                "\u0001".repeat(7_999),
                "*".repeat(7_999),
                "a*b".repeat(2_600),
                "\ud83d".repeat(7_999));
        for (String text : texts) {
            for (Mode mode : Mode.values()) {
                String shown = text.substring(0, 8) + "… in " + mode;
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> answerOrFault(text, mode), shown);
            }
        }
    }

    @Test
    void aGroupCannotHideDepthBehindQuotesOrEscapes() {
        String quoted = "\"(((\" ".repeat(40) + "a";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(quoted, Mode.STRICT));
        assertThatThrownBy(() -> read("\\\"" + "(".repeat(500) + "a" + ")".repeat(500), Mode.STRICT))
                .isInstanceOf(QueryLimitException.class);
        assertThatThrownBy(() -> read("/\"/" + "(".repeat(500) + "a" + ")".repeat(500) + "/\"/", Mode.STRICT))
                .isInstanceOfAny(QueryLimitException.class, QuerySyntaxException.class);
    }

    private void answerOrFault(String text, Mode mode) {
        try {
            assertThat(read(text, mode)).isNotNull();
        } catch (QuerySyntaxException | QueryLimitException fault) {
            assertThat(fault.getMessage()).isNotBlank();
        }
    }

    private Query read(String text, Mode mode) throws QuerySyntaxException, QueryLimitException {
        return parser.parse(text, Operator.OR, mode).query();
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(24);
        for (int i = 0; i < pieces; i++) {
            text.append(Chance.one(random, PIECES));
            text.append(random.nextInt(3) == 0 ? " " : "");
        }
        return text.toString();
    }
}
