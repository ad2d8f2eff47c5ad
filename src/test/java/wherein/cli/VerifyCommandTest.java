package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code wherein verify}: an export can be checked against the files by whoever has them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Every command that gives rows. */
    private static final List<List<String>> ASKED = List.of(
            List.of("mentions"),
            List.of("kwic", "norway OR boats OR молчала OR \"all wet\""),
            List.of("figures", "--unit", "people"),
            List.of("account"));

    private final Map<String, String> texts = new LinkedHashMap<>();

    private Path folder;
    private Path collection;
    private Path index;

    @BeforeAll
    void index(@TempDir Path folder) throws Exception {
        this.folder = folder;
        texts.put("quay.txt", """
                🚢 Russia sold 150,000 boats, "all wet", to Norway in March 2021. Ada Keel counted 40 people in New
                Zealand, and 40 people in Moscow.

                The Russian fog lay on the quay,
                and Ada Keel left for Norway.
                """);
        texts.put("причал.txt", "Россия молчала. В Москве ждали 150 тыс. человек.\n");
        texts.put("=pier.txt", "-5 percent of 1,200 people in Norway saw 🚢🚢 boats.\n");
        collection = write(folder.resolve("port"), List.copyOf(texts.keySet()), 0);
        index = folder.resolve("index");
        assertThat(Ran.of("index", collection.toString(), "--index", index.toString())
                        .exit())
                .isZero();
    }

    /** Writes the files in this order, and one of records beside them. */
    private Path write(Path to, List<String> order, long modified) throws IOException {
        Files.createDirectories(to);
        for (String name : order) {
            Files.writeString(to.resolve(name), texts.get(name));
            Files.setLastModifiedTime(to.resolve(name), FileTime.from(Instant.ofEpochSecond(modified)));
        }
        Files.writeString(to.resolve("log.jsonl"), """
                {"id": "one", "text": "Norway had 7 people."}
                {"id": "two", "text": "Sweden had 8 people, and boats."}
                """);
        return to;
    }

    private Path copy(String name) throws IOException {
        return write(folder.resolve(name), List.copyOf(texts.keySet()), 0);
    }

    private Path export(List<String> asked, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(asked);
        arguments.addAll(List.of("--index", index.toString()));
        arguments.addAll(List.of(more));
        Ran ran = Ran.of(arguments.toArray(String[]::new));
        assertThat(ran.exit()).as(String.join(" ", arguments) + ran.err()).isZero();
        Path file = Files.createTempFile(folder, "rows", "");
        return Files.write(file, ran.bytes());
    }

    private static Ran verify(Path rows, Path collection, String... more) {
        return Ran.of(Stream.concat(Stream.of("verify", rows.toString(), collection.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private static List<JsonNode> lines(String ndjson) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ndjson.lines().toList()) {
            lines.add(MAPPER.readTree(line));
        }
        return lines;
    }

    @Test
    void everyRowOfEveryFormHoldsAsLongAsNothingChanges() throws Exception {
        List<Path> files = new ArrayList<>();
        for (List<String> asked : ASKED) {
            files.add(export(asked, "--csv"));
            files.add(export(asked, "--ndjson"));
            files.add(export(asked, "--json", "--limit", "1000"));
            files.add(export(asked, "--csv", "--provenance", "on", "--bom", "on", "--excel", "on"));
            files.add(export(asked, "--ndjson", "--provenance", "on", "--offsets", "utf16"));
        }
        files.add(export(List.of("search", "boats OR people"), "--ndjson"));
        files.add(export(List.of("search", "boats OR people"), "--json"));
        for (Path file : files) {
            Ran ran = verify(file, collection, "--json");
            JsonNode answer = MAPPER.readTree(ran.out());
            assertThat(ran.exit()).as(Files.readString(file) + ran.out()).isZero();
            int rows = answer.get("rows").size();
            assertThat(rows).isPositive();
            assertThat(answer.get("total"))
                    .hasToString("{\"rows\":" + rows + ",\"holds\":" + rows + ",\"moved\":0,\"gone\":0}");
        }
        assertThat(verify(files.get(3), collection).err()).contains(" hold, 0 moved, 0 gone", "is the one");
    }

    /** Of one byte replaced by another, the rows that hold it are flagged, and no others. */
    @Test
    void aByteThatChangesFlagsTheRowsThatHoldIt() throws Exception {
        long seed = Long.getLong("wherein.seed", System.nanoTime());
        Random random = new Random(seed);
        Path changed = copy("changed");
        for (List<String> asked : ASKED) {
            Path rows = export(asked, "--ndjson");
            for (int i = 0; i < 25; i++) {
                String name = List.copyOf(texts.keySet()).get(random.nextInt(texts.size()));
                int[] points = texts.get(name).codePoints().toArray();
                int at = random.nextInt(points.length);
                if (points[at] >= 128 || !Character.isLetterOrDigit(points[at])) {
                    continue;
                }
                points[at] = points[at] == 'q' ? 'z' : 'q';
                Files.writeString(changed.resolve(name), new String(points, 0, points.length));
                for (JsonNode row : lines(verify(rows, changed, "--ndjson").out())) {
                    boolean holdsIt = row.get("document").asText().equals(name)
                            && row.get("start").asInt() <= at
                            && at < row.get("end").asInt();
                    assertThat(row.get("outcome").asText().equals("holds"))
                            .as("seed " + seed + ": " + name + " at " + at + ": " + row)
                            .isEqualTo(!holdsIt);
                }
                Files.writeString(changed.resolve(name), texts.get(name));
            }
        }
    }

    /** Of bytes put in or taken out, the rows are flagged whose words no longer stand there, and told where they do. */
    @Test
    void whatMovedIsFoundAgainByItsWords() throws Exception {
        long seed = Long.getLong("wherein.seed", System.nanoTime());
        Random random = new Random(seed);
        Path changed = copy("moved");
        Path rows = export(List.of("mentions"), "--ndjson");
        for (int i = 0; i < 40; i++) {
            String name = List.copyOf(texts.keySet()).get(random.nextInt(texts.size()));
            StringBuilder text = new StringBuilder(texts.get(name));
            int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
            if (random.nextBoolean()) {
                text.insert(at, "é".repeat(1 + random.nextInt(3)));
            } else {
                text.delete(at, text.offsetByCodePoints(at, 1));
            }
            Files.writeString(changed.resolve(name), text);
            int[] now = text.codePoints().toArray();
            Ran ran = verify(rows, changed, "--ndjson");
            boolean allHold = true;
            for (JsonNode row : lines(ran.out())) {
                String what = "seed " + seed + ": " + text + ": " + row;
                String words = row.get("surface").asText();
                boolean here = row.get("document").asText().equals(name);
                String outcome = row.get("outcome").asText();
                boolean holds = !here
                        || words.equals(cut(
                                now, row.get("start").asInt(), row.get("end").asInt()));
                allHold &= holds;
                boolean there = text.indexOf(words) >= 0;
                assertThat(outcome).as(what).isEqualTo(holds ? "holds" : there ? "moved" : "gone");
                if (here && there) {
                    assertThat(cut(
                                    now,
                                    row.get("now_start").asInt(),
                                    row.get("now_end").asInt()))
                            .as(what)
                            .isEqualTo(words);
                }
            }
            assertThat(ran.exit()).isEqualTo(allHold ? 0 : 1);
            Files.writeString(changed.resolve(name), texts.get(name));
        }
    }

    private static String cut(int[] points, int start, int end) {
        return end > points.length ? null : new String(points, start, end - start);
    }

    @Test
    void ofSeveralPlacesTheNearestIsTold() throws Exception {
        Path place = Files.createDirectories(folder.resolve("near"));
        Files.writeString(place.resolve("a.txt"), "fog and fog and fog and fog");
        Path rows = Files.writeString(folder.resolve("near.csv"), "document,start,end,match\na.txt,17,20,fog\n");
        assertThat(lines(verify(rows, place, "--ndjson").out())
                        .getFirst()
                        .get("now_start")
                        .asInt())
                .isEqualTo(16);
        Files.writeString(rows, "document;start;end;surface\na.txt;400;403;fog\na.txt;0;3;fog\n");
        assertThat(verify(rows, place, "--csv").out()).isEqualTo("""
                row,outcome,document,start,end,now_start,now_end,reason,surface\r
                1,moved,a.txt,400,403,24,27,,fog\r
                2,holds,a.txt,0,3,0,3,,fog\r
                """);
    }

    @Test
    void aDocumentThatIsNotThereIsToldAsSuch() throws Exception {
        Path less = copy("less");
        Files.delete(less.resolve("quay.txt"));
        Path rows = export(List.of("mentions"), "--csv", "--provenance", "on");
        Ran ran = verify(rows, less, "--ndjson");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains(" gone\n", "no longer the one that the rows come from");
        for (JsonNode row : lines(ran.out())) {
            boolean gone = row.get("document").asText().equals("quay.txt");
            assertThat(row.get("reason").asText()).isEqualTo(gone ? "the document is not there" : "null");
        }
    }

    @Test
    void offsetsInUtf16AreReadAsSuch() throws Exception {
        Path rows = export(List.of("mentions"), "--csv", "--offsets", "utf16");
        assertThat(verify(rows, collection).exit()).isEqualTo(1);
        assertThat(verify(rows, collection, "--offsets", "utf16").exit()).isZero();
        Path said = export(List.of("mentions"), "--csv", "--offsets", "utf16", "--provenance", "on");
        assertThat(verify(said, collection).exit()).isZero();
        assertThat(verify(said, collection, "--offsets", "codepoints").exit()).isEqualTo(1);
    }

    @Test
    void aLongFileIsReadInPieces() throws Exception {
        StringBuilder rows = new StringBuilder();
        int all = 150_000;
        for (int i = 0; i < all; i++) {
            boolean one = i % 3 == 0;
            rows.append("{\"document\":\"")
                    .append(one ? "one" : "two")
                    .append("\",\"start\":0,\"end\":6,\"surface\":\"");
            rows.append(i == all - 1 ? "Denmark" : one ? "Norway" : "Sweden").append("\"}\n");
        }
        Ran ran = verify(Files.writeString(folder.resolve("long"), rows), collection, "--ndjson");
        List<JsonNode> told = lines(ran.out());
        assertThat(told).hasSize(all);
        for (int i = 0; i < all; i++) {
            assertThat(told.get(i).get("row").asInt()).isEqualTo(i + 1);
            assertThat(told.get(i).get("outcome").asText()).isEqualTo(i == all - 1 ? "gone" : "holds");
        }
    }

    @Test
    void whatIsNoRowOfOursIsToldWithItsPlace() throws Exception {
        Map<String, String> faults = new LinkedHashMap<>();
        faults.put("Norway,1,2\nSweden,1,2\n", "names no column \"document\"");
        faults.put("document,start,end,surface\na,1,2,x\na,one,2,x\n", "row 2: start is no offset: \"one\"");
        faults.put("document,start,end,surface\na,2,1,x\n", "row 1: ends before it starts");
        faults.put("document,start,end\na,1,2\n", "row 1: quotes nothing");
        faults.put("document,end,match\na,2,b\n", "row 1: has no \"start\"");
        faults.put("{\"document\":\"a\",\"start\":1,\"end\":2,\"text\":\"b\"}\n{\"docu", "row 2: cannot be read");
        faults.put("{\"total\":{}}", "row 1: has no \"document\"");
        faults.put("[1]", "row 1: has no \"document\"");
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            Path rows = Files.writeString(folder.resolve("faulty"), fault.getKey());
            Ran ran = verify(rows, collection);
            assertThat(ran.exit()).as(fault.getKey()).isEqualTo(2);
            assertThat(ran.err()).contains("faulty", fault.getValue()).doesNotContain("fault of this program");
        }
        assertThat(verify(folder.resolve("nowhere"), collection).exit()).isEqualTo(2);
        assertThat(verify(folder.resolve("faulty"), folder.resolve("nowhere")).exit())
                .isEqualTo(2);
    }

    @Test
    void rowsThatAreMissingAreMissed() throws Exception {
        Path rows = export(List.of("mentions"), "--csv", "--provenance", "on");
        String text = Files.readString(rows);
        Files.writeString(rows, text.substring(0, text.lastIndexOf("\r\n", text.length() - 3) + 2));
        Ran ran = verify(rows, collection);
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("rows when the export was made");
    }

    @Test
    void twoMachinesExportTheSameBytes() throws Exception {
        List<String> names = new ArrayList<>(texts.keySet()).reversed();
        Path other = write(folder.resolve("elsewhere/a/b"), names, 1_000_000_000);
        Path otherIndex = folder.resolve("other-index");
        Ran built = Ran.of("index", other.toString(), "--index", otherIndex.toString());
        assertThat(built.exit()).isZero();
        for (List<String> asked : ASKED) {
            for (String form : List.of("--csv", "--ndjson")) {
                for (String provenance : List.of("off", "on")) {
                    List<String> there = new ArrayList<>(asked);
                    there.addAll(List.of(form, "--provenance", provenance, "--index", otherIndex.toString()));
                    assertThat(Ran.of(there.toArray(String[]::new)).bytes())
                            .as(there.toString())
                            .isEqualTo(Files.readAllBytes(export(asked, form, "--provenance", provenance)))
                            .isNotEmpty();
                }
            }
        }
    }
}
