package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hslf.usermodel.HSLFSlide;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.document.Block;

/** A text, sheet or slide of an office suite is read as whoever opens it sees it. */
class OfficeTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasDeletedMovedAwayOrHiddenIsNoPartOfAWordDocument() throws Exception {
        String body = "<w:p><w:r><w:t>Seven </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r>"
                + "<w:moveFrom><w:r><w:t>far </w:t></w:r></w:moveFrom><w:r><w:t>barges.</w:t></w:r></w:p>";
        assertThat(BinaryFiles.read(BinaryFiles.docx(folder, "a.docx", body, Map.of()))
                        .paragraphs())
                .containsExactly("prose: Seven new barges.");
    }

    @Test
    void aParagraphWhoseEndWasDeletedGoesOnInTheNext() throws Exception {
        String body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>"
                + BinaryFiles.paragraph("whole.");
        assertThat(BinaryFiles.read(BinaryFiles.docx(folder, "a.docx", body, Map.of()))
                        .paragraphs())
                .containsExactly("prose: One whole.");
    }

    @Test
    void aFieldIsItsResultAlsoWithinTheCodeOfAnother() throws Exception {
        String begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        String separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        String end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        String body = "<w:p>" + begin + "<w:r><w:instrText>IF </w:instrText></w:r>" + begin
                + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + separate + "<w:r><w:t>9</w:t></w:r>" + end + separate
                + "<w:r><w:t>shown</w:t></w:r>" + end + "</w:p>";
        assertThat(BinaryFiles.read(BinaryFiles.docx(folder, "a.docx", body, Map.of()))
                        .paragraphs())
                .containsExactly("prose: shown");
    }

    @Test
    void headingsListsCaptionsAndContentsAreToldByTheirStyles() throws Exception {
        String styles = BinaryFiles.part(
                "styles",
                "<w:style w:styleId=\"a\"><w:name w:val=\"heading 2\"/></w:style>"
                        + "<w:style w:styleId=\"b\"><w:name w:val=\"Own\"/><w:basedOn w:val=\"a\"/></w:style>"
                        + "<w:style w:styleId=\"c\"><w:name w:val=\"Caption\"/></w:style>"
                        + "<w:style w:styleId=\"d\"><w:name w:val=\"toc 1\"/></w:style>"
                        + "<w:style w:styleId=\"e\"><w:name w:val=\"L\"/><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr>"
                        + "</w:style>"
                        + "<w:style w:styleId=\"r\"><w:name w:val=\"R\"/><w:basedOn w:val=\"r\"/></w:style>");
        StringBuilder body = new StringBuilder();
        for (String id : new String[] {"b", "c", "d", "e", "r", "unknown"}) {
            body.append("<w:p><w:pPr><w:pStyle w:val=\"").append(id).append("\"/></w:pPr><w:r><w:t>");
            body.append(id).append("</w:t></w:r></w:p>");
        }
        assertThat(BinaryFiles.read(BinaryFiles.docx(folder, "a.docx", body.toString(), Map.of("styles", styles)))
                        .paragraphs())
                .containsExactly("heading: b", "caption: c", "boilerplate: d", "list: e", "prose: r", "prose: unknown");
    }

    @Test
    void notesAndCommentsStandBehindTheTextAndHeadersAreBoilerplate() throws Exception {
        String body = "<w:p><w:r><w:t>It cost 300</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>"
                + "<w:r><w:t xml:space=\"preserve\"> crowns.</w:t></w:r></w:p>" + BinaryFiles.paragraph("The end.");
        Map<String, String> parts = Map.of(
                "footnotes",
                BinaryFiles.part(
                        "footnotes",
                        "<w:footnote w:type=\"separator\" w:id=\"0\">" + BinaryFiles.paragraph("no")
                                + "</w:footnote><w:footnote w:id=\"1\">" + BinaryFiles.paragraph("So they say.")
                                + "</w:footnote>"),
                "comments",
                BinaryFiles.part(
                        "comments",
                        "<w:comment w:author=\"Ida\">" + BinaryFiles.paragraph("Who says?") + "</w:comment>"),
                "header1",
                BinaryFiles.part("hdr", BinaryFiles.paragraph("Draft")),
                "header2",
                BinaryFiles.part("hdr", BinaryFiles.paragraph("Draft")));
        assertThat(BinaryFiles.read(BinaryFiles.docx(folder, "a.docx", body, parts))
                        .paragraphs())
                .containsExactly(
                        "prose: It cost 300 crowns.",
                        "prose: The end.",
                        "prose: So they say.",
                        "prose: Ida: Who says?",
                        "boilerplate: Draft");
    }

    @Test
    void aRowOfATableIsAParagraphUnlessItOnlyLaysOutThePage() throws Exception {
        String cells =
                "<w:tc>" + BinaryFiles.paragraph("Wharf") + "</w:tc><w:tc>" + BinaryFiles.paragraph("12") + "</w:tc>";
        String layout = "<w:tc>" + BinaryFiles.paragraph("First.") + BinaryFiles.paragraph("Second.") + "</w:tc>";
        String deleted = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + BinaryFiles.paragraph("gone") + "</w:tc></w:tr>";
        String body =
                "<w:tbl><w:tr>" + cells + "</w:tr>" + deleted + "</w:tbl><w:tbl><w:tr>" + layout + "</w:tr></w:tbl>";
        assertThat(BinaryFiles.read(BinaryFiles.docx(folder, "a.docx", body, Map.of()))
                        .paragraphs())
                .containsExactly("prose: Wharf | 12", "prose: First.", "prose: Second.");
    }

    @Test
    void theDayOfADocumentIsThatOfItsFirstWritingUnlessThatCannotBe() throws Exception {
        String created = "<p xmlns:dcterms=\"d\"><dcterms:created>%s</dcterms:created>"
                + "<dcterms:modified>2020-02-03T04:05:06Z</dcterms:modified></p>";
        Map<String, String> days = new LinkedHashMap<>();
        days.put("2019-01-02T00:00:00Z", "2019-01-02");
        days.put("1601-01-01T00:00:00Z", "2020-02-03");
        days.put("2021-01-01T00:00:00Z", "2020-02-03");
        days.put("soon", "2020-02-03");
        for (Map.Entry<String, String> day : days.entrySet()) {
            Path file = BinaryFiles.docx(
                    folder,
                    "a.docx",
                    BinaryFiles.paragraph("a"),
                    Map.of("docProps/core.xml", created.formatted(day.getKey())));
            assertThat(BinaryFiles.read(file).only().metadata().date().edtf())
                    .as(day.getKey())
                    .isEqualTo(day.getValue());
        }
    }

    @Test
    void anOpenDocumentHasItsNotesBehindItAndNoDeletedOrHiddenWords() throws Exception {
        String styles =
                "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/>"
                        + "</style:style><style:style style:name=\"P\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/>";
        String body = "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
                + "<text:p text:style-name=\"P\">On<text:s text:c=\"3\"/>weirs</text:p>"
                + "<text:p>It has 40<text:note><text:note-citation>7</text:note-citation><text:note-body><text:p>Or 41.</text:p>"
                + "</text:note-body></text:note> gates<text:span text:style-name=\"H\"> of gold</text:span>."
                + "<office:annotation><dc:creator>Ida</dc:creator><dc:date>2020</dc:date><text:p>Sure?</text:p>"
                + "</office:annotation></text:p>"
                + "<text:list><text:list-item><text:p>oak</text:p></text:list-item></text:list>"
                + "<table:table><table:table-row><table:table-cell><text:p>Gate</text:p></table:table-cell>"
                + "<table:table-cell><text:p>shut</text:p></table:table-cell></table:table-row></table:table>"
                + "<text:section text:display=\"none\"><text:p>away</text:p></text:section>";
        assertThat(BinaryFiles.read(BinaryFiles.odf(folder, "a.odt", "text", styles, body))
                        .paragraphs())
                .containsExactly(
                        "heading: On weirs",
                        "prose: It has 40 gates.",
                        "list: oak",
                        "prose: Gate | shut",
                        "prose: Or 41.",
                        "prose: Ida: Sure?");
    }

    @Test
    void aRowOfASheetIsAParagraphInWhichCellsStandBehindTheNamesOfTheirColumns() throws Exception {
        String rows = "<row>" + BinaryFiles.text("Boat") + BinaryFiles.text("Since") + BinaryFiles.text("Full")
                + "</row><row>" + BinaryFiles.text("Heron")
                + "<c s=\"1\"><v>44941</v></c><c s=\"2\"><v>0.125</v></c></row>"
                + "<row><c r=\"A3\" t=\"inlineStr\"><is><t>Teal.</t></is></c><c r=\"C3\"><v>0.30000000000000004</v></c></row>";
        BinaryFiles.Read read = BinaryFiles.read(BinaryFiles.xlsx(folder, "a.xlsx", rows));
        assertThat(read.paragraphs())
                .containsExactly(
                        "heading: Boats",
                        "prose: Boat; Since; Full",
                        "prose: Boat: Heron; Since: 2023-01-15; Full: 12.5%",
                        "prose: Boat: Teal. Full: 0.3");
        assertThat(read.notes).singleElement().asString().startsWith("HIDDEN 1 hidden sheet is left out");
    }

    @Test
    void aSheetOfOpenDocumentAndOneOfOldExcelAreReadAlike() throws Exception {
        String cell = "<table:table-cell office:value-type=\"%s\" %s><text:p>%s</text:p></table:table-cell>";
        String body = "<table:table table:name=\"Boats\"><table:table-row>" + cell.formatted("string", "", "Boat")
                + cell.formatted("string", "", "Since") + "</table:table-row><table:table-row>"
                + cell.formatted("string", "", "Heron")
                + cell.formatted("date", "office:date-value=\"2023-01-15\"", "15/01/23")
                + "</table:table-row><table:table-row table:number-rows-repeated=\"1048576\">"
                + "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table>";
        Path old = folder.resolve("b.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(old)) {
            HSSFRow names = workbook.createSheet("Boats").createRow(0);
            names.createCell(0).setCellValue("Boat");
            names.createCell(1).setCellValue("Since");
            HSSFRow row = workbook.getSheetAt(0).createRow(1);
            row.createCell(0).setCellValue("Heron");
            row.createCell(1).setCellValue(44_941);
            row.getCell(1).setCellStyle(workbook.createCellStyle());
            row.getCell(1).getCellStyle().setDataFormat((short) 14);
            workbook.write(out);
        }
        assertThat(BinaryFiles.read(BinaryFiles.odf(folder, "a.ods", "spreadsheet", "", body))
                        .paragraphs())
                .containsExactly("heading: Boats", "prose: Boat; Since", "prose: Boat: Heron; Since: 2023-01-15")
                .isEqualTo(BinaryFiles.read(old).paragraphs());
    }

    @Test
    void theSlidesOfAPresentationArePagesInTheirOrderWithTitlesFirst() throws Exception {
        String a = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:p=\"p\"";
        String shape =
                "<p:sp><p:nvSpPr><p:nvPr><p:ph type=\"%s\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>%s</a:t></a:r></a:p>"
                        + "</p:txBody></p:sp>";
        String slide = "<p:sld " + a + "><p:cSld><p:spTree>%s</p:spTree></p:cSld></p:sld>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "ppt/presentation.xml",
                "<presentation xmlns:r=\"r\"><sldIdLst><sldId id=\"256\" r:id=\"two\"/>"
                        + "<sldId id=\"257\" r:id=\"one\"/></sldIdLst></presentation>");
        parts.put(
                "ppt/_rels/presentation.xml.rels",
                "<Relationships>" + BinaryFiles.link("one", "slide", "slides/slide1.xml")
                        + BinaryFiles.link("two", "slide", "slides/slide2.xml") + "</Relationships>");
        parts.put("ppt/slides/slide1.xml", slide.formatted(shape.formatted("body", "Last words.")));
        parts.put(
                "ppt/slides/slide2.xml",
                slide.formatted(shape.formatted("body", "Body.")
                        + shape.formatted("title", "Rafts")
                        + shape.formatted("sldNum", "1")
                        + shape.formatted("ftr", "Draft")));
        parts.put(
                "ppt/slides/_rels/slide2.xml.rels",
                "<Relationships>" + BinaryFiles.link("n", "notesSlide", "../notesSlides/n.xml") + "</Relationships>");
        parts.put("ppt/notesSlides/n.xml", slide.formatted(shape.formatted("body", "Speak up.")));
        BinaryFiles.Read read = BinaryFiles.read(BinaryFiles.zip(folder, "a.pptx", parts));
        assertThat(read.paragraphs())
                .containsExactly(
                        "heading: Rafts",
                        "prose: Body.",
                        "prose: Speak up.",
                        "boilerplate: Draft",
                        "prose: Last words.");
        assertThat(read.only().cues())
                .extracting(cue -> cue.label() + " at " + cue.start())
                .containsExactly("1 at 0", "2 at " + read.only().text().indexOf("Last"));
    }

    @Test
    void anOldPresentationIsReadToo() throws Exception {
        Path file = folder.resolve("a.ppt");
        try (HSLFSlideShow show = new HSLFSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            HSLFSlide slide = show.createSlide();
            slide.addTitle().setText("Rafts");
            slide.createTextBox().setText("They drift.");
            show.write(out);
        }
        assertThat(BinaryFiles.read(file).paragraphs()).containsExactly("heading: Rafts", "prose: They drift.");
    }

    @Test
    void richTextIsReadInTheCharsetsOfItsFonts() throws Exception {
        String rtf =
                "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset161 C;}}"
                        + "{\\stylesheet{\\s1 heading 1;}}{\\info{\\title Of \\'e9tangs}{\\creatim\\yr2011\\mo2\\dy3}}"
                        + "\\pard\\s1 T\\'eate\\par\\pard\\plain It\\rquote s {\\f1 \\'cc\\'e8\\'f0} and {\\f2 \\'e1} and \\u1078?\\uc2\\u1079??!"
                        + "{\\v hidden}{\\deleted gone}{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt link}}{\\*\\unknown no}"
                        + "{\\footnote Note.}\\par\\trowd\\intbl One\\cell Two\\cell\\row\\pard"
                        + "{\\listtext 1.\\tab}item\\par{\\header Top\\par}{\\pict 0102}End}";
        BinaryFiles.Read read = BinaryFiles.read(BinaryFiles.write(folder, "a.rtf", rtf));
        assertThat(read.paragraphs())
                .containsExactly(
                        "heading: T\u00eate",
                        "prose: It\u2019s \u041c\u0438\u0440 and \u03b1 and \u0436\u0437!link",
                        "prose: One | Two",
                        "list: item",
                        "prose: End",
                        "prose: Note.",
                        "boilerplate: Top");
        assertThat(read.only().metadata().title()).isEqualTo("Of \u00e9tangs");
        assertThat(read.only().metadata().date().edtf()).isEqualTo("2011-02-03");
    }

    @Test
    void aFileIsWhatItsBytesSayWhateverItIsCalled() throws Exception {
        Path rich = BinaryFiles.write(folder, "a.doc", "{\\rtf1 Rich.\\par}");
        Path zipped = Files.move(
                BinaryFiles.docx(folder, "b.docx", BinaryFiles.paragraph("Zipped."), Map.of()),
                folder.resolve("b.doc"));
        assertThat(BinaryFiles.read(rich).paragraphs()).containsExactly("prose: Rich.");
        assertThat(BinaryFiles.read(zipped).paragraphs()).containsExactly("prose: Zipped.");
        Path none = BinaryFiles.write(folder, "c.docx", "Plain words.");
        assertThatThrownBy(() -> BinaryFiles.read(none))
                .hasMessage("damaged, or no Word document; open it in its program and save it anew");
    }

    @Test
    void theSpineOfABookIsReadInItsOrderAndWhatOnlyLeadsToItIsNot() throws Exception {
        String page =
                "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/><script/></head><body>%s"
                        + "</body></html>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path=\"in/b.opf\"/></rootfiles></container>");
        parts.put(
                "in/b.opf",
                "<package xmlns:dc=\"dc\" xmlns:opf=\"opf\"><metadata><dc:title>Fords</dc:title>"
                        + "<dc:creator opf:role=\"aut\">Ida Brook</dc:creator><dc:creator opf:role=\"ill\">Other</dc:creator>"
                        + "<dc:date>2012-05</dc:date><dc:language>en</dc:language></metadata><manifest>"
                        + "<item id=\"n\" href=\"nav.xhtml\" properties=\"nav\" media-type=\"application/xhtml+xml\"/>"
                        + "<item id=\"1\" href=\"t/a%20b.xhtml\" media-type=\"application/xhtml+xml\"/>"
                        + "<item id=\"2\" href=\"t/c.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>"
                        + "<spine><itemref idref=\"n\"/><itemref idref=\"2\"/><itemref idref=\"1\"/></spine></package>");
        parts.put("in/nav.xhtml", page.formatted("<ol><li>Contents</li></ol>"));
        parts.put("in/t/a b.xhtml", page.formatted("<p>Second.</p>"));
        parts.put("in/t/c.xhtml", page.formatted("<h1>One</h1><p>First.</p>"));
        BinaryFiles.Read read = BinaryFiles.read(BinaryFiles.zip(folder, "a.epub", parts));
        assertThat(read.paragraphs()).containsExactly("heading: One", "prose: First.", "prose: Second.");
        assertThat(read.only().metadata().author()).containsExactly("Ida Brook");
        assertThat(read.only().metadata().date().edtf()).isEqualTo("2012-05");
        assertThat(read.of(Block.BOILERPLATE)).isEmpty();
    }
}
