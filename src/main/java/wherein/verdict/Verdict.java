package wherein.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wherein.document.Document;
import wherein.json.Json;
import wherein.mention.Mention;
import wherein.verdict.VerdictException.Reason;

/**
 * What a reviewer says of one mention: a line of the file. Of two lines of a reviewer on a mention the later one counts.
 *
 * @param time when it was said, to a thousandth of a second
 * @param reviewer who says it, 1 to {@value #LONGEST_NAME} characters
 * @param word what is said
 * @param to what the mention is instead: some of {@link #INSTEAD}; empty unless it is reassigned
 * @param note for other readers; may be empty
 * @param anchor the mention
 */
public record Verdict(Instant time, String reviewer, Word word, Map<String, String> to, String note, Anchor anchor)
        implements Line {

    /** What a mention may be reassigned to: another type, another country or person, another kind, value or unit. */
    public static final List<String> INSTEAD = List.of("type", "id", "kind", "value", "unit", "when");

    /** Code points of the name of a reviewer. */
    public static final int LONGEST_NAME = 100;

    /** Code points of a note. */
    public static final int LONGEST_NOTE = 2_000;

    /** Code points of what a mention is reassigned to. */
    public static final int LONGEST_VALUE = 200;

    /** The last time that one may be of, in milliseconds: the end of the year 9999. */
    static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Takes a copy. */
    public Verdict {
        to = Collections.unmodifiableMap(new LinkedHashMap<>(to));
    }

    /** This, said at another time. */
    Verdict at(Instant other) {
        return new Verdict(other, reviewer, word, to, note, anchor);
    }

    /** What a mention is reassigned to, on one line; empty if it is not. */
    public String instead() {
        StringBuilder text = new StringBuilder();
        to.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : ", ").append(name).append('=').append(value));
        return text.toString();
    }

    /** A time as it stands in a line. */
    static String written(Instant time) {
        return TIME.format(time);
    }

    /** It as a line of the file, without the end of the line. */
    public String line() {
        ObjectNode node = Json.object()
                .put("time", written(time))
                .put("reviewer", reviewer)
                .put("verdict", word.word());
        if (!to.isEmpty()) {
            to.forEach(node.putObject("to")::put);
        }
        if (!note.isEmpty()) {
            node.put("note", note);
        }
        node.put("document", anchor.document())
                .put("type", anchor.type().word())
                .put("surface", anchor.surface())
                .put("said", anchor.said())
                .put("start", anchor.start())
                .put("end", anchor.end())
                .put("before", anchor.before())
                .put("after", anchor.after())
                .put("alike", anchor.alike());
        if (!anchor.around().isEmpty()) {
            node.put("around", anchor.around());
        }
        return Json.text(node.put("text", anchor.text()));
    }

    /**
     * Reads a line of the file. What this program does not know of it is no fault.
     *
     * @throws VerdictException if it is no verdict
     */
    public static Verdict parse(String line) throws VerdictException {
        return of(object(line));
    }

    /** As {@link #parse}, of what the line holds. */
    static Verdict of(JsonNode node) throws VerdictException {
        Anchor anchor = new Anchor(
                needed(node, "document", Integer.MAX_VALUE),
                type(node),
                needed(node, "surface", Integer.MAX_VALUE),
                text(node, "said", Integer.MAX_VALUE),
                whole(node, "start", -1),
                whole(node, "end", -1),
                text(node, "before", Integer.MAX_VALUE),
                text(node, "after", Integer.MAX_VALUE),
                whole(node, "alike", 1),
                text(node, "around", Integer.MAX_VALUE),
                text(node, "text", Integer.MAX_VALUE));
        if (Document.idFault(anchor.document()).isPresent()) {
            throw fault(Document.idFault(anchor.document()).get());
        }
        if (anchor.end() <= anchor.start()) {
            throw fault("\"end\" is not behind \"start\"");
        }
        return new Verdict(
                time(node), reviewer(node), word(node), instead(node), text(node, "note", LONGEST_NOTE), anchor);
    }

    /**
     * The object that {@code line} holds.
     *
     * @throws VerdictException if it holds none
     */
    public static JsonNode object(String line) throws VerdictException {
        try {
            JsonNode node = READER.readTree(line);
            if (!node.isObject()) {
                throw fault("it is no object of JSON");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new VerdictException(Reason.LINE, "it is no object of JSON", e);
        }
    }

    /** Who says it. */
    public static String reviewer(JsonNode node) throws VerdictException {
        String name = needed(node, "reviewer", LONGEST_NAME);
        if (name.isBlank() || name.codePoints().anyMatch(Character::isISOControl)) {
            throw fault("\"reviewer\" has to be the name of one, 1 to " + LONGEST_NAME + " characters");
        }
        return name.strip();
    }

    /** What is said. */
    public static Word word(JsonNode node) throws VerdictException {
        String word = needed(node, "verdict", LONGEST_NAME);
        return Word.of(word)
                .orElseThrow(() ->
                        fault("\"verdict\" is \"" + word + "\", expected confirmed, rejected, reassigned or none"));
    }

    /** What the mention is instead, as {@code to} says; has to say something of a mention that is reassigned, and nothing of others. */
    public static Map<String, String> instead(JsonNode node) throws VerdictException {
        JsonNode given = node.path("to");
        Map<String, String> to = new LinkedHashMap<>();
        if (given.isObject()) {
            for (String name : INSTEAD) {
                String value = text(given, name, LONGEST_VALUE).strip();
                if (!value.isEmpty()) {
                    to.put(name, value);
                }
            }
            for (Map.Entry<String, JsonNode> each : given.properties()) {
                if (!INSTEAD.contains(each.getKey())) {
                    throw fault(
                            "\"to\" has no \"" + each.getKey() + "\", expected some of " + String.join(", ", INSTEAD));
                }
            }
        } else if (!given.isMissingNode() && !given.isNull()) {
            throw fault("\"to\" has to be an object with some of " + String.join(", ", INSTEAD));
        }
        if (word(node) == Word.REASSIGNED == to.isEmpty()) {
            throw fault(
                    to.isEmpty()
                            ? "\"to\" has to say what it is instead, by some of " + String.join(", ", INSTEAD)
                            : "\"to\" says something of a mention that is not reassigned");
        }
        String type = to.getOrDefault("type", Mention.Type.COUNTRY.word());
        if (!Set.of("country", "person", "figure", "date").contains(type)) {
            throw fault("\"type\" of \"to\" is \"" + type + "\", expected country, person, figure or date");
        }
        return to;
    }

    /** The text of a field; empty where it is absent. */
    public static String text(JsonNode node, String name, int most) throws VerdictException {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw fault("\"" + name + "\" has to be a string");
        }
        String text = value.textValue();
        if (text.codePointCount(0, text.length()) > most) {
            throw fault("\"" + name + "\" has more than " + most + " characters");
        }
        return text;
    }

    /** The text of a field that has to be there. */
    public static String needed(JsonNode node, String name, int most) throws VerdictException {
        String text = text(node, name, most);
        if (text.isEmpty()) {
            throw fault("\"" + name + "\" is not there");
        }
        return text;
    }

    /** The whole number of a field; negative where it has to be there and is not. */
    public static int whole(JsonNode node, String name, int otherwise) throws VerdictException {
        JsonNode value = node.path(name);
        if (value.isMissingNode() && otherwise >= 0) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw fault("\"" + name + "\" has to be a whole number, 0 or more");
        }
        return value.intValue();
    }

    /** What it speaks of. */
    public static Mention.Type type(JsonNode node) throws VerdictException {
        String word = needed(node, "type", LONGEST_NAME);
        try {
            return Mention.Type.of(word);
        } catch (IllegalArgumentException e) {
            throw new VerdictException(
                    Reason.LINE, "\"type\" is \"" + word + "\", expected country, person, figure or date", e);
        }
    }

    /** When it is said, in thousandths of a second. */
    static Instant time(JsonNode node) throws VerdictException {
        String time = needed(node, "time", LONGEST_NAME);
        String fault = "\"time\" is \"" + time + "\", expected such as 2026-11-30T18:04:05.123Z";
        try {
            long millis = Instant.parse(time).toEpochMilli();
            if (millis > LATEST) {
                throw fault(fault);
            }
            return Instant.ofEpochMilli(millis);
        } catch (DateTimeException | ArithmeticException e) {
            throw new VerdictException(Reason.LINE, fault, e);
        }
    }

    private static VerdictException fault(String message) {
        return new VerdictException(Reason.LINE, message);
    }
}
