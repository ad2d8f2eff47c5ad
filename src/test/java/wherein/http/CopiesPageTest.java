package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page over a collection with copies: it says so, and one switch leaves them out. */
class CopiesPageTest extends OnLedger {

    private static Site copied;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        copied = Site.of(CopiedTexts.write(folder), folder.resolve("index"));
    }

    @AfterAll
    static void close() throws Exception {
        copied.close();
    }

    @Override
    @AfterEach
    void noMessageInTheConsoleAndNoRequestToAnotherHost() {
        browser.leaveQuietly(List.of(copied.address() + "/", site.address() + "/", "about:"));
    }

    private static void show(String path, String css) {
        browser.open(copied.address() + path);
        browser.awaitShown(css);
    }

    @Test
    void aSearchSaysWhereElseAPassageStandsAndLeavesCopiesOutAtASwitch() {
        show("/?q=lamp+crew&op=and", ".hit");
        awaitStatus("3 passages in 3 documents");
        assertThat(browser.one("#folding").getText()).isEqualTo("leave out 1 copy");
        assertThat(browser.texts(".alike")).containsExactlyInAnyOrder("also in The lamp", "also in Nobody asked");
        browser.click("#fold");
        awaitStatus("2 passages in 2 documents");
        assertThat(browser.address()).endsWith("/?q=lamp+crew&op=and&duplicates=fold");
        assertThat(browser.one("#fold").isSelected()).isTrue();
        assertThat(browser.all(".chip")).as("the switch says it").isEmpty();
        browser.back();
        awaitStatus("3 passages in 3 documents");
        assertThat(browser.one("#fold").isSelected()).isFalse();
        browser.click(".alike a");
        browser.awaitShown("#document mark");
    }

    @Test
    void whatHasNoCopiesHasNoSwitch() {
        show("/?q=snow", ".hit");
        awaitStatus("1 passage in 1 document");
        assertThat(browser.one("#folding").isDisplayed()).isFalse();
        assertThat(browser.all(".alike")).isEmpty();
    }

    @Test
    void theFirstPaintIsWhatTheScriptShows() {
        for (String path : List.of("/?q=lamp+crew&op=and", "/?q=lamp+crew&op=and&duplicates=fold")) {
            String shell;
            browser.scripts(false);
            try {
                show(path, "#results li.hit");
                shell = shown();
            } finally {
                browser.scripts(true);
            }
            show(path, ".hit");
            awaitStatus(path.endsWith("fold") ? "2 passages" : "3 passages");
            assertThat(shown()).as(path).isEqualTo(shell);
        }
    }

    private static String shown() {
        return browser.one("#copies").getDomProperty("textContent") + browser.texts(".alike");
    }

    @Test
    void mentionsLeaveCopiesOut() {
        show("/mentions?type=country", "#mentions a.result");
        assertThat(browser.one("#mentions .total").getText()).startsWith("9 mentions in 5 passages of 5 documents");
        assertThat(browser.one("#mentions .folding").getText()).isEqualTo("leave out 4 copies");
        browser.click("#mentions .folding input");
        browser.await(
                "the rest", () -> browser.one("#mentions .total").getText().startsWith("5 mentions"));
        assertThat(browser.all("#mentions a.result")).hasSize(5);
        assertThat(browser.run("return document.activeElement.dataset.key"))
                .as("the switch keeps the focus")
                .isEqualTo("fold");
        assertThat(browser.all(".copied input").getLast().getDomProperty("value"))
                .isEqualTo("./wherein mentions --type country --duplicates fold");
    }

    @Test
    void aDocumentThatIsRepublishedSaysSoAndListsWhatIsMuchTheSame() {
        show("/documents/second", ".copied-text");
        assertThat(browser.one(".copied-text").getText())
                .matches("9\\d % of this text stands word for word in The lamp, The Harbour");
        browser.awaitShown(".similar .other");
        assertThat(browser.texts(".similar .other > p"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("The lamp The Harbour: 2 passages the same"),
                        third -> assertThat(third).startsWith("third Lighthouse: 1 passage the same"),
                        variant -> assertThat(variant).startsWith("variant The Harbour: 1 passage changed"));
        assertThat(browser.texts(".similar del, .similar ins")).containsExactly("here 350", "there 360");
        browser.click(".copied-text a");
        browser.await("the original", () -> browser.address().endsWith("/documents/first"));
        browser.await(
                "that it has a copy",
                () -> browser.texts(".copied-text").contains("1 other document repeats this text"));
    }

    @Test
    void nothingIsAmissForAxeAndOnANarrowScreen() {
        for (String path : List.of("/?q=lamp+crew&op=and", "/documents/second", "/mentions?type=country")) {
            for (int width : new int[] {1280, 320}) {
                browser.size(width, 760);
                show(
                        path,
                        path.startsWith("/documents") ? ".copied-text" : path.startsWith("/?") ? ".alike" : ".folding");
                assertThat(browser.violations()).as(path).isEmpty();
                assertFits(width);
            }
        }
    }
}
