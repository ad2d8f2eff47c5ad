package wherein.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({"-1, 3", "4, 3", "-2, -1"})
    void aSpanThatEndsBeforeItStartsOrLiesBeforeZeroIsRefused(int start, int end) {
        assertThatThrownBy(() -> new Span(start, end))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no span: " + start + " to " + end);
    }

    @Test
    void aSpanCoversItsCharacters() {
        assertThat(new Span(4, 8).in("old mill pond")).isEqualTo("mill");
        assertThat(new Span(4, 8).length()).isEqualTo(4);
        assertThat(new Span(4, 4).in("old mill pond")).isEmpty();
    }

    @ParameterizedTest(name = "2-6 and {0}-{1}: contains {2}, overlaps {3}")
    @CsvSource({
        "2, 6, true, true",
        "3, 5, true, true",
        "1, 3, false, true",
        "5, 9, false, true",
        "0, 2, false, false",
        "6, 9, false, false",
        "0, 9, false, true"
    })
    void containingAndOverlappingTreatTheEndAsExclusive(int start, int end, boolean contains, boolean overlaps) {
        Span span = new Span(2, 6);
        Span other = new Span(start, end);
        assertThat(span.contains(other)).isEqualTo(contains);
        assertThat(span.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(span)).isEqualTo(overlaps);
    }

    @Test
    void anEmptySpanAtTheBorderIsContainedAndOverlapsNothing() {
        assertThat(new Span(2, 6).contains(new Span(6, 6))).isTrue();
        assertThat(new Span(2, 6).overlaps(new Span(6, 6))).isFalse();
    }

    @Test
    void shiftingMovesBothEnds() {
        assertThat(new Span(2, 6).shift(3)).isEqualTo(new Span(5, 9));
        assertThat(new Span(2, 6).shift(-2)).isEqualTo(new Span(0, 4));
        assertThatThrownBy(() -> new Span(2, 6).shift(-3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spansAreOrderedByStartThenByEnd() {
        List<Span> sorted = Stream.of(new Span(3, 4), new Span(1, 9), new Span(1, 2), new Span(0, 5))
                .sorted()
                .toList();
        assertThat(sorted).containsExactly(new Span(0, 5), new Span(1, 2), new Span(1, 9), new Span(3, 4));
    }
}
