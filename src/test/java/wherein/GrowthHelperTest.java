package wherein;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the growth tests are measured with tells work that grows with its input from work that grows faster. */
@Tag("long")
class GrowthHelperTest {

    private static final int SMALL = 2_000;

    @Test
    void workThatLooksAtEveryPairIsTooMuch() throws Exception {
        Growth growth = new Growth(SMALL);
        growth.measure("each with each", "a"::repeat, text -> pairs(text, text.length()));
        assertThatThrownBy(growth::check).isInstanceOf(AssertionError.class).hasMessageContaining("each with each");
    }

    @Test
    void workThatLooksAtEachWithItsNeighboursIsNot() throws Exception {
        Growth growth = new Growth(SMALL);
        growth.measure("each with some", "a"::repeat, text -> pairs(text, 500));
        assertThatCode(growth::check).doesNotThrowAnyException();
    }

    private static int pairs(String text, int reach) {
        int same = 0;
        for (int i = 0; i < text.length(); i++) {
            for (int j = i; j < Math.min(text.length(), i + reach); j++) {
                same += text.charAt(i) == text.charAt(j) ? 1 : 0;
            }
        }
        return same;
    }
}
