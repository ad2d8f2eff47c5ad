package wherein;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class GrowthTest {

    @Test
    void whatLooksAtEachPairIsTooMuch() throws Exception {
        Growth growth = new Growth(1_500);
        growth.measure("pairs", "x"::repeat, GrowthTest::pairs);
        assertThatThrownBy(growth::check).isInstanceOf(AssertionError.class).hasMessageContaining("pairs");
    }

    @Test
    void whatLooksAtEachOnceIsNot() throws Exception {
        Growth growth = new Growth(2_000_000);
        growth.measure("each", "x"::repeat, text -> text.chars().sum());
        assertThatCode(growth::check).doesNotThrowAnyException();
    }

    private static int pairs(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            for (int j = 0; j < i; j++) {
                sum += text.charAt(i) ^ text.charAt(j) + sum;
            }
        }
        return sum;
    }
}
