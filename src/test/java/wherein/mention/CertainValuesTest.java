package wherein.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import wherein.mention.Mention.Figure.Bound;
import wherein.text.Span;

class CertainValuesTest {

    private static final double ANY = Double.POSITIVE_INFINITY;

    private static CertainValues of(String min, String max, Bound bound, String unit) {
        return CertainValues.of(
                new Mention.Figure(new Span(0, 1), new BigDecimal(min), new BigDecimal(max), bound, unit, "planted"));
    }

    @Test
    void aPlainFigureIsWhatWasWritten() {
        assertThat(of("200000", "999999", Bound.EXACT, "people")).isEqualTo(new CertainValues(200_000, 999_999));
        assertThat(of("-2.5", "-2.5", Bound.EXACT, "percent")).isEqualTo(new CertainValues(-2.5, -2.5));
    }

    @Test
    void atLeastIsOpenAboveAndNearlyGoesDownToNothing() {
        assertThat(of("100000", "100000", Bound.ABOVE, "people")).isEqualTo(new CertainValues(100_000, ANY));
        assertThat(of("1000000", "1000000", Bound.BELOW, "people")).isEqualTo(new CertainValues(0, 1_000_000));
    }

    @Test
    void aboutIsCertainOfNothingButThatItIsNotBelowNothing() {
        assertThat(of("150000", "150000", Bound.ABOUT, "people")).isEqualTo(new CertainValues(0, ANY));
    }

    @Test
    void whatWasWrittenAsNegativeAndDegreesMayBeBelowNothing() {
        assertThat(of("-4", "-4", Bound.BELOW, "percent")).isEqualTo(new CertainValues(-ANY, -4));
        assertThat(of("3", "3", Bound.BELOW, "°C")).isEqualTo(new CertainValues(-ANY, 3));
        assertThat(of("3", "3", Bound.ABOUT, "°C")).isEqualTo(new CertainValues(-ANY, ANY));
    }
}
