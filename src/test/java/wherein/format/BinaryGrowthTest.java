package wherein.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Growth;

/** The work of reading an office document or a mail grows with it, whatever stands in it. */
class BinaryGrowthTest {

    private static final long MOST = 64 << 20;

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void theWorkGrowsWithTheFile() throws Exception {
        Map<String, Writer> files = new LinkedHashMap<>();
        files.put(
                "docx of paragraphs",
                (in, n) -> BinaryFiles.docx(
                        in, "a.docx", BinaryFiles.paragraph("A word.").repeat(n), Map.of()));
        files.put(
                "docx of runs",
                (in, n) -> BinaryFiles.docx(
                        in, "a.docx", "<w:p>" + "<w:r><w:t>a </w:t></w:r>".repeat(n) + "</w:p>", Map.of()));
        files.put(
                "docx of open fields",
                (in, n) -> BinaryFiles.docx(
                        in,
                        "a.docx",
                        "<w:p>" + "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>a</w:t></w:r>".repeat(n) + "</w:p>",
                        Map.of()));
        files.put(
                "docx of cells",
                (in, n) -> BinaryFiles.docx(
                        in,
                        "a.docx",
                        "<w:tbl><w:tr>" + ("<w:tc>" + BinaryFiles.paragraph("a") + "</w:tc>").repeat(n)
                                + "</w:tr></w:tbl>",
                        Map.of()));
        files.put(
                "odt of notes",
                (in, n) -> BinaryFiles.odf(
                        in,
                        "a.odt",
                        "text",
                        "",
                        "<text:p>"
                                + "a<text:note><text:note-body><text:p>b</text:p></text:note-body></text:note>"
                                        .repeat(n)
                                + "</text:p>"));
        files.put(
                "xlsx of rows",
                (in, n) -> BinaryFiles.xlsx(
                        in, "a.xlsx", ("<row>" + BinaryFiles.text("a") + "<c><v>1</v></c></row>").repeat(n)));
        files.put(
                "xlsx of cells",
                (in, n) -> BinaryFiles.xlsx(in, "a.xlsx", "<row>" + "<c><v>1</v></c>".repeat(n) + "</row>"));
        files.put(
                "rtf of groups", (in, n) -> BinaryFiles.write(in, "a.rtf", "{\\rtf1" + "{\\b a}\\par".repeat(n) + "}"));
        files.put(
                "rtf of text boxes",
                (in, n) -> BinaryFiles.write(
                        in, "a.rtf", "{\\rtf1" + "{\\shp{\\*\\shpinst{\\shptxt a\\par}}}".repeat(n) + "\\par}"));
        files.put(
                "rtf of cells",
                (in, n) -> BinaryFiles.write(in, "a.rtf", "{\\rtf1\\trowd" + "\\intbl a\\cell ".repeat(n) + "\\row}"));
        files.put(
                "mail of parts",
                (in, n) -> BinaryFiles.write(
                        in,
                        "a.eml",
                        "Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"
                                + "--a\n\nWords.\n".repeat(n) + "--a--\n"));
        files.put(
                "mailbox",
                (in, n) -> BinaryFiles.write(
                        in, "a.mbox", "From a@b Mon Jan  1 10:00:00 2024\nSubject: a\n\nWords.\n\n".repeat(n)));
        files.put(
                "address of a sender",
                (in, n) -> BinaryFiles.write(in, "a.eml", "From: " + "\"a< ".repeat(n) + "\nSubject: a\n\nWords.\n"));
        Growth growth = new Growth(2_000);
        for (Map.Entry<String, Writer> file : files.entrySet()) {
            IntFunction<Path> made = size -> made(file.getValue(), size);
            growth.measure(
                    file.getKey(),
                    made,
                    path -> BinaryFiles.read(path, MOST).extracts.size());
        }
        growth.check();
    }

    private Path made(Writer writer, int size) {
        try {
            return writer.write(Files.createTempDirectory(folder, "size"), size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of so many parts. */
    @FunctionalInterface
    private interface Writer {
        Path write(Path in, int size) throws IOException;
    }
}
