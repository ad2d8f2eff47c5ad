package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The tray: what a reader collects, where it goes, and that none of it is lost. */
class TrayPageTest extends OnLedger {

    private static final String RESULTS = "/?q=brain+drain";
    private static final String ITEM = "#tray .collected > li";
    private static final String NOTICE = "#notice";

    /** What every form of text has to escape, and what is no character of XML. */
    private static final String HOSTILE =
            "*a* _b_ <img src=x onerror=\"window.planted = 1\"> & [c](d) `e` # f \u0001 ]]> \\";

    @Test
    void aPassageIsCollectedByItsButtonAndByAKeyAndTakenOutAgain() {
        openResults(RESULTS);
        browser.click(".hit .collect");
        browser.awaitText(".hit .collect", "In tray");
        browser.awaitText("#to-tray", "Tray (1)");
        browser.press("j");
        browser.press("t");
        browser.awaitText("#to-tray", "Tray (2)");
        assertThat(browser.one(NOTICE).getText()).startsWith("In the tray, with 2 items.");
        browser.press("t");
        browser.awaitText("#to-tray", "Tray (1)");
        browser.click("#notice button");
        browser.awaitText("#to-tray", "Tray (2)");
        browser.run("location.reload()");
        browser.awaitText("#to-tray", "Tray (2)");
        browser.click("#to-tray");
        browser.await("both", () -> browser.all(ITEM).size() == 2);
        assertThat(browser.texts(ITEM + " blockquote").getFirst()).containsIgnoringCase("brain drain");
    }

    @Test
    void aMentionIsCollectedWithItsSentenceFromItsRowAndFromAFigure() throws Exception {
        open("/mentions?type=country&id=GE", ".kwic a.result");
        browser.run("document.querySelector('.kwic a.result').focus()");
        browser.awaitShown(".kwic .collect");
        browser.click(".kwic .collect");
        browser.awaitText("#to-tray", "Tray (1)");
        open("/figures?unit=people", ".rows a.result");
        browser.run("document.querySelector('.rows a.result').focus()");
        browser.press("t");
        browser.awaitText("#to-tray", "Tray (2)");
        openTray(2);
        JsonNode row =
                api("/mentions?type=country&id=GE&limit=1&context=sentence").at("/mentions/0");
        assertThat(browser.texts(ITEM + " blockquote").getFirst())
                .isEqualTo(spaced(row.get("before").asText()
                        + row.get("match").asText()
                        + row.get("after").asText()));
        assertThat(browser.texts(ITEM + " mark").getFirst())
                .isEqualTo(row.get("match").asText());
    }

    @Test
    void wordsThatAreSelectedInADocumentAreCollectedAndElseThePassageOfTheHit() throws Exception {
        open("/documents/shareamerica-talent?q=talent", ".where");
        browser.press("n");
        browser.await("a hit", () -> browser.one(".where").getText().startsWith("1 of "));
        browser.click(".stepper .collect");
        browser.awaitText("#to-tray", "Tray (1)");
        browser.run("""
                const text = document.querySelector('.text p.prose').firstChild;
                getSelection().setBaseAndExtent(text, 0, text, 20);""");
        browser.press("t");
        browser.awaitText("#to-tray", "Tray (2)");
        String selected = (String) browser.run("return getSelection().toString()");
        openTray(2);
        assertThat(browser.texts(ITEM + " blockquote").getLast()).isEqualTo(selected.strip());
        assertThat(browser.texts(ITEM + " blockquote").getFirst().toLowerCase()).contains("talent");
        assertThat(browser.texts(ITEM + " .reference").getLast())
                .contains("ShareAmerica", "/documents/shareamerica-talent#c=");
    }

    @Test
    void itemsAreOrderedByKeysByButtonsAndByHandAndTheOrderIsKept() {
        collect(3);
        openTray(3);
        List<String> keys = keys();
        browser.click(ITEM + ":first-child .down-by-one");
        browser.await("the second", () -> keys().equals(List.of(keys.get(1), keys.get(0), keys.get(2))));
        assertThat(browser.run("return document.activeElement.matches('li:nth-child(2) .down-by-one')"))
                .as("the focus goes with it")
                .isEqualTo(true);
        browser.press(Keys.chord(Keys.ALT, Keys.ARROW_DOWN));
        browser.await("the last", () -> keys().equals(List.of(keys.get(1), keys.get(2), keys.get(0))));
        browser.awaitText("#tray .total", "Now 3 of 3.");
        browser.drag(browser.one(ITEM + ":last-child .grip"), browser.one(ITEM + ":first-child .meta"));
        browser.await("by hand", () -> keys().equals(List.of(keys.get(0), keys.get(1), keys.get(2))));
        browser.click(ITEM + ":last-child .up-by-one");
        browser.await("again", () -> keys().equals(List.of(keys.get(0), keys.get(2), keys.get(1))));
        openTray(3);
        assertThat(keys()).containsExactly(keys.get(0), keys.get(2), keys.get(1));
        // Between two neighbours there is room for more moves than a number has bits.
        browser.run("""
                const list = () => [...document.querySelectorAll('.collected > li')];
                for (let i = 0; i < 80; i++) {
                  list()[2].querySelector('.up-by-one').click();
                  list()[0].querySelector('.down-by-one').click();
                }""");
        List<String> shown = keys();
        openTray(3);
        assertThat(keys()).isEqualTo(shown);
    }

    @Test
    void aNoteIsThereAfterAReloadAndItemsThatWereTakenOutComeBack() {
        collect(2);
        openTray(2);
        browser.write(ITEM + " textarea", "Ask the editor about <this> & that.");
        // At once, before the pause in which it would be kept has passed.
        browser.run("location.reload()");
        browser.await("both", () -> browser.all(ITEM).size() == 2);
        assertThat(note()).isEqualTo("Ask the editor about <this> & that.");
        List<String> keys = keys();
        press("Empty the tray");
        browser.await("none", () -> browser.all(ITEM).isEmpty());
        browser.click("#notice button");
        browser.await("both again", () -> keys().equals(keys));
        assertThat(note()).isEqualTo("Ask the editor about <this> & that.");
    }

    @Test
    void twoTabsDoNotLoseWhatTheOtherCollects() {
        collect(1);
        openTray(1);
        // Another tab of the same browser: what it keeps comes by an event.
        browser.run("window.other = window.open('/?q=emigration')");
        browser.await("its results", () ->
                (Boolean) browser.run("return window.other.document?.querySelectorAll('.hit .collect').length > 2"));
        browser.run(
                "[...window.other.document.querySelectorAll('.hit .collect')].slice(0, 2).forEach((each) => each.click())");
        browser.await("those of the other tab", () -> browser.all(ITEM).size() == 3);
        browser.run("window.other.close()");
        browser.click(ITEM + ":first-child .down-by-one");
        openTray(3);
    }

    @Test
    void aBrowserThatKeepsNothingIsTold() {
        openResults(RESULTS);
        browser.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }");
        browser.click(".hit .collect");
        browser.await(
                "a word of it", () -> browser.one(NOTICE).getText().startsWith("This browser does not keep the tray"));
        browser.awaitText("#to-tray", "Tray (1)");
        browser.click("#to-tray");
        browser.await("the item", () -> browser.all(ITEM).size() == 1);
        assertThat(browser.one(NOTICE).getText()).contains("Save the tray as a file");
        // A browser that forbids it has none to read from either.
        browser.run(
                "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })");
        browser.click("#to-search");
        browser.awaitShown("#search");
        browser.click("#to-tray");
        browser.await("the item", () -> browser.all(ITEM).size() == 1);
    }

    @Test
    void aLinkHoldsThePlacesAndTellsWhatHasChangedAndWhatIsGone(@TempDir Path temporary) throws Exception {
        collect(1);
        openTray(1);
        browser.write(ITEM + " textarea", "to be checked");
        browser.clipboard();
        press("Copy link");
        browser.await("the link", () -> browser.texts("#tray .said").toString().contains("Link copied."));
        String link = browser.clipboard();
        String quoted = browser.one(ITEM + " blockquote").getText();
        String id = keys().getFirst().replaceAll("^tray:|#.*$", "");
        // Elsewhere: of the same collection, of one that was edited, of one without the document.
        Path texts = Files.createDirectory(temporary.resolve("texts"));
        Files.writeString(
                texts.resolve("other.txt"), "Another text about nothing much at all, which goes on for a while.\n");
        try (Site other = Site.of(texts, temporary.resolve("index"))) {
            String there = link.replaceFirst("http://[^/]*", other.address());
            browser.open(there + "&p=0-12.00000000.other.txt&p=0-9000s.00000000.other.txt&p=nothing");
            browser.await("all", () -> browser.texts(ITEM + " .standing").size() == 3);
            assertThat(browser.texts(ITEM + " .standing"))
                    .containsExactly(
                            "This document is not in the collection.",
                            "The text at this place has changed since it was collected.",
                            "The text at this place has changed since it was collected.");
            assertThat(browser.texts(ITEM + " h2").getFirst()).isEqualTo(id);
            assertThat(browser.texts(ITEM + " p.note")).containsExactly("to be checked");
            assertThat(browser.one(NOTICE).getText()).startsWith("1 part of this link cannot be read.");
            browser.awaitText(
                    "#tray .total", "3 places in 2 documents, 2 changed since, 1 no longer in the collection");
            browser.click("#tray .main");
            browser.await("added", () -> browser.one(NOTICE).getText().startsWith("3 places added."));
            browser.click("#notice a");
            browser.await("mine", () -> browser.texts(ITEM + " .standing").size() == 3);
            assertThat(note()).isEqualTo("to be checked");
            assertThat(browser.console()).as("what is gone is a 404").allMatch(told -> told.contains("/quotation?"));
            browser.leaveQuietly(List.of(other.address() + "/", site.address() + "/", "about:"));
        }
        browser.open(link);
        browser.await("the words", () -> browser.texts(ITEM + " blockquote").equals(List.of(quoted)));
        assertThat(browser.all(ITEM + " .standing")).isEmpty();
        assertThat(browser.texts("#tray h1")).containsExactly("A tray from a link");
    }

    @Test
    void aTrayBeyondTwelveKilobytesIsAFileThatIsLoadedAgain(@TempDir Path temporary) throws Exception {
        collect(2);
        openTray(2);
        browser.run("""
                const field = document.querySelector('.collected textarea');
                field.value = 'x'.repeat(9000) + ' и ' + 'ы'.repeat(900);
                field.dispatchEvent(new Event('change'));""");
        press("Copy link");
        browser.await(
                "too long",
                () -> browser.one(NOTICE).getText().matches("The link would have 1\\d,\\d{3} characters.*"));
        List<String> keys = keys();
        String note = note();
        Path saved = download(temporary, "Save as a file", "tray.json");
        browser.run("localStorage.clear()");
        open("/tray", "#tray .lead");
        load(saved);
        browser.await("both", () -> keys().equals(keys));
        assertThat(note()).isEqualTo(note);
        // What is no tray changes nothing, and says what is wrong.
        load(Files.writeString(
                temporary.resolve("broken.json"),
                Files.readString(saved).replaceFirst("\"end\": \\d+", "\"end\": \"no\"")));
        browser.awaitText(
                NOTICE,
                "“broken.json” is not loaded, and the tray is as it was: item 1 should have as its “end” a whole number.");
        load(Files.writeString(temporary.resolve("list.json"), "[1, 2"));
        browser.await("no JSON", () -> browser.one(NOTICE).getText().contains("it is no JSON"));
        assertThat(keys()).isEqualTo(keys);
    }

    @Test
    void theTrayIsExportedAsAWordDocumentMarkdownAndCslAndAllIsEscaped(@TempDir Path temporary) throws Exception {
        Path texts = Files.createDirectory(temporary.resolve("texts"));
        Files.writeString(
                texts.resolve("plain.txt"),
                "The 😀 boats of " + HOSTILE.replace("\u0001", "")
                        + " came from Georgia at dawn.\n\nNobody else came at all.\n");
        Files.writeString(texts.resolve("catalog.yaml"), """
                documents:
                  - {id: "a#b?c/d é", file: plain.txt, title: "<b>*Boats*</b> & 'ships'", source: "Pier_Post", date: "2022-05"}
                """);
        try (Site planted = Site.of(texts, temporary.resolve("index"))) {
            browser.open(planted.address() + "/mentions?type=country&id=GE");
            browser.awaitShown(".kwic a.result");
            browser.run("document.querySelector('.kwic a.result').focus()");
            browser.press("t");
            browser.awaitText("#to-tray", "Tray (1)");
            browser.click("#to-tray");
            browser.await("the item", () -> browser.all(ITEM + " blockquote").size() == 1);
            browser.run("""
                    const field = document.querySelector('.collected textarea');
                    field.value = arguments[0] + '\\n- second & <line>';
                    field.dispatchEvent(new Event('change'));""", HOSTILE);
            String words = browser.one(ITEM + " blockquote").getText();
            String reference = browser.one(ITEM + " .reference").getText();
            String address = planted.address() + "/documents/a%23b%3Fc%2Fd%20%C3%A9#c=";

            String markdown = Files.readString(download(temporary, "Markdown", "tray.md"));
            Node parsed = Parser.builder().build().parse(markdown);
            String text = TextContentRenderer.builder().build().render(parsed);
            assertThat(text)
                    .contains(
                            words,
                            reference,
                            "<b>*Boats*</b> & 'ships'",
                            spaced(HOSTILE),
                            "- second & <line>",
                            address);
            assertThat(markdown).contains("**Georgia**");

            JsonNode csl =
                    new ObjectMapper().readTree(Files.readString(download(temporary, "CSL-JSON", "tray.csl.json")));
            assertThat(csl).hasSize(1);
            assertThat(csl.at("/0/title").asText()).isEqualTo("<b>*Boats*</b> & 'ships'");
            assertThat(csl.at("/0/annote").asText()).contains(words, address);
            assertThat(csl.at("/0/note").asText()).isEqualTo(HOSTILE + "\n- second & <line>");

            Path word = download(temporary, "Word", "tray.docx");
            try (ZipFile zip = new ZipFile(word.toFile())) {
                assertThat(zip.stream().map(each -> each.getName()))
                        .contains("[Content_Types].xml", "_rels/.rels", "word/document.xml");
            }
            // As our own reader of such files sees it, in an index.
            Path again = Files.createDirectory(temporary.resolve("again"));
            Files.copy(word, again.resolve("tray.docx"));
            try (Site read = Site.of(again, Optional.empty(), temporary.resolve("again-index"))) {
                String shown = answer(read.address() + "/api/v1/documents/tray.docx/text")
                        .body();
                assertThat(shown)
                        .contains(
                                words, reference, "1. <b>*Boats*</b> & 'ships'", spaced(HOSTILE), "- second & <line>");
            }
            assertThat(browser.run("return window.planted ?? null")).isNull();
            browser.leaveQuietly(List.of(planted.address() + "/", site.address() + "/", "about:"));
        }
    }

    @Test
    void withoutScriptsItSaysWhatItIs() {
        browser.scripts(false);
        try {
            open("/tray");
            assertThat(browser.one("main").getText())
                    .contains("The tray is kept and shown by a script, in the browser alone.");
        } finally {
            browser.scripts(true);
        }
    }

    /** Puts the first passages of the results into the tray. */
    private static void collect(int n) {
        openResults(RESULTS);
        for (int i = 1; i <= n; i++) {
            browser.all(".hit .collect").get(i - 1).click();
            browser.awaitText("#to-tray", "Tray (" + i + ")");
        }
    }

    private static void openTray(int items) {
        open("/tray");
        browser.await(
                items + " items",
                () -> browser.all(ITEM).size() == items
                        && browser.all("#tray[aria-busy]").isEmpty());
    }

    private static List<String> keys() {
        return browser.all(ITEM).stream()
                .map(each -> each.getDomAttribute("data-key"))
                .toList();
    }

    private static String note() {
        return browser.one(ITEM + " textarea").getDomProperty("value");
    }

    private static void load(Path file) {
        browser.run("document.querySelector('#tray input[type=file]').hidden = false");
        browser.one("#tray input[type=file]").sendKeys(file.toString());
    }

    /** Clicks the button above the items with this label. */
    private static void press(String label) {
        browser.all("#tray .ways button").stream()
                .filter(each -> each.getText().equals(label))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static Path download(Path folder, String button, String name) throws Exception {
        browser.downloadTo(folder);
        press(button);
        Path file = folder.resolve(name);
        browser.await(name, () -> Files.exists(file) && file.toFile().length() > 0);
        return file;
    }

    /** As a reader sees it: white space and what cannot be seen is a space. */
    private static String spaced(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
    }
}
