package wherein.recognise.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RussianNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Бориса Громова, Борис Громов",
        "Сергеем Шойгу, Сергей Шойгу",
        "Анне Ахматовой, Анна Ахматова",
        "Михаилу Саакашвили, Михаил Саакашвили",
        "Владимиром Городецким, Владимир Городецкий",
        "Ангелы Меркель, Ангела Меркель",
        "Барака Обамы, Барак Обама",
        "Иван Грозный, Иван Грозный",
    })
    void bringsAFullNameToTheNominative(String form, String expected) {
        List<String> parts = List.of(form.split(" "));
        assertThat(String.join(" ", RussianNames.base(parts, "", word -> false).parts()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"Медведеву, Медведев", "Моцарта, Моцарт", "Чайковского, Чайковский", "Порошенко, Порошенко"})
    void bringsASurnameAloneToTheNominative(String form, String expected) {
        assertThat(RussianNames.alone(form, "", word -> false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Ким Чон Хваном, Ким Чон Хван",
        "Ким Мён Ына, Ким Мён Ын",
        "Лев Ян Петровой, Лев Ян Петровой",
    })
    void aNameOfSyllablesIsDeclinedAtItsEndWhereTheDocumentHasItsBase(String form, String expected) {
        List<String> parts = List.of(form.split(" "));
        List<String> attested = List.of("Хван", "Ын", "Петров");
        assertThat(String.join(
                        " ", RussianNames.base(parts, "", attested::contains).parts()))
                .isEqualTo(expected);
    }
}
