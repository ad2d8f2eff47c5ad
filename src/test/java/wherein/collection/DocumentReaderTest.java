package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteKind;
import wherein.document.Texts;
import wherein.time.EdtfDate;

class DocumentReaderTest {

    private static final String PROSE = Texts.prose(100, 30);

    @TempDir
    Path folder;

    private final List<Document> documents = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private void read(String name, String content) throws Exception {
        read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private void read(String name, byte[] content) throws Exception {
        Texts.write(folder, name, content);
        read(1 << 20);
    }

    /** Reads the whole folder. */
    private void read(long maxDocument) throws Exception {
        Collection collection = Collection.open(folder, Optional.empty());
        collection.notes().forEach(this::note);
        DocumentReader reader = new DocumentReader(collection.catalogue().stances(), maxDocument);
        collection.files().forEach(file -> reader.read(file, documents::add, this::note));
    }

    private void note(Note note) {
        if (!note.message().startsWith("not in the catalogue: ")) {
            notes.add(note.severity() + " " + note.place() + ": " + note.message());
        }
    }

    private Document only() {
        assertThat(documents).hasSize(1);
        return documents.getFirst();
    }

    private static Metadata said(String title, String source, String author, String date, String language) {
        return new Metadata(
                title,
                source,
                author.isEmpty() ? List.of() : List.of(author),
                EdtfDate.parse(date),
                "",
                language,
                "",
                Map.of());
    }

    @Test
    void aTextIsItsFileUnderItsPath() throws Exception {
        read("sub/weir.txt", "\n" + PROSE + "\r\n\r\nEnd.\n");
        assertThat(only().id()).isEqualTo("sub/weir.txt");
        assertThat(only().file()).isEqualTo("sub/weir.txt");
        assertThat(only().text()).isEqualTo("\n" + PROSE + "\r\n\r\nEnd.\n");
        assertThat(notes).isEmpty();
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsTold() throws Exception {
        Path file = Texts.write(folder, "weir.txt", PROSE);
        List<Note> told = new ArrayList<>();
        SourceFile source = new SourceFile(
                file, "weir.txt", Optional.empty(), Optional.empty(), said("", "Mill Gazette", "", "", ""));
        new DocumentReader(Map.of(), 1 << 20).read(source, documents::add, told::add);
        assertThat(told)
                .containsExactly(new Note(
                        NoteKind.UNDESCRIBED,
                        List.of("date", "stance"),
                        "weir.txt",
                        0,
                        "not in the catalogue: indexed with unknown date, stance"));
    }

    @Test
    void frontMatterIsMetadataAndNoText() throws Exception {
        read("weir.md", """
                ---
                id: the-weir
                title: The weir
                source: Mill Gazette
                author: Anna Fjord
                date: 1987-05
                language: en
                fields: {river: Tarn}
                ---
                # Of water

                Eels pass by night.
                """);
        Map<String, String> origins = new TreeMap<>();
        for (String field : List.of("title", "source", "author", "date", "language", "river")) {
            origins.put(field, "front matter");
        }
        assertThat(only())
                .isEqualTo(new Document(
                        "the-weir",
                        "weir.md",
                        "# Of water\n\nEels pass by night.\n",
                        new Metadata(
                                "The weir",
                                "Mill Gazette",
                                List.of("Anna Fjord"),
                                EdtfDate.parse("1987-05"),
                                "",
                                "en",
                                "",
                                Map.of("river", List.of("Tarn"))),
                        List.of(),
                        only().regions(),
                        List.of(),
                        origins,
                        List.of()));
        assertThat(notes).isEmpty();
    }

    @Test
    void aTextMayHaveFrontMatterToo() throws Exception {
        read("weir.txt", "\uFEFF---\r\ntitle: The weir\r\n...\r\nEels pass.\r\n");
        assertThat(only().text()).isEqualTo("Eels pass.\r\n");
        assertThat(only().metadata().title()).isEqualTo("The weir");
    }

    @Test
    void faultsOfFrontMatterAreToldWithTheirLinesAndLeftOut() throws Exception {
        read("weir.md", "---\ntitel: The weir\ndate: 2022-13\nsource: Mill Gazette\n---\n" + PROSE + "\n");
        assertThat(only().metadata().source()).isEqualTo("Mill Gazette");
        assertThat(only().metadata().date()).isEqualTo(EdtfDate.UNKNOWN);
        assertThat(notes)
                .containsExactly(
                        "WARNING weir.md:2: in its front matter: unknown key \"titel\"; known here: author, date, "
                                + "fields, id, lang, language, source, stance, title, url. Did you mean \"title\"?",
                        "WARNING weir.md:3: in its front matter: \"2022-13\" is no date: expected a month from 01 to "
                                + "12, or a season from 21 to 24");
    }

    @Test
    void frontMatterThatIsNoYamlIsToldWithItsLine() throws Exception {
        read("weir.md", "---\ntitle: The weir\nsource: \"Mill\n---\n" + PROSE + "\n");
        assertThat(only().text()).isEqualTo(PROSE + "\n");
        assertThat(notes)
                .singleElement()
                .asString()
                .matches("WARNING weir.md:[34]: in its front matter: this is no YAML: .*");
    }

    @ParameterizedTest
    @CsvSource({
        "'---\\nEels pass.\\n---\\nBy night.\\n'",
        "'---\\ntitle: open to the end\\n'",
        "'----\\na: b\\n---\\n'",
        "'--- a: b\\n---\\nx'"
    })
    void aTextThatOnlyBeginsWithDashesHasNoFrontMatter(String escaped) throws Exception {
        String text = escaped.replace("\\n", "\n");
        read("weir.txt", text);
        assertThat(only().text()).isEqualTo(text);
        assertThat(notes).isEmpty();
    }

    @Test
    void anIdThatNoDocumentMayHaveIsToldAndThePathTaken() throws Exception {
        read("weir.md", "---\nid: \"a\\tb\"\n---\n" + PROSE);
        assertThat(only().id()).isEqualTo("weir.md");
        assertThat(notes)
                .containsExactly("WARNING weir.md: an id has no control characters: \"a?b\"; its path is taken "
                        + "as the id instead");
    }

    @Test
    void theTitleOfMarkdownIsItsFirstHeading() throws Exception {
        read("weir.md", "\n# The *weir* #\n\n" + PROSE);
        assertThat(only().metadata().title()).isEqualTo("The weir");
    }

    @Test
    void aPageIsItsWordsAndWhatItSaysOfItself() throws Exception {
        read("weir.html", """
                <!doctype html><html lang="en"><head><title>Weir - Gazette</title>
                <meta property="og:title" content="The weir">
                <meta property="og:site_name" content="Mill Gazette">
                <meta name="author" content="Anna Fjord">
                <meta property="article:published_time" content="1987-05-02T10:00:00Z">
                <link rel="canonical" href="https://mill.example/weir"><style>p {color: red}</style></head>
                <body><nav><a href="/">Home</a> <a href="/x">More</a></nav>
                <h1>The <em>weir</em></h1>
                <p>Eels &amp; otters pass\n   by&nbsp;night<br>and day.</p><script>var x = "no";</script>
                <ul><li>Mend it</li><li>Mind it</li></ul>
                <blockquote><p>We saw them.</p></blockquote>
                <figure><img src="x.png"><figcaption>An eel</figcaption></figure>
                <div hidden>Not this</div><table><tr><td>One</td><td>Two</td></tr></table>
                <footer>Imprint</footer></body></html>
                """);
        assertThat(only().text())
                .isEqualTo("Home More\n\nThe weir\n\nEels & otters pass by\u00A0night\nand day.\n\nMend it\n\nMind it"
                        + "\n\nWe saw them.\n\nAn eel\n\nOne\n\nTwo\n\nImprint\n\n");
        assertThat(only().metadata())
                .isEqualTo(new Metadata(
                        "The weir",
                        "Mill Gazette",
                        List.of("Anna Fjord"),
                        EdtfDate.parse("1987-05-02"),
                        "",
                        "en",
                        "https://mill.example/weir",
                        Map.of()));
        assertThat(Texts.passages(only()))
                .containsExactly(
                        "boilerplate: Home More",
                        "heading: The weir",
                        "prose: Eels & otters pass by\u00A0night\nand day.",
                        "list: Mend it\n\nMind it",
                        "quote: We saw them.",
                        "caption: An eel",
                        "prose: One\n\nTwo",
                        "boilerplate: Imprint");
    }

    @Test
    void aPageInTheEncodingThatItDeclaresIsRead() throws Exception {
        String html = "<html><head><meta charset=\"windows-1251\"></head><body><p>Ёж</p></body></html>";
        read("mill.html", html.getBytes(Charset.forName("windows-1251")));
        assertThat(only().text()).isEqualTo("Ёж\n\n");
    }

    @Test
    void aPageWithoutWordsIsEmpty() throws Exception {
        read("weir.html", "<html><body><script>let x = 1;</script><img src=x></body></html>");
        assertThat(notes).containsExactly("ERROR weir.html: not indexed: it is empty");
    }

    @Test
    void eachRecordIsADocument() throws Exception {
        read("all.jsonl", """
                {"id": "a", "text": "Eels pass by night.", "title": "Eels", "source": "Mill Gazette", "author": ["Anna Fjord", "Ivo Tarn"], "date": "1987-05", "language": "en", "url": "https://mill.example/a"}

                {"text": "Otters.", "lang": "en", "author": "Anna Fjord", "date": null, "river": ["Tarn", "Lea"], "page": 7, "found": true}
                """);
        assertThat(documents)
                .containsExactly(
                        new Document(
                                "a",
                                "all.jsonl",
                                "Eels pass by night.",
                                new Metadata(
                                        "Eels",
                                        "Mill Gazette",
                                        List.of("Anna Fjord", "Ivo Tarn"),
                                        EdtfDate.parse("1987-05"),
                                        "",
                                        "en",
                                        "https://mill.example/a",
                                        Map.of()),
                                List.of(),
                                List.of()),
                        new Document(
                                "all.jsonl#3",
                                "all.jsonl",
                                "Otters.",
                                new Metadata(
                                        "",
                                        "",
                                        List.of("Anna Fjord"),
                                        EdtfDate.UNKNOWN,
                                        "",
                                        "en",
                                        "",
                                        Map.of(
                                                "river", List.of("Tarn", "Lea"),
                                                "page", List.of("7"),
                                                "found", List.of("true"))),
                                List.of(),
                                List.of()));
        assertThat(notes).isEmpty();
    }

    @Test
    void aBadRecordIsToldWithItsLineAndTheRestIsRead() throws Exception {
        read("all.jsonl", """
                {"id": "a", "text": "One."}
                {"id": "b", "text": "Two.
                ["no", "object"]
                {"id": "c"}
                {"id": "d", "text": " "}
                {"id": "e", "text": "Three."} {"id": "f", "text": "Four."}
                {"id": "g\\u0007", "text": "Five."}
                {"id": "h", "text": 6}
                {"id": "i", "text": "Seven."}""");
        assertThat(documents).extracting(Document::id).containsExactly("a", "i");
        String form = "not indexed: expected an object with a \"text\", such as {\"id\": \"a\", \"text\": \"…\"}";
        assertThat(notes).hasSize(7);
        assertThat(notes.get(0)).startsWith("ERROR all.jsonl:2: not indexed: no JSON: ");
        assertThat(notes.get(1)).isEqualTo("ERROR all.jsonl:3: " + form);
        assertThat(notes.get(2)).isEqualTo("ERROR all.jsonl:4: " + form);
        assertThat(notes.get(3)).isEqualTo("ERROR all.jsonl:5: not indexed: its text is empty");
        assertThat(notes.get(4)).startsWith("ERROR all.jsonl:6: not indexed: no JSON: ");
        assertThat(notes.get(5)).isEqualTo("ERROR all.jsonl:7: not indexed: an id has no control characters: \"g?\"");
        assertThat(notes.get(6)).isEqualTo("ERROR all.jsonl:8: " + form);
    }

    @Test
    void aBadValueOfARecordIsToldAndLeftOut() throws Exception {
        Texts.write(folder, "catalog.yaml", "stances: {for: yes}\n");
        read(
                "all.jsonl",
                "{\"id\": \"a\", \"text\": \"One.\", \"lang\": \"en\", \"date\": \"May\", \"stance\": \"fro\", "
                        + "\"country\": \"x\", \"deep\": {\"a\": 1}}\n");
        assertThat(only().metadata()).isEqualTo(Texts.metadata("en"));
        assertThat(notes).hasSize(4).allMatch(note -> note.startsWith("WARNING all.jsonl:1: "));
    }

    @Test
    void aRecordOverTheMaximumIsToldAndTheRestIsRead() throws Exception {
        Texts.write(
                folder,
                "all.jsonl",
                "{\"text\": \"" + "x".repeat(5_000) + "\"}\n{\"id\": \"b\", \"text\": \"Two.\"}\n");
        read(4_000);
        assertThat(documents).extracting(Document::id).containsExactly("b");
        assertThat(notes).singleElement().asString().startsWith("ERROR all.jsonl:1: not indexed: more than ");
    }

    @Test
    void aRecordOfTwentyTwoMegabytesIsRead() throws Exception {
        Texts.write(
                folder,
                "all.jsonl",
                "{\"id\": \"b\", \"lang\": \"en\", \"text\": \"" + "word ".repeat(9 << 19) + "\"}\n");
        read(DocumentReader.MAX_DOCUMENT);
        assertThat(notes).isEmpty();
        assertThat(only().text()).hasSize(45 << 19);
    }

    @Test
    void aRecordThatIsNotSoundUtf8IsTold() throws Exception {
        read("all.jsonl", "{\"id\": \"a\", \"text\": \"Мельница\"}\n".getBytes(Charset.forName("windows-1251")));
        assertThat(notes).singleElement().asString().startsWith("WARNING all.jsonl:1: not sound UTF-8: ");
    }

    @Test
    void theCatalogueSpeaksForAFileOfRecordsToo() throws Exception {
        Texts.write(folder, "catalog.yaml", "documents:\n  - {file: all.jsonl, source: Mill Gazette, date: 1987}\n");
        read("all.jsonl", "{\"id\": \"a\", \"text\": \"One.\", \"lang\": \"en\", \"source\": \"Eel Post\"}\n");
        assertThat(only())
                .isEqualTo(new Document(
                        "a", "all.jsonl", "One.", said("", "Mill Gazette", "", "1987", "en"), List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({"weir.txt", "weir.md", "weir.html", "weir.jsonl"})
    void anEmptyFileIsTold(String name) throws Exception {
        read(name, name.endsWith("l") ? "" : " \n");
        assertThat(documents).isEmpty();
        assertThat(notes).containsExactly("ERROR " + name + ": not indexed: it is empty");
    }

    @Test
    void aFileOverTheMaximumIsTold() throws Exception {
        Texts.write(folder, "weir.txt", "x".repeat((2 << 20) + 1));
        read(2 << 20);
        assertThat(notes)
                .containsExactly("ERROR weir.txt: not indexed: it has 2 MB, more than the 2 MB that a text may "
                        + "have; split it, or see --max-document");
    }

    @Test
    void aBinaryFileIsTold() throws Exception {
        read("weir.txt", new byte[] {1, 0, 2, 3});
        assertThat(notes).singleElement().asString().startsWith("ERROR weir.txt: not indexed: binary: ");
    }

    @Test
    void aFileThatIsNotThereAnyMoreIsTold() throws Exception {
        Files.createSymbolicLink(folder.resolve("weir.txt"), folder.resolve("nowhere"));
        read(1 << 20);
        assertThat(documents).isEmpty();
        assertThat(notes).singleElement().asString().startsWith("ERROR weir.txt: not indexed: ");
    }

    @Test
    void theCatalogueGoesBeforeFrontMatterBeforeTheTableBeforeWhatThePageSays() throws Exception {
        Texts.write(folder, "catalog.yaml", "documents:\n  - {file: a.md, title: of catalogue}\n");
        Texts.write(
                folder,
                "metadata.csv",
                "file,title,source,author,language\na.md,of table,of table,of table,en\n" + "b.html,of table,,,en\n");
        Texts.write(folder, "a.md", "---\ntitle: of front matter\nsource: of front matter\n---\n# Of text\n\n" + PROSE);
        Texts.write(folder, "b.html", "<title>of page</title><p>Eels pass.");
        read(1 << 20);
        assertThat(documents)
                .extracting(Document::metadata)
                .containsExactly(
                        said("of catalogue", "of front matter", "of table", "", "en"),
                        said("of table", "", "", "", "en"));
    }

    @Test
    void linesOfTheCatalogueThatTheFileDoesNotHaveAreTold() throws Exception {
        Texts.write(folder, "catalog.yaml", """
                documents:
                  - file: weir.txt
                    language: en
                    boilerplate: [1, 9]
                    parts:
                      - {lines: 3-4, source: Eel Post}
                """);
        read("weir.txt", "Menu\n\nEels pass.");
        assertThat(only().parts()).isEmpty();
        assertThat(only().regions()).hasSize(1);
        assertThat(notes)
                .containsExactly(
                        "WARNING weir.txt:3: the catalogue names lines 3 to 4, the text has lines 1 to 3; left out",
                        "WARNING weir.txt:9: the catalogue names lines 9 to 9, the text has lines 1 to 3; left out");
    }

    @Test
    void runsOfBoilerplateThatOverlapAreAllBoilerplate() throws Exception {
        Texts.write(
                folder, "catalog.yaml", "documents:\n  - {file: weir.txt, language: en, boilerplate: [1-2, 2-3]}\n");
        read("weir.txt", "Home\nMore\nImprint\n" + PROSE);
        assertThat(Texts.passages(only())).containsExactly("boilerplate: Home\nMore\nImprint", "prose: " + PROSE);
    }

    @Test
    void linesAreThoseOfTheFileThoughFrontMatterStandsBefore() throws Exception {
        Texts.write(
                folder,
                "catalog.yaml",
                "documents:\n  - file: weir.txt\n    parts:\n      - {lines: 5, source: Eel Post}\n");
        read("weir.txt", "---\ntitle: Weir\n---\nFirst.\nSecond.\nThird.");
        assertThat(only().parts().getFirst().span().in(only().text())).isEqualTo("Second.");
    }

    @Test
    void aPartHasTheFieldsOfItsDocumentAndNothingElseOfIt() throws Exception {
        Texts.write(folder, "catalog.yaml", """
                documents:
                  - file: weir.txt
                    author: Anna Fjord
                    source: Mill Gazette
                    fields: {river: Tarn}
                    parts:
                      - {lines: 2, source: Eel Post}
                """);
        read("weir.txt", "First.\nSecond.");
        assertThat(only().parts().getFirst().metadata())
                .isEqualTo(new Metadata(
                        "", "Eel Post", List.of(), EdtfDate.UNKNOWN, "", "", "", Map.of("river", List.of("Tarn"))));
    }

    @Test
    void aPdfIsItsTextTitleAndAuthor() throws Exception {
        try (PDDocument pdf = pdf("Eels pass the weir by night.")) {
            pdf.getDocumentInformation().setTitle("The  weir");
            pdf.getDocumentInformation().setAuthor("Anna Fjord");
            pdf.save(folder.resolve("weir.pdf").toFile());
        }
        read(1 << 20);
        assertThat(only().text().strip()).isEqualTo("Eels pass the weir by night.");
        assertThat(only().metadata().title()).isEqualTo("The weir");
        assertThat(only().metadata().author()).containsExactly("Anna Fjord");
    }

    @Test
    void aPdfWithAPasswordABrokenOneAndOneWithoutTextAreTold() throws Exception {
        try (PDDocument pdf = pdf("Eels")) {
            pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            pdf.save(folder.resolve("a.pdf").toFile());
        }
        Texts.write(folder, "b.pdf", "%PDF-1.7\nEels pass by night.");
        Texts.write(folder, "c.pdf", "");
        try (PDDocument pdf = pdf("")) {
            pdf.save(folder.resolve("d.pdf").toFile());
        }
        read(1 << 20);
        assertThat(documents).isEmpty();
        assertThat(notes)
                .containsExactly(
                        "ERROR a.pdf: not indexed: an encrypted PDF, which asks for a password; save it without one",
                        "ERROR b.pdf: not indexed: a damaged PDF: it ends in the middle; get it anew, or open it in a viewer and print it to a new PDF",
                        "ERROR c.pdf: not indexed: it is empty",
                        "ERROR d.pdf: not indexed: a PDF without text, perhaps scanned pages; index with --ocr, where tesseract is installed");
    }

    @Test
    void aPdfOfMoreTextThanTheMaximumIsTold() throws Exception {
        try (PDDocument pdf = pdf("Eels pass the weir by night and otters by day.")) {
            pdf.save(folder.resolve("weir.pdf").toFile());
        }
        read(20);
        assertThat(notes)
                .singleElement()
                .asString()
                .startsWith("ERROR weir.pdf: not indexed: its text is longer than 20 bytes");
    }

    private static PDDocument pdf(String line) throws IOException {
        PDDocument pdf = new PDDocument();
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
            content.newLineAtOffset(72, 700);
            content.showText(line);
            content.endText();
        }
        return pdf;
    }
}
