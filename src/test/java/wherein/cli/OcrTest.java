package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Scans;

/** {@code wherein index --ocr}, from a picture to what a search says of it. */
class OcrTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path texts;
    private String index;

    @BeforeEach
    void aTextAndAScan() throws Exception {
        texts = Files.createDirectory(folder.resolve("texts"));
        index = folder.resolve("index").toString();
        Files.writeString(texts.resolve("typed.txt"), "The harbour was closed in the fog of March 2022.\n");
        Scans.sheet(150).text(12, 1, Scans.ENGLISH).save(texts.resolve("scan.png"));
    }

    private Ran index(String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("index", texts.toString(), "--index", index));
        arguments.addAll(List.of(options));
        return Ran.of(arguments.toArray(String[]::new));
    }

    private JsonNode search(String... options) throws Exception {
        List<String> arguments = new java.util.ArrayList<>(List.of("search", "harbour", "--json", "--index", index));
        arguments.addAll(List.of(options));
        return JSON.readTree(Ran.of(arguments.toArray(String[]::new)).out());
    }

    @Test
    void aScanIsToldWithoutOcrAndReadWithIt() throws Exception {
        Scans.ocr();
        assertThat(index().err()).contains("1 that are pictures: .png", "index with --ocr");
        assertThat(search().at("/total/documents").asInt()).isOne();
        Ran read = index("--ocr");
        assertThat(read.exit()).as(read.err()).isZero();
        assertThat(read.err()).contains("1 read", "1 unchanged", "1 added");
        JsonNode hits = search("--ocr=only").get("hits");
        assertThat(hits).isNotEmpty();
        assertThat(hits.get(0).get("document").asText()).isEqualTo("scan.png");
        assertThat(hits.get(0).get("ocr").asDouble()).isBetween(0.8, 1.0);
        assertThat(search("--ocr=leave").at("/hits/0/document").asText()).isEqualTo("typed.txt");
        assertThat(search("--ocr=leave").at("/hits/0").has("ocr")).isFalse();
        Ran rows = Ran.of("mentions", "--type", "country", "--csv", "--fields", "document,ocr", "--index", index);
        assertThat(rows.out()).startsWith("document,ocr").contains("scan.png,0.");
        assertThat(index("--ocr").err()).contains("0 read", "2 unchanged");
        // Other languages read it anew, and nothing else.
        assertThat(index("--ocr", "--ocr-languages", "en").err()).contains("1 read", "1 unchanged");
        assertThat(index("--prune").err()).contains("1 deleted");
    }

    @Test
    void aLanguageThatIsNotInstalledIsRefusedWithThoseThatAre() {
        Scans.ocr();
        Ran refused = index("--ocr", "--ocr-languages", "xx");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.err()).contains("\"xx\"", "deu", "eng", "rus", "apt-get install");
    }

    @Test
    void withoutTesseractOneLineSaysWhatToInstall() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "index",
                texts.toString(),
                "--index",
                index,
                "--ocr");
        builder.environment().put("PATH", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(said.lines().filter(line -> line.startsWith("wherein:")))
                .singleElement()
                .asString()
                .contains("--ocr needs tesseract", "apt-get install tesseract-ocr");
        assertThat(Path.of(index)).doesNotExist();
    }
}
