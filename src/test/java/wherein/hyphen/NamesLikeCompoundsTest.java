package wherein.hyphen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list is made from those of the recognisers; where one of them changes, what this test says is missing is put in. */
class NamesLikeCompoundsTest {

    private static final Path LISTS = Path.of("src/main/resources/wherein/recognise");
    private static final List<String> SOURCES = List.of(
            "country/countries.tsv",
            "country/demonyms.tsv",
            "country/regions.tsv",
            "country/cities.tsv",
            "country/cities-own.tsv",
            "country/towns.tsv",
            "country/governments.tsv",
            "person/given-latin.tsv",
            "person/surnames.tsv",
            "person/short-forms.tsv");
    private static final Pattern NAME = Pattern.compile("(?<!\\p{L})\\p{Lu}\\p{Ll}{3,}(?!\\p{L})");

    @Test
    void everyNameThatCouldBeTakenForACompoundIsInTheListAndNoOther() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String source : SOURCES) {
            NAME.matcher(Files.readString(LISTS.resolve(source)))
                    .results()
                    .map(match -> match.group().toLowerCase(Locale.ROOT))
                    .filter(NamesLikeCompoundsTest::isLikeACompound)
                    .forEach(expected::add);
        }
        List<String> listed = new ArrayList<>(
                Files.readAllLines(Path.of("src/main/resources/wherein/hyphen/names-like-compounds.txt")));
        listed.removeIf(line -> line.startsWith("#"));
        Files.readAllLines(LISTS.resolve("language/en-dates.tsv")).stream()
                .filter(line -> line.startsWith("month\t") || line.startsWith("weekday\t"))
                .flatMap(line -> Pattern.compile("[ \t]").splitAsStream(line).skip(2))
                .filter(NamesLikeCompoundsTest::isLikeACompound)
                .forEach(expected::add);
        assertThat(listed).containsExactlyElementsOf(expected);
    }

    private static boolean isLikeACompound(String name) {
        if (EnglishWords.contain(name)) {
            return false;
        }
        for (int at = 2; at <= name.length() - 4; at++) {
            if (EnglishWords.contain(name.substring(at))) {
                return true;
            }
        }
        return false;
    }
}
