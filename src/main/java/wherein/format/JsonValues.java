package wherein.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wherein.document.NoteKind;
import wherein.format.RecordFields.Meaning;

/** The values of a record that is an object of JSON. */
final class JsonValues {

    /** Whoever reads a record has bounded it. */
    static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Where programs that export put a value inside of an object: the name of a source, the page of a title, an id, a date. */
    private static final List<String> INNER = List.of("name", "rendered", "$oid", "$date", "text", "value");

    private JsonValues() {}

    /** What the names of {@code object} mean; a number is no text, whatever it is called. */
    static RecordFields fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            boolean text = each.getValue().isTextual() || each.getValue().isContainerNode();
            if (text || !RecordFields.isText(each.getKey())) {
                names.add(each.getKey());
            }
        }
        return RecordFields.of(names);
    }

    /**
     * The values of {@code object}, by their names; of a text that stands there in pieces, the whole. What has no plain value is
     * told and left out.
     */
    static Map<String, List<String>> of(JsonNode object, RecordFields fields, int line, Extracts extracts) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            String name = each.getKey();
            JsonNode value = each.getValue();
            boolean text = name.equals(fields.names().get(Meaning.TEXT));
            boolean known = fields.names().containsValue(name);
            List<String> plain = text ? List.of(whole(value)) : texts(value, known);
            if (!plain.isEmpty()) {
                values.put(name, plain);
            } else if (value.isContainerNode() && !value.isEmpty()) {
                extracts.tell(
                        NoteKind.BAD_METADATA,
                        line,
                        "\"" + name + "\" is left out: expected a plain value or a list of them");
            }
        }
        return values;
    }

    /** A text; of a list of texts each is a paragraph, and of one with marked-up pieces, each follows the one before. */
    private static String whole(JsonNode value) {
        if (!value.isArray()) {
            return plain(value, true);
        }
        StringBuilder text = new StringBuilder();
        boolean pieces = false;
        for (JsonNode piece : value) {
            pieces |= piece.isObject();
        }
        for (JsonNode piece : value) {
            text.append(text.isEmpty() || pieces ? "" : "\n\n").append(plain(piece, true));
        }
        return text.toString();
    }

    private static List<String> texts(JsonNode value, boolean known) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> texts.add(plain(item, known)));
        } else {
            texts.add(plain(value, known));
        }
        // An id may be any signs, even blanks.
        texts.removeIf(value.isArray() ? String::isBlank : String::isEmpty);
        return texts;
    }

    /** What {@code value} says as a text, or inside of it, where its field is one of ours; empty if nothing. */
    private static String plain(JsonNode value, boolean known) {
        if (value.isObject() && known) {
            for (String name : INNER) {
                JsonNode inner = value.path(name);
                if (inner.isValueNode() && !inner.isNull()) {
                    return inner.asText();
                }
            }
        }
        return value.isNull() ? "" : value.asText("");
    }
}
