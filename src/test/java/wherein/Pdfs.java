package wherein;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** PDF files as tests need them: text at a place, in a size. Places are in points from the lower left corner of a page of 612 by 792. */
public final class Pdfs implements AutoCloseable {

    private static final PDFont PLAIN = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
    private static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.TIMES_BOLD);

    private final PDDocument document = new PDDocument();
    private PDPageContentStream content;
    private float spacing;

    /** A document without pages yet. */
    public static Pdfs pages() {
        return new Pdfs();
    }

    /** Begins another page. */
    public Pdfs page() throws IOException {
        close(content);
        PDPage page = new PDPage();
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        return this;
    }

    /** Letters so far apart, in points, from here on. */
    public Pdfs spaced(float points) {
        spacing = points;
        return this;
    }

    /** Plain text that begins at a place. */
    public Pdfs text(float x, float y, float size, String text) throws IOException {
        return draw(PLAIN, Matrix.getTranslateInstance(x, y), size, text);
    }

    /** The same in bold letters. */
    public Pdfs bold(float x, float y, float size, String text) throws IOException {
        return draw(BOLD, Matrix.getTranslateInstance(x, y), size, text);
    }

    /** Text that goes up the page. */
    public Pdfs upward(float x, float y, float size, String text) throws IOException {
        return draw(PLAIN, Matrix.getRotateInstance(Math.PI / 2, x, y), size, text);
    }

    /** Text that nobody sees, as OCR puts it over a picture. */
    public Pdfs hidden(float x, float y, float size, String text) throws IOException {
        content.setRenderingMode(RenderingMode.NEITHER);
        draw(PLAIN, Matrix.getTranslateInstance(x, y), size, text);
        content.setRenderingMode(RenderingMode.FILL);
        return this;
    }

    /** A picture as large as the page. */
    public Pdfs picture(BufferedImage image) throws IOException {
        content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 612, 792);
        return this;
    }

    /** Lines one under another, with 1.2 times the size between them. */
    public Pdfs lines(float x, float y, float size, String... lines) throws IOException {
        for (int i = 0; i < lines.length; i++) {
            text(x, y - i * 1.2f * size, size, lines[i]);
        }
        return this;
    }

    private Pdfs draw(PDFont font, Matrix place, float size, String text) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setCharacterSpacing(spacing);
        content.setTextMatrix(place);
        content.showText(text);
        content.endText();
        return this;
    }

    /** How wide plain text is. */
    public static float width(float size, String text) throws IOException {
        return PLAIN.getStringWidth(text) / 1000 * size;
    }

    /** Changes what is not on its pages. */
    public Pdfs with(Consumer<PDDocument> change) {
        change.accept(document);
        return this;
    }

    /** Writes it. */
    public Path save(Path file) throws IOException {
        close(content);
        content = null;
        document.save(file.toFile());
        return file;
    }

    private static void close(PDPageContentStream content) throws IOException {
        if (content != null) {
            content.close();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
