package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Engine;
import wherein.api.FilesApi;
import wherein.api.Generations;
import wherein.collection.Inbox;

/** What of the folder is not searched is told on the page, and files may be dropped there, where the server takes them. */
class ReportPageTest extends OnBrowser {

    /** Drops files on the page, as a reader's hand does: names and texts in turn. */
    private static final String DROP = """
            const given = new DataTransfer();
            for (let i = 0; i < arguments.length; i += 2) {
              given.items.add(new File([arguments[i + 1]], arguments[i]));
            }
            for (const kind of ['dragover', 'drop']) {
              document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: given, bubbles: true, cancelable: true }));
            }""";

    @TempDir
    private Path folder;

    private Path files;
    private Generations<Engine> engines;
    private Served server;

    @BeforeEach
    void index() throws Exception {
        files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("log.txt"), "The fog over Norway did not lift before noon.");
        Files.writeString(files.resolve("empty.txt"), "");
        for (int i = 0; i < 30; i++) {
            Files.writeString(files.resolve("<b>photo" + i + ".jpg"), "");
        }
        Served.update(files, folder.resolve("index"));
        engines = Served.generations(folder.resolve("index"));
    }

    private void serve(Optional<FilesApi> door) {
        ServerOptions options = ServerOptions.local(0);
        server = Served.of(engines, door.map(options::with).orElse(options));
    }

    @AfterEach
    void close() throws Exception {
        browser.leaveQuietly(List.of(server.address() + "/", "about:"));
        server.close();
        engines.close();
    }

    @Test
    void theReportSaysWhatIsNotSearchedWithExamplesAndWhatToDo() {
        serve(Optional.empty());
        browser.open(server.address() + "/");
        browser.awaitShown(".lead a");
        browser.click(".lead a");
        browser.awaitShown("#report h1");
        assertThat(browser.address()).endsWith("/report");
        assertThat(browser.title()).startsWith("Report");
        assertThat(browser.one("#report .lead").getText())
                .isEqualTo("1 document with 1 passage is searched. 31 files, records and links are not.");
        List<String> kinds = browser.texts("#report summary");
        assertThat(kinds).anyMatch(each -> each.startsWith("30 that are pictures: .jpg"));
        assertThat(kinds).anyMatch(each -> each.startsWith("1 empty"));
        browser.run("document.querySelectorAll('#report details').forEach((each) => { each.open = true; })");
        assertThat(browser.texts("#report li")).anyMatch(each -> each.startsWith("<b>photo"));
        assertThat(browser.texts("#report li")).contains("and 10 more");
        assertThat(browser.texts("#report .run dd")).contains("2 read, 0 unchanged");
        for (int width : List.of(1280, 360)) {
            for (String scheme : List.of("light", "dark")) {
                browser.size(width, 900);
                browser.scheme(scheme);
                assertThat(browser.violations()).isEmpty();
                OnPage.assertFits(width);
            }
        }
        browser.back();
        browser.awaitShown(".lead a");
    }

    @Test
    void whereNothingIsTakenInThereIsNothingToGiveItTo() {
        serve(Optional.empty());
        browser.open(server.address() + "/report");
        browser.awaitShown("#report h1");
        assertThat(browser.all("#add, #adding, #files")).isEmpty();
        browser.run(DROP, "mist.txt", "Mist.");
        assertThat(browser.all("#adding")).isEmpty();
        assertThat((String) browser.run(
                        "return performance.getEntriesByType('resource').map(({ name }) => name).join(' ')"))
                .doesNotContain("adding.js");
    }

    @Test
    void filesThatAreDroppedAreSentOneAfterTheOtherAndEachSaysWhatBecameOfIt() throws Exception {
        serve(Optional.of(new FilesApi(Inbox.of(files, false), 1 << 20, true)));
        browser.open(server.address() + "/?q=fog");
        browser.awaitShown("#add");
        browser.awaitShown(".hit");
        browser.run(DROP, "mist.txt", "Mist over Norway.", "<i>tool</i>.exe", "x", "none.txt", "", "Mist.TXT", "y");
        browser.awaitText("#adding [role=status]", "2 files sent, 2 not.");
        assertThat(browser.texts("#adding li")).hasSize(4);
        assertThat(browser.texts("#adding li").get(1)).contains("<i>tool</i>.exe");
        assertThat(browser.texts("#adding .refused")).hasSize(2);
        assertThat(browser.console()).hasSize(2).allMatch(each -> each.contains("400") || each.contains("409"));
        assertThat(files.resolve("inbox/mist.txt")).hasContent("Mist over Norway.");
        assertThat(files.resolve("inbox/none.txt")).isEmptyFile();
        assertThat(browser.violations()).isEmpty();
        Served.update(files, folder.resolve("index"));
        assertThat(engines.refresh()).isTrue();
        browser.awaitText("#adding .read", "mist.txt read: 1 document");
        browser.await("the empty file", () -> browser.texts("#adding .refused").size() == 3);
        assertThat(browser.texts("#adding .refused li")).hasSize(1);
        browser.size(360, 800);
        browser.scheme("dark");
        assertThat(browser.violations()).isEmpty();
        OnPage.assertFits(360);
        browser.click("#adding a");
        browser.awaitShown("#report h1");
        browser.await(
                "the report of now",
                () -> browser.one("#report .lead").getText().startsWith("2 documents"));
        browser.click("#adding button");
        assertThat(browser.all("#adding")).isEmpty();
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("add");
    }

    @Test
    void filesThatAreChosenAreSentToo() throws Exception {
        Path chosen = Files.writeString(folder.resolve("chosen.txt"), "Chosen fog.");
        serve(Optional.of(new FilesApi(Inbox.of(files, false), 1 << 20, false)));
        browser.open(server.address() + "/report");
        browser.awaitShown("#add");
        browser.one("#files").sendKeys(chosen.toString());
        browser.awaitText("#adding li", "chosen.txt lies at inbox/chosen.txt; the next run of wherein index reads it");
        assertThat(files.resolve("inbox/chosen.txt")).hasContent("Chosen fog.");
    }
}
