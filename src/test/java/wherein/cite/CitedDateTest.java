package wherein.cite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.time.EdtfDate;

/** A date in a citation says what the catalogue says, and no more. */
class CitedDateTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            2022                  => 2022                       => 2022///                      => {"date-parts":[[2022]]}
            2022-05               => May 2022                   => 2022/05//                    => {"date-parts":[[2022,5]]}
            2022-05-07            => 7 May 2022                 => 2022/05/07/                  => {"date-parts":[[2022,5,7]]}
            2022-05-07/..         => 7 May 2022 or later        => 2022/05/07/or later          => {"literal":"7 May 2022 or later"}
            2022/                 => 2022 or later              => 2022///or later              => {"literal":"2022 or later"}
            ../2022               => 2022 or earlier            => ///2022 or earlier           => {"literal":"2022 or earlier"}
            2019/2021             => 2019–2021                  => 2019///to 2021               => {"date-parts":[[2019],[2021]]}
            2022-05-07/2022-06    => 7 May 2022 – June 2022     => 2022/05/07/to June 2022      => {"date-parts":[[2022,5,7],[2022,6]]}
            2022~                 => ca. 2022                   => 2022///ca. 2022              => {"date-parts":[[2022]],"circa":true}
            2022?                 => 2022?                      => 2022///2022?                 => {"date-parts":[[2022]],"circa":true}
            2022%                 => ca. 2022?                  => 2022///ca. 2022?             => {"date-parts":[[2022]],"circa":true}
            2019~/2021            => ca. 2019 – 2021            => 2019///ca. 2019 – 2021       => {"date-parts":[[2019],[2021]],"circa":true}
            199X                  => 1990s                      => ///1990s                     => {"literal":"1990s"}
            19XX                  => 1900–1999                  => ///1900–1999                 => {"literal":"1900–1999"}
            2022-XX               => 2022                       => 2022///                      => {"date-parts":[[2022]]}
            2022-21               => spring 2022                => 2022///spring 2022           => {"date-parts":[[2022]],"season":1}
            2022-21/2022-24       => spring 2022 – winter 2022  => 2022///spring 2022 – winter 2022 => {"literal":"spring 2022 – winter 2022"}
            """)
    void eachFormSaysAllThatIsKnown(String edtf, String words, String ris, String csl) {
        CitedDate date = CitedDate.of(EdtfDate.parse(edtf)).orElseThrow();
        assertThat(date.words()).isEqualTo(words);
        assertThat(date.ris()).isEqualTo(ris);
        assertThat(date.csl()).hasToString(csl);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2022,               2022,
            2022-05-07,         2022, 5
            2022-05-07/2022-05, 2022, 5
            2022-05/2022-06,    2022,
            2022-21,            2022,
            2022/2023,          ,
            2022-05-07/..,      ,
            ../2022,            ,
            2022~,              ,
            199X,               ,
            """)
    void aYearOrMonthIsGivenOnlyWhereThereIsNoDoubt(String edtf, Integer year, Integer month) {
        CitedDate date = CitedDate.of(EdtfDate.parse(edtf)).orElseThrow();
        assertThat(date.year().stream().boxed())
                .isEqualTo(year == null ? java.util.List.of() : java.util.List.of(year));
        assertThat(date.month().stream().boxed())
                .isEqualTo(month == null ? java.util.List.of() : java.util.List.of(month));
    }

    @Test
    void whatIsUnknownHasNoForm() {
        assertThat(CitedDate.of(EdtfDate.UNKNOWN)).isEmpty();
    }
}
