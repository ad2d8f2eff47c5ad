package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Four sources say so" is not "one source, copied three times": every count and list tells them apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopiesTest {

    private static final String API = "/api/v1";

    private Served served;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        Path texts = CopiedTexts.write(folder);
        served = Served.of(texts, Optional.empty(), folder.resolve("index"));
    }

    @AfterAll
    void close() throws Exception {
        served.close();
    }

    private JsonNode total(String path) throws Exception {
        return served.json(API + path).get("total");
    }

    private List<String> values(String path, String rows, String column) throws Exception {
        List<String> values = new ArrayList<>();
        served.json(API + path)
                .get(rows)
                .forEach(row -> values.add(row.get(column).asText()));
        return values;
    }

    @Test
    void aRowFoldsOnlyIfItsOwnSentenceIsTheRepeatedOne() throws Exception {
        assertThat(total("/mentions?id=NO"))
                .hasToString(
                        "{\"mentions\":9,\"passages\":5,\"documents\":5,\"boilerplate\":0,\"copies\":4,\"confirmed\":0,\"rejected\":0,\"reassigned\":0,\"disputed\":0,\"returned\":9}");
        assertThat(total("/mentions?id=NO&duplicates=fold"))
                .hasToString(
                        "{\"mentions\":5,\"passages\":4,\"documents\":4,\"boilerplate\":0,\"copies\":4,\"confirmed\":0,\"rejected\":0,\"reassigned\":0,\"disputed\":0,\"returned\":5}");
        // Not in the sentence that is another there, nor in the new part of the third.
        assertThat(values("/mentions?id=NO&duplicates=fold", "mentions", "document"))
                .containsExactly("first", "first", "third", "variant", "winter");
        assertThat(values("/mentions?type=figure&mention.unit=people&duplicates=fold", "mentions", "surface"))
                .contains("350", "360")
                .containsOnlyOnce("350");
    }

    @Test
    void whatRepeatsSomethingThatIsNotSelectedStays() throws Exception {
        assertThat(total("/mentions?id=NO&source=Pier+Post&duplicates=fold"))
                .hasToString(
                        "{\"mentions\":3,\"passages\":2,\"documents\":2,\"boilerplate\":0,\"copies\":0,\"confirmed\":0,\"rejected\":0,\"reassigned\":0,\"disputed\":0,\"returned\":3}");
        assertThat(total("/search?q=lamp&doc=second&duplicates=fold").get("passages"))
                .hasToString("1");
    }

    @Test
    void groupsSayHowManyOfTheirRowsAreCopies() throws Exception {
        JsonNode groups = served.json(API + "/mentions/summary?by=source&id=NO").get("groups");
        assertThat(groups.get(0))
                .hasToString(
                        "{\"source\":\"The Harbour\",\"mentions\":4,\"passages\":2,\"documents\":2,\"boilerplate\":0,\"copies\":1,\"confirmed\":0,\"rejected\":0,\"reassigned\":0,\"disputed\":0}");
        assertThat(groups.get(1))
                .hasToString(
                        "{\"source\":\"Pier Post\",\"mentions\":3,\"passages\":2,\"documents\":2,\"boilerplate\":0,\"copies\":2,\"confirmed\":0,\"rejected\":0,\"reassigned\":0,\"disputed\":0}");
        assertThat(groups.get(2))
                .hasToString(
                        "{\"source\":\"Lighthouse\",\"mentions\":2,\"passages\":1,\"documents\":1,\"boilerplate\":0,\"copies\":1,\"confirmed\":0,\"rejected\":0,\"reassigned\":0,\"disputed\":0}");
        assertThat(values("/mentions/summary?by=source&id=NO&duplicates=fold", "groups", "mentions"))
                .containsExactly("3", "1", "1");
        assertThat(values("/entities/country?duplicates=fold", "entities", "mentions"))
                .containsExactly("5");
    }

    @Test
    void hitsSayWhereElseTheirWordsStand() throws Exception {
        JsonNode answer = served.json(API + "/search?q=lamp+crew&op=and");
        assertThat(answer.get("total")).hasToString("{\"passages\":3,\"documents\":3,\"copies\":1,\"returned\":3}");
        for (JsonNode hit : answer.get("hits")) {
            String document = hit.get("document").textValue();
            List<String> others = new ArrayList<>();
            hit.get("duplicates")
                    .forEach(each -> others.add(each.get("document").textValue()));
            assertThat(others)
                    .containsExactlyElementsOf(
                            switch (document) {
                                case "first" -> List.of("second");
                                case "second" -> List.of("first");
                                default -> List.of();
                            });
            assertThat(hit.get("copies").intValue()).isEqualTo(others.size());
        }
        assertThat(values("/search?q=lamp+crew&op=and&duplicates=fold", "hits", "document"))
                .containsExactlyInAnyOrder("first", "variant");
        assertThat(values("/search?q=lamp+crew&op=and&duplicates=fold&group=document", "hits", "document"))
                .containsExactlyInAnyOrder("first", "variant");
    }

    @Test
    void facetsCountWhatIsLeft() throws Exception {
        JsonNode facet = served.json(API + "/search?q=lamp+crew&op=and&duplicates=fold&facets=source")
                .at("/facets/0/values");
        assertThat(facet).hasSize(1);
        assertThat(facet.get(0).get("count")).hasToString("2");
        assertThat(served.json(API + "/facets?q=lamp+crew&op=and&duplicates=fold&field=source")
                        .at("/facets/0/values"))
                .isEqualTo(facet);
    }

    @Test
    void matchesFoldWithTheirSentences() throws Exception {
        assertThat(total("/concordance?q=ferry"))
                .hasToString(
                        "{\"matches\":4,\"passages\":4,\"documents\":4,\"boilerplate\":0,\"copies\":2,\"returned\":4}");
        assertThat(total("/concordance?q=ferry&duplicates=fold"))
                .hasToString(
                        "{\"matches\":2,\"passages\":2,\"documents\":2,\"boilerplate\":0,\"copies\":2,\"returned\":2}");
        assertThat(values("/concordance?q=ferry&duplicates=fold&sort=right", "rows", "document"))
                .containsExactlyInAnyOrder("first", "variant");
        assertThat(values("/concordance?q=norway&duplicates=fold&sample=3", "rows", "document"))
                .hasSize(3);
    }

    @Test
    void aRepublishedDocumentSaysSo() throws Exception {
        JsonNode second = served.json(API + "/documents/second");
        assertThat(second.at("/copy_of/document").textValue()).isEqualTo("first");
        assertThat(second.at("/copy_of/share").doubleValue()).isBetween(0.9, 0.99);
        assertThat(second.get("copies").intValue()).isZero();
        JsonNode first = served.json(API + "/documents/first");
        assertThat(first.get("copy_of").isNull()).isTrue();
        assertThat(first.get("copies").intValue()).isOne();
        assertThat(served.json(API + "/documents/third").get("copy_of").isNull())
                .isTrue();
        assertThat(served.json(API + "/documents/variant").get("copy_of").isNull())
                .isTrue();
        assertThat(total("/documents")).hasToString("{\"documents\":5,\"copies\":1,\"returned\":5}");
        assertThat(values("/documents?duplicates=fold", "documents", "id"))
                .containsExactly("first", "third", "variant", "winter");
        assertThat(values("/documents?duplicates=fold&source=Pier+Post", "documents", "id"))
                .containsExactly("second", "winter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mentions?offsets=utf16",
                "/mentions?type=country&sort=-date",
                "/figures/table?unit=people",
                "/figures/table?unit=people&sort=value",
                "/concordance?q=norway"
            })
    void anExportHasTheRowsOfThePages(String path) throws Exception {
        for (String duplicates : List.of("", "&duplicates=keep", "&duplicates=fold")) {
            List<String> paged = new ArrayList<>();
            String next = API + path + duplicates + "&limit=1";
            while (next != null) {
                JsonNode page = served.json(next);
                page.properties().forEach(each -> {
                    if (List.of("mentions", "figures", "rows").contains(each.getKey())) {
                        each.getValue().forEach(row -> paged.add(row.toString()));
                    }
                });
                next = page.get("next_url").textValue();
            }
            String rows =
                    served.get(API + path.replace("?", ".ndjson?") + duplicates).body();
            assertThat(rows.lines().toList()).as(path + duplicates).isEqualTo(paged);
        }
    }

    @Test
    void whatIsNoWordForItIsAnError() throws Exception {
        assertThat(served.get(API + "/mentions?duplicates=hide").statusCode()).isEqualTo(400);
        assertThat(served.get(API + "/facets?field=source&duplicates=hide").statusCode())
                .isEqualTo(400);
    }
}
