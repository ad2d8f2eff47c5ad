package wherein.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The page: one HTML shell for all views, and the files it loads, from the jar. */
final class Page {

    /** Nothing else is served, so no path can lead anywhere else. */
    private static final Set<String> ASSETS = Set.of(
            "api.js",
            "app.js",
            "document.js",
            "dom.js",
            "facets.js",
            "keys.js",
            "notice.js",
            "search.js",
            "state.js",
            "style.css",
            "text.js");

    private Page() {}

    static void shell(Context context) throws IOException {
        context.contentType("text/html; charset=utf-8").result(read("index.html"));
    }

    static void asset(Context context) throws IOException {
        String file = context.pathParam("file");
        if (!ASSETS.contains(file)) {
            throw new ProblemException(Problem.NOT_FOUND, "The page has no file of this name.");
        }
        String type = file.endsWith(".css") ? "text/css" : "text/javascript";
        context.contentType(type + "; charset=utf-8").result(read(file));
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream("/wherein/page/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return in.readAllBytes();
        }
    }
}
