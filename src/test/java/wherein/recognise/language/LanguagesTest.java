package wherein.recognise.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguagesTest {

    static Stream<String> codes() {
        return Languages.codes().stream();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyLanguageHasTheWordsThatTellAName(String code) {
        Language language = Languages.of(code);
        assertThat(language.code()).isEqualTo(code);
        for (WordClass needed : new WordClass[] {
            WordClass.FUNCTION,
            WordClass.JOIN,
            WordClass.PARTICLE,
            WordClass.TITLE,
            WordClass.ROLE,
            WordClass.SPEECH,
            WordClass.ORG
        }) {
            assertThat(language.words(needed)).as("%s %s", code, needed).hasSizeGreaterThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyLanguageHasTwelveMonthsAndSevenDays(String code) {
        assertThat(Languages.of(code).words(WordClass.MONTH).values())
                .contains("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")
                .doesNotContain("", "0", "13");
        assertThat(Languages.of(code).words(WordClass.WEEKDAY).values()).contains("1", "2", "3", "4", "5", "6", "7");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void wordsAreInLowerCaseAndWithoutSpaces(String code) {
        for (WordClass each : WordClass.values()) {
            assertThat(Languages.of(code).words(each).keySet())
                    .allSatisfy(word -> assertThat(word).isNotBlank().isEqualTo(word.toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void aLanguageIsFoundByItsTagWhateverItsRegion() {
        assertThat(Languages.of("pt-BR").code()).isEqualTo("pt");
        assertThat(Languages.of("de_AT").has(WordClass.FUNCTION, "danach")).isTrue();
    }

    @Test
    void aLanguageWithoutAFileAnswersWithNothing() {
        for (String tag : new String[] {"", "-", "ja", "sv", "english"}) {
            assertThat(Languages.of(tag)).as(tag).isSameAs(Language.NONE);
        }
        assertThat(Language.NONE.words(WordClass.FUNCTION)).isEqualTo(Map.of());
    }

    @Test
    void theWordsOfAllLanguagesKeepTheFirstValue() {
        assertThat(Languages.words(WordClass.MONTH))
                .containsEntry("mars", "3")
                .containsEntry("мая", "5")
                .containsEntry("mai", "5");
    }
}
