package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.document.Metadata;
import wherein.document.Texts;

class CollectionTest {

    @TempDir
    Path folder;

    private Collection open() throws IOException, CatalogueException {
        return Collection.open(folder, Optional.empty());
    }

    private List<String> files() throws IOException, CatalogueException {
        return open().files().stream().map(SourceFile::relative).toList();
    }

    private List<String> notes() throws IOException, CatalogueException {
        return open().notes().stream()
                .map(note -> note.severity() + " " + note.place() + ": " + note.message())
                .toList();
    }

    private void write(String... names) {
        for (String name : names) {
            Texts.write(folder, name, "Eels pass by night.");
        }
    }

    @Test
    void foldersAreReadRecursivelyInTheOrderOfTheirPaths() throws Exception {
        write(
                "b.txt",
                "a/z.md",
                "a/deep/er/x.html",
                "C.TXT",
                "r.jsonl",
                "n.ndjson",
                "p.pdf",
                "h.htm",
                "m.markdown",
                "река.txt");
        assertThat(files())
                .containsExactly(
                        "C.TXT",
                        "a/deep/er/x.html",
                        "a/z.md",
                        "b.txt",
                        "h.htm",
                        "m.markdown",
                        "n.ndjson",
                        "p.pdf",
                        "r.jsonl",
                        "река.txt");
        assertThat(notes()).isEmpty();
    }

    @Test
    void hiddenEntriesAndOurOwnFolderAreSkippedWithoutAWord() throws Exception {
        write(".a.txt", ".git/b.txt", ".wherein/c.txt", "sub/.d/e.txt", "f.txt");
        assertThat(files()).containsExactly("f.txt");
        assertThat(notes()).isEmpty();
    }

    @Test
    void aHiddenFolderThatIsNamedIsRead() throws Exception {
        write(".mill/a.txt");
        assertThat(Collection.open(folder.resolve(".mill"), Optional.empty()).files())
                .hasSize(1);
    }

    @Test
    void otherFormatsAreReported() throws Exception {
        write("a.png", "b", "c.txt");
        assertThat(files()).containsExactly("c.txt");
        String message = ": not indexed: not " + Format.NAMES;
        assertThat(notes())
                .containsExactlyInAnyOrder("WARNING a.png: not indexed: a picture; see --ocr", "WARNING b" + message);
    }

    @Test
    void filesAboutTheCollectionAreNoDocuments() throws Exception {
        Texts.write(folder, "catalog.yaml", "documents:\n  - file: a.txt\n");
        Texts.write(folder, "metadata.csv", "file,title\na.txt,Eels\n");
        Texts.write(folder, "people.yaml", "[]\n");
        write("a.txt", "README.md", "sub/README.md");
        assertThat(files()).containsExactly("a.txt", "sub/README.md");
        assertThat(notes()).containsExactly("INFO README.md: taken as a word about the collection: not indexed");
        assertThat(open().aboutFiles())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("catalog.yaml", "metadata.csv", "people.yaml");
    }

    @Test
    void aLinkThatLeadsBackIsReportedAndEndsNothing() throws Exception {
        write("sub/a.txt");
        Files.createSymbolicLink(folder.resolve("sub/back"), folder);
        assertThat(files()).containsExactly("sub/a.txt");
        assertThat(notes()).singleElement().asString().startsWith("ERROR sub/back: cannot be read: ");
    }

    @Test
    void aLinkThatLeadsOutIsToldAndNotFollowed(@TempDir Path elsewhere) throws Exception {
        Texts.write(elsewhere, "deep/a.txt", "Eels pass by night.");
        Texts.write(elsewhere, "b.txt", "Eels pass by day.");
        write("c.txt");
        Files.createSymbolicLink(folder.resolve("folder"), elsewhere);
        Files.createSymbolicLink(folder.resolve("file.txt"), elsewhere.resolve("b.txt"));
        Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("file.txt"));
        Files.createSymbolicLink(folder.resolve("gone.txt"), elsewhere.resolve("nowhere"));
        assertThat(files()).containsExactly("c.txt");
        assertThat(notes())
                .hasSize(4)
                .allSatisfy(note -> assertThat(note)
                        .startsWith("WARNING ")
                        .contains("not indexed: a link that leads out of the collection, to ", "--follow-links"));
        assertThat(open().unreadable()).isEmpty();
    }

    @Test
    void aLinkThatLeadsOutIsFollowedWhereThatIsAskedForAndTold(@TempDir Path elsewhere) throws Exception {
        Texts.write(elsewhere, "deep/a.txt", "Eels pass by night.");
        Texts.write(elsewhere, "b.txt", "Eels pass by day.");
        Files.createSymbolicLink(folder.resolve("folder"), elsewhere);
        Files.createSymbolicLink(folder.resolve("file.txt"), elsewhere.resolve("b.txt"));
        Collection followed = Collection.open(folder, Optional.empty(), true, Optional.empty());
        assertThat(followed.files())
                .extracting(SourceFile::relative)
                .containsExactly("file.txt", "folder/b.txt", "folder/deep/a.txt");
        assertThat(followed.notes())
                .hasSize(2)
                .allSatisfy(note -> assertThat(note.told()).contains("leads out of the collection", ": followed"));
    }

    @Test
    void aLinkInsideIsAsGoodAsWhatItLeadsTo() throws Exception {
        write("sub/a.txt");
        Files.createSymbolicLink(folder.resolve("b.txt"), Path.of("sub/a.txt"));
        Files.createSymbolicLink(folder.resolve("other"), Path.of("sub"));
        assertThat(files()).containsExactly("b.txt", "other/a.txt", "sub/a.txt");
        assertThat(notes()).isEmpty();
    }

    @Test
    void aCollectionThatIsItselfALinkIsMeant(@TempDir Path elsewhere) throws Exception {
        write("sub/a.txt");
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), folder);
        Files.createSymbolicLink(folder.resolve("b.txt"), Path.of("sub/a.txt"));
        assertThat(Collection.open(link, Optional.empty()).files())
                .extracting(SourceFile::relative)
                .containsExactly("b.txt", "sub/a.txt");
        Files.delete(link);
    }

    @Test
    void aLinkThatLeadsNowhereInsideIsReportedAndMayComeBack() throws Exception {
        Files.createSymbolicLink(folder.resolve("a.txt"), folder.resolve("nowhere"));
        Files.createSymbolicLink(folder.resolve("self.txt"), folder.resolve("self.txt"));
        assertThat(files()).isEmpty();
        assertThat(notes())
                .containsExactlyInAnyOrder(
                        "ERROR a.txt: not indexed: a link that leads nowhere",
                        "ERROR self.txt: not indexed: a link that leads nowhere");
        assertThat(open().unreadable()).containsExactlyInAnyOrder("a.txt", "self.txt");
    }

    @Test
    void linksThatDoubleTheWaysAtEveryStepAreFollowedOnceEach() throws Exception {
        int deep = 24;
        for (int i = 0; i < deep; i++) {
            write("d" + i + "/a.txt");
            Files.createSymbolicLink(folder.resolve("d" + i + "/x"), Path.of("../d" + (i + 1)));
            Files.createSymbolicLink(folder.resolve("d" + i + "/y"), Path.of("../d" + (i + 1)));
        }
        write("d" + deep + "/a.txt");
        assertThat(files()).hasSizeBetween(deep + 1, 2 * (deep + 1));
    }

    @Test
    void theNameOfAFileCannotOrderATerminalNorEndALineOfTheReport() throws Exception {
        write("a\u001b[31m\nb.jpg");
        assertThat(open().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.told()).startsWith("warning: a\\u001b[31m\\nb.jpg: not indexed"));
    }

    @Test
    void aPipeIsReportedAndNotWaitedFor() throws Exception {
        Process make = new ProcessBuilder("mkfifo", folder.resolve("a.txt").toString()).start();
        Assumptions.assumeTrue(make.waitFor(1, TimeUnit.MINUTES) && make.exitValue() == 0, "skipped: no mkfifo here");
        write("b.txt");
        assertThat(files()).containsExactly("b.txt");
        assertThat(notes()).containsExactly("WARNING a.txt: not indexed: a pipe or device, not a file");
    }

    @Test
    void aFileOfTheCatalogueThatIsNotThereIsReported() throws Exception {
        Texts.write(folder, "catalog.yaml", "documents:\n  - {id: eels, file: a.txt}\n");
        assertThat(notes())
                .containsExactly(
                        "WARNING a.txt: the catalogue names this file for \"eels\", but it is not in the collection");
    }

    @Test
    void aDigestStandsInWhileItsOriginalIsAbsent() throws Exception {
        Texts.write(folder, "catalog.yaml", "documents:\n  - {id: eels, file: a.txt, digest: {file: d.md}}\n");
        write("d.md");
        assertThat(files()).containsExactly("d.md");
        assertThat(open().files().getFirst().entry()).map(Catalogue.Entry::id).contains("eels");
        write("a.txt");
        assertThat(files()).containsExactly("a.txt");
        assertThat(notes()).isEmpty();
    }

    @Test
    void aCatalogueThatIsNamedGoesBeforeTheOneInTheFolder(@TempDir Path elsewhere) throws Exception {
        Texts.write(folder, "catalog.yaml", "documents:\n  - {id: here, file: a.txt}\n");
        Path named = Texts.write(elsewhere, "other.yaml", "documents:\n  - {id: there, file: a.txt}\n");
        write("a.txt");
        Collection collection = Collection.open(folder, Optional.of(named));
        assertThat(collection.files().getFirst().entry())
                .map(Catalogue.Entry::id)
                .contains("there");
        assertThat(collection.catalogueFile()).contains(named);
    }

    @Test
    void oneFileIsACollectionToo() throws Exception {
        write("a.jsonl", "b.txt");
        Collection collection = Collection.open(folder.resolve("a.jsonl"), Optional.empty());
        assertThat(collection.files()).extracting(SourceFile::relative).containsExactly("a.jsonl");
        assertThat(collection.home()).isEqualTo(folder);
    }

    @Test
    void aRootThatIsNotThereOrNoCollectionIsRefused() {
        assertThatThrownBy(() -> Collection.open(folder.resolve("none"), Optional.empty()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder.resolve("none") + ": there is no such folder or file");
        Path image = Texts.write(folder, "a.png", "x");
        assertThatThrownBy(() -> Collection.open(image, Optional.empty()))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessageContaining("neither a folder nor one of .txt");
    }

    private Metadata listed(String file) throws Exception {
        return open().files().stream()
                .filter(each -> each.relative().equals(file))
                .findFirst()
                .orElseThrow()
                .listed();
    }

    @Test
    void aFaultOfTheTableEndsNoRun() throws Exception {
        write("a.txt", "b.txt");
        Texts.write(folder, "metadata.csv", "file,date,title\na.txt,May,Eels\nb.txt,1987,Weir\n");
        assertThat(notes()).singleElement().asString().startsWith("WARNING metadata.csv:2: \"May\" is no date: ");
        assertThat(listed("a.txt").title()).isEqualTo("Eels");
        assertThat(listed("b.txt").date().edtf()).isEqualTo("1987");
    }

    @Test
    void aRowWithoutAFileIsToldWithTheFileThatIsNearest() throws Exception {
        write("eels.txt", "old/Weir.html", "lea.txt", "README.md");
        Texts.write(folder, "photo.jpg", "x");
        Texts.write(
                folder,
                "metadata.csv",
                "file\neel.txt\nweir.html\nlost-lantern.txt\nlea\nREADME.md\nphoto.jpg\n../outside.txt\n");
        assertThat(notes().stream().filter(note -> note.contains("metadata.csv")))
                .containsExactly(
                        "WARNING metadata.csv:2: the file \"eel.txt\" is not in the collection. Did you mean "
                                + "\"eels.txt\"?",
                        "WARNING metadata.csv:3: the file \"weir.html\" is not in the collection. Did you mean "
                                + "\"old/Weir.html\"?",
                        "WARNING metadata.csv:4: the file \"lost-lantern.txt\" is not in the collection.",
                        "WARNING metadata.csv:5: the file \"lea\" is not in the collection. Did you mean \"lea.txt\"?",
                        "WARNING metadata.csv:6: the file \"README.md\" is there, but no document of the collection",
                        "WARNING metadata.csv:7: the file \"photo.jpg\" is there, but no document of the collection",
                        "WARNING metadata.csv:8: the file \"../outside.txt\" is not in the collection.");
    }

    @Test
    void aFileMayBeNamedWithOtherSlashesOrLettersComposedOtherwise() throws Exception {
        write("old/weir.txt", "caf\u00E9.txt");
        Texts.write(folder, "metadata.csv", "file,title\n.\\old\\weir.txt,Weir\ncafe\u0301.txt,Café\n");
        assertThat(notes()).isEmpty();
        assertThat(listed("old/weir.txt").title()).isEqualTo("Weir");
        assertThat(listed("caf\u00E9.txt").title()).isEqualTo("Café");
    }

    @Test
    void aFileThatIsNamedInTwoWaysStandsThereTwice() throws Exception {
        write("old/weir.txt");
        Texts.write(folder, "metadata.csv", "file,title\nold/weir.txt,One\nold\\weir.txt,Two\n");
        assertThat(notes())
                .containsExactly(
                        "WARNING metadata.csv:3: the file \"old\\weir.txt\" stands here twice, first in line 2; "
                                + "the row is left out");
        assertThat(listed("old/weir.txt").title()).isEqualTo("One");
    }

    @Test
    void aRowMaySpeakOfOneDocumentOfAFile() throws Exception {
        write("a.jsonl");
        Texts.write(
                folder, "metadata.csv", "file,source,stance\na.jsonl,Gazette,for\na.jsonl#2,,against\nb.jsonl#1,,\n");
        SourceFile file = open().files().getFirst();
        assertThat(file.listed("#1").stance()).isEqualTo("for");
        assertThat(file.listed("#2").stance()).isEqualTo("against");
        assertThat(file.listed("#2").source()).isEqualTo("Gazette");
        assertThat(notes()).hasSize(1);
    }

    @Test
    void aPatternSpeaksOfManyFilesAndTheLaterOneCounts() throws Exception {
        write("a.txt", "mill/b.txt", "mill/old/c.txt");
        Texts.write(folder, "catalog.yaml", """
                documents:
                  - files: "**"
                    language: en
                    source: Gazette
                  - files: [mill/**, weir/*]
                    source: Mill
                    fields: {river: Lea}
                  - {files: "*.md", source: None}
                """);
        assertThat(listed("a.txt").source()).isEqualTo("Gazette");
        Metadata old = listed("mill/old/c.txt");
        assertThat(old.source()).isEqualTo("Mill");
        assertThat(old.language()).isEqualTo("en");
        assertThat(old.fields()).isEqualTo(Map.of("river", List.of("Lea")));
        assertThat(notes())
                .containsExactly(
                        "WARNING catalog.yaml:5: no file fits the pattern \"weir/*\".",
                        "WARNING catalog.yaml:8: no file fits the pattern \"*.md\". In folders it is \"**/*.md\".");
    }

    @Test
    void aRowOfTheTableGoesBeforeAPatternAndWhatItOnlyGuessedBehindIt() throws Exception {
        write("a.txt", "b.txt");
        Texts.write(folder, "catalog.yaml", "documents:\n  - {files: \"*.txt\", source: Mill, stance: for}\n");
        Texts.write(
                folder,
                "metadata.csv",
                "file,source,stance,title,guessed\na.txt,Gazette,,Eels,\nb.txt,Letters,against,Weir,\"source, title\"\n");
        assertThat(listed("a.txt").source()).isEqualTo("Gazette");
        assertThat(listed("a.txt").stance()).isEqualTo("for");
        assertThat(listed("b.txt").source()).isEqualTo("Mill");
        assertThat(listed("b.txt").stance()).isEqualTo("against");
        assertThat(listed("b.txt").title()).isEqualTo("Weir");
    }
}
