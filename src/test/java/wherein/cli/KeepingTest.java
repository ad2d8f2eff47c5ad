package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.collection.KeptLists;
import wherein.lucene.LuceneIndex;
import wherein.mention.Mention;
import wherein.search.PassageSearcher;
import wherein.verdict.Anchor;
import wherein.verdict.Judgements;
import wherein.verdict.Verdict;
import wherein.verdict.Verdicts;
import wherein.verdict.Word;

/** An index is checked, copied away, put back and purged from the command line. */
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

    /** Keeps what {@code reviewer} says of Norway. */
    private void judge(String reviewer, Word word) throws Exception {
        try (PassageSearcher searcher = LuceneIndex.open(Path.of(index))) {
            Verdicts verdicts = Verdicts.of(Path.of(index));
            Judgements judgements = new Judgements(searcher, verdicts);
            Anchor anchor = judgements
                    .find(searcher, "one.txt", Mention.Type.COUNTRY, 9, 15)
                    .orElseThrow()
                    .anchor();
            verdicts.add(List.of(new Verdict(Instant.EPOCH, reviewer, word, Map.of(), "", anchor)));
        }
    }

    private static List<String> said(String index) throws IOException {
        return Files.readAllLines(Path.of(index).resolve(Verdicts.NAME));
    }

    @Test
    void aBackupHasWhatReadersHaveSaidAndItsListsAndBothComeBackBesideWhatCameSince() throws Exception {
        judge("Anna", Word.CONFIRMED);
        String list = KeptLists.in(Path.of(index)).keep("Norway\nChile\n").digest();
        Ran made = Ran.of("backup", backup, "--index", index);
        assertThat(made.exit()).isZero();
        assertThat(made.err()).contains("3 documents copied to " + backup + ", with 1 verdicts and 1 lists of names;");
        assertThat(said(backup)).isEqualTo(said(index)).hasSize(1);
        assertThat(KeptLists.in(Path.of(backup)).get(list)).isPresent();
        assertThat(Ran.of("verdicts", "--index", backup).out())
                .isEqualTo("one.txt,9,15,country,Norway,confirmed,Anna,confirmed,placed\n");
        // Anna has changed her mind since.
        judge("Anna", Word.REJECTED);
        List<String> now = said(index);
        assertThat(Ran.of("restore", backup, "--index", index).err()).doesNotContain("verdicts");
        assertThat(said(index)).isEqualTo(now).hasSize(2);
        assertThat(Ran.of("verdicts", "--index", index).out()).contains("rejected,Anna");
        // All is lost, and somebody has begun anew.
        Files.delete(Path.of(index).resolve(Verdicts.NAME));
        Files.delete(Path.of(index).resolve(KeptLists.FOLDER).resolve(list));
        judge("Boris", Word.CONFIRMED);
        Ran restored = Ran.of("restore", backup, "--index", index);
        assertThat(restored.err()).contains(", with 1 verdicts and 1 lists of names");
        assertThat(said(index)).hasSize(2);
        assertThat(KeptLists.in(Path.of(index)).get(list)).isPresent();
        // What the backup has beside it stays there.
        Files.delete(Path.of(index).resolve(Verdicts.NAME));
        assertThat(Ran.of("backup", backup, "--index", index).exit()).isZero();
        assertThat(said(backup)).hasSize(1);
        assertThat(Ran.of("verdicts", "--index", backup).out()).contains("confirmed,Anna");
    }

    @Test
    void whereNobodyHasSaidAnythingABackupHoldsTheIndexAlone() throws Exception {
        assertThat(Ran.of("backup", backup, "--index", index).err()).doesNotContain("verdicts");
        try (Stream<Path> files = Files.list(Path.of(backup))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("verdicts") || name.equals(KeptLists.FOLDER));
        }
    }

    @Test
    void whereWhatReadersHaveSaidFindsNoRoomTheBackupIsWholeAndThatIsTold() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(Files.exists(full))
                .as("this system has a disk that is always full")
                .isTrue();
        judge("Anna", Word.CONFIRMED);
        Files.createDirectory(Path.of(backup));
        Files.createSymbolicLink(Path.of(backup).resolve(Verdicts.NAME), full);
        Ran made = Ran.of("backup", backup, "--index", index);
        assertThat(made.exit()).isEqualTo(2);
        assertThat(made.err())
                .contains("the index is copied to " + backup
                        + "; but not all that readers have said of it: the disk has no room");
        Files.delete(Path.of(backup).resolve(Verdicts.NAME));
        assertThat(Ran.of("check", "--index", backup).exit()).isZero();
        assertThat(Ran.of("backup", backup, "--index", index).exit()).isZero();
        assertThat(said(backup)).isEqualTo(said(index));
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
