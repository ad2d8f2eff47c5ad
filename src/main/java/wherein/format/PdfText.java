package wherein.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import wherein.document.Metadata;
import wherein.document.NoteKind;
import wherein.time.EdtfDate;

/** The text of a PDF file. */
final class PdfText {

    private PdfText() {}

    static Extract read(Path file, long most) throws IOException, UnreadableException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            PDDocumentInformation information = document.getDocumentInformation();
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setParagraphEnd("\n");
            stripper.setSortByPosition(false);
            String text = stripper.getText(document);
            if (text.isBlank()) {
                throw new UnreadableException(
                        NoteKind.PDF_WITHOUT_TEXT, "a PDF without text, perhaps scanned pages; run OCR over it first");
            }
            if (text.length() > most) {
                throw new UnreadableException(
                        NoteKind.TOO_LARGE, "its text is longer than " + most + " bytes; see --max-document");
            }
            String author = line(information.getAuthor());
            Metadata metadata = new Metadata(
                    line(information.getTitle()),
                    "",
                    author.isEmpty() ? List.of() : List.of(author),
                    EdtfDate.UNKNOWN,
                    "",
                    "",
                    "",
                    Map.of());
            return Extract.of(text, metadata, List.of());
        } catch (InvalidPasswordException e) {
            throw new UnreadableException(NoteKind.PDF_UNREADABLE, "an encrypted PDF; save it without a password");
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(
                    NoteKind.PDF_UNREADABLE, "no sound PDF; open it in a viewer and print it to a new PDF");
        }
    }

    private static String line(String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }
}
