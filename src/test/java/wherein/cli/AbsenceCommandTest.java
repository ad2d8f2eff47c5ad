package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands behind "nothing found", on the command line. */
class AbsenceCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void index() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(collection.resolve("a.md"), "# Log\n\nGulls cry over the port of Tbilisi in Georgia.\n");
        Files.writeString(collection.resolve("b.pdf"), "%PDF-1.4 A whale was seen off Kiribati.");
        assertThat(Ran.of("index", collection.toString(), "--index", at(), "--quiet")
                        .out())
                .isEmpty();
    }

    private String at() {
        return folder.resolve("index").toString();
    }

    @Test
    void itSaysInWordsWhatWasTriedAndWhatWasNotSearched() {
        Ran ran = Ran.of("absence", "whale", "--index", at());
        assertThat(ran.exit()).isEqualTo(Main.NOTHING_FOUND);
        assertThat(ran.out())
                .startsWith("Nothing found: whale\n")
                .contains("  whale: no form of it in the collection\n")
                .contains("Searched: 1 document with ")
                .contains("Not searched: 1 file, record or link\n", "    b.pdf\n")
                .contains("Collection: fingerprint ");
    }

    @Test
    void aCountryIsLookedForByAllItsNames() {
        String told = Ran.of("absence", "country:Kiribati", "--index", at()).out();
        assertThat(told).contains("Kiribati (country), 0 mentions in the collection; looked for as Kiribati, ");
    }

    @Test
    void whatIsFoundAllTheSameIsCountedAndHasTheCodeOfThat() throws Exception {
        Ran ran = Ran.of("absence", "gull", "--index", at(), "--json");
        assertThat(ran.exit()).isEqualTo(Main.FOUND);
        JsonNode told = new ObjectMapper().readTree(ran.out());
        assertThat(told.at("/total/passages").asInt()).isEqualTo(1);
        assertThat(told.at("/tried/words/0/forms/0/form").asText()).isEqualTo("gulls");
        assertThat(told.at("/not_searched/notes/0/examples/0/file").asText()).isEqualTo("b.pdf");
    }
}
