package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The view of mentions. */
class MentionsPageTest extends OnLedger {

    private static final String GEORGIA = "/mentions?type=country&id=GE";
    private static final String ROW = ".kwic a.result";
    private static final String TOTAL = "#mentions .total";

    private static String total(String path) throws Exception {
        JsonNode total = api(path).get("total");
        return "%d mentions in %d passages of %d documents"
                .formatted(
                        total.get("mentions").asInt(),
                        total.get("passages").asInt(),
                        total.get("documents").asInt());
    }

    private static String total() {
        return browser.one(TOTAL).getText();
    }

    /** The words of the rows of the API, in its order. */
    private static List<String> matches(String path) throws Exception {
        List<String> matches = new ArrayList<>();
        api(path + "&limit=100")
                .get("mentions")
                .forEach(row -> matches.add(row.get("match").asText()));
        return matches;
    }

    @Test
    void S6_aHitNamesTheCountriesAndPeopleOfItsPassageAndLeadsToTheirMentions() {
        open("/?q=cafes", ".hit .named a");
        assertThat(browser.texts(".hit .named a")).contains("Georgia", "Cynthia Buckley");
        browser.click(".hit .named a[href$='id=GE']");
        browser.awaitShown(ROW);
        assertThat(browser.texts(ROW)).contains("Tbilisi", "Georgia");
    }

    @Test
    void M1_aMentionOpensItsDocumentWithAllThatNameTheSameMarkedAndItselfAsTheCurrentOne() throws Exception {
        open(GEORGIA, ROW);
        JsonNode row =
                api("/mentions?type=country&id=GE&limit=3").get("mentions").get(2);
        String document = row.get("document").asText();
        JsonNode all = api("/mentions?type=country&id=GE&limit=100&doc=" + document);
        int number = 1;
        for (JsonNode each : all.get("mentions")) {
            number += each.get("start").asInt() < row.get("start").asInt() ? 1 : 0;
        }
        int total = all.at("/total/mentions").asInt();
        browser.run("document.querySelectorAll(arguments[0])[2].click()", ROW);
        browser.awaitText("#document .where", number + " of " + total);
        assertThat(String.join("", browser.texts("mark.current")))
                .isEqualTo(row.get("match").asText());
        browser.press("n");
        browser.awaitText("#document .where", number % total + 1 + " of " + total);
        browser.back();
        browser.awaitShown(ROW);
    }

    @Test
    void M1_everyMentionOfACountryIsListedWithItsTotal() throws Exception {
        open("/", ".examples a");
        browser.click("#to-mentions");
        browser.awaitText(TOTAL, total("/mentions"));
        browser.click("[data-key='type:country']");
        browser.awaitText(TOTAL, total("/mentions?type=country"));
        browser.click("[data-key='id:GE']");
        browser.awaitText(TOTAL, total(GEORGIA));
        assertThat(browser.address()).endsWith(GEORGIA);
        assertThat(browser.title()).isEqualTo("Georgia – Mentions – Wherein");
        assertThat(browser.one("#mentions h1").getText()).isEqualTo("Mentions of Georgia");
        assertThat(browser.texts(ROW))
                .containsExactlyElementsOf(matches(GEORGIA))
                .contains("Georgia", "Tbilisi");
        browser.back();
        browser.awaitText(TOTAL, total("/mentions?type=country"));
    }

    @Test
    void M1_aCountryHasItsNameWhereNoneOfItsMentionsIsFound() {
        open("/mentions?id=GE&q=zebra", "#mentions h1");
        browser.awaitText("#mentions h1", "Mentions of Georgia");
        assertThat(browser.texts(".chip")).anyMatch(chip -> chip.contains("Georgia"));
        open("/?country=GE&q=zebra", ".chip");
        assertThat(browser.texts(".chip")).anyMatch(chip -> chip.contains("Georgia"));
    }

    @Test
    void M1_aNameThatNoListShowsIsAskedForInAForm() throws Exception {
        open("/mentions", ROW);
        browser.one("[data-key=name]").sendKeys("Estonia");
        browser.await("the name", () -> browser.all("#names option").size() == 1);
        browser.press(Keys.ENTER);
        browser.awaitText("#mentions h1", "Mentions of Estonia");
        assertThat(browser.address()).endsWith("/mentions?type=country&id=EE");
        browser.one("[data-key=name]").sendKeys("Nowhere", Keys.ENTER);
        browser.awaitShown("#notice p");
        assertThat(browser.texts("#notice p").getFirst()).contains("\"Nowhere\" here");
        assertThat(browser.console())
                .as("the browser's own, of what was refused")
                .allMatch(each -> each.contains("400"));
        open("/mentions?id=Georgia", ROW);
        assertThat(browser.texts("#mentions h1")).as("a name for the id").containsExactly("Mentions of Georgia");
    }

    @Test
    void M1_aFilterNarrowsTheRowsAndSoDoTheLinksOfTheView() throws Exception {
        open(GEORGIA, ROW);
        browser.click("[data-key='mention.kind:city']");
        browser.awaitText(TOTAL, total(GEORGIA + "&mention.kind=city"));
        assertThat(browser.texts(ROW)).containsExactlyInAnyOrder("Tbilisi", "Kazbegi");
        assertThat(browser.texts("[data-field='mention.kind'] .name"))
                .as("the other kind still counted")
                .containsExactly("a city", "its name");
        String parameters = "?type=country&mention.kind=city&id=GE";
        HttpResponse<String> csv = answer(link("#mentions .csv"));
        assertThat(link("#mentions .csv")).endsWith(parameters + "&excel=on&bom=on&download=on");
        assertThat(csv.body()).startsWith("\ufeffdocument,");
        assertThat(csv.body().lines()).hasSize(3);
        assertThat(csv.headers().firstValue("Content-Disposition")).isPresent();
        assertThat(answer(link("#mentions .json")).body()).contains("\"complete\":true", "Kazbegi");
        assertThat(browser.all(".copied input").stream().map(input -> input.getDomProperty("value")))
                .containsExactly(
                        site.address() + "/api/v1/mentions" + parameters,
                        "./wherein mentions --type country --mention.kind city --id GE");
        browser.click("#mentions .chip[aria-label='Remove Named as: a city']");
        browser.awaitText(TOTAL, total(GEORGIA));
    }

    @Test
    void M1_figuresAreNarrowedByUnitBoundAndValue() throws Exception {
        open("/mentions?type=figure", ROW);
        browser.click("[data-key='mention.unit:people']");
        String people = "/mentions?type=figure&mention.unit=people";
        browser.awaitText(TOTAL, total(people));
        assertThat(browser.texts(".kwic td.meaning")).contains("~ 150,000 people", "20,000–99,999 people");
        browser.click("[data-key='bound:~']");
        browser.awaitText(TOTAL, total(people + "&bound=~"));
        browser.one("[data-key='value:from']").sendKeys("100000");
        browser.one("[data-key='value:to']").sendKeys("200000", Keys.ENTER);
        browser.awaitText(TOTAL, total(people + "&bound=~&mention.value=100000..200000"));
        assertThat(browser.texts(".kwic td.meaning")).containsExactlyInAnyOrder("~ 150,000 people", "~ 100,000 people");
        browser.run("location.reload()");
        browser.await(
                "the form as it was",
                () -> browser.all("[data-key='value:to']").stream()
                        .anyMatch(input -> "200000".equals(input.getDomProperty("value"))));
    }

    @Test
    void M2_rowsAreSortedByTheWordsAroundThemByDateAndBySource() throws Exception {
        open("/mentions?type=country&stance=critical", ROW);
        for (String order : List.of("left", "right", "match", "date", "source")) {
            choose("Sort", order);
            String path = "/mentions?type=country&stance=critical&sort=" + order;
            browser.await(
                    order,
                    () -> browser.address().endsWith(path)
                            && link("#mentions .csv").contains("&sort=" + order));
            assertThat(browser.texts(ROW)).as(order).containsExactlyElementsOf(matches(path));
        }
        browser.back();
        browser.await(
                "the order before",
                () -> "date".equals(browser.one("[data-key=Sort]").getDomProperty("value")));
        browser.run("location.reload()");
        browser.await(
                "the same order",
                () -> browser.all("[data-key=Sort]").stream()
                        .anyMatch(list -> "date".equals(list.getDomProperty("value"))));
        assertThat(browser.texts(ROW))
                .containsExactlyElementsOf(matches("/mentions?type=country&stance=critical&sort=date"));
    }

    @Test
    void M1_rowsAreGroupedByDocumentWithTheNumberOfEach() throws Exception {
        open("/mentions?type=person&group=document", ROW);
        List<String> counts = new ArrayList<>();
        for (JsonNode group : api("/mentions/summary?type=person&by=document").get("groups")) {
            int mentions = group.get("mentions").asInt();
            counts.add(mentions + (mentions == 1 ? " mention" : " mentions"));
        }
        assertThat(browser.texts(".group .count")).containsExactlyInAnyOrderElementsOf(counts);
        assertThat(browser.texts(".kwic td.source"))
                .as("parts keep their own source")
                .contains("Meduza", "Nezavisimaya Gazeta");
        assertThat(browser.texts(ROW)).containsExactlyElementsOf(matches("/mentions?type=person"));
        assertThat(link("#mentions .csv")).as("the API has no groups").doesNotContain("group");
    }

    @Test
    void S4_aQueryNarrowsTheRowsToPassagesThatMatch() throws Exception {
        open("/mentions?type=country", ROW);
        browser.write("#q", "brain drain's");
        browser.press(Keys.ENTER);
        String narrowed = "/mentions?type=country&q=brain+drain%27s&mode=box";
        browser.awaitText(TOTAL, total(narrowed));
        assertThat(browser.address()).contains("/mentions?", "q=brain+drain%27s", "type=country");
        assertThat(browser.all(".copied input").getLast().getDomProperty("value"))
                .isEqualTo("./wherein mentions --type country --mode box -- 'brain drain'\\''s'");
        browser.run("location.reload()");
        browser.awaitShown(ROW);
        assertThat(total()).isEqualTo(total(narrowed));
    }

    @Test
    void S3_aRowLeadsToItsPlaceInTheDocumentAndBack() {
        open(GEORGIA, ROW);
        browser.press(Keys.ESCAPE);
        browser.press(Keys.ESCAPE);
        browser.press("j", "j");
        String word = browser.focused();
        browser.press(Keys.ENTER);
        browser.awaitShown("mark.current");
        assertThat(String.join("", browser.texts("mark.current"))).isEqualTo(word);
        assertThat((Boolean) browser.run("const box = document.querySelector('mark.current').getBoundingClientRect();"
                        + "return box.top >= 0 && box.top < innerHeight"))
                .isTrue();
        browser.back();
        browser.awaitShown(ROW);
        browser.await("the place", () -> browser.focused().equals(word));
    }

    @Test
    void M2_matchesStandInOneColumnInEveryScript(@TempDir Path temporary) throws Exception {
        Path texts = temporary.resolve("all.jsonl");
        Files.writeString(texts, """
                {"id":"en","text":"On the far side of the long grey harbour wall the people who had come from Georgia waited for the very last of the boats to carry them."}
                {"id":"ru","text":"На другой стороне длинной серой портовой стены люди, приехавшие сюда из Грузии, ждали самой последней лодки, чтобы уплыть отсюда прочь."}
                {"id":"ar","text":"كان الناس الذين وصلوا إلى الميناء القديم في الصباح الباكر قد جاؤوا من جورجيا وانتظروا القارب الأخير الذي سيحملهم بعيدا عن هذا المكان."}
                {"id":"he","text":"האנשים שהגיעו לנמל הישן מוקדם בבוקר באו כולם מארץ רחוקה ובראשם אלה של Georgia והמתינו לסירה האחרונה שתיקח אותם הרחק מן המקום הזה."}
                {"id":"ja","text":"古い港の長い灰色の壁の向こう側で、遠い国からやって来た多くの人々、とくに Georgia から来た人々が、最後の船を静かに待ち続けていたのである。"}
                """);
        try (Site planted = Site.of(texts, temporary.resolve("index"))) {
            browser.open(planted.address() + GEORGIA);
            browser.awaitShown(ROW);
            assertThat(browser.all(".kwic tbody tr")).hasSize(5);
            assertThat(browser.run("return new Set([...document.querySelectorAll('.kwic td.match')]"
                            + ".map((cell) => Math.round(cell.getBoundingClientRect().left))).size"))
                    .isEqualTo(1L);
            // What stands before is cut at its start: its end touches the edge towards the match.
            assertThat((List<?>) browser.run("""
                            return [...document.querySelectorAll('.kwic tbody tr')].filter((row) => {
                              const [before, match] = ['.before .cut', '.match'].map((css) => row.querySelector(css).getBoundingClientRect());
                              const text = row.querySelector('.before bdi').getBoundingClientRect();
                              const isLeft = before.right <= match.left;
                              return isLeft === (row.className === 'rtl') || Math.abs(isLeft ? before.right - text.right : before.left - text.left) > 2;
                            }).map((row) => row.textContent)""")).isEmpty();
            assertThat(browser.texts(".kwic tr.rtl a.result"))
                    .as("Arabic, and Hebrew around a word in Latin letters")
                    .containsExactly("جورجيا", "Georgia");
            assertThat(browser.all(".kwic td.before bdi").stream().map(each -> each.getDomAttribute("lang")))
                    .as("Cyrillic says so")
                    .contains("ru");
            browser.leaveQuietly(List.of(planted.address() + "/", "about:"));
        }
    }

    @Test
    void P1_markupInATextIsText(@TempDir Path temporary) throws Exception {
        String image = "\"><img src=x onerror=\"window.planted = 1\">";
        Path collection = Files.createDirectory(temporary.resolve("collection"));
        Files.writeString(
                collection.resolve("note.md"), "Слово за слово " + image + " Georgia " + image + " и так далее.\n");
        try (Site planted = Site.of(collection, temporary.resolve("index"))) {
            for (String group : List.of("", "&group=document")) {
                browser.open(planted.address() + GEORGIA + group);
                browser.awaitShown(ROW);
                assertThat(browser.one(".kwic td.after").getText()).contains(image);
                assertThat(browser.run("return window.planted")).isNull();
            }
            browser.leaveQuietly(List.of(planted.address() + "/", "about:"));
        }
    }
}
