package wherein.format.pdf;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Growth;
import wherein.Pdfs;
import wherein.format.UnreadableException;

/** Wherever the glyphs of a page stand, it is read in time that grows as they do. */
class PdfGrowthTest {

    private static final int SMALL = 4_000;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 800;

    @TempDir
    private Path folder;

    @Test
    void theWorkOfAPageGrowsWithItsGlyphs() throws Exception {
        long seed = Long.getLong("wherein.seed", 1);
        Map<String, IntFunction<List<Glyph>>> pages = new LinkedHashMap<>();
        pages.put("one line", n -> glyphs(n, i -> at("x", i * 5, 0, 10)));
        pages.put("a line each", n -> glyphs(n, i -> at("x", 0, i * 12, 10)));
        pages.put("at one place", n -> glyphs(n, i -> at("x", 0, 0, 10)));
        pages.put("columns of letters", n -> glyphs(n, i -> at("x", i % 20 * 30, i / 20 * 12, 10)));
        pages.put("a diagonal", n -> glyphs(n, i -> at("x", i * 7, i * 3, 10)));
        pages.put("accents", n -> glyphs(n, i -> at("\u00B4", i % 50 * 10, i / 50 * 3, 10)));
        pages.put("raised", n -> glyphs(n, i -> at("2", i * 5, i % 2 * 4, i % 2 == 0 ? 10 : 6)));
        pages.put("anywhere", n -> {
            Random random = new Random(seed);
            return glyphs(n, i -> at("x", random.nextInt(WIDTH), random.nextInt(HEIGHT), 4 + random.nextInt(20)));
        });
        Growth growth = new Growth(SMALL);
        for (Map.Entry<String, IntFunction<List<Glyph>>> page : pages.entrySet()) {
            growth.measure(page.getKey(), page.getValue(), PdfGrowthTest::read);
        }
        growth.check();
    }

    @Test
    void aDocumentOfMoreTextThanTheMaximumIsRefused() throws IOException {
        try (Pdfs pdf = Pdfs.pages()) {
            for (int i = 0; i < 20; i++) {
                pdf.page().text(72, 700, 10, "The ropewalk of Tarn ran along the quay on page " + i + " as before.");
            }
            Path file = pdf.save(folder.resolve("long.pdf"));
            assertThatThrownBy(() -> Extracted.pdf(file, 500))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("longer than 500 bytes");
        }
    }

    private static List<Paragraph> read(List<Glyph> glyphs) {
        Furniture.Sheet sheet = new Furniture.Sheet(1, Row.of(glyphs));
        List<Paragraph> paragraphs = new ArrayList<>();
        int number = 0;
        for (List<Row> column :
                Columns.of(new Furniture().tell(sheet, List.of(sheet)).rest())) {
            paragraphs.addAll(Blocks.of(Lines.of(column, 1), number++));
        }
        return Flow.of(paragraphs);
    }

    private static List<Glyph> glyphs(int count, IntFunction<Glyph> glyph) {
        List<Glyph> glyphs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            glyphs.add(glyph.apply(i));
        }
        return glyphs;
    }

    private static Glyph at(String text, float x, float y, float size) {
        return new Glyph(text, x, x + size / 2, y, size, size / 4, false, 0, Glyph.DRAWN);
    }
}
