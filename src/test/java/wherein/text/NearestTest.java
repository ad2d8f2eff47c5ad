package wherein.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("title", "source", "author", "stance", "date", "boilerplate");

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "titel, title",
        "stanse, stance",
        "Sourcce, source",
        "DATE, date",
        "dat, date",
        "auhtor, author",
        "boilerplaet, boilerplate",
        "bolerplates, boilerplate"
    })
    void aSlipOfThePenFindsItsWord(String word, String meant) {
        assertThat(Nearest.to(word, KNOWN)).contains(meant);
        assertThat(Nearest.hint(word, KNOWN)).isEqualTo(" Did you mean \"" + meant + "\"?");
    }

    @ParameterizedTest
    @CsvSource({"x", "publisher", "headline", "sauces", "''", "tt", "boilxxxxate"})
    void aWordFarFromAllFindsNone(String word) {
        assertThat(Nearest.to(word, KNOWN)).isEmpty();
        assertThat(Nearest.hint(word, KNOWN)).isEmpty();
    }

    @Test
    void ofTwoEquallyNearTheFirstOfTheAlphabetIsMeant() {
        assertThat(Nearest.to("cable", List.of("table", "fable"))).contains("fable");
    }

    @Test
    void aWordIsComparedWithThoseAloneThatAreAboutAsLong() {
        List<String> names =
                IntStream.range(0, 200_000).mapToObj(i -> "name " + i).toList();
        for (int i = 0; i < 20; i++) {
            assertThat(Nearest.to("x".repeat(60_000 + i), names)).isEmpty();
        }
    }

    @Test
    void amongNoWordsNoneIsNear() {
        assertThat(Nearest.to("date", List.of())).isEmpty();
    }
}
