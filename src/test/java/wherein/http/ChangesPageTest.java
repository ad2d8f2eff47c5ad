package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import wherein.api.Engine;
import wherein.api.Generations;
import wherein.cli.Main;
import wherein.lucene.LuceneBackEnd;

/** A folder changes under a server while somebody reads: the page says so, and takes nobody from their place. */
@Tag("long")
class ChangesPageTest extends OnBrowser {

    private static final String TOLD = "The collection has changed: show";
    private static final int FILES = 30;

    @TempDir
    private Path folder;

    private Path files;
    private Generations<Engine> engines;
    private Served server;

    @BeforeEach
    void serve() throws Exception {
        files = Files.createDirectory(folder.resolve("files"));
        for (int i = 0; i < FILES; i++) {
            write("log-%02d.txt".formatted(i), "Log " + i + ". The fog over Norway did not lift before noon.");
        }
        Served.update(files, index());
        engines = Served.generations(index());
        server = Served.of(engines, ServerOptions.local(0));
    }

    @AfterEach
    void close() throws Exception {
        browser.leaveQuietly(List.of(server.address() + "/", "about:"));
        server.close();
        engines.close();
    }

    @Test
    void aChangeIsToldAndTheReaderStaysWhereTheyAreUntilTheyAskToSeeIt() throws Exception {
        open("/?q=fog", ".hit .named");
        browser.run("""
                window.same = true;
                scrollTo(0, 700);
                document.querySelectorAll('a.result')[5].focus({ preventScroll: true });""");
        String place = place();
        addFile();
        awaitTold();
        assertThat(place()).isEqualTo(place);
        assertThat(browser.one("#changed").getDomAttribute("role")).isEqualTo("status");
        assertThat(browser.violations()).isEmpty();
        browser.click("#changed button");
        browser.await("the new state", () -> status().startsWith(FILES + 1 + " passages"));
        assertThat(browser.all("#changed *")).isEmpty();
        assertThat(browser.run("return [window.same, scrollY]")).isEqualTo(List.of(true, 700L));
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("main");
    }

    @Test
    void aFileThatIsPutIntoTheFolderThatServeServesIsToldOnThePage() throws Exception {
        Path errors = folder.resolve("errors");
        Process serve = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        files.toString(),
                        "--index",
                        folder.resolve("own").toString(),
                        "--port",
                        "0")
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader out = serve.inputReader()) {
            String address = out.readLine();
            assertThat(address).as(Files.readString(errors)).startsWith("http://");
            browser.open(address + "/?q=fog");
            browser.awaitShown(".hit");
            assertThat(status()).startsWith(FILES + " passages");
            write("one-more.txt", "One more. The fog over Norway.");
            awaitTold();
            browser.click("#changed button");
            browser.await("the new state", () -> status().startsWith(FILES + 1 + " passages"));
            browser.leaveQuietly(List.of(address + "/", "about:"));
        } finally {
            serve.destroyForcibly();
        }
    }

    @Test
    void everyViewTellsOfAChangeAndShowsIt() throws Exception {
        for (View view : List.of(
                new View("/mentions?type=country", "#mentions a.result", "#mentions .total"),
                new View("/figures?unit=boats", "#figures h1", "#figures .total"),
                new View("/entities?type=country", "#entities a.result", "#entities td.number"),
                new View("/", ".examples a", ".lead"))) {
            open(view.path, view.ready);
            String before = browser.one(view.total).getText();
            addFile();
            look();
            awaitTold();
            assertThat(browser.one(view.total).getText()).isEqualTo(before);
            browser.click("#changed button");
            browser.await(view.path, () -> !browser.one(view.total).getText().equals(before));
            browser.await("no more of it", () -> browser.all("#changed *").isEmpty());
        }
    }

    private record View(String path, String ready, String total) {}

    @Test
    void aDocumentThatHasChangedIsShownAtThePlaceOfTheReader() throws Exception {
        String text = "The fog.\n\n" + "A line of the log of the lighthouse keeper, who saw little.\n\n".repeat(60);
        write("long.txt", text);
        update();
        open("/documents/long.txt?q=fog", "#document h1");
        browser.run("scrollTo(0, 500)");
        write("long.txt", text.replace("The fog.", "The fog, and more fog."));
        update();
        look();
        awaitTold();
        assertThat(browser.texts("#document .where")).containsExactly("1 hit");
        browser.size(360, 800);
        browser.scheme("dark");
        assertThat(browser.violations()).isEmpty();
        OnPage.assertFits(360);
        Object place = browser.run("return scrollY");
        browser.click("#changed button");
        browser.awaitText("#document .where", "2 hits");
        browser.await("the place", () -> browser.run("return scrollY").equals(place));
        assertThat(browser.all("#changed *")).isEmpty();
    }

    @Test
    void whoAsksSomethingElseSeesTheNewStateAndComesBackToTheirOwn() throws Exception {
        open("/?q=fog", ".hit");
        addFile();
        look();
        awaitTold();
        browser.click("#to-mentions");
        browser.awaitShown("#mentions a.result");
        browser.await("nothing to tell of", () -> browser.all("#changed *").isEmpty());
        assertThat(browser.one("#mentions .total").getText()).contains(" of " + (FILES + 1) + " documents");
        browser.back();
        awaitTold();
        assertThat(status()).startsWith(FILES + " passages");
    }

    @Test
    void aCommitThatLeavesTheDocumentsAsTheyAreIsNotTold() throws Exception {
        open("/?q=fog", ".hit");
        new LuceneBackEnd(folder).again("index");
        assertThat(engines.refresh()).isTrue();
        awaitLook();
        awaitLook();
        assertThat(browser.all("#changed *")).isEmpty();
    }

    @Test
    void aTabThatNobodySeesAsksMoreAndMoreRarelyAndAtOnceWhenItIsSeen() throws Exception {
        open("/?q=fog", ".hit");
        browser.run("""
                window.waits = [];
                const timer = setTimeout;
                window.setTimeout = (work, ms) => timer(work, ms < 4000 || document.isSeen ? ms : (waits.push(ms), 10));
                Object.defineProperty(document, 'hidden', { get: () => !document.isSeen, configurable: true });""");
        browser.await("ten turns", () -> (Boolean) browser.run("return waits.length > 9"));
        assertThat(browser.run("return waits.slice(0, 9)"))
                .isEqualTo(List.of(8000L, 16000L, 32000L, 64000L, 128000L, 256000L, 300000L, 300000L, 300000L));
        browser.run("document.isSeen = true");
        awaitLook();
    }

    @Test
    void nothingIsLookedForWhileAnAnswerIsWaitedFor() throws Exception {
        open("/?q=fog", ".hit");
        browser.run("""
                window.turns = 0;
                window.during = [];
                const timer = setTimeout;
                window.setTimeout = (work, ms) => timer(work, ms === 4000 ? (turns++, 50) : ms);
                const fetched = fetch;
                window.fetch = (url, options) => {
                  window.free && during.push(url);
                  return url.includes('/search?q=norway') ? new Promise((done, failed) => {
                    options.signal.addEventListener('abort', () => failed(options.signal.reason));
                    window.free = () => {
                      delete window.free;
                      done(fetched(url, options));
                    };
                  }) : fetched(url, options);
                };""");
        browser.write("#q", "norway");
        browser.press(Keys.ENTER);
        browser.await("a question", () -> (Boolean) browser.run("return 'free' in window"));
        // Suggestions may have been asked for before.
        browser.run("window.turns = 0; performance.clearResourceTimings()");
        browser.await("turns", () -> (Boolean) browser.run("return turns > 2"));
        assertThat(browser.run("return during.filter((url) => url.endsWith('/info'))"))
                .isEqualTo(List.of());
        browser.run("free()");
        browser.await("a look", () -> looks() > 0);
    }

    /** Lets the page look, and waits until it has. */
    private void awaitLook() {
        browser.run("performance.clearResourceTimings()");
        look();
        browser.await("a look", () -> looks() > 0);
    }

    /** So often the page has asked what the collection holds. */
    private long looks() {
        return (Long) browser.run(
                "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/info')).length");
    }

    private String place() {
        return (String) browser.run("""
                return [window.same, scrollY, document.activeElement.href, document.querySelector('#results').innerHTML,
                  document.querySelector('#status').textContent, location.href].join('\\n')""");
    }

    private String status() {
        return browser.one("#status").getText();
    }

    /** Lets the page look now, as it does when a reader comes back to its tab. */
    private void look() {
        browser.run("document.dispatchEvent(new Event('visibilitychange'))");
    }

    private void awaitTold() {
        browser.awaitText("#changed", TOLD);
    }

    private void open(String path, String ready) {
        browser.open(server.address() + path);
        browser.awaitShown(ready);
    }

    private void addFile() throws Exception {
        int number = IntStream.range(0, 1_000)
                .filter(i -> !Files.exists(files.resolve("log-%02d.txt".formatted(i))))
                .findFirst()
                .orElseThrow();
        write("log-%02d.txt".formatted(number), "Log " + number + ". The fog over Norway held 12 boats back.");
        update();
    }

    private void update() throws Exception {
        Served.update(files, index());
        while (engines.refresh()) {
            // The last of the commits of this run is meant.
        }
    }

    private Path index() {
        return folder.resolve("index");
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(files.resolve(name), text);
    }
}
