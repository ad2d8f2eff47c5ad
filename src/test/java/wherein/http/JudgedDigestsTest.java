package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.evaluate.Judgements;
import wherein.evaluate.Measures;
import wherein.evaluate.Run;
import wherein.evaluate.Topics;

/**
 * The order of the digests' passages for thirty queries that were judged before it was seen: 2 for a passage that answers,
 * 1 for one that touches on it. {@code -Dwherein.golden.refresh=true} writes the ranked pages and the measures.
 */
class JudgedDigestsTest {

    private static final Path JUDGED = Path.of("src/test/resources/judged");
    private static final Path GOLDEN = Path.of("src/test/resources/golden/ranking.txt");
    private static final int DEPTH = 100;
    private static final int SHOWN = 5;

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        served = Served.digests(folder);
    }

    @AfterAll
    static void close() throws Exception {
        served.close();
    }

    @Test
    void theRankedPagesAndTheirMeasuresAreAsRecorded() throws Exception {
        Topics topics = Topics.read(Files.readString(JUDGED.resolve("topics.tsv")), "");
        Judgements judgements = Judgements.read(Files.readAllLines(JUDGED.resolve("qrels")));
        assertThat(topics.queries().keySet()).hasSize(30).containsAll(judgements.queries());
        Run run = new Run();
        List<String> sheet = new ArrayList<>();
        for (Map.Entry<String, String> topic : topics.queries().entrySet()) {
            sheet.add(topic.getKey() + " " + topic.getValue());
            for (JsonNode hit : hits(topic.getValue())) {
                String id = hit.get("id").asText();
                run.add(topic.getKey(), new Run.Scored(id, hit.get("score").floatValue()));
                if (hit.get("rank").asInt() <= SHOWN) {
                    sheet.add(String.format(
                            Locale.ROOT,
                            "  %d %s %.2f",
                            hit.get("rank").asInt(),
                            id,
                            hit.get("score").asDouble()));
                }
            }
        }
        Measures mean = Measures.mean(Measures.each(run, judgements));
        sheet.add(String.format(
                Locale.ROOT, "nDCG@10 %.3f MAP %.3f recall@100 %.3f", mean.ndcg(), mean.map(), mean.recall()));
        if (Boolean.getBoolean("wherein.golden.refresh")) {
            Files.write(GOLDEN, sheet);
        }
        assertThat(sheet).as("refresh with -Dwherein.golden.refresh=true").isEqualTo(Files.readAllLines(GOLDEN));
    }

    private static JsonNode hits(String query) throws Exception {
        String path = "/api/v1/search?mode=box&snippets=0&limit=" + DEPTH + "&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return Served.tree(served.get(path).body()).get("hits");
    }
}
