package wherein.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wherein.document.Metadata;
import wherein.document.NoteKind;

/**
 * A file of JSON. Objects that have a text are documents, as those of {@link JsonLines} are: one that is the whole file, several one
 * behind the other, and those that stand in a list or in an object, such as {@code {"articles": […]}}. They are read as they come, so
 * that the size of the file does not matter. A file without such objects is one document of all that it says: each of its objects a
 * paragraph.
 */
public final class JsonTexts {

    /** Records stand no deeper in lists and objects. */
    private static final int DEEPEST = 6;

    /** By so many of its names it is told whether an object has a text. */
    private static final int MOST_NAMES = 1_000;

    /** So many of the values that stand beside records are named. */
    private static final int MOST_BESIDE = 5;

    /** Hears nothing. */
    private static final Extracts NOBODY = new Extracts() {
        @Override
        public void add(Extract extract) {}

        @Override
        public void tell(NoteKind kind, int line, String message) {}

        @Override
        public void read(long bytes) {}
    };

    private final Path file;
    private final long maxDocument;
    private final Extracts extracts;
    private final RecordExtracts records;
    private final JsonFactory factory;
    private int number;

    private JsonTexts(Path file, long maxDocument, Extracts extracts) {
        this.file = file;
        this.maxDocument = maxDocument;
        this.extracts = extracts;
        this.records = new RecordExtracts(extracts);
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength((int) Math.min(Integer.MAX_VALUE, maxDocument))
                        .build())
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                .build();
    }

    /**
     * Hands what {@code file} says to {@code extracts}. Reads it twice.
     *
     * @param maxDocument the greatest size of a text, and of a record
     * @throws UnreadableException if it holds no text
     */
    public static void read(Path file, long maxDocument, Extracts extracts) throws IOException, UnreadableException {
        new JsonTexts(file, maxDocument, extracts).read();
    }

    private void read() throws IOException, UnreadableException {
        Set<String> shapes = shapes();
        try (BufferedReader in = TextStream.open(file, extracts);
                JsonParser parser = factory.createParser(in)) {
            if (shapes.isEmpty()) {
                document(parser);
            } else {
                records(parser, shapes);
            }
        } catch (JsonProcessingException e) {
            broken(e);
        }
    }

    /** What is broken costs all that stands behind it. */
    private void broken(JsonProcessingException e) throws UnreadableException {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        boolean large = e instanceof StreamConstraintsException;
        NoteKind kind = large ? NoteKind.TOO_LARGE : NoteKind.BAD_RECORD;
        String reason = (large ? "more than is read: " : "no JSON: ") + e.getOriginalMessage();
        if (number == 0) {
            throw new UnreadableException(kind, reason + " (line " + line + ")");
        }
        extracts.leaveOut(kind, line, reason + "; nor is what follows");
    }

    /**
     * Where objects with a text stand: for each place the brackets that are open there, such as <code>[{</code> for those of a
     * list that is the whole file.
     */
    private Set<String> shapes() throws IOException, UnreadableException {
        Set<String> shapes = new HashSet<>();
        Deque<List<String>> names = new ArrayDeque<>();
        StringBuilder open = new StringBuilder();
        try (BufferedReader in = TextStream.open(file, NOBODY);
                JsonParser parser = factory.createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    open.append(token.asString());
                    names.push(new ArrayList<>());
                    if (open.length() > DEEPEST) {
                        parser.skipChildren();
                        open.setLength(open.length() - 1);
                        names.pop();
                    }
                } else if (token.isStructEnd()) {
                    if (RecordFields.of(names.pop()).hasText()) {
                        shapes.add(open.toString());
                    }
                    open.setLength(open.length() - 1);
                } else if (token == JsonToken.FIELD_NAME
                        && names.getFirst().size() < MOST_NAMES
                        && !shapes.contains(open.toString())) {
                    names.getFirst().add(parser.currentName());
                } else if (token != JsonToken.VALUE_STRING && token != JsonToken.FIELD_NAME) {
                    // A number is no text, whatever it is called.
                    unlessText(names);
                }
            }
        } catch (JsonProcessingException e) {
            // The second reading comes as far, and tells it.
            return shapes;
        }
        return shapes;
    }

    private static void unlessText(Deque<List<String>> names) {
        if (!names.isEmpty() && !names.getFirst().isEmpty()) {
            List<String> last = names.getFirst();
            if (RecordFields.isText(last.getLast())) {
                last.removeLast();
            }
        }
    }

    private void records(JsonParser parser, Set<String> shapes) throws IOException {
        StringBuilder open = new StringBuilder();
        Set<String> beside = new LinkedHashSet<>();
        JsonToken token = parser.nextToken();
        while (token != null) {
            if (token.isStructStart()) {
                open.append(token.asString());
                if (shapes.contains(open.toString())) {
                    token = record(parser, open.length() == 1);
                    open.setLength(open.length() - 1);
                    continue;
                }
                if (open.length() > DEEPEST) {
                    parser.skipChildren();
                    open.setLength(open.length() - 1);
                }
            } else if (token.isStructEnd()) {
                open.setLength(open.length() - 1);
            } else if (token.isScalarValue()
                    && shapes.contains(open + "{")
                    && open.toString().endsWith("[")) {
                number++;
                bad(parser.currentTokenLocation().getLineNr());
            } else if (token.isScalarValue() && parser.currentName() != null && beside.size() < MOST_BESIDE) {
                beside.add("\"" + parser.currentName() + "\"");
            }
            token = parser.nextToken();
        }
        if (!beside.isEmpty()) {
            extracts.tell(
                    NoteKind.BAD_METADATA,
                    0,
                    "left out, since it stands beside the records: " + String.join(", ", beside));
        }
    }

    /**
     * Reads the object that has just begun, and gives the token behind it.
     *
     * @param root whether it stands in no other, so that it may be the whole file
     */
    private JsonToken record(JsonParser parser, boolean root) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        Optional<JsonNode> record = bounded(parser);
        JsonToken next = root && number == 0 ? parser.nextToken() : null;
        boolean whole = root && number == 0 && next == null;
        number++;
        if (record.isEmpty()) {
            extracts.leaveOut(
                    NoteKind.TOO_LARGE,
                    line,
                    "more than the " + (maxDocument >> 20) + " MB that a record may have; see --max-document");
        } else {
            RecordFields fields = JsonValues.fields(record.get());
            if (fields.hasText()) {
                String within = whole ? "" : "#" + number;
                records.add(fields, JsonValues.of(record.get(), fields, line, extracts), within, line);
            } else {
                bad(line);
            }
        }
        return root && number == 1 ? next : parser.nextToken();
    }

    private void bad(int line) {
        extracts.leaveOut(
                NoteKind.BAD_RECORD,
                line,
                "expected an object with a \"text\", such as {\"id\": \"a\", \"text\": \"…\"}");
    }

    /** The object that has just begun; empty if it is too large, and then read away. */
    private Optional<JsonNode> bounded(JsonParser parser) throws IOException {
        long begin = parser.currentTokenLocation().getCharOffset();
        int depth = 1;
        try (TokenBuffer buffer = new TokenBuffer(parser)) {
            buffer.copyCurrentEvent(parser);
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return Optional.empty();
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (parser.currentLocation().getCharOffset() - begin > maxDocument) {
                    readAway(parser, depth);
                    return Optional.empty();
                }
                buffer.copyCurrentEvent(parser);
            }
            try (JsonParser copy = buffer.asParser()) {
                return Optional.of(JsonValues.JSON.readTree(copy));
            }
        }
    }

    private static void readAway(JsonParser parser, int open) throws IOException {
        int depth = open;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }

    private void document(JsonParser parser) throws IOException, UnreadableException {
        StringBuilder text = new StringBuilder();
        StringBuilder row = new StringBuilder();
        String name = "";
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                name = parser.currentName();
            } else if (token.isScalarValue()) {
                if (token != JsonToken.VALUE_NULL) {
                    TableRows.append(row, name, parser.getText());
                }
                name = "";
            } else {
                JsonStreamContext around = parser.getParsingContext();
                boolean values =
                        token == JsonToken.START_ARRAY && !around.getParent().inArray()
                                || token == JsonToken.END_ARRAY && !around.inArray();
                // A list of values is a value of its object.
                if (!values) {
                    end(row, text);
                }
                if (token == JsonToken.START_OBJECT) {
                    end(row.append(name), text);
                }
                name = token == JsonToken.START_ARRAY ? name : "";
            }
            if (text.length() + row.length() > maxDocument) {
                throw new UnreadableException(
                        NoteKind.TOO_LARGE,
                        "it has more than the " + (maxDocument >> 20) + " MB that a text may have, and no objects "
                                + "with a text that would be documents; split it, or see --max-document");
            }
        }
        end(row, text);
        extracts.add(Extract.of(text.toString(), Metadata.UNKNOWN, List.of()));
    }

    private static void end(StringBuilder row, StringBuilder text) {
        if (!row.isEmpty()) {
            text.append(row).append("\n\n");
            row.setLength(0);
        }
    }
}
