package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Nothing is taken from a reader's hand: the search, the focus, what was done, and the width of the page. */
class SteadyPageTest extends OnPage {

    private static final String LONG = "q".repeat(300);

    @Test
    void K3_escapeEmptiesTheBoxAndBackLeadsToTheSearchThatWasEntered() {
        openResults("/?q=brain+drain");
        browser.click("#q");
        browser.press(Keys.ESCAPE);
        browser.awaitShown(".examples a");
        assertThat(box()).isEmpty();
        assertThat(browser.address()).isEqualTo(site.address() + "/");
        browser.back();
        awaitStatus(BRAIN_DRAIN);
        assertThat(browser.address()).endsWith("/?q=brain+drain");
    }

    @Test
    void K3_escapeKeepsWhatWasTypedAnEntryOfItsOwnToo() {
        openResults("/?q=brain+drain");
        browser.write("#q", "Yandex");
        browser.await("the typed search", () -> browser.texts(".hit mark").contains("Yandex"));
        browser.press(Keys.ESCAPE);
        if (!box().isEmpty()) {
            // The first closed the suggestions.
            browser.press(Keys.ESCAPE);
        }
        browser.awaitShown(".examples a");
        browser.back();
        browser.await("the typed search", () -> browser.texts(".hit mark").contains("Yandex"));
        browser.back();
        awaitStatus(BRAIN_DRAIN);
    }

    @Test
    void K3_aCopiedQuotationIsSaidBesideTheButtonThatCopiedIt() {
        open("/documents/oe-watch-brain-drain?q=brain+drain#c=1410-1782");
        browser.awaitShown(".quote");
        browser.clipboard();
        browser.click(".quote");
        browser.awaitText(".quote + [role=status]", "Quotation copied");
        assertThat(browser.clipboard()).contains("brain drain");
        assertThat(browser.one("#notice").getText()).isEmpty();
        Long apart = (Long) browser.run("""
                const [button, said] = document.querySelectorAll('.quote, .quote + .said');
                return Math.round(said.getBoundingClientRect().left - button.getBoundingClientRect().right);""");
        assertThat(apart).as("pixels to the right of the button").isBetween(0L, 40L);
        browser.size(360, 700);
        assertFits(360);
    }

    @Test
    void K3_aChipThatIsTakenAwayGivesTheFocusToTheNext() {
        openResults("/?q=brain+drain&stance=critical&lang=en&block=prose");
        browser.awaitShown(".chip");
        for (String next : List.of("Remove Language: English", "Remove Kind of text: prose")) {
            int chips = browser.all(".chip").size();
            browser.run("document.querySelector('#chips .chip').focus()");
            browser.press(Keys.ENTER);
            browser.await("one less", () -> browser.all(".chip").size() == chips - 1);
            assertThat(browser.run("return document.activeElement.getAttribute('aria-label')"))
                    .isEqualTo(next);
        }
        browser.press(Keys.ENTER);
        browser.await("none left", () -> browser.all(".chip").isEmpty());
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("results");
    }

    @Test
    void K3_aChipOfTheLedgerDoesSoToo() {
        open("/mentions?type=country&stance=critical&id=GE");
        browser.awaitShown("#mentions .chip");
        int chips = browser.all("#mentions .chip").size();
        browser.run("document.querySelector('#mentions .chip').focus()");
        browser.press(Keys.ENTER);
        browser.await("one less", () -> browser.all("#mentions .chip").size() == chips - 1);
        browser.await(
                "the next has it",
                () -> browser.run("return document.activeElement.matches('#mentions .chip')")
                        .equals(true));
    }

    @Test
    void K3_theSecondTabLeadsPastAllThatNarrowsToTheFirstResult() {
        openResults("/?q=Russia");
        browser.press(Keys.TAB);
        browser.press(Keys.TAB);
        assertThat(browser.focused()).isEqualTo("Skip to the results");
        browser.press(Keys.ENTER);
        assertThat(browser.run("return document.activeElement === document.querySelector('.hit a.result')"))
                .isEqualTo(true);
        assertThat(browser.address()).endsWith("/?q=Russia");
        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void K3_aWordOfThreeHundredLettersWidensNoView() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("long"));
        String text =
                "The %s met Vladimir Putin and 40 people in Georgia on 5 May 2022, said Petra Quill%s of the harbour office. "
                        .formatted(LONG, LONG.substring(0, 280));
        Files.writeString(
                collection.resolve("first.md"), "# Title " + LONG + "\n\n" + text.repeat(3) + "\n\n> " + text);
        Files.writeString(collection.resolve("second.md"), "# Other\n\n## Heading " + LONG + "\n\n- " + text + "\n");
        Files.writeString(collection.resolve("broken-" + LONG.substring(0, 200) + ".pdf"), "no PDF");
        Files.writeString(collection.resolve("catalog.yaml"), """
                stances:
                  neutral: takes no side
                  critical: speaks against %1$s
                documents:
                  - id: first
                    file: first.md
                    source: Paper %1$s
                    author: [Ann %1$s]
                    stance: neutral
                    language: en
                    date: 2022-05-06
                    fields: {topic: Topic%1$s}
                  - id: second
                    file: second.md
                    source: Other paper
                    stance: critical
                    language: en
                    fields: {topic: harbour}
                """.formatted(LONG));
        try (Site other = Site.of(collection, folder.resolve("long-index"))) {
            for (String path : List.of(
                    "/",
                    "/?q=" + LONG,
                    "/?q=" + LONG + "&group=document&stance=neutral",
                    "/?q=nothing" + LONG + "&source=Paper+" + LONG,
                    "/?q=%28" + LONG + "+AND",
                    "/mentions?type=country&q=" + LONG,
                    "/mentions?type=person",
                    "/figures?unit=people",
                    "/entities?type=person",
                    "/entities?type=country",
                    "/report",
                    "/documents/first?q=" + LONG,
                    "/documents/second?q=people",
                    "/documents/none" + LONG)) {
                browser.size(360, 700);
                browser.open(other.address() + path);
                browser.await("the view of " + path, () -> (Boolean) browser.run("""
                        const view = document.querySelector('main > :is(section, article):not([hidden])');
                        return view !== null && view.innerText.length > 40 && !document.querySelector('[aria-busy]');"""));
                browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
                assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(360);
            }
            // The page that is not there is told in the console too.
            browser.console();
            browser.leaveQuietly(List.of(other.address() + "/", site.address() + "/", "about:"));
        }
    }
}
