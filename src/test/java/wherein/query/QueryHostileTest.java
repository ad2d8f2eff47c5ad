package wherein.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.query.QueryParser.Mode;
import wherein.query.QueryParser.Operator;

class QueryHostileTest {

    private final QueryParser parser = new QueryParser(new QueryFields(List.of("region")));

    @Test
    void theBoxNeverFails() {
        Seeded.times(5_000, random -> {
            String text = HostileText.of(random);
            Operator operator = random.nextBoolean() ? Operator.OR : Operator.AND;
            var parsed = parser.parse(text, operator, Mode.BOX);
            assertThat(QueryPrinter.print(parsed.query())).isNotNull();
        });
    }

    @Test
    void strictAnswersOrPointsIntoTheText() {
        Seeded.times(5_000, random -> {
            String text = HostileText.of(random);
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
        Seeded.times(5_000, random -> {
            String text = HostileText.of(random);
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
        assertThatThrownBy(() -> read("a".repeat(8_001), Mode.STRICT))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageContaining("8001")
                .hasMessageContaining("8000");
    }

    @Test
    void aQueryOf1024ClausesIsReadAndOneMoreIsNot() throws Exception {
        assertThat(((Query.Bool) read("a ".repeat(1_024), Mode.STRICT)).clauses())
                .hasSize(1_024);
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
        for (String text : HostileText.WORST) {
            for (Mode mode : Mode.values()) {
                String shown = text.substring(0, Math.min(8, text.length())) + "… in " + mode;
                assertTimeoutPreemptively(Duration.ofMinutes(1), () -> answerOrFault(text, mode), shown);
            }
        }
    }

    @Test
    void aGroupCannotHideDepthBehindQuotesOrEscapes() {
        String quoted = "\"(((\" ".repeat(40) + "a";
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> read(quoted, Mode.STRICT));
        assertThatThrownBy(() -> read("\\\"" + "(".repeat(500) + "a" + ")".repeat(500), Mode.STRICT))
                .isInstanceOf(QueryLimitException.class);
        assertThatThrownBy(() -> read("/\"/" + "(".repeat(500) + "a" + ")".repeat(500) + "/\"/", Mode.STRICT))
                .isInstanceOfAny(QueryLimitException.class, QuerySyntaxException.class);
    }

    @Test
    void ofAQueryBeyondALimitTheBoxLeavesOutTheWordsThatMostPassagesHave() throws Exception {
        String text = "the ".repeat(20) + "a ".repeat(1_500) + "fog " + "w".repeat(4_000) + " " + "v".repeat(4_100);
        var parsed = light(parser, text, word -> word.length() > 100 ? 9 : word.length());
        assertThat(QueryPrinter.print(parsed.query())).isEqualTo("the a fog " + "w".repeat(4_000));
        assertThat(parsed.leftOut()).contains("v".repeat(4_100));
    }

    @Test
    void whoeverSetsSmallerLimitsHasThemHold() throws Exception {
        QueryParser small = new QueryParser(new QueryFields(List.of()), new QueryLimits(20, 3));
        assertThat(QueryPrinter.print(
                        small.parse("fog mist sea", Operator.OR, Mode.STRICT).query()))
                .isEqualTo("fog mist sea");
        assertThatThrownBy(() -> small.parse("a b c d", Operator.OR, Mode.STRICT))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageContaining("4 clauses")
                .hasMessageContaining("3");
        assertThatThrownBy(() -> small.parse("f".repeat(21), Operator.OR, Mode.STRICT))
                .isInstanceOf(QueryLimitException.class)
                .hasMessageContaining("21 characters")
                .hasMessageContaining("20");
        var parsed = light(small, "the fog the mist of sea", word -> "the of".contains(word) ? 9 : 1);
        assertThat(QueryPrinter.print(parsed.query())).isEqualTo("fog mist sea");
        assertThat(parsed.leftOut()).containsExactly("the", "of");
    }

    /** What the box makes of {@code text}, of which no query has room for all words, where so many passages have each. */
    private static QueryParser.Parsed light(QueryParser parser, String text, Function<String, Integer> passages)
            throws QuerySyntaxException, QueryLimitException {
        var crowded = parser.parse(text, Operator.OR, Mode.BOX, () -> Names.NONE);
        return crowded.lightened(crowded.crowd().orElseThrow().words().stream()
                .collect(Collectors.toMap(Function.identity(), passages)));
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
}
