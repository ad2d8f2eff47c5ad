package wherein.recognise.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wherein.recognise.WordList;
import wherein.recognise.language.Language;
import wherein.recognise.language.Languages;

/** The files of words that figures are read by. */
class FigureWordsTest {

    private static final Set<String> KINDS = Set.of(
            "people",
            "person",
            "stop",
            "irregular",
            "phrase",
            "stem",
            "tail",
            "dual",
            "and",
            "of",
            "to",
            "until",
            "from",
            "rangefrom",
            "between",
            "article",
            "change",
            "label",
            "label-point",
            "label-after",
            "rank",
            "index",
            "craft",
            "call",
            "name",
            "street",
            "streetru",
            "sport",
            "formation",
            "clock",
            "length",
            "counted",
            "harm",
            "harm-before",
            "aux",
            "ordinal-lead",
            "everybody",
            "scale-of",
            "with-hundredths",
            "additional",
            "after-one-day",
            "aged",
            "and-half",
            "at-hour",
            "at-hours",
            "before-hour",
            "before-one-day",
            "before-step",
            "before-time-label",
            "before-unit",
            "cubic",
            "degrees",
            "determiner",
            "elapsed",
            "family",
            "half-day",
            "half-no-share",
            "halves",
            "hour-of",
            "hour-or-day-of",
            "hours",
            "hours-last",
            "label-join",
            "label-range",
            "no-noun",
            "noon",
            "number",
            "number-degree",
            "of-people",
            "of-the-us",
            "one-article",
            "or",
            "or-so",
            "ordinal-ending",
            "ordinal-letters",
            "out-of",
            "part-of-day",
            "part-of-decade",
            "part-of-hour",
            "postbox",
            "postcode",
            "prefix",
            "scale-alone",
            "short-scale",
            "square",
            "step",
            "suspended",
            "time-label",
            "unit-or-ordinal",
            "unit-or-preposition",
            "unit-point",
            "weighing",
            "weight-or-money",
            "which-half",
            "whose-life",
            "with-part",
            "zone");

    static List<String> codes() {
        return Languages.codes();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyRowIsOfAKindThatIsKnown(String code) {
        List<String> unknown = new ArrayList<>();
        for (String[] row : WordList.rows(Language.class, code + "-figures.tsv")) {
            boolean known = row.length == 3
                    && (KINDS.contains(row[0]) || UnitWord.Kind.of(row[0]) != null || Sense.Role.of(row[0]) != null);
            if (!known) {
                unknown.add(String.join(" ", row));
            }
        }
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyLanguageHasUnitsOfTimePeopleAndBounds(String code) {
        FigureWords words = FigureWords.of(code);
        List<String> rows = WordList.rows(Language.class, code + "-figures.tsv").stream()
                .map(row -> row[0] + " " + row[1])
                .toList();
        assertThat(rows)
                .contains(
                        "time years",
                        "time months",
                        "currency EUR",
                        "phrase bound about",
                        "phrase bound above",
                        "and -")
                .anyMatch(row -> row.startsWith("pe"));
        assertThat(words).isSameAs(FigureWords.of(code + "-XX"));
    }

    @Test
    void aLanguageWithoutAFileHasTheSignsOfAll() {
        FigureWords words = FigureWords.of("hu");
        assertThat(words.units.get("km")).isNotNull();
        assertThat(words.people.get("people")).isNull();
    }
}
