package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.api.ReportJson;
import wherein.document.Note;
import wherein.document.NoteGroup;
import wherein.document.NoteKind;
import wherein.index.IndexReport;
import wherein.json.Json;
import wherein.mention.Mention;
import wherein.text.Columns;

/** What {@code index} tells in the end. {@code -Dwherein.golden.refresh=true} writes the golden text. */
class ReportTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/index-report.txt");

    private static final Duration TOOK = Duration.ofMillis(83_400);

    private static IndexReport report(List<Note> notes) {
        return new IndexReport(
                2_243,
                17,
                61_170_915,
                2_002,
                40,
                3,
                1,
                13_502,
                Map.of(Mention.Type.COUNTRY, 15_824, Mention.Type.PERSON, 1, Mention.Type.DATE, 14_522),
                NoteGroup.of(notes, IndexReport.MOST_NOTES),
                "",
                "f1");
    }

    private static List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            notes.add(new Note(NoteKind.UNSUPPORTED, List.of(".jpg"), "photos/quay-" + i + ".jpg", 0, "not indexed"));
        }
        for (int i = 1; i <= 12; i++) {
            notes.add(new Note(NoteKind.UNSUPPORTED, List.of(".docx"), "letter " + i + ".docx", 0, "not indexed"));
        }
        notes.add(new Note(NoteKind.EMPTY, "архив/туман.txt", 0, "not indexed: it is empty"));
        for (int i = 3; i <= 8; i++) {
            notes.add(new Note(
                    NoteKind.BAD_RECORD,
                    "all.jsonl",
                    i,
                    "not indexed: no JSON: Unrecognized token 'fog' in column " + i));
        }
        notes.add(new Note(
                NoteKind.DUPLICATE_ID, "b\u001b[31m.md", 0, "not indexed: the id \"x\u202e\" belongs to a.md already"));
        notes.add(new Note(NoteKind.BAD_DATE, "weir.md", 3, "\"" + "yesterday ".repeat(40) + "\" is no date"));
        notes.add(new Note(NoteKind.ENCODING_GUESSED, List.of("KOI8-R"), "koi.txt", 0, "not UTF-8"));
        notes.add(new Note(NoteKind.ENCODING_GUESSED, List.of("windows-1251"), "cp.txt", 0, "not UTF-8"));
        notes.add(new Note(NoteKind.UNDESCRIBED, List.of("source", "date"), "koi.txt", 0, "not in the catalogue"));
        notes.add(new Note(NoteKind.UNDESCRIBED, List.of("date"), "cp.txt", 0, "not in the catalogue"));
        notes.add(new Note(NoteKind.ABOUT_COLLECTION, "README.md", 0, "not indexed"));
        return notes;
    }

    @Test
    void aPersonAndAProgramAreToldTheSame() throws Exception {
        IndexReport report = report(notes());
        StringBuilder told = new StringBuilder();
        section(told, "whole, 100 columns", new ReportText(100, 3).whole(report, "/harbour/index", TOOK));
        section(told, "whole, 40 columns", new ReportText(40, 3).whole(report, "/harbour/index", TOOK));
        section(told, "after every note, 80 columns", new ReportText(80, 0).whole(report, "/harbour/index", TOOK));
        section(told, "brief, 80 columns", new ReportText(80, 3).brief(report, "/harbour/index"));
        section(told, "of a clean run", new ReportText(80, 3).whole(report(List.of()), "/harbour/index", TOOK));
        section(
                told,
                "JSON",
                List.of(ReportJson.text(ReportJson.of(report, Path.of("/harbour/index"), TOOK, 2), true)));
        if (Boolean.getBoolean("wherein.golden.refresh")) {
            Files.writeString(GOLDEN, told);
        }
        assertThat(told.toString())
                .as("refresh with -Dwherein.golden.refresh=true")
                .isEqualTo(Files.readString(GOLDEN));
    }

    private static void section(StringBuilder told, String name, List<String> lines) {
        told.append("== ")
                .append(name)
                .append("\n\n")
                .append(String.join("\n", lines))
                .append("\n\n");
    }

    @Test
    void noLineIsWiderThanTheTerminalUnlessOneWordIs() {
        Seeded.times(200, random -> {
            int width = 40 + random.nextInt(121);
            List<Note> notes = anyNotes(random);
            List<String> lines = new ArrayList<>(
                    new ReportText(width, random.nextInt(4)).whole(report(notes), Seeded.text(random, 5), TOOK));
            lines.addAll(new ReportText(width, 3).brief(report(notes), "index"));
            assertThat(lines).allSatisfy(line -> {
                boolean fits = Columns.of(line) <= width;
                boolean oneWord = !line.replaceFirst("^(wherein:)? +", "").contains(" ");
                assertThat(fits || oneWord).isTrue();
                assertThat(line.chars().anyMatch(Character::isISOControl)).isFalse();
            });
        });
    }

    @Test
    void theObjectForProgramsReadsBackAsItWasWhateverNamesAreMadeOf() {
        Seeded.times(200, random -> {
            List<Note> notes = anyNotes(random);
            String text = ReportJson.text(
                    ReportJson.of(report(notes), Path.of("index"), TOOK, notes.size()), random.nextBoolean());
            assertThat(text.chars().filter(c -> c != '\n').anyMatch(Character::isISOControl))
                    .isFalse();
            JsonNode read = new ObjectMapper().readTree(text);
            List<String> files = new ArrayList<>();
            read.get("notes").forEach(group -> {
                assertThat(group.get("count").intValue())
                        .isEqualTo(group.get("examples").size());
                group.get("examples").forEach(each -> files.add(each.get("file").textValue()));
            });
            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(
                            notes.stream().map(Note::file).toList());
        });
    }

    private static List<Note> anyNotes(Random random) {
        List<Note> notes = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            notes.add(new Note(
                    Seeded.one(random, List.of(NoteKind.values())),
                    random.nextBoolean() ? List.of() : List.of(Seeded.text(random, 1)),
                    Seeded.text(random, 4).replace(' ', '_')
                            + Seeded.one(random, "\u001b[1m", "\u009b", "\u202e", "\u007f"),
                    random.nextInt(3),
                    Seeded.text(random, 30)));
        }
        return notes;
    }

    @Test
    void theObjectHasAllItsKeysWhereThereIsNothingToTell() {
        JsonNode node = ReportJson.of(
                new IndexReport(0, 0, 0, 0, 0, 0, 0, 0, Map.of(), List.of(), "", ""), Path.of("i"), Duration.ZERO, 3);
        String index = Path.of("i").toString();
        assertThat(Json.text(node)).isEqualTo("{\"index\":\"" + index + """
                ","fingerprint":"","files":{"read":0,"unchanged":0,"bytes":0},\
                "documents":{"total":0,"added":0,"changed":0,"deleted":0,"renewed":""},"passages":0,\
                "mentions":{"country":0,"person":0,"figure":0,"date":0},"not_indexed":0,\
                "severities":{"error":0,"warning":0,"info":0},"notes":[],"took_ms":0}""");
    }

    @Test
    void timesAndSizesAreSaidAsPeopleSayThem() {
        assertThat(ReportText.time(Duration.ofMillis(400))).isEqualTo("0.4 s");
        assertThat(ReportText.time(Duration.ofSeconds(6))).isEqualTo("6 s");
        assertThat(ReportText.time(Duration.ofMillis(59_999))).isEqualTo("59 s");
        assertThat(ReportText.time(Duration.ofSeconds(187))).isEqualTo("3:07 min");
        assertThat(ReportText.time(Duration.ofSeconds(7_387))).isEqualTo("2:03:07 h");
        assertThat(ReportText.size(999)).isEqualTo("999 bytes");
        assertThat(ReportText.size(1_000)).isEqualTo("1.0 KB");
        assertThat(ReportText.size(12_340_000)).isEqualTo("12.3 MB");
        assertThat(ReportText.rate(5_000_000, Duration.ZERO)).isEqualTo("5,000.0 MB/s");
    }
}
