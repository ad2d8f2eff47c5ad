package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.index.LastRun;
import wherein.lucene.LuceneIndex;

/** What is the matter with a collection is told as long as it is so, and by whichever run finds it. */
class ReportCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path logs;

    @BeforeEach
    void write() throws Exception {
        logs = Files.createDirectory(folder.resolve("logs"));
        write("fog.txt", "Fog over Norway.\n");
        write("empty.txt", "");
        write("film.avi", "");
    }

    @Test
    void theReportOfTheRunIsToldAgainInTheSameWords() throws Exception {
        String said = index();
        assertThat(untimed(report())).isEqualTo(untimed(said));
        ObjectNode run = json("index", logs.toString(), "--json", "--index", place());
        assertThat(run.at("/files/read").asInt()).isZero();
        // That run changed nothing, and the report is that of the one before.
        ObjectNode kept = json("report", "--json", "--index", place());
        assertThat(kept.at("/files/read").asInt()).isEqualTo(2);
        assertThat(kept.at("/ended").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}Z");
        for (ObjectNode each : List.of(run, kept)) {
            each.remove(List.of("files", "documents", "took_ms", "ended"));
        }
        assertThat(kept).isEqualTo(run);
    }

    @Test
    void whatIsTheMatterWithAFileThatARunNeedNotReadIsStillTold() throws Exception {
        index();
        write("mist.txt", "Mist.\n");
        index();
        ObjectNode report = json("report", "--json", "--index", place());
        assertThat(report.at("/files/read").asInt()).isEqualTo(1);
        assertThat(report.at("/documents/added").asInt()).isEqualTo(1);
        assertThat(report.at("/not_indexed").asInt()).isEqualTo(2);
        assertThat(report()).contains("1 empty", "empty.txt", "not supported: .avi", "film.avi");
    }

    @Test
    void aFileThatIsNotReadIsToldWhenItComesAndNoMoreWhenItIsGone() throws Exception {
        index();
        long before = generation();
        write("song.mp3", "");
        assertThat(Ran.of("index", logs.toString(), "--if-changed", "--index", place())
                        .exit())
                .isZero();
        assertThat(report()).contains("2 not supported: 1 .avi, 1 .mp3");
        assertThat(generation()).isGreaterThan(before);
        Files.delete(logs.resolve("song.mp3"));
        assertThat(Ran.of("index", logs.toString(), "--if-changed", "--index", place())
                        .exit())
                .isZero();
        assertThat(report()).contains("1 not supported: .avi").doesNotContain("song");
        long now = generation();
        assertThat(Ran.of("index", logs.toString(), "--if-changed", "--index", place())
                        .exit())
                .isZero();
        index();
        assertThat(generation()).isEqualTo(now);
    }

    @Test
    void ofThreeHundredFilesSomeAreNamedAndAllAreCounted() throws Exception {
        for (int i = 0; i < 300; i++) {
            write("film" + i + ".avi", "");
        }
        index();
        ObjectNode report = json("report", "--json", "-v", "--index", place());
        assertThat(report.findValues("examples")).allMatch(each -> each.size() <= LastRun.EXAMPLES);
        assertThat(report.at("/not_indexed").asInt()).isEqualTo(302);
        assertThat(report().lines().count()).isLessThan(40);
        assertThat(Ran.of("report", "-v", "--index", place()).out()).contains("and 281 more not supported");
    }

    @Test
    void withoutAnIndexThatIsSaid() {
        Ran ran = Ran.of("report", "--index", place());
        assertThat(ran.exit()).isEqualTo(Main.ERROR);
        assertThat(ran.err()).contains("wherein index");
    }

    private String index() {
        Ran ran = Ran.of("index", logs.toString(), "--index", place());
        assertThat(ran.exit()).isZero();
        return ran.err();
    }

    private String report() {
        return Ran.of("report", "--index", place()).out();
    }

    private long generation() throws Exception {
        try (var searcher = LuceneIndex.open(folder.resolve("index"))) {
            return searcher.generation();
        }
    }

    private static ObjectNode json(String... command) throws Exception {
        return (ObjectNode) MAPPER.readTree(Ran.of(command).out());
    }

    /** Without the time, and the lines of progress before it. */
    private static String untimed(String told) {
        String report = told.substring(told.indexOf("wherein: Not in the index:"));
        return report.substring(0, report.indexOf("  time"));
    }

    private void write(String name, String text) throws Exception {
        Path file = Files.writeString(logs.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2021-03-04T05:06:07Z")));
    }

    private String place() {
        return folder.resolve("index").toString();
    }
}
