package wherein.recognise.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.text.Tokens;

class CountryNamesTest {

    @ParameterizedTest
    @CsvSource({"GE,Georgia", "GB,United Kingdom", "SU,Soviet Union", "XK,Kosovo", "YU,Yugoslavia", "CI,Côte d’Ivoire"})
    void aCodeHasAnEnglishName(String id, String label) {
        assertThat(CountryNames.label(id)).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({
        "Georgia,GE",
        "Грузия,GE",
        "Грузии,GE",
        "UK,GB",
        "uk,GB",
        "united states,US",
        "США,US",
        "Deutschland,DE",
        "日本,JP",
        "Holland,NL",
        "RU,RU",
        "Russian,RU",
        "Türkiye,TR",
        "turkey,TR",
        "Soviet Union,SU",
        "Косово,XK"
    })
    void aNameInAnyLanguageHasItsCode(String name, String id) {
        assertThat(CountryNames.resolve(name)).containsExactly(id);
    }

    @Test
    void anAmbiguousNameHasSeveralCodesTheLikeliestFirst() {
        assertThat(CountryNames.resolve("Congo")).containsExactly("CD", "CG");
        assertThat(CountryNames.resolve("Korea")).containsExactly("KR", "KP");
    }

    @Test
    void anUnknownNameHasNoCode() {
        assertThat(CountryNames.resolve("Atlantis")).isEmpty();
        assertThat(CountryNames.resolve("")).isEmpty();
        assertThat(CountryNames.resolve("Berlin")).isEmpty();
    }

    @Test
    void whatIsNoCodeHasNoName() {
        assertThatThrownBy(() -> CountryNames.label("QQ")).hasMessageContaining("QQ");
        assertThat(CountryNames.isCode("QQ")).isFalse();
        assertThat(CountryNames.all()).contains("RU", "SU", "XK").hasSizeGreaterThan(250);
    }

    @Test
    void everyCountryIsFoundByItsEnglishAndItsRussianNameOfCldr() {
        List<String> missed = new ArrayList<>();
        for (String code : Locale.getISOCountries()) {
            for (ULocale locale : List.of(ULocale.ENGLISH, new ULocale("ru"))) {
                String name = new ULocale("und", code).getDisplayCountry(locale);
                // CLDR puts a second name in brackets, which no text writes.
                if (name.indexOf('(') < 0 && !CountryNames.resolve(name).contains(code)) {
                    missed.add(code + " " + name);
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void theListOfNamesIsWhatIcuSays() throws IOException {
        try (var in = getClass().getResourceAsStream("cldr-names.tsv")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(GenerateCldrNames.list());
        }
    }

    @Test
    void othersAskWhetherARunOfTokensIsThePlaceOrTheNameOfACountry() {
        Tokens tokens = new Tokens("Kuala Lumpur, Malaysia, and Texas are not Maria or maria");
        Gazetteer gazetteer = Gazetteer.standard();
        assertThat(gazetteer.names(tokens, 0, 1)).isTrue();
        assertThat(gazetteer.names(tokens, 0, 0)).isFalse();
        assertThat(gazetteer.names(tokens, 3, 3)).isTrue();
        assertThat(gazetteer.names(tokens, 6, 6)).isFalse();
        assertThat(gazetteer.isPlace(tokens, 6, 6)).isTrue();
        assertThat(gazetteer.isPlace(tokens, 9, 9)).isFalse();
    }
}
