package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What scripts see: the answers of every endpoint on the digests. {@code -Dwherein.golden.refresh=true} writes them. */
class GoldenApiTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.digests(folder);
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            search-words             => /search?q=brain%20drain&limit=2&facets=source,stance,region,date
            search-phrase-and-field  => /search?q=%22brain%20drain%22%20stance:pro-kremlin&limit=2
            search-russian           => /search?q=%D0%A0%D0%BE%D1%81%D1%81%D0%B8%D1%8F&limit=2&snippets=3
            search-by-document       => /search?q=visa&group=document&sort=-date&snippets=0
            search-dates             => /search?q=invasion&date.from=2022-05&date.to=2022-05&date.match=possible&limit=2
            search-box               => /search?q=%22brain%20drain&mode=box&op=and&limit=1
            search-nothing           => /search?q=zzzz
            search-count             => /search?q=Putin&limit=0&facets=lang,block,author
            facets                   => /facets?field=stance,source&q=Putin&stance=critical
            facets-months            => /facets?field=date&interval=month
            documents                => /documents
            documents-filtered       => /documents?q=visa&stance=advocacy
            document                 => /documents/oe-watch-brain-drain
            document-hits            => /documents/shareamerica-talent/hits?q=Russia
            document-passages        => /documents/oe-watch-brain-drain/passages
            passage                  => /passages/reversing-brain-drain:2?offsets=utf16
            info                     => /info
            problem-parameter        => /search?qq=fog&limit=many
            problem-value            => /search?stance=critcal&date.from=2022-13&limit=1001
            problem-syntax           => /search?q=stanse:critical
            problem-quote            => /search?q=fog%20%22mist
            problem-missing          => /documents/nowhere
            """)
    void answersAreAsRecorded(String name, String path) throws Exception {
        HttpResponse<String> answer = served.get("/api/v1" + path);
        String status = name.startsWith("problem") ? "application/problem+json" : "application/json";
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(status);
        compare(name, normal(Served.tree(answer.body())).toPrettyString());
    }

    @Test
    void theTextOfADocumentIsItsFile() throws Exception {
        HttpResponse<String> answer = served.get("/api/v1/documents/oe-watch-brain-drain/text");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(answer.body()).isEqualTo(Files.readString(Path.of("seeds/oe-watch-brain-drain.md")));
    }

    @Test
    void aServerThatLivesAndIsReadySaysSo() throws Exception {
        assertThat(served.get("/health").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(served.get("/ready").body()).isEqualTo("{\"status\":\"ready\"}");
    }

    private static void compare(String name, String answer) throws Exception {
        Path file = GOLDEN.resolve(name + ".json");
        if (Boolean.getBoolean("wherein.golden.refresh")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, answer + "\n", StandardCharsets.UTF_8);
        }
        assertThat(file).as("refresh with -Dwherein.golden.refresh=true").exists();
        assertThat(answer + "\n").isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }

    /** The answer without what differs from run to run. */
    private static JsonNode normal(JsonNode body) {
        ObjectNode node = (ObjectNode) body;
        if (node.has("took_ms")) {
            node.put("took_ms", 0);
        }
        if (node.has("index")) {
            node.putObject("index").put("generation", 0);
        }
        if (node.has("built")) {
            node.put("built", "2026-01-01T00:00:00Z").put("version", "0");
        }
        if (node.hasNonNull("next")) {
            node.put(
                    "next_url",
                    node.get("next_url").asText().replace(node.get("next").asText(), "NEXT"));
            node.put("next", "NEXT");
        }
        return node;
    }
}
