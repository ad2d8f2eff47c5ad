package wherein.format.pdf;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * Gathers what a page draws, by the way its lines go: glyphs off the page are left out, and those drawn twice at one place, to look
 * bold, are one. Invisible ones, as OCR puts them over a picture, are kept.
 */
final class Glyphs extends PDFTextStripper {

    /** A page with more is a drawing made of letters, or made to take all memory. */
    private static final int MOST = 500_000;

    private static final int RIGHT_ANGLE = 90;
    private static final int FULL_TURN = 360;

    private static final Pattern BOLD = Pattern.compile("bold|black|heavy|demi|cmbx|sfbx|-bx|,b\\b");
    private static final int BOLD_WEIGHT = 600;

    /** Glyphs so near, in their own widths, are one. */
    private static final float SAME = 0.3f;

    private final Map<PDFont, Boolean> bold = new IdentityHashMap<>();
    private Map<Integer, List<Glyph>> byAngle;
    private Map<Long, List<Glyph>> byPlace;
    private PDRectangle box;
    private int count;
    private boolean hidden;

    Glyphs() {
        setSortByPosition(false);
    }

    /** The glyphs of page {@code number}, from 1, by the angle of their lines; those of most lines first. */
    List<List<Glyph>> of(PDDocument document, int number) throws IOException {
        PDPage page = document.getPage(number - 1);
        byAngle = new TreeMap<>();
        byPlace = new HashMap<>();
        box = page.getCropBox();
        count = 0;
        hidden = false;
        setStartPage(number);
        setEndPage(number);
        getText(document);
        List<List<Glyph>> all = new ArrayList<>(byAngle.values());
        all.sort((one, other) -> Integer.compare(other.size(), one.size()));
        return all;
    }

    /** Whether the page that was read last has letters that nobody sees: whoever made it has read its picture already. */
    boolean hasHidden() {
        return hidden;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        String text = text(position.getUnicode());
        Matrix matrix = position.getTextMatrix();
        // PDFBox measures from the corner of the page that is shown.
        float x = matrix.getTranslateX();
        float y = matrix.getTranslateY();
        if (text.isEmpty() || x < -1 || y < -1 || x > box.getWidth() + 1 || y > box.getHeight() + 1) {
            return;
        }
        hidden |= getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER;
        boolean vertical = position.getFont().isVertical();
        int angle = (int) Math.round(Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX())))
                - (vertical ? RIGHT_ANGLE : 0);
        angle = Math.floorMod(angle, FULL_TURN);
        double cos = Math.cos(Math.toRadians(angle));
        double sin = Math.sin(Math.toRadians(angle));
        float along = (float) (x * cos + y * sin);
        float down = (float) (x * sin - y * cos);
        float width = (float) Math.hypot(position.getEndX() - x, position.getEndY() - y);
        float size = size(position, matrix);
        float space = position.getWidthOfSpace();
        Glyph glyph = new Glyph(
                text,
                along,
                along + Math.min(width, size * 4 * text.length()),
                down,
                size,
                space > 0 && space < size ? space : size / 4,
                bold.computeIfAbsent(position.getFont(), Glyphs::isBold),
                count,
                Glyph.DRAWN);
        if (isDrawnAlready(glyph)) {
            return;
        }
        if (++count > MOST) {
            throw new TooManyGlyphs();
        }
        byAngle.computeIfAbsent(angle, any -> new ArrayList<>()).add(glyph);
    }

    /** A page draws more glyphs than any page to be read has. */
    static final class TooManyGlyphs extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyGlyphs() {
            super("a page draws more than " + MOST + " glyphs");
        }
    }

    private static float size(TextPosition position, Matrix matrix) {
        float size = Math.abs(matrix.getScalingFactorY());
        if (position.getFont() instanceof PDType3Font && position.getHeight() > 0) {
            // Such a font has units of its own.
            size = position.getHeight() * 1.4f;
        }
        return Math.max(size, 0.1f);
    }

    private boolean isDrawnAlready(Glyph glyph) {
        if (glyph.isSpace()) {
            return false;
        }
        float near = Math.max(0.1f, SAME * (glyph.x1() - glyph.x0()));
        float cell = Math.max(0.5f, glyph.size() / 2);
        long column = Math.round(glyph.x0() / cell);
        long row = Math.round(glyph.y() / cell);
        for (long i = column - 1; i <= column + 1; i++) {
            for (long j = row - 1; j <= row + 1; j++) {
                for (Glyph other : byPlace.getOrDefault(place(glyph.text(), i, j), List.of())) {
                    if (Math.abs(other.x0() - glyph.x0()) < near
                            && Math.abs(other.y() - glyph.y()) < near
                            && other.text().equals(glyph.text())) {
                        return true;
                    }
                }
            }
        }
        byPlace.computeIfAbsent(place(glyph.text(), column, row), any -> new ArrayList<>(1))
                .add(glyph);
        return false;
    }

    private static long place(String text, long column, long row) {
        return (long) text.hashCode() << 32 ^ (column & 0xFFFF) << 16 ^ row & 0xFFFF;
    }

    private static boolean isBold(PDFont font) {
        PDFontDescriptor descriptor = font.getFontDescriptor();
        String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
        return BOLD.matcher(name).find()
                || descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
    }

    /** Letters for ligatures and for the forms that Arabic letters take in a word; nothing for what is no character. */
    static String text(String glyph) {
        if (glyph == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(glyph.length());
        glyph.codePoints().forEach(c -> {
            if (c >= 0xFB00 && c <= 0xFDFF || c >= 0xFE70 && c <= 0xFEFC) {
                text.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            } else if (c == 0xF0B7) {
                // Where the font of symbols has its bullet.
                text.append('•');
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                text.append(c == 0xA0 ? '\u00A0' : ' ');
            } else if (Character.isDefined(c)
                    && !Character.isISOControl(c)
                    && Character.getType(c) != Character.SURROGATE) {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
