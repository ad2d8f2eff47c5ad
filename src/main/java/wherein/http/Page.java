package wherein.http;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wherein.api.AbsenceApi;
import wherein.api.DocumentsApi;
import wherein.api.Endpoint;
import wherein.api.Engine;
import wherein.api.Overview;
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
    private static final Map<String, String> VIEW =
            Map.of("op", "or", "typing", "off", "sort", "relevance", "group", "passage", "per_document", "");

    /** How many passages of a document stand together, and of how many documents a page is, unless each stands by itself. */
    private static final String TOGETHER = "3";

    private static final String DOCUMENTS = "10";

    /** The parameters of a search that are not in an address of the page, or do not narrow what it leads to. */
    static final Set<String> SHOWN = Set.of("mode", "facets", "interval", "group", "per_document", "limit");

    /** Queries that a script marks beside the first: they narrow nothing. */
    private static final String MARKED = "mark.q";

    /** What a search is asked of its hits, and of nothing else. */
    private static final Set<String> OF_HITS = Set.of(
            "facets", "interval", "group", "per_document", "sort", "snippets", "explain", "fields", "limit", "cursor");

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
    private static final String UNDATED = "<a id=\"undated\" href=\"/\" hidden>";
    private static final String RESULTS = "<div id=\"results\" class=\"results\" tabindex=\"-1\">";
    private static final String CHIPS = "<div id=\"chips\" class=\"chips\" hidden>";
    private static final String ORDER = "<div class=\"order\" id=\"order\">";
    private static final String FOLDING = "<label class=\"switch\" id=\"folding\" hidden>";
    private static final String COPIES = "<span id=\"copies\">";
    private static final String FACETS = "<details id=\"facets\" class=\"facets\">";
    private static final String END = "</body>";
    private static final String HEAD_END = "</head>";

    /** Said until a view is there; a search is there with the shell. */
    private static final String LOADING = "<span class=\"first\">Loading…</span>";
    /** By which field passages stand side by side, which of its values, and how many at most, as {@code sides.js} has it. */
    private static final String SIDES_BY = "side.by";

    private static final String SIDES_OF = "side.of";
    private static final int MOST_SIDES = 4;

    private static final String BLANK = "<p>Side by side there is something to see with scripts.</p>";

    /** So many characters of markup a document has in its page, from which on there is a link to the rest. */
    private static final int LONGEST = 200_000;

    private final Assets assets;
    private final String shell;
    private final String blank;
    private final String sides;

    Page(Assets assets) {
        this.assets = assets;
        this.shell = shell(assets, "search", "facets");
        this.blank = shell(assets, "search", "collection", "examples");
        this.sides = shell(assets, "sides");
    }

    /** The shell of a view, with what its scripts have to know of the parameters of the API. */
    private static String shell(Assets assets, String... modules) {
        return filled(assets.shell(modules), END, PageParameters.data() + END);
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
        boolean isBlank = asked.keySet().stream().allMatch(VIEW::containsKey);
        String html = filled(isBlank ? blank : shell, BOX, "value=\"" + escape(query) + "\" autocomplete");
        if (isBlank) {
            answer(context, withOverview(html, Overview.of(engine)));
            return;
        }
        asked.put("mode", List.of("box"));
        asked.put("facets", List.of(String.join(",", counted(engine.searcher()))));
        asked.put("interval", List.of("auto"));
        if (!asked.containsKey("per_document") && !asked.containsKey("group")) {
            asked.put("per_document", List.of(TOGETHER));
            asked.put("limit", List.of(DOCUMENTS));
        }
        try {
            ObjectNode answer = SearchApi.search(engine, asked);
            String absence = answer.get("hits").isEmpty() ? absence(engine, asked) : "";
            answer(context, withAnswer(withResults(html, answer, asked, absence), answer, context.queryString()));
        } catch (ProblemException e) {
            answer(context, filled(html, NO_SCRIPT, "<p>" + escape(e.getMessage()) + "</p>"));
        }
    }

    /** What stands behind "nothing found", in words. */
    private static String absence(Engine engine, Map<String, List<String>> asked) throws IOException {
        Map<String, List<String>> same = new LinkedHashMap<>(asked);
        same.keySet().removeAll(OF_HITS);
        return AbsenceApi.text(engine, same);
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
            if (!idle && !said.isEmpty() && !name.equals(MARKED)) {
                asked.put(name, name.equals("q") || VIEW.containsKey(name) ? said.subList(0, 1) : said);
            }
        });
        if (asked.containsKey("per_document")) {
            asked.remove(first(asked, "per_document").equals("0") ? "group" : "per_document");
        }
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
    private static String withResults(
            String shell, ObjectNode answer, Map<String, List<String>> asked, String absence) {
        HitList list = new HitList(answer, asked);
        String html = filled(filled(shell, LOADING, ""), SEARCH, SEARCH.replace(" hidden", ""));
        html = filled(html, STATUS, STATUS + escape(list.status()));
        if (list.undated() > 0) {
            html = filled(html, UNDATED, "<a id=\"undated\" href=\"" + escape(list.withoutUndated()) + "\">");
        }
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
        String more = answer.hasNonNull("next_url") ? "<p>These are the first " + shown + ".</p>" : "";
        return filled(
                html, NO_SCRIPT, absence.isEmpty() ? more : "<pre class=\"report\">" + escape(absence) + "</pre>");
    }

    /** The shell with the collection before anything is asked. */
    private static String withOverview(String shell, ObjectNode overview) {
        String html = filled(shell, SEARCH, SEARCH.replace(" hidden", ""));
        html = filled(html, RESULTS, RESULTS + new Welcome(overview).html());
        html = filled(html, ORDER, ORDER.replace(">", " hidden>"));
        html = filled(html, FACETS, FACETS.replace(">", " hidden>"));
        html = filled(html, LOADING, "");
        return withData(filled(html, NO_SCRIPT, ""), Json.object().set("overview", overview));
    }

    private static boolean isFilter(String name) {
        return !name.equals("q") && !name.equals(DUPLICATES) && !VIEW.containsKey(name) && !SHOWN.contains(name);
    }

    /** The page with the answer that it was made of, and the address that this answers: as data, which no browser runs. */
    private static String withAnswer(String html, ObjectNode answer, String address) {
        ObjectNode data = Json.object().put("address", "?" + address);
        data.set("answer", answer);
        return withData(html, data);
    }

    private static String withData(String html, JsonNode data) {
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

    /** A view that the page's scripts make of what the browser keeps; without them there is a sentence. */
    Handler aside(String view, String sentence) {
        String html = filled(shell(assets, view), NO_SCRIPT, "<p>" + escape(sentence) + "</p>");
        return context -> tagged(context, html);
    }

    /** The columns of a view side by side, which the page's scripts fetch; without them each is a link to its passages. */
    void sides(Context context) {
        Map<String, List<String>> asked = new LinkedHashMap<>(context.queryParamMap());
        String field = first(asked, SIDES_BY);
        List<String> values = asked.getOrDefault(SIDES_OF, List.of());
        asked.remove(SIDES_BY);
        asked.remove(SIDES_OF);
        StringBuilder links = new StringBuilder();
        for (String value : values.subList(0, Math.min(values.size(), MOST_SIDES))) {
            Map<String, List<String>> narrowed = new LinkedHashMap<>(asked);
            narrowed.put(field, List.of(value));
            String query = narrowed.entrySet().stream()
                    .flatMap(each ->
                            each.getValue().stream().map(one -> Json.encode(each.getKey()) + "=" + Json.encode(one)))
                    .collect(Collectors.joining("&"));
            links.append("<li><a href=\"/?" + escape(query) + "\">" + escape(value.isEmpty() ? "unknown" : value)
                    + "</a></li>");
        }
        String html = links.isEmpty() ? BLANK : "<ul>" + links + "</ul>";
        tagged(context, filled(sides, NO_SCRIPT, html));
    }

    /** A document, which the page's scripts fetch; without them there is its text with the same marks. */
    RequestHandler.EngineHandler document() {
        String html = shell(assets, "document", "similar");
        return (engine, context) -> {
            String id = context.pathParam("id");
            if (engine.searcher().document(id).isEmpty()) {
                context.status(404);
                String said = "<p>There is no document of this id in the collection.</p>";
                answer(context, filled(html, NO_SCRIPT, said));
                return;
            }
            String plain = Endpoint.BASE + "/documents/" + escape(Json.encode(id)) + "/text";
            String link = "<p><a href=\"" + plain + "\">The document as plain text</a></p>";
            tagged(context, filled(html, NO_SCRIPT, text(engine, id, context.queryParamMap()) + link));
        };
    }

    /** The text of a document with its marks; of a long one its beginning. */
    private static String text(Engine engine, String id, Map<String, List<String>> asked) throws IOException {
        ObjectNode document;
        try {
            document = DocumentsApi.marked(engine, id, asked);
        } catch (ProblemException e) {
            return "<p>" + escape(e.getMessage()) + "</p>";
        }
        String about = Stream.of("source", "date", "stance")
                .map(field -> document.get(field).asText())
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" · "));
        StringBuilder html = new StringBuilder("<article class=\"document\"><h1>")
                .append(escape(document.get("title").asText()))
                .append("</h1><p class=\"meta\">")
                .append(escape(about))
                .append("</p><div class=\"text\">");
        for (JsonNode passage : document.get("passages")) {
            if (html.length() > LONGEST) {
                html.append("<p>The text goes on after these ")
                        .append(passage.get("start").asInt())
                        .append(" characters.</p>");
                break;
            }
            html.append(PassageHtml.of(passage));
        }
        return html.append("</div></article>").toString();
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
