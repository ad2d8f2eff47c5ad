package wherein.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;

class CodePointsTest {

    @Test
    void everyPositionIsThatOfTheNaiveCount() {
        Seeded.times(300, random -> {
            String text = Seeded.text(random, 60);
            CodePoints points = new CodePoints(text);
            assertThat(points.length()).isEqualTo(text.codePointCount(0, text.length()));
            for (int index = 0; index <= points.length(); index++) {
                int utf16 = text.offsetByCodePoints(0, index);
                assertThat(points.toUtf16(index)).isEqualTo(utf16);
                assertThat(points.at(utf16)).isEqualTo(index);
            }
        });
    }

    @Test
    void aPositionInsideAPairCountsAsThePairs() {
        CodePoints points = new CodePoints("a😀b");
        assertThat(new int[] {points.at(0), points.at(1), points.at(2), points.at(3), points.at(4)})
                .containsExactly(0, 1, 1, 2, 3);
    }

    @Test
    void aSurrogateWithoutItsPartnerIsOneCodePoint() {
        CodePoints points = new CodePoints("\uDE00x\uD83D");
        assertThat(points.length()).isEqualTo(3);
        assertThat(points.toUtf16(2)).isEqualTo(2);
    }

    @Test
    void ofTwoHighSurrogatesTheSecondPairs() {
        CodePoints points = new CodePoints("\uD83D\uD83D\uDE00z");
        assertThat(points.length()).isEqualTo(3);
        assertThat(points.toUtf16(2)).isEqualTo(3);
        assertThat(points.at(3)).isEqualTo(2);
    }

    @Test
    void anEmptyTextHasOnePosition() {
        CodePoints points = new CodePoints("");
        assertThat(points.length()).isZero();
        assertThat(points.at(0)).isZero();
        assertThat(points.toUtf16(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void aPositionOutsideTheTextIsRefused(int position) {
        CodePoints points = new CodePoints("x😀");
        assertThatThrownBy(() -> points.at(position))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("position " + position + " of a text of 3 UTF-16 units");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void aCodePointOutsideTheTextIsRefused(int index) {
        CodePoints points = new CodePoints("x😀");
        assertThatThrownBy(() -> points.toUtf16(index))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("code point " + index + " of a text of 2");
    }
}
