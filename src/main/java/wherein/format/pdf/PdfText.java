package wherein.format.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import wherein.document.NoteKind;
import wherein.format.Allowance;
import wherein.format.Extract;
import wherein.format.Extracts;
import wherein.format.UnreadableException;

/**
 * Reads a PDF as a reader does, see {@link Layout}; pages that are but pictures by OCR, where that is allowed. Knows on which page each
 * passage stands.
 *
 * <p>A file that is cut off or of which a page cannot be read is refused as damaged, whatever could be read of it: part of a document
 * must not be counted as if it were the whole.
 */
public final class PdfText {

    /** A document of more pages is none that anybody reads. */
    private static final int MOST_PAGES = 20_000;

    private PdfText() {}

    /**
     * Hands what {@code file} says to {@code extracts}, and tells which of its pages are not read. Takes as long as it has pages and glyphs,
     * and the memory of its text and of the glyphs of five pages; a page that is a picture takes some seconds.
     *
     * @throws UnreadableException if it is no PDF, damaged, encrypted, without text, or too large
     */
    public static void read(Path file, Allowance allowance, Extracts extracts) throws IOException, UnreadableException {
        Soundness.check(file);
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            extracts.add(extract(document, allowance, extracts));
        } catch (InvalidPasswordException e) {
            throw new UnreadableException(
                    NoteKind.ENCRYPTED, "an encrypted PDF, which asks for a password; save it without one");
        } catch (Glyphs.TooManyGlyphs e) {
            throw new UnreadableException(NoteKind.TOO_LARGE, e.getMessage() + "; convert it to text");
        } catch (IOException | RuntimeException e) {
            throw Soundness.damaged("what it says of its own parts is wrong");
        }
    }

    /** What is printed on each page, as far as the document says it; else its number. */
    private static IntFunction<String> labels(PDDocument document) {
        try {
            PDPageLabels labels = document.getDocumentCatalog().getPageLabels();
            String[] all = labels == null ? new String[0] : labels.getLabelsByPageIndices();
            return page -> page > all.length || all[page - 1] == null || all[page - 1].isBlank()
                    ? Integer.toString(page)
                    : all[page - 1].replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong with them, the pages can be counted.
            return Integer::toString;
        }
    }

    private static Extract extract(PDDocument document, Allowance allowance, Extracts extracts)
            throws IOException, UnreadableException {
        int pages = document.getNumberOfPages();
        if (pages > MOST_PAGES) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE,
                    "it has " + pages + " pages, more than the " + MOST_PAGES + " that are read; split it");
        }
        Glyphs glyphs = new Glyphs();
        FormGlyphs forms = new FormGlyphs(document);
        Layout layout = new Layout(allowance.most(), labels(document));
        ScannedPages scans = new ScannedPages(document, allowance.tesseract());
        for (int page = 1; page <= pages; page++) {
            Soundness.check(document.getPage(page - 1), page);
            List<List<Glyph>> drawn = forms.with(document.getPage(page - 1), glyphs.of(document, page));
            layout.add(glyphs.hasHidden() ? drawn : scans.with(page, drawn));
        }
        Optional<Layout.Written> written = layout.written();
        if (written.isEmpty()) {
            throw scans.withoutText();
        }
        scans.tell(extracts);
        Layout.Written all = written.get();
        PdfMetadata metadata = PdfMetadata.of(document, all.title(), all.text());
        return new Extract(
                all.text(),
                Optional.empty(),
                "",
                metadata.metadata(),
                all.regions(),
                all.cues(),
                metadata.origins(),
                0,
                all.ocr());
    }
}
