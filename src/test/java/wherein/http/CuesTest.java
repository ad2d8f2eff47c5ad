package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wherein.Pdfs;

/** Whatever stands on a page says on which, from the file to the citation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CuesTest {

    private static final String API = "/api/v1";
    private static final String URL = "https://harbour.example/fog.pdf";

    private Served served;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        try (Pdfs pdf = Pdfs.pages()) {
            pdf.page()
                    .lines(
                            72,
                            700,
                            10,
                            "Norway sold its harbour to forty people who had come over the sea, and",
                            "the clerk who wrote it down was the last to leave the town before the");
            pdf.page()
                    .lines(
                            72,
                            700,
                            10,
                            "ice came and Sweden bought what was left.",
                            "",
                            "Nobody in Denmark knew of it.");
            pdf.save(texts.resolve("fog.pdf"));
        }
        Files.writeString(texts.resolve("plain.txt"), "Norway slept; 3 people did not.\n");
        Files.writeString(texts.resolve("catalog.yaml"), """
                documents:
                  - id: fog
                    file: fog.pdf
                    url: %s
                """.formatted(URL));
        served = Served.ledger(texts, Optional.empty(), folder.resolve("index"));
    }

    @AfterAll
    void close() throws Exception {
        served.close();
    }

    @Test
    void aHitSaysOnWhichPageItBegins() throws Exception {
        JsonNode hits = served.json(API + "/search?q=harbour+OR+slept").get("hits");
        for (JsonNode hit : hits) {
            boolean paged = hit.get("document").asText().equals("fog");
            assertThat(hit.path("page").asText()).isEqualTo(paged ? "1" : "");
            assertThat(hit.get("source_link").asText(null)).isEqualTo(paged ? URL + "#page=1" : null);
        }
        assertThat(hits).hasSize(2);
        assertThat(served.json(API + "/documents/fog/passages")
                        .get("passages")
                        .get(0)
                        .get("page")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void aMentionSaysOnWhichPageItStandsThoughItsPassageBeganOnAnother() throws Exception {
        String rows = get("/mentions.csv?type=country&sort=document&fields=id,page,time,source_link&doc=fog");
        assertThat(rows.lines().skip(1))
                .contains("NO,1,," + URL + "#page=1", "SE,2,," + URL + "#page=2", "DK,2,," + URL + "#page=2");
        assertThat(get("/mentions.csv?id=NO&fields=document,page").lines()).contains("plain.txt,");
    }

    @Test
    void aRowOfTheConcordanceHasItsPage() throws Exception {
        assertThat(get("/concordance.csv?q=sweden+OR+norway&fields=match,page").lines())
                .contains("Norway,1", "Sweden,2", "Norway,");
    }

    @Test
    void aCitationNamesThePagesOfItsQuotation() throws Exception {
        String text = get("/documents/fog/text");
        int start = text.indexOf("the clerk");
        int end = text.indexOf("bought");
        String cite = "/documents/fog/citation?start=" + start + "&end=" + end + "&style=";
        assertThat(get(cite + "text")).contains(", pp. 1–2. ");
        assertThat(get(cite + "bibtex")).contains("pages = {1--2}");
        assertThat(get(cite + "ris")).contains("SP  - 1–2");
        assertThat(get(cite + "csl")).contains("\"page\":\"1–2\"");
        assertThat(get("/documents/fog/citation?style=text")).doesNotContain("p. 1");
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = served.get(API + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
