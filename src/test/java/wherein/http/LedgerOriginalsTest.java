package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Shared;

/** The rows of the five originals, where these are there, against the mentions that people found in them. */
class LedgerOriginalsTest {

    @TempDir
    private static Path folder;

    private static Served served;

    /** The gold, by document of the index and place there. */
    private static final Map<String, JsonNode> GOLD = new LinkedHashMap<>();

    @BeforeAll
    static void serve() throws Exception {
        Path originals = Shared.originals();
        Path gold = Shared.gold();
        Path catalogue = Path.of("seeds/catalog.yaml").toAbsolutePath();
        served = Served.ledger(originals, Optional.of(catalogue), folder.resolve("index"));
        for (JsonNode document : served.json("/api/v1/documents?limit=100").get("documents")) {
            Path file = gold.resolve(document.get("file").asText() + ".jsonl");
            for (String line : Files.readAllLines(file)) {
                JsonNode mention = Served.tree(line);
                GOLD.put(key(document.get("id").asText(), mention), mention);
            }
        }
        assertThat(GOLD).hasSizeGreaterThan(600);
    }

    @AfterAll
    static void close() throws Exception {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void countriesAreTheGoldsByIdAndKind() throws Exception {
        assertThat(rows("country", "type=country", LedgerOriginalsTest::country))
                .isEqualTo(gold("country", LedgerOriginalsTest::country));
    }

    @Test
    void figuresAreTheGoldsByValueUnitAndBound() throws Exception {
        assertThat(rows("figure", "type=figure", LedgerOriginalsTest::figure))
                .isEqualTo(gold("figure", LedgerOriginalsTest::figure));
    }

    @Test
    void datesAreTheGoldsByTheirDays() throws Exception {
        assertThat(rows("date", "type=date", LedgerOriginalsTest::date))
                .isEqualTo(gold("date", LedgerOriginalsTest::date));
    }

    @Test
    void personsAreTheGoldsAndTheSameWhereItSaysTheSame() throws Exception {
        Map<String, String> rows = new LinkedHashMap<>();
        for (JsonNode row : json("type=person")) {
            rows.put(key(row.get("document").asText(), row), row.get("id").asText());
        }
        Map<String, Set<String>> persons = new HashMap<>();
        Map<String, Set<String>> ids = new HashMap<>();
        Set<String> gold = new TreeSet<>();
        GOLD.forEach((key, mention) -> {
            if (mention.get("type").asText().equals("person")) {
                gold.add(key);
                String person = mention.get("id").asText();
                String id = rows.getOrDefault(key, "none");
                persons.computeIfAbsent(id, none -> new TreeSet<>()).add(person);
                ids.computeIfAbsent(person, none -> new TreeSet<>()).add(id);
            }
        });
        assertThat(new TreeSet<>(rows.keySet())).isEqualTo(gold);
        assertThat(persons).allSatisfy((id, those) -> assertThat(those).as(id).hasSize(1));
        assertThat(ids)
                .allSatisfy((person, those) -> assertThat(those).as(person).hasSize(1));
    }

    @Test
    void peopleByTheHundredThousandAreExactlyTheGolds() throws Exception {
        BigDecimal least = new BigDecimal(100_000);
        Set<String> expected = new TreeSet<>();
        GOLD.forEach((key, mention) -> {
            if (mention.get("type").asText().equals("figure")
                    && mention.get("unit").asText().equals("people")
                    && mention.get("max").decimalValue().compareTo(least) >= 0) {
                expected.add(key);
            }
        });
        assertThat(expected).isNotEmpty();
        Set<String> rows = new TreeSet<>();
        for (JsonNode row : json("type=figure&mention.unit=people&mention.value=%3E%3D100000")) {
            rows.add(key(row.get("document").asText(), row));
        }
        assertThat(rows).isEqualTo(expected);
        Set<String> marked = new TreeSet<>();
        for (String id : documents()) {
            JsonNode hits = served.json("/api/v1/documents/" + id + "/hits?q=figure.people:%3E%3D100000")
                    .get("hits");
            hits.forEach(hit -> marked.add(id + ":" + hit.get("start") + "-" + hit.get("end")));
        }
        assertThat(marked).as("what the clause marks").isEqualTo(expected);
    }

    @Test
    void ofThePeopleByTheHundredThousandThoseAreCertainThatNoBoundLeavesOpen() throws Exception {
        List<String> certain = new ArrayList<>();
        for (JsonNode row : json("type=figure&mention.unit=people&mention.value=%3E%3D100000&value=within")) {
            certain.add(row.get("bound").asText() + " " + row.get("min").asLong());
        }
        assertThat(certain).containsExactlyInAnyOrder("= 200000", "= 200000", "> 100000", "= 2000000", "= 2000000");
    }

    @Test
    void aTotalIsTheSumOfTheKinds() throws Exception {
        int sum = 0;
        for (String kind : new String[] {"name", "demonym", "city", "government"}) {
            sum += total("id=RU&mention.kind=" + kind);
        }
        assertThat(sum).isEqualTo(total("id=RU")).isPositive();
    }

    /** What a row says beside its place. */
    @FunctionalInterface
    private interface Value {
        String of(JsonNode mention);
    }

    private static String country(JsonNode mention) {
        return mention.get("id").asText() + " " + mention.get("kind").asText();
    }

    private static String figure(JsonNode mention) {
        String bound = mention.has("q")
                ? mention.get("q").asText()
                : mention.get("bound").asText();
        return mention.get("min").decimalValue().stripTrailingZeros().toPlainString() + ".."
                + mention.get("max").decimalValue().stripTrailingZeros().toPlainString() + " "
                + mention.path("unit").asText("") + " " + bound;
    }

    private static String date(JsonNode mention) {
        return mention.get("from").asText() + "/" + mention.get("to").asText();
    }

    private static Map<String, String> rows(String type, String request, Value value) throws Exception {
        Map<String, String> rows = new LinkedHashMap<>();
        for (JsonNode row : json(request)) {
            assertThat(row.get("type").asText()).isEqualTo(type);
            rows.put(key(row.get("document").asText(), row), value.of(row));
        }
        return rows;
    }

    private static Map<String, String> gold(String type, Value value) {
        Map<String, String> gold = new LinkedHashMap<>();
        GOLD.forEach((key, mention) -> {
            if (mention.get("type").asText().equals(type)) {
                gold.put(key, value.of(mention));
            }
        });
        return gold;
    }

    private static String key(String document, JsonNode mention) {
        return document + ":" + mention.get("start").asInt() + "-"
                + mention.get("end").asInt();
    }

    private static Set<String> documents() throws Exception {
        Set<String> ids = new TreeSet<>();
        served.json("/api/v1/documents?limit=100")
                .get("documents")
                .forEach(each -> ids.add(URLEncoder.encode(each.get("id").asText(), StandardCharsets.UTF_8)));
        return ids;
    }

    private static Iterable<JsonNode> json(String request) throws Exception {
        return served.json("/api/v1/mentions?limit=1000&" + request).get("mentions");
    }

    private static int total(String request) throws Exception {
        return served.json("/api/v1/mentions?limit=0&" + request)
                .at("/total/mentions")
                .asInt();
    }
}
