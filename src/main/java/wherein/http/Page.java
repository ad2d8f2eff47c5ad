package wherein.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import wherein.api.Endpoint;
import wherein.api.Engine;
import wherein.api.Problem;
import wherein.api.ProblemException;
import wherein.api.SearchApi;
import wherein.json.Json;

/**
 * The page: one HTML shell for all views, and the files it loads, from the jar. For a browser without scripts the shell
 * holds the results as a plain list.
 */
final class Page {

    /** Nothing else is served, so no path can lead anywhere else. */
    private static final Set<String> ASSETS = Set.of(
            "api.js",
            "app.js",
            "chips.js",
            "cite.js",
            "dates.js",
            "document.js",
            "dom.js",
            "entities.js",
            "facets.js",
            "figures.js",
            "keys.js",
            "ledger.css",
            "ledger.js",
            "mentions.js",
            "notice.js",
            "plot.js",
            "search.js",
            "stances.js",
            "state.js",
            "style.css",
            "suggest.js",
            "text.js");

    private static final String SHELL = "index.html";

    /** What the shell has in the place of the list, and of the text in the box. */
    private static final String LIST = "<!--noscript-->";

    private static final String BOX = "value=\"\" autocomplete";

    private Page() {}

    /** The names of all files of the page. */
    static Set<String> files() {
        Set<String> files = new TreeSet<>(ASSETS);
        files.add(SHELL);
        return files;
    }

    /** The search, with its results as a list if a query or a filter is there. */
    static void search(Engine engine, Context context) throws IOException {
        Map<String, List<String>> asked = context.queryParamMap();
        String query = String.join(" ", asked.getOrDefault("q", List.of()));
        String list = asked.isEmpty()
                ? "<p>Search the collection with the form above. With scripts there is more to it.</p>"
                : list(engine, asked);
        answer(context, read(SHELL).replace(LIST, list).replace(BOX, "value=\"" + escape(query) + "\" autocomplete"));
    }

    /** A view of the ledger, which the page's scripts fetch; without them there are the rows of {@code path} themselves. */
    static Handler ledger(String path, String title) {
        return context -> {
            String asked = context.queryString() == null ? "" : "?" + escape(context.queryString());
            answer(
                    context,
                    read(SHELL)
                            .replace(
                                    LIST, "<p><a href=\"" + Endpoint.BASE + path + asked + "\">" + title + "</a></p>"));
        };
    }

    /** A document, which the page's scripts fetch; without them there is its text. */
    static void document(Context context) throws IOException {
        String text = Endpoint.BASE + "/documents/" + Json.encode(context.pathParam("id")) + "/text";
        answer(context, read(SHELL).replace(LIST, "<p><a href=\"" + text + "\">The document as plain text</a></p>"));
    }

    static void asset(Context context) throws IOException {
        String file = context.pathParam("file");
        if (!ASSETS.contains(file)) {
            throw new ProblemException(Problem.NOT_FOUND, "The page has no file of this name.");
        }
        String type = file.endsWith(".css") ? "text/css" : "text/javascript";
        context.contentType(type + "; charset=utf-8").result(read(file));
    }

    private static void answer(Context context, String html) {
        context.contentType("text/html; charset=utf-8").result(html);
    }

    private static String list(Engine engine, Map<String, List<String>> asked) throws IOException {
        Map<String, List<String>> parameters = new LinkedHashMap<>(asked);
        parameters.putIfAbsent("mode", List.of("box"));
        try {
            ObjectNode answer = SearchApi.search(engine, parameters);
            StringBuilder html = new StringBuilder("<p>" + total(answer.get("total")) + "</p><ol class=\"hits\">");
            answer.get("hits").forEach(hit -> html.append(item(hit)));
            return html.append("</ol>").toString();
        } catch (ProblemException e) {
            return "<p>" + escape(e.getMessage()) + "</p>";
        }
    }

    private static String total(JsonNode total) {
        int shown = total.get("returned").asInt();
        int passages = total.get("passages").asInt();
        int documents = total.get("documents").asInt();
        return passages + (passages == 1 ? " passage" : " passages") + " in " + documents
                + (documents == 1 ? " document" : " documents") + (shown < passages ? ", the first " + shown : "");
    }

    private static String item(JsonNode hit) {
        String title = hit.get("title").isNull() ? text(hit, "document") : text(hit, "title");
        List<String> about = new ArrayList<>();
        for (String name : List.of("source", "date", "stance", "block")) {
            boolean isPlain = name.equals("block") && text(hit, name).equals("prose");
            if (!hit.get(name).isNull() && !isPlain) {
                about.add(escape(text(hit, name)));
            }
        }
        // The snippet is escaped where it is made, with marks as its only elements.
        return "<li class=\"hit\"><p class=\"meta\">" + String.join(" · ", about)
                + "</p><h2><a href=\"" + escape(text(hit, "link")) + "\">" + escape(title) + "</a></h2><p>"
                + text(hit, "snippet") + "</p></li>";
    }

    private static String text(JsonNode hit, String name) {
        return hit.get(name).asText();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String file) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream("/wherein/page/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
