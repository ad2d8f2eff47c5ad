package wherein.snippet;

import java.util.List;
import wherein.text.Span;

/**
 * A piece cut out of a text, with what matched in it.
 *
 * @param text the lines as they stand in the text
 * @param span where they stand in it, UTF-16
 * @param marks what matched, UTF-16 positions in {@code text}
 * @param cutBefore whether the text begins earlier
 * @param cutAfter whether the text goes on
 */
public record Snippet(String text, Span span, List<Span> marks, boolean cutBefore, boolean cutAfter) {

    /** Takes a copy. */
    public Snippet {
        marks = List.copyOf(marks);
    }

    /** The snippet in HTML: everything of the text escaped, {@code <mark>} around what matched, … where it is cut. */
    public String html() {
        StringBuilder html = new StringBuilder(cutBefore ? "… " : "");
        int at = 0;
        for (Span mark : marks) {
            escape(text, at, mark.start(), html);
            html.append("<mark>");
            escape(text, mark.start(), mark.end(), html);
            html.append("</mark>");
            at = mark.end();
        }
        escape(text, at, text.length(), html);
        return html.append(cutAfter ? " …" : "").toString();
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
