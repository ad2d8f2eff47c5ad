package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The view of people and countries. */
class EntitiesPageTest extends OnLedger {

    private static final String RUSSIA_AND_GEORGIA = "/entities?type=country&id=RU&id=GE";
    private static final String NAME = ".counts a.result";

    private static String cells(String row) {
        return (String) browser.run(
                "return [...arguments[0].querySelectorAll('td.number')].map((cell) =>" + " cell.textContent).join(' ')",
                browser.one(row));
    }

    /** Mentions, passages and documents of each of some ids, in one group of the API. */
    private static String counts(JsonNode summary, String field, String value, List<String> ids) {
        List<String> counts = new ArrayList<>();
        for (String id : ids) {
            String found = "0 0 0";
            for (JsonNode group : summary.get("groups")) {
                if (group.get("id").asText().equals(id)
                        && (field.isEmpty() || group.get(field).asText("").equals(value))) {
                    found = group.get("mentions") + " " + group.get("passages") + " " + group.get("documents");
                }
            }
            counts.add(found);
        }
        return String.join(" ", counts);
    }

    @Test
    void M4_whatIsNamedIsRankedWithItsCountsByStance() throws Exception {
        open("/", ".examples a");
        browser.click("#to-entities");
        browser.awaitShown(NAME);
        List<String> names = new ArrayList<>();
        api("/entities/country?limit=50")
                .get("entities")
                .forEach(entity -> names.add(entity.get("label").asText()));
        assertThat(browser.texts(NAME)).containsExactlyElementsOf(names).startsWith("Russia", "United States");
        JsonNode russia = api("/mentions/summary?type=country&id=RU&by=id,stance");
        List<String> expected = new ArrayList<>();
        expected.add(counts(api("/mentions/summary?type=country&id=RU&by=id"), "", "", List.of("RU")));
        for (String stance : browser.texts(".counts thead .stance-label")) {
            expected.add(counts(russia, "stance", stance, List.of("RU")).split(" ")[0]);
        }
        assertThat(cells(".counts tbody tr")).isEqualTo(String.join(" ", expected));
        choose("Show", "person");
        browser.awaitText("#entities h1", "People");
        assertThat(browser.address()).endsWith("/entities?type=person");
        assertThat(browser.texts(NAME)).first().isEqualTo("Vladimir Putin");
    }

    @Test
    void M4_twoOrMoreStandSideBySideByStanceAndBySource() throws Exception {
        open("/entities?type=country", NAME);
        browser.click("[data-key='id:RU']");
        browser.awaitText(".sides .quiet", "Choose another to see them side by side.");
        browser.await(
                "the focus", () -> "id:RU".equals(browser.run("return document.activeElement.dataset.key ?? ''")));
        browser.click("[data-key='id:GE']");
        browser.await(
                "both",
                () -> browser.texts(".sides [scope=colgroup]")
                        .equals(List.of("Russia", "Georgia", "Russia", "Georgia")));
        assertThat(browser.address()).endsWith(RUSSIA_AND_GEORGIA);
        assertThat(browser.title()).isEqualTo("Russia, Georgia – People and countries – Wherein");
        List<String> ids = List.of("RU", "GE");
        String asked = "/mentions/summary?type=country&id=RU&id=GE&by=id";
        int table = 0;
        for (String field : List.of("stance", "source")) {
            table++;
            String rows = ".sides .scroll:nth-of-type(" + table + ") ";
            JsonNode groups = api(asked + "," + field);
            List<String> values = browser.texts(rows + "tbody th");
            assertThat(values).as(field).hasSizeGreaterThan(4);
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i).equals("unknown") ? "" : values.get(i);
                assertThat(cells(rows + "tbody tr:nth-child(" + (i + 1) + ")"))
                        .as(value)
                        .isEqualTo(counts(groups, field, value, ids));
            }
            assertThat(cells(rows + "tfoot tr")).isEqualTo(counts(api(asked), "", "", ids));
        }
        browser.run("location.reload()");
        browser.await(
                "the same two", () -> browser.texts(".sides [scope=colgroup]").size() == 4);
        browser.click("[data-key='id:RU']");
        browser.await("one", () -> browser.texts(".sides [scope=colgroup]").equals(List.of("Georgia", "Georgia")));
        browser.back();
        browser.await(
                "two again", () -> browser.texts(".sides [scope=colgroup]").size() == 4);
    }

    @Test
    void M4_aNumberLeadsToItsMentions() {
        open(RUSSIA_AND_GEORGIA, ".sides a");
        int number = Integer.parseInt(browser.one(".sides td.number a").getText());
        browser.click(".sides td.number a");
        browser.awaitShown(".kwic a");
        assertThat(browser.address()).contains("/mentions?", "type=country", "id=RU", "stance=advocacy");
        assertThat(browser.texts("#mentions .total").getFirst()).startsWith(number + " mentions in ");
    }

    @Test
    void S4_aQueryAndTheBeginningOfANameNarrowTheList() throws Exception {
        open("/entities?type=person", NAME);
        browser.one("[data-key=prefix]").sendKeys("al", Keys.ENTER);
        browser.await("names in Al", () -> browser.address().endsWith("prefix=al"));
        browser.await("them alone", () -> browser.texts(NAME).stream().allMatch(name -> name.startsWith("Al")));
        open("/entities?type=country&id=Georgia", NAME);
        assertThat(browser.all("[data-key='id:GE']:checked"))
                .as("a name for the id")
                .hasSize(1);
        browser.write("#q", "cafes");
        browser.press(Keys.ENTER);
        int named = api("/entities/country?q=cafes").at("/total/entities").asInt();
        browser.awaitText("#entities .total", named + " countries named");
        assertThat(browser.texts(NAME)).hasSize(named).contains("Georgia");
        assertThat(browser.address()).contains("q=cafes", "id=G");
    }

    @Test
    void I10_everyCellOpensExactlyItsMentionsAndBarsTellTheSharesOfStances() throws Exception {
        open("/entities?type=country", NAME);
        List<?> links = (List<?>) browser.run(
                "return [...document.querySelectorAll('.counts tbody tr:first-child td.number a')].map((a) =>"
                        + " a.getAttribute('href'))");
        List<?> numbers = (List<?>) browser.run(
                "return [...document.querySelectorAll('.counts tbody tr:first-child td.number a')].map((a) =>"
                        + " a.textContent)");
        assertThat(links).hasSizeGreaterThan(4);
        List<String> totals = List.of("mentions", "passages", "documents");
        for (int i = 0; i < links.size(); i++) {
            JsonNode total = api(links.get(i) + "&limit=0").get("total");
            assertThat(total.get(i < 3 ? totals.get(i) : "mentions").asText()).isEqualTo(numbers.get(i));
        }
        assertThat((Double) browser.run("""
                        return Math.max(...[...document.querySelectorAll('.counts tbody .shares')].map((bar) =>
                          Math.abs([...bar.children].reduce((sum, part) => sum + part.getBoundingClientRect().width, 0) - bar.getBoundingClientRect().width)))""")).as("each bar is a whole").isLessThan(1.5);
        assertThat(link("#entities .csv")).contains("/entities/country.csv?");
    }

    @Test
    void I10_aHeadingSortsAndTypingFilters() throws Exception {
        open("/entities?type=country", NAME);
        browser.click("[data-key='sort:name']");
        browser.awaitShown(".counts th[aria-sort='ascending']");
        assertThat(browser.texts(NAME))
                .hasSize(api("/entities/country?limit=0").at("/total/entities").asInt());
        assertThat((Boolean) browser.run(
                        "const names = [...document.querySelectorAll(arguments[0])].map((a) => a.textContent);"
                                + "return names.join() === [...names].sort((a, b) => a.localeCompare(b)).join()",
                        NAME))
                .isTrue();
        browser.write("[data-key='prefix']", "ge");
        browser.await("those that begin so", () -> browser.texts(NAME).equals(List.of("Georgia", "Germany")));
        assertThat(browser.address()).contains("prefix=ge", "sort=name");
        assertThat(browser.run("return document.activeElement.dataset.key")).isEqualTo("prefix");
        String address = browser.address();
        browser.open(address);
        browser.awaitShown(NAME);
        assertThat(browser.texts(NAME)).containsExactly("Georgia", "Germany");
        open(RUSSIA_AND_GEORGIA, ".sides td a");
        browser.click(".sides a[href^='/timeline']");
        browser.await("both", () -> browser.texts("#timeline .legend a").equals(List.of("Russia", "Georgia")));
    }
}
