package wherein.cite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A family name is told apart where a name has the look of a person's, and nowhere else. */
class CitedNameTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            Ekaterina Sachkova         => Sachkova, Ekaterina
            Sachkova, Ekaterina        => Sachkova, Ekaterina
            J. R. R. Tolkien           => Tolkien, J. R. R.
            Sofia van der Berg         => van der Berg, Sofia
            Martin Luther King Jr.     => King, Martin Luther Jr.
            Zoë O’Brien-Smith          => O’Brien-Smith, Zoë
            Татьяна Попова             => Попова, Татьяна
            Plato                      => Plato
            """)
    void aPersonsNameIsInverted(String printed, String inverted) {
        CitedName name = CitedName.of(printed);
        assertThat(name.inverted()).isEqualTo(inverted);
        assertThat(name.whole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RAND Corporation",
                "Ministry of Trade",
                "Smith & Sons",
                "UNHCR",
                "the editors",
                "Team 7",
                "Reporters and Editors",
                "@anonymous"
            })
    void anyOtherStaysWhole(String printed) {
        assertThat(CitedName.of(printed)).isEqualTo(new CitedName(printed, "", true));
    }
}
