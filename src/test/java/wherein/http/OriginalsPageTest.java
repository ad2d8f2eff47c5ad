package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Shared;

/** The page over the five originals, where these are there. */
@InTheBrowser
@Tag("long")
class OriginalsPageTest {

    @TempDir
    static Path folder;

    private static Site site;
    private static Browser browser;

    @BeforeAll
    static void startSiteAndBrowser() throws Exception {
        Path originals = Shared.originals();
        browser = Browser.start();
        Optional<Path> catalogue = Optional.of(Path.of("seeds/catalog.yaml").toAbsolutePath());
        site = Site.of(originals, catalogue, folder.resolve("index"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (site != null) {
            site.close();
        }
    }

    private static JsonNode api(String path) throws Exception {
        return new ObjectMapper().readTree(DocumentPageTest.body(site.address() + "/api/v1" + path));
    }

    @Test
    void D1_everyOriginalIsShownWholeWithEveryMarkInItsPlace() throws Exception {
        JsonNode documents = api("/documents").get("documents");
        assertThat(documents).hasSize(5);
        for (JsonNode document : documents) {
            String path = "/documents/" + document.get("id").asText();
            browser.open(site.address() + path + "?q=russia+war");
            browser.awaitShown(".text");
            String text = DocumentPageTest.body(site.address() + "/api/v1" + path + "/text");
            String shown =
                    (String) browser.run("const whole = document.querySelector('#document .text').cloneNode(true);"
                            + "whole.querySelectorAll('.stepper, .part > .meta').forEach(each => each.remove());"
                            + "return document.querySelector('#document h1').textContent + whole.textContent");
            assertThat(letters(shown)).as(path).endsWith(letters(text));
            StringBuilder marks = new StringBuilder();
            int[] points = text.codePoints().toArray();
            for (JsonNode hit : api(path + "/hits?q=russia+war&mode=box").get("hits")) {
                int start = hit.get("start").asInt();
                marks.append(new String(points, start, hit.get("end").asInt() - start));
            }
            assertThat(
                            letters(
                                    (String)
                                            browser.run(
                                                    "return [...document.querySelectorAll('#document mark')].map(each => each.textContent).join('')")))
                    .as("marks of " + path)
                    .isNotEmpty()
                    .isEqualTo(letters(marks.toString()));
        }
        browser.assertQuiet(List.of(site.address() + "/", "about:"));
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Test
    void S6_aSearchFindsThemAndLeadsToThePlaceInTheText() {
        browser.open(site.address() + "/?q=%22brain+drain%22");
        browser.awaitShown(".hit mark");
        assertThat(browser.texts(".hit mark"))
                .allMatch(mark -> mark.replaceAll("\\s+", " ").matches("(?i)brain drain"));
        browser.awaitShown(".named a");
        assertThat(browser.violations()).isEmpty();
        browser.click(".hit h2 a");
        browser.awaitShown("mark.current");
        assertThat((Boolean) browser.run("const box = document.querySelector('mark.current').getBoundingClientRect();"
                        + "return box.top >= 0 && box.bottom <= innerHeight"))
                .isTrue();
        assertThat(browser.violations()).isEmpty();
        browser.assertQuiet(List.of(site.address() + "/", "about:"));
    }

    @Test
    void M1_M3_M4_theViewsOfTheLedgerHoldThemAndFitAllReaders() throws Exception {
        for (String[] view : new String[][] {
            {"/mentions?type=country&id=RU", ".kwic a.result", "/mentions?type=country&id=RU&limit=0", "mentions"},
            {"/figures?unit=people", "table.figures a.result", "/figures/table?unit=people&limit=0", "mentions"},
            {"/entities?type=person", ".counts a.result", "/entities/person?limit=0", "entities"}
        }) {
            browser.open(site.address() + view[0]);
            browser.awaitShown(view[1]);
            int all = api(view[2]).at("/total/" + view[3]).asInt();
            assertThat(browser.texts("section:not([hidden]) .total"))
                    .first()
                    .asString()
                    .startsWith(all + " ");
            // A page of rows, or all of them.
            browser.await(
                    "its rows",
                    () -> browser.all(view[1]).size() == Math.min(all, view[3].equals("entities") ? 50 : 100));
            assertThat(browser.violations()).as(view[0]).isEmpty();
        }
        browser.assertQuiet(List.of(site.address() + "/", "about:"));
    }
}
