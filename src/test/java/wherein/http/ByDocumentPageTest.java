package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.Select;

/** Results by document: its hits stand together, the rest of them opens in place. */
class ByDocumentPageTest extends OnPage {

    @Test
    void noDocumentHasMoreThanThreeOfThePassagesAndAllOfThemStandTogether() {
        openResults("/?q=Russia");
        List<String> documents = documents();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < documents.size(); i++) {
            String document = documents.get(i);
            assertThat(i > 0 && documents.get(i - 1).equals(document) || seen.add(document))
                    .as(document + " among " + documents)
                    .isTrue();
            assertThat(documents.stream().filter(document::equals).count()).isLessThanOrEqualTo(3);
        }
        assertThat(seen).hasSize(5);
        assertThat(status()).startsWith("28 passages in 5 documents");
        assertThat(browser.all(".hit:not(.also)")).as("a title for each").hasSize(5);
    }

    @Test
    void theRestOfADocumentOpensInPlaceAndNoneIsLostOrShownTwice() throws Exception {
        openResults("/?q=Russia");
        JsonNode flat = json("/api/v1/search?q=Russia&mode=box&limit=100");
        while (!browser.all(".here").isEmpty()) {
            int before = browser.all(".here").size();
            int hits = browser.all(".hit").size();
            int more = Integer.parseInt(browser.texts(".here").getFirst().replaceAll("\\D", ""));
            browser.click(".here");
            browser.await("the rest", () -> browser.all(".here").size() < before);
            assertThat(browser.all(".hit").size() - hits).isBetween(1, more);
        }
        List<String> links = browser.all(".hit a.result").stream()
                .map(link -> link.getDomAttribute("href"))
                .toList();
        assertThat(links).doesNotHaveDuplicates();
        // A heading stands with the passage below it.
        List<String> text = new ArrayList<>();
        for (JsonNode hit : flat.get("hits")) {
            if (!hit.get("block").asText().equals("heading")) {
                text.add("/documents/" + hit.get("document").asText() + "?q=Russia#c="
                        + hit.get("start").asInt() + "-" + hit.get("end").asInt());
            }
        }
        assertThat(links).containsAll(text);
        assertThat(new HashSet<>(documents())).hasSize(5);
        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void withoutScriptsTheRestOfADocumentIsALinkToThePassagesOfIt() {
        browser.scripts(false);
        try {
            open("/?q=Russia");
            browser.awaitShown(".here");
            browser.click(".here");
            browser.await("its passages", () -> browser.address().contains("doc="));
            assertThat(status()).contains("in 1 document");
            assertThat(browser.all(".hit.also")).isEmpty();
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void everyPassageCanStandByItselfAndTheAddressSaysSo() {
        openResults("/?q=Russia");
        new Select(browser.one("#group")).selectByValue("flat");
        browser.await("the flat list", () -> browser.all(".hit").size() == 20);
        assertThat(browser.address()).endsWith("/?q=Russia&per_document=0");
        assertThat(browser.all(".also")).isEmpty();
        browser.click("#results .wide");
        browser.await("all", () -> browser.all(".hit").size() == 28);
        new Select(browser.one("#group")).selectByValue("passage");
        browser.awaitShown(".also");
        assertThat(browser.address()).endsWith("/?q=Russia");
    }

    @Test
    void scriptsGetTheFlatListUnlessTheyAskAndTheOrderOfDocumentsIsThatOfTheirBestHit() throws Exception {
        JsonNode flat = json("/api/v1/search?q=Russia&limit=100");
        assertThat(flat.at("/total/returned").asInt()).isEqualTo(28);
        assertThat(flat.at("/hits/0").has("folded")).isFalse();
        Set<String> order = new LinkedHashSet<>();
        flat.get("hits").forEach(hit -> order.add(hit.get("document").asText()));
        Set<String> together = new LinkedHashSet<>();
        int remaining = order.size();
        int rank = 0;
        for (String next = "/api/v1/search?q=Russia&per_document=2&limit=2"; next != null; ) {
            JsonNode page = json(next);
            assertThat(page.at("/total/passages").asInt()).isEqualTo(28);
            assertThat(page.at("/total/documents").asInt()).isEqualTo(5);
            Set<String> here = new LinkedHashSet<>();
            for (JsonNode hit : page.get("hits")) {
                rank += here.add(hit.get("document").asText()) ? 1 : 0;
                assertThat(hit.get("rank").asInt()).isEqualTo(rank);
            }
            together.addAll(here);
            remaining -= here.size();
            assertThat(page.get("remaining").asInt()).isEqualTo(remaining);
            next = page.get("next_url").isNull() ? null : page.get("next_url").asText();
        }
        assertThat(new ArrayList<>(together)).isEqualTo(new ArrayList<>(order));
        for (String refused : List.of("per_document=2&group=document", "per_document=50&limit=21", "per_document=51")) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(site.address() + "/api/v1/search?q=Russia&" + refused))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(refused).isEqualTo(400);
            assertThat(answer.body()).contains("per_document");
        }
    }

    private static List<String> documents() {
        return browser.all(".hit a.result").stream()
                .map(link -> link.getDomAttribute("href").replaceAll("\\?.*", ""))
                .toList();
    }

    private static JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(DocumentPageTest.body(site.address() + path));
    }
}
