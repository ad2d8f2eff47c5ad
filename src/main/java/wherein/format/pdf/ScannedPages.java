package wherein.format.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import wherein.document.NoteKind;
import wherein.format.Extracts;
import wherein.format.OcrLine;
import wherein.format.Tesseract;
import wherein.format.UnreadableException;

/** Those pages of a PDF that are pictures: reads them, or tells that nobody does. */
final class ScannedPages {

    /** A picture that covers so much of a page with so few letters is what the page says. */
    private static final double MOST_OF_PAGE = 0.5;

    private static final int FEW_LETTERS = 150;

    private final PDDocument document;
    private final Optional<Tesseract> tesseract;
    private int count;
    private int unread;
    private int firstUnread;
    private String fault = "";

    ScannedPages(PDDocument document, Optional<Tesseract> tesseract) {
        this.document = document;
        this.tesseract = tesseract;
    }

    /** What page {@code number} draws, {@code drawn}, and what stands on its picture, if it is one. */
    List<List<Glyph>> with(int number, List<List<Glyph>> drawn) throws IOException, UnreadableException {
        long letters = drawn.stream()
                .flatMap(List::stream)
                .filter(glyph -> !glyph.isSpace())
                .limit(FEW_LETTERS)
                .count();
        if (letters >= FEW_LETTERS) {
            return drawn;
        }
        PageInk ink = PageInk.of(document.getPage(number - 1));
        boolean picture = ink.pictures() >= MOST_OF_PAGE;
        if (tesseract.isEmpty()) {
            if (picture) {
                unread(number);
            }
            return drawn;
        }
        // Letters may be drawn as lines, and by fonts that do not say what they are.
        return picture || letters == 0 && ink.isInked() ? joined(drawn, read(number, letters == 0)) : drawn;
    }

    private List<List<Glyph>> read(int number, boolean letters) throws IOException, UnreadableException {
        tesseract.get().step();
        PagePicture picture = PagePicture.of(document, number, letters);
        if (picture.isBlank()) {
            return List.of();
        }
        if (++count > Tesseract.MOST_PAGES) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE,
                    "more than " + Tesseract.MOST_PAGES + " of its pages are pictures, which is as many as are read; "
                            + "split it");
        }
        Path file = picture.save();
        try {
            List<OcrLine> lines = tesseract.get().read(file, 1);
            return OcrGlyphs.of(lines, picture.scale(), picture.image().getHeight() * picture.scale());
        } catch (UnreadableException e) {
            fault = e.getMessage();
            unread(number);
            return List.of();
        } finally {
            Files.delete(file);
        }
    }

    private void unread(int number) {
        firstUnread = unread == 0 ? number : firstUnread;
        unread++;
    }

    /** Both, those of one angle together. */
    private static List<List<Glyph>> joined(List<List<Glyph>> drawn, List<List<Glyph>> read) {
        if (drawn.isEmpty()) {
            return read;
        }
        if (read.isEmpty()) {
            return drawn;
        }
        // What most of the page says is the picture's.
        List<Glyph> first = new ArrayList<>(drawn.getFirst());
        first.addAll(read.getFirst());
        List<List<Glyph>> all = new ArrayList<>();
        all.add(first);
        all.addAll(drawn.subList(1, drawn.size()));
        all.addAll(read.subList(1, read.size()));
        return all;
    }

    /** Tells of pages that are not read, beside others that are. */
    void tell(Extracts extracts) {
        if (unread > 0) {
            extracts.leaveOut(
                    tesseract.isEmpty() ? NoteKind.SCANNED_PAGES : NoteKind.TOO_COSTLY,
                    0,
                    (unread == 1
                                    ? "its page " + firstUnread
                                    : unread + " of its pages, from page " + firstUnread + " on")
                            + (tesseract.isEmpty()
                                    ? ", a picture without text; index with --ocr, where tesseract is installed"
                                    : ", " + fault));
        }
    }

    /** That the document says nothing. */
    UnreadableException withoutText() {
        if (tesseract.isEmpty()) {
            return new UnreadableException(
                    NoteKind.PDF_WITHOUT_TEXT,
                    "a PDF without text, perhaps scanned pages; index with --ocr, where tesseract is installed");
        }
        return fault.isEmpty()
                ? new UnreadableException(NoteKind.WORDLESS, "a PDF without text, in which OCR found none either")
                : new UnreadableException(NoteKind.TOO_COSTLY, "a PDF of scanned pages: " + fault);
    }
}
