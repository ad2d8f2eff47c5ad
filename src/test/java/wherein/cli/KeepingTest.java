package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** An index is checked, copied away, put back and purged from the command line. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class KeepingTest {

    @TempDir
    private Path folder;

    private Path logs;
    private String index;
    private String backup;

    @BeforeEach
    void index() throws IOException {
        logs = Files.createDirectory(folder.resolve("logs"));
        index = folder.resolve("index").toString();
        backup = folder.resolve("backup").toString();
        Files.writeString(logs.resolve("one.txt"), "Fog over Norway on 4 May 2019.\n");
        Files.writeString(logs.resolve("two.txt"), "Chile sent 12 boats.\n");
        Files.writeString(logs.resolve("three.txt"), "A zyxwvut was seen in Peru.\n");
        assertThat(Ran.of("index", logs.toString(), "--index", index, "-q").exit())
                .isZero();
    }

    @Test
    void aSoundIndexIsSaidToBeSoundStepByStep() {
        Ran check = Ran.of("check", "--index", index);
        assertThat(check.exit()).isZero();
        assertThat(check.err()).isEmpty();
        assertThat(check.out().lines().map(line -> line.replaceAll("\\d+ files, .*", "files")))
                .containsExactly(
                        "files       sound          files",
                        "structure   sound          postings, columns, stored values",
                        "documents   sound          3 documents, 3 passages",
                        "mentions    sound          5 mentions");
        assertThat(Ran.of("check", "--index", index, "-q").out()).isEmpty();
    }

    @Test
    void aDamagedIndexIsAnErrorThatSaysWhatToDo() throws Exception {
        assertThat(Ran.of("backup", backup, "--index", index).exit()).isZero();
        Path file = damage(index);
        Ran check = Ran.of("check", "--index", index);
        assertThat(check.exit()).isEqualTo(2);
        assertThat(check.out())
                .contains("files       damaged", "structure   not looked at", "mentions    not looked at");
        assertThat(check.err())
                .contains(
                        "wherein: " + file.getFileName() + ": is not what was written",
                        "build it again with: wherein index",
                        "wherein restore " + backup);
        JsonNode told = json(Ran.of("check", "--json", "--index", index));
        assertThat(told.get("sound").asBoolean()).isFalse();
        assertThat(told.at("/faults/0/where").asText())
                .isEqualTo(file.getFileName().toString());
        assertThat(Ran.of("restore", backup, "--index", index).exit()).isZero();
        assertThat(Ran.of("check", "--index", index).exit()).isZero();
        assertThat(Ran.of("search", "zyxwvut", "--index", index).exit()).isZero();
    }

    @Test
    void filesThatHaveChangedSinceAreToldAndNoFault() throws Exception {
        Files.writeString(logs.resolve("one.txt"), "No fog any more.\n");
        Files.delete(logs.resolve("two.txt"));
        Files.writeString(logs.resolve("four.txt"), "New.\n");
        Ran check = Ran.of("check", "--index", index);
        assertThat(check.exit()).isZero();
        assertThat(check.out())
                .contains(
                        "collection  " + logs + ": 1 changed, 1 gone, 1 new",
                        "changed: one.txt",
                        "gone: two.txt",
                        "new: four.txt",
                        "bring the index up to date with: wherein index");
        JsonNode told = json(Ran.of("check", "--json", "--index", index)).at("/collections/0");
        assertThat(told.get("changed")).hasSize(1);
        assertThat(told.at("/gone/0").asText()).isEqualTo("two.txt");
        assertThat(told.at("/new/0").asText()).isEqualTo("four.txt");
    }

    @Test
    void ofManyFilesThatHaveChangedTheFirstAreNamedAndAllAreCounted() throws Exception {
        for (int i = 0; i < 1_005; i++) {
            Files.writeString(logs.resolve("new-%04d.txt".formatted(1_004 - i)), "New.\n");
        }
        Ran check = Ran.of("check", "--index", index);
        assertThat(check.out())
                .contains("0 changed, 0 gone, 1005 new", "new: new-0000.txt", "new: new-0009.txt", "new: 995 more")
                .doesNotContain("new-0010.txt");
        JsonNode told = json(Ran.of("check", "--json", "--index", index)).at("/collections/0");
        assertThat(told.get("new_files").asInt()).isEqualTo(1_005);
        assertThat(told.get("new")).hasSize(1_000);
        assertThat(told.at("/new/999").asText()).isEqualTo("new-0999.txt");
    }

    @Test
    void aCollectionThatIsGoneIsToldAndNoFault() throws Exception {
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(logs);
        Ran check = Ran.of("check", "--index", index);
        assertThat(check.exit()).isZero();
        assertThat(check.out()).contains("collection  " + logs + " cannot be read");
    }

    @Test
    void whatIsNoIndexOrNoBackupIsAnError() {
        String none = folder.resolve("none").toString();
        assertThat(Ran.of("check", "--index", none).exit()).isEqualTo(2);
        assertThat(Ran.of("check", "--index", none).err()).contains("there is no index at " + none);
        assertThat(Ran.of("backup", backup, "--index", none).exit()).isEqualTo(2);
        assertThat(Ran.of("restore", none, "--index", index).err()).contains("there is no backup at " + none);
        Ran over = Ran.of("restore", index, "--index", logs.toString());
        assertThat(over.exit()).isEqualTo(2);
        assertThat(over.err()).contains(logs + " is no index: it holds");
    }

    @Test
    void aPurgeLeavesNothingOfADeletedDocumentAndNamesTheBackupsThatDo() throws Exception {
        String gone = folder.resolve("gone").toString();
        assertThat(Ran.of("backup", backup, "--index", index).exit()).isZero();
        assertThat(Ran.of("backup", gone, "--index", index).exit()).isZero();
        try (Stream<Path> files = Files.list(Path.of(gone))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(logs.resolve("three.txt"));
        Ran purge = Ran.of("index", "--purge", "--index", index);
        assertThat(purge.exit()).isZero();
        assertThat(purge.err())
                .containsPattern("the backup of \\S+ at " + backup
                        + " still holds 1 document that the index does not; make it again with: wherein backup "
                        + backup)
                .containsPattern("the backup of \\S+ at " + gone + " is not there any more");
        assertThat(holds(Path.of(index), "zyxwvut")).isFalse();
        assertThat(holds(Path.of(backup), "zyxwvut")).isTrue();
        assertThat(Ran.of("search", "zyxwvut", "--index", index).exit()).isEqualTo(1);
        assertThat(Ran.of("backup", backup, "--index", index).exit()).isZero();
        assertThat(holds(Path.of(backup), "zyxwvut")).isFalse();
        assertThat(Ran.of("index", "--purge", "--index", index).err())
                .containsPattern("at " + backup + " holds what the index holds");
    }

    @Test
    void aBackupCanBeAskedAndCheckedAndIsNotIndexedInto() throws Exception {
        assertThat(Ran.of("backup", backup, "--index", index).exit()).isZero();
        Files.writeString(logs.resolve("four.txt"), "New.\n");
        assertThat(Ran.of("search", "zyxwvut", "--index", backup).exit()).isZero();
        Ran check = Ran.of("check", "--index", backup);
        assertThat(check.exit()).isZero();
        assertThat(check.out()).doesNotContain("collection");
        for (String purge : new String[] {"-q", "--purge"}) {
            Ran over = Ran.of("index", "--index", backup, purge);
            assertThat(over.exit()).isEqualTo(2);
            assertThat(over.err().lines())
                    .containsExactly("wherein: the folder " + backup
                            + " holds a backup; it stays as it is. Name another folder with --index, and copy the backup "
                            + "there, if you mean to, with: wherein restore " + backup);
        }
        damage(backup);
        assertThat(Ran.of("check", "--index", backup).err())
                .contains("the backup at " + backup + " is damaged; make it again with: wherein backup " + backup);
    }

    @Test
    void aBackupIsNotMadeOverAnotherIndex() {
        String other = folder.resolve("other").toString();
        assertThat(Ran.of("index", logs.toString(), "--index", other, "-q").exit())
                .isZero();
        Ran over = Ran.of("backup", other, "--index", index);
        assertThat(over.exit()).isEqualTo(2);
        assertThat(over.err().lines())
                .containsExactly(
                        "wherein: the folder " + other + " holds an index that is no backup; it stays as it is. "
                                + "Name a folder that is empty, or holds an earlier backup");
    }

    private static boolean holds(Path folder, String word) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Flips a bit of the largest file of {@code index}. */
    private static Path damage(String index) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(index))) {
            Path file = files.max(java.util.Comparator.comparingLong(
                            each -> each.toFile().length()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            return file;
        }
    }

    private static JsonNode json(Ran ran) throws IOException {
        return new ObjectMapper().readTree(ran.out());
    }
}
