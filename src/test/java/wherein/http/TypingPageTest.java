package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What the page shows while somebody types, and what it says to a question. */
class TypingPageTest extends OnLedger {

    private static final String QUESTION = "/?q=How+many+Russians+left%3F";

    /** Notes each thing that the results say, with the time since the last key. */
    private static void listen() {
        browser.run("""
                window.said = [];
                let key = 0;
                document.getElementById('q').addEventListener('input', () => { key = performance.now(); });
                new MutationObserver(() => said.push([document.getElementById('results').innerText, performance.now() - key]))
                  .observe(document.getElementById('results'), { childList: true, subtree: true });""");
    }

    @Test
    void T4_aWordThatIsBeingTypedFindsAllThatBeginsSoAndNeverNothing() {
        openFirstVisit();
        listen();
        for (String letter : "emigrat".split("")) {
            browser.press(letter);
            browser.await("an answer", () -> browser.all("[aria-busy]").isEmpty());
        }
        browser.await(
                "marks",
                () -> browser.texts(".hit mark").stream()
                        .anyMatch(mark -> mark.toLowerCase().startsWith("emigrat")));
        assertThat(browser.texts(".hit mark"))
                .isNotEmpty()
                .allMatch(mark -> mark.toLowerCase().startsWith("emigra"));
        assertThat((List<?>) browser.run("return said.filter(([text]) => text.includes('Nothing found'))"))
                .isEmpty();
        assertThat(browser.address()).endsWith("/?q=emigrat&typing=on");
    }

    @Test
    void T4_aListStaysUntilTheTypingRests() {
        openResults("/?q=brain+drain");
        listen();
        browser.write("#q", "zyzzyv");
        browser.press("a");
        browser.awaitText("#results h2", "Nothing found");
        List<?> said = (List<?>) browser.run("return said.filter(([text]) => text.includes('Nothing found'))");
        assertThat(((Number) ((List<?>) said.getFirst()).get(1)).doubleValue())
                .as("milliseconds after the last key")
                .isGreaterThanOrEqualTo(990);
    }

    @Test
    void T4_enterEndsTheWord() {
        openFirstVisit();
        browser.write("#q", "emigrat");
        browser.awaitShown(".hit");
        browser.press(Keys.ENTER);
        awaitStatus("0 passages");
        assertThat(browser.address()).endsWith("/?q=emigrat");
    }

    @Test
    void T4_whatWasFoundWhileTypingIsMarkedInItsDocumentAndBackLeadsToTheSameList() {
        openFirstVisit();
        browser.write("#q", "emigrat");
        browser.awaitShown(".hit");
        String status = status().split(",")[0];
        browser.run("document.querySelector('.hit h2 a').click()");
        browser.awaitShown(".text mark");
        assertThat(browser.texts(".text mark"))
                .allMatch(mark -> mark.toLowerCase().startsWith("emigrat"));
        browser.back();
        awaitStatus(status);
        assertThat(box()).isEqualTo("emigrat");
    }

    @Test
    void T4_scriptsAskTheSameAndTheServersListIsThatOfThePage() throws Exception {
        JsonNode answer = api("/search?q=emigrat&typing=on");
        assertThat(answer.at("/query/parsed").asText()).isEqualTo("(emigrat emigrat*)");
        assertThat(answer.at("/query/did_you_mean").isNull()).isTrue();
        int passages = answer.at("/total/passages").asInt();
        assertThat(passages).isPositive();
        openResults("/?q=emigrat&typing=on");
        awaitStatus(passages + " passages");
    }

    @Test
    void T4_aQuestionSaysWhatItsPassagesHoldWithTheWayToExactlyTheseRows() throws Exception {
        openResults(QUESTION);
        browser.awaitShown("#held a");
        String told = browser.one("#held a").getText();
        assertThat(told).matches("\\d+ figures of people");
        assertThat(browser.one("#held").getText()).contains("mentions of countries", "of people");
        assertThat(browser.one("#taken").isDisplayed())
                .as("a question is no fault")
                .isFalse();
        for (String link : browser.all("#held a").stream()
                .map(each -> each.getDomProperty("href"))
                .toList()) {
            String query = link.substring(link.indexOf('?'));
            int rows = api("/mentions" + query + "&mode=box&limit=0")
                    .at("/total/mentions")
                    .asInt();
            assertThat(browser.one("#held a[href='"
                                    + link.substring(site.address().length()) + "']")
                            .getText())
                    .contains(rows + " ");
        }
        browser.click("#held a");
        browser.awaitShown("#mentions .total");
        browser.await(
                "the rows",
                () -> browser.one("#mentions .total").getText().startsWith(told.split(" ")[0] + " mentions"));
    }

    @Test
    void T4_whoAndWhereAreAnsweredByNameAndEveryViewOfItIsFitForAll() {
        openResults("/?q=Who+left+Russia%3F");
        browser.awaitShown("#held a");
        assertThat(browser.texts("#held a").getFirst()).matches(".+, \\d+ mentions?");
    }

    @Test
    void T4_aHeadingThatRepeatsTheQuestionIsNotTheBestPassage() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("bakers"));
        Files.writeString(collection.resolve("bakers.md"), """
                # Guild news

                ## How many bakers left?

                The guild keeps a book. It counted forty bakers who had left the town for good by the autumn of 1911, and
                nobody has doubted that number since, although the mayor was asked about it more than once.

                ## Other trades

                The smiths stayed where they were, and so did the coopers, who had little to sell elsewhere.
                """);
        try (Served served = Served.of(collection, java.util.Optional.empty(), folder.resolve("bakers-index"))) {
            String passages = "/api/v1/search?mode=box&q=";
            assertThat(served.json(passages + "bakers+left").at("/hits/0/block").asText())
                    .as("words alone")
                    .isEqualTo("heading");
            JsonNode asked = served.json(passages + "How+many+bakers+left%3F&explain=on");
            assertThat(asked.at("/query/asks").asText()).isEqualTo("figure");
            assertThat(asked.at("/hits/0/text").asText()).contains("forty bakers");
            assertThat(asked.at("/total/passages").asInt())
                    .as("headings are found")
                    .isEqualTo(2);
            JsonNode heading = asked.at("/hits/1");
            double sum = 0;
            for (JsonNode part : heading.get("explanation")) {
                sum += part.get("score").asDouble();
            }
            assertThat(sum).isCloseTo(heading.get("score").asDouble(), org.assertj.core.data.Offset.offset(1e-3));
        }
    }
}
