package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What says the same as a document, asked over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimilarTest {

    private static final String API = "/api/v1/documents/";

    private static final String LAMP =
            "The ferry left 😀 at dawn with \"350 sailors\" on board. Nobody at the old harbour saw that"
                    + " the crew had taken the green lamp from the wall, and nobody asked for it in spring.";
    private static final String BREAD =
            "A baker from the upper town told the council that he had sold no bread for eleven days,"
                    + " and that the mill at the river would close before the end of the year.";

    private Served served;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("a.txt"), LAMP + "\n\n" + BREAD + "\n");
        String republished = BREAD.replace("upper town ", "upper\ntown ");
        Files.writeString(
                texts.resolve("b.txt"),
                LAMP.replace('"', '”').toUpperCase(java.util.Locale.ROOT) + "\n\n" + republished + "\n");
        Files.writeString(texts.resolve("c.txt"), LAMP.replace("350", "360") + "\n");
        Files.writeString(
                texts.resolve("d.txt"), "Snow fell on the hills all night, and the road to the pass was shut.\n");
        Files.writeString(texts.resolve("catalog.yaml"), """
                documents:
                  - {id: first, file: a.txt, source: The Harbour, date: 2022-05-07, title: The lamp}
                  - {id: second, file: b.txt, source: Pier Post, date: 2022-05-09, title: Nobody asked}
                  - {id: third, file: c.txt}
                  - {id: fourth, file: d.txt}
                """);
        served = Served.of(texts, Optional.empty(), folder.resolve("index"));
    }

    @AfterAll
    void close() throws Exception {
        served.close();
    }

    private static List<String> told(JsonNode answer) {
        List<String> told = new ArrayList<>();
        answer.get("similar").forEach(pair -> {
            StringBuilder line = new StringBuilder(pair.get("passage").textValue() + " "
                    + pair.get("likeness").textValue() + " " + pair.get("other").textValue());
            pair.get("differences")
                    .forEach(each -> line.append(" " + each.get("text").textValue() + ">"
                            + each.get("other_text").textValue()));
            told.add(line.toString());
        });
        return told;
    }

    @Test
    void aRepublishedTextIsTheSamePassageByPassageAndAChangedFigureIsShown() throws Exception {
        assertThat(told(served.json(API + "first/similar")))
                .containsExactly("first:1 same second:1", "first:1 variant third:1 350>360", "first:2 same second:2");
        assertThat(told(served.json(API + "third/similar")))
                .containsExactly("third:1 variant first:1 360>350", "third:1 variant second:1 360>350");
        assertThat(told(served.json(API + "fourth/similar"))).isEmpty();
    }

    @Test
    void theCountsAreExactAndPagesAreTheWhole() throws Exception {
        JsonNode all = served.json(API + "first/similar");
        assertThat(all.get("total")).hasToString("{\"similar\":3,\"documents\":2,\"returned\":3}");
        assertThat(all.get("complete").booleanValue()).isTrue();
        List<String> paged = new ArrayList<>();
        String next = API + "first/similar?limit=1";
        while (next != null) {
            JsonNode page = served.json(next);
            paged.addAll(told(page));
            next = page.get("next_url").textValue();
        }
        assertThat(paged).isEqualTo(told(all));
    }

    @Test
    void offsetsPointIntoTheTextsOfBothDocuments() throws Exception {
        int[] here = served.get(API + "first/text").body().codePoints().toArray();
        int[] there = served.get(API + "third/text").body().codePoints().toArray();
        JsonNode pair = served.json(API + "first/similar").get("similar").get(1);
        JsonNode difference = pair.get("differences").get(0);
        int start = difference.get("start").intValue();
        int other = difference.get("other_start").intValue();
        assertThat(new String(here, start, difference.get("end").intValue() - start))
                .isEqualTo("350");
        assertThat(new String(there, other, difference.get("other_end").intValue() - other))
                .isEqualTo("360");
        assertThat(pair.get("link").textValue()).isEqualTo("/documents/third#c=0-" + pair.get("other_end"));
    }

    @Test
    void aDocumentThatIsNotThereIsAnError() throws Exception {
        assertThat(served.get(API + "fifth/similar").statusCode()).isEqualTo(404);
        assertThat(served.get(API + "first/similar?q=lamp").statusCode()).isEqualTo(400);
    }
}
