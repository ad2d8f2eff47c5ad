package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every match on the command line: for a program whole and plain, for a person aligned. */
class KwicCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void index() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(collection.resolve("a.txt"), "Gulls cry over the port. A gull sleeps; старый порт too.\n");
        assertThat(run(Main.FOUND, false, "index", collection.toString(), "--index", at(), "--quiet"))
                .isEmpty();
    }

    @Test
    void aPipeGetsAllRowsEachOnALine() {
        assertThat(run(Main.FOUND, false, "kwic", "gull", "--index", at(), "--left", "10", "--right=8"))
                .isEqualTo("           Gulls cry ove\ta.txt 0-5\n e port. A gull sleeps;\ta.txt 27-31\n");
    }

    @Test
    void theOtherFormsAreThoseOfTheApi() {
        String csv = run(Main.FOUND, false, "kwic", "порт", "--index", at(), "--csv", "--fields", "start,match");
        assertThat(csv).isEqualTo("start,match\r\n47,порт\r\n");
        String lines = run(Main.FOUND, false, "kwic", "gull", "--index", at(), "--ndjson", "--fields", "match");
        assertThat(lines).isEqualTo("{\"match\":\"Gulls\"}\n{\"match\":\"gull\"}\n");
        assertThat(run(Main.FOUND, false, "kwic", "gull", "--index", at(), "--json"))
                .contains("\"matches\":2", "\"rows\":[");
    }

    @Test
    void aPersonSeesTheMatchesOneBelowTheOther() {
        List<String> lines = run(Main.FOUND, true, "kwic", "gull", "--index", at())
                .replaceAll("\u001b\\[[0-9;]*m", "")
                .lines()
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).isEqualTo("a.txt");
        assertThat(lines.get(1).indexOf("Gulls")).isEqualTo(lines.get(2).indexOf("gull"));
    }

    @Test
    void nothingAndNonsenseHaveCodesOfTheirOwn() {
        assertThat(run(Main.NOTHING_FOUND, false, "kwic", "whale", "--index", at()))
                .isEmpty();
        assertThat(run(Main.ERROR, false, "kwic", "gull", "--index", at(), "--sort", "middle"))
                .isEmpty();
        assertThat(run(Main.ERROR, false, "kwic")).isEmpty();
    }

    private String at() {
        return folder.resolve("index").toString();
    }

    private static String run(int code, boolean terminal, String... args) {
        String property = System.setProperty("wherein.tty.out", Boolean.toString(terminal));
        try {
            Ran ran = Ran.of(args);
            assertThat(ran.exit()).as(ran.err()).isEqualTo(code);
            return ran.out();
        } finally {
            if (property == null) {
                System.clearProperty("wherein.tty.out");
            } else {
                System.setProperty("wherein.tty.out", property);
            }
        }
    }
}
