package wherein.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import wherein.duplicate.Difference;
import wherein.search.Hit;
import wherein.search.Similar;
import wherein.text.CodePoints;
import wherein.text.Span;

/** Pairs of passages that say the same, as JSON. */
public final class SimilarJson {

    private final Offsets offsets;

    /** A writer whose offsets are in {@code offsets}. */
    public SimilarJson(Offsets offsets) {
        this.offsets = offsets;
    }

    /** One pair: what both have in common, where it stands in each document, and where it differs. */
    public ObjectNode pair(Similar pair) {
        CodePoints here = new CodePoints(pair.here().text());
        CodePoints there = new CodePoints(pair.there().text());
        ObjectNode node =
                Json.object().put("likeness", pair.alignment().likeness().word());
        node.put("passage", pair.here().id());
        run(node, "", pair.here(), here, pair.alignment().left());
        node.put("other", pair.there().id()).put("other_document", pair.there().document());
        node.put("other_title", Json.orNull(pair.there().title()));
        node.put("other_source", Json.orNull(pair.there().metadata().source()));
        node.put("other_date", Json.orNull(pair.there().metadata().date().edtf()));
        run(node, "other_", pair.there(), there, pair.alignment().right());
        ArrayNode differences = node.putArray("differences");
        for (Difference each : pair.alignment().differences()) {
            ObjectNode difference = differences.addObject();
            run(difference, "", pair.here(), here, each.left());
            run(difference, "other_", pair.there(), there, each.right());
        }
        Span linked =
                in(Offsets.CODE_POINTS, pair.there(), there, pair.alignment().right());
        return node.put("link", Json.link(pair.there().document(), "", linked.start(), linked.end()));
    }

    private void run(ObjectNode node, String prefix, Hit hit, CodePoints points, Span span) {
        Span counted = in(offsets, hit, points, span);
        node.put(prefix + "start", counted.start()).put(prefix + "end", counted.end());
        node.put(prefix + "text", span.in(hit.text()));
    }

    private static Span in(Offsets unit, Hit hit, CodePoints points, Span span) {
        return unit.of(span, points, unit == Offsets.CODE_POINTS ? hit.startCodePoint() : hit.start());
    }
}
