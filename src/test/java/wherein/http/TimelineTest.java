package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;

/** How often something is mentioned or found, by date. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineTest {

    private static final List<String> SERIES = List.of(
            "country:Georgia",
            "country:AM",
            "person:Marta Olsen",
            "unit:people",
            "unit:euros",
            "q:harbour",
            "q:ferries winter");

    private static final List<String> FILTERS = List.of(
            "",
            "&q=week",
            "&source=The+Quay",
            "&not.stance=critical",
            "&country=Serbia",
            "&date.from=2020-06&date.to=2021-03",
            "&date.from=2021&date.match=certain",
            "&date.year=2021",
            "&date.match=unknown");

    private Served served;

    @BeforeAll
    void serve(@TempDir Path folder) throws Exception {
        served = Served.ledger(
                RandomNews.write(new Random(8), 120, folder.resolve("news.jsonl")),
                Optional.empty(),
                folder.resolve("index"));
    }

    @AfterAll
    void close() throws Exception {
        served.close();
    }

    /** What the only dates of these reports are counted under: never a month or a day that is not said. */
    private static String bucket(String date, String by) {
        boolean open = date.isEmpty() || date.startsWith("202X") || date.contains("/");
        int length = Map.of("year", 4, "month", 7, "day", 10).get(by);
        String plain = date.replaceAll("[~?]", "");
        return open ? date : plain.substring(0, Math.min(length, plain.length()));
    }

    private List<JsonNode> rows(String path) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : served.get(path).body().lines().toList()) {
            rows.add(Served.tree(line));
        }
        return rows;
    }

    @Test
    void theMentionsOfACountryHaveTheStepsThatASearchHasOfTheirPassagesWhateverIsAskedOfTheDate() throws Exception {
        int all = served.json("/api/v1/mentions/summary?by=date&id=GE&limit=0")
                .at("/total/mentions")
                .asInt();
        for (String filters : FILTERS) {
            JsonNode summary = served.json("/api/v1/mentions/summary?by=date&id=GE&limit=0" + filters);
            JsonNode histogram = summary.get("histogram");
            JsonNode facet = served.json("/api/v1/search?limit=0&interval=auto&facets=date&country=GE" + filters)
                    .at("/facets/0");
            assertThat(histogram.get("step")).as(filters).isEqualTo(facet.get("step"));
            assertThat(histogram.get("within")).as(filters).isEqualTo(facet.get("within"));
            for (String column : List.of("value", "kind")) {
                assertThat(histogram.get("values").findValuesAsText(column))
                        .as(filters)
                        .isEqualTo(facet.get("values").findValuesAsText(column));
            }
            int counted = histogram.get("values").findValues("count").stream()
                    .mapToInt(JsonNode::asInt)
                    .sum();
            assertThat(counted)
                    .as(filters)
                    .isEqualTo(
                            filters.contains("date")
                                    ? all
                                    : summary.at("/total/mentions").asInt());
        }
        assertThat(served.json("/api/v1/mentions/summary?by=date,source&limit=0")
                        .has("histogram"))
                .isFalse();
    }

    @Test
    void everyPointIsTheCountOfWhatItOpensAndOfTheRowsThatAreExported() {
        int[] points = {0};
        Seeded.times(40, random -> {
            String by = Seeded.one(random, List.of("year", "month", "day"));
            String filters = Seeded.one(random, FILTERS);
            Set<String> series = new HashSet<>();
            for (int i = 0; i < 3; i++) {
                series.add(Seeded.one(random, SERIES));
            }
            StringBuilder asked = new StringBuilder("by=" + by + filters);
            series.forEach(each -> asked.append("&series=").append(URLEncoder.encode(each, StandardCharsets.UTF_8)));
            JsonNode timeline = served.json("/api/v1/timeline?limit=1000&" + asked);
            assertThat(timeline.get("series")).hasSize(series.size());
            Map<String, Integer> counted = new HashMap<>();
            for (JsonNode row : rows("/api/v1/mentions.ndjson?nested=on" + filters)) {
                String date = bucket(row.get("date").asText(""), by);
                counted.merge("country:" + row.path("id").asText() + " " + date, 1, Integer::sum);
                counted.merge("person:" + row.path("id").asText() + " " + date, 1, Integer::sum);
                counted.merge("unit:" + row.path("unit").asText() + " " + date, 1, Integer::sum);
            }
            for (JsonNode point : timeline.get("points")) {
                boolean some = random.nextInt(3) == 0 || point.get("passages").asInt() > 3;
                if (!some) {
                    continue;
                }
                points[0]++;
                String spec = point.get("series").asText();
                String date = point.get("date").asText("");
                boolean query = spec.startsWith("q:");
                assertCounts(point);
                if (!query) {
                    assertThat(point.get("mentions").asInt())
                            .as(asked + ": " + spec + " " + date)
                            .isEqualTo(counted.getOrDefault(spec + " " + date, 0));
                }
                JsonNode all = served.json(
                        "/api/v1/search?limit=0&date." + by + "=" + URLEncoder.encode(date, StandardCharsets.UTF_8)
                                + filters.replaceAll("&q=[^&]*", "")
                                        .replaceAll("&date.year=[^&]*", by.equals("year") ? "" : "$0"));
                assertThat(point.get("of")).as(asked + " " + date).isEqualTo(all.at("/total/passages"));
                int count = query
                        ? point.get("passages").asInt()
                        : point.get("mentions").asInt();
                assertThat(point.get("rate").asDouble())
                        .isCloseTo(
                                1000.0 * count / point.get("of").asInt(), org.assertj.core.data.Offset.offset(0.001));
            }
        });
        System.out.println("points counted: " + points[0]);
        assertThat(points[0]).isGreaterThan(300);
    }

    @Test
    void whereCopiesAreLeftOutEveryPointIsTheCountOfWhatItOpensAllTheSame() {
        int[] points = {0};
        int[] fewer = {0};
        int[] more = {0};
        Seeded.times(12, random -> {
            String by = Seeded.one(random, List.of("year", "month", "day"));
            String filters = Seeded.one(random, FILTERS) + "&duplicates=fold";
            StringBuilder asked = new StringBuilder("by=" + by + filters);
            for (String each : List.of(Seeded.one(random, SERIES), "q:", Seeded.one(random, SERIES))) {
                asked.append("&series=").append(URLEncoder.encode(each, StandardCharsets.UTF_8));
            }
            JsonNode folded = served.json("/api/v1/timeline?limit=1000&" + asked);
            JsonNode kept = served.json(
                    "/api/v1/timeline?limit=1000&" + asked.toString().replace("fold", "keep"));
            assertThat(folded.get("points")).hasSameSizeAs(kept.get("points"));
            for (int i = 0; i < folded.get("points").size(); i++) {
                JsonNode point = folded.get("points").get(i);
                assertThat(point.get("of").asInt())
                        .isLessThanOrEqualTo(kept.at("/points/" + i + "/of").asInt());
                fewer[0] += point.equals(kept.get("points").get(i)) ? 0 : 1;
                if (point.get("passages").asInt() == 0 && random.nextInt(4) > 0) {
                    continue;
                }
                points[0]++;
                assertCounts(point);
                JsonNode all = served.json("/api/v1/search?limit=0&date." + by + "="
                        + URLEncoder.encode(point.get("date").asText(""), StandardCharsets.UTF_8)
                        + filters.replaceAll("&q=[^&]*", "")
                                .replaceAll("&date.year=[^&]*", by.equals("year") ? "" : "$0"));
                assertThat(point.get("of")).as(asked + " " + point).isEqualTo(all.at("/total/passages"));
            }
            for (JsonNode series : folded.get("series")) {
                assertCounts(series);
                int sum = 0;
                for (JsonNode point : folded.get("points")) {
                    sum += point.get("series").equals(series.get("series"))
                            ? point.get("passages").asInt()
                            : 0;
                }
                // What is copied under another date is none in the whole.
                assertThat(sum).isGreaterThanOrEqualTo(series.get("passages").asInt());
                more[0] += sum - series.get("passages").asInt();
            }
        });
        System.out.println("points counted: " + points[0] + ", fewer than with copies: " + fewer[0]
                + ", passages copied under another date: " + more[0]);
        assertThat(points[0]).isGreaterThan(100);
        assertThat(fewer[0]).isGreaterThan(50);
        assertThat(more[0]).isGreaterThan(50);
    }

    /** A point or a series counts what it opens. */
    private void assertCounts(JsonNode counted) throws Exception {
        String link = counted.get("link").asText();
        boolean query = counted.get("series").asText().startsWith("q:");
        JsonNode total = served.json(
                        (query ? link.replaceFirst("^/", "/api/v1/search") : "/api/v1" + link) + "&limit=0")
                .get("total");
        assertThat(counted.get("passages")).as(link).isEqualTo(total.get("passages"));
        if (!query) {
            assertThat(counted.get("mentions")).as(link).isEqualTo(total.get("mentions"));
        }
    }

    @Test
    void withoutASeriesItIsOfAllPassagesThatAreSelected() throws Exception {
        JsonNode timeline = served.json("/api/v1/timeline?by=month&limit=1000&q=gulls");
        assertThat(timeline.at("/series/0/label").asText()).isEqualTo("gulls");
        assertThat(timeline.at("/series/0/passages"))
                .isEqualTo(served.json("/api/v1/search?q=gulls&limit=0").at("/total/passages"));
        assertThat(timeline.get("points")
                        .get(timeline.get("points").size() - 1)
                        .get("date")
                        .isNull())
                .isTrue();
    }

    @Test
    void aSeriesThatMeansNothingIsToldWithWhatWasMeant() throws Exception {
        assertThat(served.get("/api/v1/timeline?series=country:Armenai").body())
                .contains("Did you mean \\\"Armenia\\\"?");
        assertThat(served.get("/api/v1/timeline?series=boat:1").body()).contains("is none of country:NAME");
        String seven = "series=q:a&".repeat(7);
        assertThat(served.get("/api/v1/timeline?" + seven + "by=year").body()).contains("7 are given, and 6 at most");
    }
}
