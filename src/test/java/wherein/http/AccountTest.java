package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.cli.Ran;

class AccountTest {

    private static final String ACCOUNT = "/api/v1/account";

    private static final String FERRY = "🚢 Ferries left Norway on 5 March 2021. On the 3rd day some forty people saw "
            + "the Grumblewick. The fog lifted, and ferries came.";
    private static final String FOG = "The people of Norway saw twelve ships in 1999.";

    @TempDir
    private static Path folder;

    private static Served served;
    private static Served digests;

    @BeforeAll
    static void serve() throws Exception {
        Path records = Files.createDirectories(folder.resolve("texts")).resolve("all.jsonl");
        Files.writeString(
                records,
                "{\"id\":\"ferry\",\"text\":\"" + FERRY + "\"}\n" + "{\"id\":\"fog\",\"text\":\"" + FOG + "\"}\n");
        served = Served.of(records, Optional.empty(), folder.resolve("index"));
        digests = Served.digests(folder.resolve("digests"));
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
        digests.close();
    }

    @Test
    void everyCandidateIsListedWithWhatBecameOfIt() throws Exception {
        List<String> listed = new ArrayList<>();
        for (JsonNode row : served.json(ACCOUNT + "?doc=ferry").get("rows")) {
            listed.add(row.get("surface").asText() + " " + row.get("class").asText() + " "
                    + (row.get("class").asText().equals("set-aside")
                            ? row.get("rule").asText()
                            : ""));
        }
        assertThat(listed)
                .containsExactly(
                        "Ferries set-aside sentence-start",
                        "Norway recognised ",
                        "5 recognised ",
                        "March recognised ",
                        "2021 recognised ",
                        "On set-aside sentence-start",
                        "3rd set-aside ordinal",
                        "forty recognised ",
                        "Grumblewick unexplained ",
                        "The set-aside sentence-start");
    }

    @Test
    void aTitleBeforeAPersonIsSetAsideAsOne() throws Exception {
        String rows = digests.get(ACCOUNT + ".csv?class=set-aside&fields=rule,surface")
                .body();
        String left =
                digests.get(ACCOUNT + ".csv?class=unexplained&fields=surface").body();
        assertThat(left).doesNotContain("President Vladimir Putin");
        assertThat(rows).doesNotContain("Vladimir Putin").contains("sentence-start,");
    }

    @Test
    void theClassesSumToAllCandidatesAndTheRulesToTheirClass() throws Exception {
        for (Served site : List.of(served, digests)) {
            JsonNode answer = site.json(ACCOUNT + "?limit=0");
            int sum = 0;
            for (JsonNode each : answer.get("classes")) {
                int rules = 0;
                for (JsonNode rule : each.get("rules")) {
                    rules += rule.get("count").asInt();
                    assertThat(rule.get("rule").isNull())
                            .isEqualTo(each.get("class").asText().equals("unexplained"));
                }
                assertThat(rules).isEqualTo(each.get("count").asInt());
                sum += rules;
                String csv = site.get(
                                ACCOUNT + ".csv?class=" + each.get("class").asText())
                        .body();
                assertThat(csv.lines().count()).isEqualTo(rules + 1L);
            }
            assertThat(sum)
                    .isPositive()
                    .isEqualTo(answer.at("/total/candidates").asInt());
            assertThat(site.get(ACCOUNT + ".ndjson").body().lines().count()).isEqualTo(sum);
        }
    }

    @Test
    void everyTokenWithADigitOfTheDigestsIsACandidate() throws Exception {
        int tokens = 0;
        for (JsonNode document : digests.json("/api/v1/documents?limit=100").get("documents")) {
            String text = digests.get("/api/v1/documents/" + document.get("id").asText() + "/text")
                    .body();
            for (String word : text.split("[^\\p{L}\\p{M}\\p{N}]+")) {
                tokens += word.matches(".*\\p{N}.*") ? 1 : 0;
            }
        }
        long rows = digests.get(ACCOUNT + ".ndjson?fields=candidate")
                .body()
                .lines()
                .filter(line -> line.contains("\"digits\""))
                .count();
        assertThat(rows).isPositive().isEqualTo(tokens);
    }

    @Test
    void theOffsetsOfEachRowAreThoseOfItsSurface() throws Exception {
        for (String unit : List.of("codepoints", "utf16")) {
            JsonNode rows = served.json(ACCOUNT + "?doc=ferry&offsets=" + unit).get("rows");
            for (JsonNode row : rows) {
                int start = row.get("start").asInt();
                int end = row.get("end").asInt();
                boolean utf16 = unit.equals("utf16");
                String cut = FERRY.substring(
                        utf16 ? start : FERRY.offsetByCodePoints(0, start),
                        utf16 ? end : FERRY.offsetByCodePoints(0, end));
                assertThat(cut).isEqualTo(row.get("surface").asText());
            }
        }
    }

    @Test
    void aLoopOverThePagesGivesTheLinesOfTheExport() throws Exception {
        List<String> paged = new ArrayList<>();
        String url = ACCOUNT + "?class=recognised&limit=3";
        while (url != null) {
            JsonNode page = served.json(url);
            page.get("rows").forEach(row -> paged.add(row.toString()));
            url = page.get("next_url").textValue();
        }
        HttpResponse<String> all = served.get(ACCOUNT + ".ndjson?class=recognised");
        assertThat(all.body().lines()).containsExactlyElementsOf(paged);
        assertThat(all.headers().firstValue("X-Total-Count")).contains(Integer.toString(paged.size()));
    }

    @Test
    void theCommandPrintsTheCsvOfTheServer() throws Exception {
        Ran ran = Ran.of(
                "account",
                "--class",
                "set-aside",
                "--csv",
                "--index",
                folder.resolve("index").toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .isEqualTo(served.get(ACCOUNT + ".csv?class=set-aside").body());
    }

    @Test
    void anUnknownClassIsRefusedWithTheNearest() throws Exception {
        HttpResponse<String> answer = served.get(ACCOUNT + "?class=set-asid");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Served.tree(answer.body()).at("/errors/0/did_you_mean").asText())
                .isEqualTo("set-aside");
    }
}
