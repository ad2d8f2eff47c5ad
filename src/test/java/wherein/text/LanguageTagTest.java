package wherein.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN, en",
        "en_gb, en-GB",
        "en-US, en-US",
        "en_GB.UTF-8, en-GB",
        "ru_RU@euro, ru-RU",
        "zh-hans-cn, zh-Hans-CN",
        "SR_latn, sr-Latn",
        "es-419, es-419",
        "de-CH-1901, de-CH-1901",
        "fil, fil"
    })
    void aTagIsOneHoweverItIsWritten(String written, String canonical) {
        assertThat(LanguageTag.canonical(written)).isEqualTo(canonical);
        assertThat(LanguageTag.canonical(canonical)).isEqualTo(canonical);
        assertThat(LanguageTag.primary(written)).isEqualTo(canonical.split("-")[0]);
    }

    @Test
    void aTagBelongsToTheFamiliesOfItsBeginnings() {
        assertThat(LanguageTag.family("zh_Hans_CN")).isEqualTo(List.of("zh", "zh-Hans", "zh-Hans-CN"));
        assertThat(LanguageTag.family("pt-br")).isEqualTo(List.of("pt", "pt-BR"));
        assertThat(LanguageTag.family("pt")).isEqualTo(List.of("pt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "English", "Old Norse", "русский", "e", "-", "en-", "en--US", "x-klingonish"})
    void whatIsNoTagStaysAsItIs(String text) {
        assertThat(LanguageTag.family(text)).isEmpty();
        assertThat(LanguageTag.canonical(text)).isEqualTo(text);
    }
}
