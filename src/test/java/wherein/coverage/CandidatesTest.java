package wherein.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What might be a mention. */
class CandidatesTest {

    @Test
    void aRunIsOneCandidateAndAPointEndsIt() {
        List<String> surfaces = new ArrayList<>();
        String text = "I met J. R. Ash-Vale in Ruby Bay. Two of G20 gave 1,200 to Élan Vital's crew.";
        Candidates.of(text, "en").forEach(each -> surfaces.add(each.span().in(text)));
        assertThat(surfaces)
                .containsExactly("I", "J. R. Ash-Vale", "Ruby Bay", "Two", "G20", "1", "200", "Élan Vital's");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | two boats and forty-one oars         | two; forty; one
            ru | трёмстам рыбакам, пятью лодками      | трёмстам; пятью
            uk | п'ятьма човнами, двадцяти риболовам  | п'ятьма; двадцяти
            fr | quinze mille bateaux, deux rames     | quinze; mille; deux
            de | dreiundzwanzig Boote, zweitausend    | dreiundzwanzig; zweitausend
            es | doscientas barcas y veintidós remos  | doscientas; veintidós
            it | ventitré barche, duemila remi        | ventitré; duemila
            nl | drieëntwintig boten, achthonderd     | drieëntwintig; achthonderd
            pl | dwudziestu rybaków, trzema łodziami  | dwudziestu; trzema
            pt | duzentos barcos e dezesseis remos    | duzentos; dezesseis
            """)
    void numberWordsOfTheLanguageOfATextAreCandidates(String language, String text, String expected) {
        List<String> found = Candidates.of(text, language).stream()
                .filter(each -> each.kind() == Candidates.Kind.NUMBER_WORD)
                .map(each -> each.span().in(text))
                .toList();
        assertThat(found).containsExactly(expected.split("; "));
    }

    @Test
    void aWordThatIsANumberElsewhereIsNone() {
        assertThat(Candidates.of("once six mille", "en")).hasSize(1);
        assertThat(NumberWords.languages()).hasSize(10);
    }
}
