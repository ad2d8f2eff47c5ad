package wherein.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import wherein.document.Cue;
import wherein.document.Sentences;
import wherein.search.Hit;
import wherein.search.MatchRow;
import wherein.text.CodePoints;
import wherein.text.Span;

/** The rows of a concordance as JSON. One writer serves one answer: it remembers the passage that it wrote last. */
public final class MatchJson {

    private final Offsets offsets;
    private final String query;
    private final Context context;
    private Hit passage;
    private CodePoints points;
    private List<Span> sentences = List.of();

    /**
     * How much of the passage stands on either side of a match.
     *
     * @param left code points before it
     * @param right code points behind it
     * @param sentence whether it is the rest of its sentence instead
     */
    public record Context(int left, int right, boolean sentence) {}

    /**
     * A writer of rows.
     *
     * @param query the text of the query, for links
     */
    public MatchJson(Offsets offsets, String query, Context context) {
        this.offsets = offsets;
        this.query = query;
        this.context = context;
    }

    /** All columns of a row. */
    public ObjectNode row(MatchRow row) {
        Hit hit = row.passage();
        read(hit);
        String text = hit.text();
        // A mention may end behind the passage that it begins in.
        Span match = new Span(row.span().start(), Math.min(row.span().end(), text.length()));
        ObjectNode node = Json.object().put("document", hit.document());
        node.put("title", orNull(hit.title()))
                .put("source", orNull(hit.metadata().source()));
        node.put("date", orNull(hit.metadata().date().edtf()));
        node.put("stance", orNull(hit.metadata().stance())).put("passage", hit.id());
        boolean utf16 = offsets == Offsets.UTF16;
        Span shown = offsets.of(match, points, utf16 ? hit.start() : hit.startCodePoint());
        node.put("start", shown.start()).put("end", shown.end());
        Span around = around(text, match);
        node.put("before", text.substring(around.start(), match.start()));
        node.put("match", match.in(text));
        node.put("after", text.substring(match.end(), around.end()));
        Optional<Cue> cue = Cue.at(hit.cues(), hit.start() + match.start());
        for (Cue.Kind kind : Cue.Kind.values()) {
            node.put(
                    kind.word(),
                    cue.filter(each -> each.kind() == kind).map(Cue::label).orElse(null));
        }
        node.put("ocr", Json.confidence(hit.ocr()));
        Span linked = Offsets.CODE_POINTS.of(match, points, hit.startCodePoint());
        node.put("link", Json.link(hit.document(), query, linked.start(), linked.end()));
        node.put("source_link", Json.sourceLink(hit.metadata(), text, match, cue));
        return node;
    }

    private void read(Hit hit) {
        if (passage != hit) {
            passage = hit;
            points = new CodePoints(hit.text());
            Span all = new Span(0, hit.text().length());
            sentences = context.sentence ? Sentences.of(hit.text(), all, hit.language()) : List.of();
        }
    }

    private Span around(String text, Span match) {
        if (!context.sentence) {
            int start = points.toUtf16(Math.max(0, points.at(match.start()) - context.left));
            int end = points.toUtf16(Math.min(points.length(), points.at(match.end()) + context.right));
            return new Span(start, end);
        }
        int start = match.start();
        int end = match.end();
        for (Span sentence : sentences) {
            if (sentence.overlaps(match)) {
                start = Math.min(start, sentence.start());
                end = Math.max(end, sentence.end());
            }
        }
        while (start < match.start() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > match.end() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
