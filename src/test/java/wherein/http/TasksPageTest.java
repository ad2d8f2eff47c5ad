package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * What a reader comes for, from the first visit on, with the keyboard alone and with the mouse alone. Each says how many steps it took,
 * keys pressed, words typed or clicks, and how many seconds a machine takes for them.
 */
@Tag("long")
class TasksPageTest extends OnLedger {

    private static final String QUESTION = "How many Russians left?";

    private int steps;
    private long began;

    @BeforeEach
    void comeToThePage() {
        openFirstVisit();
        steps = 0;
        began = System.nanoTime();
    }

    @AfterEach
    void tell(TestInfo test) {
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.println(String.format(
                Locale.ROOT,
                "%s: %d steps, %.1f s",
                test.getTestMethod().orElseThrow().getName(),
                steps,
                seconds));
    }

    private void press(CharSequence... keys) {
        steps += keys.length;
        browser.press(keys);
    }

    /** Presses the tabulator until the focus is on what {@code css} names. */
    private void tabTo(String css, boolean back) {
        steps += browser.tabTo(css, back);
    }

    private void click(String css) {
        browser.awaitShown(css);
        steps++;
        browser.click(css);
    }

    /** How many left, by whom: figures of people, each with who says it. */
    private static void assertFiguresWithTheirSources(String section) {
        browser.await("figures", () -> browser.all(section + " tbody tr").size() > 10);
        assertThat(browser.texts(section + " tbody tr"))
                .allMatch(row -> row.matches("(?s).*(Foreign Affairs|ShareAmerica|Meduza|The World Today|OE Watch).*"))
                .anyMatch(row -> row.contains("1 million") && row.contains("ShareAmerica"));
    }

    @Test
    void howManyLeftAndByWhomWithTheKeyboard() {
        press(QUESTION, Keys.ENTER);
        browser.awaitShown("#held a");
        tabTo("#held a", false);
        press(Keys.ENTER);
        assertFiguresWithTheirSources("#mentions");
    }

    @Test
    void howManyLeftAndByWhomWithTheMouse() {
        click(".examples a[href='/figures?unit=people']");
        assertFiguresWithTheirSources("#figures");
    }

    private void assertAllMentionsOfGeorgia(Path downloads) throws Exception {
        Path file = downloads.resolve("mentions.csv");
        browser.await("the file", () -> Files.exists(file) && file.toFile().length() > 0);
        assertThat(Files.readAllLines(file))
                .hasSize(1
                        + api("/mentions?type=country&id=GE&limit=0")
                                .at("/total/mentions")
                                .asInt());
    }

    @Test
    void everyMentionOfGeorgiaAsAFileWithTheKeyboard(@TempDir Path downloads) throws Exception {
        browser.downloadTo(downloads);
        tabTo("#to-mentions", false);
        press(Keys.ENTER);
        browser.awaitShown("#mentions .csv");
        press("/", "Georgia");
        // Words come before countries.
        browser.awaitShown("#suggestions [aria-label=Countries] [role=option]");
        while (browser.all("#suggestions [aria-label=Countries] [aria-selected=true]")
                .isEmpty()) {
            press(Keys.ARROW_DOWN);
        }
        press(Keys.ENTER);
        browser.awaitText("#mentions h1", "Mentions of Georgia");
        tabTo("#mentions .csv", false);
        press(Keys.ENTER);
        assertAllMentionsOfGeorgia(downloads);
    }

    @Test
    void everyMentionOfGeorgiaAsAFileWithTheMouse(@TempDir Path downloads) throws Exception {
        browser.downloadTo(downloads);
        click("#to-entities");
        click("#entities a.result[href*='id=GE']");
        click("#mentions .csv");
        assertAllMentionsOfGeorgia(downloads);
    }

    private void assertStancesSideBySide() {
        browser.awaitShown(".compared .hit");
        assertThat(browser.texts(".compared h2")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(browser.all(".compared > section").stream()
                        .filter(each -> each.getText().contains("passage")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whatTwoStancesSayOfAQuestionWithTheKeyboard() {
        press(QUESTION, Keys.ENTER);
        browser.awaitShown(".hit");
        tabTo("#to-sides", false);
        press(Keys.ENTER);
        assertStancesSideBySide();
    }

    @Test
    void whatTwoStancesSayOfAQuestionWithTheMouse() {
        click(".examples a[href*='How+many']");
        browser.awaitShown(".hit");
        click("#to-sides");
        assertStancesSideBySide();
    }

    private void assertQuotationWithItsSource() {
        browser.await("the quotation", () -> browser.clipboard().contains("/documents/"));
        assertThat(browser.clipboard()).contains("“").containsIgnoringCase("brain drain");
    }

    @Test
    void aQuotationIsCitedWithTheKeyboard() {
        browser.clipboard();
        press("brain drain", Keys.ENTER);
        awaitStatus(BRAIN_DRAIN);
        press(Keys.ARROW_DOWN, Keys.ENTER);
        browser.awaitShown("mark.current");
        press("s");
        browser.awaitShown(".chosen");
        press(Keys.ENTER, Keys.ENTER);
        assertQuotationWithItsSource();
    }

    @Test
    void aQuotationIsCitedWithTheMouse() {
        browser.clipboard();
        click(".examples a[href*='brain']");
        click(".hit h2 a");
        browser.awaitShown("mark.current");
        click(".quote");
        assertQuotationWithItsSource();
    }

    /** Whatever each counts, departures or people: the unit is taken away. */
    private static final String UNIT = "#mentions .chip[aria-label^='Remove Unit']";

    private void assertWhoRepeatsTheClaim() throws Exception {
        JsonNode rows =
                api("/mentions?type=figure&mention.value=150000..150000").get("mentions");
        assertThat(rows.findValuesAsText("source")).contains("OE Watch", "Meduza");
        List<String> matches = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get("match").asText().replace('\u00a0', ' '))
                .toList();
        browser.await("the rows", () -> browser.texts("#mentions a.result").equals(matches));
    }

    @Test
    void theClaimOf150000AndWhoRepeatsItWithTheKeyboard() throws Exception {
        press("150,000", Keys.ENTER);
        browser.awaitShown(".hit");
        browser.await("the passages", () -> browser.texts(".hit mark").contains("150,000"));
        press(Keys.ARROW_DOWN, Keys.ENTER);
        browser.awaitShown("mark.current");
        press("s");
        browser.awaitShown(".chosen");
        press(Keys.ENTER);
        tabTo(".chosen [aria-expanded]", false);
        press(Keys.ENTER);
        browser.awaitShown(".chosen-list a[href*='150000']");
        tabTo(".chosen-list a[href*='150000']", false);
        press(Keys.ENTER);
        browser.awaitShown(UNIT);
        tabTo(UNIT, false);
        press(Keys.ENTER);
        assertWhoRepeatsTheClaim();
    }

    @Test
    void theClaimOf150000AndWhoRepeatsItWithTheMouse() throws Exception {
        click(".examples a[href='/figures?unit=people']");
        browser.awaitShown(".rows a.result");
        WebElement claim = browser.all(".rows a.result").stream()
                .filter(each -> each.getText().equals("~ 150,000"))
                .findFirst()
                .orElseThrow();
        steps++;
        claim.click();
        browser.awaitShown(".target");
        steps++;
        browser.selectOver(browser.one(".target"));
        click(".chosen [aria-expanded]");
        click(".chosen-list a[href*='150000']");
        click(UNIT);
        assertWhoRepeatsTheClaim();
    }
}
