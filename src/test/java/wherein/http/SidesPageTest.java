package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Passages on one question side by side: columns of sources or stances, each with its counts. */
class SidesPageTest extends OnLedger {

    private static final String TWO = "/sides?q=brain+drain&side.by=stance&side.of=critical&side.of=pro-kremlin";
    private static final String COLUMN = "#sides .compared > section";

    @Test
    void twoStancesStandSideBySideAndEachCountLeadsToExactlyTheseRows() throws Exception {
        open(TWO, COLUMN + " .hit");
        assertThat(browser.texts(COLUMN + " > h2")).containsExactly("critical", "pro-kremlin");
        assertThat(browser.run(
                        "const [one, other] = [...document.querySelectorAll(arguments[0])].map((each) => each.getBoundingClientRect());"
                                + "return one.top === other.top && one.right < other.left",
                        COLUMN))
                .as("side by side")
                .isEqualTo(true);
        for (String stance : List.of("critical", "pro-kremlin")) {
            String column = COLUMN + "[aria-label='" + stance + "']";
            assertThat(browser.texts(column + " .meta .stance")).isNotEmpty().containsOnly(stance);
            List<WebElement> sums = browser.all(column + " .sums a");
            assertThat(sums).hasSizeGreaterThan(3);
            for (WebElement sum : sums) {
                assertLeadsToItsRows(sum.getText(), URI.create(sum.getDomProperty("href")));
            }
        }
    }

    /** A link's count is what the API counts under the parameters that the link has for the page. */
    private static void assertLeadsToItsRows(String text, URI link) throws Exception {
        String query = link.getRawQuery();
        long said = Long.parseLong(text.replaceAll("\\D.*", ""));
        long counted = switch (link.getPath()) {
            case "/mentions" ->
                api("/mentions?mode=box&limit=0&" + query).at("/total/mentions").asLong();
            case "/figures" ->
                api("/figures/table?mode=box&limit=0&" + query)
                        .at("/total/mentions")
                        .asLong();
            default ->
                api("/search?mode=box&limit=0&" + query)
                        .at(text.contains("document") ? "/total/documents" : "/total/passages")
                        .asLong();
        };
        assertThat(said).as(text + " " + link).isEqualTo(counted);
    }

    @Test
    void fieldAndColumnsAreChosenByKeyboardAndThePermalinkHoldsThem() {
        open("/?q=brain+drain", ".hit");
        browser.click("#to-sides");
        browser.awaitShown(COLUMN + " .hit");
        new Select(browser.one("#sides select")).selectByVisibleText("source");
        browser.awaitText("#sides h1", "Compare by source");
        browser.awaitShown(COLUMN);
        List<String> columns = browser.texts(COLUMN + " > h2");
        assertThat(columns).hasSizeBetween(2, 3);
        browser.one("#sides summary").sendKeys(Keys.ENTER);
        String last = "#sides [data-key='of:" + columns.getLast() + "']";
        browser.awaitShown(last);
        browser.one(last).sendKeys(Keys.SPACE);
        browser.await("one less", () -> browser.all(COLUMN).size() == columns.size() - 1);
        assertThat(browser.address()).contains("q=brain+drain", "side.by=source", "side.of=");
        browser.run("location.reload()");
        browser.awaitShown(COLUMN + " .hit");
        assertThat(browser.texts(COLUMN + " > h2")).isEqualTo(columns.subList(0, columns.size() - 1));
        // A new question keeps the columns; the other views are asked without them.
        browser.write("#q", "emigration");
        browser.press(Keys.ENTER);
        browser.await("the question", () -> browser.address().contains("q=emigration"));
        browser.await(
                "the columns", () -> browser.texts(COLUMN + " > h2").equals(columns.subList(0, columns.size() - 1)));
        assertThat(browser.one("#to-mentions").getDomProperty("href")).endsWith("/mentions?q=emigration");
        browser.back();
        browser.await("the question before", () -> browser.address().contains("q=brain+drain"));
    }

    @Test
    void atMostFourColumnsAreChosenAndOnAPhoneTheyAreSections() {
        open("/sides?q=russia&side.by=source&side.of=OE+Watch", COLUMN);
        for (int i = 2; i <= 4; i++) {
            int columns = i;
            browser.click("#sides fieldset input:not(:checked):not(:disabled)");
            browser.await(columns + " columns", () -> browser.all(COLUMN).size() == columns);
            browser.run("document.querySelector('#sides details').open = true");
        }
        assertThat(browser.all("#sides fieldset input:not(:checked):not(:disabled)"))
                .isEmpty();
        browser.size(360, 800);
        assertFits(360);
        assertThat(browser.run(
                        "const boxes = [...document.querySelectorAll(arguments[0])].map((each) => each.getBoundingClientRect());"
                                + "return boxes.every((box, i) => i === 0 || box.top >= boxes[i - 1].bottom)",
                        COLUMN))
                .as("one below the other")
                .isEqualTo(true);
    }

    @Test
    void aValueThatNothingHasIsSaidToHaveNothing() {
        open("/sides?q=brain+drain&side.by=source&side.of=OE+Watch&side.of=nobody", COLUMN);
        browser.await("both", () -> browser.all(COLUMN).size() == 2);
        assertThat(browser.one(COLUMN + ":last-child").getText()).contains("nobody", "0 passages", "No passage.");
    }

    @Test
    void withoutScriptsEachColumnIsALinkToItsPassages() {
        browser.scripts(false);
        try {
            open(TWO + "&country=RU");
            assertThat(browser.all("noscript + section, main li a").stream()
                            .map(each -> each.getDomProperty("href"))
                            .filter(each -> each != null))
                    .containsExactly(
                            site.address() + "/?q=brain%20drain&country=RU&stance=critical",
                            site.address() + "/?q=brain%20drain&country=RU&stance=pro-kremlin");
        } finally {
            browser.scripts(true);
        }
    }
}
