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
import wherein.lucene.LuceneIndex;
import wherein.search.PassageSearcher;

class ServerTest {

    private static final String API = "/api/v1";

    private static final List<String> IDS = List.of(
            "plain",
            "a/b",
            "a/text",
            "a/hits",
            "100%",
            "50%2F",
            "two words",
            "туман",
            "say \"fog\"",
            "it's",
            "a+b",
            "a?b#c",
            "a&b=c",
            "a:2",
            "a;b",
            "back\\slash",
            "<b>",
            "🚢",
            "report.csv",
            "[1]{2}|^`",
            "a//b",
            "/a/",
            " ");

    @TempDir
    private static Path folder;

    private static Served served;
    private static Served named;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.digests(folder.resolve("digests"));
        Path records = Files.createDirectories(folder.resolve("named")).resolve("all.jsonl");
        StringBuilder lines = new StringBuilder();
        for (String id : IDS) {
            String quoted = wherein.json.Json.text(wherein.json.Json.object().put("id", id));
            lines.append(quoted, 0, quoted.length() - 1)
                    .append(",\"text\":\"🚢🚢 The fog lay on the harbour. 🚢 More fog came with the night.\"}\n");
        }
        Files.writeString(records, lines);
        named = Served.of(records, Optional.empty(), folder.resolve("named-index"));
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
        named.close();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            /api/v1/search?qq=x                            => 400 => unknown-parameter
            /api/v1/search?explian=on                      => 400 => unknown-parameter
            /api/v1/search?explain=maybe                   => 400 => bad-value
            /api/v1/info?q=x                               => 400 => unknown-parameter
            /api/v1/documents/oe-watch-brain-drain/text?q=x => 400 => unknown-parameter
            /api/v1/search?limit=-1                        => 400 => bad-value
            /api/v1/search?limit=1001                      => 400 => bad-value
            /api/v1/search?limit=1&limit=2                 => 400 => bad-value
            /api/v1/search?limit=                          => 400 => bad-value
            /api/v1/search?snippets=11                     => 400 => bad-value
            /api/v1/search?sort=best                       => 400 => bad-value
            /api/v1/search?group=source                    => 400 => bad-value
            /api/v1/search?mode=loose                      => 400 => bad-value
            /api/v1/search?op=xor                          => 400 => bad-value
            /api/v1/search?stance=critcal                  => 400 => bad-value
            /api/v1/search?not.stance=critcal              => 400 => bad-value
            /api/v1/search?block=proze                     => 400 => bad-value
            /api/v1/search?date.from=2022-13               => 400 => bad-value
            /api/v1/search?date.from=2023&date.to=2022     => 400 => bad-value
            /api/v1/search?date.match=sure                 => 400 => bad-value
            /api/v1/search?facets=colour                   => 400 => bad-value
            /api/v1/search?interval=week                   => 400 => bad-value
            /api/v1/search?offsets=bytes                   => 400 => bad-value
            /api/v1/search?cursor=abc                      => 400 => bad-value
            /api/v1/search?cursor=                         => 400 => bad-value
            /api/v1/facets                                 => 400 => bad-value
            /api/v1/facets?field=colour                    => 400 => bad-value
            /api/v1/search?q=%22fog                        => 400 => query-syntax
            /api/v1/search?q=nofield:x                     => 400 => query-syntax
            /api/v1/facets?field=source&q=(                => 400 => query-syntax
            /api/v1/documents?q=fog%20AND                  => 400 => query-syntax
            /api/v1/documents/oe-watch-brain-drain/hits?q=) => 400 => query-syntax
            /api/v1/documents/nowhere                      => 404 => not-found
            /api/v1/documents/nowhere/text                 => 404 => not-found
            /api/v1/documents/nowhere/passages             => 404 => not-found
            /api/v1/documents/nowhere/hits                 => 404 => not-found
            /api/v1/passages/nowhere:1                     => 404 => not-found
            /api/v1/passages/oe-watch-brain-drain:999      => 404 => not-found
            /api/v1/passages/oe-watch-brain-drain:0        => 404 => not-found
            /api/v1/passages/oe-watch-brain-drain          => 404 => not-found
            /api/v1/nothing                                => 404 => not-found
            /api/v2/search                                 => 404 => not-found
            /nothing                                       => 404 => not-found
            /assets/nothing.js                             => 404 => not-found
            /assets/app.js                                 => 404 => not-found
            /assets/0000000000000000/app.js                => 404 => not-found
            /problems/nothing                              => 404 => not-found
            """)
    void aFaultyRequestIsAnsweredWithItsProblem(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = served.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode body = problem(answer);
        assertThat(body.get("type").asText()).isEqualTo("/problems/" + code);
        assertThat(body.get("status").asInt()).isEqualTo(status);
        assertThat(body.get("detail").asText()).isNotBlank();
        assertThat(served.get(body.get("type").asText()).statusCode()).isEqualTo(200);
    }

    /** What each list answers with {@code fields=}, by the path of its first row. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            /search?q=russia&fields=%1$s             => /hits/0                => start,id
            /documents?fields=%1$s                   => /documents/0           => title,id
            /facets?field=source&fields=%1$s         => /facets/0/values/0     => count,value
            /mentions/summary?by=type&fields=%1$s    => /groups/0              => documents,type
            /entities/country?fields=%1$s            => /entities/0            => label
            /suggest?prefix=russ&fields=%1$s         => /suggestions/0         => count,text
            """)
    void fieldsPicksAndOrdersTheColumnsOfEveryList(String path, String row, String columns) throws Exception {
        JsonNode first = served.json("/api/v1" + String.format(path, columns)).at(row);
        assertThat(String.join(",", (Iterable<String>) first::fieldNames)).isEqualTo(columns);
        HttpResponse<String> refused = served.get("/api/v1" + String.format(path, columns + "s"));
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode error = Served.tree(refused.body()).at("/errors/0");
        assertThat(error.get("parameter").asText()).isEqualTo("fields");
        assertThat(error.get("did_you_mean").asText()).isEqualTo(columns.replaceAll(".*,", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"date.match=unknown", "date.match=unknown&date.from=2021&date.to=2023"})
    void whatHasNoDateCanBeAskedForAlone(String asked) throws Exception {
        JsonNode all = Served.tree(
                served.get("/api/v1/search?facets=date&limit=0&q=Russia").body());
        int undated = 0;
        for (JsonNode value : all.get("facets").get(0).get("values")) {
            undated +=
                    value.get("value").asText().isEmpty() ? value.get("count").asInt() : 0;
        }
        JsonNode found = Served.tree(
                served.get("/api/v1/search?limit=100&q=Russia&" + asked).body());
        assertThat(found.get("total").get("passages").asInt())
                .isEqualTo(undated)
                .isPositive();
        for (JsonNode hit : found.get("hits")) {
            assertThat(hit.get("document").asText()).isEqualTo("reversing-brain-drain");
            assertThat(hit.get("when_match").asText()).isEqualTo("unknown");
        }
        assertThat(served.get("/api/v1/mentions.csv?header=off&fields=document&" + asked)
                        .body()
                        .lines()
                        .distinct())
                .containsExactly("reversing-brain-drain");
    }

    @Test
    void allFaultsOfARequestAreToldTogetherWithWhatWasMeant() throws Exception {
        JsonNode errors = problem(served.get(API + "/search?qq=x&limt=3&stance=critcal&date.from=2022-13"))
                .get("errors");
        List<String> told = new ArrayList<>();
        errors.forEach(error -> told.add(error.get("parameter").asText() + " "
                + error.get("did_you_mean").asText()));
        assertThat(told).containsExactlyInAnyOrder("qq q", "limt limit", "stance critical", "date.from null");
    }

    @Test
    void aSyntaxFaultHasItsPositionInCodePoints() throws Exception {
        JsonNode error = problem(served.get(API + "/search?q=" + encode("🚢 \"fog")))
                .get("errors")
                .get(0);
        assertThat(error.get("parameter").asText()).isEqualTo("q");
        assertThat(error.get("position").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"})
    void anotherMethodThanReadingIsRefused(String method) throws Exception {
        for (String path : List.of(API + "/search", "/", API + "/nothing")) {
            HttpResponse<String> answer = served.send(method, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(problem(answer).get("type").asText()).isEqualTo("/problems/method-not-allowed");
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        }
    }

    @Test
    void aFormatThatIsNotThereIsRefused() throws Exception {
        assertThat(problem(served.send("GET", API + "/search?q=x", "Accept", "image/png"))
                        .get("status")
                        .asInt())
                .isEqualTo(406);
        assertThat(problem(served.send("GET", API + "/documents/oe-watch-brain-drain/text", "Accept", "image/*"))
                        .get("status")
                        .asInt())
                .isEqualTo(406);
        for (String accept : List.of("*/*", "application/json", "application/*;q=0.5", "text/html, */*;q=0.1")) {
            assertThat(served.send("GET", API + "/search?q=x", "Accept", accept).statusCode())
                    .as(accept)
                    .isEqualTo(200);
        }
    }

    @Test
    void aForeignHostIsRefusedAndAnAllowedOneIsNot() throws Exception {
        assertThat(problemOf(served.raw(request("/api/v1/search", "evil.example"))))
                .isEqualTo(421);
        assertThat(problemOf(served.raw(request("/", "evil.example:80")))).isEqualTo(421);
        for (String host : List.of("localhost:1", "127.0.0.1", "[::1]:8080", "WHEREIN.example")) {
            assertThat(served.raw(request("/health", host))).as(host).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void whatHttpItselfDoesNotAllowIsAProblemToo() throws Exception {
        assertThat(problemOf(served.raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")))
                .isEqualTo(400);
        assertThat(problemOf(served.raw(
                        "GET /api/v1/search?q=%zz HTTP/1.1\r\nHost: localhost\r\n" + "Connection: close\r\n\r\n")))
                .isEqualTo(400);
        assertThat(problemOf(served.raw(request("/api/v1/search?q=%ff", "localhost"))))
                .isEqualTo(400);
        assertThat(served.get(API + "/search?q=100%25").statusCode()).isEqualTo(200);
        assertThat(problemOf(served.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")))
                .isBetween(400, 421);
        assertThat(problemOf(served.raw("fog\r\n\r\n"))).isBetween(400, 499);
        assertThat(problemOf(served.raw(request("/a/../../etc/passwd", "localhost"))))
                .isBetween(400, 499);
        assertThat(problemOf(served.raw(request("/assets/..%2f..%2fpom.xml", "localhost"))))
                .isBetween(400, 499);
    }

    @Test
    void whatIsFoundWithoutAWordIsFoldedToDocumentsToo(@TempDir Path temporary) throws Exception {
        Path records = temporary.resolve("all.jsonl");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("{\"id\":\"d%02d\",\"text\":\"The %s carried 12 people.\"}\n"
                    .formatted(i, i < 3 ? "ferry" : "boat"));
        }
        Files.writeString(records, lines);
        try (Served boats = Served.of(records, Optional.empty(), temporary.resolve("index"))) {
            for (String query :
                    List.of("figure.people:*", "block:prose", "%22%C2%AD%22%20figure:12", "%C2%BD%20figure:12")) {
                JsonNode answer = boats.json(API + "/search?group=document&limit=50&q=" + query);
                assertThat(answer.at("/total/documents").asInt()).as(query).isEqualTo(40);
            }
        }
    }

    @Test
    void aWordOfNothingButAnAccentIsAWord(@TempDir Path temporary) throws Exception {
        Path records = temporary.resolve("all.jsonl");
        Files.writeString(records, "{\"id\":\"a\",\"title\":\"\u02C6\",\"text\":\"\u02BB fog\"}\n");
        try (Served accents = Served.of(records, Optional.empty(), temporary.resolve("index"))) {
            for (String query :
                    List.of("title:*", "*", "title:\u02C6", "\u02BB", "fo*", "title:?", "\u02BB NEAR/3 f*g", "f*~1")) {
                String path = API + "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
                assertThat(accents.get(path).statusCode()).as(query).isEqualTo(200);
            }
            for (String prefix : List.of("\u02C6", "f", "fogg")) {
                String path = API + "/suggest?prefix=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8);
                assertThat(accents.get(path).statusCode()).as(prefix).isEqualTo(200);
            }
        }
    }

    @Test
    void anAddressOf16KilobytesIsReadAndOneByteMoreIsTooLong() throws Exception {
        String longest = padded(API + "/search?q=fog&limit=1", 16 << 10);
        assertThat(served.raw(request(longest, "localhost"))).startsWith("HTTP/1.1 200");
        for (String more : List.of("0", "0".repeat(4 << 10), "0".repeat(16 << 10), "0".repeat(1 << 20))) {
            assertThat(problemOf(served.raw(request(longest + more, "localhost"))))
                    .as(more.length() + " more")
                    .isEqualTo(414);
        }
    }

    @Test
    void theLongestAddressAndItsHeadersHave24KilobytesAndOneByteMoreIsTooLarge() throws Exception {
        String head = request(padded(API + "/search?q=fog&limit=1", 16 << 10), "localhost");
        String begun = head.substring(0, head.length() - 2) + "X-Fog: ";
        String longest = begun + "a".repeat((24 << 10) - begun.length() - 4);
        assertThat(served.raw(longest + "\r\n\r\n")).startsWith("HTTP/1.1 200");
        for (String more : List.of("a", "a".repeat(40_000))) {
            assertThat(problemOf(served.raw(longest + more + "\r\n\r\n")))
                    .as(more.length() + " more")
                    .isEqualTo(431);
        }
    }

    @Test
    void whatTheLongestAddressAsksForIsSaidInTheHeadersOfItsAnswer() throws Exception {
        String path = API + "/mentions.csv?source=" + "(".repeat(15_000);
        HttpResponse<String> answer = served.send("GET", path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Wherein-Query").orElse("").length())
                .isGreaterThan(45_000);
    }

    /** An address of this length that asks for the same. */
    private static String padded(String path, int length) {
        return path.replace("limit=", "limit=" + "0".repeat(length - path.length()));
    }

    @Test
    void aQueryOf8000CharactersFitsTheAddressAndOneMoreIsTooLarge() throws Exception {
        assertThat(served.get(API + "/search?q=" + "a".repeat(8_000)).statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = served.get(API + "/search?q=" + "a".repeat(8_001));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer).get("type").asText()).isEqualTo("/problems/query-too-large");
    }

    @Test
    void aQueryOf1024WordsIsAnsweredAndOneMoreIsTooLarge() throws Exception {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 1_024; i++) {
            words.append("w").append(i).append('+');
        }
        assertThat(served.get(API + "/search?q=" + words).statusCode()).isEqualTo(200);
        assertThat(problem(served.get(API + "/search?q=" + words + "one"))
                        .get("type")
                        .asText())
                .isEqualTo("/problems/query-too-large");
        assertThat(problem(served.get(API + "/search?q=" + "(".repeat(40) + "a" + ")".repeat(40)))
                        .get("type")
                        .asText())
                .isEqualTo("/problems/query-too-large");
        assertThat(served.get(API + "/search?q=%22" + "a+".repeat(256) + "%22").statusCode())
                .isEqualTo(200);
        assertThat(problem(served.get(API + "/search?q=%22" + "a+".repeat(3_900) + "%22"))
                        .get("detail")
                        .asText())
                .contains("3900 words", "256");
    }

    @Test
    void everyAnswerHasTheHeadersThatKeepThePageSafe() throws Exception {
        for (String path : List.of(
                "/",
                "/health",
                "/documents/oe-watch-brain-drain",
                API + "/search",
                Assets.read().addresses().getFirst(),
                "/problems/bad-value")) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            safe(answer);
        }
    }

    @Test
    void headGivesTheHeadersOfGetAndOptionsWhatIsAllowed() throws Exception {
        for (String path :
                List.of("/", API + "/search?q=visa", API + "/documents/oe-watch-brain-drain/text", "/health")) {
            HttpResponse<String> head = served.send("HEAD", path);
            HttpResponse<String> get = served.get(path);
            assertThat(head.statusCode()).as(path).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("Content-Type"))
                    .isEqualTo(get.headers().firstValue("Content-Type"));
            HttpResponse<String> options = served.send("OPTIONS", path);
            assertThat(options.statusCode()).isEqualTo(204);
            assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
            safe(options);
        }
        assertThat(served.send("HEAD", API + "/nothing").statusCode()).isEqualTo(404);
        assertThat(served.send("HEAD", API + "/search?qq=x").statusCode()).isEqualTo(400);
    }

    @Test
    void anIdOfAnyCharactersLeadsToItsDocument() throws Exception {
        for (String id : IDS) {
            String path = API + "/documents/" + encode(id);
            assertThat(named.json(path).get("id").asText()).isEqualTo(id);
            assertThat(named.get(path + "/text").body()).as(id).contains("harbour");
            assertThat(named.json(path + "/passages")
                            .get("passages")
                            .get(0)
                            .get("document")
                            .asText())
                    .isEqualTo(id);
            assertThat(named.json(path + "/hits?q=fog")
                            .get("total")
                            .get("marks")
                            .asInt())
                    .as(id)
                    .isEqualTo(2);
            assertThat(named.json(API + "/passages/" + encode(id + ":1"))
                            .get("id")
                            .asText())
                    .isEqualTo(id + ":1");
            JsonNode found = named.json(API + "/search?q=fog&doc=" + encode(id));
            assertThat(found.get("total").get("documents").asInt()).isEqualTo(1);
            String link = found.get("hits").get(0).get("link").asText();
            assertThat(link).startsWith("/documents/" + encode(id) + "?q=fog#c=");
            assertThat(named.get(link.substring(0, link.indexOf('#'))).statusCode())
                    .as(link)
                    .isEqualTo(200);
        }
    }

    @Test
    void offsetsAreCodePointsUnlessUtf16IsAskedFor() throws Exception {
        String text = named.get(API + "/documents/plain/text").body();
        int[] points = text.codePoints().toArray();
        for (String path : List.of("/search?q=fog&doc=plain", "/documents/plain/hits?q=fog")) {
            for (JsonNode mark : marks(named.json(API + path))) {
                assertThat(new String(
                                points,
                                mark.get(0).asInt(),
                                mark.get(1).asInt() - mark.get(0).asInt()))
                        .isEqualTo("fog");
            }
            for (JsonNode mark : marks(named.json(API + path + "&offsets=utf16"))) {
                assertThat(text.substring(mark.get(0).asInt(), mark.get(1).asInt()))
                        .isEqualTo("fog");
            }
        }
        JsonNode document = named.json(API + "/documents/plain");
        assertThat(document.get("length").asInt()).isEqualTo(points.length);
        assertThat(named.json(API + "/documents/plain?offsets=utf16")
                        .get("length")
                        .asInt())
                .isEqualTo(text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=Russia",
                "/search?q=Russia&sort=date",
                "/search?q=Russia&sort=-date",
                "/search?q=Russia&group=document",
                "/search?sort=date&group=document",
                "/search",
                "/documents?q=Russia"
            })
    void aLoopOverNextUrlIsTheOneBigPage(String path) throws Exception {
        String join = path.contains("?") ? "&" : "?";
        String key = path.startsWith("/documents") ? "documents" : "hits";
        JsonNode whole = served.json(API + path + join + "limit=1000");
        assertThat(whole.get("complete").asBoolean()).isTrue();
        assertThat(whole.get("next").isNull()).isTrue();
        for (int size : List.of(1, 2, 7)) {
            List<JsonNode> joined = new ArrayList<>();
            String next = API + path + join + "limit=" + size;
            while (next != null) {
                HttpResponse<String> answer = served.get(next);
                JsonNode page = Served.tree(answer.body());
                page.get(key).forEach(joined::add);
                assertThat(page.get("remaining").asInt())
                        .isEqualTo(whole.get(key).size() - joined.size());
                assertThat(page.get("complete").asBoolean())
                        .isEqualTo(page.get("next").isNull());
                next = page.get("next_url").isNull()
                        ? null
                        : page.get("next_url").asText();
                assertThat(answer.headers().firstValue("Link").orElse(null))
                        .isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
            }
            List<JsonNode> expected = new ArrayList<>();
            whole.get(key).forEach(expected::add);
            assertThat(joined).isEqualTo(expected);
        }
    }

    @Test
    void aCursorGoesOnWithItsOwnRequestAlone() throws Exception {
        String next =
                served.json(API + "/search?q=brain&limit=1").get("next_url").asText();
        assertThat(served.get(next.replace("limit=1", "limit=2")).statusCode()).isEqualTo(200);
        for (String other :
                List.of(next.replace("q=brain", "q=drain"), next + "&sort=date", next + "&stance=critical")) {
            HttpResponse<String> answer = served.get(other);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(problem(answer).get("detail").asText()).startsWith("cursor: the cursor belongs to another");
        }
    }

    @Test
    void aCursorOfAnotherGenerationIsRefused() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("changing"));
        Files.writeString(collection.resolve("a.txt"), "fog in the harbour");
        Files.writeString(collection.resolve("b.txt"), "fog on the sea");
        Path index = folder.resolve("changing-index");
        String search;
        String documents;
        try (Served first = Served.of(collection, Optional.empty(), index)) {
            search = first.json(API + "/search?q=fog&limit=1").get("next_url").asText();
            documents = first.json(API + "/documents?limit=1").get("next_url").asText();
            assertThat(first.get(search).statusCode()).isEqualTo(200);
        }
        try (Served second = Served.of(collection, Optional.empty(), index)) {
            for (String next : List.of(search, documents)) {
                HttpResponse<String> answer = second.get(next);
                assertThat(answer.statusCode()).isEqualTo(409);
                assertThat(problem(answer).get("type").asText()).isEqualTo("/problems/index-changed");
            }
        }
    }

    @Test
    void theServerAnswersFromTheOldIndexWhileANewOneIsCommitted() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("swapped"));
        Files.writeString(collection.resolve("a.txt"), "fog in the harbour");
        Path index = folder.resolve("swapped-index");
        try (Served old = Served.of(collection, Optional.empty(), index)) {
            Files.writeString(collection.resolve("b.txt"), "fog on the sea");
            Served.index(collection, Optional.empty(), index);
            assertThat(old.json(API + "/search?q=fog")
                            .get("total")
                            .get("passages")
                            .asInt())
                    .isEqualTo(1);
            try (PassageSearcher now = LuceneIndex.open(index)) {
                assertThat(now.manifest().documents()).isEqualTo(2);
            }
        }
    }

    @Test
    void boilerplateIsOnlyInTheAnswerThatAsksForIt() throws Exception {
        JsonNode all = served.json(API + "/search?limit=1000");
        all.get("hits").forEach(hit -> assertThat(hit.get("block").asText()).isNotEqualTo("boilerplate"));
        JsonNode only = served.json(API + "/search?block=boilerplate");
        assertThat(only.get("total").get("passages").asInt()).isPositive();
        only.get("hits").forEach(hit -> assertThat(hit.get("block").asText()).isEqualTo("boilerplate"));
    }

    @Test
    void notLeavesOutWhatTheSameFilterKeeps() throws Exception {
        int all = passages("/search?q=Russia");
        for (String filter : List.of("stance=critical", "source=Meduza", "region=Russia", "lang=en", "block=heading")) {
            int kept = passages("/search?q=Russia&" + filter);
            int left = passages("/search?q=Russia&not." + filter);
            assertThat(kept + left).as(filter).isEqualTo(all);
        }
    }

    private static List<JsonNode> marks(JsonNode body) {
        List<JsonNode> marks = new ArrayList<>();
        for (JsonNode hit : body.get("hits")) {
            if (hit.has("marks")) {
                hit.get("marks").forEach(marks::add);
            } else {
                var pair = new com.fasterxml.jackson.databind.ObjectMapper().createArrayNode();
                marks.add(pair.add(hit.get("start").asInt()).add(hit.get("end").asInt()));
                assertThat(hit.get("surface").asText()).isEqualTo("fog");
            }
        }
        assertThat(marks).hasSize(2);
        return marks;
    }

    private static int passages(String path) throws Exception {
        return served.json(API + path).get("total").get("passages").asInt();
    }

    private static String request(String path, String host) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The body of a problem, of which all headers are as they should be. */
    private static JsonNode problem(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        safe(answer);
        return Served.tree(answer.body());
    }

    private static void safe(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'; script-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    /** The status of a raw answer that is a problem with the headers of every answer. */
    private static int problemOf(String raw) throws Exception {
        String shown = raw.substring(0, Math.min(raw.length(), 600));
        assertThat(raw).as(shown).startsWith("HTTP/1.1 4");
        assertThat(raw.toLowerCase(java.util.Locale.ROOT))
                .as(shown)
                .contains("content-type: application/problem+json")
                .contains("content-security-policy: default-src 'none'")
                .contains("x-content-type-options: nosniff");
        int status = Integer.parseInt(raw.substring(9, 12));
        JsonNode body = Served.tree(raw.substring(raw.indexOf("\r\n\r\n") + 4));
        assertThat(body.get("status").asInt()).isEqualTo(status);
        return status;
    }
}
