package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.json.Json;

/** Hostile texts as titles, authors, sources, ids, texts, names of files and queries: everywhere they are text. */
class NaughtyTest {

    private static final String API = "/api/v1";
    private static final String CONTROLS = "(?s).*[\\x00-\\x1f\\x7f-\\x9f].*";

    @TempDir
    private static Path folder;

    private static final List<String> FILES = new ArrayList<>();
    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("collection"));
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < Naughty.STRINGS.size(); i++) {
            String naughty = Naughty.STRINGS.get(i);
            var record = Json.object()
                    .put("id", naughty.matches(CONTROLS) || naughty.isBlank() ? "n" + i : naughty)
                    .put("title", naughty)
                    .put("source", naughty)
                    .put("author", naughty)
                    .put("text", "The zebra " + naughty + " crossed Norway " + naughty + " with 5 percent of zebras.");
            records.append(Json.text(record)).append('\n');
        }
        Files.writeString(collection.resolve("all.jsonl"), records);
        for (String naughty : Naughty.STRINGS) {
            plant(collection, naughty);
        }
        Path index = folder.resolve("index");
        Served.index(collection, Optional.empty(), index);
        served = Served.of(index, ServerOptions.local(0));
    }

    /** A file of this name, as far as a file can have it. */
    private static void plant(Path collection, String naughty) {
        String name = naughty.replace("/", "\u2215") + ".txt";
        try {
            Files.writeString(collection.resolve(name), "A giraffe in " + naughty);
            FILES.add(name);
        } catch (InvalidPathException | java.io.IOException e) {
            // No such file can be.
        }
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
    }

    @Test
    void jsonHoldsThemAsTheyWere() throws Exception {
        Set<String> titles = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (String next = API + "/documents?limit=1000"; next != null; ) {
            HttpResponse<String> answer = served.get(next);
            assertThat(answer.body()).doesNotContainPattern("[\\x00-\\x1f]");
            JsonNode page = Served.tree(answer.body());
            page.get("documents").forEach(document -> {
                titles.add(document.get("title").asText());
                ids.add(document.get("id").asText());
            });
            next = page.get("next_url").isNull() ? null : page.get("next_url").asText();
        }
        for (String naughty : Naughty.STRINGS) {
            if (!naughty.matches(CONTROLS)
                    && naughty.equals(naughty.strip())
                    && !naughty.matches("[\u200b-\u2069\ufeff]+")) {
                assertThat(titles).contains(naughty);
            }
        }
        assertThat(FILES).hasSizeGreaterThan(60);
        assertThat(ids)
                .containsAll(FILES.stream()
                        .filter(name -> !name.matches(CONTROLS) && !name.startsWith("."))
                        .toList());
    }

    @Test
    void aSnippetHasNoOtherElementThanItsMarks() throws Exception {
        JsonNode hits =
                served.json(API + "/search?q=zebra&limit=1000&snippets=10").get("hits");
        assertThat(hits.size()).isGreaterThanOrEqualTo(Naughty.STRINGS.size() - 5);
        for (JsonNode hit : hits) {
            List<JsonNode> all = new ArrayList<>();
            all.add(hit.get("snippet"));
            hit.get("snippets").forEach(all::add);
            for (JsonNode each : all) {
                String snippet =
                        each.isTextual() ? each.asText() : each.path("snippet").asText(each.toString());
                assertThat(snippet.replace("<mark>", "").replace("</mark>", "")).doesNotContain("<", ">", "\"><");
                assertThat(Jsoup.parseBodyFragment(snippet).body().select("*:not(mark):not(body)"))
                        .isEmpty();
            }
        }
    }

    @Test
    void thePageMadeByTheServerHasTheElementsOfAPlainOne() throws Exception {
        Set<String> plain = new TreeSet<>(shapes("crossed"));
        assertThat(plain).contains("li[class]");
        // What is there where nothing is found, where nothing is asked, and where a text has other letters or no
        // heading.
        plain.addAll(shapes("zyzzyva"));
        plain.addAll(shapes(page("/")));
        plain.addAll(shapes(page("/mentions?id=GE")));
        String id =
                served.json("/api/v1/documents?limit=1").at("/documents/0/id").asText();
        plain.addAll(shapes(page("/documents/" + encode(id))));
        plain.addAll(List.of(
                "a[href]",
                "span[lang]",
                "mark[data-stop]",
                "mark[]",
                "div[class]",
                "p[class, hidden]",
                "p[class]",
                "ul[]",
                "li[]"));
        for (String naughty : Naughty.STRINGS) {
            assertThat(shapes("zebra " + naughty)).as(naughty).isSubsetOf(plain);
            Document page = page("/?q=" + encode(naughty));
            String value = page.select("input[name=q]").attr("value");
            assertThat(value.replaceAll("\\s", ""))
                    .isEqualTo(naughty.replace("\u0000", "\ufffd").replaceAll("\\s", ""));
        }
        for (String view : List.of("/mentions?id=", "/documents/")) {
            for (String naughty : Naughty.STRINGS) {
                HttpResponse<String> answer = served.get(view + encode(naughty));
                if (answer.statusCode() == 200) {
                    assertThat(shapes(Jsoup.parse(answer.body()))).as(naughty).isSubsetOf(plain);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mentions.csv", "/concordance.csv?q=zebra"})
    void noCellOfCsvForExcelIsAFormula(String path) throws Exception {
        String join = path.contains("?") ? "&" : "?";
        List<String[]> excel = cells(served.get(API + path + join + "excel=on").body());
        List<String[]> exact = cells(served.get(API + path).body());
        assertThat(excel).hasSameSizeAs(exact).hasSizeGreaterThan(Naughty.STRINGS.size() - 5);
        int escaped = 0;
        for (int row = 0; row < excel.size(); row++) {
            for (int column = 0; column < excel.get(row).length; column++) {
                String cell = excel.get(row)[column];
                String was = exact.get(row)[column];
                assertThat(cell).doesNotMatch("(?s)^[=+@\t\r-].*").doesNotContain("\n", "\r");
                assertThat(was).doesNotContain("\n", "\r");
                if (!cell.equals(was)) {
                    assertThat(cell).isEqualTo("'" + was);
                    escaped++;
                }
            }
        }
        assertThat(escaped).isGreaterThan(8);
    }

    @Test
    void noHeaderIsMadeOfThem() throws Exception {
        for (String naughty : Naughty.STRINGS) {
            for (String path : List.of(
                    API + "/mentions.csv?download=on&q=" + encode("\"" + naughty.replace("\"", "") + "\""),
                    API + "/search?q=zebra&limit=1&mode=box&source=" + encode(naughty),
                    API + "/documents/" + encode(naughty) + "/mentions?download=on&limit=1",
                    API + "/nothing/" + encode(naughty))) {
                HttpResponse<String> answer = served.get(path);
                assertThat(answer.statusCode()).as(path).isLessThan(500);
                assertThat(answer.headers().firstValue("X-Planted")).isEmpty();
                answer.headers()
                        .map()
                        .forEach((name, values) ->
                                values.forEach(value -> assertThat(value).matches("[ -~]*")));
            }
        }
    }

    @Test
    void aDocumentIsPlainTextThatNoBrowserTakesForAnythingElse() throws Exception {
        HttpResponse<String> answer = served.get(API + "/documents/" + encode(Naughty.STRINGS.getFirst()) + "/text");
        assertThat(answer.body()).contains(Naughty.STRINGS.getFirst());
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void everyRequestIsOneLineOfTheLogInWhichNoTerminalFindsAnOrder() throws Exception {
        StringWriter log = new StringWriter();
        int sent = 1;
        // When the server has ended, all lines are written.
        try (Served logged =
                Served.of(folder.resolve("index"), ServerOptions.local(0).with(new ServerOptions.Log(log, true)))) {
            for (String naughty : Naughty.STRINGS) {
                logged.get(API + "/search?q=" + encode(naughty));
                logged.get("/documents/" + encode(naughty));
                sent += 2;
            }
            logged.raw("GET /\u001b[31m\u009b?q=\u001b[0m HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        }
        List<String> lines = log.toString().lines().toList();
        assertThat(lines).hasSize(sent);
        for (String line : lines) {
            assertThat(line).doesNotMatch(CONTROLS).doesNotContainPattern("[\\p{Cf}\u2028\u2029]");
            assertThat(Served.tree(line).get("method").asText()).isIn("GET", "BAD");
        }
    }

    @Test
    void noPathLeadsOutOfWhatIsServed() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), "planted secret");
        List<String> steps = List.of(
                "../",
                "..%2f",
                "%2e%2e/",
                "%2e%2e%2f",
                "..%5c",
                "..\\",
                "..;/",
                "..%00/",
                "%252e%252e%252f",
                "..%c0%af",
                "%c0%ae%c0%ae/",
                "..%ef%bc%8f",
                "....//",
                "./../",
                "/..//");
        List<String> ends = List.of("etc/passwd", "pom.xml", "collection/all.jsonl", "secret.txt");
        int forms = 0;
        for (String base : List.of("/assets/", "/documents/", API + "/documents/", "/problems/", "/")) {
            for (String step : steps) {
                String path = base + step.repeat(forms % 2 == 0 ? 1 : 6) + ends.get(forms % ends.size());
                String answer = served.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(answer)
                        .as(path)
                        .matches("(?s)HTTP/1.1 (4..|200) .*")
                        .doesNotContain("root:", "<artifactId>", "planted secret", "\"text\":");
                if (!base.equals("/documents/")) {
                    assertThat(answer).as(path).startsWith("HTTP/1.1 4");
                }
                forms++;
            }
        }
        assertThat(forms).isGreaterThanOrEqualTo(60);
    }

    private static List<String[]> cells(String csv) throws Exception {
        try (MappingIterator<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(csv)) {
            return rows.readAll();
        }
    }

    private static Document page(String path) throws Exception {
        HttpResponse<String> answer = served.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    /** Which elements with which attributes are there. */
    private static Set<String> shapes(String query) throws Exception {
        return shapes(page("/?q=" + encode(query)));
    }

    private static Set<String> shapes(Document page) {
        Set<String> shapes = new TreeSet<>();
        page.getAllElements().forEach(element -> {
            Set<String> attributes = new TreeSet<>();
            element.attributes().forEach(attribute -> attributes.add(attribute.getKey()));
            shapes.add(element.tagName() + attributes);
        });
        return shapes;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
