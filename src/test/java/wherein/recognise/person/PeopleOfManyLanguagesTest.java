package wherein.recognise.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.recognise.Recognisers;
import wherein.recognise.WordList;
import wherein.time.EdtfDate;

/** The sentences of {@code people.tsv}: who is named, who is one person with whom, and that nobody else is found. */
class PeopleOfManyLanguagesTest {

    private static final Annotator ANNOTATOR = Recognisers.standard();

    static Stream<List<String>> sentences() {
        return WordList.rows(PeopleOfManyLanguagesTest.class, "people.tsv").stream()
                .map(List::of);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void findsWhoIsNamedAndNobodyElse(List<String> row) {
        String text = row.get(1).replace("\\n", "\n");
        List<String> found = new ArrayList<>();
        for (Mention mention : ANNOTATOR.annotate(text, row.get(0), EdtfDate.parse(""))) {
            if (mention instanceof Mention.Person person) {
                String surface =
                        text.substring(person.span().start(), person.span().end());
                found.add(surface + " = " + person.name());
            }
        }
        assertThat(found.stream().collect(Collectors.joining("; "))).isEqualTo(row.size() > 2 ? row.get(2) : "");
    }
}
