package wherein.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The page: one HTML shell for all views, and the files it loads, from the jar. */
final class Page {

    /** Nothing else is served, so no path can lead anywhere else. */
    private static final Map<String, String> ASSETS =
            Map.of("app.js", "text/javascript; charset=utf-8", "style.css", "text/css; charset=utf-8");

    private Page() {}

    static void shell(Context context) throws IOException {
        context.contentType("text/html; charset=utf-8").result(read("index.html"));
    }

    static void asset(Context context) throws IOException {
        String file = context.pathParam("file");
        String type = ASSETS.get(file);
        if (type == null) {
            throw new ProblemException(Problem.NOT_FOUND, "The page has no file of this name.");
        }
        context.contentType(type).result(read(file));
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
