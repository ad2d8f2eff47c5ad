package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.contract.Model;
import wherein.contract.PlantedLedger;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.index.FileState;
import wherein.index.IndexBusyException;
import wherein.index.IndexException;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.query.QueryLimits;
import wherein.search.Commits;
import wherein.search.PassageSearcher;

class LuceneIndexTest {

    private static final Manifest EMPTY =
            new Manifest(List.of(), "f", 0, 0, Map.of(), Map.of(), Map.of(), "2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path index;

    @BeforeEach
    void name() {
        index = folder.resolve("index");
    }

    @Test
    void aFolderThatIsNotThereHasNoIndex() {
        assertThatThrownBy(() -> LuceneIndex.open(index))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("there is no index at " + index)
                .hasMessageContaining("wherein index");
    }

    @Test
    void anEmptyFolderHasNoIndex() throws Exception {
        Files.createDirectory(index);
        assertThatThrownBy(() -> LuceneIndex.open(index))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("there is no index at " + index);
    }

    @Test
    void aFileIsNoFolderOfAnIndex() throws Exception {
        Files.writeString(index, "fog");
        assertThatThrownBy(() -> LuceneIndex.writer(index)).isInstanceOf(IndexException.class);
        assertThatThrownBy(() -> LuceneIndex.open(index)).isInstanceOf(IndexException.class);
        assertThat(Files.readString(index)).isEqualTo("fog");
    }

    @Test
    void anAbandonedRunLeavesNoFile() throws Exception {
        Model.of(new Random(7)).write(LuceneIndex.writer(index));
        Map<String, Long> before = files();
        try (PassageSink sink = LuceneIndex.writer(index)) {
            Document document = new Document("new", "n", "fog", Metadata.UNKNOWN, List.of(), List.of());
            sink.add("/root", document, List.of(), List.of());
        }
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aSecondWriterIsToldOfWhichFolderIsTaken() throws Exception {
        try (PassageSink first = LuceneIndex.writer(index)) {
            assertThatThrownBy(() -> LuceneIndex.writer(index))
                    .isInstanceOf(IndexBusyException.class)
                    .hasMessageContaining("another run is writing the index in " + index);
            first.commit(EMPTY);
        }
    }

    @Test
    void aFewDeletedPassagesAreCountedUntilTheyAreMergedAway() throws Exception {
        PlantedLedger.write(LuceneIndex.writer(index), 100);
        try (Previous previous = LuceneIndex.previous(index);
                PassageSink sink = LuceneIndex.update(index, previous)) {
            sink.delete("d0000007");
            sink.delete("d0000042");
            sink.commit(EMPTY);
        }
        assertThat(deletedPassages()).isEqualTo(10);
        LuceneIndex.purge(index);
        assertThat(deletedPassages()).isZero();
    }

    private int deletedPassages() throws Exception {
        try (PassageSearcher searcher = LuceneIndex.open(index)) {
            return searcher.deletedPassages();
        }
    }

    @Test
    void aRunThatBeganBeforeTheCommitOfAnotherDoesNotGoOnFromIt() throws Exception {
        Model.of(new Random(7)).write(LuceneIndex.writer(index));
        try (Previous before = LuceneIndex.previous(index)) {
            Model.of(new Random(8)).write(LuceneIndex.writer(index));
            assertThatThrownBy(() -> LuceneIndex.update(index, before))
                    .isInstanceOf(IndexBusyException.class)
                    .hasMessageContaining("another run has written the index in " + index);
        }
        try (Previous now = LuceneIndex.previous(index);
                PassageSink sink = LuceneIndex.update(index, now)) {
            sink.commit(EMPTY);
        }
        assertThat(LuceneIndex.manifest(index)).contains(EMPTY);
    }

    @Test
    void whatACommitSharesWithASoundOneIsNotReadThroughAgainAndWhatIsNewIs() throws Exception {
        Model.of(new Random(7)).write(LuceneIndex.writer(index));
        Commits commits = LuceneIndex.commits(index, LuceneIndex.LIMIT, QueryLimits.MOST);
        Set<String> first = files().keySet();
        try (PassageSearcher before = commits.open()) {
            try (Previous previous = LuceneIndex.previous(index);
                    PassageSink sink = LuceneIndex.update(index, previous)) {
                sink.put("/otters", new FileState("fog.txt", 1, 1, "", "", false, List.of()));
                sink.commit(EMPTY);
            }
            flip(largest(file -> first.contains(file)));
            try (PassageSearcher after = commits.openAfter(before)) {
                assertThat(after.generation()).isGreaterThan(before.generation());
                assertThat(after.manifest()).isEqualTo(EMPTY);
            }
            assertThatThrownBy(commits::open).isInstanceOf(IndexException.class);
            flip(largest(file -> !first.contains(file) && file.startsWith("_")));
            assertThatThrownBy(() -> commits.openAfter(before)).isInstanceOf(IndexException.class);
        }
    }

    private Path largest(Predicate<String> which) throws Exception {
        return files().entrySet().stream()
                .filter(file -> which.test(file.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(file -> index.resolve(file.getKey()))
                .orElseThrow();
    }

    private static void flip(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes, StandardOpenOption.WRITE);
    }

    @Test
    void whatAnIndexWasMadeFromIsToldWithoutOpeningItAndNotOfOneThatCannotBeKept() throws Exception {
        assertThat(LuceneIndex.manifest(index)).isEmpty();
        Files.createDirectory(index);
        foreign(Map.of(Fields.KEY_FORMAT, "999"));
        assertThat(LuceneIndex.manifest(index)).isEmpty();
        Model.of(new Random(7)).write(LuceneIndex.writer(index));
        try (PassageSearcher searcher = LuceneIndex.open(index)) {
            assertThat(LuceneIndex.manifest(index)).contains(searcher.manifest());
        }
    }

    @Test
    void anIndexOfAnotherFormatIsRefusedAndBuiltAnew() throws Exception {
        Files.createDirectory(index);
        foreign(Map.of(Fields.KEY_FORMAT, "999"));
        assertThatThrownBy(() -> LuceneIndex.open(index))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("index format 999")
                .hasMessageContaining("index format " + Fields.FORMAT)
                .hasMessageContaining("build it again with: wherein index")
                .hasMessageNotContaining("\n");
        try (Previous previous = LuceneIndex.previous(index)) {
            assertThat(previous.previousManifest()).isEmpty();
        }
        Model.of(new Random(7)).write(LuceneIndex.writer(index));
        assertThatCode(() -> LuceneIndex.open(index).close()).doesNotThrowAnyException();
    }

    @Test
    void anIndexThatWhereinDidNotWriteIsNeitherReadNorWritten() throws Exception {
        Files.createDirectory(index);
        foreign(Map.of());
        Map<String, Long> before = files();
        assertThatThrownBy(() -> LuceneIndex.open(index))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("did not write");
        assertThatThrownBy(() -> LuceneIndex.writer(index))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("stays as it is");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFolderThatIsNoIndexIsNeverWrittenTo() throws Exception {
        for (String name : List.of("letter.txt", ".hidden", "segments.txt", "_fog", "_0.cfs.bak", "sub/fog.txt")) {
            Path own = folder.resolve("own" + name.replaceAll("\\W", ""));
            Files.createDirectories(own.resolve(name).getParent());
            Files.writeString(own.resolve(name), "mine");
            assertThatThrownBy(() -> LuceneIndex.writer(own))
                    .as(name)
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("is no index")
                    .hasMessageContaining("--index");
            assertThat(Files.readString(own.resolve(name))).isEqualTo("mine");
            try (Stream<Path> all = Files.list(own)) {
                assertThat(all).hasSize(1);
            }
        }
    }

    @Test
    void aFolderWithNothingButItsPlaceholderIsWrittenTo() throws Exception {
        Files.createDirectory(index);
        Files.writeString(index.resolve(".gitkeep"), "");
        Files.writeString(index.resolve("README.md"), "holds the index");
        Model.of(new Random(7)).write(LuceneIndex.writer(index));
        assertThat(Files.readString(index.resolve("README.md"))).isEqualTo("holds the index");
        assertThat(index.resolve(".gitkeep")).exists();
    }

    @Test
    void aFlippedBitInAnyFileIsFoundOnOpening() throws Exception {
        Model.of(new Random(7)).write(LuceneIndex.writer(index));
        Random random = new Random(11);
        for (Path file : list()) {
            if (file.endsWith("write.lock")) {
                continue;
            }
            byte[] sound = Files.readAllBytes(file);
            for (int i = 0; i < 8; i++) {
                byte[] damaged = sound.clone();
                int at = random.nextInt(damaged.length);
                damaged[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, damaged);
                assertThatThrownBy(() -> LuceneIndex.open(index).close())
                        .as("byte " + at + " of " + damaged.length + " in " + file.getFileName())
                        .isInstanceOf(IndexException.class)
                        .hasMessageContaining("wherein index");
            }
            Files.write(file, sound);
        }
        assertThatCode(() -> LuceneIndex.open(index).close()).doesNotThrowAnyException();
    }

    @Test
    void whatIsSaidOfDamageNamesTheFileAndNoClassOfALibrary() throws Exception {
        Model.of(new Random(7)).write(LuceneIndex.writer(index));
        Random random = new Random(12);
        for (Path file : list()) {
            if (file.endsWith("write.lock")) {
                continue;
            }
            byte[] sound = Files.readAllBytes(file);
            for (int i = 0; i < 16; i++) {
                byte[] damaged = sound.clone();
                // The head, where a version stands, and anywhere else.
                damaged[random.nextInt(i % 2 == 0 ? Math.min(60, damaged.length) : damaged.length)] ^=
                        (byte) (1 << random.nextInt(8));
                Files.write(file, i == 0 ? new byte[damaged.length] : damaged);
                assertThatThrownBy(() -> LuceneIndex.open(index).close())
                        .isInstanceOf(IndexException.class)
                        .hasMessageContaining("is damaged")
                        .hasMessageNotContainingAny("resource=", "IndexInput", "Exception", "checkindex", "version");
            }
            Files.write(file, sound);
        }
    }

    @Test
    void aFileThatIsMissingOrCutShortIsFoundOnOpening() throws Exception {
        Model.of(new Random(7)).write(LuceneIndex.writer(index));
        for (Path file : list()) {
            if (file.endsWith("write.lock")) {
                continue;
            }
            byte[] sound = Files.readAllBytes(file);
            for (int length : new int[] {0, 1, sound.length / 2, sound.length - 1}) {
                Files.write(file, java.util.Arrays.copyOf(sound, length));
                assertThatThrownBy(() -> LuceneIndex.open(index).close())
                        .as(length + " of " + sound.length + " bytes of " + file.getFileName())
                        .isInstanceOf(IndexException.class);
            }
            Files.delete(file);
            assertThatThrownBy(() -> LuceneIndex.open(index).close())
                    .as(file.getFileName() + " is missing")
                    .isInstanceOf(IndexException.class);
            Files.write(file, sound);
        }
        assertThatCode(() -> LuceneIndex.open(index).close()).doesNotThrowAnyException();
    }

    @Test
    void aDamagedIndexCanBeBuiltAgain() throws Exception {
        for (String part : List.of("segments_", ".dvd", ".si")) {
            Path own = folder.resolve("own" + part.replaceAll("\\W", ""));
            Model.of(new Random(7)).write(LuceneIndex.writer(own));
            try (Stream<Path> files = Files.list(own)) {
                for (Path file : files.filter(
                                each -> each.getFileName().toString().contains(part))
                        .toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
            }
            assertThatThrownBy(() -> LuceneIndex.open(own)).as(part).isInstanceOf(IndexException.class);
            Model.of(new Random(8)).write(LuceneIndex.writer(own));
            assertThatCode(() -> LuceneIndex.open(own).close()).as(part).doesNotThrowAnyException();
        }
    }

    private void foreign(Map<String, String> data) throws IOException {
        try (var directory = FSDirectory.open(index);
                var writer = new IndexWriter(directory, new IndexWriterConfig())) {
            var document = new org.apache.lucene.document.Document();
            document.add(new StringField("f", "v", Field.Store.YES));
            writer.addDocument(document);
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> all = Files.list(index)) {
            return all.sorted().toList();
        }
    }

    /** Name and size of every file but the lock. */
    private Map<String, Long> files() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        for (Path file : list()) {
            if (!file.endsWith("write.lock")) {
                files.put(file.getFileName().toString(), Files.size(file));
            }
        }
        return files;
    }
}
