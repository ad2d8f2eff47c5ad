package wherein.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The old mill by the river grinds flour again, and the children run down to see its wheel.",
                "ru | Старая мельница у реки снова мелет муку, и дети бегают смотреть на её колесо.",
                "de | Die alte Mühle am Fluss mahlt wieder Mehl, und die Kinder laufen hin, um das Rad zu sehen.",
                "en | THE OLD MILL BY THE RIVER GRINDS FLOUR AGAIN, AND THE CHILDREN RUN DOWN TO SEE ITS WHEEL.",
                "ru | СТАРАЯ МЕЛЬНИЦА У РЕКИ СНОВА МЕЛЕТ МУКУ, И ДЕТИ БЕГАЮТ СМОТРЕТЬ НА ЕЁ КОЛЕСО.",
                "zh | 老磨坊又开始磨面粉了孩子们都跑下山坡去看那个转动的大水轮和清澈的河水",
                "'' | magnetohydrodynamic flow past a thin airfoil",
                "ru | Мельница",
                "'' | 1987",
                "'' | Mill"
            })
    void aTextTellsItsLanguageIfItIsLongEnough(String language, String text) {
        assertThat(Languages.of(text)).isEqualTo(language);
    }

    @ParameterizedTest(name = "{1} in a document in {0} is {2}")
    @CsvSource({
        "en, The mill, en",
        "en, Старая мельница, ru",
        "en, Старий млин біля річки, uk",
        "ru, The mill, en",
        "ru, Старая мельница, ru",
        "uk, Старая мельница, uk",
        "ru-RU, Старая мельница, ru-RU",
        "de, Die Mühle, de",
        "'', Старая мельница, ru",
        "'', The mill, ''",
        "en, 1987, en",
        "en, The mill «Старая мельница» by the river, en"
    })
    void aPassageIsInTheLanguageOfItsDocumentUnlessItsLettersSayOtherwise(
            String document, String text, String language) {
        assertThat(Languages.ofPassage(text, document)).isEqualTo(language);
    }
}
