package wherein.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the pictures of the page that the documentation shows, from the default collection: {@code mvn test
 * -Dtest=Screenshots}. Its name is not that of a test, so that it runs only when asked for.
 *
 * <p>With {@code -Dwherein.screenshots=FOLDER} every view is put there as well, in two widths and both schemes, to be
 * looked at.
 */
class Screenshots {

    private static final Path DOCS = Path.of("docs");

    private record View(String name, String path, String awaited) {}

    private static final View SEARCH = new View("search", "/?q=brain+drain", ".hit");
    private static final View DOCUMENT =
            new View("document", "/documents/oe-watch-brain-drain?q=brain+drain#c=393-404", "mark.current");
    private static final View MENTIONS = new View("mentions", "/mentions?type=country&id=GE", ".kwic");
    private static final List<View> PICTURES = List.of(SEARCH, DOCUMENT, MENTIONS);
    private static final List<View> OTHERS = List.of(
            new View("entities", "/mentions", ".ranks a"),
            new View("figures", "/mentions?type=figure&q=emigration", ".kwic"),
            new View("first", "/", ".examples a"),
            new View("narrowed", "/?q=exile&stance=advocacy&source=The+World+Today&date.from=2025", ".hit"),
            new View("nothing", "/?q=zyzzyva&stance=critical", ".examples a"),
            new View("blocks", "/documents/shareamerica-talent?q=army", ".stepper"),
            new View("quote", "/documents/chatham-house-exiles?q=exiles#c=2216-2895", ".target"));

    @TempDir
    Path folder;

    @Test
    void ofEveryView() throws Exception {
        try (Browser browser = Browser.start();
                Site site = Site.of(Path.of("seeds"), folder.resolve("index"))) {
            Files.createDirectories(DOCS);
            browser.size(1280, 900);
            browser.scheme("light");
            for (View view : PICTURES) {
                load(browser, site, view);
                browser.run("scrollTo(0, 0)");
                Files.write(DOCS.resolve(view.name + ".png"), browser.screenshot());
            }
            String all = System.getProperty("wherein.screenshots", "");
            if (!all.isEmpty()) {
                shootAll(browser, site, Files.createDirectories(Path.of(all)));
            }
        }
    }

    private static void shootAll(Browser browser, Site site, Path to) throws IOException {
        for (int width : List.of(1280, 360)) {
            browser.size(width, width < 800 ? 760 : 900);
            for (String scheme : List.of("light", "dark")) {
                browser.scheme(scheme);
                for (View view : PICTURES) {
                    shoot(browser, site, view, to.resolve(view.name + "-" + width + "-" + scheme + ".png"));
                }
            }
            browser.scheme(width < 800 ? "dark" : "light");
            for (View view : OTHERS) {
                shoot(browser, site, view, to.resolve(view.name + "-" + width + ".png"));
            }
        }
    }

    private static void load(Browser browser, Site site, View view) {
        browser.open(site.address() + view.path);
        browser.awaitShown(view.awaited);
        // A caret that blinks would make two pictures of one page differ.
        browser.run("document.activeElement.blur()");
    }

    private static void shoot(Browser browser, Site site, View view, Path file) throws IOException {
        load(browser, site, view);
        Files.write(file, browser.screenshot());
    }
}
