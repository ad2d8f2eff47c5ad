package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What narrows a search: the facets F1 and the dates F2 of the page's checklist. */
class FacetsPageTest extends OnPage {

    @Test
    void F1_aStanceNarrowsTheListAndIsTakenAwayByItsChip() {
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
    void F1_everyFieldIsCountedAsTheApiCountsItUnderTheQueryWithoutItsOwnFilter() throws Exception {
        openResults("/?q=Russia&stance=critical&stance=advocacy&country=US&lang=en");
        List<String> fields = browser.all("#facet-list [data-field]").stream()
                .map(field -> field.getDomAttribute("data-field"))
                .toList();
        assertThat(fields)
                .contains("stance", "source", "date", "country", "person", "lang", "author", "region", "topic");
        browser.all("#facet-list .facet button.plain").forEach(WebElement::click);
        for (String field : fields) {
            if (field.equals("date")) {
                continue;
            }
            List<String> shown = browser.all("[data-field=" + field + "] input").stream()
                    .map(value -> value.getDomAttribute("data-key"))
                    .toList();
            List<String> counts = browser.texts("[data-field=" + field + "] .count");
            JsonNode counted = new ObjectMapper()
                    .readTree(DocumentPageTest.body(site.address()
                            + "/api/v1/facets?q=Russia&stance=critical&stance=advocacy&country=US&lang=en&field="
                            + field))
                    .at("/facets/0/values");
            List<String> values = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            counted.forEach(value -> {
                values.add(field + ":" + value.get("value").asText());
                expected.add(value.get("count").asText());
            });
            assertThat(shown).as(field).isEqualTo(values);
            assertThat(counts).as(field).isEqualTo(expected);
        }
        assertThat(browser.texts("[data-field=country] .name"))
                .as("the chosen one first, by its name")
                .first()
                .isEqualTo("United States");
    }

    @Test
    void F1_whatACountIsNamedIsHowManyPassagesItsValueLeaves() {
        for (String key : List.of("country:GE", "person:Vladimir Putin", "topic:brain drain")) {
            open("/?q=Russia");
            browser.awaitShown(".hit");
            String field = key.split(":")[0];
            browser.all("[data-field=" + field + "] button.plain").forEach(WebElement::click);
            WebElement input = browser.one("[data-key='" + key + "']");
            int count = Integer.parseInt((String)
                    browser.run("return arguments[0].closest('label').querySelector('.count').textContent", input));
            input.click();
            awaitStatus(count == 1 ? "1 passage " : count + " passages ");
        }
    }

    @Test
    void F1_chipsTakeOneFilterAwayOrAllOfThem() {
        openResults("/?q=Russia&stance=critical&country=US&topic=brain+drain");
        assertThat(browser.texts(".chip"))
                .satisfiesExactly(
                        stance -> assertThat(stance).startsWith("Stance: critical"),
                        country -> assertThat(country).startsWith("Country: United States"),
                        topic -> assertThat(topic).startsWith("Topic: brain drain"));
        browser.click(".chip:nth-child(2)");
        browser.await("two chips", () -> browser.all(".chip").size() == 2);
        assertThat(browser.address()).endsWith("/?q=Russia&stance=critical&topic=brain+drain");
        browser.all("#chips button").getLast().click();
        browser.await("no chip", () -> browser.all(".chip").isEmpty());
        assertThat(browser.address()).endsWith("/?q=Russia");
        browser.back();
        browser.await("two chips", () -> browser.all(".chip").size() == 2);
    }

    @Test
    void F2_barsAreButtonsThatSayTheirTimeAndTheirPassages() {
        openResults("/?q=Russia");
        assertThat(unseen(".bars button"))
                .containsExactly(
                        "2022: 12 passages, 10 with the month unknown",
                        "2023: 5 passages",
                        "2024: 0 passages",
                        "2025: 4 passages");
        assertThat(browser.all(".bars button:first-child .fill.vague"))
                .as("hatched")
                .hasSize(1);
        assertThat(browser.texts(".spans > *")).anyMatch(row -> row.startsWith("no date"));
        assertThat(unseen(".facet figcaption > *").getFirst()).isEqualTo("Passages by date, 2022 to 2025");
        WebElement bars = browser.one(".bars");
        String title = bars.getDomAttribute("aria-labelledby");
        assertThat(unseen("#" + title)).containsExactly("Passages by date, 2022 to 2025");
        assertThat(unseen("#" + bars.getDomAttribute("aria-describedby")).getFirst())
                .startsWith("Most of them");
        browser.click("[data-key='date:2022']");
        awaitStatus("12 passages");
        assertThat(browser.address()).contains("date.from=2022", "date.to=2022", "date.match=certain");
        assertThat(unseen(".bars button")).as("the days of the year chosen").containsExactly("5 May 2022: 2 passages");
        assertThat(browser.texts(".spans > button")).first().asString().startsWith("2022, month unknown");
        assertThat(browser.all(".spans > button:first-child .fill.vague")).hasSize(1);
        browser.click("[data-key='date:all']");
        browser.await("all", () -> browser.all(".chip").isEmpty());
    }

    @Test
    void F2_whatHasNoDateCanBeAskedForAlone() {
        openResults("/?q=Russia");
        String row = browser.texts(".spans > *").stream()
                .filter(each -> each.startsWith("no date"))
                .findFirst()
                .orElseThrow();
        String passages = row.replaceAll("\\D", "");
        browser.click("[data-key='date:no date']");
        awaitStatus(passages + " passage");
        assertThat(browser.address()).contains("date.match=unknown").doesNotContain("date.from");
        assertThat(browser.texts(".chip")).first().asString().startsWith("No date");
        assertThat(browser.one("[data-key='date:no date']").getDomAttribute("aria-pressed"))
                .isEqualTo("true");
        browser.click("[data-key='date:no date']");
        browser.await("all", () -> browser.all(".chip").isEmpty());
    }

    @Test
    void F2_theTableHoldsWhatTheBarsShow() {
        openResults("/?q=Russia");
        browser.click(".facet details summary");
        browser.awaitShown(".facet table");
        List<String> rows = browser.texts(".facet tbody tr");
        assertThat(rows).contains("2022 12", "2023 5", "2025 4").anyMatch(row -> row.startsWith("no date "));
        browser.click("[data-key='date:2023']");
        awaitStatus("5 passages");
        assertThat(browser.one(".facet table").isDisplayed())
                .as("it stays open")
                .isTrue();
    }

    @Test
    void F2_aRangeIsChosenByTwoInputsByDraggingAndByTheKeyboard() {
        openResults("/?q=Russia");
        browser.write("[name=from]", "2023");
        browser.write("[name=to]", "2025-06");
        browser.click(".range button");
        browser.await("the range", () -> browser.address().contains("date.from=2023&date.to=2025-06"));
        openResults("/?q=Russia");
        browser.drag(browser.one("[data-key='date:2022']"), browser.one("[data-key='date:2023']"));
        browser.await("the range", () -> browser.address().contains("date.from=2022&date.to=2023&date.match=certain"));
        awaitStatus("17 passages");
        assertThat(browser.all(".bars [aria-pressed=true]")).hasSize(2);
        browser.tabTo("[data-key='date:2022']", false);
        browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(browser.run("return document.activeElement.dataset.key")).isEqualTo("date:2025");
        browser.press(Keys.chord(Keys.SHIFT, Keys.ENTER));
        browser.await("the wider range", () -> browser.address().contains("date.from=2022&date.to=2025"));
        awaitStatus("21 passages");
        assertThat(browser.run("return document.activeElement.dataset.key"))
                .as("the focus stays")
                .isEqualTo("date:2025");
    }

    @Test
    void F2_axeFindsNothingInTheDatesWithTheirTableOpen() {
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            openResults("/?q=Russia&date.from=2022&date.to=2023");
            browser.click(".facet details summary");
            browser.awaitShown(".facet table");
            assertThat(browser.violations()).as(scheme).isEmpty();
            browser.click(".facet details summary");
        }
    }

    /** What a screen reader says of what {@code css} names. */
    private static List<String> unseen(String css) {
        return browser.all(css).stream()
                .map(each -> (String)
                        browser.run("return (arguments[0].querySelector('.unseen') ?? arguments[0]).textContent", each))
                .toList();
    }
}
