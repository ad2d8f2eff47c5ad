package wherein.collection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteKind;
import wherein.format.Extract;
import wherein.format.UnreadableException;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;

/**
 * A file of records, one JSON object a line: {@code text}, and any of id, title, source, author, date, stance, language
 * (or lang) and url; every other key with a plain value is a further field. Read line by line, so that its size does
 * not matter.
 */
final class Records {

    /** The greatest record is bounded by its bytes already. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Set<String> KNOWN =
            Set.of("id", "text", "title", "source", "author", "date", "stance", "language", "lang", "url");

    private final SourceFile file;
    private final long maxDocument;
    private final Consumer<Extract> extracts;
    private final Consumer<Note> notes;
    private final LongConsumer read;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private int line;

    Records(SourceFile file, long maxDocument, Consumer<Extract> extracts, Consumer<Note> notes, LongConsumer read) {
        this.file = file;
        this.maxDocument = maxDocument;
        this.extracts = extracts;
        this.notes = notes;
        this.read = read;
    }

    void read() throws IOException, UnreadableException {
        int found = 0;
        if (file.layout().isPresent()
                && !(file.layout().get().parts().isEmpty()
                        && file.layout().get().boilerplate().isEmpty())) {
            warn(
                    NoteKind.BAD_LAYOUT,
                    "the catalogue's parts and boilerplate are left out: here each line is a document");
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            for (Optional<byte[]> bytes = nextLine(in); bytes.isPresent(); bytes = nextLine(in)) {
                line++;
                if (bytes.get().length > maxDocument) {
                    error(
                            NoteKind.TOO_LARGE,
                            "more than the " + (maxDocument >> 20) + " MB that a record may have; see --max-document");
                    continue;
                }
                String json = new String(bytes.get(), StandardCharsets.UTF_8);
                if (!json.isBlank()) {
                    found++;
                    boolean replaced = json.indexOf('\uFFFD') >= 0;
                    if (replaced && !Arrays.equals(json.getBytes(StandardCharsets.UTF_8), bytes.get())) {
                        warn(
                                NoteKind.ENCODING_BROKEN,
                                "not sound UTF-8: broken sequences replaced by U+FFFD; save the file as UTF-8 to mend it");
                    }
                    record(json);
                }
            }
        }
        if (found == 0) {
            throw new UnreadableException(NoteKind.EMPTY, "it is empty");
        }
    }

    /** The next line without its end, or as much of it as is too long and one byte; empty at the end of the file. */
    private Optional<byte[]> nextLine(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean begun = false;
        while (at < filled || fill(in)) {
            begun = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            bytes.write(buffer, at, (int) Math.min(end - at, maxDocument + 1 - bytes.size()));
            boolean whole = end < filled;
            int next = whole ? end + 1 : end;
            read.accept(next - at);
            at = next;
            if (whole) {
                break;
            }
        }
        return begun ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    private boolean fill(InputStream in) throws IOException {
        at = 0;
        filled = in.read(buffer);
        return filled > 0;
    }

    private void record(String json) {
        JsonNode record;
        try {
            record = JSON.readTree(line == 1 && json.startsWith("\uFEFF") ? json.substring(1) : json);
        } catch (JsonProcessingException e) {
            error(NoteKind.BAD_RECORD, "no JSON: " + e.getOriginalMessage());
            return;
        }
        if (!record.isObject() || !record.path("text").isTextual()) {
            error(NoteKind.BAD_RECORD, "expected an object with a \"text\", such as {\"id\": \"a\", \"text\": \"…\"}");
            return;
        }
        String text = record.get("text").textValue();
        if (text.isBlank()) {
            error(NoteKind.EMPTY, "its \"text\" is empty");
            return;
        }
        Optional<String> id = Optional.of(record.path("id").asText("")).filter(said -> !said.isEmpty());
        extracts.accept(new Extract(text, id, "#" + line, metadata(record), List.of(), List.of(), Map.of(), line));
    }

    private Metadata metadata(JsonNode record) {
        TreeMap<String, List<String>> fields = new TreeMap<>();
        record.properties().forEach(entry -> {
            if (!KNOWN.contains(entry.getKey())) {
                Optional<String> fault = Catalogue.fieldFault(entry.getKey());
                if (fault.isPresent() || entry.getValue().isObject()) {
                    warn(
                            NoteKind.BAD_METADATA,
                            "\"" + entry.getKey() + "\" is left out: "
                                    + fault.orElse("expected a plain value or a list of them"));
                } else {
                    fields.put(entry.getKey(), texts(entry.getValue()));
                }
            }
        });
        return new Metadata(
                record.path("title").asText(""),
                record.path("source").asText(""),
                texts(record.path("author")),
                date(record.path("date").asText("")),
                record.path("stance").asText(""),
                record.path("language").asText(record.path("lang").asText("")),
                record.path("url").asText(""),
                fields);
    }

    private EdtfDate date(String date) {
        try {
            return EdtfDate.parse(date.equals("null") ? "" : date);
        } catch (EdtfException e) {
            warn(NoteKind.BAD_DATE, e.getMessage() + ". Left unknown.");
            return EdtfDate.UNKNOWN;
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> texts.add(item.asText("")));
        } else if (node.isValueNode() && !node.isNull()) {
            texts.add(node.asText(""));
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    private void error(NoteKind kind, String message) {
        notes.accept(new Note(kind, file.relative(), line, "not indexed: " + message));
    }

    private void warn(NoteKind kind, String message) {
        notes.accept(new Note(kind, file.relative(), line, message));
    }
}
