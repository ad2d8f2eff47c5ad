package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import wherein.query.QueryLimits;

/** The view Search, and what all views share, line by line of the page's checklist. */
class PageTest extends OnPage {

    private static final String SPAN = "/documents/oe-watch-brain-drain?q=brain+drain#c=1410-1782";

    @Test
    void S6_aHitShowsItsTitleSourceDateStanceAndPassageWithMarks() {
        open("/?per_document=0");
        browser.awaitShown(".examples a");
        browser.write("#q", "brain drain");
        awaitStatus(BRAIN_DRAIN);
        assertThat(status()).matches("8 passages in 3 documents, \\d+ ms");
        assertThat(browser.all(".hit")).hasSize(8);
        assertThat(browser.texts(".hit mark")).contains("brain drain", "Brain Drain");
        WebElement popova = browser.all(".hit").get(1);
        assertThat(popova.getText())
                .contains("Nezavisimaya Gazeta", "2022-05-05", "pro-kremlin", "3 more in this document");
        assertThat(browser.title()).isEqualTo("brain drain – Wherein");
    }

    @Test
    void S6_aQuoteSaysThatItIsOneAndShowsWithoutItsMarkup() {
        openResults("/?block=quote");
        assertThat(browser.texts(".meta .block")).containsExactly("quote");
        assertThat(browser.texts(".passage")).first().asString().startsWith("What exiles ask for first");
        assertThat(browser.one(".passage").getDomAttribute("lang")).isEqualTo("en");
    }

    @Test
    void S1_typingQuicklyLeavesTheRightListAndOneEntryOfTheHistoryAfterEnter() {
        openFirstVisit();
        browser.run("""
                window.entries = 0;
                const push = history.pushState;
                history.pushState = function (...all) {
                  window.entries++;
                  push.apply(history, all);
                };""");
        browser.write("#q", "brain drai");
        browser.press("n");
        browser.press(Keys.ENTER);
        awaitStatus(BRAIN_DRAIN);
        assertThat(browser.address()).endsWith("/?q=brain+drain");
        assertThat((Long) browser.run("return window.entries")).isEqualTo(1);
        browser.back();
        browser.awaitShown(".examples a");
        assertThat(browser.one("#q").getDomProperty("value")).isEmpty();
    }

    @Test
    void S1_typingTenLettersShowsTheirListWithoutEnterAndAsksNoOftenerThanTheReaderPauses() {
        openFirstVisit();
        browser.run("performance.clearResourceTimings()");
        browser.write("#q", "brain drai");
        browser.press("n");
        awaitStatus(BRAIN_DRAIN);
        assertThat(browser.address()).endsWith("/?q=brain+drain&typing=on");
        assertThat(browser.texts(".hit mark")).contains("brain drain");
        Long asked = (Long) browser.run("return performance.getEntriesByType('resource')"
                + ".filter(each => each.name.includes('/api/v1/search') && each.name.includes('facets')).length");
        assertThat(asked).as("questions for eleven keys").isBetween(1L, 10L);
    }

    @Test
    void S2_suggestionsAreAComboboxOfGroupsWithCounts() {
        openFirstVisit();
        assertThat(browser.one("#q").getDomAttribute("role")).isEqualTo("combobox");
        assertThat(browser.one("#q").getDomAttribute("aria-expanded")).isEqualTo("false");
        suggestions("geor");
        assertThat(browser.one("#q").getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat(browser.one("#q").getDomAttribute("aria-controls")).isEqualTo("suggestions");
        assertThat(browser.all("#suggestions [role=group]").stream().map(group -> group.getDomAttribute("aria-label")))
                .contains("Words", "Countries", "People");
        assertThat(browser.texts("#suggestions [role=option] .count")).allMatch(count -> count.matches("(?s)\\d+.*"));
        browser.press(Keys.ARROW_DOWN);
        assertThat(chosen()).startsWith("georgia");
        assertThat(browser.one("#q").getDomAttribute("aria-activedescendant"))
                .isEqualTo(browser.one("[aria-selected=true]").getDomAttribute("id"));
        browser.press(Keys.ARROW_UP);
        assertThat(browser.all("[aria-selected=true]")).as("the box itself").isEmpty();
        browser.press(Keys.ARROW_UP);
        List<WebElement> options = browser.all("#suggestions [role=option]");
        assertThat(options.getLast().getDomAttribute("aria-selected"))
                .as("round")
                .isEqualTo("true");
        assertThat(browser.violations()).as("suggestions").isEmpty();
    }

    @Test
    void S2_aWordCompletesWhatIsTyped() {
        openFirstVisit();
        suggestions("exiles geor");
        browser.press(Keys.ARROW_DOWN, Keys.ENTER);
        browser.await("the word", () -> box().equals("exiles georgia"));
        assertThat(browser.address()).endsWith("/?q=exiles+georgia");
        browser.awaitShown(".hit");
        assertThat(browser.one("#suggestions").isDisplayed()).isFalse();
    }

    @Test
    void S2_aCountryOrPersonNarrowsTheSearchAndATitleOpensItsDocument() {
        openFirstVisit();
        suggestions("exiles geor");
        choose("Countries", "Georgia");
        browser.awaitShown(".chip");
        assertThat(browser.address()).endsWith("/?q=exiles&country=GE");
        assertThat(browser.texts(".chip")).first().asString().startsWith("Country: Georgia");
        openFirstVisit();
        suggestions("vladimir p");
        choose("People", "Vladimir Putin");
        awaitStatus("8 passages");
        assertThat(browser.address()).endsWith("/?person=Vladimir+Putin");
        openFirstVisit();
        suggestions("russia’s top");
        choose("Titles", "Russia’s top talent");
        browser.awaitShown(".text");
        assertThat(browser.address()).endsWith("/documents/shareamerica-talent");
        browser.back();
        browser.awaitShown("#results");
    }

    @Test
    void S2_escapeClosesTheSuggestionsFirstAndEmptiesTheBoxNext() {
        openFirstVisit();
        suggestions("geor");
        browser.press(Keys.ESCAPE);
        assertThat(browser.one("#suggestions").isDisplayed()).isFalse();
        assertThat(box()).isEqualTo("geor");
        browser.press(Keys.ESCAPE);
        assertThat(box()).isEmpty();
        browser.await("the first visit", () -> browser.address().equals(site.address() + "/"));
        browser.awaitShown(".examples a");
    }

    private static void suggestions(String typed) {
        browser.write("#q", typed);
        browser.awaitShown("#suggestions [role=option]");
    }

    private static String chosen() {
        return browser.one("[aria-selected=true]").getText();
    }

    /** Goes with the arrows to a suggestion of a group and takes it. */
    private static void choose(String group, String text) {
        browser.await(
                text,
                () -> browser.texts("#suggestions [aria-label=" + group + "] [role=option]").stream()
                        .anyMatch(option -> option.startsWith(text)));
        for (int i = 0; i < 20; i++) {
            browser.press(Keys.ARROW_DOWN);
            boolean inGroup = !browser.all("[aria-label=" + group + "] [aria-selected=true]")
                    .isEmpty();
            if (inGroup && chosen().startsWith(text)) {
                browser.press(Keys.ENTER);
                return;
            }
        }
        throw new AssertionError("no suggestion \"" + text + "\" among " + group);
    }

    @Test
    void S4_theAddressOfAViewShowsItToSomebodyElse() throws Exception {
        openResults("/?q=brain+drain");
        browser.click("[data-key='stance:critical']");
        awaitStatus("3 passages");
        new Select(browser.one("#group")).selectByValue("document");
        awaitStatus("2 documents");
        new Select(browser.one("#sort")).selectByValue("date");
        browser.await("the order", () -> browser.address().contains("sort=date"));
        awaitStatus("2 documents");
        List<String> titles = browser.texts(".hit h2");
        String address = browser.address();
        try (Browser other = Browser.start()) {
            other.open(address);
            other.awaitShown(".hit");
            assertThat(other.texts(".hit h2")).isEqualTo(titles);
            assertThat(other.texts(".chip")).isEqualTo(browser.texts(".chip"));
            assertThat(other.title()).isEqualTo("brain drain – Wherein");
            other.click(".hit h2 a");
            other.awaitShown(".where");
            other.press("n");
            String where = other.one(".where").getText();
            String hit = other.address();
            other.open(hit);
            other.awaitText(".where", where);
        }
    }

    @Test
    void S5_theCountIsAStatusThatChangesOnceASearch() {
        openFirstVisit();
        assertThat(browser.one("#status").getDomAttribute("role")).isEqualTo("status");
        browser.run("""
                window.said = [];
                new MutationObserver(() => said.push(document.getElementById('status').textContent))
                  .observe(document.getElementById('status'), { childList: true, characterData: true, subtree: true });""");
        browser.write("#q", "brain drain");
        browser.press(Keys.ENTER);
        browser.awaitShown(".hit");
        browser.await("chips", () -> !browser.all(".named a").isEmpty());
        browser.write("#q", "Yandex");
        browser.press(Keys.ENTER);
        browser.await("the other", () -> browser.texts(".hit mark").contains("Yandex"));
        assertThat((List<?>) browser.run("return said"))
                .hasSize(2)
                .first()
                .asString()
                .matches(BRAIN_DRAIN + ", \\d+ ms");
    }

    @Test
    void S6_chipsLeadToTheLedgerAndMoreOfADocumentIsOneLinkAway() {
        openResults("/?q=brain+drain&per_document=0");
        browser.awaitShown(".named a");
        browser.click(".hit:nth-child(2) .more a");
        awaitStatus("4 passages in 1 document");
        assertThat(browser.address()).contains("doc=oe-watch-brain-drain");
        browser.awaitShown(".named a");
        String name = browser.texts(".named a").getFirst();
        browser.click(".named a");
        browser.await("the ledger", () -> browser.address().contains("/mentions?type=country&id="));
        browser.await("its name", () -> browser.title().contains(name));
    }

    @Test
    void S1_anOlderAnswerNeverOverwritesANewerOne() throws Exception {
        openFirstVisit();
        browser.run("""
                const real = window.fetch;
                window.fetch = async (url, options) => {
                  const answer = await real(url, { headers: options.headers });
                  if (!String(url).includes('q=exile')) {
                    return answer;
                  }
                  const body = await answer.text();
                  window.asked = true;
                  await new Promise((done) => { window.answerLate = done; });
                  // All that is made of it is made before any timer that starts now.
                  answer.text = async () => body;
                  answer.json = async () => JSON.parse(body);
                  return answer;
                };""");
        browser.write("#q", "exile");
        browser.await("the slow question", () -> browser.run("return window.asked") != null);
        browser.write("#q", "Yandex");
        browser.await("the newer answer", () -> browser.texts(".hit mark").contains("Yandex"));
        browser.runUntilDone("window.answerLate(); setTimeout(arguments[0]);");
        assertThat(browser.texts(".hit mark")).isNotEmpty().containsOnly("Yandex");
        assertThat(browser.address()).endsWith("/?q=Yandex&typing=on");
    }

    @Test
    void S4_backReturnsToThePlaceInTheList() {
        browser.size(1280, 500);
        openResults("/?q=Russia");
        String last = browser.texts(".hit h2 a").get(9);
        browser.all(".hit h2 a").get(9).click();
        browser.awaitShown(".where");
        browser.back();
        browser.awaitShown(".hit");
        browser.await("the place", () -> browser.focused().equals(last));
        assertThat((Long) browser.run("return Math.round(scrollY)")).isGreaterThan(500);
    }

    @Test
    void S4_reloadingShowsTheSameView() {
        openResults("/?q=brain+drain&stance=critical&sort=-date&group=document&op=and");
        List<String> titles = browser.texts(".hit h2 a");
        String counted = status().split(",")[0];
        assertThat(counted).isEqualTo("2 documents with 3 passages");
        browser.run("location.reload()");
        browser.awaitShown(".hit");
        awaitStatus(counted);
        assertThat(browser.texts(".hit h2 a")).isEqualTo(titles);
        assertThat(browser.one("#op").isSelected()).isTrue();
        assertThat(browser.one("#group").getDomProperty("value")).isEqualTo("document");
        assertThat(browser.one("#sort").getDomProperty("value")).isEqualTo("-date");
        assertThat(browser.one("[data-key='stance:critical']").isSelected()).isTrue();
    }

    @Test
    void S3_theKeyboardAloneLeadsFromTheSearchToADocumentAndBack() {
        open("/?q=&per_document=0");
        browser.awaitShown(".examples a");
        browser.press(Keys.ESCAPE);
        browser.press("/");
        browser.press("brain drain", Keys.ENTER);
        awaitStatus(BRAIN_DRAIN);
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.ARROW_DOWN);
        browser.press("j");
        browser.press("k");
        String title = browser.focused();
        assertThat(browser.run("return [...document.querySelectorAll('.hit')].indexOf("
                        + "document.activeElement.closest('.hit'))"))
                .isEqualTo(1L);
        browser.press(Keys.ENTER);
        browser.awaitText(".where", "3 of 4");
        browser.press(Keys.ESCAPE);
        browser.awaitShown(".hit");
        browser.await("the place", () -> browser.focused().equals(title));
        browser.press("?");
        browser.awaitShown("dialog");
        browser.press(Keys.ESCAPE);
        browser.await("no dialog", () -> !browser.one("dialog").isDisplayed());
    }

    @Test
    void S3_lettersInTheBoxAreLetters() {
        openResults("/?q=brain");
        browser.click("#q");
        browser.press(" jnp/?");
        assertThat(browser.one("#q").getDomProperty("value")).isEqualTo("brain jnp/?");
        awaitStatus("8 passages");
        assertThat(browser.all("dialog")).noneMatch(WebElement::isDisplayed);
    }

    @Test
    void A2_aNarrowScreenShowsSearchAndDocumentWithoutSidewaysScroll() {
        for (int width : List.of(360, 320)) {
            browser.size(width, 700);
            open("/");
            browser.awaitShown(".examples a");
            assertFits(width);
            openResults("/?q=brain+drain&stance=critical&topic=brain+drain&date.from=2022-05-07");
            assertThat(browser.one("#facet-list").isDisplayed()).as("folded").isFalse();
            browser.click("#facets summary");
            assertFits(width);
            open(SPAN);
            browser.awaitShown(".target");
            assertFits(width);
        }
    }

    @Test
    void E1_nothingFoundNamesTheFiltersAndTakesThemAwayOneByOne() {
        open("/?q=brain+drain&stance=pro-kremlin&source=ShareAmerica");
        awaitStatus("0 passages");
        assertThat(browser.one("#results").getText())
                .contains("No passage matches the query", "brain drain", "under these filters");
        assertThat(browser.all("#results .chip").stream().map(chip -> chip.getDomAttribute("aria-label")))
                .containsExactly("Remove Stance: pro-kremlin", "Remove Source: ShareAmerica");
        assertThat(browser.all(".chip")).as("shown once").hasSize(2);
        browser.click("#results .chip");
        awaitStatus("1 passage in 1 document");
    }

    @Test
    void E2_theFirstVisitSaysWhatIsThereWithExamplesThatFindIt() {
        openFirstVisit();
        browser.awaitShown(".try .examples a");
        assertThat(browser.one("#results").getText()).contains("5 documents", "59 passages", "pro-kremlin");
        int examples = browser.all(".try .examples a").size();
        assertThat(examples).isPositive();
        for (int i = 0; i < examples; i++) {
            open("/");
            browser.awaitShown(".try .examples a");
            browser.all(".try .examples a").get(i).click();
            browser.awaitShown("section:not([hidden]) :is(.hit mark, .kwic a, .rows a.result)");
        }
    }

    @Test
    void E1_aServerThatIsGoneLeavesTheResultsAndCanBeAskedAgain() {
        openResults("/?q=brain+drain&per_document=0");
        browser.assertQuiet(List.of(site.address() + "/", "about:"));
        site.without(() -> {
            browser.write("#q", "Yandex");
            browser.awaitShown("#notice button");
            assertThat(browser.one("#notice").getText()).contains("The server does not answer.");
            assertThat(browser.all(".hit")).hasSize(8);
        });
        assertThat(browser.console())
                .as("the browser's own words")
                .allMatch(each -> each.contains("ERR_") || each.contains("503"));
        browser.click("#notice button");
        browser.await("the answer", () -> browser.texts(".hit mark").contains("Yandex"));
        assertThat(browser.one("#notice").getText()).isEmpty();
    }

    @Test
    void E1_aQueryThatDoesNotParseIsSearchedAsWordsAndShowsThePlaceOfItsFault() {
        openResults("/?q=(brain+drain");
        assertThat(browser.one("#taken").getText())
                .contains("searched as words", "This ( is not closed", "at character 1");
        assertThat(browser.texts("#taken .fault")).containsExactly("(");
        browser.write("#q", "exile stanse:critical");
        browser.press(Keys.ENTER);
        browser.await("its fault", () -> browser.texts("#taken .fault").equals(List.of("s")));
        browser.write("#q", "exile");
        browser.await("no fault", () -> !browser.one("#taken").isDisplayed());
    }

    @Test
    void wordsThatAQueryHasNoRoomForAreNamed() {
        StringBuilder words = new StringBuilder("exile");
        for (int i = 1; i <= QueryLimits.MOST.clauses() + 20; i++) {
            words.append("+w").append(i);
        }
        openResults("/?q=" + words);
        assertThat(browser.one("#taken").getText()).contains("Left out", " others.");
    }

    @Test
    void S6_moreResultsComeUnderThoseThatAreThere() {
        openResults("/?q=Russia+OR+the&per_document=0");
        assertThat(browser.all(".hit")).hasSize(20);
        browser.click("#results .wide");
        browser.await("more", () -> browser.all(".hit").size() == 40);
        assertThat(Set.copyOf(browser.all(".hit h2 a").stream()
                        .map(link -> link.getDomAttribute("href"))
                        .toList()))
                .as("none twice")
                .hasSize(40);
    }

    @Test
    void S1_withoutScriptsTheFormAnswersWithAList() {
        browser.scripts(false);
        try {
            open("/");
            browser.one("#q").sendKeys("brain drain", Keys.ENTER);
            browser.awaitShown("#results li");
            assertThat(status()).startsWith(BRAIN_DRAIN);
            assertThat(browser.all("#results li.hit")).hasSize(7);
            assertThat(browser.texts("#results mark")).contains("brain drain");
            assertThat(browser.all("#order, #facets").stream().filter(WebElement::isDisplayed))
                    .as("what only a script can do")
                    .isEmpty();
            assertThat(browser.one("#q").getDomAttribute("value")).isEqualTo("brain drain");
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void P1_markupPlantedInACollectionIsText(@TempDir Path temporary) throws Exception {
        String script = "<script>window.planted = 1</script>";
        String image = "\"><img src=x onerror=\"window.planted = 1\">";
        Path collection = Files.createDirectory(temporary.resolve("collection"));
        String name = image.replace('"', '\'') + ".md";
        Files.writeString(collection.resolve(name), "A passage that talks of herrings, " + script + " and " + image);
        Files.writeString(collection.resolve("catalog.yaml"), """
                stances:
                  plain: '<b>%2$s</b>'
                documents:
                  - id: 'planted%1$s'
                    file: '%3$s'
                    title: 'Herrings %1$s %2$s'
                    source: 'Source %2$s'
                    author: ['Author %1$s']
                    date: "2022"
                    stance: plain
                    language: en
                    fields:
                      topic: ['herrings %2$s', 'fish']
                """.formatted(script, image, name.replace("'", "''")));
        try (Site planted = Site.of(collection, temporary.resolve("index"))) {
            String query = "herrings " + script + image;
            browser.open(planted.address() + "/");
            browser.awaitShown("#results .lead");
            browser.write("#q", query);
            browser.awaitShown(".hit");
            assertThat(browser.texts(".hit h2")).first().asString().contains(script, image);
            assertThat(browser.texts(".passage")).first().asString().contains(script, image);
            assertThat(browser.one(".hit .meta").getText()).contains("Source " + image);
            browser.click(".hit h2 a");
            browser.awaitShown(".facts");
            assertThat(browser.one("#document").getText()).contains(script, image, "Author " + script);
            assertThat(browser.one(".file").getText()).isEqualTo(name);
            browser.open(planted.address() + "/?topic=" + java.net.URLEncoder.encode(image, "UTF-8"));
            browser.awaitShown(".chip");
            assertThat(browser.one("#results").getText()).contains("Nothing found");
            browser.scripts(false);
            browser.open(planted.address() + "/?q=" + java.net.URLEncoder.encode(query, "UTF-8"));
            browser.awaitShown("#results li");
            assertThat(browser.one("#results").getText()).contains(script, image);
            browser.scripts(true);
            assertThat(browser.run("return window.planted")).isNull();
            assertThat(browser.all("main img, main script")).isEmpty();
            browser.leaveQuietly(List.of(planted.address() + "/", "about:"));
        } finally {
            browser.scripts(true);
        }
    }

    @Test
    void P1_aVisitToAnyViewLoadsUnderAHundredKilobytes() throws IOException {
        for (String view : List.of(
                "/",
                "/mentions",
                "/figures",
                "/entities",
                "/sides",
                "/tray",
                "/report",
                "/documents/shareamerica-talent")) {
            open(view);
            browser.await(
                    view,
                    () -> browser.run("return document.readyState").equals("complete")
                            && browser.run("return document.querySelector('main > :not(noscript):not([hidden])')")
                                    != null);
            @SuppressWarnings("unchecked")
            List<String> loaded = (List<String>) browser.run("return performance.getEntriesByType('resource')"
                    + ".map(each => new URL(each.name).pathname).filter(each => each.startsWith('/assets/'))");
            assertThat(loaded.toString()).contains("/app.js", "/style.css");
            long bytes = bytes("index.html");
            for (String asset : Set.copyOf(loaded)) {
                bytes += bytes(asset.substring(asset.lastIndexOf('/') + 1));
            }
            assertThat(bytes).as(view + " loads " + loaded).isLessThan(100_000);
        }
    }

    private static long bytes(String file) {
        Assets assets = Assets.read();
        return file.equals("index.html")
                ? assets.shell("search").length()
                : assets.file(assets.edition(), file).orElseThrow().length;
    }

    @Test
    void P1_theContentSecurityPolicyIsEnforced() {
        openFirstVisit();
        browser.run("""
                const script = document.createElement('script');
                script.textContent = 'window.planted = 1';
                document.body.append(script);
                const picture = document.createElement('img');
                picture.setAttribute('onerror', 'window.planted = 2');
                picture.src = '/assets/nothing.png';
                document.body.append(picture);""");
        // The picture is not there either, which is told later: a message of this page is no other test's.
        List<String> told = new ArrayList<>();
        browser.await("refusals", () -> {
            told.addAll(browser.console());
            return Stream.of("Content Security", "nothing.png")
                    .allMatch(what -> told.stream().anyMatch(each -> each.contains(what)));
        });
        assertThat(browser.run("return window.planted")).isNull();
    }

    @Test
    void P1_naughtyStringsInTheBoxAreWordsAndNothingElse() {
        for (String naughty : List.of(
                "<script>window.planted = 1</script>",
                "\"><img src=x onerror=\"window.planted = 1\">",
                "<svg/onload=window.planted=1>",
                "javascript:window.planted=1",
                "${window.planted = 1} {{constructor.constructor('window.planted=1')()}}",
                "\u202Eevil\u202C \u0000 \uFEFF 👩‍👩‍👧 Z͑ͫ̓͊a̴l̕g͘o",
                "' OR 1=1; --",
                "%00%0d%0aSet-Cookie: a=b",
                "../../../etc/passwd",
                "#c=1-2?q=&amp;")) {
            open("/?q=" + URLEncoder.encode(naughty, StandardCharsets.UTF_8));
            browser.await(naughty, () -> !status().isEmpty());
            assertThat(browser.run("return window.planted")).as(naughty).isNull();
            assertThat(browser.all("main img, main script, main svg"))
                    .as(naughty)
                    .isEmpty();
            assertThat(browser.title()).as(naughty).endsWith("Wherein");
        }
    }

    @Test
    void A1_targetsAreTwentyFourPixelsAndPassagesSayTheirLanguage() {
        openResults("/?q=brain+drain+%D0%B2%D0%BE%D0%B9%D0%BD%D0%B0&stance=neutral&stance=critical&stance=pro-kremlin");
        browser.awaitShown(".named a");
        assertThat((List<?>) browser.run("""
                return [...document.querySelectorAll('a[href], button, input, select, summary')]
                  .map(each => [each, (each.labels?.[0] ?? each).getBoundingClientRect()])
                  .filter(([each, box]) => box.width > 0 && !each.matches('.skip') && (box.height < 23.5 || box.width < 23.5))
                  .map(([each]) => each.outerHTML)""")).isEmpty();
        assertThat(browser.all(".passage[lang]")).isNotEmpty();
        assertThat((List<?>) browser.run("""
                return [...document.querySelectorAll('.passage')].filter(each => !each.lang).map(each => each.textContent)""")).isEmpty();
    }

    @Test
    void A2_atTwiceTheSizeNothingIsWiderThanTheScreen() {
        // A zoom of 200 % leaves half of the pixels of CSS; larger letters alone must fit as well.
        browser.size(640, 450);
        openResults("/?q=brain+drain&stance=critical");
        assertFits(640);
        browser.size(1280, 900);
        browser.run("document.documentElement.style.fontSize = '200%'");
        assertFits(1280);
        browser.size(640, 450);
        assertFits(640);
        open(SPAN);
        browser.awaitShown(".target");
        browser.run("document.documentElement.style.fontSize = '200%'");
        assertFits(640);
    }

    @Test
    void A2_forcedColoursKeepMarksBarsAndTheFocusToBeSeen() {
        browser.prefers("forced-colors", "active");
        openResults("/?q=brain+drain");
        assertThat(style(".hit mark", "textDecorationLine")).isEqualTo("underline");
        assertThat(style(".hit mark", "backgroundColor")).isNotEqualTo(style("body", "backgroundColor"));
        assertThat(style(".bars .fill", "backgroundColor")).isNotEqualTo("rgba(0, 0, 0, 0)");
        browser.run("document.activeElement.blur()");
        browser.press("j");
        assertThat(style(".hit:has(a:focus-visible)", "outlineStyle")).isEqualTo("solid");
        open("/documents/shareamerica-talent?q=army#c=0-5");
        browser.awaitShown(".ticks span");
        assertThat(style(".ticks span", "backgroundColor")).isNotEqualTo("rgba(0, 0, 0, 0)");
    }

    @Test
    void A2_nothingMovesForWhoWantsLessMotion() {
        browser.prefers("prefers-reduced-motion", "reduce");
        open("/documents/oe-watch-brain-drain?q=brain+drain");
        browser.awaitText(".where", "4 hits");
        browser.run("""
                window.moved = [];
                Element.prototype.scrollIntoView = (options) => moved.push(options.behavior);""");
        browser.click(".next");
        assertThat((List<?>) browser.run("return moved")).isEqualTo(List.of("auto"));
        assertThat(style(".skip", "transitionDuration")).isEqualTo("0s");
    }

    private static Object style(String css, String property) {
        return browser.run(
                "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", css, property);
    }

    @Test
    void A3_resultsPrintAsTextAndMarksWithTheirAddressesAndTheDay() throws IOException {
        openResults("/?q=brain+drain&stance=pro-kremlin");
        browser.awaitShown(".named a");
        String printed = browser.printed();
        assertThat(printed)
                .contains("2 passages in 1 document", "organised on purpose", "Nezavisimaya Gazeta")
                .contains("/documents/oe-watch-brain-drain?q=brain+drain#c=1410-1782")
                .contains("/?q=brain+drain&stance=pro-kremlin, " + LocalDate.now(ZoneOffset.UTC))
                .doesNotContain("Keys", "all words", "Clear all", "Narrow", "Sort");
    }

    @Test
    void E1_aSlowServerIsSaidToBeSlowWithAWayToAskAgain() {
        openResults("/?q=brain+drain&per_document=0");
        browser.run("""
                const real = window.fetch;
                let first = true;
                window.fetch = async (url, options) => {
                  if (first && String(url).includes('q=Yandex') && String(url).includes('/search')) {
                    first = false;
                    await new Promise((done, fail) => options.signal.addEventListener('abort', () => fail(options.signal.reason)));
                  }
                  return real(url, options);
                };""");
        browser.write("#q", "Yandex");
        browser.press(Keys.ENTER);
        browser.awaitShown("#notice button");
        assertThat(browser.one("#notice").getText()).contains("still at work");
        assertThat(browser.all(".hit")).as("the last results stay").hasSize(8);
        browser.click("#notice button");
        browser.await("the answer", () -> browser.texts(".hit mark").contains("Yandex"));
        assertThat(browser.one("#notice").getText()).isEmpty();
    }

    @Test
    void E1_aMisspeltWordIsAskedAbout() {
        open("/?q=emigraton");
        browser.await("nothing", () -> status().startsWith("0 passages"));
        assertThat(browser.one("#results").getText()).contains("Did you mean");
        browser.one("#results p a").click();
        browser.awaitShown(".hit");
    }
}
