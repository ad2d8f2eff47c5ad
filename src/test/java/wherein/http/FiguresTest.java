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

class FiguresTest {

    private static final String TABLE = "/api/v1/figures/table";
    private static final String OLD = "🚢 The town had 900 people. Later 1,200 people lived there, 40 percent of them.";

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(
                texts.resolve("all.jsonl"),
                "{\"id\":\"a\",\"source\":\"Gazette\",\"date\":\"2022\",\"text\":\"" + OLD + "\"}\n"
                        + "{\"id\":\"b\",\"date\":\"2020\",\"text\":\"About 1000 people came. The fog lifted.\"}\n"
                        + "{\"id\":\"c\",\"source\":\"Gazette\",\"text\":\"The fog hid 50 people.\"}\n");
        served = Served.of(texts.resolve("all.jsonl"), Optional.empty(), folder.resolve("index"));
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
    }

    @Test
    void everyFigureOfTheUnitStandsInTheTableWithItsSentence() throws Exception {
        JsonNode answer = served.json(TABLE + "?unit=people");
        assertThat(answer.at("/total/mentions").asInt()).isEqualTo(4);
        assertThat(answer.at("/total/documents").asInt()).isEqualTo(3);
        assertThat(answer.get("complete").asBoolean()).isTrue();
        assertThat(answer.get("figures")).hasSize(4);
        JsonNode row = served.json(TABLE + "?unit=people&q=town&sort=value").at("/figures/1");
        assertThat(row.get("sentence").asText()).isEqualTo("Later 1,200 people lived there, 40 percent of them.");
        assertThat(row.get("min").asInt()).isEqualTo(1200);
        assertThat(row.get("bound").asText()).isEqualTo("=");
        int start = row.get("start").asInt();
        assertThat(OLD.substring(OLD.offsetByCodePoints(0, start)))
                .startsWith(row.get("surface").asText());
    }

    @Test
    void aRowHasTheCertainDatesOfItsSentenceAndOfNoOther() throws Exception {
        Path texts = Files.createDirectories(folder.resolve("dated"));
        Files.writeString(
                texts.resolve("dated.txt"),
                "On 3 May 2021 the ferry took 40 people. In June 2019 and again on 1 July 2020 it took 50 people. "
                        + "It took 60 people on another day. In 2018 it took 70 people and 80 people.\n");
        try (Served dated = Served.of(texts, Optional.empty(), folder.resolve("dated-index"))) {
            List<String> when = new ArrayList<>();
            dated.json(TABLE + "?unit=people&fields=min,when").get("figures").forEach(row -> when.add(row.toString()));
            assertThat(when)
                    .containsExactly(
                            "{\"min\":40,\"when\":\"2021-05-03\"}",
                            "{\"min\":50,\"when\":\"{2019-06,2020-07-01}\"}",
                            "{\"min\":60,\"when\":null}",
                            "{\"min\":70,\"when\":\"2018\"}",
                            "{\"min\":80,\"when\":\"2018\"}");
        }
    }

    @Test
    void figuresComeByValueOrByDate() throws Exception {
        assertThat(minima("&sort=value")).containsExactly(50, 900, 1000, 1200);
        assertThat(minima("&sort=date")).containsExactly(1000, 900, 1200, 50);
    }

    @Test
    void figuresComeGroupByGroupAndTheGroupsAddUpToTheTotal() throws Exception {
        assertThat(minima("&by=source&sort=value")).containsExactly(50, 900, 1200, 1000);
        assertThat(minima("&by=stance&sort=value")).containsExactlyElementsOf(minima("&sort=value"));
        JsonNode groups = served.json(TABLE + "?unit=people&by=source&limit=1").get("groups");
        assertThat(groups.toString())
                .isEqualTo(
                        "[{\"source\":\"Gazette\",\"mentions\":3,\"passages\":2,\"documents\":2,\"boilerplate\":0,\"copies\":0,\"confirmed\":0,\"rejected\":0,\"reassigned\":0,\"disputed\":0},"
                                + "{\"source\":null,\"mentions\":1,\"passages\":1,\"documents\":1,\"boilerplate\":0,\"copies\":0,\"confirmed\":0,\"rejected\":0,\"reassigned\":0,\"disputed\":0}]");
        assertThat(served.json(TABLE + "?unit=people").has("groups")).isFalse();
    }

    @Test
    void theQueryAndTheFiltersSelectThePassages() throws Exception {
        assertThat(minima("&q=fog&sort=value")).containsExactly(50, 1000);
        assertThat(minima("&doc=a&sort=value")).containsExactly(900, 1200);
        assertThat(minima("&mention.value=%3E%3D1000&sort=value")).containsExactly(1000, 1200);
    }

    @Test
    void aLoopOverThePagesGivesTheLinesOfTheExport() throws Exception {
        List<String> paged = new ArrayList<>();
        String url = TABLE + "?unit=people&sort=value&limit=3";
        while (url != null) {
            JsonNode page = served.json(url);
            page.get("figures").forEach(row -> paged.add(row.toString()));
            url = page.get("next_url").textValue();
        }
        HttpResponse<String> all = served.get(TABLE + ".ndjson?unit=people&sort=value");
        assertThat(all.body().lines()).containsExactlyElementsOf(paged);
        assertThat(all.headers().firstValue("X-Total-Count")).contains("4");
    }

    @Test
    void theCommandPrintsTheCsvOfTheServer() throws Exception {
        String csv = served.get(TABLE + ".csv?unit=people").body();
        assertThat(csv).startsWith("document,title,source,date,stance,passage,surface,min,max,bound,unit,start,end,");
        Ran ran = Ran.of(
                "figures",
                "--unit",
                "people",
                "--csv",
                "--index",
                folder.resolve("index").toString());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).isEqualTo(csv);
    }

    @Test
    void aTableWithoutAUnitOrWithABadParameterIsRefused() throws Exception {
        for (String query : List.of("", "?unit=people&sort=size", "?unit=people&unit=percent", "?unit=people&typ=x")) {
            HttpResponse<String> answer = served.get(TABLE + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void anUnknownUnitIsRefusedWithTheNearest() {
        Ran ran = Ran.of(
                "figures", "--unit", "peple", "--index", folder.resolve("index").toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("Did you mean \"people\"?");
    }

    private static List<Integer> minima(String query) throws Exception {
        List<Integer> minima = new ArrayList<>();
        served.json(TABLE + "?unit=people" + query)
                .get("figures")
                .forEach(row -> minima.add(row.get("min").asInt()));
        return minima;
    }
}
