package wherein.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Seeded;

class WordsTest {

    private static List<String> forms(String text) {
        Words words = Words.of(text);
        return IntStream.range(0, words.size()).mapToObj(words::form).toList();
    }

    @Test
    void casePunctuationQuotationMarksAndWhiteSpaceDoNotCount() {
        assertThat(forms("“The  Harbour”, they\u00A0SAID:\n‘it is shut’ – now!"))
                .isEqualTo(forms("the harbour they said it is shut now"));
        assertThat(forms("It’s «Ёлка»")).isEqualTo(forms("it's елка"));
        assertThat(forms("за́мок и слова́")).isEqualTo(forms("замок и слова"));
    }

    @Test
    void whatMakesAnotherWordCounts() {
        assertThat(forms("мой")).isNotEqualTo(forms("мои"));
        assertThat(forms("schön")).isNotEqualTo(forms("schon"));
        assertThat(forms("we're")).isNotEqualTo(forms("were"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-5|5",
                "3.5|35",
                "3.5|3, 5",
                "$5|€5",
                "5%|5",
                "1/2|1, 2",
                "10–15|10, 15",
                "10:30|10. 30",
                "½|2",
                "+5|5"
            })
    void aSignThatChangesAFigureCounts(String one, String other) {
        assertThat(forms(one)).isNotEqualTo(forms(other));
    }

    @Test
    void theKindOfADashBetweenFiguresDoesNot() {
        assertThat(forms("10–15")).isEqualTo(forms("10-15")).containsExactly("10", "-", "15");
        assertThat(forms("covid-19 and A-10")).containsExactly("covid", "19", "and", "a", "10");
    }

    @Test
    void aWordThatALineEndBreaksIsOne() {
        assertThat(forms("har-\n  bour")).containsExactly("har-bour");
        assertThat(Words.of("har-\r\nbour").bare(0)).isEqualTo("harbour");
        assertThat(forms("har-\n\nbour")).containsExactly("har", "bour");
        assertThat(forms("pages 10-\n15")).containsExactly("pages", "10", "15");
    }

    @Test
    void lettersOfScriptsWithoutSpacesAreWordsOfHalfTheWeight() {
        assertThat(forms("我们的\n家")).isEqualTo(forms("我们的家")).hasSize(4);
        assertThat(Words.of("我们的家").weight()).isEqualTo(4);
        assertThat(Words.of("three small words").weight()).isEqualTo(6);
    }

    @Test
    void eachWordStandsWhereItWasFound() {
        Seeded.times(500, random -> {
            String text = Seeded.text(random, 60);
            Words words = Words.of(text);
            int end = 0;
            for (int i = 0; i < words.size(); i++) {
                assertThat(words.run(i, i + 1).start()).isGreaterThanOrEqualTo(end);
                end = words.run(i, i + 1).end();
            }
            assertThat(end).isLessThanOrEqualTo(text.length());
        });
    }
}
