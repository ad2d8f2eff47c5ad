package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wherein.document.Block;
import wherein.document.Region;
import wherein.time.EdtfDate;

/**
 * Pages in the shapes that sites have. In each of them the article speaks of otters, or names who wrote it, and all that
 * surrounds it of trams.
 */
class PagesTest {

    private static final Path PAGES = Path.of("src/test/resources/wherein/format/pages");

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noSentenceOfTheArticleIsBoilerplate(Path page) throws IOException {
        assertThat(paragraphs(page, Block.BOILERPLATE)).noneMatch(PagesTest::isOfTheArticle);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatSurroundsTheArticleIsBoilerplate(Path page) throws IOException {
        List<String> rest = new ArrayList<>();
        for (Block block : Block.values()) {
            rest.addAll(block == Block.BOILERPLATE ? List.of() : paragraphs(page, block));
        }
        assertThat(rest).noneMatch(words -> words.toLowerCase(Locale.ROOT).matches("(?s).*(?:\\btrams?|трамва).*"));
        assertThat(rest).anyMatch(PagesTest::isOfTheArticle);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void titleIsThatOfTheArticleAndTheDateTheDayThatThePageHas(Path page) throws IOException {
        Extract extract = read(page);
        assertThat(extract.metadata().title()).isIn("The otters of Fenwick", "Otters of Fenwick", "Выдры Фенвика");
        assertThat(extract.metadata().date())
                .isIn(EdtfDate.parse("2022-05-03"), EdtfDate.UNKNOWN)
                .matches(date -> date.known() == extract.origins().containsKey("date"));
        assertThat(extract.metadata().author()).isIn(List.of("Una Prill"), List.of("Уна Приль"), List.of());
    }

    private static boolean isOfTheArticle(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.contains("otter") || lower.contains("выдр");
    }

    private static List<String> paragraphs(Path page, Block block) throws IOException {
        Extract extract = read(page);
        return extract.regions().stream()
                .filter(region -> region.block() == block)
                .map(Region::span)
                .map(span -> span.in(extract.text()))
                .toList();
    }

    private static Extract read(Path page) throws IOException {
        return Html.read(Files.readString(page));
    }
}
