package wherein.recognise.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.recognise.WordList;

class UnitNamesTest {

    @Test
    void everyWordAndSignThatTheRecogniserKnowsForAUnitNamesItInAnyCase() {
        Map<String, String> expected = new TreeMap<>();
        for (String[] row : WordList.rows(UnitWord.class, "units.tsv")) {
            for (String word : row[2].split(" ")) {
                expected.putIfAbsent(word.replaceFirst("(?<=.)\\*$", ""), row[1]);
            }
        }
        assertThat(expected).hasSizeGreaterThan(500);
        expected.forEach((word, unit) -> {
            assertThat(UnitNames.of(word)).as(word).contains(unit);
            assertThat(UnitNames.of(" " + word.toUpperCase(java.util.Locale.ROOT)))
                    .as(word)
                    .contains(unit);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            US$             | USD
            A$              | AUD
            C$              | CAD
            US dollars      | USD
            American dollars | USD
            per cent        | percent
            square kilometres | km2
            sq km           | km2
            persons         | people
            People          | people
            departures      | departure
            boats           | boat
            """)
    void aUnitOfSeveralWordsAndTheNounThatIsCountedAreReadAsInAText(String name, String unit) {
        assertThat(UnitNames.of(name)).contains(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "5", "women", "usd,eur", "USD and EUR", "1,000 dollars", "…", "\"", "-", "of", "the"})
    void whatNamesNoUnitNamesNone(String name) {
        assertThat(UnitNames.of(name)).isEmpty();
    }

    @Test
    void aLongNameIsNotRead() {
        assertThat(UnitNames.of("dollars ".repeat(100_000))).isEmpty();
    }
}
