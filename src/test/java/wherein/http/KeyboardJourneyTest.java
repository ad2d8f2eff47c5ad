package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** One reader's way through all views but that of names, with the keyboard alone. */
class KeyboardJourneyTest extends OnLedger {

    @Test
    void fromTheFirstVisitToACitationAFileOfMentionsAndTheSentenceOfAClaim() throws Exception {
        openFirstVisit();
        browser.clipboard();
        Path downloads = Files.createDirectory(folder.resolve("downloads"));
        browser.downloadTo(downloads);

        // Find it: on the first visit the box has the focus.
        browser.press("brain drain", Keys.ENTER);
        awaitStatus(BRAIN_DRAIN);

        // Narrow to one stance.
        browser.tabTo("[data-key='stance:critical']", false);
        browser.press(Keys.SPACE);
        awaitStatus("3 passages in 2 documents");
        assertThat(browser.texts(".hit .stance")).containsOnly("critical");

        // Open a document, and go through all its hits.
        browser.press("j", "j");
        String title = browser.focused();
        browser.press(Keys.ENTER);
        browser.awaitShown(".where");
        assertThat(browser.texts("#document h1")).containsExactly(title);
        int hits = browser.all(".ticks span").size();
        browser.await("a hit of " + hits, () -> browser.one(".where").getText().endsWith(" of " + hits));
        int first = Integer.parseInt(browser.one(".where").getText().split(" ")[0]);
        for (int i = 1; i <= hits; i++) {
            browser.press("n");
            browser.awaitText(".where", (first + i - 1) % hits + 1 + " of " + hits);
            assertThat(browser.texts("mark.current")).allMatch(mark -> mark.matches("(?i)brain|drain|brain.drain"));
        }

        // Copy a citation.
        browser.tabTo(".cite", false);
        browser.press(Keys.ENTER);
        browser.awaitText(".cite + [role=status]", "Citation copied");
        String document = browser.address().replaceAll(".*/documents/([^?#]+).*", "$1");
        assertThat(browser.clipboard())
                .isEqualTo(answer(site.address() + "/api/v1/documents/" + document + "/citation?style=text")
                        .body());

        // Every mention of Georgia: the mentions of what was searched, without these words, by the form for a name.
        browser.tabTo("#to-mentions", true);
        browser.press(Keys.ENTER);
        browser.awaitShown("#mentions .chip");
        browser.tabTo("#mentions .chip[aria-label^='Remove In passages that match']", false);
        browser.press(Keys.ENTER);
        browser.awaitText("#mentions h1", "All mentions");
        browser.await(
                "no words", () -> browser.all("#mentions .chip:not([hidden])").isEmpty());
        browser.tabTo("[data-key=name]", false);
        browser.press("Georgia", Keys.ENTER);
        browser.awaitText("#mentions h1", "Mentions of Georgia");
        String total = total("/mentions?id=GE&limit=0");
        browser.await("all", () -> browser.texts("#mentions .total").getFirst().startsWith(total + " mentions "));
        assertThat(browser.address()).endsWith("/mentions?id=Georgia");
        assertThat(browser.all("#mentions a.result")).hasSize(Integer.parseInt(total));

        // As a file.
        browser.tabTo("#mentions .csv", false);
        browser.press(Keys.ENTER);
        Path file = downloads.resolve("mentions.csv");
        // The browser makes an empty file before the one that it fills has come to its name.
        browser.await("the file", () -> Files.exists(file) && file.toFile().length() > 0);
        assertThat(Files.readString(file))
                .isEqualTo(answer(link("#mentions .csv")).body())
                .matches(
                        csv -> csv.lines().count() == 1 + Integer.parseInt(total),
                        "a line for each row and one of names");

        // The figures of people, and one claim to its sentence.
        browser.tabTo("#to-figures", true);
        browser.press(Keys.ENTER);
        browser.awaitShown(".plot .mark");
        browser.tabTo("#figures select[data-key=Unit]", false);
        browser.press("people");
        browser.awaitText("#figures h1", "Figures of people");
        browser.awaitShown(".plot .mark");
        browser.tabTo(".plot .mark", false);
        browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        String claim = claim();
        browser.press(Keys.ENTER);
        browser.awaitShown(".target");
        assertThat(claim).endsWith(": “" + String.join("", browser.texts(".target")) + "”");
        assertThat((Boolean) browser.run("const box = document.querySelector('.target').getBoundingClientRect();"
                        + "return box.top >= 0 && box.bottom <= innerHeight"))
                .as("in sight")
                .isTrue();

        // And back to where the reader was.
        browser.press(Keys.ESCAPE);
        browser.await("the claim again", () -> claim.equals(claim()));
    }

    /** What is said of the mark that has the focus. */
    private static String claim() {
        return (String) browser.run("return document.activeElement.getAttribute('aria-label')");
    }

    private static String total(String path) throws Exception {
        return api(path).at("/total/mentions").asText();
    }
}
