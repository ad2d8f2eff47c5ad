package wherein.format.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wherein.format.OcrLine;

/**
 * Makes of words that were read from a picture the glyphs that a page would draw there, so that columns, lines and paragraphs are told alike
 * for both. Where in its word a letter stands tesseract does not say: they are given equal parts.
 */
final class OcrGlyphs {

    /** Sizes so near to that of most letters are the same: they are measured from ink, which noise changes. */
    private static final double SAME = 0.2;

    /** White space between two words is at least so wide, in sizes of the font. */
    private static final float GAP = 0.25f;

    private OcrGlyphs() {}

    /**
     * The glyphs of {@code lines}, by the angle of their lines; those of most glyphs first.
     *
     * @param scale points of the page for each dot of the picture
     * @param height of the picture in points, since a PDF measures upward from the lower edge
     */
    static List<List<Glyph>> of(List<OcrLine> lines, float scale, float height) {
        double usual = usualSize(lines);
        Map<Integer, List<Glyph>> byAngle = new TreeMap<>();
        int order = 0;
        for (OcrLine line : lines) {
            List<Glyph> glyphs = byAngle.computeIfAbsent(line.angle(), any -> new ArrayList<>());
            // A page that lies on its side is no page of the size that the PDF tells.
            float lower = line.angle() == 0 ? height : 0;
            order = add(line, size(line, usual), scale, lower, order, glyphs);
        }
        List<List<Glyph>> all = new ArrayList<>(byAngle.values());
        all.sort((one, other) -> Integer.compare(other.size(), one.size()));
        return all;
    }

    private static int add(OcrLine line, double size, float scale, float lower, int first, List<Glyph> glyphs) {
        List<Box> boxes =
                line.words().stream().map(word -> Box.of(word, line.angle())).toList();
        double foot = boxes.stream().mapToDouble(Box::foot).max().orElse(0);
        float y = (float) (foot - line.base()) * scale - lower;
        float points = (float) size * scale;
        int order = first;
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            float x0 = (float) box.from * scale;
            float x1 = (float) box.to * scale;
            if (i + 1 < boxes.size()) {
                x1 = Math.max(x0 + 0.1f * points, Math.min(x1, (float) boxes.get(i + 1).from * scale - GAP * points));
            }
            int[] letters = Glyphs.text(box.word.text()).codePoints().toArray();
            float each = (x1 - x0) / letters.length;
            for (int j = 0; j < letters.length; j++) {
                glyphs.add(new Glyph(
                        Character.toString(letters[j]),
                        x0 + j * each,
                        x0 + (j + 1) * each,
                        y,
                        points,
                        GAP * points,
                        false,
                        order++,
                        box.word.percent()));
            }
        }
        return order;
    }

    /** Where a word stands as one reads it: from here to there along the line, and where its lower edge is. */
    private record Box(OcrLine.Word word, double from, double to, double foot) {
        static Box of(OcrLine.Word word, int angle) {
            return switch (angle) {
                case 90 -> new Box(word, -word.bottom(), -word.top(), word.right());
                case 180 -> new Box(word, -word.right(), -word.left(), -word.top());
                case 270 -> new Box(word, word.top(), word.bottom(), -word.left());
                default -> new Box(word, word.left(), word.right(), word.bottom());
            };
        }
    }

    private static double size(OcrLine line, double usual) {
        double share = line.size() / usual;
        return Math.abs(share - 1) <= SAME ? usual : usual * Math.round(share * 4) / 4.0;
    }

    /** Of most letters. */
    private static double usualSize(List<OcrLine> lines) {
        List<OcrLine> bySize =
                lines.stream().sorted(Comparator.comparingDouble(OcrLine::size)).toList();
        int left = lines.stream().mapToInt(OcrGlyphs::letters).sum() / 2;
        for (OcrLine line : bySize) {
            left -= letters(line);
            if (left < 0) {
                return line.size();
            }
        }
        return 1;
    }

    private static int letters(OcrLine line) {
        return line.words().stream().mapToInt(word -> word.text().length()).sum();
    }
}
