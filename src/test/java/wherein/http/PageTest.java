package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page in a real browser over the real server and an index of the default collection. */
class PageTest {

    private static final String BRAIN_DRAIN = "8 passages in 3 documents";
    private static final String SPAN = "/documents/oe-watch-brain-drain?q=brain+drain#c=1410-1782";

    @TempDir
    static Path folder;

    private static Site site;
    private static Browser browser;

    @BeforeAll
    static void startSiteAndBrowser() throws Exception {
        browser = Browser.start();
        site = Site.of(Path.of("seeds"), folder.resolve("index"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @BeforeEach
    void aReaderWithAWideLightScreen() {
        browser.size(1280, 900);
        browser.scheme("light");
    }

    @AfterEach
    void noMessageInTheConsoleAndNoRequestToAnotherHost() {
        browser.assertQuiet(List.of(site.address() + "/", "about:"));
    }

    private static void open(String path) {
        browser.open(site.address() + path);
    }

    private static void openResults(String path) {
        open(path);
        browser.awaitShown(".hit");
    }

    private static void awaitStatus(String beginning) {
        browser.await(beginning, () -> browser.one("#status").getText().startsWith(beginning));
    }

    private static String status() {
        return browser.one("#status").getText();
    }

    @Test
    void aSearchShowsPassagesWithTheirSourceDateStanceAndMarks() {
        open("/");
        browser.awaitShown(".examples a");
        browser.write("#q", "brain drain");
        awaitStatus(BRAIN_DRAIN);
        assertThat(status()).matches("8 passages in 3 documents, \\d+ ms");
        assertThat(browser.all(".hit")).hasSize(8);
        assertThat(browser.texts(".hit mark")).contains("brain drain", "Brain Drain");
        WebElement popova = browser.all(".hit").get(1);
        assertThat(popova.getText())
                .contains("Nezavisimaya Gazeta", "2022-05-05", "pro-kremlin", "3 more in this document");
        assertThat(browser.title()).isEqualTo("brain drain – Wherein");
    }

    @Test
    void aQuoteSaysThatItIsOneAndShowsWithoutItsMarkup() {
        openResults("/?block=quote");
        assertThat(browser.texts(".meta .block")).containsExactly("quote");
        assertThat(browser.texts(".passage")).first().asString().startsWith("What exiles ask for first");
        assertThat(browser.one(".passage").getDomAttribute("lang")).isEqualTo("en");
    }

    @Test
    void aStanceNarrowsTheListAndIsTakenAwayByItsChip() {
        openResults("/?q=brain+drain");
        browser.click("[data-key='stance:pro-kremlin']");
        awaitStatus("2 passages in 1 document");
        assertThat(browser.texts(".hit .stance")).containsOnly("pro-kremlin");
        assertThat(browser.address()).endsWith("/?q=brain+drain&stance=pro-kremlin");
        assertThat(browser.texts("[data-field=stance] .name"))
                .as("the chosen one first, the others still counted")
                .containsExactly("pro-kremlin", "analytical", "critical");
        browser.click(".chip");
        awaitStatus(BRAIN_DRAIN);
        assertThat(browser.all(".chip")).isEmpty();
        browser.back();
        awaitStatus("2 passages in 1 document");
    }

    @Test
    void aYearNarrowsTheListToAsManyPassagesAsItSays() {
        openResults("/?q=brain+drain");
        browser.click("[data-key='date:2022']");
        awaitStatus("2 passages");
        assertThat(browser.address()).contains("date.from=2022", "date.to=2022", "date.match=certain");
        browser.all("#chips button").getLast().click();
        awaitStatus(BRAIN_DRAIN);
    }

    @Test
    void aDocumentShowsEveryHitAndStepsThroughThem() {
        openResults("/?q=brain+drain");
        browser.click(".hit:nth-child(2) h2 a");
        browser.awaitText(".where", "3 of 4");
        assertThat(browser.texts("#document mark"))
                .containsExactly("Brain Drain", "brain drain", "brain drain", "brain drain");
        assertThat(browser.texts("#document h1")).first().asString().contains("Blames United States");
        browser.click(".next");
        browser.awaitText(".where", "4 of 4");
        browser.press("n");
        browser.awaitText(".where", "1 of 4");
        browser.press("p");
        browser.awaitText(".where", "4 of 4");
        browser.click(".previous");
        browser.awaitText(".where", "3 of 4");
        assertThat(browser.all("mark.current")).hasSize(1);
        assertThat(browser.all(".ticks span")).as("where they lie").hasSize(4);
        assertThat(browser.address()).endsWith("#c=1578-1589");
    }

    @Test
    void aPartIsSetOffUnderItsOwnSourceDateAndStance() {
        open("/documents/oe-watch-brain-drain");
        browser.awaitShown(".part");
        assertThat(browser.texts(".part > .meta"))
                .satisfiesExactly(
                        meduza -> assertThat(meduza).contains("Meduza", "2022-05-07", "neutral", "Kristina Safonova"),
                        popova -> assertThat(popova).contains("Nezavisimaya Gazeta", "2022-05-05", "pro-kremlin"));
        assertThat(browser.all(".stepper"))
                .as("no query, so no hits to step through")
                .isEmpty();
    }

    @Test
    void aLinkToASpanScrollsThereAndSetsItOff() {
        open(SPAN);
        browser.awaitShown(".target");
        assertThat(String.join("", browser.texts(".target")))
                .startsWith("«Организация „утечки мозгов“")
                .endsWith("the country’s strength.");
        assertThat((Boolean) browser.run("const box = document.querySelector('.target').getBoundingClientRect();"
                        + "return box.top >= 0 && box.top < innerHeight"))
                .isTrue();
    }

    @Test
    void theTextOfADocumentIsWhole() throws Exception {
        for (String id : List.of("chatham-house-exiles", "shareamerica-talent", "soldatov-borogan-exodus")) {
            open("/documents/" + id + "?q=the");
            browser.awaitShown(".text");
            String shown = letters((String) browser.run("const first = document.querySelector('#document h1');"
                    + "return first.textContent + document.querySelector('.text').textContent"));
            String text = letters(Files.readString(Path.of("seeds", id + ".md")));
            assertThat(shown).as(id).endsWith(text.substring(20)).contains(text.substring(0, 20));
        }
    }

    private static String letters(String text) {
        return text.replaceAll("(?m)^[#>-]+\\s|\\s", "");
    }

    @Test
    void typingQuicklyLeavesTheRightListAndOneEntryOfTheHistoryAfterEnter() {
        open("/");
        browser.awaitShown(".examples a");
        browser.run("""
                window.entries = 0;
                const push = history.pushState;
                history.pushState = function (...all) {
                  window.entries++;
                  push.apply(history, all);
                };""");
        browser.write("#q", "brain drai");
        browser.press("n");
        browser.press(Keys.ENTER);
        awaitStatus(BRAIN_DRAIN);
        assertThat(browser.address()).endsWith("/?q=brain+drain");
        assertThat((Long) browser.run("return window.entries")).isEqualTo(1);
        browser.back();
        browser.awaitShown(".examples a");
        assertThat(browser.one("#q").getDomProperty("value")).isEmpty();
    }

    @Test
    void anOlderAnswerNeverOverwritesANewerOne() throws Exception {
        open("/");
        browser.awaitShown(".examples a");
        browser.run("""
                const real = window.fetch;
                window.fetch = async (url, options) => {
                  const answer = await real(url, { headers: options.headers });
                  if (String(url).includes('q=exile')) {
                    window.asked = true;
                    await new Promise((done) => setTimeout(done, 600));
                    window.late = true;
                  }
                  return answer;
                };""");
        browser.write("#q", "exile");
        browser.await("the slow question", () -> browser.run("return window.asked") != null);
        browser.write("#q", "Yandex");
        browser.await("the slow answer", () -> browser.run("return window.late") != null);
        Thread.sleep(100);
        assertThat(browser.texts(".hit mark")).isNotEmpty().containsOnly("Yandex");
        assertThat(browser.address()).endsWith("/?q=Yandex");
    }

    @Test
    void backReturnsToThePlaceInTheList() {
        browser.size(1280, 500);
        openResults("/?q=Russia");
        String last = browser.texts(".hit h2 a").get(9);
        browser.all(".hit h2 a").get(9).click();
        browser.awaitShown(".where");
        browser.back();
        browser.awaitShown(".hit");
        browser.await("the place", () -> browser.focused().equals(last));
        assertThat((Long) browser.run("return Math.round(scrollY)")).isGreaterThan(500);
    }

    @Test
    void reloadingShowsTheSameView() {
        openResults("/?q=brain+drain&stance=critical&sort=-date&group=document&op=and");
        List<String> titles = browser.texts(".hit h2 a");
        String counted = status().split(",")[0];
        assertThat(counted).isEqualTo("2 documents with 3 passages");
        browser.run("location.reload()");
        browser.awaitShown(".hit");
        awaitStatus(counted);
        assertThat(browser.texts(".hit h2 a")).isEqualTo(titles);
        assertThat(browser.one("#op").isSelected()).isTrue();
        assertThat(browser.one("#group").isSelected()).isTrue();
        assertThat(browser.one("#sort").getDomProperty("value")).isEqualTo("-date");
        assertThat(browser.one("[data-key='stance:critical']").isSelected()).isTrue();
    }

    @Test
    void theKeyboardAloneLeadsFromTheSearchToADocumentAndBack() {
        open("/?q=");
        browser.awaitShown(".examples a");
        browser.press(Keys.ESCAPE);
        browser.press("/");
        browser.press("brain drain", Keys.ENTER);
        awaitStatus(BRAIN_DRAIN);
        browser.press(Keys.ESCAPE);
        browser.press("j");
        browser.press(Keys.ARROW_DOWN);
        browser.press("j");
        browser.press("k");
        String title = browser.focused();
        assertThat(browser.run("return [...document.querySelectorAll('.hit')].indexOf("
                        + "document.activeElement.closest('.hit'))"))
                .isEqualTo(1L);
        browser.press(Keys.ENTER);
        browser.awaitText(".where", "3 of 4");
        browser.press(Keys.ESCAPE);
        browser.awaitShown(".hit");
        browser.await("the place", () -> browser.focused().equals(title));
        browser.press("?");
        browser.awaitShown("dialog");
        browser.press(Keys.ESCAPE);
        browser.await("no dialog", () -> !browser.one("dialog").isDisplayed());
    }

    @Test
    void lettersInTheBoxAreLetters() {
        openResults("/?q=brain");
        browser.click("#q");
        browser.press(" jnp/?");
        assertThat(browser.one("#q").getDomProperty("value")).isEqualTo("brain jnp/?");
        assertThat(browser.one("dialog").isDisplayed()).isFalse();
        awaitStatus("8 passages");
    }

    @Test
    void axeFindsNoViolationInAnyViewInLightAndDark() {
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            openResults("/?q=brain+drain&stance=critical&date.from=2022");
            assertThat(browser.violations()).as("results, " + scheme).isEmpty();
            open(SPAN);
            browser.awaitShown(".target");
            assertThat(browser.violations()).as("document, " + scheme).isEmpty();
        }
    }

    @Test
    void axeFindsNoViolationBeforeASearchAfterAnEmptyOneAndInTheListOfKeys() {
        open("/?q=zyzzyva&stance=critical");
        browser.awaitShown(".examples a");
        assertThat(browser.violations()).as("nothing found").isEmpty();
        open("/");
        browser.awaitShown(".examples a");
        assertThat(browser.violations()).as("first visit").isEmpty();
        browser.scheme("dark");
        browser.press(Keys.ESCAPE);
        browser.press("?");
        browser.awaitShown("dialog");
        assertThat(browser.violations()).as("keys over the first visit, dark").isEmpty();
    }

    @Test
    void aNarrowScreenShowsEveryViewWithoutSidewaysScroll() {
        for (int width : List.of(360, 320)) {
            browser.size(width, 700);
            open("/");
            browser.awaitShown(".examples a");
            assertFits(width);
            openResults("/?q=brain+drain&stance=critical&topic=brain+drain&date.from=2022-05-07");
            assertThat(browser.one("#facet-list").isDisplayed()).as("folded").isFalse();
            browser.click("#facets summary");
            assertFits(width);
            open(SPAN);
            browser.awaitShown(".target");
            assertFits(width);
        }
    }

    private static void assertFits(int width) {
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }

    @Test
    void nothingFoundNamesTheFiltersAndTakesThemAwayOneByOne() {
        open("/?q=brain+drain&stance=pro-kremlin&source=ShareAmerica");
        awaitStatus("0 passages");
        assertThat(browser.one("#results").getText())
                .contains("No passage matches the query", "brain drain", "under these filters");
        assertThat(browser.all("#results .chip").stream().map(chip -> chip.getDomAttribute("aria-label")))
                .containsExactly("Remove Stance: pro-kremlin", "Remove Source: ShareAmerica");
        assertThat(browser.all(".chip")).as("shown once").hasSize(2);
        browser.click("#results .chip");
        awaitStatus("1 passage in 1 document");
    }

    @Test
    void theFirstVisitSaysWhatIsThereWithExamplesThatFindIt() {
        open("/");
        browser.awaitShown(".examples a");
        assertThat(browser.one("#results").getText()).contains("5 documents", "59 passages", "pro-kremlin");
        int examples = browser.all(".examples a").size();
        assertThat(examples).isPositive();
        for (int i = 0; i < examples; i++) {
            open("/");
            browser.awaitShown(".examples a");
            browser.all(".examples a").get(i).click();
            browser.awaitShown(".hit mark");
        }
    }

    @Test
    void aServerThatIsGoneLeavesTheResultsAndCanBeAskedAgain() {
        openResults("/?q=brain+drain");
        browser.assertQuiet(List.of(site.address() + "/", "about:"));
        site.without(() -> {
            browser.write("#q", "Yandex");
            browser.awaitShown("#notice button");
            assertThat(browser.one("#notice").getText()).contains("The server does not answer.");
            assertThat(browser.all(".hit")).hasSize(8);
        });
        assertThat(browser.console()).as("the browser's own words").allMatch(each -> each.contains("ERR_"));
        browser.click("#notice button");
        browser.await("the answer", () -> browser.texts(".hit mark").contains("Yandex"));
        assertThat(browser.one("#notice").getText()).isEmpty();
    }

    @Test
    void aQueryThatDoesNotParseIsSearchedAsWordsAndSaysSo() {
        openResults("/?q=(brain+drain");
        assertThat(browser.one("#taken").getText()).contains("searched as words");
    }

    @Test
    void moreResultsComeUnderThoseThatAreThere() {
        openResults("/?q=Russia+OR+the");
        assertThat(browser.all(".hit")).hasSize(20);
        browser.click("#results .wide");
        browser.await("more", () -> browser.all(".hit").size() == 40);
        assertThat(Set.copyOf(browser.all(".hit h2 a").stream()
                        .map(link -> link.getDomAttribute("href"))
                        .toList()))
                .as("none twice")
                .hasSize(40);
    }

    @Test
    void aDocumentThatIsNotThereIsSaidToBeMissing() {
        open("/documents/nothing");
        browser.await("the message", () -> browser.one("#notice").getText().contains("There is no document"));
        assertThat(browser.console()).allMatch(each -> each.contains("404"));
        browser.click(".back a");
        browser.awaitShown(".examples a");
        assertThat(browser.one("#notice").getText())
                .as("not said of the next view")
                .isEmpty();
    }

    @Test
    void withoutScriptsTheFormAnswersWithAList() {
        browser.scripts(false);
        try {
            open("/");
            browser.one("#q").sendKeys("brain drain", Keys.ENTER);
            browser.awaitShown("noscript li");
            assertThat(browser.one("noscript").getText()).contains(BRAIN_DRAIN);
            assertThat(browser.all("noscript li")).hasSize(8);
            assertThat(browser.texts("noscript mark")).contains("brain");
            assertThat(browser.one("#q").getDomAttribute("value")).isEqualTo("brain drain");
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void markupPlantedInACollectionIsText(@TempDir Path temporary) throws Exception {
        String script = "<script>window.planted = 1</script>";
        String image = "\"><img src=x onerror=\"window.planted = 1\">";
        Path collection = Files.createDirectory(temporary.resolve("collection"));
        String name = image.replace('"', '\'') + ".md";
        Files.writeString(collection.resolve(name), "A passage that talks of herrings, " + script + " and " + image);
        Files.writeString(collection.resolve("catalog.yaml"), """
                stances:
                  plain: '<b>%2$s</b>'
                documents:
                  - id: 'planted%1$s'
                    file: '%3$s'
                    title: 'Herrings %1$s %2$s'
                    source: 'Source %2$s'
                    author: ['Author %1$s']
                    date: "2022"
                    stance: plain
                    language: en
                    fields:
                      topic: ['herrings %2$s', 'fish']
                """.formatted(script, image, name.replace("'", "''")));
        try (Site planted = Site.of(collection, temporary.resolve("index"))) {
            String query = "herrings " + script + image;
            browser.open(planted.address() + "/");
            browser.awaitShown("#results .lead");
            browser.write("#q", query);
            browser.awaitShown(".hit");
            assertThat(browser.texts(".hit h2")).first().asString().contains(script, image);
            assertThat(browser.texts(".passage")).first().asString().contains(script, image);
            assertThat(browser.one(".hit .meta").getText()).contains("Source " + image);
            browser.click(".hit h2 a");
            browser.awaitShown(".facts");
            assertThat(browser.one("#document").getText()).contains(script, image, "Author " + script);
            assertThat(browser.one(".file").getText()).isEqualTo(name);
            browser.open(planted.address() + "/?topic=" + java.net.URLEncoder.encode(image, "UTF-8"));
            browser.awaitShown(".chip");
            assertThat(browser.one("#results").getText()).contains("Nothing found");
            browser.scripts(false);
            browser.open(planted.address() + "/?q=" + java.net.URLEncoder.encode(query, "UTF-8"));
            browser.awaitShown("noscript li");
            assertThat(browser.one("noscript").getText()).contains(script, image);
            browser.scripts(true);
            assertThat(browser.run("return window.planted")).isNull();
            assertThat(browser.all("main img, main script")).isEmpty();
            browser.assertQuiet(List.of(planted.address() + "/", "about:"));
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void thePageIsUnderAHundredKilobytes() throws IOException {
        long bytes = 0;
        for (String file : Page.files()) {
            try (InputStream in = Page.class.getResourceAsStream("/wherein/page/" + file)) {
                bytes += in.readAllBytes().length;
            }
        }
        assertThat(bytes).isPositive().isLessThan(100_000);
    }
}
