package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Reading a document: the rail beside it, where the reader is, what is selected, and what others say that is much the same. */
class ReadingPageTest extends OnLedger {

    private static final String DOCUMENT = "/documents/oe-watch-brain-drain";
    private static final String LONG = "/documents/soldatov-borogan-exodus";
    private static final String SPAN = DOCUMENT + "?q=brain+drain#c=1578-1589";

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
        browser.forget(site.address());
    }

    /** The first words that are seen below what stays in sight; nothing while no document is there. */
    private static String atTheTop() {
        return (String) browser.run("""
                const edge = document.querySelector('.stepper')?.offsetHeight;
                const block = [...document.querySelectorAll('.text [data-start]')].find((each) => each.getBoundingClientRect().bottom > edge);
                if (!block) {
                  return '';
                }
                const { top, height } = block.getBoundingClientRect();
                return block.dataset.start + ' ' + Math.round((edge - top) / height * 20);""");
    }

    private static void scrollTo(int block) {
        browser.run(
                "document.querySelectorAll('.text [data-start]')[arguments[0]].scrollIntoView({ block: 'start', behavior: 'instant' });"
                        + "scrollBy({ top: 20, behavior: 'instant' })",
                block);
        browser.await(
                "the place to be kept",
                () -> browser.run("return Boolean(history.state?.at)").equals(true));
    }

    private static boolean isOnScreen(String css) {
        return (Boolean) browser.run(
                "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
                        + "return box.bottom > 0 && box.top < innerHeight",
                css);
    }

    @Test
    void theRailHasTheOutlineTheHitsThePartsAndWhatIsNamedWithItsNumbers() throws Exception {
        open(DOCUMENT + "?q=brain+drain", ".mentions-here");
        assertThat(browser.texts(".outline a"))
                .containsExactly(
                        "Meduza: how large is the outflow?", "Nezavisimaya Gazeta: the charge against Washington");
        assertThat(browser.texts(".hits-here a"))
                .hasSize(4)
                .allMatch(hit -> hit.toLowerCase().contains("brain drain"));
        assertThat(browser.texts(".parts-here li"))
                .satisfiesExactly(
                        meduza -> assertThat(meduza).contains("Meduza", "neutral", "2022-05-07"),
                        popova -> assertThat(popova).contains("Nezavisimaya Gazeta", "pro-kremlin", "2022-05-05"));
        List<String> kinds = new ArrayList<>();
        for (String type : List.of("country", "person", "figure", "date")) {
            JsonNode total = api("/mentions?limit=0&doc=oe-watch-brain-drain&type=" + type)
                    .at("/total/mentions");
            kinds.add(total.asText());
        }
        assertThat(browser.texts(".mentions-here > ul > li > .named-row .count"))
                .containsExactlyElementsOf(kinds);
        browser.click(".mentions-here summary");
        browser.click(".mentions-here details a");
        browser.await("the marks of one country", () -> browser.address().endsWith(DOCUMENT + "?type=country&id=RU"));
        browser.awaitText(
                ".where",
                api("/mentions?limit=0&doc=oe-watch-brain-drain&id=RU&type=country")
                                .at("/total/mentions")
                                .asText() + " hits");
    }

    @Test
    void theRailStaysBesideTheTextAndLeadsToItsPlacesByMouseAndKeyboard() {
        open(DOCUMENT + "?q=brain+drain", ".hits-here");
        browser.run("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })");
        assertThat(isOnScreen(".about .outline")).isTrue();
        browser.click(".hits-here li:nth-child(3) a");
        browser.awaitText(".where", "3 of 4");
        assertThat(browser.address()).endsWith("#c=1578-1589");
        assertThat(browser.texts(".hits-here [aria-current]")).hasSize(1);
        browser.tabTo(".outline a", true);
        browser.press(Keys.ENTER);
        browser.await(
                "the heading to have the focus",
                () -> browser.run("return document.activeElement.matches('.text .heading')")
                        .equals(true));
        browser.await("the heading", () -> isOnScreen(".text .heading:focus"));
    }

    @Test
    void aLineHasSixtyToSeventyCharacters() {
        open(LONG, ".text");
        double mean = ((Number) browser.run("""
                const lines = [];
                for (const block of document.querySelectorAll('.text p.prose')) {
                  const range = document.createRange();
                  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
                  let line = 0;
                  let at;
                  const own = [];
                  while (walker.nextNode()) {
                    for (let i = 0; i < walker.currentNode.length; i++) {
                      range.setStart(walker.currentNode, i);
                      range.setEnd(walker.currentNode, i + 1);
                      const { top, height } = range.getBoundingClientRect();
                      if (at !== undefined && height > 0 && top - at > 10) {
                        own.push(line);
                        line = 0;
                      }
                      at = height > 0 ? top : at;
                      line++;
                    }
                  }
                  lines.push(...own);
                }
                return lines.reduce((sum, each) => sum + each, 0) / lines.length;""")).doubleValue();
        assertThat(mean).isBetween(60.0, 70.0);
    }

    @Test
    void atThreeHundredAndSixtyPixelsTheRailIsAClosedSummaryThatOpens() {
        browser.size(360, 700);
        open(DOCUMENT + "?q=brain+drain", ".about summary");
        assertThat(browser.one(".about .outline").isDisplayed()).isFalse();
        browser.click(".about summary");
        browser.awaitShown(".about .outline a");
        browser.awaitShown(".mentions-here a");
        assertFits(360);
        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void whereTheReaderIsSurvivesAReloadBackAndComingAgain() {
        open(LONG, ".mentions-here a");
        scrollTo(5);
        String place = atTheTop();
        browser.run("location.reload()");
        browser.await("the place after a reload", () -> atTheTop().equals(place));
        // Not by the pointer, which would have to scroll there.
        browser.run("document.querySelector('#to-entities').click()");
        browser.awaitShown(".counts a.result");
        browser.back();
        browser.await("the place after Back", () -> atTheTop().equals(place));
        open(LONG, ".text");
        browser.await("the place when coming again", () -> atTheTop().equals(place));
        assertThat(browser.one(".where").getText()).isEqualTo("Where you left off");
        browser.click(".stepper .where + button");
        browser.await("the beginning", () -> browser.run("return scrollY").equals(0L));
        // A link to a place leads there, wherever the reader was.
        open(LONG, ".text");
        scrollTo(6);
        open(DOCUMENT + "#c=71-515", ".target");
        assertThat(isOnScreen(".target")).isTrue();
    }

    @Test
    void selectedWordsAreCopiedLinkedToSearchedAndTheirMentionsListed() throws Exception {
        open(SPAN, "mark.current");
        browser.clipboard();
        browser.run("getSelection().selectAllChildren(document.querySelector('mark.current').closest('p'))");
        browser.awaitShown(".chosen");
        assertThat(browser.texts(".chosen > button, .chosen > a"))
                .containsExactly("Copy quotation", "Copy link", "Add to tray", "Search it", "Its mentions");
        browser.click(".chosen button:nth-of-type(1)");
        browser.awaitText(".chosen button", "Copied");
        assertThat(browser.clipboard())
                .isEqualTo(answer(site.address() + "/api/v1" + DOCUMENT + "/citation?style=text&start=1410&end=1782")
                        .body());
        browser.click(".chosen button:nth-of-type(2)");
        browser.await("the link", () -> browser.clipboard().startsWith("http"));
        String link = browser.clipboard();
        assertThat(link).isEqualTo(site.address() + DOCUMENT + "#c=1410-1782");
        browser.click(".chosen button[aria-expanded]");
        browser.awaitShown(".chosen-list li");
        List<String> named = new ArrayList<>();
        for (JsonNode row : api("/mentions?limit=1000&doc=oe-watch-brain-drain").get("mentions")) {
            if (row.get("start").asInt() >= 1410 && row.get("start").asInt() < 1782 && row.hasNonNull("label")) {
                named.add(row.get("label").asText());
            }
        }
        assertThat(browser.texts(".chosen-list a")).containsAll(named);
        assertThat(browser.violations()).isEmpty();
        browser.click(".chosen > a");
        browser.awaitShown(".hit");
        assertThat(browser.address()).contains("/?q=%22");
        browser.open(link);
        browser.awaitShown(".target");
        assertThat(isOnScreen(".target")).isTrue();
    }

    @Test
    void theKeyboardSelectsAParagraphAndReachesWhatCanBeDoneWithIt() {
        open(DOCUMENT + "?q=brain+drain", ".hits-here");
        browser.clipboard();
        browser.press(Keys.ESCAPE);
        open(SPAN, "mark.current");
        browser.press("n", "s");
        browser.awaitShown(".chosen");
        browser.press(Keys.ENTER);
        browser.await("the bar to have the focus", () -> browser.focused().equals("Copy quotation"));
        browser.press(Keys.ENTER);
        browser.await("the quotation", () -> browser.clipboard().startsWith("“"));
        browser.press(Keys.TAB, Keys.TAB, Keys.TAB, Keys.TAB, Keys.ENTER);
        browser.awaitShown(".chosen-list");
        browser.press(Keys.ESCAPE);
        browser.await("the bar to go", () -> browser.all(".chosen").isEmpty());
        assertThat(browser.address()).as("Escape takes away the bar alone").contains(DOCUMENT);
        assertThat(browser.run("return getSelection().isCollapsed")).isEqualTo(true);
    }

    @Test
    void whatOthersSayMuchTheSameIsShownWordForWordWithWordsForWhatDiffers() {
        browser.open(copied.address() + "/documents/second");
        browser.awaitShown(".similar .other");
        assertThat(browser.texts(".similar .other > p"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("The lamp The Harbour: 2 passages the same"),
                        third -> assertThat(third).startsWith("third Lighthouse: 1 passage the same"),
                        variant -> assertThat(variant).startsWith("variant The Harbour: 1 passage changed"));
        assertThat(browser.texts(".compared del")).containsExactly("here 350");
        assertThat(browser.texts(".compared ins")).containsExactly("there 360");
        assertThat(browser.one(".compared").getText())
                .startsWith("The ferry from Norway left at dawn with here 350 there 360 sailors on board.");
        browser.click(".to-similar button");
        browser.await("the way there", () -> browser.focused().equals("Much the same elsewhere"));
        browser.open(copied.address() + "/documents/winter");
        browser.awaitShown(".mentions-here a");
        assertThat(browser.one(".similar").isDisplayed()).isFalse();
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            browser.open(copied.address() + "/documents/variant");
            browser.awaitShown(".compared");
            assertThat(browser.violations()).as(scheme).isEmpty();
        }
    }

    @Test
    void withoutScriptsTheTextIsThereWithItsMarks() throws Exception {
        browser.scripts(false);
        try {
            open(DOCUMENT + "?q=brain+drain", "noscript .text, article .text");
            assertThat(browser.texts("mark"))
                    .containsExactly("Brain Drain", "brain drain", "brain drain", "brain drain");
        } finally {
            browser.scripts(true);
        }
    }
}
