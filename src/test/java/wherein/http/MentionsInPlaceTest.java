package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Rows of mentions: what stands in them, in which order, how they open, and how many the page bears. */
class MentionsInPlaceTest extends OnLedger {

    private static final String COUNTRIES = "/mentions?type=country";
    private static final String ROW = ".kwic a.result";
    private static final String TOTAL = "#mentions .total";
    private static final String FIRST = ".kwic tbody tr:not(.group)";

    /** The characters of what stands on one side of each mention that are seen, whether or not more of them are there. */
    private static final String SEEN = """
            return [...document.querySelectorAll(arguments[0] + ' .cut.part-of')].map((cut) => {
              const { left, right } = cut.getBoundingClientRect();
              const text = cut.querySelector('bdi').firstChild;
              const range = document.createRange();
              return [...text.data].filter((_, i) => {
                range.setStart(text, i);
                range.setEnd(text, i + 1);
                const box = range.getBoundingClientRect();
                return box.left >= left - 1 && box.right <= right + 1;
              }).length;
            })""";

    /** The words of the row that what adds it to the tray lies over. */
    private static final String COVERED = """
            const button = document.querySelector('.moving').getBoundingClientRect();
            const texts = document.createTreeWalker(arguments[0], NodeFilter.SHOW_TEXT);
            const covered = [];
            for (const range = document.createRange(); texts.nextNode();) {
              if (texts.currentNode.parentElement.closest('button')) continue;
              range.selectNodeContents(texts.currentNode);
              for (const box of range.getClientRects()) {
                if (box.left < button.right && box.right > button.left && box.top < button.bottom && box.bottom > button.top) {
                  covered.push(texts.currentNode.data);
                }
              }
            }
            return covered""";

    private static String head(String kind) {
        return ".kwic thead th." + kind;
    }

    private static List<String> column(JsonNode answer, String name) {
        List<String> values = new ArrayList<>();
        answer.get("mentions").forEach(row -> values.add(row.get(name).asText()));
        return values;
    }

    @Test
    void eachRowHasTheTitleOfItsDocumentAndSixtyToEightyCharactersOnEitherSide() throws Exception {
        open(COUNTRIES, ROW);
        List<String> titles = new ArrayList<>();
        for (JsonNode row : api(COUNTRIES + "&limit=100").get("mentions")) {
            titles.add(row.get("title").asText(row.get("document").asText()));
        }
        assertThat(browser.texts(".kwic td.title")).containsExactlyElementsOf(titles);
        for (String side : List.of(".before", ".after")) {
            @SuppressWarnings("unchecked")
            List<Long> seen = (List<Long>) browser.run(SEEN, ".kwic td" + side);
            assertThat(seen).as(side).hasSizeGreaterThan(20);
            double mean = seen.stream().mapToLong(each -> each).average().orElseThrow();
            assertThat(mean).as("characters on the side " + side).isBetween(58.0, 80.0);
        }
    }

    @Test
    void aColumnOfOneValueIsSaidOnceAndTakesNoRoom() throws Exception {
        open(COUNTRIES, ROW);
        assertThat(browser.texts(".kwic th"))
                .containsExactly("Passage", "Before", "Mention", "After", "Document", "Meaning", "Source", "Date");
        assertThat(browser.all("#mentions .same")).isEmpty();
        open(COUNTRIES + "&doc=shareamerica-talent&id=GE", ROW);
        JsonNode row = api(COUNTRIES + "&doc=shareamerica-talent&id=GE&limit=1").at("/mentions/0");
        assertThat(browser.texts(".kwic th")).containsExactly("Passage", "Before", "Mention", "After");
        assertThat(browser.all(".kwic td.title, .kwic td.meaning, .kwic td.source, .kwic td.date"))
                .isEmpty();
        assertThat(browser.one("#mentions .same").getText())
                .contains(
                        row.get("title").asText(),
                        row.get("source").asText(),
                        row.get("date").asText());
    }

    @Test
    void aRowOpensInPlaceToItsPassageAndTheMentionAndThoseBesideItAreMarked() throws Exception {
        open("/mentions?type=country&id=GE", ROW);
        JsonNode row = api("/mentions?type=country&id=GE&limit=1").at("/mentions/0");
        JsonNode passage = api("/passages/" + row.get("passage").asText());
        String address = browser.address();
        browser.click(FIRST + " .before");
        browser.awaitShown(".opened mark.current");
        assertThat(browser.one(FIRST + " button").getDomAttribute("aria-expanded"))
                .isEqualTo("true");
        assertThat(browser.one(".opened .passage").getText())
                .isEqualTo(passage.get("text").asText());
        assertThat(String.join("", browser.texts(".opened mark.current")))
                .isEqualTo(row.get("match").asText());
        List<String> others = new ArrayList<>();
        for (JsonNode each :
                api("/mentions?limit=1000&doc=" + row.get("document").asText()).get("mentions")) {
            if (each.get("passage").equals(row.get("passage"))
                    && !each.get("start").equals(row.get("start"))) {
                others.add(each.get("match").asText());
            }
        }
        assertThat(browser.texts(".opened mark.beside")).containsExactlyElementsOf(others);
        assertThat(browser.address()).isEqualTo(address);
        assertThat(browser.violations()).isEmpty();
        browser.click(FIRST + " .after");
        assertThat(browser.all("td.opened")).isEmpty();
        assertThat(browser.one(FIRST + " button").getDomAttribute("aria-expanded"))
                .isEqualTo("false");
    }

    @Test
    void noWordOfARowThatIsOpenIsBeneathTheButtonOfTheTray() {
        open("/mentions?type=country&id=GE", ROW);
        browser.click(FIRST + " .before");
        browser.awaitShown(".opened mark.current");
        browser.awaitShown(FIRST + " .moving");
        assertThat((List<?>) browser.run(COVERED, browser.one(FIRST))).isEmpty();
    }

    @Test
    void theKeyboardOpensARowByItsButtonAndByTheArrowsAndClosesIt() {
        open("/mentions?type=country&id=GE", ROW);
        browser.tabTo(".kwic .opener button", false);
        browser.press(Keys.ENTER);
        browser.awaitShown(".opened mark.current");
        browser.press(Keys.ENTER);
        browser.await("the row to close", () -> browser.all("td.opened").isEmpty());
        browser.press("j");
        browser.press(Keys.ARROW_RIGHT);
        browser.awaitShown(".opened mark.current");
        browser.tabTo(".opened a", false);
        browser.press(Keys.ESCAPE);
        browser.await("the row to close", () -> browser.all("td.opened").isEmpty());
        assertThat(browser.run("return document.activeElement.matches('.opener button')"))
                .isEqualTo(true);
        browser.press(Keys.ARROW_RIGHT);
        browser.awaitShown(".opened mark.current");
        browser.press(Keys.ARROW_LEFT);
        browser.await("the row to close", () -> browser.all("td.opened").isEmpty());
    }

    @Test
    void aColumnsHeadSortsByItAndTheAddressHoldsTheOrder() throws Exception {
        open(COUNTRIES, ROW);
        assertThat(browser.one(head("title")).getDomAttribute("aria-sort")).isEqualTo("ascending");
        for (String[] each : List.of(
                new String[] {"before", "left", "ascending"},
                new String[] {"match", "match", "ascending"},
                new String[] {"after", "right", "ascending"},
                new String[] {"source", "source", "ascending"},
                new String[] {"date", "date", "ascending"},
                new String[] {"date", "-date", "descending"})) {
            String path = COUNTRIES + "&sort=" + each[1];
            browser.click(head(each[0]) + " a");
            browser.await(
                    path,
                    () -> browser.address().endsWith(path)
                            && each[2].equals(browser.one(head(each[0])).getDomAttribute("aria-sort")));
            assertThat(browser.all(".kwic [aria-sort]")).as(path).hasSize(1);
            assertThat(browser.texts(ROW))
                    .as(path)
                    .containsExactlyElementsOf(column(api(path + "&limit=100"), "match"));
            assertThat(browser.run("return document.activeElement.closest('th')?.className"))
                    .as("the head keeps the focus")
                    .isEqualTo(each[0]);
        }
        browser.run("location.reload()");
        browser.await(
                "the same order",
                () -> "descending".equals(browser.one(head("date")).getDomAttribute("aria-sort")));
        browser.click(head("title") + " a");
        browser.await("the first order", () -> browser.address().endsWith(COUNTRIES));
    }

    @Test
    void filesAndPrintStandBesideTheOrder() {
        open(COUNTRIES, ROW);
        assertThat(browser.texts("#mentions .bar .files > *")).containsExactly("CSV", "JSON", "Print");
        int order = browser.one("#mentions .bar select").getLocation().getY();
        for (String css : List.of(".csv", ".json", ".files button")) {
            int y = browser.one("#mentions .bar " + css).getLocation().getY();
            assertThat(Math.abs(y - order)).as(css).isLessThan(24);
        }
    }

    @Test
    void mentionsFiguresAndPeopleHaveTheDatesOfTheSearch() throws Exception {
        for (String[] view : List.of(
                new String[] {"mentions", "type=country", "mention", "type=country"},
                new String[] {"figures", "unit=people", "claim", "type=figure&mention.unit=people"},
                new String[] {"entities", "type=country", "mention", "type=country"})) {
            String section = "#" + view[0];
            open("/" + view[0] + "?" + view[1], section + " [data-key=dates]");
            if (view[0].equals("mentions")) {
                assertThat(browser.all(section + " .bars"))
                        .as("not asked for before it is opened")
                        .isEmpty();
                browser.tabTo(section + " [data-key=dates]", false);
                browser.press(Keys.ENTER);
            }
            browser.awaitShown(section + " .bars button");
            JsonNode of2023 = api("/mentions/summary?by=year&date.from=2023&date.to=2023&date.match=certain&" + view[3])
                    .at("/total/mentions");
            String told = "2023: " + of2023.asInt() + " " + view[2] + (of2023.asInt() == 1 ? "" : "s");
            assertThat(browser.all(section + " .bars button .unseen").stream()
                            .map(each -> each.getDomProperty("textContent")))
                    .as(view[0])
                    .contains(told);
            browser.click(section + " [data-key='date:2023']");
            browser.await(view[0], () -> browser.address().contains("date.from=2023"));
            assertThat(browser.address()).contains("date.to=2023", "date.match=certain", view[1]);
            browser.await(
                    "the bar pressed",
                    () -> browser.all(section + " .bars [aria-pressed=true]").size() >= 1);
            assertThat(browser.violations()).as(view[0]).isEmpty();
            browser.back();
            browser.await(
                    "all dates",
                    () -> browser.all(section + " .bars [aria-pressed=true]").isEmpty());
        }
        browser.run("localStorage.removeItem('dates')");
        open(COUNTRIES + "&date.from=2023&date.to=2023&date.match=certain", ROW);
        assertThat(browser.one(TOTAL).getText())
                .startsWith(api(COUNTRIES + "&date.from=2023&date.to=2023&date.match=certain")
                        .at("/total/mentions")
                        .asText());
    }

    @Test
    void paperHasTheRowsAsSentencesWithWhatTheyAreOf() throws IOException {
        open(COUNTRIES + "&id=GE", ROW);
        String printed = browser.printed();
        assertThat(printed)
                .contains("Mentions of Georgia", "Georgia", "Tbilisi", "The World Today", "2025-06-09")
                .contains("Why isn’t the West supporting these Russian exiles?")
                .doesNotContain("Narrow the list", "CSV", "Order", "In every row: Georgia");
    }
}
