package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Endpoint;
import wherein.api.Endpoints;
import wherein.api.Parameter;
import wherein.query.QueryFields;

/** A collection may name its own fields as our parameters are named, and neither is taken for the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnFieldsTest {

    private static final String API = "/api/v1";

    /** What a document says of itself under these names, and what every collection is asked by. */
    private static final Set<String> KEPT = Set.of(
            "id",
            "author",
            "date",
            "stance",
            "language",
            "lang",
            "source",
            "block",
            "doc",
            "country",
            "person",
            "figure");

    private Served plain;
    private Served named;
    private Set<String> names;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        names = new TreeSet<>();
        for (Endpoint endpoint : Endpoints.all()) {
            for (Parameter<?> parameter : endpoint.parameters()) {
                names.add(parameter.name());
                names.addAll(parameter.aliases());
            }
        }
        names.removeIf(name -> !name.matches("[a-z][a-z0-9_-]*") || KEPT.contains(name));
        names.addAll(List.of("heading", "index", "all", "json", "csv", "passage", "own"));
        plain = served(folder.resolve("plain"), Set.of());
        named = served(folder.resolve("named"), names);
    }

    private static Served served(Path folder, Set<String> names) throws Exception {
        Files.createDirectories(folder);
        List<String> lines = new ArrayList<>();
        String[] texts = {
            "Norway sold 1,200 boats in March 2021, and 300 people saw it.",
            "Sweden bought 40 of them. Ingrid Solberg of Norway praised Sweden.",
            "In Norway 150 thousand people like fog."
        };
        for (int i = 0; i < texts.length; i++) {
            StringBuilder line =
                    new StringBuilder("{\"id\":\"d" + i + "\",\"source\":\"Tide\",\"text\":\"" + texts[i] + "\"");
            String value = i == 1 ? "two" : "one";
            names.forEach(name -> line.append(",\"")
                    .append(name)
                    .append("\":\"")
                    .append(value)
                    .append('"'));
            lines.add(line.append('}').toString());
        }
        Path file = Files.write(folder.resolve("all.jsonl"), lines);
        return Served.ledger(file, Optional.empty(), folder.resolve("index"));
    }

    @AfterAll
    void close() throws Exception {
        plain.close();
        named.close();
    }

    @Test
    void theCollectionHasAFieldOfEveryNameThatAParameterHas() {
        assertThat(named.searcher().fields()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(names)
                .contains(
                        "by",
                        "context",
                        "left",
                        "sample",
                        "start",
                        "end",
                        "types",
                        "class",
                        "style",
                        "document",
                        "kind",
                        "q",
                        "limit",
                        "sort",
                        "fields",
                        "field",
                        "unit",
                        "type",
                        "value",
                        "bound",
                        "format",
                        "cursor");
    }

    @Test
    void aParameterMeansTheSameWhateverFieldsACollectionHas() throws Exception {
        for (String request : List.of(
                "/mentions/summary?by=type",
                "/mentions/summary?by=document,kind",
                "/mentions?context=20&type=country&nested=off",
                "/mentions?sort=left&limit=2&bound=%3D",
                "/mentions?kind=name",
                "/mentions?value=within&mention.value=100..2000",
                "/concordance?q=norway&left=5&right=3&sample=2&seed=1",
                "/figures/table?unit=people&by=source&sort=-value",
                "/account?class=recognised&offsets=utf16",
                "/search?q=norway&mode=box&op=and&group=document&snippets=0&document=d0",
                "/entities/country?prefix=nor",
                "/suggest?prefix=nor&types=country",
                "/documents?limit=2")) {
            String path = API + request;
            JsonNode with = named.json(path).get("total");
            assertThat(with).as(path).isEqualTo(plain.json(path).get("total"));
            assertThat(path.contains("suggest") || with.iterator().next().asInt() > 0)
                    .as(path + with)
                    .isTrue();
        }
        assertThat(named.json(API + "/mentions/summary?by=type").at("/total/mentions"))
                .isEqualTo(named.json(API + "/mentions?limit=0").at("/total/mentions"));
    }

    @Test
    void everyFieldFiltersUnderItsWholeName() throws Exception {
        for (String name : names) {
            assertThat(documents("/search?field." + name + "=one")).as(name).isEqualTo(2);
            assertThat(documents("/search?field." + name + "=two")).as(name).isEqualTo(1);
            assertThat(documents("/search?not.field." + name + "=one")).as(name).isEqualTo(1);
            assertThat(documents("/mentions?limit=0&field." + name + "=two"))
                    .as(name)
                    .isEqualTo(1);
            assertThat(documents("/mentions/summary?by=type&field." + name + "=one"))
                    .as(name)
                    .isEqualTo(2);
        }
    }

    @Test
    void everyFieldIsAFieldOfAQuery() throws Exception {
        for (String name : names) {
            assertThat(documents("/search?q=" + name + ":two")).as(name).isEqualTo(1);
        }
    }

    @Test
    void everyFieldIsCountedAndSaysWhichParameterItsValuesAreFor() throws Exception {
        for (String name : names) {
            boolean isAlias = name.equals("document");
            for (String asked : isAlias ? List.of("field.document") : List.of(name, parameter(name))) {
                JsonNode facet = named.json(API + "/facets?field=" + asked).at("/facets/0");
                assertThat(facet.get("field").asText()).isEqualTo(name);
                for (JsonNode value : facet.get("values")) {
                    String filter = facet.get("parameter").asText() + "="
                            + value.get("value").asText();
                    assertThat(documents("/search?" + filter))
                            .as(filter)
                            .isEqualTo(value.get("count").asInt());
                }
                assertThat(facet.get("values")).as(name).hasSize(2);
            }
        }
        assertThat(named.json(API + "/facets?field=document")
                        .at("/facets/0/parameter")
                        .asText())
                .isEqualTo("doc");
    }

    @Test
    void theAnswerAboutTheCollectionNamesEveryFieldWithItsParameter() throws Exception {
        Set<String> told = new TreeSet<>();
        for (JsonNode field : named.json(API + "/info").get("fields")) {
            if (names.contains(field.get("field").asText())) {
                told.add(field.get("field").asText());
                assertThat(field.get("parameter").asText())
                        .isEqualTo(parameter(field.get("field").asText()));
            }
        }
        assertThat(told).isEqualTo(names);
    }

    @Test
    void suchAFieldMayStandInACatalogueInFrontMatterAndInATable(@TempDir Path folder) throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("a.txt"), "Norway in the fog.");
        Files.writeString(texts.resolve("b.md"), "---\nfields:\n  left: two\n---\n\nNorway in the snow.\n");
        Files.writeString(texts.resolve("c.txt"), "Norway in the rain.");
        Files.writeString(texts.resolve("catalog.yaml"), """
                documents:
                  - file: a.txt
                    fields:
                      by: one
                """);
        Files.writeString(texts.resolve("metadata.csv"), "file,sample\nc.txt,three\n");
        try (Served small = Served.ledger(texts, Optional.empty(), folder.resolve("index"))) {
            for (String filter : List.of("by=one", "left=two", "sample=three")) {
                JsonNode answer = small.json(API + "/mentions?field." + filter);
                assertThat(answer.at("/total/mentions").asInt()).as(filter).isEqualTo(1);
            }
            assertThat(small.get(API + "/documents/a.txt").body()).contains("\"fields\":{\"by\":[\"one\"]}");
        }
    }

    @Test
    void whereAParameterIsOfOtherEndpointsAloneItsNameIsRefusedAndTheFieldsIsShown() throws Exception {
        HttpResponse<String> answer = named.get(API + "/search?left=one");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Served.tree(answer.body()).at("/errors/0/did_you_mean").asText())
                .isEqualTo("field.left");
    }

    @Test
    void theNamesThatNoFieldMayHaveAreThoseOfTheQueryLanguageAndOfADocument(@TempDir Path folder) throws Exception {
        Set<String> refused = new TreeSet<>(new QueryFields(Set.of()).names());
        refused.removeIf(name -> name.contains("."));
        refused.addAll(List.of("doc", "text", "id", "url", "language"));
        StringBuilder table = new StringBuilder("documents:\n  - file: a.txt\n    fields:\n");
        refused.forEach(name -> table.append("      ").append(name).append(": x\n"));
        Files.writeString(folder.resolve("a.txt"), "Fog.");
        Files.writeString(folder.resolve("catalog.yaml"), table);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Served.index(folder, Optional.empty(), folder.resolve("index"))))
                .satisfies(fault -> assertThat(refused)
                        .allSatisfy(name -> assertThat(fault.getMessage()).contains("\"" + name + "\" ")));
    }

    private static String parameter(String name) {
        return Endpoints.all().stream()
                        .flatMap(endpoint -> endpoint.parameters().stream())
                        .anyMatch(each ->
                                each.name().equals(name) || each.aliases().contains(name))
                ? "field." + name
                : name;
    }

    private int documents(String path) throws Exception {
        return named.json(API + path).at("/total/documents").asInt();
    }
}
