package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.document.Document;
import wherein.document.Note;
import wherein.format.Packed;

class ArchiveFilesTest {

    @TempDir
    private Path folder;

    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private void read(String name, byte[] content) throws Exception {
        Files.write(folder.resolve(name), content);
        Collection collection = Collection.open(folder, Optional.empty());
        collection.notes().forEach(this::note);
        DocumentReader reader = new DocumentReader(Map.of(), 1 << 20);
        for (SourceFile file : collection.files()) {
            reader.read(file, document -> documents.put(document.id(), document), this::note);
        }
    }

    private void note(Note note) {
        if (!note.message().startsWith("not in the catalogue: ")) {
            notes.add(note.place() + ": " + note.message());
        }
    }

    private static Map<String, byte[]> files(String... namesAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], Packed.bytes(namesAndTexts[i + 1]));
        }
        return files;
    }

    @Test
    void aPatternOfTheCatalogueReachesIntoAnArchive() throws Exception {
        Files.writeString(folder.resolve("catalog.yaml"), """
                documents:
                  - files: "news.zip"
                    stance: ""
                    source: Mill Gazette
                  - files: "news.zip/2021/*.txt"
                    source: The Weir
                  - files: "**/inner.zip/**"
                    language: de
                  - files: "other.zip/*.txt"
                    source: Nobody
                """);
        Map<String, byte[]> files = files("2021/weir.txt", "Eels pass.", "mill.txt", "Otters sleep.");
        files.put("inner.zip", Packed.zip(files("a.txt", "Boats.")));
        read("news.zip", Packed.zip(files));
        assertThat(documents.get("news.zip/2021/weir.txt").metadata().source()).isEqualTo("The Weir");
        assertThat(documents.get("news.zip/mill.txt").metadata().source()).isEqualTo("Mill Gazette");
        assertThat(documents.get("news.zip/inner.zip/a.txt").metadata().language())
                .isEqualTo("de");
        assertThat(notes).containsExactly("catalog.yaml:9: no file fits the pattern \"other.zip/*.txt\".");
    }

    @Test
    void anArchiveIsReadAsAFolder() throws Exception {
        Map<String, byte[]> files = files(
                "2021/weir.txt", "Eels pass.",
                "2021/mill.html", "<html><title>Mill</title><p>Otters sleep.</p></html>",
                "all.jsonl", "{\"id\": \"r1\", \"text\": \"One.\"}\n{\"text\": \"Two.\"}\n{\"id\": \"r3\"}\n",
                "picture.jpg", "JFIF",
                "empty.txt", "");
        read("news.zip", Packed.zip(files));
        assertThat(documents)
                .containsOnlyKeys("news.zip/2021/weir.txt", "news.zip/2021/mill.html", "r1", "news.zip/all.jsonl#2");
        assertThat(documents.values()).allMatch(document -> document.file().equals("news.zip"));
        assertThat(documents.get("news.zip/2021/mill.html").metadata().title()).isEqualTo("Mill");
        assertThat(notes).hasSize(3);
        assertThat(notes.get(0)).startsWith("news.zip/all.jsonl:3: not indexed: expected an object");
        assertThat(notes.get(1)).startsWith("news.zip/picture.jpg: not indexed: a picture");
        assertThat(notes.get(2)).isEqualTo("news.zip/empty.txt: not indexed: it is empty");
    }

    @Test
    void theTableSpeaksOfFilesInAnArchive() throws Exception {
        Files.writeString(
                folder.resolve("metadata.csv"),
                "file,source,date\nnews.tar.gz/a.txt,Eel Post,2021\nnews.tar.gz,Mill Gazette,\nnews.tar.gz/c.txt,X,\n");
        read("news.tar.gz", Packed.gzip(Packed.tar(files("a.txt", "Eels pass.", "b.txt", "Otters sleep."))));
        assertThat(documents.get("news.tar.gz/a.txt").metadata().source()).isEqualTo("Eel Post");
        assertThat(documents.get("news.tar.gz/a.txt").metadata().date().edtf()).isEqualTo("2021");
        assertThat(documents.get("news.tar.gz/b.txt").metadata().source()).isEqualTo("Mill Gazette");
        assertThat(notes)
                .singleElement()
                .asString()
                .contains("metadata.csv names \"news.tar.gz/c.txt\", but the file has no such document");
    }

    @Test
    void theCatalogueSpeaksOfFilesInAnArchive() throws Exception {
        Files.writeString(folder.resolve("catalog.yaml"), """
                documents:
                  - {file: news.zip/a.txt, id: eels, title: Eels}
                  - {file: news.zip, source: Mill Gazette}
                  - {file: "news.zip/all.jsonl#1", source: Eel Post}
                  - {file: news.zip/none.txt}
                  - {file: other.zip/none.txt}
                """);
        read("news.zip", Packed.zip(files("a.txt", "Eels pass.", "all.jsonl", "{\"text\": \"Otters.\"}")));
        assertThat(documents).containsOnlyKeys("eels", "news.zip/all.jsonl#1");
        assertThat(documents.get("eels").metadata().title()).isEqualTo("Eels");
        assertThat(documents.get("eels").metadata().source()).isEqualTo("Mill Gazette");
        assertThat(documents.get("news.zip/all.jsonl#1").metadata().source()).isEqualTo("Eel Post");
        assertThat(notes).hasSize(2);
        assertThat(notes.get(0)).startsWith("other.zip/none.txt: the catalogue names this file");
        assertThat(notes.get(1))
                .isEqualTo("news.zip: the catalogue names \"news.zip/none.txt\", but the file has no such document");
    }

    @Test
    void aFileThatIsButCompressedIsThatFile() throws Exception {
        read("weir.txt.gz", Packed.gzip(Packed.bytes("---\ntitle: Eels\nlang: english, of a kind\n---\nEels pass.")));
        assertThat(documents).containsOnlyKeys("weir.txt.gz");
        assertThat(documents.get("weir.txt.gz").text()).isEqualTo("Eels pass.");
        documents.clear();
        read("all.csv.gz", Packed.gzip(Packed.bytes("id,text\nr1,One.\n,Two.\n")));
        assertThat(documents).containsOnlyKeys("weir.txt.gz", "r1", "all.csv.gz#3");
        documents.clear();
        read("picture.jpg.gz", Packed.gzip(Packed.bytes("JFIF")));
        assertThat(notes).anyMatch(note -> note.startsWith("picture.jpg.gz: not indexed: a picture"));
    }

    @Test
    void archivesInArchivesAreReadToADepth() throws Exception {
        byte[] inner = Packed.zip(files("deep.txt", "Eels."));
        for (int i = 3; i > 0; i--) {
            Map<String, byte[]> files = files("a.txt", "Level " + i);
            files.put("in.zip", inner);
            inner = Packed.zip(files);
        }
        read("out.zip", inner);
        assertThat(documents).containsOnlyKeys("out.zip/a.txt", "out.zip/in.zip/a.txt", "out.zip/in.zip/in.zip/a.txt");
        assertThat(notes)
                .containsExactly("out.zip/in.zip/in.zip/in.zip: not indexed: more than 3 archives lie in one another; "
                        + "unpack it into the folder");
    }

    @Test
    void anArchiveInAnArchiveHasNoMoreToSpend() throws Exception {
        Map<String, byte[]> files = files("a.txt", "Eels.");
        files.put("bomb.zip", Packed.zip(Map.of("b.txt", new byte[40 << 20])));
        files.put("c.txt", Packed.bytes("Otters."));
        read("out.zip", Packed.zip(files));
        assertThat(documents).containsOnlyKeys("out.zip/a.txt");
        assertThat(notes).hasSize(2).allMatch(note -> note.contains("more than 100 times its size"));
    }
}
