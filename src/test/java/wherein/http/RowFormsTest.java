package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wherein.api.Endpoint;
import wherein.api.Format;

/** What every endpoint with rows promises a script, whichever rows they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowFormsTest {

    private static final String API = "/api/v1";
    private static final String FEW = "?fields=surface,start&limit=1";

    private Served served;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(
                texts.resolve("harbour.csv.txt"), "Norway sold -5 percent less than Sweden and\nNew\nZealand.");
        Files.writeString(texts.resolve("=fog.txt"), "In Norway 1,200 people saw the fog.");
        Files.writeString(
                texts.resolve("quotes.txt"),
                "\"Nobody, said the pilot, \"is\" fog\",\nand 300 people wrote to @harbour +1 or -2.");
        served = Served.ledger(texts, java.util.Optional.empty(), folder.resolve("index"));
    }

    @AfterAll
    void close() throws Exception {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mentions",
                "/mentions?country=Norway",
                "/figures/table?unit=people",
                "/concordance?q=norway",
                "/account",
                "/documents/harbour.csv.txt/mentions"
            })
    void aLoopOverThePagesGivesTheStreamedRows(String path) throws Exception {
        String asked = path + (path.contains("?") ? "&" : "?");
        List<JsonNode> streamed = new ArrayList<>();
        for (String line :
                served.get(API + asked + "format=ndjson").body().lines().toList()) {
            streamed.add(Served.tree(line));
        }
        List<JsonNode> paged = new ArrayList<>();
        String next = API + asked + "limit=1";
        while (next != null) {
            JsonNode page = served.json(next);
            for (String key : List.of("mentions", "figures", "rows")) {
                page.path(key).forEach(paged::add);
            }
            assertThat(page.get("remaining").asInt()).isEqualTo(streamed.size() - paged.size());
            assertThat(page.get("complete").asBoolean()).isEqualTo(paged.size() == streamed.size());
            next = page.get("next_url").asText(null);
        }
        assertThat(streamed).isNotEmpty();
        assertThat(paged).isEqualTo(streamed);
    }

    /** Line breaks are spaces in CSV, and null is the empty cell; everything else is the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mentions?context=200",
                "/concordance?q=norway+OR+fog+OR+said",
                "/account",
                "/figures/table?unit=people"
            })
    void aReaderOfCsvGetsTheCellsOfJson(String path) throws Exception {
        String asked = API + path + (path.contains("?") ? "&" : "?");
        List<Map<String, String>> cells = new ArrayList<>();
        for (String line : served.get(asked + "format=ndjson").body().lines().toList()) {
            Map<String, String> row = new LinkedHashMap<>();
            Served.tree(line)
                    .properties()
                    .forEach(each -> row.put(
                            each.getKey(),
                            each.getValue().isNull()
                                    ? ""
                                    : each.getValue().asText().replaceAll("[\\r\\n\\u2028\\u2029]+", " ")));
            cells.add(row);
        }
        String csv = served.get(asked + "format=csv").body();
        try (MappingIterator<Map<String, String>> read = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            assertThat(read.readAll()).isEqualTo(cells);
        }
        assertThat(cells).isNotEmpty();
    }

    @Test
    void theTextsThatAreReadBackHoldWhatCsvHasToQuote() throws Exception {
        String all = served.get(API + "/mentions.ndjson?context=200&fields=before,match,after,title,document")
                .body();
        assertThat(all).contains("\\\"", ",", "\\n", "=fog", "+1", "@harbour", "-5");
    }

    @Test
    void aCellBeginsWithAnApostropheOnlyForExcel() throws Exception {
        String asked = API + "/mentions.csv?header=off&fields=document&doc=%3Dfog.txt&limit=1";
        assertThat(served.get(asked).body()).isEqualTo("=fog.txt\r\n");
        assertThat(served.get(asked + "&excel=on").body()).isEqualTo("'=fog.txt\r\n");
        assertThat(served.get(asked + "&excel=on&bom=on").body()).isEqualTo("\ufeff'=fog.txt\r\n");
    }

    @Test
    void whereRowsComeFromIsToldBeforeThem() throws Exception {
        String fingerprint = served.searcher().manifest().fingerprint();
        String query = "/api/v1/mentions?fields=surface&limit=1&type=country";
        String asked = "type=country&provenance=on&limit=1&fields=surface";
        assertThat(served.get(API + "/mentions.csv?" + asked).body())
                .isEqualTo("# fingerprint: " + fingerprint + "\r\n# query: " + query
                        + "\r\n# rows: 1\r\nsurface\r\nNorway\r\n");
        assertThat(served.get(API + "/mentions.ndjson?" + asked).body())
                .isEqualTo("{\"provenance\":{\"fingerprint\":\"" + fingerprint + "\",\"query\":\"" + query
                        + "\",\"rows\":1}}\n{\"surface\":\"Norway\"}\n");
    }

    @Test
    void theHeadersSayWhatTheRowsAnswer() throws Exception {
        HttpResponse<String> answer = served.get(API + "/mentions.csv?type=country&id=NO&download=on");
        assertThat(header(answer, "X-Total-Count")).isEqualTo("2");
        assertThat(header(answer, "X-Wherein-Query")).isEqualTo("/api/v1/mentions?id=NO&type=country");
        assertThat(header(answer, "X-Wherein-Fingerprint"))
                .isEqualTo(served.searcher().manifest().fingerprint());
        assertThat(header(answer, "X-Wherein-Generation"))
                .isEqualTo(Long.toString(served.searcher().generation()));
        assertThat(header(answer, "Content-Disposition")).isEqualTo("attachment; filename=\"mentions.csv\"");
        assertThat(header(answer, "Server-Timing")).matches("total;dur=\\d+\\.\\d");
        assertThat(header(answer, "Vary")).contains("Accept");
    }

    private static List<Format> formats(Endpoint endpoint) {
        return endpoint.forms().stream().map(form -> Format.of(form.word())).toList();
    }

    /** Every endpoint with rows, whichever there are: the table of endpoints says. */
    @Test
    void everyExportSaysWhereItComesFrom() throws Exception {
        String fingerprint = served.searcher().manifest().fingerprint();
        int seen = 0;
        for (Endpoint endpoint : Server.ENDPOINTS) {
            String path =
                    API + endpoint.path().replace("{id}", "harbour.csv.txt").replace("{type}", "country");
            Map<String, String> needed = Map.of(
                    "/figures/table", "unit=people",
                    "/concordance", "q=norway",
                    "/mentions/summary", "by=type",
                    "/together", "columns=source",
                    "/timeline", "series=q%3Anorway");
            String asked = needed.getOrDefault(endpoint.path(), "limit=3");
            for (Format format : endpoint.isTable() ? formats(endpoint) : List.<Format>of()) {
                HttpResponse<String> answer =
                        served.get(path + "." + format.word() + "?header=off&provenance=on&" + asked);
                String what = path + "." + format.word();
                assertThat(header(answer, "X-Wherein-Fingerprint")).as(what).isEqualTo(fingerprint);
                assertThat(header(answer, "X-Wherein-Query")).as(what).isEqualTo(path + "?" + asked);
                assertThat(header(answer, "X-Wherein-Generation"))
                        .isEqualTo(Long.toString(served.searcher().generation()));
                if (format == Format.JSON) {
                    continue;
                }
                seen++;
                List<String> lines = answer.body().lines().toList();
                int before = format == Format.NDJSON ? 1 : 3;
                int rows = lines.size() - before;
                // Nobody has judged anything here.
                assertThat(rows > 0 || endpoint.path().equals("/verdicts"))
                        .as(what)
                        .isTrue();
                String count = header(answer, "X-Total-Count");
                assertThat(asked.equals("limit=3") ? Math.min(3, Integer.parseInt(count)) : Integer.parseInt(count))
                        .as(what)
                        .isEqualTo(rows);
                if (format == Format.NDJSON) {
                    assertThat(Served.tree(lines.getFirst()).get("provenance"))
                            .hasToString("{\"fingerprint\":\"" + fingerprint + "\",\"query\":\"" + path + "?" + asked
                                    + "\",\"rows\":" + rows + "}");
                } else {
                    assertThat(lines.subList(0, before))
                            .as(what)
                            .containsExactly(
                                    "# fingerprint: " + fingerprint,
                                    "# query: " + path + "?" + asked,
                                    "# rows: " + rows);
                }
            }
        }
        assertThat(seen).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            /mentions                    => */*                                  => application/json
            /mentions                    => text/csv                             => text/csv
            /mentions                    => text/csv;q=0.5, application/x-ndjson => application/x-ndjson
            /mentions                    => text/*                               => text/csv
            /mentions                    => text/csv;q=0, */*                    => application/json
            /mentions?format=ndjson      => text/csv                             => application/x-ndjson
            /mentions.json?format=ndjson => text/csv                             => application/json
            /mentions                    => image/png                            => application/problem+json
            /mentions?format=xml         => */*                                  => application/problem+json
            /concordance?q=norway        => text/plain                           => text/plain
            /mentions?colour=red         => text/csv                             => application/problem+json
            """)
    void theSuffixGoesBeforeTheFormatAndThatBeforeTheHeader(String path, String accept, String type) throws Exception {
        HttpResponse<String> answer = served.send("GET", API + path, "Accept", accept);
        assertThat(header(answer, "Content-Type")).startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mentions.csv", "/mentions", "/search?q=norway", "/documents/%3Dfog.txt/text"})
    void whatTheClientHasIsNotSentAgain(String path) throws Exception {
        HttpResponse<String> first = served.get(API + path);
        String tag = header(first, "ETag");
        HttpResponse<String> again = served.send("GET", API + path, "If-None-Match", "\"other\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        HttpResponse<String> other = served.send("GET", API + path, "If-None-Match", "\"other\"");
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void eachFormHasATagOfItsOwnAndAProblemHasNone() throws Exception {
        List<String> tags = new ArrayList<>();
        for (String path : List.of("/mentions", "/mentions.csv", "/mentions.ndjson", "/mentions" + FEW)) {
            tags.add(header(served.get(API + path), "ETag"));
        }
        assertThat(tags).doesNotHaveDuplicates().doesNotContain("");
        assertThat(header(served.get(API + "/mentions?limit=many"), "ETag")).isEmpty();
        assertThat(header(served.get(API + "/mentions.csv?limit=many"), "ETag")).isEmpty();
    }

    @Test
    void theMentionsOfADocumentAreThoseThatTheFilterFinds() throws Exception {
        String own = served.get(API + "/documents/%3Dfog.txt/mentions.ndjson").body();
        assertThat(own)
                .isEqualTo(served.get(API + "/mentions.ndjson?doc=%3Dfog.txt").body())
                .contains("1,200");
        assertThat(served.get(API + "/documents/nowhere/mentions.csv").statusCode())
                .isEqualTo(404);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
