package wherein.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import wherein.mention.Annotator;
import wherein.text.CodePoints;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;

/** The mentions in records {@code {id, text, lang?, date?}} that are in no index, a row each. */
public final class Annotations {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Annotator annotator;
    private final MentionJson json;

    /** Finds mentions with {@code annotator} and writes them with {@code json}. */
    public Annotations(Annotator annotator, MentionJson json) {
        this.annotator = annotator;
        this.json = json;
    }

    /**
     * What became of one record.
     *
     * @param doc the id that it gives itself; empty if it gives none
     * @param fault what is wrong with it; empty if nothing is
     * @param rows its mentions, by start
     */
    public record Annotated(String doc, String fault, List<ObjectNode> rows) {

        /** Takes a copy. */
        public Annotated {
            rows = List.copyOf(rows);
        }

        /** The row that stands for a faulty record. */
        public ObjectNode error() {
            return Json.object().put("doc", doc.isEmpty() ? null : doc).put("error", fault);
        }
    }

    /** The mentions in the record that {@code line} holds. */
    public Annotated of(String line) {
        JsonNode record;
        try {
            record = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            // The parser's own words name its classes and methods.
            int at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr() - 1);
            return new Annotated("", "no JSON that can be read, from character " + at + " on", List.of());
        }
        String doc = record.path("id").asText("");
        if (!record.path("text").isTextual()) {
            return new Annotated(doc, "expected an object with \"id\" and \"text\"", List.of());
        }
        String text = record.get("text").textValue();
        String date = record.path("date").isTextual() ? record.get("date").textValue() : "";
        try {
            CodePoints points = new CodePoints(text);
            List<ObjectNode> rows =
                    annotator.annotate(text, record.path("lang").asText(""), EdtfDate.parse(date)).stream()
                            .map(mention -> json.annotation(doc, mention, text, points))
                            .toList();
            return new Annotated(doc, "", rows);
        } catch (EdtfException e) {
            return new Annotated(doc, e.getMessage(), List.of());
        } catch (RuntimeException | StackOverflowError e) {
            // One text never ends a run; what is inside the program is nobody's who sends one.
            return new Annotated(doc, "a fault of this program, please report it with this text", List.of());
        }
    }
}
