package wherein.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes the pictures of the page that the documentation shows, and the page of the documentation that shows them all, from the default
 * collection: {@code mvn test -Dtest=Screenshots}. Its name is not that of a test, so that it runs only when asked for.
 */
class Screenshots extends OnBrowser {

    private static final Path PAGE = Path.of("docs/page.md");
    private static final Path PICTURES = Path.of("docs/page");

    /** How wide, how high, and in which scheme. */
    private record Look(int width, int height, String scheme) {

        String word() {
            return width + "-" + scheme;
        }
    }

    private static final List<Look> LOOKS =
            List.of(new Look(1280, 900, "light"), new Look(1280, 900, "dark"), new Look(360, 760, "light"));

    @TempDir
    Path folder;

    @Test
    void ofEveryView() throws Exception {
        Files.createDirectories(PICTURES);
        StringBuilder page = new StringBuilder("# The page, view by view\n\n"
                + "From the digests that come with the program; made by `mvn test -Dtest=Screenshots`.\n");
        try (Site site = Site.of(Path.of("seeds"), folder.resolve("index"));
                Served judged = Served.judged(folder.resolve("index"), folder, true)) {
            for (View view : View.values()) {
                page.append("\n## ").append(view.told()).append("\n\n");
                String server = View.all(true).contains(view) ? judged.address() : site.address();
                for (Look look : LOOKS) {
                    String name = view.word() + "-" + look.word() + ".webp";
                    Files.write(PICTURES.resolve(name), picture(view, server, look));
                    page.append("![")
                            .append(view.told())
                            .append(' ')
                            .append(look.width)
                            .append(" pixels, ")
                            .append(look.scheme)
                            .append(".](page/")
                            .append(name)
                            .append(")\n");
                }
            }
            browser.leaveQuietly(List.of(site.address() + "/", judged.address() + "/", "about:"));
        }
        Files.write(PAGE, page.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] picture(View view, String server, Look look) throws IOException {
        browser.size(look.width, look.height);
        browser.scheme(look.scheme);
        view.show(browser, server);
        // A caret that blinks would make two pictures of one page differ.
        browser.run("document.activeElement.matches('input') && document.activeElement.blur()");
        byte[] picture = browser.picture(look.width, look.height);
        browser.run("localStorage.clear()");
        return picture;
    }
}
