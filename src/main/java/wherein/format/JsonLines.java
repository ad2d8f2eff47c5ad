package wherein.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import wherein.document.NoteKind;

/**
 * A file of records, one JSON object a line: a text, and any of id, title, source, author, date, stance, language and url, by these
 * or usual other names ({@link RecordFields}); every other key with a plain value is a further field. Read line by line, so that its
 * size does not matter.
 */
public final class JsonLines {

    private final long maxDocument;
    private final Extracts extracts;
    private final RecordExtracts records;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private int line;

    private JsonLines(long maxDocument, Extracts extracts) {
        this.maxDocument = maxDocument;
        this.extracts = extracts;
        this.records = new RecordExtracts(extracts);
    }

    /**
     * Hands each record of {@code file} to {@code extracts}.
     *
     * @param maxDocument the greatest size of a record, in bytes
     * @throws UnreadableException if there is none
     */
    public static void read(Path file, long maxDocument, Extracts extracts) throws IOException, UnreadableException {
        try (InputStream in = Files.newInputStream(file)) {
            new JsonLines(maxDocument, extracts).read(in);
        }
    }

    private void read(InputStream in) throws IOException, UnreadableException {
        int found = 0;
        for (Optional<byte[]> bytes = nextLine(in); bytes.isPresent(); bytes = nextLine(in)) {
            line++;
            if (bytes.get().length > maxDocument) {
                extracts.leaveOut(
                        NoteKind.TOO_LARGE,
                        line,
                        "more than the " + (maxDocument >> 20) + " MB that a record may have; see --max-document");
                continue;
            }
            String json = new String(bytes.get(), StandardCharsets.UTF_8);
            if (!json.isBlank()) {
                found++;
                boolean replaced = json.indexOf('\uFFFD') >= 0;
                if (replaced && !Arrays.equals(json.getBytes(StandardCharsets.UTF_8), bytes.get())) {
                    extracts.tell(
                            NoteKind.ENCODING_BROKEN,
                            line,
                            "not sound UTF-8: broken sequences replaced by U+FFFD; save the file as UTF-8 to mend it");
                }
                record(json);
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
            extracts.read(next - at);
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
            record = JsonValues.JSON.readTree(line == 1 && json.startsWith("\uFEFF") ? json.substring(1) : json);
        } catch (JsonProcessingException e) {
            extracts.leaveOut(NoteKind.BAD_RECORD, line, "no JSON: " + e.getOriginalMessage());
            return;
        }
        RecordFields fields = JsonValues.fields(record);
        if (fields.hasText()) {
            records.add(fields, JsonValues.of(record, fields, line, extracts), "#" + line, line);
        } else {
            extracts.leaveOut(
                    NoteKind.BAD_RECORD,
                    line,
                    "expected an object with a \"text\", such as {\"id\": \"a\", \"text\": \"…\"}");
        }
    }
}
