package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import wherein.api.Engine;
import wherein.api.FilesApi;
import wherein.api.Generations;
import wherein.collection.Inbox;

/** "Nothing found" is an answer, and an empty collection or a first visit says what to do. */
class AbsencePageTest extends OnLedger {

    @Test
    void N6_nothingFoundSaysWhatWasTriedAndSearchedToBeCopiedAndKept() throws Exception {
        open("/?q=zyzzyva+Gruzja");
        browser.awaitShown(".absence button");
        JsonNode told = api("/absence?q=zyzzyva+Gruzja&mode=box");
        assertThat(told.at("/total/passages").asInt()).isZero();
        assertThat(told.at("/tried/names/0/label").asText()).isEqualTo("Georgia");
        assertThat(told.at("/tried/names/0/tried").asBoolean()).isFalse();
        assertThat(told.get("undated").isNull()).as("nobody asked for dates").isTrue();
        String text = browser.one(".absence").getText();
        assertThat(text)
                .contains("zyzzyva: no form of it is in the collection", "5 documents with 59 passages, from 5 files")
                .contains("Georgia, a country: 8 mentions in the whole collection")
                .contains(
                        "Nothing of the folder was left out",
                        told.get("fingerprint").asText());
        browser.clipboard();
        browser.click(".absence button");
        browser.awaitText(".absence .said", "Copied");
        String words = answer(site.address() + "/api/v1/absence?q=zyzzyva+Gruzja&mode=box&format=txt")
                .body();
        assertThat(browser.clipboard()).isEqualTo(words);
        assertThat(words)
                .startsWith("Nothing found: zyzzyva Gruzja\n")
                .contains("zyzzyva: no form of it in the collection")
                .contains("Collection: fingerprint " + told.get("fingerprint").asText())
                .contains("Asked: /api/v1/absence?");
        assertThat(browser.all(".absence a[download]").stream().map(each -> each.getDomProperty("href")))
                .allMatch(link -> link.contains("/api/v1/absence?q=zyzzyva+Gruzja"));
        browser.click(".absence a[href^='/mentions']");
        browser.await(
                "the rows", () -> browser.one("#mentions .total").getText().startsWith("8 mentions"));
    }

    @Test
    void N6_whereDatesAreAskedForThoseWithoutOneAreTold() throws Exception {
        open("/?q=zyzzyva&date.from=2022&date.match=certain");
        browser.awaitShown(".absence button");
        assertThat(browser.texts(".absence summary"))
                .contains("1 document without a date: left out; 0 passages of them match all else");
        browser.click(".absence summary");
        assertThat(browser.texts(".absence details a")).contains("All 1");
        JsonNode told = api("/absence?q=Ivan&date.from=1800&date.to=1801&date.match=certain");
        assertThat(told.at("/undated/examples/0/id").asText()).isEqualTo("reversing-brain-drain");
        assertThat(told.at("/undated/searched").asBoolean()).isFalse();
        JsonNode matching = api("/search?q=Russia&date.match=unknown&limit=0");
        assertThat(api("/absence?q=Russia&date.from=1800&date.to=1801&date.match=certain")
                        .at("/undated/matching"))
                .isEqualTo(matching.at("/total/passages"));
    }

    @Test
    void N6_aMentionInAFileThatCannotBeReadIsNamedAsNotSearchedWithScriptsAndWithout() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("planted"));
        Files.writeString(collection.resolve("log.md"), "The harbour was closed on Monday, and nobody said why.\n");
        Files.writeString(collection.resolve("minutes.pdf"), "%PDF-1.4\nOttoline Quagmire met 40 people in Georgia.\n");
        try (Site other = Site.of(collection, folder.resolve("planted-index"))) {
            String asked = "/?q=%22Ottoline+Quagmire%22";
            browser.open(other.address() + asked);
            browser.awaitShown(".absence button");
            assertThat(browser.one(".absence").getText())
                    .contains("1 document with 1 passage", "Not searched: 1 file, record or link", "minutes.pdf");
            browser.leaveQuietly(List.of(other.address() + "/", site.address() + "/", "about:"));
            browser.scripts(false);
            try {
                browser.open(other.address() + asked);
                assertThat(browser.one("noscript pre").getText())
                        .contains("Nothing found: \"Ottoline Quagmire\"", "Not searched: 1", "minutes.pdf");
            } finally {
                browser.scripts(true);
            }
            browser.leaveQuietly(List.of(other.address() + "/", site.address() + "/", "about:"));
        }
    }

    @Test
    void N6_whatWasMeantIsSaidInsidePhrasesAndForTheValuesOfFields() throws Exception {
        for (String[] each : new String[][] {
            {"\"brian drain\"", "\"brain drain\""},
            {"\"brain train\"", "\"brain drain\""},
            {"source:\"Foreign Afairs\"", "source:\"Foreign Affairs\""},
            {"stance:critcal", "stance:critical"},
            {"country:Gergia", "country:\"Georgia\""},
        }) {
            String q = java.net.URLEncoder.encode(each[0], StandardCharsets.UTF_8);
            JsonNode answer = api("/search?mode=box&q=" + q);
            assertThat(answer.at("/query/did_you_mean").asText()).as(each[0]).isEqualTo(each[1]);
            assertThat(answer.at("/total/passages").asInt()).as(each[0]).isZero();
        }
        open("/?q=source%3A%22Foreign+Afairs%22");
        browser.awaitText("#results p a", "source:\"Foreign Affairs\"");
        browser.click("#results p a");
        browser.awaitShown(".hit");
        open("/?q=country%3AGergia+visa");
        browser.awaitText("#taken a", "country:\"Georgia\" visa");
    }

    @Test
    void N6_whatIsThereIsNotCorrected() throws Exception {
        for (String q : List.of("stance%3Acritical", "%22brain+drain%22", "country%3AGeorgia", "source%3AMeduza")) {
            assertThat(api("/search?mode=box&q=" + q).at("/query/did_you_mean").isNull())
                    .as(q)
                    .isTrue();
        }
    }

    @Test
    void N6_theExamplesAreOfTheCollectionAndEachShowsAnotherThingThatCanBeAsked() throws Exception {
        openFirstVisit();
        browser.await("all of them", () -> browser.all(".examples li").size() == 6);
        List<String> lines = browser.texts(".examples li");
        assertThat(lines.get(0)).matches("A phrase: \"brain drain\" \\d+ passages in \\d+ documents");
        assertThat(lines.get(1)).startsWith("A question: How many people in ");
        assertThat(lines.get(2)).startsWith("A field: stance:");
        assertThat(lines.get(3)).matches("A country: Every mention of Russia \\d+ mentions");
        assertThat(lines.get(4)).matches("A person: Every mention of .+ \\d+ mentions");
        assertThat(lines.get(5)).matches("Figures: How many people, by date \\d+ figures");
        assertThat(lines).allMatch(line -> line.matches("(?s).* [1-9][\\d,]* \\w+.*"));
    }

    @Test
    void N6_anEmptyCollectionSaysWhatToDoOnAServerThatTakesFilesAndOnOneThatDoesNot() throws Exception {
        Path collection = Files.createDirectories(folder.resolve("nothing"));
        Path index = folder.resolve("nothing-index");
        Served.update(collection, index);
        try (Generations<Engine> engines = Served.generations(index)) {
            for (boolean takes : List.of(false, true)) {
                ServerOptions options = ServerOptions.local(0);
                FilesApi door = new FilesApi(Inbox.of(collection, false), 1 << 20, true);
                try (Served served = Served.of(engines, takes ? options.with(door) : options)) {
                    browser.open(served.address() + "/");
                    browser.awaitText("#results h2", "The collection is empty");
                    String text = browser.one("#results").getText();
                    assertThat(text).contains("PDF");
                    if (takes) {
                        assertThat(text)
                                .contains("Drop files or a folder anywhere on this page")
                                .doesNotContain("--allow-write");
                    } else {
                        assertThat(text).contains("wherein index FOLDER", "wherein serve FOLDER --allow-write");
                    }
                    assertThat(browser.violations()).isEmpty();
                    browser.leaveQuietly(List.of(served.address() + "/", "about:"));
                }
            }
        }
    }
}
