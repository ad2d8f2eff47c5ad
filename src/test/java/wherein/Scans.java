package wherein;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import wherein.format.Ocr;

/** Draws pages as a scanner would hand them over. */
public final class Scans {

    public static final String ENGLISH =
            "The harbour office counted the boats that left before dawn and found that fewer "
                    + "than forty had come back by night. Nobody on the quay could say why, though the wind had been light and the "
                    + "sea calm for three days. In March 2022 the council of Georgia asked for a report, which was to name every "
                    + "captain, his crew and the cargo that he carried.";

    public static final String RUSSIAN =
            "Портовая контора сосчитала лодки, которые вышли до рассвета, и оказалось, что к "
                    + "ночи вернулись меньше сорока. Никто на набережной не мог сказать почему, хотя ветер был слабым, а море три "
                    + "дня оставалось спокойным. В марте 2022 года совет попросил доклад, где назовут каждого капитана и его груз.";

    public static final String GERMAN =
            "Das Hafenamt zählte die Boote, die vor der Morgendämmerung ausliefen, und stellte "
                    + "fest, dass bis zur Nacht weniger als vierzig zurückgekehrt waren. Niemand am Kai konnte erklären, warum, "
                    + "obwohl der Wind schwach und die See ruhig gewesen war. Im März 2022 verlangte der Rat einen Bericht.";

    /** A sheet of A4, in inches. */
    private static final float WIDTH = 8.27f;

    private static final float HEIGHT = 11.69f;
    private static final float MARGIN = 0.9f;
    private static final float POINTS = 72;

    private static final String SIGNS = "[^\\p{L}\\p{N}]+";

    private final int dpi;
    private final BufferedImage image;

    private Scans(int dpi, BufferedImage image) {
        this.dpi = dpi;
        this.image = image;
    }

    /** The tesseract of this machine; where there is none tests are skipped, or fail if everything is to run. */
    public static Ocr ocr() {
        try {
            Ocr ocr = Ocr.find(List.of());
            if (ocr.languages().containsAll(List.of("eng", "rus", "deu"))) {
                return ocr;
            }
        } catch (IOException e) {
            // Told below.
        }
        String message = "no tesseract for English, Russian and German: install tesseract-ocr, tesseract-ocr-rus and "
                + "tesseract-ocr-deu";
        if (Boolean.getBoolean("wherein.everything")) {
            Assertions.fail(message);
        }
        Assumptions.abort(message);
        throw new IllegalStateException(message);
    }

    /** An empty sheet. */
    public static Scans sheet(int dpi) {
        BufferedImage image =
                new BufferedImage((int) (WIDTH * dpi), (int) (HEIGHT * dpi), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        return new Scans(dpi, image);
    }

    /** With {@code text} in letters of so many points, so many inches from its upper edge. */
    public Scans text(float size, float down, String text) {
        return column(size, MARGIN, down, WIDTH - 2 * MARGIN, text);
    }

    /** With two columns. */
    public Scans columns(float size, float down, String left, String right) {
        float width = (WIDTH - 2 * MARGIN - 0.4f) / 2;
        return column(size, MARGIN, down, width, left).column(size, MARGIN + width + 0.4f, down, width, right);
    }

    private Scans column(float size, float right, float down, float width, String text) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        AttributedString drawn = new AttributedString(text);
        drawn.addAttribute(TextAttribute.FONT, font(size * dpi / POINTS));
        LineBreakMeasurer lines = new LineBreakMeasurer(drawn.getIterator(), graphics.getFontRenderContext());
        float y = down * dpi;
        while (lines.getPosition() < text.length()) {
            TextLayout line = lines.nextLayout(width * dpi);
            y += line.getAscent();
            line.draw(graphics, right * dpi, y);
            y += line.getDescent() + line.getLeading() + 0.15f * size * dpi / POINTS;
        }
        graphics.dispose();
        return this;
    }

    /** One that lies beside PDFBox, so that no machine has to have fonts. */
    private static Font font(float size) {
        try (InputStream in =
                Scans.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(size);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a dot of any grey for each so many of its dots. */
    public Scans noise(int each, long seed) {
        Random random = new Random(seed);
        for (int i = image.getWidth() * image.getHeight() / each; i > 0; i--) {
            image.getRaster()
                    .setSample(
                            random.nextInt(image.getWidth()),
                            random.nextInt(image.getHeight()),
                            0,
                            random.nextInt(256));
        }
        return this;
    }

    /** Turned to the right so many times by 90 degrees. */
    public Scans turned(int quarters) {
        boolean side = quarters % 2 == 1;
        BufferedImage turned = new BufferedImage(
                side ? image.getHeight() : image.getWidth(),
                side ? image.getWidth() : image.getHeight(),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = turned.createGraphics();
        graphics.translate(turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        graphics.rotate(quarters * Math.PI / 2);
        graphics.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return new Scans(dpi, turned);
    }

    public BufferedImage image() {
        return image;
    }

    /** Writes it in the format that the name of {@code file} says. */
    public Path save(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
            throw new IllegalArgumentException("no writer for " + name);
        }
        return file;
    }

    /** Writes all of them to one TIFF. */
    public static Path save(Path file, Scans... pages) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Scans page : pages) {
                writer.writeToSequence(new IIOImage(page.image, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** The share of the words of {@code wanted} that {@code read} has, each as often. */
    public static double right(String wanted, String read) {
        List<String> left = new ArrayList<>(List.of(read.split(SIGNS)));
        String[] words = wanted.split(SIGNS);
        int found = 0;
        for (String word : words) {
            found += left.remove(word) ? 1 : 0;
        }
        return (double) found / words.length;
    }
}
