package wherein.format.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.document.Metadata;
import wherein.document.NoteKind;
import wherein.format.Allowance;
import wherein.format.Extract;
import wherein.format.Extracts;
import wherein.format.OcrLine;
import wherein.format.Tesseract;
import wherein.format.UnreadableException;
import wherein.time.EdtfDate;

/** Reads a picture, or the pages of a TIFF, by OCR, and puts its words together as those of a PDF are. */
public final class ScanText {

    /** As many points as the shorter side of a sheet of paper has. */
    private static final float SHORTER_SIDE = 595;

    private ScanText() {}

    /**
     * Hands what {@code file} says to {@code extracts}.
     *
     * @throws UnreadableException if it is no picture, too large, or has no words
     */
    public static void read(Path file, Allowance allowance, Extracts extracts) throws IOException, UnreadableException {
        Tesseract tesseract = allowance
                .tesseract()
                .orElseThrow(() -> new UnreadableException(
                        NoteKind.PICTURE,
                        "a picture; index with --ocr, where tesseract is installed, if it is a scan"));
        PictureSize size = PictureSize.of(file);
        Layout layout = new Layout(allowance.most(), size.pages() > 1 ? Integer::toString : page -> "");
        for (int page = 1; page <= size.pages(); page++) {
            List<OcrLine> lines = tesseract.read(file, page);
            layout.add(OcrGlyphs.of(lines, SHORTER_SIDE / Math.min(size.width(), size.height()), 0));
        }
        Layout.Written written = layout.written()
                .orElseThrow(() -> new UnreadableException(NoteKind.WORDLESS, "a picture in which OCR found no text"));
        Metadata metadata = new Metadata(written.title(), "", List.of(), EdtfDate.UNKNOWN, "", "", "", Map.of());
        extracts.add(new Extract(
                written.text(),
                Optional.empty(),
                "",
                metadata,
                written.regions(),
                written.cues(),
                written.title().isEmpty() ? Map.of() : Map.of("title", "its largest letters"),
                0,
                written.ocr()));
    }
}
