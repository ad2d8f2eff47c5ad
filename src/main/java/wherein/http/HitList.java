package wherein.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wherein.json.Json;

/**
 * The hits of an answer as the page shows them, in HTML: for browsers without scripts all there is, for others what they
 * show until their script is there. It makes the same elements as {@code search.js} does, so that nothing moves when the
 * script takes them over; a test holds the two against each other.
 */
final class HitList {

    private static final Map<String, String> BLOCKS = Map.of(
            "heading", "heading",
            "caption", "caption of a picture",
            "list", "list",
            "quote", "quote",
            "boilerplate", "not part of the text");

    /** What a link to more of the same document says in a place of its own. */
    private static final Set<String> OF_OTHERS = Set.of("q", "op", "typing", "doc", "sort");

    private static final String COLLECT = "<button type=\"button\" class=\"plain collect\">Add to tray</button>";

    /** So many of the places are named where the same words stand. */
    private static final int PLACES = 3;

    private final JsonNode answer;

    /** What the page was asked, by parameter, as the API is asked it. */
    private final Map<String, List<String>> asked;

    HitList(JsonNode answer, Map<String, List<String>> asked) {
        this.answer = answer;
        this.asked = asked;
    }

    /** How many there are, and how long it took to find them. */
    String status() {
        JsonNode total = answer.get("total");
        String passages = count(total.get("passages").asInt(), "passage");
        String documents = count(total.get("documents").asInt(), "document");
        boolean byDocument = first("group").equals("document");
        int undated = undated();
        return (byDocument ? documents + " with " + passages : passages + " in " + documents) + ", "
                + (undated > 0 ? String.format(Locale.ROOT, "%,d of them without a date, ", undated) : "")
                + Math.max(1, Math.round(answer.get("took_ms").asDouble())) + " ms";
    }

    /** How many of them have no date, where a range of dates was asked for that keeps these; else 0. */
    int undated() {
        boolean ranged = !first("date.from").isEmpty() || !first("date.to").isEmpty();
        String match = first("date.match");
        if (ranged && (match.isEmpty() || match.equals("possible"))) {
            for (JsonNode facet : answer.get("facets")) {
                for (JsonNode value : facet.get("values")) {
                    if (facet.get("field").asText().equals("date")
                            && value.get("value").asText().isEmpty()) {
                        return value.get("count").asInt();
                    }
                }
            }
        }
        return 0;
    }

    /** The page's address of the same without what has no date. */
    String withoutUndated() {
        List<String> query = query();
        asked.forEach((name, values) -> {
            if (!Page.SHOWN.contains(name) && !name.equals("q") && !name.equals("op") && !name.equals("date.match")) {
                values.forEach(value -> query.add(form(name) + "=" + form(value)));
            }
        });
        query.add("date.match=known");
        return "/?" + String.join("&", query);
    }

    /** How many of them repeat another, in the words of the switch that leaves them out. */
    String copies() {
        int copies = answer.at("/total/copies").asInt();
        return "leave out " + String.format(Locale.ROOT, "%,d ", copies) + (copies == 1 ? "copy" : "copies");
    }

    /** The list; without hits, that there are none. */
    String html() {
        if (answer.get("hits").isEmpty()) {
            return "<h2>Nothing found</h2>";
        }
        StringBuilder html = new StringBuilder("<ol class=\"hits\" role=\"list\">");
        JsonNode hits = answer.get("hits");
        int first = 0;
        int shown = 0;
        for (int i = 0; i < hits.size(); i++) {
            JsonNode hit = hits.get(i);
            boolean next = isTogether() && i > 0 && isOfOne(hit, hits.get(first));
            first = next ? first : i;
            shown = 1 + hit.path("folded").size() + (next ? shown : 0);
            boolean last = i + 1 == hits.size() || !isOfOne(hit, hits.get(i + 1));
            int left = hit.path("more_in_document").asInt() + 1 - shown;
            String more = more(hit) + (isTogether() && last && left > 0 ? rest(hit, left) : "");
            html.append(next ? also(hit, hits.get(first), more) : item(hit, more));
        }
        return html.append("</ol>").toString();
    }

    private boolean isTogether() {
        return !first("per_document").isEmpty() && !first("per_document").equals("0");
    }

    private static boolean isOfOne(JsonNode hit, JsonNode other) {
        return hit.get("document").equals(other.get("document"));
    }

    /** A hit below another of its document. */
    private String also(JsonNode hit, JsonNode first, String more) {
        List<String> about = new ArrayList<>(parts(hit));
        about.removeAll(parts(first));
        String id = text(hit, "id");
        String name = hit.get("heading").isNull() ? "passage " + id.substring(id.lastIndexOf(':') + 1) : under(hit);
        return "<li class=\"hit also\">" + paragraph("meta", dotted(about)) + "<h2>"
                + link(hit, name) + "</h2><p class=\"under\" hidden=\"\"></p>"
                + passage(hit) + paragraph("more", more) + COLLECT + "</li>";
    }

    /** The heading of a passage, with its own marks where it matches too. */
    private static String under(JsonNode hit) {
        if (hit.get("heading").isNull()) {
            return "";
        }
        String heading = Page.escape(text(hit, "heading"));
        for (JsonNode other : hit.path("folded")) {
            if (PassageHtml.isHeading(other, text(hit, "heading"))) {
                heading = PassageHtml.of(other).replaceAll("^<p class=\"heading\">|</p>$", "");
                break;
            }
        }
        return "in “" + heading + "”";
    }

    private String link(JsonNode hit, String html) {
        return "<a class=\"result\" href=\"" + Page.escape(documentAddress(hit)) + "\">" + html + "</a>";
    }

    private String item(JsonNode hit, String more) {
        boolean named = !hit.get("title").isNull();
        String title = named ? text(hit, "title") : text(hit, "document");
        String marked = PassageHtml.line(title, named ? hit.get("title_marks") : Json.object());
        return "<li class=\"hit\"><p class=\"meta\">" + dotted(parts(hit)) + "</p><h2>" + link(hit, marked) + "</h2>"
                + paragraph("under", under(hit)) + passage(hit) + paragraph("more", more) + COLLECT + "</li>";
    }

    /** The text of a hit; nothing where that is a heading which is the title. */
    private static String passage(JsonNode hit) {
        String title = text(hit, hit.get("title").isNull() ? "document" : "title");
        if (PassageHtml.isHeading(hit, title)) {
            return "";
        }
        String lang = hit.get("lang").isNull() ? "" : " lang=\"" + Page.escape(text(hit, "lang")) + "\"";
        return "<div class=\"passage\"" + lang + ">" + PassageHtml.of(hit) + "</div>";
    }

    private static String paragraph(String name, String html) {
        return "<p class=\"" + name + "\"" + (html.isEmpty() ? " hidden=\"\"" : "") + ">" + html + "</p>";
    }

    private static List<String> parts(JsonNode hit) {
        List<String> parts = new ArrayList<>();
        parts.add(span("source", hit.get("source").isNull() ? "source unknown" : text(hit, "source")));
        parts.add(span("date", date(hit.get("date").isNull() ? "" : text(hit, "date"))));
        if (!hit.get("stance").isNull()) {
            parts.add(span("stance", text(hit, "stance")));
        }
        if (hit.path("when_match").asText().equals("possible")) {
            parts.add("<span>may lie outside these dates</span>");
        }
        if (BLOCKS.containsKey(text(hit, "block"))) {
            parts.add(span("block", BLOCKS.get(text(hit, "block"))));
        }
        if (hit.hasNonNull("ocr")) {
            long percent = Math.round(hit.get("ocr").asDouble() * 100);
            parts.add(span("block", "read from a scan, " + percent + " % sure"));
        }
        return parts;
    }

    private static String dotted(List<String> parts) {
        return String.join("<span class=\"dot\" aria-hidden=\"true\"> · </span>", parts);
    }

    private static String span(String name, String text) {
        return "<span class=\"" + name + "\">" + Page.escape(text) + "</span>";
    }

    /** A date as it was written; only an open end is put in words. */
    private static String date(String edtf) {
        if (edtf.isEmpty()) {
            return "no date";
        }
        String[] ends = edtf.split("/", -1);
        if (ends.length == 1) {
            return edtf;
        }
        boolean openTo = ends[1].isEmpty() || ends[1].equals("..");
        boolean openFrom = ends[0].isEmpty() || ends[0].equals("..");
        return openTo ? "from " + ends[0] : openFrom ? "until " + ends[1] : ends[0] + " to " + ends[1];
    }

    private String documentAddress(JsonNode hit) {
        return documentAddress(hit, hit);
    }

    /** The page's address of a place in the document of a hit. */
    private String documentAddress(JsonNode hit, JsonNode place) {
        List<String> query = first("q").isEmpty() ? List.of() : query();
        return "/documents/" + segment(text(hit, "document"))
                + (query.isEmpty() ? "" : "?" + String.join("&", query)) + "#c="
                + place.get("start").asInt() + "-" + place.get("end").asInt();
    }

    /** As a script's {@code encodeURIComponent} writes it, which leaves some signs alone. */
    private static String segment(String text) {
        return Json.encode(text)
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    private String more(JsonNode hit) {
        StringBuilder html = new StringBuilder(isTogether() ? "" : inDocument(hit));
        for (JsonNode other : hit.path("folded")) {
            if (text(other, "block").equals("quote")) {
                html.append("<a href=\"")
                        .append(Page.escape(documentAddress(hit, other)))
                        .append("\">set off as a quotation</a>");
            }
        }
        return html + alike(hit);
    }

    /** Where else the words of a passage stand. */
    private String alike(JsonNode hit) {
        int copies = hit.path("copies").asInt();
        if (copies == 0) {
            return "";
        }
        List<String> named = new ArrayList<>();
        for (JsonNode other : hit.get("duplicates")) {
            if (named.size() < PLACES) {
                String title = text(other, other.get("title").isNull() ? "document" : "title");
                List<String> query = first("q").isEmpty() ? List.of() : query();
                String link = text(other, "link");
                String address = "/documents/" + segment(text(other, "document"))
                        + (query.isEmpty() ? "" : "?" + String.join("&", query))
                        + link.substring(link.indexOf('#'));
                named.add("<a href=\"" + Page.escape(address) + "\">" + Page.escape(title) + "</a>");
            }
        }
        int rest = copies - named.size();
        return "<span class=\"alike\">also in " + String.join(", ", named)
                + (rest > 0 ? " and " + count(rest, "other place") : "") + "</span>";
    }

    private String inDocument(JsonNode hit) {
        int others = hit.path("more_in_document").asInt();
        return others <= 0
                ? ""
                : "<a href=\"" + Page.escape(within(hit)) + "\">" + others + " more in this document</a>";
    }

    private String rest(JsonNode hit, int left) {
        return "<a class=\"here\" href=\"" + Page.escape(within(hit)) + "\">"
                + String.format(Locale.ROOT, "%,d more here", left) + "</a>";
    }

    /** The page's address of the same in the document of a hit alone, each passage by itself. */
    private String within(JsonNode hit) {
        List<String> query = query();
        asked.forEach((name, values) -> {
            if (!Page.SHOWN.contains(name) && !OF_OTHERS.contains(name)) {
                values.forEach(value -> query.add(form(name) + "=" + form(value)));
            }
        });
        query.add("doc=" + form(text(hit, "document")));
        if (!first("sort").isEmpty()) {
            query.add("sort=" + form(first("sort")));
        }
        query.add("per_document=0");
        return "/?" + String.join("&", query);
    }

    /** The query, and how its words are joined if that is not as usual. */
    private List<String> query() {
        List<String> query = new ArrayList<>();
        if (!first("q").isEmpty()) {
            query.add("q=" + form(first("q")));
        }
        if (first("op").equals("and")) {
            query.add("op=and");
        }
        if (first("typing").equals("on") && !query.isEmpty()) {
            query.add("typing=on");
        }
        return query;
    }

    private String first(String name) {
        return asked.getOrDefault(name, List.of("")).getFirst();
    }

    /** As a form is sent. */
    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String count(int number, String one) {
        return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? one : one + "s");
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asText();
    }
}
