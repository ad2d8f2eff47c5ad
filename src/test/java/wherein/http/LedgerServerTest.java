package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.Seeded;

/** The ledger over HTTP, on texts of our own. */
class LedgerServerTest {

    private static final String MENTIONS = "/api/v1/mentions";

    private static final List<String> REQUESTS = List.of(
            "nested=on",
            "id=NO",
            "id=Norway&mention.kind=name",
            "type=figure&bound=%3D",
            "type=figure",
            "type=figure&mention.value=150000",
            "type=date",
            "type=person",
            "q=harbour",
            "q=country:NO+AND+figure:*",
            "country=NO&type=figure",
            "figure=%3E%3D1000&unit=people",
            "nested=off",
            "mention.when.from=2021&mention.when.to=2021",
            "doc=comma",
            "type=country&type=person&not.country=SE");

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("port"));
        Files.writeString(collection.resolve("norway.txt"), """
                🚢 In March 2021 the harbour of Oslo counted 150,000 people. Norway paid $30 million for the new quay,
                and the Norwegian mayor Ingrid Solberg praised Sweden.

                Ingrid Solberg said that Norwegians like fog. Solberg left for Stockholm on 4 May 2021. 🐚
                """);
        Files.writeString(collection.resolve("five.txt"), """
                The harbour counted 150000 people.

                The harbour counted 150,000 people.

                The harbour counted 150 thousand people.

                The harbour counted a hundred and fifty thousand people.

                The harbour counted 151,000 people, and in Norway 15,000 people.
                """);
        Files.writeString(
                collection.resolve("пять.txt"),
                "В гавани насчитали 150 тыс. человек. Норвегия молчала до марта 2021 года.");
        Files.writeString(collection.resolve("comma.txt"), """
                The song "Norway, my Norway" was heard by 200 people, "all wet", in
                Sweden on March 5,
                2021, said "Captain" Ingrid Solberg.
                """);
        Files.writeString(collection.resolve("catalog.yaml"), """
                documents:
                  - id: comma
                    file: comma.txt
                    title: 'The "Fog", a Song'
                    source: 'Gull, Reef & Sons'
                """);
        served = Served.ledger(collection, Optional.empty(), folder.resolve("index"));
    }

    @AfterAll
    static void close() throws Exception {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void theContextMayBeTheSentence() throws Exception {
        try (Served digests =
                Served.ledger(java.nio.file.Path.of("seeds"), Optional.empty(), folder.resolve("sentences"))) {
            JsonNode row = digests.json(
                            "/api/v1/mentions?id=GE&mention.kind=city&doc=soldatov-borogan-exodus&context=sentence")
                    .get("mentions")
                    .get(0);
            assertThat(row.get("match").asText()).isEqualTo("Tbilisi");
            assertThat(row.get("before").asText()).matches("\\p{Lu}[^.]*");
            assertThat(row.get("after").asText().strip()).matches("[^.]*\\.");
        }
    }

    @Test
    void theCountIsTheLinesOfEveryFormAndTheSumOverPages() {
        Seeded.times(2, random -> {
            for (String request : REQUESTS) {
                int count = total(request);
                HttpResponse<String> csv = get(".csv", request);
                HttpResponse<String> ndjson = get(".ndjson", request);
                List<String> lines = ndjson.body().lines().toList();
                assertThat(csv.body().lines().count()).as(request).isEqualTo(count + 1);
                assertThat(lines).as(request).hasSize(count);
                for (HttpResponse<String> each : List.of(csv, ndjson)) {
                    assertThat(each.headers().firstValue("X-Total-Count")).contains(Integer.toString(count));
                }
                List<JsonNode> rows = new ArrayList<>();
                String url = MENTIONS + "?" + request + "&limit=" + (1 + random.nextInt(9));
                while (!url.isEmpty()) {
                    JsonNode page = served.json(url);
                    page.get("mentions").forEach(rows::add);
                    assertThat(page.get("total").get("mentions").asInt()).isEqualTo(count);
                    assertThat(page.get("total").get("returned").asInt())
                            .isEqualTo(page.get("mentions").size());
                    url = page.path("next_url").asText("");
                    assertThat(page.get("complete").asBoolean()).isEqualTo(url.isEmpty() || url.equals("null"));
                    url = url.equals("null") ? "" : url;
                }
                assertThat(rows).as(request).hasSize(count);
                for (int i = 0; i < count; i++) {
                    assertThat(Served.tree(lines.get(i))).isEqualTo(rows.get(i));
                }
            }
        });
        assertThat(REQUESTS)
                .allSatisfy(request -> assertThat(total(request)).isPositive().as(request));
    }

    @Test
    void everyRowIsTheTextAtItsOffsets() throws Exception {
        for (String line : get(".ndjson", "nested=on").body().lines().toList()) {
            JsonNode row = Served.tree(line);
            String text = served.get("/api/v1/documents/"
                            + URLEncoder.encode(row.get("document").asText(), StandardCharsets.UTF_8) + "/text")
                    .body();
            int[] points = text.codePoints().toArray();
            int start = row.get("start").asInt();
            String surface = row.get("surface").asText();
            assertThat(new String(points, start, row.get("end").asInt() - start))
                    .isEqualTo(surface);
            assertThat(text)
                    .contains(row.get("before").asText()
                            + surface
                            + row.get("after").asText());
        }
        JsonNode utf16 = served.json(MENTIONS + "?offsets=utf16&q=quay&limit=1");
        JsonNode points = served.json(MENTIONS + "?q=quay&limit=1");
        assertThat(utf16.at("/mentions/0/start").asInt())
                .isEqualTo(points.at("/mentions/0/start").asInt() + 1);
    }

    @Test
    void fiveSpellingsOfOneNumberAreOneSetOfRows() throws Exception {
        List<String> surfaces = new ArrayList<>();
        for (String line : get(".ndjson", "mention.value=150000").body().lines().toList()) {
            surfaces.add(Served.tree(line).get("surface").asText());
        }
        assertThat(surfaces)
                .containsExactlyInAnyOrder(
                        "150,000", "150000", "150,000", "150 thousand", "a hundred and fifty thousand", "150 тыс.");
        for (String spelling : List.of("150,000", "=150000", "150000..150000", "[150000 TO 150000]", "150_000")) {
            assertThat(get(".csv", "mention.value=" + encoded(spelling)).body())
                    .as(spelling)
                    .isEqualTo(get(".csv", "mention.value=150000").body());
        }
    }

    @Test
    void theTotalOfACountryIsTheSumOfItsKinds() throws Exception {
        for (String id : List.of("NO", "SE", "DE")) {
            int sum = 0;
            for (String kind : List.of("name", "demonym", "city", "government")) {
                sum += total("id=" + id + "&mention.kind=" + kind);
            }
            assertThat(sum).as(id).isEqualTo(total("id=" + id));
        }
        assertThat(total("id=NO")).isGreaterThanOrEqualTo(6);
        assertThat(total("id=Norway&mention.kind=name,city")).isLessThan(total("id=NO"));
    }

    @Test
    void groupsSumToTheTotal() throws Exception {
        for (String by :
                List.of("id", "type", "document", "source", "kind", "unit", "bound", "date", "type,document")) {
            for (String request : REQUESTS) {
                JsonNode summary = served.json(MENTIONS + "/summary?by=" + by + "&" + request);
                int sum = 0;
                for (JsonNode group : summary.get("groups")) {
                    sum += group.get("mentions").asInt();
                }
                assertThat(sum)
                        .as(by + " " + request)
                        .isEqualTo(summary.at("/total/mentions").asInt())
                        .isEqualTo(total(request));
            }
        }
    }

    @Test
    void entitiesAreCountedAsTheirRowsAre() throws Exception {
        for (String type : List.of("country", "person")) {
            JsonNode entities = served.json("/api/v1/entities/" + type).get("entities");
            assertThat(entities).isNotEmpty();
            for (JsonNode entity : entities) {
                String id = entity.get("id").asText();
                int count = total("type=" + type + "&id=" + encoded(id));
                assertThat(entity.get("mentions").asInt()).as(id).isEqualTo(count);
                JsonNode one = served.json(
                        "/api/v1/entities/" + type + "/" + encoded(id).replace("+", "%20"));
                assertThat(one.get("mentions").asInt()).as(id).isEqualTo(count);
                int surfaces = 0;
                for (JsonNode surface : one.get("surfaces")) {
                    surfaces += surface.get("count").asInt();
                }
                assertThat(surfaces).as(id).isEqualTo(count);
            }
        }
        assertThat(served.json("/api/v1/entities/country?prefix=nor")
                        .at("/entities/0/id")
                        .asText())
                .isEqualTo("NO");
        assertThat(served.get("/api/v1/entities/country/Atlantis").statusCode()).isEqualTo(404);
        assertThat(served.get("/api/v1/entities/ship").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            fields=id,surfce              => fields           => surface
            type=contry                   => type             => country
            mention.kind=demonim          => mention.kind     => demonym
            mention.unit=peple            => mention.unit     => people
            unit=peple                    => unit             => people
            id=Norwey                     => id               => Norway
            country=Norwey                => country          => Norway
            person=Ingrid+Solbrg          => person           => Ingrid Solberg
            typ=country                   => typ              => type
            nested=of                     => nested           => off
            q=country:Norwey              => q                => Norway
            q=figure.peple:5              => q                => people
            """)
    void whatIsUnknownIsAnErrorThatNamesTheNearest(String request, String parameter, String meant) throws Exception {
        for (String suffix : List.of("", ".csv", ".ndjson", "/summary")) {
            if (suffix.equals("/summary") && parameter.equals("fields")) {
                continue;
            }
            String by = suffix.equals("/summary") ? "&by=id" : "";
            HttpResponse<String> answer = get(suffix, request + by);
            assertThat(answer.statusCode()).as(suffix).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            JsonNode error = Served.tree(answer.body()).at("/errors/0");
            assertThat(error.get("parameter").asText()).isEqualTo(parameter);
            assertThat(error.get("did_you_mean").asText()).as(answer.body()).isEqualTo(meant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mention.value=many",
                "mention.value=9..5",
                "mention.when.from=soon",
                "bound=%3F",
                "limit=-1",
                "header=maybe",
                "context=x",
                "mention.value=5&mention.when.from=soon",
                "type=person&id=Nobody+Here"
            })
    void aBadValueIsAnError(String request) throws Exception {
        assertThat(get(".csv", request).statusCode()).isEqualTo(400);
    }

    @Test
    void anAmbiguousNameIsAnErrorWithTheChoices() throws Exception {
        HttpResponse<String> answer = get("", "id=Congo");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Served.tree(answer.body()).at("/errors/0/reason").asText()).contains("CD", "CG");
    }

    @Test
    void fieldsPickAndOrderColumnsAndTheHeaderMayBeLeftOut() throws Exception {
        String with = get(".csv", "id=NO&fields=surface,id,start").body();
        assertThat(with).startsWith("surface,id,start\r\n");
        assertThat(get(".csv", "id=NO&fields=surface,id,start&header=off").body())
                .isEqualTo(with.substring(with.indexOf('\n') + 1));
        JsonNode row = served.json(MENTIONS + "?id=NO&fields=surface,id").at("/mentions/0");
        assertThat(row.fieldNames()).toIterable().containsExactly("surface", "id");
        assertThat(served.json(MENTIONS + "?id=Norway").get("id").get(0).asText())
                .isEqualTo("NO");
    }

    @Test
    void cellsOfCsvReadBackAsTheRows() throws Exception {
        String body = get(".csv", "doc=comma").body();
        List<List<String>> cells = cells(body);
        List<String> names = cells.getFirst();
        List<String> lines = get(".ndjson", "doc=comma").body().lines().toList();
        assertThat(cells).hasSize(lines.size() + 1);
        boolean broken = false;
        for (int i = 0; i < lines.size(); i++) {
            JsonNode row = Served.tree(lines.get(i));
            assertThat(cells.get(i + 1)).hasSameSizeAs(names);
            for (int j = 0; j < names.size(); j++) {
                String exact = row.get(names.get(j)).isNull()
                        ? ""
                        : row.get(names.get(j)).asText();
                broken |= exact.indexOf('\n') >= 0;
                assertThat(cells.get(i + 1).get(j)).isEqualTo(exact.replaceAll("[\\r\\n]+", " "));
            }
            assertThat(row.get("source").asText()).isEqualTo("Gull, Reef & Sons");
        }
        assertThat(broken).as("a line break stands in some cell").isTrue();
        assertThat(body).contains("\"The \"\"Fog\"\", a Song\"");
    }

    @Test
    void headHasTheHeadersAndNoBody() throws Exception {
        for (String suffix : List.of("", ".csv", ".ndjson", ".json")) {
            HttpResponse<String> head = served.send("HEAD", MENTIONS + suffix + "?id=NO");
            assertThat(head.statusCode()).as(suffix).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("Content-Type"))
                    .isEqualTo(get(suffix, "id=NO").headers().firstValue("Content-Type"));
        }
        assertThat(served.send("HEAD", MENTIONS + ".csv?id=NO").headers().firstValue("X-Total-Count"))
                .contains(Integer.toString(total("id=NO")));
    }

    @Test
    void theFormIsTakenFromTheSuffixThenTheParameterThenAccept() throws Exception {
        String csv = get(".csv", "id=NO").body();
        assertThat(get("", "id=NO&format=csv").body()).isEqualTo(csv);
        assertThat(served.send("GET", MENTIONS + "?id=NO", "Accept", "text/csv").body())
                .isEqualTo(csv);
        assertThat(served.send("GET", MENTIONS + ".csv?id=NO", "Accept", "application/json")
                        .body())
                .isEqualTo(csv);
        assertThat(served.send("GET", MENTIONS + "?id=NO", "Accept", "image/png")
                        .statusCode())
                .isEqualTo(406);
        assertThat(get("", "id=NO&format=xml").statusCode()).isEqualTo(406);
    }

    @Test
    void aPageOfJsonLinksToTheNext() throws Exception {
        HttpResponse<String> page = get("", "limit=2");
        assertThat(page.headers().firstValue("Link").orElseThrow())
                .contains(Served.tree(page.body()).get("next_url").asText(), "rel=\"next\"");
    }

    @Test
    void rowsComeInTheOrderOfTheWordsAroundThemOrOfTheirSource(@TempDir Path temporary) throws Exception {
        Path collection = Files.createDirectories(temporary.resolve("sorted"));
        Files.writeString(collection.resolve("all.jsonl"), """
                {"id":"a","text":"Ships sail to Norway, then home. Old Norwegians and Sweden."}
                {"id":"b","source":"Tide","date":"2022","text":"Ägir left Norway behind."}
                {"id":"c","source":"gull","date":"2021","text":"From Norway again."}
                """);
        try (Served sorted =
                Served.ledger(collection.resolve("all.jsonl"), Optional.empty(), temporary.resolve("index"))) {
            assertThat(befores(sorted, "document")).containsExactly("sail to", "Old", "Ägir left", "From");
            assertThat(befores(sorted, "left")).containsExactly("From", "Ägir left", "Old", "sail to");
            assertThat(befores(sorted, "right")).containsExactly("From", "Old", "Ägir left", "sail to");
            assertThat(befores(sorted, "match")).containsExactly("sail to", "Ägir left", "From", "Old");
            assertThat(befores(sorted, "date")).containsExactly("From", "Ägir left", "sail to", "Old");
            assertThat(befores(sorted, "-date")).containsExactly("Ägir left", "From", "sail to", "Old");
            assertThat(befores(sorted, "source")).containsExactly("From", "Ägir left", "sail to", "Old");
        }
    }

    /** What stands before each mention of Norway, two words of it at most. */
    private static List<String> befores(Served sorted, String order) throws Exception {
        List<String> befores = new ArrayList<>();
        for (JsonNode row : sorted.json(MENTIONS + "?id=NO&sort=" + order).get("mentions")) {
            befores.add(row.get("before").asText().strip().replaceAll(".* (?=\\S+ \\S+$)|.*\\. ", ""));
        }
        return befores;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String suffix, String request) throws Exception {
        return served.get(MENTIONS + suffix + "?" + request);
    }

    private static int total(String request) throws Exception {
        JsonNode answer = served.json(MENTIONS + "?limit=0&" + request);
        assertThat(answer.get("mentions")).isEmpty();
        return answer.at("/total/mentions").asInt();
    }

    /** Reads CSV as RFC 4180 says. */
    private static List<List<String>> cells(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        assertThat(row).as("the last line ends").isEmpty();
        return rows;
    }
}
