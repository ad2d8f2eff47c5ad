package wherein.recognise.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Владимир Путин, Vladimir Putin",
        "Алексей Навальный, Alexei Navalny",
        "Alexey Navalny, Aleksei Navalny",
        "Дмитрий Песков, Dmitry Peskov",
        "Dmitri Peskov, Dmitriy Peskov",
        "Юлия Навальная, Yulia Navalnaya",
        "Евгений Пригожин, Yevgeny Prigozhin",
        "Evgenii Prigozhin, Yevgeny Prigozhin",
        "Никита Хрущёв, Nikita Khrushchev",
        "Володимир Зеленський, Volodymyr Zelensky",
        "José Aznar, Jose Aznar",
        "Сергей Соловьёв, Sergey Solovyov",
    })
    void spellingsOfOneNameHaveOneKey(String one, String other) {
        assertThat(PersonNames.key(one)).isEqualTo(PersonNames.key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Putin, Vladimir Putin, true",
        "Vladimir, Vladimir Putin, true",
        "V. Putin, Vladimir Putin, true",
        "Путин В. В., Vladimir Vladimirovich Putin, true",
        "Joe Biden, Joseph R. Biden, true",
        "Joe Biden, Hunter Biden, false",
        "George W. Bush, George H. Bush, false",
        "Anna Smith, Anna Jones, false",
        "Lavrov, Vladimir Putin, false",
        "'', Vladimir Putin, false",
    })
    void namesAreCompatibleUnlessTheyConflict(String one, String other, boolean expected) {
        assertThat(PersonNames.compatible(one, other)).isEqualTo(expected);
        assertThat(PersonNames.compatible(other, one)).isEqualTo(expected);
    }

    @Test
    void differentPersonsHaveDifferentKeys() {
        assertThat(PersonNames.key("Sergei Ivanov")).isNotEqualTo(PersonNames.key("Sergei Petrov"));
    }
}
