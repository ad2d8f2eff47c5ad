package wherein.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import wherein.document.Block;
import wherein.document.NoteKind;
import wherein.document.Region;

/** Small files of binary formats, and what comes of reading them without a child process. */
final class BinaryFiles {

    static final long MOST = 1 << 20;

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private BinaryFiles() {}

    /** What was read of a file. */
    static final class Read implements Extracts {
        final List<Extract> extracts = new ArrayList<>();
        final List<String> notes = new ArrayList<>();

        @Override
        public void add(Extract extract) {
            extracts.add(extract);
        }

        @Override
        public void tell(NoteKind kind, int line, String message) {
            notes.add(kind + " " + message);
        }

        @Override
        public void read(long bytes) {
            // Counted elsewhere.
        }

        Extract only() {
            if (extracts.size() != 1) {
                throw new AssertionError(extracts.size() + " documents: " + extracts);
            }
            return extracts.getFirst();
        }

        /** The paragraphs of the only document, each with its block before it. */
        List<String> paragraphs() {
            List<String> paragraphs = new ArrayList<>();
            for (Region region : only().regions()) {
                paragraphs.add(region.block().word() + ": " + region.span().in(only().text()));
            }
            return paragraphs;
        }

        /** The words of its paragraphs of {@code block}. */
        List<String> of(Block block) {
            return only().regions().stream()
                    .filter(region -> region.block() == block)
                    .map(region -> region.span().in(only().text()))
                    .toList();
        }
    }

    static Read read(Path file) throws UnreadableException {
        return read(file, MOST);
    }

    static Read read(Path file, long most) throws UnreadableException {
        Read read = new Read();
        BinaryFile.read(file, BinaryFormat.of(file.getFileName().toString()).orElseThrow(), Allowance.of(most), read);
        return read;
    }

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    static Path zip(Path folder, String name, Map<String, String> parts) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A file of {@code parts}, and of one more that begins with {@code begin} and then repeats {@code piece} for so many bytes. */
    static Path large(
            Path folder, String name, Map<String, String> parts, String large, String begin, String piece, long bytes)
            throws IOException {
        Path file = folder.resolve(name);
        byte[] repeated = piece.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(large));
            zip.write(begin.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < bytes; written += repeated.length) {
                zip.write(repeated);
            }
        }
        return file;
    }

    /** A Word document of this body; other parts may be given, which it is linked to by what they are called. */
    static Path docx(Path folder, String name, String body, Map<String, String> parts) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", "<Types/>");
        all.put(
                "_rels/.rels",
                "<Relationships>" + link("m", "officeDocument", "word/document.xml") + "</Relationships>");
        StringBuilder links = new StringBuilder();
        for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
            boolean beside = part.getKey().contains("/");
            all.put(beside ? part.getKey() : "word/" + part.getKey() + ".xml", part.getValue());
            if (!beside) {
                links.append(link(part.getKey(), part.getKey().replaceAll("\\d", ""), part.getKey() + ".xml"));
            }
        }
        all.put("word/_rels/document.xml.rels", "<Relationships>" + links + "</Relationships>");
        all.put("word/document.xml", "<w:document " + W + "><w:body>" + body + "</w:body></w:document>");
        return zip(folder, name, all);
    }

    static String link(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONSHIPS + type + "\" Target=\"" + target + "\"/>";
    }

    /** A part of a Word document with this root. */
    static String part(String root, String content) {
        return "<w:" + root + " " + W + ">" + content + "</w:" + root + ">";
    }

    /** A paragraph of a Word document. */
    static String paragraph(String words) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r></w:p>";
    }

    /** An OpenDocument file of this kind of body, with these automatic styles. */
    static Path odf(Path folder, String name, String kind, String styles, String body) throws IOException {
        String names = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
                + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                + " xmlns:presentation=\"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
        return zip(
                folder,
                name,
                Map.of(
                        "content.xml",
                        "<office:document-content " + names + "><office:automatic-styles>" + styles
                                + "</office:automatic-styles><office:body><office:" + kind + ">" + body + "</office:"
                                + kind + "></office:body></office:document-content>"));
    }

    /** A workbook with one sheet of these rows. */
    static Path xlsx(Path folder, String name, String rows) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Boats\" r:id=\"s\"/>"
                        + "<sheet name=\"Secret\" state=\"hidden\" r:id=\"h\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships>" + link("s", "worksheet", "worksheets/a.xml")
                        + link("h", "worksheet", "worksheets/b.xml") + link("t", "styles", "styles.xml")
                        + "</Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        parts.put("xl/worksheets/a.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        parts.put(
                "xl/worksheets/b.xml",
                "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>hidden</t></is></c></row></sheetData></worksheet>");
        return zip(folder, name, parts);
    }

    static String text(String words) {
        return "<c t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    }
}
