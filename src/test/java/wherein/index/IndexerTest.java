package wherein.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Growth;
import wherein.collection.Catalogue;
import wherein.collection.Collection;
import wherein.document.Document;
import wherein.document.Note;
import wherein.document.NoteGroup;
import wherein.document.Passage;
import wherein.format.Packed;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.mention.Recogniser;
import wherein.text.Span;

class IndexerTest {

    /** Finds nothing: what mentions are is no matter of the indexer. */
    private static final Annotator NOBODY = new Annotator(List.of());

    private final MemorySink index = new MemorySink();

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private IndexReport run(boolean prune, Path... roots) throws Exception {
        List<Collection> collections = new ArrayList<>();
        for (Path root : roots.length == 0 ? new Path[] {folder} : roots) {
            collections.add(Collection.open(root, Optional.empty()));
        }
        return new Indexer(
                        collections, () -> NOBODY, Map.of(), new Indexer.Settings(prune, 1 << 20, 2), Progress.SILENT)
                .run(index, index);
    }

    private static List<String> told(IndexReport report) {
        return report.notes().stream()
                .flatMap(group -> group.examples().stream())
                .filter(note -> note.severity() != Note.Severity.INFO)
                .map(note -> note.severity() + " " + note.place() + ": " + note.message())
                .toList();
    }

    /** In place of a file that may not be read, which the superuser may: a link into nothing. */
    private void breakFile(String name) throws IOException {
        Files.delete(folder.resolve(name));
        Files.createSymbolicLink(folder.resolve(name), folder.resolve(".nowhere"));
    }

    @Test
    void aFileThatMemoryDoesNotSufficeForIsNamedAndEndsTheRun() throws Exception {
        write("a.txt", "Eels pass.");
        write("b.txt", "Otters.");
        Recogniser greedy = input -> {
            if (input.text().contains("Otters")) {
                throw new OutOfMemoryError("planted");
            }
            return List.of();
        };
        Indexer indexer = new Indexer(
                List.of(Collection.open(folder, Optional.empty())),
                () -> new Annotator(List.of(greedy)),
                Map.of(),
                new Indexer.Settings(false, 1 << 20, 2),
                Progress.SILENT);
        assertThatThrownBy(() -> indexer.run(index, index))
                .isInstanceOfSatisfying(
                        IndexMemoryException.class, e -> assertThat(e.file()).isEqualTo("b.txt"));
        assertThat(index.ids()).isEmpty();
    }

    @Test
    void aFullDiskIsToldWithItsPlaceWhatIsNeededAndWhatToDo() throws Exception {
        write("a.txt", "Eels pass. ".repeat(100_000));
        PassageSink full = new PassageSink() {
            @Override
            public void add(String root, Document document, List<Passage> passages, List<Mention> mentions) {}

            @Override
            public void delete(String id) {}

            @Override
            public void put(String root, FileState state) {}

            @Override
            public void forget(String root, String path) {}

            @Override
            public void clear() {}

            @Override
            public void commit(Manifest manifest) throws IOException {
                throw new DiskFullException(folder, 20 << 20, 3 << 20, new IOException("No space left on device"));
            }

            @Override
            public void close() {}
        };
        Indexer indexer = new Indexer(
                List.of(Collection.open(folder, Optional.empty())),
                () -> NOBODY,
                Map.of(),
                new Indexer.Settings(false, 2 << 20, 2),
                Progress.SILENT);
        assertThatThrownBy(() -> indexer.run(full, index))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("takes about 41 MB")
                .hasMessageContaining("3 MB are free")
                .hasMessageContaining("--index")
                .hasMessageContaining("the index is as it was");
    }

    @Test
    void aFaultOfOursCostsTheDocumentThatBroughtItOutAndIsTold() throws Exception {
        write("a.txt", "Eels pass.");
        write("b.jsonl", "{\"id\": \"b1\", \"text\": \"Otters.\"}\n{\"id\": \"b2\", \"text\": \"Ducks.\"}\n");
        Recogniser faulty = input -> {
            if (input.text().contains("Otters")) {
                throw new IllegalStateException("planted");
            }
            return List.of();
        };
        Collection collection = Collection.open(folder, Optional.empty());
        IndexReport report = new Indexer(
                        List.of(collection),
                        () -> new Annotator(List.of(faulty)),
                        Map.of(),
                        new Indexer.Settings(false, 1 << 20, 2),
                        Progress.SILENT)
                .run(index, index);
        assertThat(report.documents()).isEqualTo(2);
        assertThat(told(report))
                .filteredOn(note -> note.startsWith("ERROR"))
                .singleElement(STRING)
                .startsWith("ERROR b.jsonl:1: not indexed: a fault of this program, please report it: "
                        + "planted at IndexerTest.java:")
                .doesNotContain("Exception");
    }

    @Test
    void aValueThatIsTooLongToBeSearchedIsToldAndTheNextRecordIsRead() throws Exception {
        String longest = "x".repeat(10_000);
        write(
                "b.jsonl",
                "{\"id\": \"b1\", \"text\": \"Eels.\", \"source\": \"" + longest + "\"}\n"
                        + "{\"id\": \"b2\", \"text\": \"Otters.\", \"source\": \"" + longest + "x\"}\n"
                        + "{\"id\": \"b3\", \"text\": \"Ducks.\", \"river\": [\"Isar\", \"x" + longest + "\"]}\n"
                        + "{\"id\": \"b4\", \"text\": \"Rats.\"}\n");
        IndexReport report = run(false);
        assertThat(report.documents()).isEqualTo(3);
        assertThat(told(report))
                .filteredOn(note -> !note.contains("not in the catalogue"))
                .containsExactlyInAnyOrder(
                        "ERROR b.jsonl:2: not indexed: \"b2\": its source has 10001 characters; at most 10000 are kept, so "
                                + "shorten it",
                        "WARNING b.jsonl:3: \"river\" is left out: a value of more than the 10000 characters that are "
                                + "kept");
    }

    @Test
    void everyDocumentIsIndexedAndCounted() throws Exception {
        write("a.txt", "Eels pass.");
        write("b.jsonl", "{\"id\": \"b1\", \"text\": \"Otters.\"}\n{\"id\": \"b2\", \"text\": \"Ducks.\"}\n");
        IndexReport report = run(false);
        assertThat(index.texts()).isEqualTo(Map.of("a.txt", "Eels pass.", "b1", "Otters.", "b2", "Ducks."));
        assertThat(List.of(report.files(), report.documents(), report.passages()))
                .containsExactly(2, 3, 3);
        assertThat(report.bytes())
                .isEqualTo(Files.size(folder.resolve("a.txt")) + Files.size(folder.resolve("b.jsonl")));
        assertThat(index.passages()).isEqualTo(3);
        assertThat(told(report)).isEmpty();
    }

    @Test
    void theManifestSaysWhatTheIndexWasMadeFrom() throws Exception {
        write("catalog.yaml", "stances: {for: wants it}\n");
        write("a.txt", "Eels pass.");
        Files.setLastModifiedTime(folder.resolve("a.txt"), FileTime.fromMillis(1_600_000_000_000L));
        IndexReport report = run(false);
        Manifest manifest = index.previousManifest().orElseThrow();
        assertThat(manifest.fingerprint()).isEqualTo(report.fingerprint()).matches("[0-9a-f]{64}");
        assertThat(List.of(manifest.documents(), manifest.passages())).containsExactly(1, 1);
        assertThat(manifest.stances()).isEqualTo(Map.of("for", "wants it"));
        Manifest.Root root = manifest.roots().getFirst();
        assertThat(root.path()).isEqualTo(folder.toString());
        FileState file = index.files(folder.toString()).getFirst();
        assertThat(List.of(file.path(), file.size(), file.modified(), file.sha256()))
                .containsExactly(
                        "a.txt",
                        10L,
                        Files.getLastModifiedTime(folder.resolve("a.txt")).toMillis(),
                        Fingerprint.of(folder.resolve("a.txt")));
        assertThat(isCurrent()).isTrue();
    }

    private boolean isCurrent() throws Exception {
        return new Indexer(
                        List.of(Collection.open(folder, Optional.empty())),
                        () -> NOBODY,
                        Map.of(),
                        new Indexer.Settings(false, 1 << 20, 2),
                        Progress.SILENT)
                .isCurrent(index);
    }

    @Test
    void aSecondDocumentOfTheSameIdIsReportedAndLeftOut() throws Exception {
        write("a.jsonl", "{\"id\": \"x\", \"text\": \"First.\"}\n{\"id\": \"x\", \"text\": \"Second.\"}\n");
        write("b.md", "---\nid: x\n---\nThird.");
        IndexReport report = run(false);
        assertThat(index.texts()).isEqualTo(Map.of("x", "First."));
        assertThat(told(report))
                .containsExactly(
                        "ERROR a.jsonl:2: not indexed: the id \"x\" belongs to another document of this file already; give one "
                                + "of them another",
                        "ERROR b.md: not indexed: the id \"x\" belongs to a.jsonl already; give one of them another");
    }

    @Test
    void theFilesInAnArchiveComeAndGoWithIt() throws Exception {
        write("z.txt", "Rats.");
        Files.write(
                folder.resolve("a.zip"),
                Packed.zip(Map.of("b.txt", Packed.bytes("Eels."), "c.txt", Packed.bytes("Otters."))));
        run(false);
        assertThat(index.texts()).containsOnlyKeys("a.zip/b.txt", "a.zip/c.txt", "z.txt");
        index.written();
        assertThat(run(false).files()).isZero();
        Files.write(
                folder.resolve("a.zip"),
                Packed.zip(Map.of("c.txt", Packed.bytes("Otters."), "d.txt", Packed.bytes("Ducks."))));
        IndexReport report = run(false);
        assertThat(index.texts()).containsOnlyKeys("a.zip/c.txt", "a.zip/d.txt", "z.txt");
        assertThat(index.written()).containsExactly("a.zip/d.txt");
        assertThat(List.of(report.added(), report.changed(), report.deleted())).containsExactly(1, 0, 1);
        Files.delete(folder.resolve("a.zip"));
        run(true);
        assertThat(index.texts()).containsOnlyKeys("z.txt");
    }

    @Test
    void aFileWithAnIdTwiceIsNotReadAgainForThat() throws Exception {
        write("a.jsonl", "{\"id\": \"x\", \"text\": \"First.\"}\n{\"id\": \"x\", \"text\": \"Second.\"}\n");
        run(false);
        IndexReport report = run(false);
        assertThat(report.files()).isZero();
        assertThat(report.count(Note.Severity.ERROR)).isEqualTo(1);
    }

    @Test
    void twoCollectionsMayNotHaveTheSameIdEither(@TempDir Path other) throws Exception {
        write("a.txt", "First.");
        Files.writeString(other.resolve("a.txt"), "Second.");
        IndexReport report = run(false, folder, other);
        assertThat(index.texts()).isEqualTo(Map.of("a.txt", "First."));
        assertThat(report.count(Note.Severity.ERROR)).isEqualTo(1);
    }

    @Test
    void badFilesDoNotEndTheRun() throws Exception {
        write("a.txt", "");
        write("b.txt", "\0\1\2");
        write("c.pdf", "no pdf");
        write("d.jsonl", "{");
        write("e.png", "x");
        Files.createSymbolicLink(folder.resolve("f.txt"), folder.resolve(".nowhere"));
        Files.createSymbolicLink(folder.resolve("g.txt"), folder.resolve("g.txt"));
        write("h.txt", "x".repeat((1 << 20) + 1));
        write("z.txt", "Eels pass.");
        IndexReport report = run(false);
        assertThat(index.texts()).isEqualTo(Map.of("z.txt", "Eels pass."));
        assertThat(report.notes().stream()
                        .flatMap(group -> group.examples().stream())
                        .filter(note -> note.severity() != Note.Severity.INFO)
                        .map(Note::file))
                .containsExactlyInAnyOrder("a.txt", "b.txt", "c.pdf", "d.jsonl", "e.png", "f.txt", "g.txt", "h.txt");
    }

    @Test
    void theStateOfACollectionWithAnUnreadableFileCanBeTold() throws Exception {
        write("a.txt", "Eels pass.");
        Files.createSymbolicLink(folder.resolve("f.txt"), folder.resolve(".nowhere"));
        run(false);
        assertThat(isCurrent()).isTrue();
    }

    @Test
    void anIndexThatCannotBeWrittenEndsTheRunAndIsAsItWas() throws Exception {
        write("a.txt", "Eels pass.");
        run(false);
        write("a.txt", "Otters pass.");
        index.fill();
        assertThatThrownBy(() -> run(false)).isInstanceOf(IOException.class).hasMessage("no space left");
        assertThat(index.texts()).isEqualTo(Map.of("a.txt", "Eels pass."));
    }

    @Test
    void aDiskThatIsFullInTheMiddleOfALongFileEndsTheRun() throws Exception {
        index.fill();
        write("a.jsonl", "{\"text\": \"Eels.\", \"lang\": \"en\"}\n".repeat(20_000));
        assertThatThrownBy(() -> run(false)).isInstanceOf(IOException.class).hasMessage("no space left");
        assertThat(index.ids()).isEmpty();
    }

    @Test
    void whatIsNoLongerThereIsNoLongerFound() throws Exception {
        write("a.txt", "Eels.");
        write("b.txt", "Otters.");
        run(false);
        Files.delete(folder.resolve("b.txt"));
        write("c.txt", "Ducks.");
        run(false);
        assertThat(index.texts()).isEqualTo(Map.of("a.txt", "Eels.", "c.txt", "Ducks."));
    }

    @Test
    void losingMoreThanHalfIsRefusedUnlessAskedFor() throws Exception {
        for (String name : List.of("a", "b", "c", "d", "e")) {
            write(name + ".txt", "Eels.");
        }
        run(false);
        for (String name : List.of("a", "b", "c")) {
            Files.delete(folder.resolve(name + ".txt"));
        }
        assertThatThrownBy(() -> run(false))
                .isInstanceOf(IndexException.class)
                .hasMessage("this run would take 3 of 5 documents out of the index, more than half. Is the folder "
                        + "complete? If that is meant, say --prune. The index is as it was.");
        assertThat(index.ids()).hasSize(5);
        index.close();
        run(true);
        assertThat(index.ids()).containsExactlyInAnyOrder("d.txt", "e.txt");
    }

    @Test
    void losingHalfIsNoMoreThanHalf() throws Exception {
        for (String name : List.of("a", "b", "c", "d")) {
            write(name + ".txt", "Eels.");
        }
        run(false);
        Files.delete(folder.resolve("a.txt"));
        Files.delete(folder.resolve("b.txt"));
        run(false);
        assertThat(index.ids()).containsExactlyInAnyOrder("c.txt", "d.txt");
    }

    @Test
    void anEmptyRootDoesNotEmptyTheIndex() throws Exception {
        write("a.txt", "Eels.");
        run(false);
        Files.delete(folder.resolve("a.txt"));
        assertThatThrownBy(() -> run(false)).isInstanceOf(IndexException.class).hasMessageContaining("say --prune");
        assertThat(index.ids()).containsExactly("a.txt");
    }

    @Test
    void aFolderThatCannotBeReadNowKeepsTheLastGoodVersionsOfItsFiles() throws Exception {
        write("a.txt", "Eels.");
        Path disk = Files.createDirectories(folder.resolve(".disk"));
        Files.writeString(disk.resolve("b.txt"), "Otters.");
        Files.createSymbolicLink(folder.resolve("mounted"), disk);
        String before = run(false).fingerprint();
        breakFile("mounted");
        for (int again = 0; again < 2; again++) {
            IndexReport report = run(false);
            assertThat(index.texts()).isEqualTo(Map.of("a.txt", "Eels.", "mounted/b.txt", "Otters."));
            assertThat(report.fingerprint()).isEqualTo(before);
            assertThat(told(report))
                    .contains(
                            "ERROR mounted: cannot be read: a link that leads nowhere",
                            "WARNING mounted/b.txt: stale: \"mounted/b.txt\" is kept as it was when the file could last "
                                    + "be read");
        }
    }

    @Test
    void theWorkOfKeepingWhatCannotBeReadGrowsWithTheNumberOfFiles() throws Exception {
        Growth growth = new Growth(1_000);
        write("a.txt", "Eels.");
        growth.measure("files hidden with their folder", IndexerTest::hidden, previous -> {
            MemorySink sink = new MemorySink();
            Collection collection = new Collection(
                    folder, Optional.empty(), Catalogue.EMPTY, List.of(), List.of(), List.of("gone"), Optional.empty());
            return new Indexer(
                            List.of(collection),
                            () -> NOBODY,
                            Map.of(),
                            new Indexer.Settings(true, 1 << 20, 2),
                            Progress.SILENT)
                    .run(sink, previous.apply(folder.toString()));
        });
        growth.check();
    }

    /** An index of {@code count} files below one folder, none of which has a document. */
    private static Function<String, Previous> hidden(int count) {
        return root -> {
            MemorySink before = new MemorySink();
            for (int i = 0; i < count; i++) {
                before.put(root, new FileState("gone/" + i + ".txt", 1, 1, "", "", false, List.of()));
            }
            before.commit(new Manifest(
                    List.of(new Manifest.Root(root, "", "")), "0", 0, 0, Map.of(), Map.of(), Map.of(), ""));
            return before;
        };
    }

    @Test
    void aFileThatCannotBeReadNowKeepsItsLastGoodVersion() throws Exception {
        write("a.txt", "Eels.");
        write("b.jsonl", "{\"id\": \"b1\", \"text\": \"Otters.\"}\n{\"id\": \"b2\", \"text\": \"Ducks.\"}\n");
        String before = run(false).fingerprint();
        breakFile("a.txt");
        breakFile("b.jsonl");
        for (int again = 0; again < 2; again++) {
            IndexReport report = run(false);
            assertThat(index.texts()).isEqualTo(Map.of("a.txt", "Eels.", "b1", "Otters.", "b2", "Ducks."));
            assertThat(report.fingerprint()).isEqualTo(before);
            assertThat(told(report))
                    .filteredOn(note -> note.startsWith("WARNING"))
                    .containsExactly(
                            "WARNING a.txt: stale: \"a.txt\" is kept as it was when the file could last be read",
                            "WARNING b.jsonl: stale: \"b1\" is kept as it was when the file could last be read",
                            "WARNING b.jsonl: stale: \"b2\" is kept as it was when the file could last be read");
            assertThat(report.count(Note.Severity.ERROR)).isEqualTo(2);
        }
    }

    @Test
    void ofAFileOfManyFaultsTheFirstAreKeptAndAllAreCounted() throws Exception {
        write("a.jsonl", "no record\n".repeat(5_000) + "{\"id\": \"x\", \"text\": \"Eels.\", \"date\": \"2021\"}\n");
        IndexReport fresh = run(false);
        IndexReport again = run(false);
        assertThat(again.files()).isZero();
        assertThat(again.notes()).isEqualTo(fresh.notes());
        NoteGroup faults = again.notes().getFirst();
        assertThat(faults.count()).isEqualTo(5_000);
        assertThat(faults.examples()).hasSize(1_000);
        assertThat(faults.examples().getLast().line()).isEqualTo(1_000);
        assertThat(again.notes().getLast().details()).isEqualTo(Map.of("source", 1, "stance", 1));
    }

    @Test
    void progressIsToldDocumentByDocumentAndFileByFile() throws Exception {
        write("a.txt", "Eels.");
        write("b.txt", "Otters.");
        List<Progress.Done> told = new ArrayList<>();
        new Indexer(
                        List.of(Collection.open(folder, Optional.empty())),
                        () -> NOBODY,
                        Map.of(),
                        new Indexer.Settings(false, 1 << 20, 1),
                        told::add)
                .run(index, Previous.NONE);
        assertThat(told)
                .containsSubsequence(
                        new Progress.Done(0, 2, 5, 12, 1),
                        new Progress.Done(1, 2, 5, 12, 1),
                        new Progress.Done(1, 2, 12, 12, 2),
                        new Progress.Done(2, 2, 12, 12, 2));
    }

    @Test
    void theFingerprintIsTheSameInAnotherPlaceAndAtAnotherTime(@TempDir Path other) throws Exception {
        write("a.txt", "Eels.");
        write("sub/b.md", "---\ntitle: Otters\n---\nOtters.");
        String here = run(false).fingerprint();
        Files.createDirectories(other.resolve("sub"));
        for (String name : List.of("sub/b.md", "a.txt")) {
            Files.copy(folder.resolve(name), other.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(run(false, other).fingerprint()).isEqualTo(here);
    }

    @Test
    void theFingerprintChangesWithOneByteOfTextOrMetadata() throws Exception {
        List<String> seen = new ArrayList<>();
        for (String text :
                List.of("Eels.", "Eels!", "---\nid: a.txt\ntitle: E\n---\nEels.", "---\nid: b\n---\nEels.")) {
            write("a.txt", text);
            seen.add(run(true).fingerprint());
        }
        write("catalog.yaml", "documents:\n  - {id: b, file: a.txt, boilerplate: [4]}\n");
        seen.add(run(true).fingerprint());
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void whatHasNotChangedIsNeitherReadNorWrittenNorCommitted() throws Exception {
        write("a.txt", "Eels.");
        write("b.jsonl", "{\"id\": \"b1\", \"text\": \"Otters.\"}\n{\"id\": \"b2\", \"text\": \"Ducks.\"}\n");
        run(false);
        assertThat(index.written()).containsExactly("a.txt", "b1", "b2");
        IndexReport report = run(false);
        assertThat(List.of(report.files(), report.unchanged(), report.documents()))
                .containsExactly(0, 2, 3);
        assertThat(index.written()).isEmpty();
        assertThat(index.commits()).isEqualTo(1);
    }

    @Test
    void ofAChangedFileThoseRecordsAloneAreWrittenThatHaveChanged() throws Exception {
        write("b.jsonl", "{\"id\": \"b1\", \"text\": \"Otters.\"}\n{\"id\": \"b2\", \"text\": \"Ducks.\"}\n");
        run(false);
        index.written();
        write("b.jsonl", "{\"id\": \"b1\", \"text\": \"Otters.\"}\n{\"id\": \"b2\", \"text\": \"Geese.\"}\n");
        IndexReport report = run(false);
        assertThat(List.of(report.added(), report.changed(), report.deleted())).containsExactly(0, 1, 0);
        assertThat(index.written()).containsExactly("b2");
    }

    @Test
    void aChangedCatalogueTouchesThoseAloneOfWhichItSaysOtherThings() throws Exception {
        write("a.txt", "Eels.");
        write("b.txt", "Otters.");
        write("catalog.yaml", "documents:\n  - {id: a, file: a.txt}\n  - {id: b, file: b.txt}\n");
        run(false);
        index.written();
        write("catalog.yaml", "documents:\n  - {id: a, file: a.txt, source: Post}\n  - {id: b, file: b.txt}\n");
        run(false);
        assertThat(index.written()).containsExactly("a");
    }

    @Test
    void aChangedRowOfTheTableTouchesItsFileAlone() throws Exception {
        write("a.txt", "Eels.");
        write("b.txt", "Otters.");
        write("metadata.csv", "file;title\na.txt;Night\n");
        run(false);
        index.written();
        write("metadata.csv", "title,file\nNight,a.txt\nDay,b.txt\n");
        IndexReport report = run(false);
        assertThat(index.written()).containsExactly("b.txt");
        assertThat(report.unchanged()).isEqualTo(1);
    }

    @Test
    void aPatternOfTheCatalogueTouchesTheFilesAloneOfWhichItSaysSomethingNew() throws Exception {
        write("a.txt", "Eels.");
        write("b.txt", "Otters.");
        write("c.md", "Geese.");
        write("metadata.csv", "file,source\na.txt,Post\n");
        run(false);
        index.written();
        write("catalog.yaml", "documents:\n  - {files: \"*.txt\", source: Herald}\n");
        assertThat(run(false).unchanged()).isEqualTo(2);
        assertThat(index.written()).containsExactly("b.txt");
    }

    /** As {@link #run}, and the texts that were recognised. */
    private List<String> recognised(boolean prune) throws Exception {
        List<String> texts = Collections.synchronizedList(new ArrayList<>());
        Recogniser counting = input -> {
            texts.add(input.text());
            return List.of(new Mention.Person(new Span(0, 4), "Eels", "test"));
        };
        new Indexer(
                        List.of(Collection.open(folder, Optional.empty())),
                        () -> new Annotator(List.of(counting)),
                        Map.of(),
                        new Indexer.Settings(prune, 1 << 20, 2),
                        Progress.SILENT)
                .run(index, index);
        index.close();
        return texts.stream().sorted().toList();
    }

    private void move(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).getParent());
        Files.move(folder.resolve(from), folder.resolve(to));
    }

    @Test
    void aFileThatWasRenamedIsNotRecognisedAgain() throws Exception {
        write("a.txt", "Eels.");
        write("b.html", "<title>B</title><p>Otters.</p>");
        write("c.md", "---\nid: c\n---\nGeese.");
        write("d.jsonl", "{\"id\": \"d1\", \"text\": \"Ducks.\"}\n{\"text\": \"Swans.\"}\n");
        write("z.txt", "Gulls.");
        assertThat(recognised(false)).hasSize(6);
        for (String name : List.of("a.txt", "b.html", "c.md", "d.jsonl")) {
            move(name, "sub/e" + name);
        }
        assertThat(recognised(false)).isEmpty();
        assertThat(index.texts())
                .isEqualTo(Map.of(
                        "sub/ea.txt", "Eels.",
                        "sub/eb.html", "Otters.\n\n",
                        "c", "Geese.",
                        "d1", "Ducks.",
                        "sub/ed.jsonl#2", "Swans.",
                        "z.txt", "Gulls."));
        assertThat(index.mentions("sub/ea.txt")).isEqualTo(index.mentions("z.txt"));
        assertThat(run(false).files()).isZero();
    }

    @Test
    void whatTheNewNameChangesIsReadAnew() throws Exception {
        write("a.txt", "# Eels");
        write("b.txt", "---\nid: b.txt\n---\nOtters.");
        write("catalog.yaml", "documents:\n  - {id: c, file: c.txt, source: Post}\n");
        write("c.txt", "Geese.");
        write("z.txt", "Gulls.");
        recognised(false);
        move("a.txt", "a.md");
        move("b.txt", "sub.txt");
        move("c.txt", "d.txt");
        assertThat(recognised(true)).containsExactly("# Eels", "Geese.");
        assertThat(index.texts())
                .isEqualTo(Map.of("a.md", "# Eels", "b.txt", "Otters.", "d.txt", "Geese.", "z.txt", "Gulls."));
    }

    @Test
    void aFolderThatIsRenamedIsNoLoss() throws Exception {
        for (String name : List.of("a", "b", "c", "d")) {
            write("old/" + name + ".txt", "Eels of " + name + ".");
        }
        recognised(false);
        Files.move(folder.resolve("old"), folder.resolve("new"));
        assertThat(recognised(false)).isEmpty();
        assertThat(index.ids()).containsExactlyInAnyOrder("new/a.txt", "new/b.txt", "new/c.txt", "new/d.txt");
    }

    @Test
    void aCopyIsNoRename() throws Exception {
        write("a.txt", "Eels.");
        recognised(false);
        write("b.txt", "Eels.");
        assertThat(recognised(false)).containsExactly("Eels.");
    }

    @Test
    void whereRecognisersHaveChangedARenamedFileIsRecognisedAgain() throws Exception {
        write("a.txt", "Eels.");
        run(false);
        move("a.txt", "b.txt");
        new Indexer(
                        List.of(Collection.open(folder, Optional.empty())),
                        () -> new Annotator(
                                List.of(input -> List.of(new Mention.Person(new Span(0, 4), "Eels", "test")))),
                        Map.of("recognition", "2"),
                        new Indexer.Settings(false, 1 << 20, 2),
                        Progress.SILENT)
                .run(index, index);
        assertThat(index.mentions("b.txt")).hasSize(1);
    }

    @Test
    void anIdGoesToTheFirstFileThatHasItWhicheverIsRead() throws Exception {
        write("a.md", "---\nid: x\n---\nFirst.");
        write("b.md", "---\nid: x\n---\nSecond.");
        run(false);
        write("a.md", "---\nid: y\n---\nFirst.");
        run(false);
        assertThat(index.texts()).containsExactlyInAnyOrderEntriesOf(Map.of("y", "First.", "x", "Second."));
        write("a.md", "---\nid: x\n---\nFirst.");
        IndexReport report = run(false);
        assertThat(index.texts()).isEqualTo(Map.of("x", "First."));
        assertThat(report.count(Note.Severity.ERROR)).isEqualTo(1);
    }
}
