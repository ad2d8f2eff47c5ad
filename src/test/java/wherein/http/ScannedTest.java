package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was read from a scan says so, wherever it is shown, and each list and count can leave it out. */
class ScannedTest {

    private static final String API = "/api/v1";

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        served = Scanned.served(folder.resolve("index"));
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
    }

    private static JsonNode get(String path) throws Exception {
        return served.json(API + path);
    }

    @Test
    void hitsRowsLinesDocumentsAndPassagesSayHowSureOcrWas() throws Exception {
        for (JsonNode hit : get("/search?q=quay").get("hits")) {
            if (hit.get("document").asText().equals("scan")) {
                assertThat(hit.get("ocr").asDouble()).isEqualTo(0.93);
            } else {
                assertThat(hit.has("ocr")).isFalse();
            }
        }
        for (String rows : List.of("/mentions?type=country", "/concordance?q=quay")) {
            JsonNode page = get(rows);
            for (JsonNode row : page.has("rows") ? page.get("rows") : page.get("mentions")) {
                boolean scan = row.get("document").asText().equals("scan");
                assertThat(row.get("ocr").isNull()).as(rows).isEqualTo(!scan);
            }
        }
        assertThat(get("/documents/scan").get("ocr").asDouble()).isEqualTo(0.93);
        assertThat(get("/documents/typed").has("ocr")).isFalse();
        assertThat(served.get(API + "/mentions?type=country&format=csv&fields=document,ocr")
                        .body())
                .contains("scan,0.93")
                .contains("typed,\r\n");
    }

    @Test
    void aQuotationSaysThatAMachineReadIt() throws Exception {
        assertThat(served.get(API + "/documents/scan/citation?style=text&start=0&end=9")
                        .body())
                .contains("[read from a scan by OCR, confidence 0.93]");
        assertThat(served.get(API + "/documents/scan/citation?style=ris&start=0&end=9")
                        .body())
                .contains("N1", "read from a scan by OCR, confidence 0.93");
        assertThat(served.get(API + "/documents/typed/citation?style=text&start=0&end=9")
                        .body())
                .doesNotContain("OCR");
    }

    @Test
    void eachListAndCountCanLeaveScansOutOrTakeThemAlone() throws Exception {
        assertThat(documents("/search?q=quay&ocr=leave")).containsOnly("typed");
        assertThat(documents("/search?q=quay&ocr=only")).containsOnly("scan");
        assertThat(documents("/search?q=quay&ocr=keep")).containsOnly("scan", "typed");
        assertThat(get("/search?q=quay&ocr=leave&limit=0").at("/total/passages").asInt())
                .isOne();
        for (String counted : List.of("/mentions?type=country", "/mentions?type=date", "/concordance?q=quay")) {
            int all = get(counted + "&limit=0").at("/total/passages").asInt();
            int leave =
                    get(counted + "&ocr=leave&limit=0").at("/total/passages").asInt();
            int only = get(counted + "&ocr=only&limit=0").at("/total/passages").asInt();
            assertThat(leave).as(counted).isPositive();
            assertThat(leave + only).as(counted).isEqualTo(all);
        }
    }

    @Test
    void theShellOfASearchSaysItToo() throws Exception {
        assertThat(served.get("/?q=clerk&ocr=only").body()).contains("read from a scan, 93 % sure");
    }

    private static List<String> documents(String path) throws Exception {
        return get(path).get("hits").findValuesAsText("document").stream()
                .distinct()
                .toList();
    }
}
