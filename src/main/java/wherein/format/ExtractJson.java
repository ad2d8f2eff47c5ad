package wherein.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wherein.document.Block;
import wherein.document.Cue;
import wherein.document.Metadata;
import wherein.document.OcrRun;
import wherein.document.Region;
import wherein.text.Span;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;

/** An {@link Extract} as one line of JSON and back: how a child process hands over what it has read. */
final class ExtractJson {

    /** Whoever reads a line has bounded it. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private ExtractJson() {}

    /** One line, without its end. */
    static String line(Extract extract) {
        ObjectNode node = JSON.createObjectNode();
        node.put("text", extract.text()).put("within", extract.within()).put("line", extract.line());
        extract.id().ifPresent(id -> node.put("id", id));
        Metadata metadata = extract.metadata();
        node.put("title", metadata.title()).put("source", metadata.source());
        metadata.author().forEach(node.putArray("author")::add);
        node.put("date", metadata.date().edtf()).put("stance", metadata.stance());
        node.put("language", metadata.language()).put("url", metadata.url());
        ObjectNode fields = node.putObject("fields");
        metadata.fields().forEach((name, values) -> values.forEach(fields.putArray(name)::add));
        ArrayNode regions = node.putArray("regions");
        for (Region region : extract.regions()) {
            regions.addArray()
                    .add(region.span().start())
                    .add(region.span().end())
                    .add(region.block().word());
        }
        ArrayNode cues = node.putArray("cues");
        for (Cue cue : extract.cues()) {
            cues.addArray()
                    .add(cue.start())
                    .add(cue.kind().word())
                    .add(cue.label())
                    .add(cue.page());
        }
        ArrayNode ocr = node.putArray("ocr");
        extract.ocr()
                .forEach(run -> ocr.addArray()
                        .add(run.span().start())
                        .add(run.span().end())
                        .add(run.percent()));
        extract.origins().forEach(node.putObject("origins")::put);
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    /**
     * What {@link #line} made {@code line} of.
     *
     * @throws IllegalArgumentException if it is no such line
     */
    static Extract read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            Map<String, List<String>> fields = new TreeMap<>();
            node.path("fields").properties().forEach(each -> fields.put(each.getKey(), texts(each.getValue())));
            Metadata metadata = new Metadata(
                    node.path("title").asText(""),
                    node.path("source").asText(""),
                    texts(node.path("author")),
                    EdtfDate.parse(node.path("date").asText("")),
                    node.path("stance").asText(""),
                    node.path("language").asText(""),
                    node.path("url").asText(""),
                    fields);
            List<Region> regions = new ArrayList<>();
            node.path("regions")
                    .forEach(each -> regions.add(new Region(
                            new Span(each.path(0).asInt(), each.path(1).asInt()),
                            Block.valueOf(each.path(2).asText().toUpperCase(Locale.ROOT)))));
            List<Cue> cues = new ArrayList<>();
            node.path("cues")
                    .forEach(each -> cues.add(new Cue(
                            each.path(0).asInt(),
                            Cue.Kind.valueOf(each.path(1).asText().toUpperCase(Locale.ROOT)),
                            each.path(2).asText(),
                            each.path(3).asInt())));
            List<OcrRun> ocr = new ArrayList<>();
            node.path("ocr")
                    .forEach(each -> ocr.add(new OcrRun(
                            new Span(each.path(0).asInt(), each.path(1).asInt()),
                            each.path(2).asInt())));
            Map<String, String> origins = new TreeMap<>();
            node.path("origins")
                    .properties()
                    .forEach(each -> origins.put(each.getKey(), each.getValue().asText()));
            return new Extract(
                    node.path("text").asText(""),
                    Optional.ofNullable(node.get("id")).map(JsonNode::asText),
                    node.path("within").asText(""),
                    metadata,
                    regions,
                    cues,
                    origins,
                    node.path("line").asInt(),
                    ocr);
        } catch (JsonProcessingException | EdtfException e) {
            throw new IllegalArgumentException("no extract: " + e.getMessage(), e);
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
