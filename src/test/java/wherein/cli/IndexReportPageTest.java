package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import wherein.api.ReportJson;
import wherein.document.Note;
import wherein.document.NoteGroup;
import wherein.document.NoteKind;
import wherein.index.IndexReport;

/** The page on the report lists every key and every kind. {@code -Dwherein.golden.refresh=true} writes it anew. */
class IndexReportPageTest {

    private static final Path PAGE = Path.of("docs/index-report.md");

    private static final String HEAD = """
            # What `wherein index` tells

            A run ends with a report on standard error: what asks for a hand, counted by kind, each kind with some examples and
            what to do about it, then the sums. `-v` lists the notes, a line each, up to 10,000 of each kind and 1,000 of one file;
            the others are counted. `-q` tells of errors alone, and `--json` prints the report as one object on standard output:

            | key | what |
            | --- | --- |
            | `index` | the folder of the index |
            | `fingerprint` | of the collection, as in `/api/v1/info` |
            | `files.read` | files that were read in this run |
            | `files.unchanged` | files that are as they were, and were not read |
            | `files.bytes` | size of those that were read |
            | `documents.total` | documents in the index now |
            | `documents.added` | of these, not in it before |
            | `documents.changed` | of these, in it before, and otherwise |
            | `documents.deleted` | in it before, and not now |
            | `documents.renewed` | what has changed since so that all were made anew, such as `recognition`; empty if they were not |
            | `passages` | passages in the index now |
            | `mentions.country`, `mentions.person`, `mentions.figure`, `mentions.date` | mentions of each type in the index now |
            | `not_indexed` | files, records and links that are not in the index, whatever the reason |
            | `severities.error`, `severities.warning`, `severities.info` | notes of each severity |
            | `notes` | the notes by kind, an object for each kind there is: errors first, then warnings; in each, first what is not indexed, then what is more |
            | `notes.kind` | the word for the kind, see below |
            | `notes.title` | what is the matter, in words that follow a number, and may change |
            | `notes.severity` | `error`, `warning` or `info` |
            | `notes.not_indexed` | whether that keeps a file, record or link out of the index |
            | `notes.count` | how many notes are of this kind |
            | `notes.details` | how many of them have each detail, such as `".jpg": 300`, the first 100 by name; empty for most kinds |
            | `notes.other_details` | how often they have a detail that is not among these |
            | `notes.advice` | what to do, in a sentence; null where there is nothing to do |
            | `notes.examples` | the first three; with `-v`, the first 10,000, of one file the first 1,000 |
            | `notes.examples.file` | relative to the folder of the collection |
            | `notes.examples.line` | from 1; null where the whole file is meant |
            | `notes.examples.message` | what is the matter, in words that may change |
            | `took_ms` | milliseconds from the beginning of the run to its commit |

            The report is kept in the index: `wherein report` prints it again, with the first 20 notes of each kind, and
            `/api/v1/report` answers it, without the folder of the index and with `ended`, when the run ended. A run that changes nothing
            leaves the report as it is, and each counts the notes on all files, those that it had not to read too. So it always says what
            of the collection is not searched now. `/api/v1/report/PATH`, with the path of a file percent-encoded, says what became of
            that file.

            Keys and words of kinds stay as they are; new ones may come. The exit code is 0 whatever the notes say; with
            `--strict` it is 2 if there is an error.

            ## Kinds of notes

            | kind | severity | what is the matter | what to do |
            | --- | --- | --- | --- |
            """;

    @Test
    void thePageListsEveryKind() throws Exception {
        StringBuilder page = new StringBuilder(HEAD);
        for (NoteKind kind : NoteKind.values()) {
            page.append("| `")
                    .append(kind.word())
                    .append("` | ")
                    .append(kind.severity().word())
                    .append(kind.leftOut() ? ", not indexed | " : " | ")
                    .append(kind.title())
                    .append(" | ")
                    .append(kind.advice())
                    .append(" |\n");
        }
        if (Boolean.getBoolean("wherein.golden.refresh")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }

    @Test
    void thePageListsEveryKeyOfTheObjectAndNoOther() {
        Note note = new Note(NoteKind.EMPTY, "a.txt", 1, "m");
        IndexReport report = new IndexReport(0, 0, 0, 0, 0, 0, 0, 0, Map.of(), NoteGroup.of(List.of(note), 1), "", "");
        TreeSet<String> keys = new TreeSet<>();
        gather("", ReportJson.of(report, Path.of("i"), Duration.ZERO, 1), keys);
        keys.removeAll(List.of("files", "documents", "mentions", "severities"));
        TreeSet<String> listed = new TreeSet<>();
        HEAD.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split(" \\| ")[0].substring(2))
                .forEach(names -> listed.addAll(List.of(names.replace("`", "").split(", "))));
        assertThat(listed).isEqualTo(keys);
    }

    private static void gather(String path, JsonNode node, TreeSet<String> keys) {
        node.properties().forEach(each -> {
            keys.add(path + each.getKey());
            gather(path + each.getKey() + ".", each.getValue(), keys);
        });
        if (node.isArray()) {
            node.forEach(each -> gather(path, each, keys));
        }
    }
}
