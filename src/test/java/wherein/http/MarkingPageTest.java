package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What a reader makes the page their own by: several queries in colours, searches that are kept, colours and size of text, help. */
class MarkingPageTest extends OnLedger {

    private static final String MARKED = "/?q=brain+drain&mark.q=exile&mark.q=Kremlin";

    @Test
    void severalQueriesAreMarkedInColoursAndLinesOfTheirOwnWithALegendThatCounts() throws Exception {
        openResults(MARKED);
        browser.await("the counts", () -> browser.all(".queries a").size() == 2);
        assertThat(browser.texts(".queries mark")).containsExactly("brain drain", "exile", "Kremlin");
        assertThat(browser.one(".queries .count").getText()).isEqualTo("8 passages");
        for (String query : List.of("exile", "Kremlin")) {
            long passages =
                    api("/search?limit=0&q=" + query).at("/total/passages").asLong();
            assertThat(browser.texts(".queries a")).contains(passages + (passages == 1 ? " passage" : " passages"));
        }
        assertThat(browser.texts(".passage mark.also-2")).isNotEmpty().allMatch(each -> each.matches("(?i)kremlin.*"));
        assertThat(browser.texts(".passage mark:not(.also)"))
                .isNotEmpty()
                .allMatch(each -> each.matches("(?i).*(brain|drain).*"));
        // Told apart by colour and, for whoever does not see it, by the line.
        assertThat(styles("backgroundColor")).hasSize(3);
        assertThat(styles("textDecorationStyle")).hasSize(3);
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            assertThat(browser.violations()).as(scheme).isEmpty();
        }
        browser.size(360, 800);
        assertFits(360);
    }

    private static Set<Object> styles(String property) {
        return Set.copyOf((List<?>) browser.run(
                "return [...document.querySelectorAll('.queries mark')].map((each) => getComputedStyle(each)[arguments[0]])",
                property));
    }

    @Test
    void theSameAreMarkedInADocumentThatAResultLeadsTo() throws Exception {
        openResults(MARKED);
        browser.await("the counts", () -> browser.all(".queries a").size() == 2);
        browser.click(".hit a.result");
        browser.awaitShown("#document .queries");
        String id = browser.address().replaceAll(".*/documents/([^?#]+).*", "$1");
        assertThat(browser.address()).contains("mark.q=exile&mark.q=Kremlin");
        long hits =
                api("/documents/" + id + "/hits?q=Kremlin").at("/total/marks").asLong();
        assertThat(hits).isPositive();
        assertThat(browser.all("#document .text mark.also-2")).hasSize((int) hits);
        assertThat(browser.texts("#document .queries li").getLast())
                .startsWith("Kremlin")
                .contains(Long.toString(hits));
        assertThat(browser.all("#document .text mark[data-stop]")).isNotEmpty();
    }

    @Test
    void aQueryToMarkIsWrittenByKeyboardAndTakenAway() {
        openResults("/?q=brain+drain");
        browser.one("#mark-more").sendKeys(Keys.ENTER);
        browser.awaitShown("#marking input");
        browser.await(
                "the focus",
                () -> browser.run("return document.activeElement.name").equals("also"));
        browser.press("Kremlin", Keys.ENTER);
        browser.await("its marks", () -> !browser.all(".passage mark.also-1").isEmpty());
        assertThat(browser.address()).endsWith("mark.q=Kremlin");
        browser.awaitShown("#marking .queries button");
        browser.click("#marking .queries button");
        browser.await(
                "no marks",
                () -> browser.all("mark.also").isEmpty() && !browser.address().contains("mark.q"));
        awaitStatus(BRAIN_DRAIN);
    }

    @Test
    void aQueryThatIsMarkedTwiceOverWithTheSearchIsStillOneTextAndIsSelectedAsItStands() {
        openResults("/?q=brain+drain&mark.q=%22brain+drain%22&mark.q=drain");
        browser.await("the counts", () -> browser.all(".queries a").size() == 2);
        List<String> marked = browser.texts(".hit .passage");
        openResults("/?q=brain+drain");
        assertThat(browser.texts(".hit .passage")).isEqualTo(marked);
    }

    @Test
    void searchesAreRememberedAndSavedInTheBrowserAloneAndCanBeForgotten() {
        openFirstVisit();
        assertThat(browser.all(".kept")).isEmpty();
        browser.write("#q", "brain drain");
        browser.press(Keys.ENTER);
        awaitStatus(BRAIN_DRAIN);
        browser.await("it is remembered", () -> browser.run("return localStorage.getItem('searches.recent')") != null);
        open("/?q=Kremlin&stance=critical", ".hit");
        browser.click("#save-search");
        browser.await("saved", () -> browser.one("#notice").getText().startsWith("Saved in this browser."));
        openFirstVisit();
        browser.await("both", () -> browser.all(".kept").size() == 2);
        assertThat(browser.texts(".kept a")).containsExactly("Kremlin · Stance: critical", "brain drain");
        assertThat(browser.violations()).isEmpty();
        browser.click(".kept a");
        awaitStatus(status());
        assertThat(browser.address()).endsWith("/?q=Kremlin&stance=critical");
        openFirstVisit();
        browser.await("both", () -> browser.all(".kept").size() == 2);
        browser.click(".kept[aria-label='Recent searches'] .forget");
        browser.await("none", () -> browser.all(".kept").size() == 1);
        browser.click(".kept li button");
        browser.await("none", () -> browser.all(".kept").isEmpty());
        assertThat(browser.run("return Object.keys(localStorage).length")).isEqualTo(0L);
    }

    @Test
    void coloursAndSizeOfTextAreChosenAndAreThereBeforeAnythingIsPainted() {
        openFirstVisit();
        String light = ground();
        new Select(browser.one("#look select[name=theme]")).selectByValue("dark");
        browser.await("dark", () -> !ground().equals(light));
        new Select(browser.one("#look select[name=size]")).selectByValue("large");
        assertThat(browser.run("return getComputedStyle(document.documentElement).fontSize"))
                .isEqualTo("19px");
        String dark = ground();
        open("/mentions", ".kwic a.result");
        assertThat(ground()).as("in the next page too").isEqualTo(dark);
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.one("#look select[name=theme]").getDomProperty("value"))
                .isEqualTo("dark");
        assertThat((Boolean) browser.run("""
                const look = document.querySelector('script[src$="/look.js"]');
                const sheet = document.querySelector('link[rel=stylesheet]');
                return !look.type && !look.async && !look.defer && Boolean(look.compareDocumentPosition(sheet) & Node.DOCUMENT_POSITION_FOLLOWING);"""))
                .as("a script that nothing is painted before")
                .isTrue();
        browser.scheme("dark");
        new Select(browser.one("#look select[name=theme]")).selectByValue("light");
        browser.await("light", () -> ground().equals(light));
        new Select(browser.one("#look select[name=theme]")).selectByValue("system");
        browser.await("as the system", () -> ground().equals(dark));
    }

    private static String ground() {
        return (String) browser.run("return getComputedStyle(document.documentElement).backgroundColor");
    }

    @Test
    void theHelpHasExamplesOfEachOperatorThatFindWhatTheySay() throws Exception {
        openFirstVisit();
        browser.one("#help-open").sendKeys(Keys.ENTER);
        browser.awaitText("#help .told", "Each example finds this in the collection as it is.");
        Set<String> said = new TreeSet<>();
        for (WebElement row : browser.all("#help tr")) {
            String q = row.findElement(org.openqa.selenium.By.cssSelector("a")).getText();
            long passages = api("/search?limit=0&q=" + java.net.URLEncoder.encode(q, "UTF-8"))
                    .at("/total/passages")
                    .asLong();
            assertThat(passages).as(q).isPositive();
            assertThat(row.getText()).endsWith(passages + (passages == 1 ? " passage" : " passages"));
            said.add(row.findElement(org.openqa.selenium.By.cssSelector("th")).getText());
        }
        assertThat(said)
                .contains(
                        "a phrase",
                        "without a word",
                        "words near each other",
                        "from a source",
                        "of a stance",
                        "with a figure",
                        "that name a person")
                .hasSizeGreaterThan(12);
        assertThat(browser.violations()).isEmpty();
        browser.size(360, 700);
        assertFits(360);
        browser.click("#help tr:nth-child(2) a");
        browser.awaitShown(".hit");
        assertThat(browser.all("#help[open]")).isEmpty();
        browser.press(Keys.ESCAPE);
    }
}
