package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection with something of everything that can be the matter, and what {@code index} tells of it. */
class IndexCommandTest {

    private static final String RUSSIAN =
            "Старая мельница у реки снова мелет муку, и дети ходят смотреть на большое колесо. ".repeat(3);

    @TempDir
    private Path folder;

    private Path collection;
    private String[] command;

    @BeforeEach
    void write() throws IOException {
        collection = Files.createDirectories(folder.resolve("мельница"));
        command = new String[] {
            "index", collection.toString(), "--index", folder.resolve("index").toString(), "--max-document", "1"
        };
        write("catalog.yaml", """
                stances:
                  calm: nothing moves
                documents:
                  - {id: weir, file: weir.txt, source: Mill Gazette, date: "2021", stance: calm, boilerplate: [7-9]}
                  - {id: gone, file: gone.txt}
                """);
        write("weir.txt", "In March 2021 Norway sold 1,200 eels.");
        write("README.md", "About.");
        write("empty.txt", " \n");
        write("large.txt", "eels ".repeat(220_000));
        write("quay.MP3", "x");
        write("pier.mp3", "x");
        write("Makefile", "x");
        write("v1.0 of the letter", "x");
        write("locked.pdf", "no pdf");
        write("id.md", "---\nid: \"a\\u0001b\"\nsource: s\n---\nEels.");
        write("stance.md", "---\ndate: yesterday\nstance: clam\ncolour: grey\n---\nEels.");
        write("records.jsonl", """
                {"id":"r1","text":"Otters."}
                {"id":"r1","text":"Otters again."}
                {"id":"r2","text":""}
                no record
                {"id":"r3","text":"Ducks.","date":"2021-99","stance":"clam","nested":{"a":1}}
                {"id":"r\\u0001","text":"Ducks."}
                {"id":"r4","text":"Ducks.","source":"%s"}
                """.formatted("s".repeat(10_001)));
        write("bits.txt", new byte[] {0, 1, 2, 3, 0, 0, 7});
        write("koi.txt", RUSSIAN.getBytes(Charset.forName("KOI8-R")));
        write("marked.txt", ("\uFEFF" + RUSSIAN).getBytes(StandardCharsets.UTF_16LE));
        byte[] broken = RUSSIAN.getBytes(StandardCharsets.UTF_8);
        broken[broken.length / 2] = (byte) 0xFF;
        write("broken.txt", broken);
        Files.createSymbolicLink(collection.resolve("nowhere.txt"), Path.of("not-there.txt"));
        Files.createSymbolicLink(collection.resolve("out.txt"), Files.writeString(folder.resolve("out.txt"), "Out."));
        Files.createDirectories(collection.resolve("loop"));
        Files.createSymbolicLink(collection.resolve("loop/back"), collection.resolve("loop"));
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(collection.resolve(name), bytes);
    }

    private Ran run(String... more) {
        String[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return Ran.of(all);
    }

    private JsonNode report(String... more) throws IOException {
        String[] all = Arrays.copyOf(more, more.length + 1);
        all[more.length] = "--json";
        Ran ran = run(all);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines()).hasSize(1);
        return new ObjectMapper().readTree(ran.out());
    }

    @Test
    void everyNoteIsOfTheKindThatSaysWhatToDo() throws Exception {
        Map<String, String> places = new TreeMap<>();
        for (JsonNode group : report("-v").get("notes")) {
            TreeSet<String> files = new TreeSet<>();
            group.get("examples")
                    .forEach(note -> files.add(
                            note.get("file").asText() + (note.get("line").isNull() ? "" : ":" + note.get("line"))));
            places.put(group.get("kind").asText(), String.join(" ", files) + " " + group.get("details"));
        }
        assertThat(places)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("about_collection", "README.md {}"),
                        Map.entry("bad_date", "records.jsonl:5 stance.md:2 {}"),
                        Map.entry("bad_id", "records.jsonl:6 {}"),
                        Map.entry("bad_layout", "weir.txt:7 {}"),
                        Map.entry("bad_metadata", "records.jsonl:5 stance.md:4 {}"),
                        Map.entry("bad_record", "records.jsonl:4 {}"),
                        Map.entry("bad_stance", "records.jsonl:5 stance.md:3 {}"),
                        Map.entry("binary", "bits.txt {}"),
                        Map.entry("broken_link", "nowhere.txt {}"),
                        Map.entry("duplicate_id", "records.jsonl:2 {}"),
                        Map.entry("empty", "empty.txt records.jsonl:3 {}"),
                        Map.entry("encoding_broken", "broken.txt {\"UTF-8\":1}"),
                        Map.entry("encoding_guessed", "koi.txt {\"KOI8-R\":1}"),
                        Map.entry("encoding_marked", "marked.txt {\"UTF-16LE\":1}"),
                        Map.entry("id_replaced", "id.md {}"),
                        Map.entry("link_leads_out", "out.txt {}"),
                        Map.entry("missing", "gone.txt {}"),
                        Map.entry("damaged", "locked.pdf {}"),
                        Map.entry("too_large", "large.txt {}"),
                        Map.entry(
                                "undescribed",
                                "broken.txt id.md koi.txt marked.txt records.jsonl:1 records.jsonl:2 records.jsonl:5 "
                                        + "records.jsonl:7 stance.md {\"date\":9,\"stance\":9,\"source\":7}"),
                        Map.entry("unreadable", "loop/back {}"),
                        Map.entry(
                                "unsupported",
                                "Makefile pier.mp3 quay.MP3 v1.0 of the letter "
                                        + "{\".mp3\":2,\"without extension\":2}"),
                        Map.entry("value_too_long", "records.jsonl:7 {}")));
    }

    @Test
    void theNumbersAreThoseOfTheIndex() throws Exception {
        JsonNode report = report();
        Ran stats = Ran.of("stats", "--json", "--index", folder.resolve("index").toString());
        JsonNode info = new ObjectMapper().readTree(stats.out());
        assertThat(report.at("/documents/total").intValue())
                .isEqualTo(info.get("documents").intValue())
                .isEqualTo(report.at("/documents/added").intValue())
                .isEqualTo(8);
        assertThat(report.get("passages")).isEqualTo(info.get("passages"));
        assertThat(report.get("fingerprint")).isEqualTo(info.get("fingerprint"));
        Map<String, Integer> mentions = new TreeMap<>();
        report.get("mentions")
                .properties()
                .forEach(each -> mentions.put(each.getKey(), each.getValue().intValue()));
        assertThat(mentions).containsEntry("country", 1);
        info.get("mentions_by_type")
                .forEach(each -> assertThat(mentions.remove(each.get("type").asText()))
                        .isEqualTo(each.get("mentions").intValue()));
        assertThat(mentions.values()).containsOnly(0);
        int notIndexed = 0;
        for (JsonNode group : report.get("notes")) {
            notIndexed +=
                    group.get("not_indexed").asBoolean() ? group.get("count").intValue() : 0;
        }
        assertThat(report.get("not_indexed").intValue()).isEqualTo(notIndexed);
    }

    @Test
    void aPersonIsToldByKindAndEachNoteOnALineWithV() throws Exception {
        int notes = 0;
        for (JsonNode group : report().get("notes")) {
            notes += group.get("count").intValue();
        }
        Ran some = run();
        assertThat(some.out()).isEmpty();
        assertThat(some.err())
                .contains("  4 not supported: 2 .mp3, 2 without extension\n      ")
                .contains("  2 empty\n      ")
                .contains("wherein: 8 documents, ")
                .contains("; -v lists each\n");
        String[] listed = run("-v").err().split("wherein: Not in the index:\n");
        assertThat(listed[0].lines()).hasSize(notes).allMatch(line -> line.startsWith("wherein: "));
        assertThat(listed[1]).contains("  4 not supported: ").doesNotContain("pier.mp3");
    }

    @Test
    void ofAFileOfManyFaultsTheFirstAreListedAndTheOthersCounted() throws Exception {
        write("faulty.jsonl", "no record\n".repeat(2_500));
        assertThat(run("-v").err())
                .contains("faulty.jsonl:1000: ")
                .doesNotContain("faulty.jsonl:1001: ")
                .contains("wherein: and 1,500 more no record, though in a file of records\n")
                .contains("  2,501 no record, though in a file of records\n");
    }

    @Test
    void quietTellsOfErrorsAlone() {
        Ran ran = run("-q");
        assertThat(ran.err())
                .startsWith("wherein: Not in the index:\n")
                .contains("2 empty")
                .doesNotContain("not supported")
                .doesNotContain("guessed")
                .doesNotContain("documents,");
    }

    @Test
    void aDryRunTellsByKindOfWhatWouldNotBeRead() {
        Ran ran = run("--dry-run");
        assertThat(ran.out()).contains("weir.txt\tweir\n").doesNotContain("quay.MP3");
        assertThat(ran.err()).contains("  4 not supported: ");
        assertThat(run("--dry-run", "-v").err()).contains("wherein: warning: quay.MP3: not indexed: not one of");
        assertThat(folder.resolve("index")).doesNotExist();
        assertThat(run("--dry-run", "--json").exit()).isEqualTo(Main.ERROR);
    }

    @Test
    void strictFailsAfterTheReport() {
        Ran ran = run("--strict", "--json");
        assertThat(ran.exit()).isEqualTo(Main.ERROR);
        assertThat(ran.out()).contains("\"kind\":\"empty\"");
    }
}
