package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Seeded;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.FilesApi;
import wherein.api.Generations;
import wherein.api.VerdictsApi;
import wherein.collection.Inbox;
import wherein.json.Json;
import wherein.lucene.LuceneIndex;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;
import wherein.verdict.Verdicts;

/** Rows that are judged over HTTP: what is counted and listed then, whom the door lets in, and that it is not there unless opened. */
class VerdictsTest {

    @TempDir
    private static Path index;

    private static PassageSearcher searcher;

    @TempDir
    private Path home;

    private final HttpClient client = HttpClient.newHttpClient();
    private Served served;

    @BeforeAll
    static void commit() throws Exception {
        Path files = Files.createDirectories(index.resolve("files"));
        Files.writeString(
                files.resolve("harbour.txt"),
                "Norway sent 1,250 crates. Georgia sent none. In May 2021 Chile waited.\n\nNorway waited too.\n");
        Files.writeString(
                files.resolve("logs.txt"), "Norway again. Peru left. Norway stayed, and 40 people with it.\n");
        Served.index(files, Optional.empty(), index.resolve("index"));
        searcher = LuceneIndex.open(index.resolve("index"));
    }

    @BeforeEach
    void serve() throws Exception {
        serve(true);
    }

    private void serve(boolean open) throws Exception {
        ServerOptions options = ServerOptions.local(0);
        if (open) {
            options = options.with(new FilesApi(Inbox.of(home, false), 1 << 20, false));
        }
        Engine engine = new Engine(
                        searcher, new LedgerNames(searcher), Recognisers.standard(), new Build("test", "none"))
                .judgedBy(Verdicts.of(home));
        served = Served.of(Generations.fixed(searcher, engine), options);
    }

    @AfterEach
    void close() throws Exception {
        served.close();
        client.close();
    }

    private JsonNode api(String path) throws Exception {
        return served.json("/api/v1" + path);
    }

    private List<JsonNode> rows(String filter) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        api("/mentions?limit=1000" + filter).get("mentions").forEach(rows::add);
        return rows;
    }

    private static ObjectNode verdict(JsonNode row, String reviewer, String word) {
        ObjectNode verdict = Json.object();
        for (String field : List.of("document", "type", "start", "end", "surface")) {
            verdict.set(field, row.get(field));
        }
        verdict.put("reviewer", reviewer).put("verdict", word);
        if (word.equals("reassigned")) {
            verdict.putObject("to").put("id", "US");
        }
        return verdict;
    }

    private HttpResponse<String> post(String body) throws Exception {
        return post(body, VerdictsApi.TYPE);
    }

    private HttpResponse<String> post(String body, String type) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(served.address() + VerdictsApi.ROUTE))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void judge(JsonNode row, String reviewer, String word) throws Exception {
        HttpResponse<String> answer = post(verdict(row, reviewer, word) + "\n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void aRowThatIsJudgedSaysSoInListsCountsGroupsAndExports() throws Exception {
        List<JsonNode> norway = rows("&id=NO");
        assertThat(norway).hasSize(4);
        judge(norway.get(0), "Anna", "confirmed");
        judge(norway.get(1), "Anna", "confirmed");
        judge(norway.get(2), "Anna", "rejected");
        judge(norway.get(3), "Anna", "reassigned");
        JsonNode total = api("/mentions?id=NO").get("total");
        assertThat(total.get("mentions").asInt()).isEqualTo(4);
        assertThat(total.get("confirmed").asInt()).isEqualTo(2);
        assertThat(total.get("rejected").asInt()).isEqualTo(1);
        assertThat(total.get("reassigned").asInt()).isEqualTo(1);
        assertThat(total.get("disputed").asInt()).isZero();
        List<JsonNode> after = rows("&id=NO");
        assertThat(after)
                .extracting(row -> row.get("verdict").asText())
                .containsExactly("confirmed", "confirmed", "rejected", "reassigned");
        assertThat(after.get(3).get("verdict_to").asText()).isEqualTo("id=US");
        assertThat(after)
                .extracting(row -> row.get("verdict_reviewer").asText())
                .containsOnly("Anna");
        assertThat(rows("&verdict=rejected")).containsExactly(after.get(2));
        assertThat(rows("&id=NO&not.verdict=rejected"))
                .doesNotContain(after.get(2))
                .hasSize(3);
        assertThat(rows("&verdict=none"))
                .hasSize(rows("").size() - 4)
                .allSatisfy(row -> assertThat(row.get("verdict").isNull()).isTrue());
        assertThat(served.get("/api/v1/mentions.csv?id=NO&verdict=rejected&fields=surface,verdict,verdict_reviewer")
                        .body())
                .isEqualTo("surface,verdict,verdict_reviewer\r\nNorway,rejected,Anna\r\n");
        JsonNode groups = api("/mentions/summary?type=country&by=id,verdict").get("groups");
        assertThat(groups.findValuesAsText("verdict")).contains("none", "confirmed", "rejected", "reassigned");
        int sum = 0;
        for (JsonNode group : groups) {
            sum += group.get("mentions").asInt();
            assertThat(group.path(group.get("verdict").asText())
                            .asInt(group.get("mentions").asInt()))
                    .isEqualTo(group.get("mentions").asInt());
        }
        assertThat(sum).isEqualTo(rows("&type=country").size());
        assertThat(api("/entities/country")
                        .get("entities")
                        .get(0)
                        .get("confirmed")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void figuresAreJudgedAsOtherMentionsAre() throws Exception {
        JsonNode people = api("/figures/table?unit=people").get("figures").get(0);
        ObjectNode row = people.deepCopy();
        row.put("type", "figure");
        judge(row, "Anna", "rejected");
        JsonNode after = api("/figures/table?unit=people");
        assertThat(after.get("figures").get(0).get("verdict").asText()).isEqualTo("rejected");
        assertThat(after.get("total").get("rejected").asInt()).isEqualTo(1);
        assertThat(api("/figures/table?unit=people&not.verdict=rejected").get("figures"))
                .isEmpty();
    }

    @Test
    void whereTwoReviewersDoNotAgreeTheRowIsInDisputeUntilTheyDo() throws Exception {
        JsonNode row = rows("&id=PE").getFirst();
        judge(row, "Anna", "confirmed");
        judge(row, "Boris", "rejected");
        JsonNode disputed = rows("&id=PE").getFirst();
        assertThat(disputed.get("verdict").asText()).isEqualTo("disputed");
        assertThat(disputed.get("verdict_reviewer").asText()).isEqualTo("Anna: confirmed; Boris: rejected");
        JsonNode listed = api("/verdicts?verdict=disputed");
        assertThat(listed.get("verdicts").findValuesAsText("reviewer")).containsExactly("Anna", "Boris");
        assertThat(listed.get("total").get("mentions").asInt()).isEqualTo(1);
        assertThat(listed.get("total").get("disputed").asInt()).isEqualTo(1);
        judge(row, "Boris", "confirmed");
        assertThat(rows("&id=PE").getFirst().get("verdict").asText()).isEqualTo("confirmed");
        judge(row, "Boris", "none");
        judge(row, "Anna", "none");
        assertThat(rows("&id=PE").getFirst().get("verdict").isNull()).isTrue();
    }

    @Test
    void whatIsCountedIsWhatIsListedForAnyVerdictsAndFilters() {
        Seeded.times(3, random -> {
            for (JsonNode row : rows("")) {
                if (random.nextBoolean()) {
                    judge(
                            row,
                            Seeded.one(random, "Anna", "Boris"),
                            Seeded.one(random, "confirmed", "rejected", "reassigned", "none"));
                }
            }
            for (int i = 0; i < 20; i++) {
                String filter = filter(random);
                JsonNode total = api("/mentions?limit=0" + filter).get("total");
                List<JsonNode> rows = rows(filter);
                assertThat(total.get("mentions").asInt()).as(filter).isEqualTo(rows.size());
                for (String word : List.of("confirmed", "rejected", "reassigned", "disputed")) {
                    assertThat(total.get(word).asInt()).as(filter).isEqualTo((int) rows.stream()
                            .filter(row -> row.get("verdict").asText().equals(word))
                            .count());
                }
                int sum = 0;
                for (JsonNode group :
                        api("/mentions/summary?by=document" + filter).get("groups")) {
                    sum += group.get("mentions").asInt()
                            + 1_000 * group.get("rejected").asInt();
                }
                assertThat(sum)
                        .isEqualTo(rows.size() + 1_000 * total.get("rejected").asInt());
            }
        });
    }

    private static String filter(Random random) {
        return Seeded.one(random, "", "&id=NO", "&type=country", "&doc=logs.txt", "&q=waited", "&duplicates=fold")
                + Seeded.one(
                        random,
                        "",
                        "&verdict=none",
                        "&verdict=rejected,confirmed",
                        "&not.verdict=rejected",
                        "&verdict=disputed");
    }

    @Test
    void anAnswerThatTheClientHasIsAnotherOnceARowIsJudged() throws Exception {
        URI mentions = URI.create(served.address() + "/api/v1/mentions?id=GE");
        String tag = client.send(HttpRequest.newBuilder(mentions).build(), HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpRequest again =
                HttpRequest.newBuilder(mentions).header("If-None-Match", tag).build();
        assertThat(client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(304);
        judge(rows("&id=GE").getFirst(), "Anna", "confirmed");
        assertThat(client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCursorGoesOnAfterAVerdictUnlessVerdictsTellWhichRowsThereAre() throws Exception {
        String all = api("/mentions?limit=2").get("next_url").asText();
        String unjudged = api("/mentions?limit=2&verdict=none").get("next_url").asText();
        String listed = rows("").get(2).get("surface").asText();
        judge(rows("").getFirst(), "Anna", "confirmed");
        assertThat(served.json(all).get("mentions").get(0).get("surface").asText())
                .isEqualTo(listed);
        assertThat(served.get(unjudged).statusCode()).isEqualTo(409);
    }

    @Test
    void whatWasJudgedIsThereAfterARestartAndInTheFile() throws Exception {
        judge(rows("&id=GE").getFirst(), "Анна", "confirmed");
        served.close();
        serve(false);
        assertThat(rows("&id=GE").getFirst().get("verdict_reviewer").asText()).isEqualTo("Анна");
        assertThat(Files.readAllLines(home.resolve(Verdicts.NAME))).hasSize(1);
        assertThat(api("/info").get("verdicts").toString())
                .isEqualTo("{\"lines\":1,\"faulty\":0,\"torn\":0,\"open\":false}");
        // Nothing is taken in now.
        assertThat(post(verdict(rows("&id=GE").getFirst(), "Анна", "rejected").toString())
                        .statusCode())
                .isEqualTo(405);
        assertThat(Files.readAllLines(home.resolve(Verdicts.NAME))).hasSize(1);
    }

    @Test
    void allMentionsOfADocumentAreJudgedAtOnceAndEachAsItIs() throws Exception {
        List<JsonNode> rows = rows("");
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            body.append(verdict(
                            rows.get(i),
                            "Anna",
                            List.of("confirmed", "rejected", "reassigned").get(i % 3)))
                    .append('\n');
        }
        HttpResponse<String> answer = post(body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        List<JsonNode> judged = rows("");
        for (int i = 0; i < rows.size(); i++) {
            assertThat(judged.get(i).get("verdict").asText())
                    .isEqualTo(List.of("confirmed", "rejected", "reassigned").get(i % 3));
            assertThat(judged.get(i).get("surface")).isEqualTo(rows.get(i).get("surface"));
        }
        List<String> one = Files.readAllLines(home.resolve(Verdicts.NAME));
        Files.delete(home.resolve(Verdicts.NAME));
        for (int i = 0; i < rows.size(); i++) {
            judge(
                    rows.get(i),
                    "Anna",
                    List.of("confirmed", "rejected", "reassigned").get(i % 3));
        }
        assertThat(Files.readAllLines(home.resolve(Verdicts.NAME)).stream()
                        .map(line -> line.replaceFirst("\"time\":\"[^\"]*\"", "")))
                .containsExactlyElementsOf(one.stream()
                        .map(line -> line.replaceFirst("\"time\":\"[^\"]*\"", ""))
                        .toList());
    }

    @Test
    void severalAreKeptTogetherOrNoneOfThem() throws Exception {
        List<JsonNode> rows = rows("");
        String sound = verdict(rows.get(0), "Anna", "confirmed") + "\n";
        HttpResponse<String> refused = post(sound + verdict(rows.get(1), "Anna", "maybe"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("line 2").contains("expected confirmed, rejected, reassigned or none");
        assertThat(api("/verdicts").get("total").get("verdicts").asInt()).isZero();
        assertThat(post(sound + verdict(rows.get(1), "Anna", "rejected")).statusCode())
                .isEqualTo(201);
        assertThat(api("/verdicts").get("total").get("verdicts").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 400",
                "fog | 400",
                "[] | 400",
                "{\"document\":\"logs.txt\"} | 400",
                "{\"document\":\"nope.txt\",\"type\":\"country\",\"start\":0,\"end\":6,\"verdict\":\"confirmed\",\"reviewer\":\"A\"} | 409",
                "{\"document\":\"logs.txt\",\"type\":\"country\",\"start\":1,\"end\":6,\"verdict\":\"confirmed\",\"reviewer\":\"A\"} | 409",
                "{\"document\":\"logs.txt\",\"type\":\"country\",\"start\":0,\"end\":6,\"verdict\":\"confirmed\",\"reviewer\":\"\"} | 400",
                "{\"document\":\"logs.txt\",\"type\":\"country\",\"start\":0,\"end\":6,\"verdict\":\"confirmed\",\"reviewer\":\"A\",\"surface\":\"Peru\"} | 409",
                "{\"document\":\"logs.txt\",\"type\":\"country\",\"start\":0,\"end\":6,\"verdict\":\"confirmed\",\"reviewer\":\"A\",\"time\":\"x\"} | 400"
            })
    void whatIsNoVerdictOnAMentionIsRefused(String body, int status) throws Exception {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(home.resolve(Verdicts.NAME)).doesNotExist();
    }

    @Test
    void theDoorIsGuardedAsThatForFilesIs() throws Exception {
        String sound = verdict(rows("").getFirst(), "Anna", "confirmed").toString();
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "application/json", "multipart/form-data")) {
            assertThat(post(sound, type).statusCode()).as(type).isEqualTo(415);
        }
        String head =
                "POST " + VerdictsApi.ROUTE + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                        + VerdictsApi.TYPE + "\r\nContent-Length: " + sound.length() + "\r\n";
        assertThat(served.raw(head + "Origin: https://evil.example\r\n\r\n" + sound))
                .startsWith("HTTP/1.1 403");
        assertThat(served.raw(head.replace("localhost", "evil.example") + "\r\n" + sound))
                .startsWith("HTTP/1.1 421");
        assertThat(served.raw(head.replace("POST", "PUT") + "\r\n" + sound))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET, HEAD, POST, OPTIONS");
        assertThat(post("x".repeat(VerdictsApi.MOST_BYTES + 1)).statusCode()).isEqualTo(413);
        assertThat(post((sound + "\n").repeat(VerdictsApi.MOST + 1)).statusCode())
                .isEqualTo(400);
        assertThat(home.resolve(Verdicts.NAME)).doesNotExist();
        assertThat(served.raw(head + "Origin: http://localhost\r\n\r\n" + sound))
                .startsWith("HTTP/1.1 201");
    }

    @Test
    void whereNothingCanBeWrittenThatIsTheAnswer() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full))
                .as("this system has a disk that is always full")
                .isTrue();
        Files.createSymbolicLink(home.resolve(Verdicts.NAME), full);
        HttpResponse<String> answer =
                post(verdict(rows("").getFirst(), "Anna", "confirmed").toString());
        assertThat(answer.statusCode()).isEqualTo(507);
        assertThat(answer.body()).contains("no room");
    }
}
