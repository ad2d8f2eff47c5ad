package wherein.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wherein.api.Answer;
import wherein.api.Endpoint;
import wherein.api.Endpoints;
import wherein.api.Engine;
import wherein.api.Parameter;
import wherein.api.ProblemException;
import wherein.api.Request;

/**
 * A view for readers without scripts: what its endpoint answers, as tables made by the server, with a link to the next page. The
 * shell of the view leads here where no script runs, so that nothing is counted twice for all others.
 */
final class PlainView {

    /** Before the name of a view. */
    static final String PATH = "/plain/";

    private static final int ROWS = 100;

    /** What a view says that its endpoint may not know: how it is ordered and folded. */
    private static final Set<String> SHOWN = Set.of("sort", "group", "op", "x");

    /** What tells a script how to go on, and a reader nothing. */
    private static final Set<String> UNTOLD = Set.of(
            "next", "next_url", "complete", "remaining", "index", "start", "end", "nested", "rule", "before", "after");

    private final String view;
    private final String title;
    private final String endpoint;
    private final String head;

    /**
     * A view.
     *
     * @param endpoint the path of what it shows
     * @param sheet the address of the page's style sheet
     */
    PlainView(String view, String title, String endpoint, String sheet) {
        this.view = view;
        this.title = title;
        this.endpoint = endpoint;
        this.head = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                + " – Wherein</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"" + sheet
                + "\"></head><body><main>";
    }

    /** What leads here from the shell of the view, in its head. */
    static String redirect(String view, String query) {
        return "<noscript><meta http-equiv=\"refresh\" content=\"0; url=" + PATH + view + query + "\"></noscript>";
    }

    /** Answers with the tables. */
    void answer(Engine engine, Context context) throws IOException {
        Freshness freshness = new Freshness(context, engine, "plain " + head);
        if (freshness.isUnchanged()) {
            return;
        }
        String body;
        try {
            ObjectNode told = told(engine, asked(engine, context.queryParamMap()));
            freshness.mark();
            body = lists(told) + next(told);
        } catch (ProblemException e) {
            context.status(e.problem().status());
            body = "<p>" + Page.escape(e.getMessage()) + "</p>";
        }
        String query = context.queryString() == null ? "" : "?" + Page.escape(context.queryString());
        String html = head + "<p><a href=\"/\">Wherein</a></p><h1>" + title + "</h1>" + body + "<p><a href=\"/" + view
                + query + "\">The same with scripts</a></p></main></body></html>";
        context.contentType("text/html; charset=utf-8").result(html);
    }

    /** What the endpoint is asked for an address of the view. */
    private Map<String, List<String>> asked(Engine engine, Map<String, List<String>> given) throws IOException {
        Set<String> known = new LinkedHashSet<>();
        for (Parameter<?> parameter : Endpoints.of(endpoint).parameters()) {
            known.add(parameter.name());
        }
        Map<String, List<String>> asked = new LinkedHashMap<>();
        given.forEach((name, values) -> {
            boolean blank = values.stream().allMatch(String::isBlank) && (name.equals("q") || name.startsWith("date."));
            if (!blank && !(SHOWN.contains(name) && !known.contains(name)) && !name.equals("sort")) {
                asked.put(name, values);
            }
        });
        if (asked.containsKey("q") && known.contains("mode")) {
            asked.putIfAbsent("mode", List.of("box"));
        }
        if (known.contains("limit")) {
            asked.putIfAbsent("limit", List.of(Integer.toString(ROWS)));
        }
        if (view.equals("figures") && !asked.containsKey("unit")) {
            JsonNode units = told(engine, "/entities/{type}", Map.of("type", "unit"), Map.of("limit", List.of("1")));
            asked.put("unit", List.of(units.at("/entities/0/id").asText("people")));
        }
        if (view.equals("entities")) {
            asked.remove("id");
        }
        return asked;
    }

    private ObjectNode told(Engine engine, Map<String, List<String>> asked) throws IOException {
        if (view.equals("entities")) {
            List<String> type = asked.remove("type");
            String one = type == null ? "country" : type.getFirst();
            return told(engine, endpoint, Map.of("type", one), asked);
        }
        return told(engine, endpoint, Map.of(), asked);
    }

    private static ObjectNode told(
            Engine engine, String path, Map<String, String> variables, Map<String, List<String>> asked)
            throws IOException {
        Endpoint of = Endpoints.of(path);
        Request request = new Request(variables, asked, of.forms().getFirst(), "");
        return switch (of.answer(engine, request)) {
            case Answer.Rows rows -> rows.table().page();
            case Answer.Body body -> body.json();
            case Answer.Text text -> throw new IllegalStateException(path + " answers with a text");
        };
    }

    /** The next page, if there is one. */
    private String next(ObjectNode told) {
        String url = told.path("next_url").asText("");
        return url.isEmpty() || told.path("next_url").isNull()
                ? ""
                : "<p><a href=\"" + PATH + view + Page.escape(url.substring(url.indexOf('?'))) + "\">The next " + ROWS
                        + "</a></p>";
    }

    /** An object as lines of its values and tables of its rows. */
    private static String lists(JsonNode told) {
        StringBuilder html = new StringBuilder();
        told.properties().forEach(each -> {
            JsonNode value = each.getValue();
            if (UNTOLD.contains(each.getKey()) || value.isEmpty() && value.isContainerNode()) {
                return;
            }
            if (value.isArray() && value.get(0).isObject()) {
                html.append(table(each.getKey(), value));
            } else {
                html.append("<p>")
                        .append(name(each.getKey()))
                        .append(": ")
                        .append(text(value))
                        .append("</p>");
            }
        });
        return html.toString();
    }

    private static String table(String name, JsonNode rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        columns.removeAll(UNTOLD);
        StringBuilder html = new StringBuilder("<table><caption>" + name(name) + "</caption><thead><tr>");
        columns.forEach(
                column -> html.append("<th scope=\"col\">").append(name(column)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (JsonNode row : rows) {
            html.append("<tr>");
            for (String column : columns) {
                JsonNode value = row.path(column);
                html.append("<td>")
                        .append(column.equals("link") && value.isTextual() ? link(value.asText()) : text(value))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    /** To the plain view where a link leads to a view that has one. */
    private static String link(String address) {
        String plain =
                address.matches("/(mentions|figures|entities|together|timeline)\\?.*") ? "/plain" + address : address;
        return "<a href=\"" + Page.escape(plain) + "\">open</a>";
    }

    private static String name(String key) {
        return Page.escape(key.replace('_', ' '));
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "–";
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(each -> parts.add(text(each)));
            return String.join("; ", parts);
        }
        if (value.isObject()) {
            List<String> parts = new ArrayList<>();
            value.properties().forEach(each -> parts.add(name(each.getKey()) + " " + text(each.getValue())));
            return String.join(", ", parts);
        }
        return Page.escape(value.asText());
    }
}
