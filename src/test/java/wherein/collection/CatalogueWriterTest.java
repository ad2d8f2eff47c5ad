package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;
import wherein.document.Document;
import wherein.document.Note;
import wherein.document.Texts;
import wherein.format.UnreadableException;

class CatalogueWriterTest {

    private static final String EELS = "Eels pass the weir by night, and nobody counts them before the morning comes.";

    @TempDir
    Path folder;

    private final List<Note> notes = new ArrayList<>();

    private String table() throws Exception {
        return table(folder);
    }

    private String table(Path root) throws Exception {
        CatalogueWriter writer =
                CatalogueWriter.of(root, Optional.empty(), false, Optional.empty(), DocumentReader.MAX_DOCUMENT);
        notes.addAll(writer.notes());
        StringBuilder out = new StringBuilder();
        int rows = writer.write(out, writer.delimiter().orElse(','), notes::add);
        assertThat(out.charAt(0)).isEqualTo('\uFEFF');
        String text = out.substring(1);
        assertThat(rows).isLessThan((int) text.lines().count());
        return text.replace("\r\n", "\n");
    }

    private static List<Document> documents(Path root) throws Exception {
        Collection collection = Collection.open(root, Optional.empty());
        List<Document> documents = new ArrayList<>();
        DocumentReader reader = new DocumentReader(collection.catalogue().stances(), DocumentReader.MAX_DOCUMENT);
        collection.files().forEach(file -> reader.read(file, documents::add, note -> {}));
        return documents.stream()
                .map(each -> new Document(
                        each.id(), each.file(), each.text(), each.metadata(), each.parts(), each.regions()))
                .toList();
    }

    @Test
    void aRowSaysWhatIsKnownAndNamesWhatWasGuessed() throws Exception {
        Texts.write(folder, "catalog.yaml", """
                documents:
                  - {file: b.txt, title: Weir, date: 1987-05, author: [Anna Fjord, Ivo Tarn]}
                  - {files: "*.md", source: Mill, fields: {river: Lea}}
                """);
        Texts.write(folder, "a.md", "---\ntitle: Eels\n---\n" + EELS);
        Texts.write(folder, "b.txt", EELS);
        Texts.write(folder, "c.md", "# Night\n\n" + EELS);
        assertThat(table()).isEqualTo("""
                file,title,source,author,date,stance,language,url,river,guessed
                a.md,Eels,Mill,,,,en,,Lea,source (catalog.yaml); language (its words); river (catalog.yaml)
                b.txt,Weir,,Anna Fjord; Ivo Tarn,1987-05,,en,,,language (its words)
                c.md,Night,Mill,,,,en,,Lea,title (its heading); source (catalog.yaml); language (its words); \
                river (catalog.yaml)
                """);
    }

    @Test
    void whatStandsInTheTableIsKeptAndOnlyEmptyCellsAreFilled() throws Exception {
        Texts.write(folder, "a.md", "# Night\n\n" + EELS);
        Texts.write(folder, "b.md", "# Day\n\n" + EELS);
        Texts.write(folder, "c.md", "# Noon\n\n" + EELS);
        Texts.write(folder, "metadata.csv", """
                File;country;Published;Title;guessed
                c.md;x;03/04/2023;;
                lost.md;;May;"Lost; found";
                a.md;;;Dusk;title (its heading)
                c.md;twice;;;
                """);
        assertThat(table()).isEqualTo("""
                File;country;Published;Title;guessed;source;author;stance;language;url
                c.md;x;03/04/2023;Noon;"title (its heading); language (its words)";;;;en;
                a.md;;;Dusk;"title (its heading); language (its words)";;;;en;
                b.md;;;Day;"title (its heading); language (its words)";;;;en;
                lost.md;;May;"Lost; found";;;;;;
                c.md;twice;;;;;;;;
                """);
    }

    @Test
    void writtenAgainItIsTheSame() throws Exception {
        Texts.write(folder, "a.md", "# Night, \"late\"\n\n" + EELS);
        Texts.write(folder, "b.txt", EELS);
        String first = table();
        Texts.write(folder, "metadata.csv", first);
        assertThat(table()).isEqualTo(first);
    }

    @Test
    void whatWouldBeAFormulaIsKeptFromBeingOne() throws Exception {
        Texts.write(folder, "=1+1.md", "# =HYPERLINK(1)\n\n" + EELS);
        assertThat(table()).contains("\n'=1+1.md,'=HYPERLINK(1),");
    }

    @Test
    void recordsShareTheRowOfTheirFile() throws Exception {
        Texts.write(
                folder,
                "a.jsonl",
                "{\"text\":\"" + EELS + "\",\"title\":\"One\"}\n{\"text\":\"" + EELS + "\",\"title\":\"Two\"}\n");
        Texts.write(folder, "metadata.csv", "file,title\na.jsonl#2,Second\n");
        assertThat(table()).isEqualTo("""
                file,title,source,author,date,stance,language,url,guessed
                a.jsonl,,,,,,,,
                a.jsonl#2,Second,,,,,en,,language (its words)
                """);
    }

    @Test
    void aFileInAnArchiveHasARowOfItsOwn() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("a.zip")))) {
            for (Map.Entry<String, String> each : new TreeMap<>(Map.of(
                            "d/b.md", "# Night\n\n" + EELS, "c.jsonl", ("{\"text\":\"" + EELS + "\"}\n").repeat(2)))
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        Texts.write(folder, "metadata.csv", "file,source,stance\na.zip,Mill,\na.zip/c.jsonl,,for\n");
        assertThat(table()).isEqualTo("""
                file,source,stance,title,author,date,language,url,guessed
                a.zip,Mill,,,,,,,
                a.zip/c.jsonl,,for,,,,,,
                a.zip/d/b.md,,,Night,,,en,,title (its heading); language (its words)
                """);
        assertThat(documents(folder))
                .extracting(
                        document -> document.id() + " " + document.metadata().source() + " "
                                + document.metadata().stance())
                .containsExactly("a.zip/c.jsonl#1 Mill for", "a.zip/c.jsonl#2 Mill for", "a.zip/d/b.md Mill ");
        assertThat(notes).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsToldAndHasNoRow() throws Exception {
        Texts.write(folder, "a.txt", "");
        Texts.write(folder, "b.txt", EELS);
        assertThat(table().lines()).hasSize(2);
        assertThat(notes).extracting(Note::file).containsExactly("a.txt");
    }

    @Test
    void aTableThatNamesNoFilesIsNotWrittenOver() {
        Texts.write(folder, "metadata.csv", "name,title\na,b\n");
        assertThatThrownBy(this::table)
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("names no column \"file\"");
    }

    @Test
    void putBesideTheFilesItChangesNothing() {
        Seeded.times(60, random -> {
            Path root = Files.createTempDirectory(folder, "random");
            if (random.nextBoolean()) {
                Texts.write(
                        root,
                        "catalog.yaml",
                        "documents:\n  - {files: \"" + Seeded.one(random, "*", "**", "*.md", "d/*")
                                + "\", source: Mill, fields: {river: [Lea, Tarn]}}\n  - {file: a.md, title: Weir}\n");
            }
            for (String name : List.of("a.md", "b.txt", "d/c.md", "e.html", "f.jsonl")) {
                Texts.write(root, name, text(random, name));
            }
            if (random.nextBoolean()) {
                Texts.write(
                        root,
                        "metadata.csv",
                        "file,title,author,date,guessed\na.md,One,,3/4/23,title\nd/c.md,,\"A; B\",4 March 2023,\n");
            }
            List<Document> before = documents(root);
            String table = table(root);
            Texts.write(root, "metadata.csv", table);
            assertThat(documents(root)).isEqualTo(before);
            assertThat(table(root)).isEqualTo(table);
        });
    }

    private static String text(Random random, String name) {
        String title = Seeded.one(random, "Eels", "Night; day", "=x", "'=x", "\\\"Weir\\\"", "Ночь");
        if (name.endsWith(".html")) {
            return "<html><head><title>" + title + "</title></head><body><p>" + EELS + "</p></body></html>";
        }
        if (name.endsWith(".jsonl")) {
            return "{\"text\":\"" + EELS + "\",\"title\":\"" + title + "\",\"date\":\"2022\"}\n";
        }
        String matter =
                "---\ntitle: \"" + title + "\"\ndate: " + Seeded.one(random, "2022", "2022-05-07/..") + "\n---\n";
        return (random.nextBoolean() ? matter : "") + Seeded.one(random, "# " + title + "\n\n", "") + EELS;
    }
}
