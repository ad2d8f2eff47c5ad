package wherein.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import wherein.document.Note;
import wherein.document.NoteGroup;
import wherein.index.IndexReport;
import wherein.json.Json;
import wherein.text.Printable;

/**
 * What a run of {@code index} did, as one JSON object for programs. Its keys are there whether or not there is anything to
 * count under them, and stay as they are; {@code docs/index-report.md} says what each means.
 */
public final class ReportJson {

    private ReportJson() {}

    /**
     * The object for {@code report}.
     *
     * @param examples how many notes of each kind are listed at most
     */
    public static ObjectNode of(IndexReport report, Path index, Duration took, int examples) {
        ObjectNode node = Json.object().put("index", index.toString());
        report(node, report, took, examples);
        return node;
    }

    /** Puts all of {@code report} into {@code node} but where the index lies. */
    static void report(ObjectNode node, IndexReport report, Duration took, int examples) {
        node.put("fingerprint", report.fingerprint());
        node.putObject("files")
                .put("read", report.files())
                .put("unchanged", report.unchanged())
                .put("bytes", report.bytes());
        node.putObject("documents")
                .put("total", report.documents())
                .put("added", report.added())
                .put("changed", report.changed())
                .put("deleted", report.deleted())
                .put("renewed", report.renewed());
        node.put("passages", report.passages());
        ObjectNode mentions = node.putObject("mentions");
        report.mentions().forEach((type, count) -> mentions.put(type.word(), count));
        node.put(
                "not_indexed",
                report.notes().stream()
                        .filter(group -> group.kind().leftOut())
                        .mapToLong(NoteGroup::count)
                        .sum());
        ObjectNode severities = node.putObject("severities");
        for (Note.Severity severity : Note.Severity.values()) {
            severities.put(severity.word(), report.count(severity));
        }
        ArrayNode groups = node.putArray("notes");
        report.notes().forEach(group -> group(groups.addObject(), group, examples));
        node.put("took_ms", took.toMillis());
    }

    /** Puts what is known of the notes of one kind into {@code node}. */
    static void group(ObjectNode node, NoteGroup group, int most) {
        node.put("kind", group.kind().word())
                .put("title", group.kind().title())
                .put("severity", group.kind().severity().word())
                .put("not_indexed", group.kind().leftOut())
                .put("count", group.count());
        ObjectNode details = node.putObject("details");
        for (Map.Entry<String, Integer> each : group.details().entrySet()) {
            details.put(each.getKey(), each.getValue());
        }
        node.put("other_details", group.others());
        String advice = group.kind().advice();
        node.put("advice", advice.isEmpty() ? null : advice);
        ArrayNode examples = node.putArray("examples");
        for (Note note : group.examples().stream().limit(most).toList()) {
            examples.addObject()
                    .put("file", note.file())
                    .put("line", note.line() > 0 ? (Integer) note.line() : null)
                    .put("message", note.message());
        }
    }

    /** {@code node} as text: whatever a terminal would obey is escaped as JSON itself escapes it, so it reads as the same. */
    public static String text(ObjectNode node, boolean pretty) {
        return Printable.escapedLines(pretty ? Json.pretty(node).replace("\r\n", "\n") : Json.text(node));
    }
}
