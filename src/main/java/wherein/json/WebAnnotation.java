package wherein.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import wherein.document.Document;
import wherein.search.Hit;
import wherein.text.CodePoints;

/**
 * A passage as a Web Annotation: a place in a text, told both by its words and by its offsets, in the <a
 * href="https://www.w3.org/TR/annotation-model/">W3C's model</a>. The model counts in Unicode code points, as we do.
 */
public final class WebAnnotation {

    /** The media type. */
    public static final String TYPE = "application/ld+json";

    private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";

    /** The content type: the media type with the profile that tells annotations from other JSON-LD. */
    public static final String PROFILED = TYPE + "; profile=\"" + CONTEXT + "\"";

    /** Code points of what stands around the words. */
    private static final int AROUND = 32;

    private WebAnnotation() {}

    /**
     * The annotation of {@code passage}.
     *
     * @param api the address of the API, without a slash at its end
     */
    public static ObjectNode of(Hit passage, Document document, String api) {
        ObjectNode node = Json.object().put("@context", CONTEXT);
        node.put("id", api + "/passages/" + Json.encode(passage.id())).put("type", "Annotation");
        node.put("motivation", "highlighting");
        ArrayNode targets = node.putArray("target");
        CodePoints points = new CodePoints(document.text());
        int start = passage.startCodePoint();
        int end = points.at(passage.start() + passage.text().length());
        ObjectNode ours = targets.addObject().put("type", "SpecificResource");
        ours.put("source", api + "/documents/" + Json.encode(document.id()) + "/text");
        ArrayNode selectors = ours.putArray("selector").add(quote(document.text(), points, start, end));
        selectors
                .addObject()
                .put("type", "TextPositionSelector")
                .put("start", start)
                .put("end", end);
        if (Json.isAddress(passage.metadata().url())) {
            // The offsets are of our text and not of that page, where only the words can be found.
            ObjectNode theirs = targets.addObject().put("type", "SpecificResource");
            theirs.put("source", passage.metadata().url());
            theirs.set("selector", quote(document.text(), points, start, end));
        }
        return node;
    }

    private static ObjectNode quote(String text, CodePoints points, int start, int end) {
        int from = points.toUtf16(Math.max(0, start - AROUND));
        int to = points.toUtf16(Math.min(points.length(), end + AROUND));
        int first = points.toUtf16(start);
        int last = points.toUtf16(end);
        return Json.object()
                .put("type", "TextQuoteSelector")
                .put("prefix", text.substring(from, first))
                .put("exact", text.substring(first, last))
                .put("suffix", text.substring(last, to));
    }
}
