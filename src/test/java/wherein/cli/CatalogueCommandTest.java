package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table is printed, mended, put beside the files, and read. */
class CatalogueCommandTest {

    private static final String EELS = "Eels pass the weir by night, and nobody counts them before the morning comes.";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("a.md"), "# Night\n\n" + EELS + "\n");
        Files.writeString(folder.resolve("b.txt"), EELS + "\n");
    }

    @Test
    void aTableIsPrintedForEachFile() {
        Ran ran = Ran.of("catalogue", folder.toString());
        assertThat(ran.exit()).isEqualTo(Main.FOUND);
        assertThat(ran.out())
                .isEqualTo("\uFEFFfile,title,source,author,date,stance,language,url,guessed\r\n"
                        + "a.md,Night,,,,,en,,title (its heading); language (its words)\r\n"
                        + "b.txt,,,,,,en,,language (its words)\r\n");
        assertThat(ran.err()).isEqualTo("wherein: 2 rows" + System.lineSeparator());
    }

    @Test
    void theTableThatLiesThereIsBroughtUpToDateInItsOwnForm() throws Exception {
        Path table = folder.resolve("metadata.csv");
        Files.writeString(table, "file;published\nb.txt;03/04/2023\n");
        Ran ran = Ran.of("catalogue", folder.toString(), "--write");
        assertThat(ran.exit()).isEqualTo(Main.FOUND);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("1 with a date of two readings").contains("wherein: 2 rows in " + table);
        assertThat(Files.readString(table).lines())
                .containsExactly(
                        "\uFEFFfile;published;title;source;author;stance;language;url;guessed",
                        "b.txt;03/04/2023;;;;;en;;language (its words)",
                        "a.md;;Night;;;;en;;\"title (its heading); language (its words)\"");
        try (var left = Files.list(folder)) {
            assertThat(left.map(each -> each.getFileName().toString()).sorted().toList())
                    .isEqualTo(List.of("a.md", "b.txt", "metadata.csv"));
        }
    }

    @Test
    void aTableThatIsNoneIsLeftAlone() throws Exception {
        Path table = folder.resolve("metadata.csv");
        Files.writeString(table, "name,title\na,b\n");
        Ran ran = Ran.of("catalogue", folder.toString(), "--write");
        assertThat(ran.exit()).isEqualTo(Main.ERROR);
        assertThat(ran.err()).contains("its first line names no column \"file\"");
        assertThat(table).hasContent("name,title\na,b\n");
    }
}
