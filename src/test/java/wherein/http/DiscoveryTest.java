package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import wherein.api.AnnotateApi;
import wherein.api.Endpoint;
import wherein.api.Parameter;

/** What leads from here to elsewhere and from elsewhere to here: annotations, links to the source, descriptions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiscoveryTest {

    private static final String API = "/api/v1";
    private static final String LD_JSON = "application/ld+json";

    private Served served;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        String harbour = "🚢 Norway sold its harbour to 40 people, who had come over the sea in boats of their own. ";
        String part = "Sweden bought what was left of it, and nobody in the town knew how many people came. ";
        Files.writeString(texts.resolve("fog.txt"), harbour.repeat(3) + "\n\n" + part.repeat(3) + "\n");
        Files.writeString(texts.resolve("plain.txt"), "Norway slept; 3 people did not.\n");
        Files.writeString(texts.resolve("evil.txt"), "Norway, 5 people.\n");
        Files.writeString(texts.resolve("catalog.yaml"), """
                documents:
                  - id: fog
                    file: fog.txt
                    url: https://harbour.example/fog
                    parts:
                      - lines: 3-3
                        source: Pier Post
                  - id: evil
                    file: evil.txt
                    url: "javascript:alert(1)"
                """);
        served = Served.ledger(texts, Optional.empty(), folder.resolve("index"));
    }

    @AfterAll
    void close() throws Exception {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mentions?limit=1000",
                "/figures/table?unit=people&limit=1000",
                "/concordance?q=norway+OR+sweden&limit=1000",
                "/account?limit=1000",
                "/search?q=norway+OR+sweden",
                "/documents/fog/passages"
            })
    void aRowLeadsToItsWordsWhereTheyWerePublishedIfThatIsKnown(String path) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode answer = served.json(API + path);
        for (String key : List.of("mentions", "figures", "rows", "hits", "passages")) {
            answer.path(key).forEach(rows::add);
        }
        assertThat(rows).isNotEmpty();
        for (JsonNode row : rows) {
            String link = row.get("source_link").asText(null);
            if (row.get("document").asText().equals("fog")) {
                assertThat(link).as(row.toString()).startsWith("https://harbour.example/fog#:~:text=");
            } else {
                assertThat(link).as(row.toString()).isNull();
            }
        }
    }

    @Test
    void theLinkToTheSourceIsTheLastColumn() throws Exception {
        for (String path : List.of("/mentions", "/figures/table", "/concordance", "/account")) {
            String asked = path.equals("/figures/table") ? "?unit=people" : path.equals("/concordance") ? "?q=sea" : "";
            List<String> lines =
                    served.get(API + path + ".csv" + asked).body().lines().toList();
            assertThat(lines.getFirst()).as(path).endsWith(",link,source_link");
            String line = served.get(API + path + ".ndjson" + asked).body();
            assertThat(line.lines().findFirst().orElseThrow()).as(path).contains(",\"source_link\":");
        }
        assertThat(served.get(API + "/mentions.csv?id=SE&header=off&fields=source_link&limit=1")
                        .body())
                .isEqualTo("\"https://harbour.example/fog#:~:text=Sweden,-bought%20what%20was\"\r\n");
    }

    @Test
    void aPassageIsAWebAnnotationForWhoeverAsksForOne() throws Exception {
        String text = served.get(API + "/documents/fog/text").body();
        for (JsonNode passage : served.json(API + "/documents/fog/passages").get("passages")) {
            String path = API + "/passages/" + passage.get("id").asText().replace(":", "%3A");
            HttpResponse<String> answer = served.send("GET", path, "Accept", LD_JSON);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith(LD_JSON)
                    .contains("profile=\"http://www.w3.org/ns/anno.jsonld\"");
            assertThat(answer.headers().allValues("Vary").toString()).contains("Accept");
            JsonNode annotation = Served.tree(answer.body());
            assertThat(annotation.get("@context").asText()).isEqualTo("http://www.w3.org/ns/anno.jsonld");
            assertThat(annotation.get("type").asText()).isEqualTo("Annotation");
            String id = annotation.get("id").asText();
            assertThat(id).startsWith(served.address() + API);
            assertThat(served.json(id.substring(served.address().length()))).isEqualTo(passage);
            assertThat(annotation.get("target")).hasSize(2);
            JsonNode ours = annotation.get("target").get(0);
            assertThat(ours.get("source").asText()).isEqualTo(served.address() + API + "/documents/fog/text");
            JsonNode quote = ours.get("selector").get(0);
            JsonNode position = ours.get("selector").get(1);
            int start = text.offsetByCodePoints(0, position.get("start").asInt());
            int end = text.offsetByCodePoints(0, position.get("end").asInt());
            assertThat(text.substring(start, end))
                    .isEqualTo(quote.get("exact").asText())
                    .isEqualTo(passage.get("text").asText());
            assertThat(text.substring(0, start)).endsWith(quote.get("prefix").asText());
            assertThat(text.substring(end)).startsWith(quote.get("suffix").asText());
            JsonNode theirs = annotation.get("target").get(1);
            assertThat(theirs.get("source").asText()).isEqualTo("https://harbour.example/fog");
            assertThat(theirs.get("selector")).isEqualTo(quote);
        }
    }

    @Test
    void theFormOfAPassageIsNegotiated() throws Exception {
        String path = API + "/passages/plain.txt:1";
        HttpResponse<String> json = served.send("GET", path, "Accept", "*/*");
        assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        HttpResponse<String> annotation = served.send("GET", path, "Accept", LD_JSON + ", application/json;q=0.5");
        assertThat(Served.tree(annotation.body()).get("target")).hasSize(1);
        assertThat(annotation.headers().firstValue("ETag"))
                .isNotEqualTo(json.headers().firstValue("ETag"));
        assertThat(served.send("GET", path, "Accept", "text/html").statusCode()).isEqualTo(406);
        assertThat(served.send("GET", path + "?offsets=utf16", "Accept", LD_JSON)
                        .statusCode())
                .isEqualTo(400);
        assertThat(served.send("GET", API + "/passages/plain.txt:9", "Accept", LD_JSON)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBrowserLearnsHowToSearchHere() throws Exception {
        HttpResponse<String> answer = served.get("/opensearch.xml");
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/opensearchdescription+xml");
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("OpenSearchDescription");
        NodeList urls = root.getElementsByTagName("Url");
        assertThat(urls.getLength()).isEqualTo(4);
        for (int i = 0; i < urls.getLength(); i++) {
            Element url = (Element) urls.item(i);
            String template = url.getAttribute("template");
            assertThat(template).startsWith(served.address() + "/");
            HttpResponse<String> found = served.send(
                    "GET",
                    template.substring(served.address().length()).replace("{searchTerms}", "Norw"),
                    "Accept",
                    url.getAttribute("type"));
            assertThat(found.statusCode()).as(template).isEqualTo(200);
            assertThat(found.headers().firstValue("Content-Type").orElse("")).startsWith(url.getAttribute("type"));
        }
        assertThat(served.get("/").body())
                .contains("<link rel=\"search\" type=\"application/opensearchdescription+xml\"", "\"/opensearch.xml\"");
    }

    @Test
    void onlyAHostThatIsOursStandsInAnAddress() throws Exception {
        String ours = served.raw("GET /opensearch.xml HTTP/1.1\r\nHost: wherein.example\r\nConnection: close\r\n\r\n");
        assertThat(ours).contains("template=\"http://wherein.example/?q={searchTerms}\"");
        String other = served.raw("GET /opensearch.xml HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(other).startsWith("HTTP/1.1 421").doesNotContain("evil.example");
    }

    @Test
    void thePageForModelsNamesEveryEndpointAndParameter() throws Exception {
        HttpResponse<String> answer = served.get("/llms.txt");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body()).startsWith("# Wherein\n\n> ");
        for (Endpoint endpoint : Server.ENDPOINTS) {
            assertThat(answer.body()).contains("- `" + API + endpoint.path() + "`: " + endpoint.doc());
            for (Parameter<?> parameter : endpoint.parameters()) {
                assertThat(answer.body()).contains("- `" + parameter.name() + "=" + parameter.form() + "`");
            }
        }
        assertThat(answer.body()).contains(AnnotateApi.PATH, "not.source=");
    }
}
