package wherein.format.pdf;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * A page drawn in shades of grey, as tesseract reads it.
 *
 * @param image one byte a dot
 * @param dpi its dots to an inch
 */
record PagePicture(BufferedImage image, float dpi) {

    /** Tesseract reads letters of this resolution best. */
    private static final float DPI = 300;

    /** A page of a great poster is drawn more coarsely. */
    private static final double MOST_DOTS = 40_000_000;

    /** What is as light as this, of 255, is paper. */
    private static final int PAPER = 190;

    private static final float POINTS = 72;

    /**
     * Page {@code number} of {@code document}, from 1.
     *
     * @param letters whether what the page knows as letters is drawn too
     */
    static PagePicture of(PDDocument document, int number, boolean letters) throws IOException {
        PDRectangle box = document.getPage(number - 1).getCropBox();
        double inches = Math.max(1, (double) box.getWidth() * box.getHeight()) / (POINTS * POINTS);
        float dpi = (float) Math.min(DPI, Math.sqrt(MOST_DOTS / inches));
        PDFRenderer renderer = letters ? new PDFRenderer(document) : new WithoutLetters(document);
        renderer.setSubsamplingAllowed(true);
        return new PagePicture(renderer.renderImageWithDPI(number - 1, dpi, ImageType.GRAY), dpi);
    }

    /** Whether there is nothing on it that could be a letter. */
    boolean isBlank() {
        for (byte dot : dots()) {
            if ((dot & 0xFF) < PAPER) {
                return false;
            }
        }
        return true;
    }

    /** Writes it to a new temporary file, in the simplest form there is, a portable greymap. */
    Path save() throws IOException {
        Path file = Files.createTempFile("page", ".pgm");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("P5\n" + image.getWidth() + " " + image.getHeight() + "\n255\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(dots());
        }
        return file;
    }

    /** Points of the page for each of its dots. */
    float scale() {
        return POINTS / dpi;
    }

    private byte[] dots() {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /** Draws what a page knows as letters not at all: they are read as such. */
    private static final class WithoutLetters extends PDFRenderer {
        WithoutLetters(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void showFontGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
                    // Left out.
                }

                @Override
                protected void showType3Glyph(Matrix matrix, PDType3Font font, int code, Vector displacement) {
                    // Left out.
                }
            };
        }
    }
}
