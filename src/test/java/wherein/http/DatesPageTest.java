package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates as people ask for them: bars that follow their span, a chip for each, and what has no date never in silence. */
class DatesPageTest extends OnPage {

    @TempDir
    static Path news;

    private static Site site5;

    @BeforeAll
    static void fiveDaysOfNews() throws Exception {
        Path collection = Files.createDirectory(news.resolve("news"));
        StringBuilder catalogue = new StringBuilder("documents:\n");
        for (int day = 1; day <= 5; day++) {
            Files.writeString(collection.resolve(day + ".txt"), "Herrings were landed again on day " + day + ".");
            catalogue.append("  - {id: d" + day + ", file: " + day + ".txt, date: \"2024-03-0" + day + "\"}\n");
        }
        for (int i = 6; i <= 7; i++) {
            Files.writeString(collection.resolve(i + ".txt"), "Herrings are landed whenever the weather lets them.");
            catalogue.append("  - {id: d" + i + ", file: " + i + ".txt}\n");
        }
        Files.writeString(collection.resolve("catalog.yaml"), catalogue);
        site5 = Site.of(collection, news.resolve("index"));
    }

    @AfterAll
    static void stopNews() throws IOException {
        if (site5 != null) {
            site5.close();
        }
    }

    @Test
    void fiveDaysOfNewsMakeFiveBars() {
        browser.open(site5.address() + "/?q=herrings");
        browser.awaitShown(".bars button");
        assertThat(bars())
                .containsExactly(
                        "1 March 2024: 1 passage",
                        "2 March 2024: 1 passage",
                        "3 March 2024: 1 passage",
                        "4 March 2024: 1 passage",
                        "5 March 2024: 1 passage");
        browser.click("[data-key='date:2024-03-04']");
        awaitStatus("1 passage in 1 document");
        assertThat(bars()).as("the others stay").hasSize(5);
        assertThat(chips()).containsExactly("4 March 2024");
        browser.leaveQuietly(List.of(site5.address() + "/", "about:"));
    }

    @Test
    void aRangeThatKeepsWhatHasNoDateSaysSoAndOneClickLeavesItOut() {
        browser.open(site5.address() + "/?q=herrings&date.from=2024-03-02&date.to=2024-03-04");
        browser.awaitShown(".hit");
        awaitStatus("5 passages in 5 documents, 2 of them without a date, ");
        assertThat(chips()).containsExactly("2 to 4 March 2024 or no date");
        browser.click("#undated");
        awaitStatus("3 passages in 3 documents, ");
        assertThat(status()).doesNotContain("without a date");
        assertThat(browser.one("#undated").isDisplayed()).isFalse();
        assertThat(chips()).containsExactly("2 to 4 March 2024, perhaps");
        assertThat(browser.address()).contains("date.match=known");
        browser.click(".chip");
        awaitStatus("7 passages in 7 documents");
        browser.leaveQuietly(List.of(site5.address() + "/", "about:"));
    }

    @Test
    void withoutScriptsTheCountSaysItTooWithTheSameWayOut() {
        browser.scripts(false);
        try {
            browser.open(site5.address() + "/?q=herrings&date.from=2024-03-02&date.to=2024-03-04");
            assertThat(status()).startsWith("5 passages in 5 documents, 2 of them without a date, ");
            browser.click("#undated");
            browser.await("the rest", () -> status().startsWith("3 passages in 3 documents, "));
        } finally {
            browser.scripts(true);
        }
        browser.leaveQuietly(List.of(site5.address() + "/", "about:"));
    }

    @Test
    void oneBarIsOneChipAndTakesOneClickToTakeAway() {
        openResults("/?q=Russia");
        browser.click("[data-key='date:2023']");
        awaitStatus("5 passages");
        assertThat(chips()).containsExactly("2023");
        browser.click(".chip");
        browser.await("no chip", () -> browser.all(".chip").isEmpty());
        assertThat(browser.address()).doesNotContain("date.");
        for (String[] each : new String[][] {
            {"/?q=Russia&date.from=2022-03&date.to=2022-03&date.match=certain", "March 2022"},
            {"/?q=Russia&date.from=2022-03&date.to=2022-05&date.match=certain", "March to May 2022"},
            {"/?q=Russia&date.from=2021-12-30", "since 30 December 2021 or no date"},
            {"/?q=Russia&date.to=2023&stance=critical", "until 2023 or no date"},
            {"/?q=Russia&date.match=unknown", "No date"},
            {"/mentions?type=country&date.from=2022&date.to=2022&date.match=certain", "2022"},
        }) {
            open(each[0]);
            browser.await(each[1], () -> chips().contains(each[1]));
            assertThat(chips().stream().filter(chip -> chip.matches(".*\\b20\\d\\d.*")))
                    .as(each[0])
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private static List<String> chips() {
        return browser.texts(".chip").stream()
                .map(chip -> chip.replaceAll("\\s*×$", ""))
                .toList();
    }

    private static List<String> bars() {
        return browser.all(".bars button .unseen").stream()
                .map(each -> each.getDomProperty("textContent"))
                .toList();
    }

    @Test
    void daysAreSaidAsPeopleSayThem() {
        openResults("/?q=Russia");
        Object said = browser.run("""
                return import(document.querySelector('script[src]').src.replace('app.js', 'state.js')).then(({ daysLabel }) =>
                  [['2022', '2022'], ['2022-03', '2022-03'], ['2022-03-14', '2022-03-14'], ['2022-03-07', '2022-03-13'],
                   ['2022-02-28', '2022-03-06'], ['2021-12-27', '2022-01-02'], ['1840', '1859'], ['2022-03', ''], ['', '2023']]
                    .map(([from, to]) => daysLabel(from, to)));""");
        assertThat(said)
                .isEqualTo(Stream.of(
                                "2022",
                                "March 2022",
                                "14 March 2022",
                                "7 to 13 March 2022",
                                "28 February to 6 March 2022",
                                "27 December 2021 to 2 January 2022",
                                "1840 to 1859",
                                "since March 2022",
                                "until 2023")
                        .toList());
    }
}
