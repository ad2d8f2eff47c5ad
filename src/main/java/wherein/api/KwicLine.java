package wherein.api;

import com.fasterxml.jackson.databind.JsonNode;
import wherein.text.Columns;

/**
 * A row of a concordance as a line for the eye: white space is single spaces, control characters are replaced.
 *
 * @param before what stands before the match, without the space at its end
 * @param match the match
 * @param after what stands behind it, without the space at its beginning
 * @param place the document and the offsets
 */
public record KwicLine(String before, String match, String after, String place) {

    /** The line of a row that has all columns. */
    public static KwicLine of(JsonNode row) {
        return new KwicLine(
                clean(row.path("before").asText()),
                clean(row.path("match").asText()),
                clean(row.path("after").asText()),
                clean(row.path("document").asText()) + " " + row.path("start").asInt() + "-"
                        + row.path("end").asInt());
    }

    /** The line, its match behind {@code left} columns and a space, and at most {@code right} columns behind it. */
    public String text(int left, int right) {
        return left(left) + " " + match + " " + Columns.head(after, right);
    }

    /** What stands before the match in exactly {@code columns}, cut at its beginning. */
    public String left(int columns) {
        return Columns.right(Columns.tail(before, columns), columns);
    }

    private static String clean(String text) {
        return text.replaceAll("[\\p{IsWhite_Space}\\u001c-\\u001f]+", " ")
                .replaceAll("\\p{Cntrl}", "\uFFFD")
                .strip();
    }
}
