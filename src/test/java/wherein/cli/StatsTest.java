package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of an index that has been edited. */
class StatsTest {

    private static final int FILES = 100;

    @TempDir
    private Path folder;

    @Test
    void aFewDeletedPassagesAreToldUntilTheyAreMergedAway() throws Exception {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        for (int i = 0; i < FILES; i++) {
            write(logs.resolve(i + ".txt"), "Fog over Norway.\n");
        }
        index(logs.toString());
        assertThat(stats().get("deleted_passages").intValue()).isZero();
        Files.delete(logs.resolve("7.txt"));
        write(logs.resolve("8.txt"), "Fog over Chile, and rain.\n");
        index(logs.toString());
        assertThat(stats().get("deleted_passages").intValue()).isEqualTo(2);
        assertThat(stats().get("passages").intValue()).isEqualTo(FILES - 1);
        index("--purge");
        assertThat(stats().get("deleted_passages").intValue()).isZero();
    }

    /** Of long ago: what was written just now is looked at again, and its record written anew. */
    private static void write(Path file, String text) throws Exception {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2021-03-04T05:06:07Z")));
    }

    private void index(String what) {
        assertThat(Ran.of("index", what, "--index", place(), "-q").exit()).isZero();
    }

    private JsonNode stats() throws Exception {
        return new ObjectMapper()
                .readTree(Ran.of("stats", "--json", "--index", place()).out());
    }

    private String place() {
        return folder.resolve("index").toString();
    }
}
