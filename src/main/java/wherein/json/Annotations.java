package wherein.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import wherein.mention.Annotator;
import wherein.search.DeadlineException;
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
     * @param refused whether the fault keeps its mentions from being found; else the record is read without what is wrong
     * @param rows its mentions, by start
     */
    public record Annotated(String doc, String fault, boolean refused, List<ObjectNode> rows) {

        /** Takes a copy. */
        public Annotated {
            rows = List.copyOf(rows);
        }

        /** All rows of the answer: one for each mention, and one that says what is wrong, if something is. */
        public List<ObjectNode> all() {
            if (fault.isEmpty()) {
                return rows;
            }
            ObjectNode told = Json.object().put("doc", doc.isEmpty() ? null : doc);
            return Stream.concat(rows.stream(), Stream.of(told.put("error", fault)))
                    .toList();
        }
    }

    /** The mentions in the record that {@code line} holds. Takes what recognising its text takes. */
    public Annotated of(String line) {
        return of(line, () -> {});
    }

    /** As {@link #of(String)}; {@code stillWanted} is asked again and again, and what it throws ends the work. */
    public Annotated of(String line, Runnable stillWanted) {
        JsonNode record;
        try {
            record = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            // The parser's own words name its classes and methods.
            int at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNr() - 1);
            return refused("", "no JSON that can be read, from character " + at + " on");
        }
        String doc = record.path("id").asText("");
        if (!record.path("text").isTextual()) {
            return refused(doc, "expected an object with \"id\" and \"text\"");
        }
        // As when a collection is indexed: what is no date is unknown, and the text is there.
        Optional<String> noDate = dateFault(record.path("date"));
        EdtfDate date = noDate.isPresent() ? EdtfDate.UNKNOWN : EdtfDate.parse(dateText(record.path("date")));
        String text = record.get("text").textValue();
        try {
            CodePoints points = new CodePoints(text);
            List<ObjectNode> rows = annotator.annotate(text, record.path("lang").asText(""), date, stillWanted).stream()
                    .map(mention -> json.annotation(doc, mention, text, points))
                    .toList();
            return new Annotated(doc, noDate.orElse(""), false, rows);
        } catch (DeadlineException | UncheckedIOException e) {
            // No longer wanted, which is no fault of the text.
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // One text never ends a run; what is inside the program is nobody's who sends one.
            return refused(doc, "a fault of this program, please report it with this text");
        }
    }

    private static Optional<String> dateFault(JsonNode date) {
        if (date.isContainerNode()) {
            return Optional.of("its \"date\" is a list or an object, expected one date. Left unknown.");
        }
        try {
            EdtfDate.parse(dateText(date));
            return Optional.empty();
        } catch (EdtfException e) {
            return Optional.of(e.getMessage() + ". Left unknown.");
        }
    }

    /** A year may stand there as a number. */
    private static String dateText(JsonNode date) {
        return date.isNull() ? "" : date.asText("");
    }

    private static Annotated refused(String doc, String fault) {
        return new Annotated(doc, fault, true, List.of());
    }
}
