package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextsTest {

    @TempDir
    private Path folder;

    private Taken read(String json) throws Exception {
        return read(json, 10_000);
    }

    private Taken read(String json, long maxDocument) throws Exception {
        Taken taken = new Taken();
        Path file = Files.write(folder.resolve("a.json"), json.getBytes(StandardCharsets.UTF_8));
        JsonTexts.read(file, maxDocument, taken);
        return taken;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\": \"a\", \"text\": \"Eels.\"}, {\"text\": \"Otters.\", \"date\": \"2021\"}]",
                "{\"articles\": [{\"id\": \"a\", \"text\": \"Eels.\"}, {\"text\": \"Otters.\", \"date\": \"2021\"}]}",
                "{\"response\": {\"docs\": [{\"_id\": {\"$oid\": \"a\"}, \"body\": \"Eels.\"},"
                        + "{\"content\": \"Otters.\", \"published\": {\"$date\": \"2021-03-04T05:06:07Z\"}}]}}",
                "{\"data\": {\"children\": [{\"data\": {\"id\": \"a\", \"selftext\": \"Eels.\"}},"
                        + " {\"data\": {\"selftext\": \"Otters.\", \"created_utc\": 1614834367}}]}}",
                "{\"x\": {\"id\": \"a\", \"text\": \"Eels.\"}, \"y\": {\"text\": \"Otters.\", \"date\": \"2021\"}}",
                "{\"id\": \"a\", \"text\": \"Eels.\"}\n{\"text\": \"Otters.\", \"date\": \"2021\"}\n"
            })
    void objectsWithATextAreDocumentsWhereverTheyStand(String json) throws Exception {
        Taken taken = read(json);
        assertThat(taken.texts()).containsExactly("Eels.", "Otters.");
        assertThat(taken.extracts.get(0).id()).contains("a");
        assertThat(taken.extracts.get(1).within()).isEqualTo("#2");
        assertThat(taken.extracts.get(1).metadata().date().edtf()).startsWith("2021");
        assertThat(taken.notes).isEmpty();
    }

    @Test
    void oneObjectWithATextIsTheFile() throws Exception {
        Taken taken = read("{\"headline\": \"Eels\", \"text\": \"Eels pass.\", \"notes\": [{\"text\": \"No.\"}]}");
        assertThat(taken.texts()).containsExactly("Eels pass.");
        assertThat(taken.extracts.getFirst().within()).isEmpty();
        assertThat(taken.extracts.getFirst().metadata().title()).isEqualTo("Eels");
    }

    @Test
    void aTextInPiecesIsOne() throws Exception {
        assertThat(read("[{\"text\": [\"See \", {\"type\": \"link\", \"text\": \"the weir\"}, \".\"]}]")
                        .texts())
                .containsExactly("See the weir.");
        assertThat(read("[{\"text\": [\"One.\", \"Two.\"]}]").texts()).containsExactly("One.\n\nTwo.");
    }

    @Test
    void aTextOfMarkupIsReadAsAPage() throws Exception {
        Taken taken = read("{\"items\": [{\"title\": \"Eels\", \"content_html\": \"<p>Eels <b>pass</b>.</p>\"}]}");
        assertThat(taken.texts()).containsExactly("Eels pass.");
    }

    @Test
    void whatIsNoRecordAmongRecordsIsToldWithItsLine() throws Exception {
        Taken taken =
                read("{\"found\": 3, \"all\": [\n{\"text\": \"One.\"},\n{\"id\": 2},\n7,\n{\"text\": \"Two.\"}]}");
        assertThat(taken.texts()).containsExactly("One.", "Two.");
        assertThat(taken.extracts.getLast().within()).isEqualTo("#4");
        assertThat(taken.notes).hasSize(3);
        assertThat(taken.notes.get(0)).startsWith("BAD_RECORD 3: not indexed: expected an object");
        assertThat(taken.notes.get(1)).startsWith("BAD_RECORD 4: not indexed: expected an object");
        assertThat(taken.notes.get(2))
                .isEqualTo("BAD_METADATA 0: left out, since it stands beside the records: \"found\"");
    }

    @Test
    void jsonWithoutTextsIsOneDocumentOfAllThatItSays() throws Exception {
        Taken taken =
                read("{\"weirs\": [{\"name\": \"Upper\", \"height\": 12, \"fish\": [\"eel\", \"trout\"], \"by\": null},"
                        + " {\"name\": \"Lower\\nmill\"}], \"river\": {\"Tarn\": {\"open\": true}}}");
        assertThat(taken.texts())
                .containsExactly(
                        "weirs\n\nname: Upper; height: 12; fish: eel; trout\n\nname: Lower mill\n\nriver\n\nTarn\n\n"
                                + "open: true");
        assertThat(taken.notes).isEmpty();
    }

    @Test
    void whatStandsBeforeABreakIsReadAndTheRestIsTold() throws Exception {
        Taken taken = read("[{\"text\": \"One.\"},\n{\"text\": \"Two.\"},\n{\"text\": oops}]");
        assertThat(taken.texts()).containsExactly("One.", "Two.");
        assertThat(taken.notes).singleElement().asString().startsWith("BAD_RECORD 3: not indexed: no JSON: ");
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read("{\"a\":\n oops}"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("no JSON: ")
                .hasMessageEndingWith("(line 2)");
    }

    @Test
    void aRecordOverTheMaximumIsToldAndTheRestIsRead() throws Exception {
        String large = "{\"text\": \"One.\", \"list\": [" + "\"eel\", ".repeat(500) + "\"eel\"]}";
        Taken taken = read("[" + large + ",\n{\"text\": \"Two.\"}]", 1_000);
        assertThat(taken.texts()).containsExactly("Two.");
        assertThat(taken.notes).singleElement().asString().startsWith("TOO_LARGE 1: not indexed: more than ");
    }

    @Test
    void whatNestsTooDeepIsTold() {
        assertThatThrownBy(() -> read("[".repeat(3_000))).isInstanceOf(UnreadableException.class);
    }

    @Test
    void aFieldThatMeansNothingKnownIsTheReadersOwn() throws Exception {
        Taken taken = read(
                "[{\"text\": \"One.\", \"source\": {\"id\": null, \"name\": \"Eel Post\"}, \"River Name\": \"Tarn\"}]");
        assertThat(taken.extracts.getFirst().metadata().source()).isEqualTo("Eel Post");
        assertThat(taken.extracts.getFirst().metadata().fields()).containsEntry("river_name", List.of("Tarn"));
    }
}
