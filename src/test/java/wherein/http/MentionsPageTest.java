package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The view of mentions in a real browser over the real server and an index of the default collection. */
class MentionsPageTest {

    private static final String GEORGIA = "/mentions?type=country&id=GE";

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
        browser.awaitShown(path.contains("type=") ? ".kwic a" : ".ranks a");
    }

    private static String answer(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }

    private static String total(String path) throws Exception {
        JsonNode total = new ObjectMapper()
                .readTree(answer(site.address() + "/api/v1" + path))
                .get("total");
        return "%d mentions in %d passages of %d documents"
                .formatted(
                        total.get("mentions").asInt(),
                        total.get("passages").asInt(),
                        total.get("documents").asInt());
    }

    private static String total() {
        return browser.one("#mention-total").getText();
    }

    @Test
    void aHitNamesTheCountriesAndPeopleOfItsPassageAndLeadsToTheirMentions() throws Exception {
        browser.open(site.address() + "/?q=cafes");
        browser.awaitShown(".hit .named a");
        assertThat(browser.texts(".hit .named a")).contains("Georgia", "Cynthia Buckley");
        browser.click(".hit .named a[href$='id=GE']");
        browser.awaitShown(".kwic .match a");
        assertThat(browser.texts(".kwic .match a")).contains("Tbilisi", "Georgia");
    }

    @Test
    void theListOfCountriesLeadsToTheRowsOfOne() throws Exception {
        browser.open(site.address() + "/");
        browser.awaitShown(".examples a");
        browser.click("#to-mentions");
        browser.awaitShown(".ranks a");
        assertThat(browser.texts(".country li"))
                .first()
                .asString()
                .startsWith("Russia")
                .contains("99");
        assertThat(browser.texts(".person li")).first().asString().startsWith("Vladimir Putin");
        browser.click(".country a[href$='id=GE']");
        browser.awaitShown(".kwic a");
        assertThat(browser.address()).endsWith(GEORGIA);
        assertThat(browser.title()).isEqualTo("Georgia – Mentions – Wherein");
        assertThat(browser.one("#mention-title").getText()).isEqualTo("Mentions of Georgia");
        assertThat(total()).isEqualTo(total(GEORGIA));
        assertThat(browser.texts(".kwic .match a")).hasSize(8).contains("Georgia", "Tbilisi", "Kazbegi");
        browser.back();
        browser.awaitShown(".ranks a");
    }

    @Test
    void aFilterNarrowsTheRowsAndSoDoTheLinksOfTheView() throws Exception {
        open(GEORGIA);
        browser.click("[data-key='mention.kind:city']");
        browser.awaitText("#mention-total", total(GEORGIA + "&mention.kind=city"));
        assertThat(browser.texts(".kwic .match a")).containsExactlyInAnyOrder("Tbilisi", "Kazbegi");
        assertThat(browser.texts("[data-field='mention.kind'] .name"))
                .as("the other kind still counted")
                .containsExactly("a city", "its name");
        String parameters = "?type=country&id=GE&mention.kind=city";
        assertThat(browser.one("#mention-csv").getDomProperty("href"))
                .isEqualTo(site.address() + "/api/v1/mentions.csv" + parameters);
        assertThat(answer(browser.one("#mention-csv").getDomProperty("href")).lines())
                .hasSize(3);
        assertThat(browser.one("#mention-json").getDomProperty("href"))
                .isEqualTo(site.address() + "/api/v1/mentions.json" + parameters + "&limit=1000");
        assertThat(browser.all(".copied input").stream().map(input -> input.getDomProperty("value")))
                .containsExactly(
                        site.address() + "/api/v1/mentions" + parameters,
                        "./wherein mentions --type country --id GE --mention.kind city");
        browser.click("#mention-chips a");
        browser.awaitText("#mention-total", total(GEORGIA));
    }

    @Test
    void aQueryNarrowsTheRowsToPassagesThatMatch() throws Exception {
        open("/mentions?type=country");
        browser.write("#q", "brain drain's");
        browser.press(Keys.ENTER);
        String narrowed = "/mentions?type=country&q=brain+drain%27s&mode=box";
        browser.awaitText("#mention-total", total(narrowed));
        assertThat(browser.address()).contains("/mentions?", "q=brain+drain%27s", "type=country");
        assertThat(browser.all(".copied input").getLast().getDomProperty("value"))
                .isEqualTo("./wherein mentions --type country --mode box -- 'brain drain'\\''s'");
        browser.run("location.reload()");
        browser.awaitShown(".kwic a");
        assertThat(total()).isEqualTo(total(narrowed));
    }

    @Test
    void moreRowsAreShownUntilAllAre() throws Exception {
        open("/mentions?type=country&id=RU");
        assertThat(browser.all(".kwic tbody tr")).hasSize(50);
        browser.click("#mention-list .wide");
        browser.await("all rows", () -> browser.all(".kwic tbody tr").size() == 99);
        assertThat(browser.all("#mention-list .wide")).isEmpty();
        assertThat(total()).isEqualTo(total("/mentions?type=country&id=RU"));
    }

    @Test
    void aRowLeadsToItsPlaceInTheDocumentAndBack() {
        open(GEORGIA);
        browser.press(Keys.ESCAPE);
        browser.press(Keys.ESCAPE);
        browser.press("j", "j");
        String word = browser.focused();
        browser.press(Keys.ENTER);
        browser.awaitShown(".target");
        assertThat(String.join("", browser.texts(".target"))).isEqualTo(word);
        assertThat((Boolean) browser.run("const box = document.querySelector('.target').getBoundingClientRect();"
                        + "return box.top >= 0 && box.top < innerHeight"))
                .isTrue();
        browser.click(".back a");
        browser.awaitShown(".kwic a");
        browser.await("the place", () -> browser.focused().equals(word));
    }

    @Test
    void theMatchesStandInOneColumn() {
        open(GEORGIA);
        assertThat((Long) browser.run("return new Set([...document.querySelectorAll('.kwic td.match')]"
                        + ".map((cell) => Math.round(cell.getBoundingClientRect().left))).size"))
                .isEqualTo(1);
        assertThat(
                        (Boolean)
                                browser.run(
                                        "return [...document.querySelectorAll('.before .cut')].every((cut) =>"
                                                + "Math.abs(cut.getBoundingClientRect().right - cut.firstChild.getBoundingClientRect().right) < 2)"))
                .as("what is too long is cut at its start")
                .isTrue();
    }

    @Test
    void axeFindsNoViolationInLightAndDark() {
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            open("/mentions");
            assertThat(browser.violations()).as("what is named, " + scheme).isEmpty();
            open(GEORGIA + "&source=ShareAmerica");
            assertThat(browser.violations()).as("rows, " + scheme).isEmpty();
            browser.size(360, 700);
            assertThat(browser.violations()).as("narrow rows, " + scheme).isEmpty();
            browser.size(1280, 900);
        }
    }

    @Test
    void aNarrowScreenShowsRowsWithoutSidewaysScroll() {
        for (int width : List.of(360, 320)) {
            browser.size(width, 700);
            for (String path : List.of("/mentions", GEORGIA, "/mentions?type=figure&q=emigration")) {
                open(path);
                assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void cyrillicSaysItsLanguageAndMarkupIsText(@TempDir Path temporary) throws Exception {
        String image = "\"><img src=x onerror=\"window.planted = 1\">";
        Path collection = Files.createDirectory(temporary.resolve("collection"));
        Files.writeString(
                collection.resolve("note.md"), "Слово за слово " + image + " Georgia " + image + " и так далее.\n");
        try (Site planted = Site.of(collection, temporary.resolve("index"))) {
            browser.open(planted.address() + GEORGIA);
            browser.awaitShown(".kwic a");
            assertThat(browser.one(".kwic td.after").getText()).contains(image);
            assertThat(browser.one(".kwic td.after bdi").getDomAttribute("lang"))
                    .isIn("ru", "und-Cyrl");
            assertThat(browser.run("return window.planted")).isNull();
            browser.assertQuiet(List.of(planted.address() + "/", "about:"));
        }
    }
}
