package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;
import wherein.document.NoteKind;

/** Files that people give each other may be made to do harm. Here they are read without a child process to hold them. */
class HostileFilesTest {

    @TempDir
    private Path folder;

    @Test
    void nothingThatAFileNamesIsFetchedNorAnyOtherFileRead() throws Exception {
        Path secret = BinaryFiles.write(folder, "secret", "TOPSECRET");
        try (ServerSocket socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(200);
            String url = "http://127.0.0.1:" + socket.getLocalPort() + "/";
            for (Path file : naming(url, secret.toUri().toString())) {
                try {
                    BinaryFiles.Read read = BinaryFiles.read(file);
                    assertThat(read.extracts.toString()).as(file.toString()).doesNotContain("TOPSECRET");
                } catch (UnreadableException e) {
                    assertThat(e.kind()).as(file.toString()).isEqualTo(NoteKind.DAMAGED);
                }
            }
            assertThatThrownBy(socket::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private List<Path> naming(String url, String file) throws Exception {
        String doctype = "<!DOCTYPE a SYSTEM \"" + url + "dtd\" [<!ENTITY % p SYSTEM \"" + url
                + "p\">%p;<!ENTITY f SYSTEM \"" + file + "\">]>";
        String remote =
                "<Relationships><Relationship Id=\"r\" Type=\"x/attachedTemplate\" TargetMode=\"External\" Target=\""
                        + url
                        + "t\"/><Relationship Id=\"f\" Type=\"x/footnotes\" TargetMode=\"External\" Target=\"" + file
                        + "\"/></Relationships>";
        List<Path> files = new ArrayList<>();
        files.add(BinaryFiles.docx(
                folder,
                "a.docx",
                BinaryFiles.paragraph("Words.") + "<w:altChunk r:id=\"r\" xmlns:r=\"r\"/>",
                Map.of("word/_rels/settings.xml.rels", remote, "docProps/core.xml", doctype + "<a>&f;</a>")));
        Map<String, String> entities = new LinkedHashMap<>();
        entities.put("[Content_Types].xml", "<Types/>");
        entities.put(
                "word/document.xml",
                doctype + "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>&f;</w:t></w:r></w:p></w:document>");
        files.add(BinaryFiles.zip(folder, "b.docx", entities));
        files.add(BinaryFiles.zip(
                folder,
                "a.xlsx",
                Map.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", doctype + "<workbook>&f;</workbook>")));
        files.add(BinaryFiles.zip(
                folder,
                "a.pptx",
                Map.of("[Content_Types].xml", "<Types/>", "ppt/presentation.xml", doctype + "<a>&f;</a>")));
        for (String name : List.of("a.odt", "a.ods", "a.odp")) {
            files.add(BinaryFiles.zip(
                    folder,
                    name,
                    Map.of(
                            "content.xml",
                            doctype + "<a xmlns:text=\"t\" xmlns:draw=\"d\" xmlns:xlink=\"x\"><text:p>&f;"
                                    + "<draw:image xlink:href=\"" + url + "i\"/></text:p></a>")));
        }
        files.add(BinaryFiles.write(
                folder,
                "a.rtf",
                "{\\rtf1{\\*\\template " + url + "}{\\field{\\*\\fldinst INCLUDETEXT \"" + file + "\"}{\\fldrslt x}}"
                        + "{\\object\\objautlink\\objupdate{\\*\\objdata 0105}}Words.\\par}"));
        String page = "<html><head><link rel=\"stylesheet\" href=\"" + url + "\"><script src=\"" + url
                + "\"></script></head><body><p>"
                + "Words that are enough for a page to have.<img src=\"" + url + "\"><iframe src=\"" + file
                + "\"></iframe></p></body></html>";
        Map<String, String> book = new LinkedHashMap<>();
        book.put("META-INF/container.xml", doctype + "<c><rootfile full-path=\"b.opf\"/></c>");
        book.put(
                "b.opf",
                "<p xmlns:dc=\"d\"><item id=\"1\" href=\"p.xhtml\"/><item id=\"2\" href=\"" + url
                        + "\"/><item id=\"3\" href=\"../../../../etc/hostname\"/><itemref idref=\"1\"/><itemref idref=\"2\"/>"
                        + "<itemref idref=\"3\"/></p>");
        book.put("p.xhtml", doctype + page);
        files.add(BinaryFiles.zip(folder, "a.epub", book));
        String head = "From: a@b.example\nSubject: x\nMIME-Version: 1.0\n";
        String external = head
                + "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/external-body; access-type=URL;"
                + " URL=\"" + url + "\"\n\nContent-Type: text/plain\n\n--a\nContent-Type: text/html\n\n" + page
                + "\n--a--\n";
        files.add(BinaryFiles.write(folder, "a.eml", external));
        files.add(BinaryFiles.write(folder, "a.mbox", "From a@b Mon Jan  1 10:00:00 2024\n" + external));
        files.add(BinaryFiles.write(folder, "a.mhtml", head + "Content-Type: text/html\n\n" + page));
        return files;
    }

    @Test
    @Tag("long")
    void aPartThatUnpacksToWithoutEndIsNotReadToItsEnd() throws Exception {
        Path file = BinaryFiles.large(
                folder,
                "a.docx",
                Map.of("[Content_Types].xml", "<Types/>"),
                "word/document.xml",
                "<w:document xmlns:w=\"w\">",
                "<w:p><w:r><w:rPr/></w:r></w:p>",
                1 << 30);
        assertThatThrownBy(() -> BinaryFiles.read(file)).hasMessageStartingWith("it unpacks to more than 1024 MB");
    }

    @Test
    void aTextOfMoreThanTheMaximumIsTold() throws Exception {
        Path file = BinaryFiles.docx(folder, "a.docx", BinaryFiles.paragraph("word ".repeat(100)), Map.of());
        assertThatThrownBy(() -> BinaryFiles.read(file, 100))
                .hasMessageStartingWith("its text is longer than 100 bytes");
    }

    @Test
    void whatNestsTooDeepIsTold() throws Exception {
        int depth = 100_000;
        List<Path> files = List.of(
                BinaryFiles.docx(folder, "a.docx", "<w:sdt>".repeat(depth), Map.of()),
                BinaryFiles.odf(folder, "a.odt", "text", "", "<text:section>".repeat(depth)),
                BinaryFiles.write(folder, "a.rtf", "{\\rtf1" + "{".repeat(depth)),
                BinaryFiles.write(folder, "a.eml", inParts(depth / 10)));
        for (Path file : files) {
            assertThatThrownBy(() -> BinaryFiles.read(file))
                    .as(file.toString())
                    .isInstanceOf(UnreadableException.class);
        }
    }

    private static String inParts(int depth) {
        StringBuilder mail = new StringBuilder("From: a@b.example\nMIME-Version: 1.0\n");
        for (int i = 0; i < depth; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return mail.append("\nEnd.\n").toString();
    }

    @Test
    void mailsInMailsAreReadToABound() throws Exception {
        String mail = "Subject: last\n\nEnd.\n";
        for (int i = 0; i < 30; i++) {
            mail = "Subject: s" + i + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b" + i + "\n\n--b"
                    + i + "\nContent-Type: message/rfc822\n\n" + mail + "\n--b" + i + "--\n";
        }
        BinaryFiles.Read read = BinaryFiles.read(BinaryFiles.write(folder, "a.eml", mail));
        assertThat(read.extracts).hasSizeLessThan(12);
        assertThat(read.notes).singleElement().asString().contains("it is attached to what is attached");
    }

    @Test
    void aFileWithAnyBytesChangedOrCutIsReadOrRefusedAndNothingElse() throws Exception {
        List<Path> sound = new ArrayList<>();
        sound.add(BinaryFiles.docx(folder, "s.docx", BinaryFiles.paragraph("Words of a text."), Map.of()));
        sound.add(
                BinaryFiles.xlsx(folder, "s.xlsx", "<row>" + BinaryFiles.text("a") + BinaryFiles.text("b") + "</row>"));
        sound.add(BinaryFiles.odf(folder, "s.odt", "text", "", "<text:p>Words.</text:p>"));
        sound.add(
                BinaryFiles.write(folder, "s.rtf", "{\\rtf1{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 \\'cc\\u1078?\\par}"));
        sound.add(BinaryFiles.write(folder, "s.eml", inParts(3)));
        try (org.apache.poi.hssf.usermodel.HSSFWorkbook workbook = new org.apache.poi.hssf.usermodel.HSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("s.xls"))) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("Words");
            workbook.write(out);
        }
        sound.add(folder.resolve("s.xls"));
        Seeded.times(300, random -> {
            Path original = sound.get(random.nextInt(sound.size()));
            byte[] bytes = Files.readAllBytes(original);
            for (int i = random.nextInt(8); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            int length = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
            String name = original.getFileName().toString().replace("s.", "t.");
            Path changed = Files.write(folder.resolve(name), java.util.Arrays.copyOf(bytes, length));
            try {
                BinaryFiles.read(changed);
            } catch (UnreadableException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }
}
