package wherein.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wherein.api.Endpoint;
import wherein.api.Engine;
import wherein.api.Parameters;
import wherein.api.Problem;
import wherein.api.ProblemException;
import wherein.api.SearchApi;
import wherein.json.Json;
import wherein.search.PassageSearcher;

/**
 * The page: one HTML shell for all views, and the files it loads. The shell of a search holds the results as the page
 * shows them, so that they are there before any script is, and the answer they were made of, so that the script need not
 * ask for it again.
 */
final class Page {

    /** What an address of the page says that is no filter, and how it is if it is not said. */
    private static final Map<String, String> VIEW = Map.of("op", "or", "sort", "relevance", "group", "passage");

    /** The parameters of a search that are not in an address of the page, or do not narrow what it leads to. */
    static final Set<String> SHOWN = Set.of("mode", "facets", "interval", "group");

    /** Said by a switch of its own. */
    private static final String DUPLICATES = "duplicates";

    /** The fields that are counted for every search, before those of the collection and after them. */
    private static final List<String> COMMON = List.of("stance", "source", "date", "country", "person");

    private static final List<String> LAST = List.of("lang", "author", "block");

    /** Places of the shell: what is there without scripts; the text in the box; the parts of a search. */
    private static final String NO_SCRIPT = "<!--noscript-->";

    private static final String BOX = "value=\"\" autocomplete";
    private static final String SEARCH = "<section id=\"search\" aria-label=\"Search\" hidden>";
    private static final String STATUS = "<p id=\"status\" role=\"status\">";
    private static final String RESULTS = "<div id=\"results\" class=\"results\">";
    private static final String CHIPS = "<div id=\"chips\" class=\"chips\" hidden>";
    private static final String ORDER = "<div class=\"order\" id=\"order\">";
    private static final String FOLDING = "<label class=\"switch\" id=\"folding\" hidden>";
    private static final String COPIES = "<span id=\"copies\">";
    private static final String FACETS = "<details id=\"facets\" class=\"facets\">";
    private static final String END = "</body>";
    private static final String HEAD_END = "</head>";

    private static final String BLANK =
            "<p>Search the collection with the form above. With scripts there is more to it.</p>";

    private final Assets assets;
    private final String shell;

    Page(Assets assets) {
        this.assets = assets;
        this.shell = shell(assets, "search");
    }

    /** The shell of a view, with what its scripts have to know of the parameters of the API. */
    private static String shell(Assets assets, String view) {
        return filled(assets.shell(view), END, PageParameters.data() + END);
    }

    /** The search, with its results if a query or a filter is there. */
    void search(Engine engine, Context context) throws IOException {
        Freshness freshness = new Freshness(context, engine, "page " + assets.edition());
        if (freshness.isUnchanged()) {
            return;
        }
        freshness.mark();
        Map<String, List<String>> asked = asked(context.queryParamMap());
        String query = first(context.queryParamMap(), "q");
        String html = filled(shell, BOX, "value=\"" + escape(query) + "\" autocomplete");
        if (asked.keySet().stream().allMatch(VIEW::containsKey)) {
            answer(context, filled(html, NO_SCRIPT, BLANK));
            return;
        }
        asked.put("mode", List.of("box"));
        asked.put("facets", List.of(String.join(",", counted(engine.searcher()))));
        asked.put("interval", List.of("month"));
        try {
            ObjectNode answer = SearchApi.search(engine, asked);
            answer(context, withAnswer(withResults(html, answer, asked), answer, context.queryString()));
        } catch (ProblemException e) {
            answer(context, filled(html, NO_SCRIPT, "<p>" + escape(e.getMessage()) + "</p>"));
        }
    }

    /** What the API is asked for an address of the page: as {@code state.js} reads it, without what says nothing. */
    private static Map<String, List<String>> asked(Map<String, List<String>> given) {
        Map<String, List<String>> asked = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            List<String> said = values.stream()
                    .filter(value -> !(name.matches("date\\.(from|to)") && value.isEmpty()))
                    .toList();
            boolean idle = name.equals("q") && first(given, name).isBlank()
                    || VIEW.containsKey(name) && first(given, name).equals(VIEW.get(name));
            if (!idle && !said.isEmpty()) {
                asked.put(name, name.equals("q") || VIEW.containsKey(name) ? said.subList(0, 1) : said);
            }
        });
        if (asked.containsKey("op") && !first(asked, "op").equals("and")) {
            asked.remove("op");
        }
        return asked;
    }

    private static List<String> counted(PassageSearcher searcher) {
        List<String> own = searcher.fields().stream().map(Parameters::filterOf).toList();
        return Stream.of(COMMON, own, LAST)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
    }

    /** The shell with the results where the script will show them, and with room for what it will show beside. */
    private static String withResults(String shell, ObjectNode answer, Map<String, List<String>> asked) {
        HitList list = new HitList(answer, asked);
        String html = filled(shell, SEARCH, SEARCH.replace(" hidden", ""));
        html = filled(html, STATUS, STATUS + escape(list.status()));
        html = filled(html, RESULTS, RESULTS + list.html());
        if (answer.at("/total/copies").asInt() > 0 || asked.containsKey(DUPLICATES)) {
            html = filled(html, FOLDING, FOLDING.replace(" hidden", ""));
            html = filled(html, COPIES, COPIES + escape(list.copies()));
        }
        if (answer.get("hits").isEmpty()) {
            // What would narrow or order them is no use; the script offers other ways on.
            html = filled(html, ORDER, ORDER.replace(">", " hidden>"));
            html = filled(html, FACETS, FACETS.replace(">", " hidden>"));
        } else if (asked.keySet().stream().anyMatch(Page::isFilter)) {
            html = filled(html, CHIPS, CHIPS.replace(" hidden", ""));
        }
        int shown = answer.at("/total/returned").asInt();
        return filled(
                html, NO_SCRIPT, answer.hasNonNull("next_url") ? "<p>These are the first " + shown + ".</p>" : "");
    }

    private static boolean isFilter(String name) {
        return !name.equals("q") && !name.equals(DUPLICATES) && !VIEW.containsKey(name) && !SHOWN.contains(name);
    }

    /** The page with the answer that it was made of, and the address that this answers: as data, which no browser runs. */
    private static String withAnswer(String html, ObjectNode answer, String address) {
        ObjectNode data = Json.object().put("address", "?" + address);
        data.set("answer", answer);
        // Without a bracket it cannot end early.
        String json = Json.text(data).replace("<", "\\u003c");
        return filled(html, END, "<script type=\"application/json\" id=\"first\">" + json + "</script>\n" + END);
    }

    /** {@code html} with {@code text} in the place of {@code part}, which the shell has once. */
    private static String filled(String html, String part, String text) {
        int at = html.indexOf(part);
        if (at < 0) {
            throw new IllegalStateException("the shell of the page lacks " + part);
        }
        return html.substring(0, at) + text + html.substring(at + part.length());
    }

    /** A view of the ledger, which the page's scripts fetch; without them it leads to tables made here, and to the rows of {@code path}. */
    Handler ledger(String view, String path, String title) {
        String html = shell(assets, view);
        return context -> {
            String asked = context.queryString() == null ? "" : "?" + escape(context.queryString());
            String plain = filled(
                    html,
                    NO_SCRIPT,
                    "<p><a href=\"" + PlainView.PATH + view + asked + "\">The view without scripts</a></p><p><a href=\""
                            + Endpoint.BASE + path + asked + "\">" + title + "</a></p>");
            tagged(context, filled(plain, HEAD_END, PlainView.redirect(view, asked) + HEAD_END));
        };
    }

    /** The same view for readers without scripts: what {@code endpoint} answers, as tables. */
    RequestHandler.EngineHandler plain(String view, String title, String endpoint) {
        return new PlainView(view, title, endpoint, assets.address("style.css"))::answer;
    }

    /** A document, which the page's scripts fetch; without them there is its text. */
    RequestHandler.EngineHandler document() {
        String html = shell(assets, "document");
        return (engine, context) -> {
            String id = context.pathParam("id");
            if (engine.searcher().document(id).isEmpty()) {
                context.status(404);
                String said = "<p>There is no document of this id in the collection.</p>";
                answer(context, filled(html, NO_SCRIPT, said));
                return;
            }
            String text = Endpoint.BASE + "/documents/" + escape(Json.encode(id)) + "/text";
            tagged(context, filled(html, NO_SCRIPT, "<p><a href=\"" + text + "\">The document as plain text</a></p>"));
        };
    }

    /** A file of the page: kept for ever, since its address is that of these bytes. */
    void asset(Context context) {
        String file = context.pathParam("file");
        byte[] bytes = assets.file(context.pathParam("edition"), file)
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "The page has no file of this name."));
        String type = file.endsWith(".css") ? "text/css" : "text/javascript";
        context.header("Cache-Control", Assets.FOR_EVER);
        context.contentType(type + "; charset=utf-8").result(bytes);
    }

    /** Answers with {@code html}, which is the same as long as its tag is; or says that the client has it. */
    private static void tagged(Context context, String html) {
        String tag = "W/\"" + Assets.digest(Map.of("", html.getBytes(StandardCharsets.UTF_8))) + "\"";
        context.header("ETag", tag);
        String had = context.header("If-None-Match");
        if (had != null && Arrays.stream(had.split(",")).map(String::strip).anyMatch(tag::equals)) {
            context.status(304);
            return;
        }
        answer(context, html);
    }

    private static void answer(Context context, String html) {
        context.contentType("text/html; charset=utf-8").result(html);
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
