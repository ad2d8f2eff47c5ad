package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.index.Backup;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.index.Reading;
import wherein.query.QueryLimits;
import wherein.search.Commits;
import wherein.search.PassageSearcher;

/** What is copied away comes back, whatever goes on meanwhile and wherever it is stopped. */
class BackupTest {

    private static final String NOW = "2026-03-01T12:00:00Z";
    private static final String LATER = "2026-03-02T12:00:00Z";

    @TempDir
    private Path folder;

    private EditedCollection collection;
    private Path index;
    private Path backup;
    private EditedCollection.Answers first;

    @BeforeEach
    void index() throws Exception {
        collection = new EditedCollection(folder.resolve("logs"), new Random(1), 6);
        index = folder.resolve("index");
        backup = folder.resolve("away").resolve("backup");
        collection.index(index);
        first = EditedCollection.Answers.of(index);
    }

    @Test
    void aBackupIsAnIndexWithTheSameAnswersAndSaysWhatItHolds() throws Exception {
        Backup made = LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        assertThat(EditedCollection.Answers.of(backup)).isEqualTo(first);
        assertThat(LuceneIndex.check(backup, Reading.AT_ONCE).faults()).isEmpty();
        assertThat(made).isEqualTo(new Backup(backup, NOW, first.fingerprint(), 6));
        assertThat(Files.readString(backup.resolve("backup.json")))
                .contains(NOW, first.fingerprint(), "\"documents\" : 6");
        assertThat(LuceneIndex.backups(index)).containsExactly(made);
    }

    @Test
    void anEarlierBackupIsReplacedAndItsFilesAreGone() throws Exception {
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        collection.edit(new Random(2));
        collection.index(index);
        Backup made = LuceneIndex.backup(index, backup, LATER, Reading.AT_ONCE);
        assertThat(EditedCollection.Answers.of(backup)).isEqualTo(EditedCollection.Answers.of(index));
        assertThat(names(backup))
                .filteredOn(name -> name.startsWith("segments"))
                .hasSize(1);
        assertThat(names(backup))
                .filteredOn(name -> name.endsWith(".si"))
                .hasSameSizeAs(names(index).stream()
                        .filter(name -> name.endsWith(".si"))
                        .toList());
        assertThat(LuceneIndex.backups(index)).containsExactly(made);
    }

    @Test
    void aBackupIsMadeWhileAnotherRunWrites() throws Exception {
        PassageSink other = LuceneIndex.writer(index);
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        assertThat(EditedCollection.Answers.of(backup)).isEqualTo(first);
        other.close();
        assertThat(LuceneIndex.backups(index))
                .as("a run that is given up takes no notes away")
                .hasSize(1);
    }

    @Test
    void whereANewerCommitTakesThePlaceOfTheOneThatIsCopiedThatIsCopied() throws Exception {
        AtomicInteger read = new AtomicInteger();
        LuceneIndex.backup(index, backup, NOW, bytes -> {
            if (read.getAndIncrement() < 3) {
                edit(read.get());
            }
        });
        assertThat(EditedCollection.Answers.of(backup)).isEqualTo(EditedCollection.Answers.of(index));
        assertThat(EditedCollection.Answers.of(backup)).isNotEqualTo(first);
    }

    @Test
    void anIndexThatNeverRestsIsNotCopiedForEver() throws Exception {
        AtomicInteger read = new AtomicInteger();
        assertThatThrownBy(() -> LuceneIndex.backup(index, backup, NOW, bytes -> edit(read.incrementAndGet())))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("try again when less is indexed");
        assertThat(LuceneIndex.exists(backup)).isFalse();
    }

    private void edit(int seed) {
        try {
            collection.edit(new Random(seed));
            collection.index(index);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsRestoredAnswersAndIsANewCommitToWhoeverServesIt() throws Exception {
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        edit(2);
        Commits commits = LuceneIndex.commits(index, Duration.ofSeconds(5), QueryLimits.MOST);
        String before = commits.newest();
        try (PassageSearcher old = commits.open()) {
            LuceneIndex.restore(backup, index, Reading.AT_ONCE);
            assertThat(commits.newest()).isNotEqualTo(before);
            try (PassageSearcher now = commits.open()) {
                assertThat(now.generation()).isGreaterThan(old.generation());
                assertThat(now.manifest().fingerprint()).isEqualTo(first.fingerprint());
            }
        }
        assertThat(EditedCollection.Answers.of(index)).isEqualTo(first);
        assertThat(LuceneIndex.check(index, Reading.AT_ONCE).faults()).isEmpty();
        edit(3);
        assertThat(EditedCollection.Answers.of(index)).isEqualTo(collection.fresh(folder.resolve("fresh")));
    }

    @Test
    void aDamagedIndexIsHealedByItsBackup() throws Exception {
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        int files = data(index).size();
        for (int i = 0; i < files; i++) {
            Path file = data(index).get(i);
            byte[] whole = Files.readAllBytes(file);
            whole[whole.length / 3] ^= 1;
            Files.write(file, whole);
            LuceneIndex.restore(backup, index, Reading.AT_ONCE);
            assertThat(EditedCollection.Answers.of(index)).as(file.toString()).isEqualTo(first);
        }
    }

    @Test
    void aDamagedBackupIsRefusedAndTheIndexIsAsItWas() throws Exception {
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        List<String> before = names(index);
        for (Path file : data(backup)) {
            byte[] whole = Files.readAllBytes(file);
            byte[] other = whole.clone();
            other[whole.length / 3] ^= 1;
            Files.write(file, other);
            assertThatThrownBy(() -> LuceneIndex.restore(backup, index, Reading.AT_ONCE))
                    .as(file.toString())
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("the backup at " + backup + " is damaged");
            Files.write(file, whole);
            assertThat(names(index)).isEqualTo(before);
        }
        assertThat(EditedCollection.Answers.of(index)).isEqualTo(first);
    }

    @Test
    void aRestoreThatIsStoppedAnywhereLeavesTheOldIndexAndNothingElse() throws Exception {
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        edit(2);
        EditedCollection.Answers second = EditedCollection.Answers.of(index);
        List<String> before = names(index);
        AtomicInteger whole = new AtomicInteger();
        LuceneIndex.restore(backup, folder.resolve("other"), bytes -> whole.incrementAndGet());
        for (int stop = 1; stop <= whole.get(); stop++) {
            AtomicInteger left = new AtomicInteger(stop);
            assertThatThrownBy(() -> LuceneIndex.restore(backup, index, bytes -> {
                        if (left.decrementAndGet() == 0) {
                            throw new IOException("planted");
                        }
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("planted")
                    .hasMessageContaining(index.toString());
            assertThat(EditedCollection.Answers.of(index)).isEqualTo(second);
            assertThat(names(index)).isEqualTo(before);
        }
    }

    @Test
    void nothingIsCopiedOverAFolderThatIsNoIndex() throws Exception {
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        Path letters = Files.createDirectories(folder.resolve("letters"));
        Files.writeString(letters.resolve("letter.txt"), "mine");
        assertThatThrownBy(() -> LuceneIndex.backup(index, letters, NOW, Reading.AT_ONCE))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("is no index: it holds letter.txt")
                .hasMessageNotContaining("--index");
        assertThatThrownBy(() -> LuceneIndex.restore(backup, letters, Reading.AT_ONCE))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("is no index: it holds letter.txt");
        assertThat(names(letters)).containsExactly("letter.txt");
    }

    @Test
    void anIndexThatIsNoBackupIsNotCopiedOverWhateverItIsLike() throws Exception {
        Path other = folder.resolve("other");
        new EditedCollection(folder.resolve("letters"), new Random(2), 3).index(other);
        EditedCollection.Answers before = EditedCollection.Answers.of(other);
        refused(other);
        assertThat(EditedCollection.Answers.of(other)).isEqualTo(before);
        for (Path file : data(other)) {
            byte[] whole = Files.readAllBytes(file);
            byte[] damaged = whole.clone();
            damaged[whole.length / 3] ^= 1;
            Files.write(file, damaged);
            refused(other);
            assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
            Files.write(file, whole);
        }
    }

    private void refused(Path other) {
        assertThatThrownBy(() -> LuceneIndex.backup(index, other, NOW, Reading.AT_ONCE))
                .isInstanceOf(IndexException.class)
                .hasMessage("the folder " + other + " holds an index that is no backup; it stays as it is. "
                        + "Name a folder that is empty, or holds an earlier backup");
    }

    @Test
    void aDamagedBackupIsMadeAgainInItsPlace() throws Exception {
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        int files = data(backup).size();
        for (int i = 0; i < files; i++) {
            Path file = data(backup).get(i);
            byte[] damaged = Files.readAllBytes(file);
            damaged[damaged.length / 3] ^= 1;
            Files.write(file, damaged);
            assertThat(LuceneIndex.isBackup(backup)).isTrue();
            LuceneIndex.backup(index, backup, LATER, Reading.AT_ONCE);
            assertThat(EditedCollection.Answers.of(backup)).isEqualTo(first);
        }
    }

    @Test
    void aBackupIsNeitherIndexedIntoNorRestoredOver() throws Exception {
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        Path second = folder.resolve("second");
        LuceneIndex.backup(index, second, NOW, Reading.AT_ONCE);
        assertThatThrownBy(() -> LuceneIndex.update(backup, Previous.NONE))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("the folder " + backup + " holds a backup; it stays as it is")
                .hasMessageContaining("wherein restore " + backup);
        assertThatThrownBy(() -> LuceneIndex.restore(second, backup, Reading.AT_ONCE))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("the folder " + backup + " holds a backup; it stays as it is");
        assertThat(EditedCollection.Answers.of(backup)).isEqualTo(first);
    }

    @Test
    void whatIsRestoredIsNoBackupAnyMore() throws Exception {
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        Path back = folder.resolve("back");
        LuceneIndex.restore(backup, back, Reading.AT_ONCE);
        assertThat(LuceneIndex.isBackup(backup)).isTrue();
        assertThat(LuceneIndex.isBackup(back)).isFalse();
        edit(2);
        collection.index(back);
        assertThat(EditedCollection.Answers.of(back)).isEqualTo(EditedCollection.Answers.of(index));
        Path copy = folder.resolve("copy");
        LuceneIndex.backup(backup, copy, NOW, Reading.AT_ONCE);
        assertThat(LuceneIndex.isBackup(copy)).as("a backup of a backup is one").isTrue();
    }

    @Test
    void aCopyThatIsRefusedOrFailsMakesNoFolder() throws Exception {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> LuceneIndex.backup(none, backup, NOW, Reading.AT_ONCE))
                .isInstanceOf(IndexException.class);
        assertThatThrownBy(() -> LuceneIndex.backup(index, backup, NOW, bytes -> {
                    throw new IOException("planted");
                }))
                .isInstanceOf(IOException.class);
        for (Path file : data(index)) {
            byte[] whole = Files.readAllBytes(file);
            byte[] damaged = whole.clone();
            damaged[whole.length / 3] ^= 1;
            Files.write(file, damaged);
            assertThatThrownBy(() -> LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE))
                    .isInstanceOf(IndexException.class);
            Files.write(file, whole);
        }
        assertThat(backup.getParent()).doesNotExist();
    }

    @Test
    void whereThereIsNoRoomItIsSaidHowMuchIsNeeded() {
        assertThatThrownBy(() -> new Room(backup, 10 << 20).refuse(20 << 20, "the copy", "Free some"))
                .isInstanceOf(IndexException.class)
                .hasMessage("there is no room on the disk of " + backup
                        + ": the copy takes 22 MB, and 10 MB are free. Free some");
    }

    @Test
    void whatCannotBeCopiedSaysWhy() throws Exception {
        assertThatThrownBy(() -> LuceneIndex.restore(folder.resolve("none"), index, Reading.AT_ONCE))
                .isInstanceOf(IndexException.class)
                .hasMessage("there is no backup at " + folder.resolve("none"));
        assertThatThrownBy(() -> LuceneIndex.backup(folder.resolve("none"), backup, NOW, Reading.AT_ONCE))
                .isInstanceOf(IndexException.class)
                .hasMessage("there is no index at " + folder.resolve("none"));
        assertThatThrownBy(() -> LuceneIndex.backup(index, index, NOW, Reading.AT_ONCE))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("is the folder of the index itself");
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        PassageSink other = LuceneIndex.writer(index);
        assertThatThrownBy(() -> LuceneIndex.restore(backup, index, Reading.AT_ONCE))
                .isInstanceOf(IndexBusyException.class)
                .hasMessageContaining("another run is writing the index in " + index);
        other.close();
    }

    @Test
    void aLineOfTheListThatACrashHasCutIsNoBackupAndHidesNone() throws Exception {
        LuceneIndex.backup(index, backup, NOW, Reading.AT_ONCE);
        Path list = index.resolve("backups.ndjson");
        Files.writeString(list, Files.readString(list) + "\n{\"time\":\"2026");
        Path second = folder.resolve("second");
        LuceneIndex.backup(index, second, LATER, Reading.AT_ONCE);
        assertThat(LuceneIndex.backups(index)).extracting(Backup::folder).containsExactly(backup, second);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** What Lucene has written. */
    private static List<Path> data(Path folder) throws IOException {
        return names(folder).stream()
                .filter(name -> name.startsWith("_") || name.startsWith("segments"))
                .map(folder::resolve)
                .toList();
    }
}
