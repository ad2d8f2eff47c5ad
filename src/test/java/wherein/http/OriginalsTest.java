package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the five articles must show, where they are there: they belong to their publishers and are not in here. */
class OriginalsTest {

    private static final Path ORIGINALS = Path.of("../shared/seeds");

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() throws Exception {
        if (!Files.isDirectory(ORIGINALS)) {
            if (Boolean.getBoolean("wherein.everything")) {
                fail("the five articles are not at " + ORIGINALS + ", and everything was asked for");
            }
            assumeTrue(false, "skipped: the five articles are not at " + ORIGINALS);
        }
        Path catalogue = Path.of("seeds/catalog.yaml").toAbsolutePath();
        served = Served.of(ORIGINALS, Optional.of(catalogue), folder.resolve("index"));
    }

    @AfterAll
    static void close() throws Exception {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void theFiveArticlesAreIndexedUnderTheIdsOfTheCatalogue() throws Exception {
        Set<String> ids = new TreeSet<>();
        for (JsonNode document : served.json("/api/v1/documents").get("documents")) {
            ids.add(document.get("id").asText());
            assertThat(document.get("file").asText()).endsWith(".txt");
        }
        assertThat(ids)
                .containsExactly(
                        "chatham-house-exiles",
                        "oe-watch-brain-drain",
                        "reversing-brain-drain",
                        "shareamerica-talent",
                        "soldatov-borogan-exodus");
    }

    @Test
    void aRussianQuestionFindsTheMeduzaPartAndMarksItsWords() throws Exception {
        JsonNode hit = search("Сколько уехало").get("hits").get(0);
        assertThat(hit.get("document").asText()).isEqualTo("oe-watch-brain-drain");
        assertThat(hit.get("source").asText()).isEqualTo("Meduza");
        assertThat(marked(hit)).containsOnlyOnce("Сколько").contains("уехало");
    }

    @Test
    void theNameOfTheCountryMarksItsInflectedForm() throws Exception {
        List<String> marked = new ArrayList<>();
        search("Россия").get("hits").forEach(hit -> marked.addAll(marked(hit)));
        assertThat(marked).contains("России").allMatch(word -> word.startsWith("Росси"));
    }

    @Test
    void aStanceNarrowsToTheOnePartThatTakesIt() throws Exception {
        JsonNode answer = search("brain drain stance:pro-kremlin");
        assertThat(answer.get("total").get("passages").asInt()).isPositive();
        for (JsonNode hit : answer.get("hits")) {
            assertThat(hit.get("document").asText()).isEqualTo("oe-watch-brain-drain");
            assertThat(hit.get("source").asText()).isEqualTo("Nezavisimaya Gazeta");
        }
    }

    @Test
    void aNoBreakSpaceBetweenNumberAndWordHidesNeither() throws Exception {
        for (String phrase : List.of("150 thousand", "million Russians")) {
            List<String> marked = new ArrayList<>();
            search("\"" + phrase + "\"").get("hits").forEach(hit -> marked.addAll(marked(hit)));
            assertThat(marked)
                    .isNotEmpty()
                    .allMatch(mark -> mark.replace('\u00a0', ' ').equalsIgnoreCase(phrase));
            assertThat(marked.stream().anyMatch(mark -> mark.indexOf('\u00a0') > 0))
                    .as("in the articles a no-break space joins the second pair alone")
                    .isEqualTo(phrase.equals("million Russians"));
        }
        List<String> words = new ArrayList<>();
        search("150 thousand").get("hits").forEach(hit -> words.addAll(marked(hit)));
        assertThat(words).contains("150", "thousand");
    }

    @Test
    void aPhraseInProseAndInAPullQuoteIsFoundTwiceAndTheQuoteIsNamed() throws Exception {
        JsonNode passages =
                served.json("/api/v1/documents/chatham-house-exiles/passages").get("passages");
        List<String> repeated = new ArrayList<>();
        for (JsonNode quote : passages) {
            if (quote.get("block").asText().equals("quote")) {
                repeatedPhrase(quote.get("text").asText(), passages).ifPresent(repeated::add);
            }
        }
        assertThat(repeated)
                .as("phrases of a pull quote that stand in the prose too")
                .isNotEmpty();
        for (String phrase : repeated) {
            Set<String> blocks = new HashSet<>();
            for (JsonNode hit : search("\"" + phrase + "\" AND title:exiles").get("hits")) {
                blocks.add(hit.get("block").asText());
                assertThat(marked(hit)).hasSize(1);
            }
            assertThat(blocks).contains("quote", "prose");
        }
    }

    @Test
    void everyMarkOfTheDocumentViewIsTheTextAtItsOffsets() throws Exception {
        for (String document : List.of("oe-watch-brain-drain", "soldatov-borogan-exodus")) {
            int[] text = served.get("/api/v1/documents/" + document + "/text")
                    .body()
                    .codePoints()
                    .toArray();
            JsonNode hits = served.json("/api/v1/documents/" + document + "/hits?q=Russia")
                    .get("hits");
            assertThat(hits).isNotEmpty();
            for (JsonNode hit : hits) {
                int start = hit.get("start").asInt();
                assertThat(new String(text, start, hit.get("end").asInt() - start))
                        .isEqualTo(hit.get("surface").asText());
            }
        }
    }

    /** Six words in a row of {@code quote} that stand in a passage of prose as well. */
    private static Optional<String> repeatedPhrase(String quote, JsonNode passages) {
        String[] words = words(quote).split(" ");
        for (int i = 0; i + 6 <= words.length; i++) {
            String phrase = String.join(" ", List.of(words).subList(i, i + 6));
            for (JsonNode passage : passages) {
                boolean prose = passage.get("block").asText().equals("prose");
                if (prose && (" " + words(passage.get("text").asText()) + " ").contains(" " + phrase + " ")) {
                    return Optional.of(phrase);
                }
            }
        }
        return Optional.empty();
    }

    private static String words(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static JsonNode search(String query) throws Exception {
        return served.json("/api/v1/search?limit=100&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static List<String> marked(JsonNode hit) {
        int[] text = hit.get("text").asText().codePoints().toArray();
        int base = hit.get("start").asInt();
        List<String> marked = new ArrayList<>();
        for (JsonNode mark : hit.get("marks")) {
            int start = mark.get(0).asInt() - base;
            marked.add(new String(text, start, mark.get(1).asInt() - base - start));
        }
        return marked;
    }
}
