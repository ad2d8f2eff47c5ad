package wherein.lucene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Part;
import wherein.document.Region;
import wherein.index.Manifest;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** The form in which the index keeps what it does not search: JSON, read by nothing but this class. */
final class Stored {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Stored() {}

    /** A document without its text. */
    static String document(Document document) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", document.id()).put("file", document.file());
        node.set("metadata", node(document.metadata()));
        ArrayNode parts = node.putArray("parts");
        for (Part part : document.parts()) {
            ObjectNode each = parts.addObject();
            each.put("start", part.span().start()).put("end", part.span().end());
            each.set("metadata", node(part.metadata()));
        }
        ArrayNode regions = node.putArray("regions");
        for (Region region : document.regions()) {
            regions.addObject()
                    .put("start", region.span().start())
                    .put("end", region.span().end())
                    .put("block", region.block().word());
        }
        return write(node);
    }

    static Document document(String json, String text) {
        JsonNode node = read(json);
        List<Part> parts = new ArrayList<>();
        node.get("parts").forEach(each -> parts.add(new Part(span(each), metadata(each.get("metadata")))));
        List<Region> regions = new ArrayList<>();
        node.get("regions")
                .forEach(each -> regions.add(new Region(
                        span(each), Block.valueOf(each.get("block").asText().toUpperCase(java.util.Locale.ROOT)))));
        return new Document(
                node.get("id").asText(),
                node.get("file").asText(),
                text,
                metadata(node.get("metadata")),
                parts,
                regions);
    }

    static String manifest(Manifest manifest) {
        ObjectNode node = JSON.createObjectNode();
        node.put("fingerprint", manifest.fingerprint()).put("built", manifest.built());
        node.put("documents", manifest.documents()).put("passages", manifest.passages());
        node.put("mentions", manifest.mentions());
        manifest.stances().forEach(node.putObject("stances")::put);
        ArrayNode roots = node.putArray("roots");
        for (Manifest.Root root : manifest.roots()) {
            ObjectNode each = roots.addObject().put("path", root.path());
            each.put("catalogue", root.catalogue()).put("about", root.about());
            ArrayNode files = each.putArray("files");
            for (Manifest.FileState file : root.files()) {
                files.addObject()
                        .put("path", file.path())
                        .put("size", file.size())
                        .put("modified", file.modified())
                        .put("sha256", file.sha256());
            }
        }
        return write(node);
    }

    static Manifest manifest(String json) {
        JsonNode node = read(json);
        Map<String, String> stances = new LinkedHashMap<>();
        node.get("stances")
                .properties()
                .forEach(each -> stances.put(each.getKey(), each.getValue().asText()));
        List<Manifest.Root> roots = new ArrayList<>();
        for (JsonNode root : node.get("roots")) {
            List<Manifest.FileState> files = new ArrayList<>();
            for (JsonNode file : root.get("files")) {
                files.add(new Manifest.FileState(
                        file.get("path").asText(),
                        file.get("size").asLong(),
                        file.get("modified").asLong(),
                        file.get("sha256").asText()));
            }
            roots.add(new Manifest.Root(
                    root.get("path").asText(),
                    root.get("catalogue").asText(),
                    root.get("about").asText(),
                    files));
        }
        return new Manifest(
                roots,
                node.get("fingerprint").asText(),
                node.get("documents").asInt(),
                node.get("passages").asInt(),
                node.get("mentions").asInt(),
                stances,
                node.get("built").asText());
    }

    private static ObjectNode node(Metadata metadata) {
        ObjectNode node = JSON.createObjectNode();
        node.put("title", metadata.title()).put("source", metadata.source());
        metadata.author().forEach(node.putArray("author")::add);
        node.put("date", metadata.date().edtf()).put("stance", metadata.stance());
        node.put("language", metadata.language()).put("url", metadata.url());
        ObjectNode fields = node.putObject("fields");
        metadata.fields().forEach((name, values) -> values.forEach(fields.withArray("/" + name)::add));
        return node;
    }

    private static Metadata metadata(JsonNode node) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        node.get("fields").properties().forEach(entry -> fields.put(entry.getKey(), texts(entry.getValue())));
        return new Metadata(
                node.get("title").asText(),
                node.get("source").asText(),
                texts(node.get("author")),
                EdtfDate.parse(node.get("date").asText()),
                node.get("stance").asText(),
                node.get("language").asText(),
                node.get("url").asText(),
                fields);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static Span span(JsonNode node) {
        return new Span(node.get("start").asInt(), node.get("end").asInt());
    }

    private static String write(JsonNode node) {
        return node.toString();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the index holds JSON that this program did not write", e);
        }
    }
}
