package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;

/** Who and what is named with what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TogetherTest {

    private static final List<String> ROWS = List.of("country", "person");

    private static final List<String> COLUMNS = List.of("country", "person", "unit", "stance", "source", "year");

    /** Filters to choose a matrix under, of every kind. */
    private static final List<String> FILTERS = List.of(
            "q=harbour",
            "q=ferries&op=and",
            "country=Georgia",
            "country.all=Armenia",
            "not.country=Serbia",
            "person=Marta+Olsen",
            "unit=people",
            "unit.all=euros",
            "figure=%3E%3D400",
            "source=The+Quay&source=",
            "not.source=Harbour+News",
            "stance=critical",
            "date.from=2020-06&date.to=2021-03",
            "date.from=2021&date.match=certain",
            "date.year=2020&date.year=2021",
            "date.month=2021",
            "date.match=unknown",
            "block=prose");

    private Served served;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        Random random = new Random(7);
        served = Served.ledger(
                RandomNews.write(random, 120, folder.resolve("news.jsonl")), Optional.empty(), folder.resolve("index"));
    }

    @AfterAll
    void close() throws Exception {
        served.close();
    }

    /** The rows that the ledger exports under these filters, passage by passage. */
    private Map<String, List<JsonNode>> exported(String filters) throws Exception {
        Map<String, List<JsonNode>> passages = new HashMap<>();
        for (String line : served.get("/api/v1/mentions.ndjson?nested=on" + filters)
                .body()
                .lines()
                .toList()) {
            JsonNode row = Served.tree(line);
            passages.computeIfAbsent(row.get("passage").asText(), key -> new ArrayList<>())
                    .add(row);
        }
        return passages;
    }

    private static boolean isIn(List<JsonNode> passage, String columns, String column) {
        return switch (columns) {
            case "country", "person" ->
                passage.stream()
                        .anyMatch(row -> row.get("type").asText().equals(columns)
                                && row.get("id").asText().equals(column));
            case "unit" ->
                passage.stream().anyMatch(row -> row.path("unit").asText().equals(column));
            case "year" -> year(passage.getFirst().get("date").asText("")).equals(column);
            default -> passage.getFirst().get(columns).asText("").equals(column);
        };
    }

    /** What the only dates of these reports are counted under. */
    private static String year(String date) {
        return date.startsWith("202X") || date.contains("/") || date.isEmpty() ? date : date.substring(0, 4);
    }

    /** Mentions, passages and documents of {@code id} in the passages of a column. */
    private static String counted(
            Map<String, List<JsonNode>> passages, String rows, String id, String columns, String column) {
        int mentions = 0;
        Set<String> in = new HashSet<>();
        Set<String> documents = new HashSet<>();
        for (Map.Entry<String, List<JsonNode>> passage : passages.entrySet()) {
            if (isIn(passage.getValue(), columns, column)) {
                for (JsonNode row : passage.getValue()) {
                    if (row.get("type").asText().equals(rows)
                            && row.get("id").asText().equals(id)) {
                        mentions++;
                        in.add(passage.getKey());
                        documents.add(row.get("document").asText());
                    }
                }
            }
        }
        return mentions + " " + in.size() + " " + documents.size();
    }

    private static String told(JsonNode counts) {
        return counts.get("mentions") + " " + counts.get("passages") + " " + counts.get("documents");
    }

    private static String filters(Random random) {
        List<String> some = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            some.add(Seeded.one(random, FILTERS));
        }
        // Some of them are given once only.
        Map<String, String> byName = new LinkedHashMap<>();
        some.forEach(each -> byName.put(each.substring(0, each.indexOf('=')), each));
        return byName.values().stream().map(each -> "&" + each).collect(java.util.stream.Collectors.joining());
    }

    @Test
    void everyCellIsTheCountOfTheMentionsThatItOpensAndOfTheRowsThatAreExported() {
        int[] cells = {0};
        Seeded.times(60, random -> {
            String filters = filters(random);
            String rows = Seeded.one(random, ROWS);
            String columns = Seeded.one(random, COLUMNS);
            String asked = "rows=" + rows + "&columns=" + columns + filters;
            JsonNode matrix = served.json("/api/v1/together?limit=1000&" + asked);
            Map<String, List<JsonNode>> passages = exported(filters);
            Map<String, JsonNode> found = new TreeMap<>();
            matrix.get("cells")
                    .forEach(cell -> found.put(
                            cell.get("row").asText() + "|" + cell.get("column").asText(""), cell));
            for (int i = 0;
                    i < 20
                            && !matrix.get("rows").isEmpty()
                            && !matrix.get("columns").isEmpty();
                    i++) {
                String row = one(random, matrix.get("rows")).get("id").asText();
                String column = one(random, matrix.get("columns")).get("id").asText("");
                JsonNode cell = found.get(row + "|" + column);
                String counted = counted(passages, rows, row, columns, column);
                assertThat(cell == null ? "0 0 0" : told(cell))
                        .as(asked + ": " + row + ", " + column)
                        .isEqualTo(counted);
                if (cell != null) {
                    String link = cell.get("link").asText();
                    JsonNode opened = served.json(link.replace("/mentions", "/api/v1/mentions") + "&limit=0");
                    assertThat(told(opened.get("total")))
                            .as(asked + " opens " + link)
                            .isEqualTo(counted);
                }
                cells[0]++;
            }
            for (JsonNode row : matrix.get("rows")) {
                JsonNode all = served.json("/api/v1/mentions?limit=0&type=" + rows + "&id="
                        + encoded(row.get("id").asText()) + filters);
                assertThat(told(row)).isEqualTo(told(all.get("total")));
            }
        });
        System.out.println("cells counted: " + cells[0]);
        assertThat(cells[0]).isGreaterThanOrEqualTo(1_000);
    }

    private static JsonNode one(Random random, JsonNode nodes) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aCellWithoutCopiesOpensItsRowsWithoutCopies() {
        Seeded.times(15, random -> {
            String asked = "rows=" + Seeded.one(random, ROWS) + "&columns=" + Seeded.one(random, COLUMNS)
                    + "&duplicates=fold" + filters(random);
            for (JsonNode cell :
                    served.json("/api/v1/together?limit=6&" + asked).get("cells")) {
                String link = cell.get("link").asText();
                assertThat(link).contains("duplicates=fold");
                JsonNode opened = served.json(link.replace("/mentions", "/api/v1/mentions") + "&limit=0");
                assertThat(told(cell)).as(link).isEqualTo(told(opened.get("total")));
            }
        });
    }

    @Test
    void rowsAndColumnsAreThoseWithMostMentionsAndTheTotalsTellOfAll() throws Exception {
        JsonNode all = served.json("/api/v1/together?rows=country&columns=person&limit=1000");
        JsonNode some = served.json("/api/v1/together?rows=country&columns=person&most.rows=2&most.columns=3");
        assertThat(all.at("/total/rows").asInt()).isEqualTo(RandomNews.COUNTRIES.size());
        assertThat(all.at("/total/columns").asInt()).isEqualTo(RandomNews.PEOPLE.size());
        assertThat(some.at("/total/rows")).isEqualTo(all.at("/total/rows"));
        assertThat(ids(some.get("rows"))).isEqualTo(ids(all.get("rows")).subList(0, 2));
        assertThat(ids(some.get("columns"))).isEqualTo(ids(all.get("columns")).subList(0, 3));
        JsonNode entities = served.json("/api/v1/entities/country?limit=100").get("entities");
        assertThat(ids(all.get("rows"))).isEqualTo(ids(entities));
        assertThat(all.at("/total/mentions").asInt())
                .isEqualTo(served.json("/api/v1/mentions?type=country&limit=0")
                        .at("/total/mentions")
                        .asInt());
        List<String> years = ids(served.json("/api/v1/together?columns=year").get("columns"));
        assertThat(years)
                .endsWith("")
                .isEqualTo(years.stream()
                        .sorted(java.util.Comparator.comparing(String::isEmpty).thenComparing(each -> each))
                        .toList());
    }

    private static List<String> ids(JsonNode lines) {
        List<String> ids = new ArrayList<>();
        lines.forEach(line -> ids.add(line.get("id").asText("")));
        return ids;
    }

    @Test
    void theFormsHaveTheSameCells() throws Exception {
        String asked = "rows=person&columns=stance";
        JsonNode page = served.json("/api/v1/together?limit=1000&" + asked);
        List<String> lines =
                served.get("/api/v1/together.ndjson?" + asked).body().lines().toList();
        assertThat(lines).hasSize(page.get("cells").size());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(Served.tree(lines.get(i))).isEqualTo(page.get("cells").get(i));
        }
        assertThat(served.get("/api/v1/together.csv?" + asked).body().lines())
                .hasSize(lines.size() + 1)
                .first()
                .isEqualTo(
                        "row,row_label,column,column_label,mentions,passages,documents,boilerplate,copies,confirmed,rejected,reassigned,disputed,link");
    }

    private HttpResponse<String> post(String type, String names) throws Exception {
        return java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(
                                        java.net.URI.create(served.address() + "/api/v1/lists?type=" + type))
                                .header("Content-Type", "text/plain")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(names))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aListOfNamesGetsADigestAndTellsLineByLineWhatIsNotUnderstood() throws Exception {
        JsonNode list = Served.tree(post("country", "\uFEFFArmenia\r\n\n  Georgia \nArmenai\nAtlantis\n")
                .body());
        assertThat(list.get("digest").asText()).matches("[0-9a-f]{32}");
        assertThat(list.get("lasting").asBoolean()).isFalse();
        assertThat(list.at("/total").toString()).isEqualTo("{\"names\":4,\"known\":2,\"unknown\":2}");
        assertThat(list.at("/unknown/0/line").asInt()).isEqualTo(3);
        assertThat(list.at("/unknown/0/near/0").asText()).isEqualTo("Armenia");
        assertThat(list.at("/unknown/1/near")).isEmpty();
        String digest = list.get("digest").asText();
        assertThat(Served.tree(post("person", "Armenia\nGeorgia\nArmenai\nAtlantis")
                                .body())
                        .get("digest")
                        .asText())
                .as("the same names")
                .isEqualTo(digest);
        JsonNode matrix = served.json("/api/v1/together?rows=country&columns=person&list=" + digest);
        assertThat(ids(matrix.get("rows"))).containsExactlyInAnyOrder("AM", "GE");
        assertThat(matrix.at("/list/known")).isEqualTo(list.get("known"));
        assertThat(matrix.at("/list/unknown")).isEqualTo(list.get("unknown"));
        String unknown =
                Served.tree(post("country", "Atlantis\n").body()).get("digest").asText();
        assertThat(served.json("/api/v1/together?rows=country&list=" + unknown).get("rows"))
                .isEmpty();
        HttpResponse<String> lost = served.get("/api/v1/together?list=" + "0".repeat(32));
        assertThat(lost.statusCode()).isEqualTo(400);
        assertThat(lost.body()).contains("send its names again");
    }

    @Test
    void fiveHundredNamesAreTakenAndOneMoreIsRefused() throws Exception {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 498; i++) {
            names.append("Nobody Number").append(i).append('\n');
        }
        names.append("Marta Olsen\nKarl Lund\n");
        JsonNode list = Served.tree(post("person", names.toString()).body());
        assertThat(list.at("/total/names").asInt()).isEqualTo(500);
        assertThat(list.at("/known/0/line").asInt()).isEqualTo(499);
        assertThat(ids(served.json("/api/v1/together?rows=person&columns=country&list="
                                + list.get("digest").asText())
                        .get("rows")))
                .containsExactlyInAnyOrder("Marta Olsen", "Karl Lund");
        assertThat(post("person", names + "Ivan Petrov").statusCode()).isEqualTo(400);
        assertThat(post("person", "\n \n").statusCode()).isEqualTo(400);
        assertThat(post("person", "x".repeat(70_000)).statusCode()).isEqualTo(413);
        assertThat(Objects.toString(post("unit", "people").statusCode())).isEqualTo("400");
    }
}
