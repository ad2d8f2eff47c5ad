package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainTest extends OnDigests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brain drain",
                "\"brain drain\" stance:critical",
                "+visas^3 Germany",
                "emigr* OR (Georgia AND Armenia)",
                "country:RU NEAR/10 left",
                "the exiles of Russia"
            })
    void thePartsOfAnExplanationAddUpToTheScore(String query) throws Exception {
        for (String group : List.of("passage", "document")) {
            JsonNode hits = search(query, group).get("hits");
            assertThat(hits).isNotEmpty();
            for (JsonNode hit : hits) {
                double sum = 0;
                for (JsonNode part : hit.get("explanation")) {
                    sum += part.get("score").asDouble();
                }
                double score = hit.get("score").asDouble();
                assertThat(sum).as(query + " " + hit).isCloseTo(score, within(1e-4 * (1 + score)));
            }
        }
    }

    @Test
    void anExplanationSaysWhichWordsWereFoundWhere() throws Exception {
        JsonNode hit = search("\"brain drain\"", "passage").get("hits").get(0);
        List<String> found = new ArrayList<>();
        hit.get("explanation")
                .forEach(part -> found.add(
                        part.get("what").asText() + " in " + part.get("where").asText()));
        assertThat(found).contains("brain in text", "drain in text", "\"brain drain\" in text");
        assertThat(found).contains("brain in title");
    }

    @Test
    void withoutBeingAskedNothingIsExplained() throws Exception {
        assertThat(served.json("/api/v1/search?q=visa")
                        .at("/hits/0/explanation")
                        .isMissingNode())
                .isTrue();
    }

    private static JsonNode search(String query, String group) throws Exception {
        return served.json("/api/v1/search?explain=on&limit=5&group=" + group + "&q="
                + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }
}
