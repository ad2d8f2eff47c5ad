package wherein.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests in one real browser over the real server and an index of the default collection; a test leaves no message. */
abstract class OnPage extends OnBrowser {

    static final String BRAIN_DRAIN = "8 passages in 3 documents";

    @TempDir
    static Path folder;

    static Site site;

    @BeforeAll
    static void startSite() throws Exception {
        site = Site.of(Path.of("seeds"), folder.resolve("index"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (site != null) {
            site.close();
        }
    }

    /** What a test made the browser keep, the next one does not find. */
    @AfterEach
    void noMessageInTheConsoleAndNoRequestToAnotherHost() {
        browser.leaveQuietly(List.of(site.address() + "/", "about:"));
        browser.forget(site.address());
    }

    static void open(String path) {
        browser.open(site.address() + path);
    }

    static void openResults(String path) {
        open(path);
        browser.awaitShown(".hit");
    }

    static void openFirstVisit() {
        open("/");
        browser.awaitShown(".examples a");
    }

    static String status() {
        return browser.one("#status").getText();
    }

    /** Waits until this is the status, and no later search is under way. */
    static void awaitStatus(String beginning) {
        browser.await(
                beginning,
                () -> status().startsWith(beginning)
                        && browser.all("[aria-busy]").isEmpty());
    }

    static String box() {
        return browser.one("#q").getDomProperty("value");
    }

    /** Fails if what is shown is wider than the screen. */
    static void assertFits(int width) {
        org.assertj.core.api.Assertions.assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
    }
}
