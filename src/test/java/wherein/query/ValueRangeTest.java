package wherein.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;

class ValueRangeTest {

    private static final double NONE = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            150000            => 150000
            =150,000          => 150000
            = 150 000         => 150000
            1_500             => 1500
            2.5               => 2.5
            -3                => -3
            +3                => 3
            """)
    void oneNumberIsARangeOfItself(String text, double value) {
        assertThat(ValueRange.parse(text)).isEqualTo(new ValueRange(value, value, false));
    }

    @Test
    void signsOpenTheRangeOnOneSide() {
        assertThat(ValueRange.parse(">=100")).isEqualTo(new ValueRange(100, NONE, false));
        assertThat(ValueRange.parse("<=100")).isEqualTo(new ValueRange(-NONE, 100, false));
        assertThat(ValueRange.parse("> 100").min()).isGreaterThan(100).isLessThan(100.000001);
        assertThat(ValueRange.parse("<100").max()).isLessThan(100).isGreaterThan(99.999999);
    }

    @Test
    void twoPointsAndBracketsHoldBothEnds() {
        for (String text : new String[] {"5..9", "5 .. 9", "[5 TO 9]", "[ 5  TO 9 ]", " 5..9 "}) {
            assertThat(ValueRange.parse(text)).as(text).isEqualTo(new ValueRange(5, 9, false));
        }
        for (String text : new String[] {"5..", "5..*", "[5 TO *]"}) {
            assertThat(ValueRange.parse(text)).as(text).isEqualTo(new ValueRange(5, NONE, false));
        }
        for (String text : new String[] {"..9", "*..9", "[* TO 9]"}) {
            assertThat(ValueRange.parse(text)).as(text).isEqualTo(new ValueRange(-NONE, 9, false));
        }
        assertThat(ValueRange.parse("1.5..2.5")).isEqualTo(new ValueRange(1.5, 2.5, false));
    }

    @Test
    void anyNumbersWrittenAsARangeAreReadBack() {
        Seeded.times(1_000, random -> {
            long low = random.nextLong(1_000_000) - 500_000;
            long high = low + random.nextLong(1_000_000);
            ValueRange expected = new ValueRange(low, high, false);
            assertThat(ValueRange.parse(low + ".." + high)).isEqualTo(expected);
            assertThat(ValueRange.parse("[" + low + " TO " + high + "]")).isEqualTo(expected);
        });
    }

    @Test
    void aRangeThatMustHoldTheWholeFigureKeepsItsEnds() {
        assertThat(ValueRange.parse("5..9").whole()).isEqualTo(new ValueRange(5, 9, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "many", "1e5", ">", "=>5", "5...9", "[5 TO 9", "{5 TO 9}", "5 TO 9", "1.2.3", "NaN"})
    void whatIsNoRangeIsRefusedWithExamples(String text) {
        assertThatThrownBy(() -> ValueRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected such as");
    }

    @Test
    void aRangeDoesNotEndBelowItsBeginning() {
        assertThatThrownBy(() -> ValueRange.parse("9..5")).hasMessageContaining("below its beginning");
        assertThatThrownBy(() -> new ValueRange(Double.NaN, 1, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
