package wherein.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The collection as the page shows it before anything is asked, in HTML, of an {@link wherein.api.Overview}. It makes the same
 * elements as {@code collection.js} does; a test holds the two against each other.
 */
final class Welcome {

    /** So many values of a field are named. */
    private static final int NAMED = 8;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private final JsonNode overview;

    Welcome(JsonNode overview) {
        this.overview = overview;
    }

    /** The whole of it. */
    String html() {
        return "<div class=\"welcome\">" + lead() + changed() + dates() + values("country", "Countries", "/entities")
                + values("person", "People", "/entities?type=person") + values("source", "Sources", "")
                + values("stance", "Stances", "") + "</div>";
    }

    private String lead() {
        return "<p class=\"lead\">" + count("passages", "passage") + " from " + count("documents", "document")
                + ", with "
                + count("mentions", "mention") + " of countries, people, figures and dates. "
                + "<a href=\"/report\">What is not searched</a></p>";
    }

    private String count(String what, String one) {
        return count(overview.get(what).asLong(), one);
    }

    private static String count(long number, String one) {
        return number(number) + " " + one + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** When the collection has changed last, and what of it. */
    private String changed() {
        JsonNode report = overview.path("report");
        if (report.isMissingNode()) {
            return "";
        }
        List<String> what = new ArrayList<>();
        for (String how : List.of("added", "changed", "deleted")) {
            long documents = report.at("/documents/" + how).asLong();
            if (documents > 0) {
                what.add(count(documents, "document") + " " + how);
            }
        }
        String day = DAY.format(Instant.parse(report.get("ended").asText())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate());
        return "<p class=\"last\">Last changed on " + day + (what.isEmpty() ? "" : ": " + String.join(", ", what))
                + "</p>";
    }

    private JsonNode facet(String field) {
        for (JsonNode facet : overview.at("/answer/facets")) {
            if (facet.get("field").asText().equals(field)) {
                return facet;
            }
        }
        throw new IllegalStateException("the overview counts no " + field);
    }

    /** The passages by date, a column for each step, and below what has no step. */
    private String dates() {
        List<JsonNode> steps = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode value : facet("date").get("values")) {
            (value.get("kind").asText().equals("step") ? steps : others).add(value);
        }
        if (steps.isEmpty()) {
            return "";
        }
        int most = Math.max(
                1,
                Stream.concat(steps.stream(), others.stream())
                        .mapToInt(value -> value.get("count").asInt())
                        .max()
                        .orElse(1));
        StringBuilder html = new StringBuilder("<section class=\"dates\"><h2>Dates</h2><ol role=\"list\">");
        for (JsonNode step : steps) {
            html.append("<li>").append(date(step, most, false)).append("</li>");
        }
        html.append("</ol>");
        // What else stands aside of the steps is in no range alone.
        others.removeIf(value -> !value.get("value").asText().isEmpty());
        if (!others.isEmpty()) {
            html.append("<ul class=\"most\" role=\"list\">");
            others.forEach(
                    value -> html.append("<li>").append(date(value, most, true)).append("</li>"));
            html.append("</ul>");
        }
        return html.append("</section>").toString();
    }

    private static String date(JsonNode value, int most, boolean row) {
        String label = label(value);
        int passages = value.get("count").asInt();
        String name = "<span class=\"name\">" + label + "</span>";
        return "<a href=\"" + Page.escape(address(value)) + "\">" + (row ? name : "") + bar(passages, most, !row)
                + (row ? "" : name) + counted(passages) + "</a>";
    }

    private static String label(JsonNode value) {
        String edtf = value.get("value").asText();
        String[] ends = edtf.split("/");
        return edtf.isEmpty() ? "no date" : days(ends[0], ends[ends.length - 1]);
    }

    /** The days from one date to another as people write them. */
    private static String days(String from, String to) {
        if (from.equals(to)) {
            return day(from);
        }
        String[] first = from.split("-");
        String[] last = to.split("-");
        boolean sameYear = first.length > 1 && last.length > 1 && first[0].equals(last[0]);
        boolean sameMonth = sameYear && first.length > 2 && last.length > 2 && first[1].equals(last[1]);
        String begin = sameMonth
                ? String.valueOf(Integer.parseInt(first[2]))
                : sameYear ? day(from).replace(" " + first[0], "") : day(from);
        return begin + " to " + day(to);
    }

    private static String day(String day) {
        if (!day.matches("\\d{4}(-\\d\\d){1,2}")) {
            return day;
        }
        String[] parts = day.split("-");
        String number = parts.length > 2 ? Integer.parseInt(parts[2]) + " " : "";
        return number + Month.of(Integer.parseInt(parts[1])).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + parts[0];
    }

    /** The page's address of the passages of a step, or of those without a date. */
    private static String address(JsonNode value) {
        String edtf = value.get("value").asText();
        if (edtf.isEmpty()) {
            return "/?date.match=unknown";
        }
        String[] ends = edtf.split("/");
        return "/?date.from=" + ends[0] + "&date.to=" + ends[ends.length - 1] + "&date.match=certain";
    }

    /** The values of a field that most passages have, each a link to these. */
    private String values(String field, String title, String all) {
        List<JsonNode> values = new ArrayList<>();
        facet(field).get("values").forEach(values::add);
        values.removeIf(value -> value.get("value").asText().isEmpty());
        if (values.size() < 2) {
            return "";
        }
        int most = values.getFirst().get("count").asInt();
        StringBuilder html = new StringBuilder("<section><h2>" + title + "</h2><ol class=\"most\" role=\"list\">");
        for (JsonNode value : values.subList(0, Math.min(NAMED, values.size()))) {
            String id = value.get("value").asText();
            String meaning =
                    field.equals("stance") ? overview.get("stances").path(id).asText("") : "";
            int passages = value.get("count").asInt();
            html.append("<li><a href=\"/?")
                    .append(Page.escape(field + "=" + URLEncoder.encode(id, StandardCharsets.UTF_8)))
                    .append("\"><span class=\"name\">")
                    .append(Page.escape(value.get("label").asText()))
                    .append("</span>")
                    .append(bar(passages, most, false))
                    .append(counted(passages))
                    .append("</a>");
            if (!meaning.isEmpty()) {
                html.append("<p>").append(Page.escape(meaning)).append("</p>");
            }
            html.append("</li>");
        }
        html.append("</ol>");
        if (!all.isEmpty()) {
            html.append("<p class=\"all\"><a href=\"" + all + "\">All " + title.toLowerCase(Locale.ROOT) + "</a></p>");
        }
        return html.append("</section>").toString();
    }

    private static String counted(int passages) {
        return "<span class=\"count\">" + number(passages) + "<span class=\"unseen\"> "
                + (passages == 1 ? "passage" : "passages") + "</span></span>";
    }

    /** A bar as a picture: a page without scripts may not set a style. */
    private static String bar(int count, int most, boolean upright) {
        long length = Math.max(count > 0 ? 1 : 0, Math.round(100.0 * count / most));
        return upright
                ? "<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"100\" y=\""
                        + (100 - length) + "\" height=\"" + length + "\"></rect></svg>"
                : "<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\""
                        + length + "\" y=\"0\" height=\"100\"></rect></svg>";
    }
}
