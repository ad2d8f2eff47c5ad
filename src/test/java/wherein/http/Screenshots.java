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
 * <p>With {@code -Dwherein.screenshots=FOLDER} every view is put there as well, in three widths and both schemes, to be
 * looked at.
 */
class Screenshots {

    private static final Path DOCS = Path.of("docs");

    /** One picture: of what, how wide and in which scheme. */
    private record Picture(String name, View view, int width, String scheme) {}

    private record View(String name, String path, String awaited) {}

    private static final View SEARCH = new View("search", "/?q=brain+drain", ".hit .named");
    private static final View DOCUMENT =
            new View("document", "/documents/oe-watch-brain-drain?q=brain+drain#c=393-404", "mark.current");
    private static final View MENTIONS = new View("mentions", "/mentions?type=country&id=GE", "#mentions a.result");
    private static final View FIGURES = new View("figures", "/figures?unit=people", ".plot .mark");
    private static final View ENTITIES = new View("entities", "/entities?type=country&id=RU&id=GE", ".sides");

    private static final List<Picture> PICTURES = List.of(
            new Picture("search", SEARCH, 1280, "light"),
            new Picture("mentions", MENTIONS, 1280, "light"),
            new Picture("figures", FIGURES, 1280, "light"),
            new Picture("entities", ENTITIES, 1280, "light"),
            new Picture("document", DOCUMENT, 1280, "light"),
            new Picture("document-dark", DOCUMENT, 1280, "dark"),
            new Picture("search-narrow", SEARCH, 360, "light"));

    private static final List<View> VIEWS = List.of(
            SEARCH,
            DOCUMENT,
            MENTIONS,
            FIGURES,
            ENTITIES,
            new View("percent", "/figures?unit=percent", ".plot .mark"),
            new View("people", "/entities?type=person", "#entities a.result"),
            new View("grouped", "/mentions?type=person&group=document", "#mentions a.result"),
            new View("first", "/", ".examples a"),
            new View("narrowed", "/?q=exile&stance=advocacy&source=The+World+Today&date.from=2025", ".hit"),
            new View("nothing", "/?q=zyzzyva&stance=critical", ".examples a"),
            new View("blocks", "/documents/shareamerica-talent?q=army", ".ticks"),
            new View("quote", "/documents/chatham-house-exiles?q=exiles#c=2216-2895", ".target"));

    @TempDir
    Path folder;

    @Test
    void ofEveryView() throws Exception {
        try (Browser browser = Browser.start();
                Site site = Site.of(Path.of("seeds"), folder.resolve("index"))) {
            Files.createDirectories(DOCS);
            for (Picture picture : PICTURES) {
                shoot(browser, site, picture, DOCS);
            }
            String all = System.getProperty("wherein.screenshots", "");
            if (!all.isEmpty()) {
                Path to = Files.createDirectories(Path.of(all));
                for (View view : VIEWS) {
                    for (int width : List.of(1280, 768, 360)) {
                        for (String scheme : List.of("light", "dark")) {
                            String name = view.name + "-" + width + "-" + scheme;
                            shoot(browser, site, new Picture(name, view, width, scheme), to);
                        }
                    }
                }
            }
        }
    }

    private static void shoot(Browser browser, Site site, Picture picture, Path to) throws IOException {
        browser.size(picture.width, picture.width < 800 ? 760 : 900);
        browser.scheme(picture.scheme);
        browser.open(site.address() + picture.view.path);
        browser.awaitShown(picture.view.awaited);
        // A caret that blinks would make two pictures of one page differ.
        browser.run("document.activeElement.blur()");
        Files.write(to.resolve(picture.name + ".png"), browser.screenshot());
    }
}
