package wherein.recognise.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.recognise.WordList;
import wherein.recognise.language.Language;

class UnitNamesTest {

    @Test
    void everyWordAndSignThatTheRecogniserKnowsForAUnitNamesItInAnyCase() {
        Map<String, String> expected = new TreeMap<>();
        List<String[]> rows = new ArrayList<>(WordList.rows(Language.class, "en-figures.tsv"));
        rows.addAll(WordList.rows(Language.class, "ru-figures.tsv"));
        rows.addAll(WordList.rows(UnitWord.class, "symbols.tsv"));
        for (String[] row : rows) {
            for (String word : UnitWord.Kind.of(row[0]) == null ? new String[0] : row[2].split(" ")) {
                expected.putIfAbsent(word.replaceFirst("(?<=.)\\*$", ""), row[1].split("\\|")[0]);
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
