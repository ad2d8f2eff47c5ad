package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** The page over a collection whose own fields are called as parameters and options are. */
class OwnFieldsPageTest extends OnLedger {

    private static Site own;

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        Path records = Files.writeString(folder.resolve("all.jsonl"), """
                {"id":"a","by":"Gull","left":"yes","type":"song","index":"old","text":"Norway sold 1,200 boats to 300 people."}
                {"id":"b","by":"Reef","left":"no","type":"poem","index":"new","text":"Sweden and Norway bought 40 boats."}
                {"id":"c","by":"Gull","left":"no","type":"poem","index":"new","text":"In Norway 150 people like fog."}
                """);
        own = Site.of(records, folder.resolve("index"));
    }

    @AfterAll
    static void close() throws Exception {
        own.close();
    }

    @Override
    @AfterEach
    void noMessageInTheConsoleAndNoRequestToAnotherHost() {
        browser.leaveQuietly(List.of(own.address() + "/", site.address() + "/", "about:"));
    }

    private static void show(String path, String css) {
        browser.open(own.address() + path);
        browser.awaitShown(css);
    }

    @Test
    void aFieldNamedAsAParameterIsAFacetThatFiltersUnderItsWholeName() {
        show("/?q=norway", ".hit");
        browser.awaitShown("[data-field='field.by'] input");
        assertThat(browser.texts("[data-field='field.by'] .name")).containsExactlyInAnyOrder("Gull", "Reef");
        assertThat(browser.texts("[data-field='field.left'] .name")).containsExactlyInAnyOrder("yes", "no");
        assertThat(browser.texts("[data-field='field.type'] .name")).containsExactlyInAnyOrder("song", "poem");
        assertThat(browser.one("[data-field='field.type'] legend").getText()).isEqualTo("Type");
        browser.click("[data-key='field.by:Gull']");
        awaitStatus("2 passages in 2 documents");
        assertThat(browser.address()).endsWith("/?q=norway&field.by=Gull");
        assertThat(browser.one(".chip").getText()).contains("By: Gull");
        browser.click("[data-key='field.left:no']");
        awaitStatus("1 passage in 1 document");
    }

    @Test
    void theFirstPaintOfSuchAFilterIsWhatTheScriptShows() {
        show("/?q=norway&field.left=no", ".hit");
        awaitStatus("2 passages in 2 documents");
        assertThat(browser.texts("[data-field='field.left'] .name")).first().isEqualTo("no");
    }

    @Test
    void theRowsAndTheirLinksAndTheirCommandHaveTheFilter() throws Exception {
        show("/mentions?type=country&field.by=Gull&index=new&limit=1&offsets=utf16", "#mentions a.result");
        assertThat(browser.one("#mentions .total").getText()).startsWith("1 mention in 1 passage");
        String parameters = "?type=country&field.by=Gull&index=new";
        String csv = link("#mentions .csv");
        assertThat(csv).contains(parameters).doesNotContain("utf16");
        assertThat(answer(csv).body().lines()).hasSize(2);
        List<String> copies = browser.all(".copied input").stream()
                .map(input -> input.getDomProperty("value"))
                .toList();
        assertThat(copies)
                .containsExactly(
                        own.address() + "/api/v1/mentions" + parameters,
                        "./wherein mentions --type country --field.by Gull --field.index new");
        assertThat(new ObjectMapper()
                        .readTree(answer(copies.getFirst()).body())
                        .at("/total/mentions")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatSelectsRowsOfOneViewIsNotTakenAlongToAnotherAndTheFilterIs() {
        show("/mentions?type=country&nested=off&field.by=Gull", "#mentions a.result");
        String search = browser.one("#to-search").getDomProperty("href");
        assertThat(URI.create(search).getQuery()).isEqualTo("field.by=Gull");
    }

    @Test
    void aDocumentLeadsToWhatHasTheSameValue() {
        show("/documents/a", "dl.facts a");
        WebElement link = browser.all("dl.facts a").stream()
                .filter(each -> each.getText().equals("Gull"))
                .findFirst()
                .orElseThrow();
        assertThat(link.getDomProperty("href")).endsWith("/?field.by=Gull");
    }
}
