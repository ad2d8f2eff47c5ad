package wherein.recognise.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationTest {

    @ParameterizedTest
    @CsvSource({
        "I, 1",
        "IV, 4",
        "IX, 9",
        "XIV, 14",
        "XXIII, 23",
        "XXXIX, 39",
        "IIX, 0",
        "VX, 0",
        "XM, 0",
        "A, 0",
        "XVIIIIIII, 0"
    })
    void readsRomanNumbersAndNothingElse(String figures, int value) {
        assertThat(Generation.roman(figures, 0, figures.length())).isEqualTo(value);
    }
}
