package wherein.lucene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wherein.document.Block;
import wherein.document.Cue;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteGroup;
import wherein.document.NoteKind;
import wherein.document.OcrRun;
import wherein.document.Part;
import wherein.document.Region;
import wherein.index.FileState;
import wherein.index.IndexReport;
import wherein.index.Kept;
import wherein.index.LastRun;
import wherein.index.Manifest;
import wherein.mention.Mention;
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
        ArrayNode cues = node.putArray("cues");
        document.cues()
                .forEach(cue -> cues.addArray()
                        .add(cue.start())
                        .add(cue.kind().word())
                        .add(cue.label())
                        .add(cue.page()));
        ArrayNode ocr = node.putArray("ocr");
        int before = 0;
        for (OcrRun run : document.ocr()) {
            // From one to the next, so that a book of scans takes few bytes a line.
            ocr.add(run.span().start() - before).add(run.span().length()).add(run.percent());
            before = run.span().end();
        }
        document.origins().forEach(node.putObject("origins")::put);
        return write(node);
    }

    static Document document(String json, String text) {
        JsonNode node = read(json);
        List<Part> parts = new ArrayList<>();
        node.get("parts").forEach(each -> parts.add(new Part(span(each), metadata(each.get("metadata")))));
        List<Region> regions = new ArrayList<>();
        node.get("regions")
                .forEach(each -> regions.add(new Region(
                        span(each), Block.valueOf(each.get("block").asText().toUpperCase(Locale.ROOT)))));
        List<Cue> cues = new ArrayList<>();
        node.get("cues")
                .forEach(each -> cues.add(new Cue(
                        each.get(0).asInt(),
                        Cue.Kind.valueOf(each.get(1).asText().toUpperCase(Locale.ROOT)),
                        each.get(2).asText(),
                        each.get(3).asInt())));
        List<OcrRun> ocr = new ArrayList<>();
        JsonNode runs = node.get("ocr");
        int before = 0;
        for (int i = 0; i < runs.size(); i += 3) {
            int start = before + runs.get(i).asInt();
            before = start + runs.get(i + 1).asInt();
            ocr.add(new OcrRun(new Span(start, before), runs.get(i + 2).asInt()));
        }
        return new Document(
                node.get("id").asText(),
                node.get("file").asText(),
                text,
                metadata(node.get("metadata")),
                parts,
                regions,
                cues,
                strings(node.get("origins")),
                ocr);
    }

    static String manifest(Manifest manifest) {
        ObjectNode node = JSON.createObjectNode();
        node.put("fingerprint", manifest.fingerprint()).put("built", manifest.built());
        node.put("documents", manifest.documents()).put("passages", manifest.passages());
        node.set("mentions", counts(manifest.mentions()));
        manifest.stances().forEach(node.putObject("stances")::put);
        manifest.made().forEach(node.putObject("made")::put);
        ArrayNode roots = node.putArray("roots");
        for (Manifest.Root root : manifest.roots()) {
            roots.addObject()
                    .put("path", root.path())
                    .put("catalogue", root.catalogue())
                    .put("about", root.about());
        }
        manifest.lastRun().ifPresent(run -> run(node.putObject("run"), run));
        return write(node);
    }

    static Manifest manifest(String json) {
        JsonNode node = read(json);
        List<Manifest.Root> roots = new ArrayList<>();
        for (JsonNode root : node.get("roots")) {
            roots.add(new Manifest.Root(
                    root.get("path").asText(),
                    root.get("catalogue").asText(),
                    root.get("about").asText()));
        }
        return new Manifest(
                roots,
                node.get("fingerprint").asText(),
                node.get("documents").asInt(),
                node.get("passages").asInt(),
                counts(node.get("mentions")),
                strings(node.get("stances")),
                strings(node.get("made")),
                node.get("built").asText(),
                Optional.ofNullable(node.get("run")).map(Stored::run));
    }

    private static void run(ObjectNode node, LastRun run) {
        IndexReport report = run.report();
        node.put("nanos", run.took().toNanos());
        node.put("files", report.files()).put("unchanged", report.unchanged()).put("bytes", report.bytes());
        node.put("documents", report.documents()).put("passages", report.passages());
        node.put("added", report.added()).put("changed", report.changed()).put("deleted", report.deleted());
        node.set("mentions", counts(report.mentions()));
        node.put("renewed", report.renewed()).put("fingerprint", report.fingerprint());
        ArrayNode notes = node.putArray("notes");
        report.notes().forEach(group -> notes(notes.addObject(), group, ""));
    }

    private static LastRun run(JsonNode node) {
        List<NoteGroup> notes = new ArrayList<>();
        node.get("notes").forEach(each -> notes.add(notes(each, "")));
        IndexReport report = new IndexReport(
                node.get("files").asInt(),
                node.get("unchanged").asInt(),
                node.get("bytes").asLong(),
                node.get("documents").asInt(),
                node.get("added").asInt(),
                node.get("changed").asInt(),
                node.get("deleted").asInt(),
                node.get("passages").asInt(),
                counts(node.get("mentions")),
                notes,
                node.get("renewed").asText(),
                node.get("fingerprint").asText());
        return new LastRun(report, Duration.ofNanos(node.get("nanos").asLong()));
    }

    static String kept(Kept kept) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", kept.id()).put("root", kept.root()).put("file", kept.file());
        node.put("digest", kept.digest()).put("passages", kept.passages());
        node.set("mentions", counts(kept.mentions()));
        return write(node);
    }

    static Kept kept(String json) {
        JsonNode node = read(json);
        return new Kept(
                node.get("id").asText(),
                node.get("root").asText(),
                node.get("file").asText(),
                node.get("digest").asText(),
                node.get("passages").asInt(),
                counts(node.get("mentions")));
    }

    static String file(FileState state) {
        ObjectNode node = JSON.createObjectNode();
        node.put("path", state.path()).put("size", state.size()).put("modified", state.modified());
        node.put("sha256", state.sha256()).put("about", state.about()).put("again", state.again());
        ArrayNode notes = node.putArray("notes");
        state.notes().forEach(group -> notes(notes.addObject(), group, state.path()));
        return write(node);
    }

    /** Most of them are of the {@code file} that they are kept with, which is not said then. */
    private static void notes(ObjectNode node, NoteGroup group, String file) {
        node.put("kind", group.kind().name()).put("count", group.count()).put("others", group.others());
        group.details().forEach(node.putObject("details")::put);
        ArrayNode examples = node.putArray("examples");
        for (Note note : group.examples()) {
            ObjectNode each = examples.addObject();
            each.put("line", note.line()).put("message", note.message());
            if (!note.file().equals(file)) {
                each.put("file", note.file());
            }
            note.details().forEach(each.putArray("details")::add);
        }
    }

    private static NoteGroup notes(JsonNode node, String file) {
        NoteKind kind = NoteKind.valueOf(node.get("kind").asText());
        Map<String, Integer> details = new LinkedHashMap<>();
        node.get("details")
                .properties()
                .forEach(each -> details.put(each.getKey(), each.getValue().asInt()));
        List<Note> examples = new ArrayList<>();
        for (JsonNode note : node.get("examples")) {
            examples.add(new Note(
                    kind,
                    texts(note.get("details")),
                    note.path("file").asText(file),
                    note.get("line").asInt(),
                    note.get("message").asText()));
        }
        return new NoteGroup(
                kind, node.get("count").asInt(), details, node.get("others").asInt(), examples);
    }

    static FileState file(String json) {
        JsonNode node = read(json);
        String path = node.get("path").asText();
        List<NoteGroup> notes = new ArrayList<>();
        node.get("notes").forEach(each -> notes.add(notes(each, path)));
        return new FileState(
                path,
                node.get("size").asLong(),
                node.get("modified").asLong(),
                node.get("sha256").asText(),
                node.get("about").asText(),
                node.get("again").asBoolean(),
                notes);
    }

    private static ObjectNode counts(Map<Mention.Type, Integer> counts) {
        ObjectNode node = JSON.createObjectNode();
        counts.forEach((type, count) -> node.put(type.word(), count));
        return node;
    }

    private static Map<Mention.Type, Integer> counts(JsonNode node) {
        Map<Mention.Type, Integer> counts = new EnumMap<>(Mention.Type.class);
        node.properties()
                .forEach(each -> counts.put(
                        Mention.Type.of(each.getKey()), each.getValue().asInt()));
        return counts;
    }

    private static Map<String, String> strings(JsonNode node) {
        Map<String, String> strings = new LinkedHashMap<>();
        node.properties()
                .forEach(each -> strings.put(each.getKey(), each.getValue().asText()));
        return strings;
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
