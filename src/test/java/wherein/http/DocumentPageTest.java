package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The view Document, line by line of the page's checklist, and the way of a keyboard through all of them. */
class DocumentPageTest extends OnPage {

    private static final String SPAN = "/documents/oe-watch-brain-drain?q=brain+drain#c=1410-1782";

    @Test
    void D1_aDocumentShowsEveryHitAndStepsThroughThem() {
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
    void D1_aPartIsSetOffUnderItsOwnSourceDateAndStance() {
        open("/documents/oe-watch-brain-drain");
        browser.awaitShown(".part");
        assertThat(browser.texts(".part > .meta"))
                .satisfiesExactly(
                        meduza -> assertThat(meduza).contains("Meduza", "2022-05-07", "neutral", "Kristina Safonova"),
                        popova -> assertThat(popova).contains("Nezavisimaya Gazeta", "2022-05-05", "pro-kremlin"));
        assertThat(browser.one(".next").isDisplayed())
                .as("no query, so no hits to step through")
                .isFalse();
    }

    @Test
    void D1_aLinkToASpanScrollsThereAndSetsItOff() {
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
    void D1_theTextOfADocumentIsWhole() throws Exception {
        for (String id : List.of("chatham-house-exiles", "shareamerica-talent", "soldatov-borogan-exodus")) {
            open("/documents/" + id + "?q=the");
            browser.awaitShown(".text");
            String shown = letters((String) browser.run("const first = document.querySelector('#document h1');"
                    + "return first.textContent + document.querySelector('.text').textContent"));
            String text = letters(Files.readString(Path.of("seeds", id + ".md")));
            assertThat(shown).as(id).endsWith(text.substring(20)).contains(text.substring(0, 20));
        }
    }

    @Test
    void E1_aDocumentThatIsNotThereIsSaidToBeMissing() {
        open("/documents/brain");
        browser.awaitText("#document h1", "No document “brain”");
        assertThat(browser.title()).startsWith("No document brain");
        browser.awaitShown("#document ul a");
        assertThat(browser.texts("#document ul a"))
                .anyMatch(title -> title.toLowerCase().contains("brain"));
        assertThat(browser.console()).allMatch(each -> each.contains("404"));
        browser.click(".back");
        browser.awaitShown(".examples a");
    }

    @Test
    void E1_aDocumentThatIsNotThereIsNotFoundForProgramsToo() throws Exception {
        HttpResponse<String> answer = OnLedger.answer(site.address() + "/documents/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no document of this id in the collection.");
        assertThat(OnLedger.answer(site.address() + "/documents/oe-watch-brain-drain")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void D1_theNextHitIsTheFirstOneBelowWhatTheScreenShows() {
        open("/documents/oe-watch-brain-drain?q=the");
        browser.awaitShown("#document mark");
        int hits = browser.all("#document mark").size();
        browser.run(
                "[...document.querySelectorAll('#document mark')].at(-2).scrollIntoView({ block: 'center', behavior: 'instant' })");
        browser.press("n");
        String[] where = browser.one("#document .where").getText().split(" of ");
        assertThat(hits).isGreaterThan(5);
        assertThat(Integer.parseInt(where[0])).as("of " + where[1]).isGreaterThan(1);
        assertThat((Boolean) browser.run("const box = document.querySelector('mark.current').getBoundingClientRect();"
                        + "return box.top >= 0 && box.top < innerHeight"))
                .isTrue();
    }

    private static String letters(String text) {
        return text.replaceAll("(?m)^[#>-]+\\s|\\s", "");
    }

    @Test
    void D1_printingKeepsTextMarksPartsAndTheAddress() throws IOException {
        open("/documents/oe-watch-brain-drain?q=brain+drain");
        browser.awaitText(".where", "4 hits");
        assertThat(browser.printed())
                .contains("Russian Media Source Blames United States", "OE Watch", "Meduza · 2022-05-07 · neutral")
                .contains("holds the Kremlin's policy responsible", "/documents/oe-watch-brain-drain?q=brain+drain, 20")
                .doesNotContain("Previous", "Copy quotation", "Copy citation", "all words", "Keys");
        browser.await("the marks", () -> browser.all("#document mark").size() == 4);
    }

    @Test
    void D2_aQuotationIsCopiedWithItsCitation() throws Exception {
        open("/documents/oe-watch-brain-drain?q=brain+drain#c=1578-1589");
        browser.awaitText(".where", "3 of 4");
        browser.clipboard();
        browser.click(".quote");
        browser.awaitText(".quote + [role=status]", "Quotation copied");
        assertThat(browser.clipboard()).isEqualTo(citation("style=text&start=1410&end=1782"));
        // Of what is selected it is exactly that, from the middle of one paragraph to that of another.
        browser.run("""
                const texts = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
                const found = [];
                while (texts.nextNode()) {
                  found.push(texts.currentNode);
                }
                const from = found.find((each) => each.data.startsWith('Организация'));
                const to = found.find((each) => each.data.includes('Popova begins'));
                getSelection().setBaseAndExtent(from, 0, to, to.data.indexOf('Popova') + 6);""");
        browser.click(".quote");
        browser.await("the selection", () -> browser.clipboard().startsWith("“Организация"));
        assertThat(browser.clipboard())
                .startsWith("“Организация „утечки мозгов“")
                .contains("for use all over the world. Popova” ")
                .contains("#c=1411-");
    }

    @Test
    void D2_theCitationIsCopiedAndGivenInTheFormsOfReferenceManagers() throws Exception {
        open("/documents/oe-watch-brain-drain");
        browser.awaitShown(".cite");
        browser.clipboard();
        browser.click(".cite");
        browser.awaitText(".cite + [role=status]", "Citation copied");
        assertThat(browser.clipboard()).isEqualTo(citation("style=text"));
        List<String> forms = browser.all(".facts a[download]").stream()
                .map(link -> link.getDomProperty("href"))
                .toList();
        assertThat(forms).hasSize(3);
        assertThat(body(forms.get(0))).startsWith("@");
        assertThat(body(forms.get(1))).startsWith("TY  - ");
        assertThat(body(forms.get(2))).startsWith("[{");
    }

    private static String citation(String how) throws IOException {
        return body(site.address() + "/api/v1/documents/oe-watch-brain-drain/citation?" + how);
    }

    /** What an address answers. */
    static String body(String address) throws IOException {
        try (var in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void D2_withoutAHitOrASelectionTheReaderIsToldWhatToDo() {
        open("/documents/oe-watch-brain-drain");
        browser.awaitShown(".quote");
        browser.click(".quote");
        assertThat(browser.one("#notice").getText()).contains("Select the words");
    }

    @Test
    void S3_theKeyboardAloneLeadsFromTheFirstVisitToACitationAndOnToACountry() {
        openFirstVisit();
        browser.clipboard();
        browser.press("brain drain", Keys.ENTER);
        awaitStatus(BRAIN_DRAIN);
        browser.tabTo("[data-key='stance:pro-kremlin']", false);
        browser.press(Keys.SPACE);
        awaitStatus("2 passages in 1 document");
        browser.press("j");
        browser.press(Keys.ENTER);
        browser.awaitText(".where", "3 of 4");
        browser.press("n");
        browser.awaitText(".where", "4 of 4");
        browser.tabTo(".cite", false);
        browser.press(Keys.ENTER);
        browser.awaitText(".cite + [role=status]", "Citation copied");
        assertThat(browser.clipboard()).contains("OE Watch, 7 May 2022 or later");
        browser.press(Keys.ESCAPE);
        awaitStatus("2 passages in 1 document");
        browser.press("/");
        browser.press("geor");
        browser.awaitShown("#suggestions [role=option]");
        browser.press(Keys.ARROW_DOWN, Keys.ENTER);
        browser.await("the suggestion to be asked for", () -> browser.address().contains("q=georgia&"));
        awaitStatus("0 passages");
        browser.tabTo("#results .chip", false);
        browser.press(Keys.ENTER);
        awaitStatus("6 passages");
        browser.tabTo("[data-key='country:GE']", false);
        browser.press(Keys.SPACE);
        browser.awaitText(".named a", "Georgia");
    }

    @Test
    void A1_axeFindsNothingInADocumentWithPartsInLightAndDark() {
        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme);
            open(SPAN);
            browser.awaitShown(".target");
            assertThat(browser.violations()).as(scheme).isEmpty();
            browser.click(".next");
            browser.click(".quote");
            assertThat(browser.violations()).as("with a notice, " + scheme).isEmpty();
        }
    }

    @Test
    void A1_passagesInAnotherLanguageSayWhich() {
        open("/documents/oe-watch-brain-drain");
        browser.awaitShown(".text");
        assertThat(browser.one(".text").getDomAttribute("lang")).isEqualTo("en");
        assertThat(browser.one("#document h1").getDomAttribute("lang")).isEqualTo("en");
        assertThat(browser.texts(".text [lang=ru]"))
                .as("words of another script in a passage in English")
                .contains("Организация „утечки мозгов“ как новое глобальное оружие США", "Независимая газета")
                .allMatch(russian -> !russian.matches("(?s).*[A-Za-z].*"));
    }
}
