package wherein.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a hit with its marks, in HTML, as {@code text.js} makes it of the same answer. All places are code points.
 * Costs as much as the text is long, and for each of its pieces a look at the marks.
 */
final class PassageHtml {

    /** What a script's {@code \s} and {@code trim()} know as space. */
    private static final String SPACE = "[\\t\\n\\x0B\\f\\r\\p{Z}\\uFEFF]";

    private static final Pattern BULLET = Pattern.compile("^" + SPACE + "*[-*+•]" + SPACE + "+");
    private static final Pattern ITEM = Pattern.compile("^" + SPACE + "*(?:[-*+•]|[0-9]+[.)])" + SPACE + "+");
    private static final Pattern UNDERLINE = Pattern.compile("^" + SPACE + "*[=-]{3,}" + SPACE + "*$");
    private static final Pattern HASHES = Pattern.compile("^#{1,6}" + SPACE + "+");
    private static final Pattern HASHES_AFTER = Pattern.compile(SPACE + "+#+$");
    private static final Pattern QUOTED = Pattern.compile("^" + SPACE + "*(?:>" + SPACE + "?)+");
    private static final Pattern BLANK = Pattern.compile(SPACE + "*");

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}+(?:\\P{L}+\\p{IsCyrillic}+)*");
    private static final Pattern IN_CYRILLIC = Pattern.compile("^(?:ru|uk|be|bg|mk|sr|kk|ky|tg|mn)\\b");
    private static final Pattern NO_RUSSIAN = Pattern.compile("(?![а-яёА-ЯЁ])\\p{L}");

    private final String block;
    private final String lang;
    private final int[] text;
    private final int base;
    private final List<int[]> marks;

    private PassageHtml(String block, String lang, String text, int base, JsonNode marks) {
        this.block = block;
        this.lang = lang;
        this.text = text.codePoints().toArray();
        this.base = base;
        this.marks = joined(marks);
    }

    private static PassageHtml passage(JsonNode hit) {
        return new PassageHtml(
                hit.get("block").asText(),
                hit.get("lang").asText(""),
                hit.get("text").asText(),
                hit.get("start").asInt(),
                hit.get("marks"));
    }

    /** The passage of a hit, as elements by its kind. */
    static String of(JsonNode hit) {
        PassageHtml passage = passage(hit);
        List<String> painted = new ArrayList<>();
        for (List<int[]> run : passage.runs()) {
            painted.add(String.join(" ", run.stream().map(passage::paint).toList()));
        }
        return switch (passage.block) {
            case "list" -> "<ul>" + around("<li>", painted, "</li>") + "</ul>";
            case "quote" -> "<blockquote>" + around("<p>", painted, "</p>") + "</blockquote>";
            case "heading" -> "<p class=\"heading\">" + String.join(" ", painted) + "</p>";
            default -> around("<p class=\"" + Page.escape(passage.block) + "\">", painted, "</p>");
        };
    }

    /** A short text, such as a title, with marks in it. */
    static String line(String text, JsonNode marks) {
        PassageHtml line = new PassageHtml("prose", "", text, 0, marks);
        return line.paint(new int[] {0, line.text.length}).replaceAll("<mark data-stop=\"[0-9]+\">", "<mark>");
    }

    /** Whether a hit is a heading that says {@code title}, and no more. */
    static boolean isHeading(JsonNode hit, String title) {
        if (!hit.get("block").asText().equals("heading")) {
            return false;
        }
        PassageHtml heading = passage(hit);
        List<String> lines = heading.runs().stream()
                .flatMap(List::stream)
                .map(span -> trimmed(heading.cut(span[0], span[1])))
                .toList();
        return String.join(" ", lines).equals(trimmed(title));
    }

    private static String around(String before, List<String> each, String after) {
        return each.stream().map(html -> before + html + after).reduce("", String::concat);
    }

    private static String trimmed(String text) {
        return text.replaceAll("^" + SPACE + "+|" + SPACE + "+$", "");
    }

    private String cut(int from, int to) {
        return new String(text, from, to - from);
    }

    /** Marks with nothing but space between them as one. */
    private List<int[]> joined(JsonNode given) {
        List<int[]> whole = new ArrayList<>();
        for (JsonNode each : given) {
            int start = each.get(0).asInt();
            int end = each.get(1).asInt();
            int[] last = whole.isEmpty() ? null : whole.getLast();
            boolean near = last != null
                    && start - last[1] <= 2
                    && (start <= last[1]
                            || BLANK.matcher(cut(last[1] - base, start - base)).matches());
            if (near) {
                last[1] = Math.max(last[1], end);
            } else {
                whole.add(new int[] {start, end});
            }
        }
        return whole;
    }

    /** Spans that are shown together, such as the lines of a paragraph or of an item; what marks a block up is left out. */
    private List<List<int[]>> runs() {
        List<List<int[]>> found = new ArrayList<>();
        boolean open = false;
        for (int from = 0, to; from <= text.length; from = to + 1) {
            to = lineEnd(from);
            String line = cut(from, to);
            if (BLANK.matcher(line).matches()
                    || block.equals("heading") && UNDERLINE.matcher(line).find()) {
                open = false;
                continue;
            }
            if (!open || block.equals("list") && ITEM.matcher(line).find()) {
                found.add(new ArrayList<>());
            }
            found.getLast().add(new int[] {from + before(line), to - after(line)});
            open = true;
        }
        return found;
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    /** How many characters of markup a line begins with. */
    private int before(String line) {
        return switch (block) {
            case "heading" -> length(HASHES, line);
            case "quote" -> length(QUOTED, line);
            case "list" -> length(BULLET, line);
            default -> 0;
        };
    }

    private int after(String line) {
        return block.equals("heading") ? length(HASHES_AFTER, line) : 0;
    }

    private static int length(Pattern pattern, String line) {
        Matcher found = pattern.matcher(line);
        return found.find() ? found.group().codePointCount(0, found.group().length()) : 0;
    }

    /** A span, cut wherever a mark begins or ends. */
    private String paint(int[] span) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(span[0], span[1]));
        for (int[] mark : marks) {
            for (int end : mark) {
                if (end - base > span[0] && end - base < span[1]) {
                    cuts.add(end - base);
                }
            }
        }
        StringBuilder html = new StringBuilder();
        Integer start = cuts.first();
        for (Integer end = cuts.higher(start); end != null; start = end, end = cuts.higher(start)) {
            String words = words(cut(start, end));
            int stop = stop(start, end);
            html.append(stop < 0 ? words : "<mark data-stop=\"" + stop + "\">" + words + "</mark>");
        }
        return html.toString();
    }

    /** The number of the mark that a piece lies in; negative if there is none. */
    private int stop(int start, int end) {
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i)[0] - base <= start && end <= marks.get(i)[1] - base) {
                return i;
            }
        }
        return -1;
    }

    /** A text with words of Cyrillic letters in their own language, unless the whole is in such a one. */
    private String words(String plain) {
        if (IN_CYRILLIC.matcher(lang).find()) {
            return Page.escape(plain);
        }
        StringBuilder html = new StringBuilder();
        Matcher words = CYRILLIC.matcher(plain);
        int end = 0;
        for (; words.find(); end = words.end()) {
            String language = NO_RUSSIAN.matcher(words.group()).find() ? "und-Cyrl" : "ru";
            html.append(Page.escape(plain.substring(end, words.start())));
            html.append("<span lang=\"").append(language).append("\">");
            html.append(Page.escape(words.group())).append("</span>");
        }
        return html.append(Page.escape(plain.substring(end))).toString();
    }
}
