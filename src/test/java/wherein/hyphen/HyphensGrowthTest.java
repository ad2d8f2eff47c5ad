package wherein.hyphen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wherein.Growth;
import wherein.text.Span;

/** The work grows with a text, and no faster, whatever its line ends break. */
@Tag("long")
class HyphensGrowthTest {

    private static final int SMALL = 100_000;

    @Test
    void theWorkGrowsWithTheText() throws Exception {
        Map<String, IntFunction<String>> texts = new TreeMap<>(Map.of(
                "one word of many lines", size -> "wor-\n".repeat(size / 5),
                "words of two lines", size -> "wor-\nking ".repeat(size / 10),
                "compounds", size -> "long-\nterm ".repeat(size / 10),
                "hyphens", "-\n"::repeat,
                "empty lines", size -> "gar-" + "\n".repeat(size) + "dener",
                "one long word", size -> "x".repeat(size / 2) + "-\n" + "x".repeat(size / 2),
                "soft hyphens", "a\u00AD"::repeat,
                "soft hyphens alone", "\u00AD"::repeat,
                "numbers", size -> "150,-\n000 ".repeat(size / 10),
                "thousands", size -> "1,".repeat(size / 2) + "-\n000"));
        Growth growth = new Growth(SMALL);
        for (Map.Entry<String, IntFunction<String>> text : texts.entrySet()) {
            growth.measure(
                    text.getKey(),
                    text.getValue(),
                    input -> Hyphens.of(input, "en").reading().text().length());
        }
        growth.measure("pages", size -> "gar-\n12\ndener ".repeat(size / 14), HyphensGrowthTest::ofPages);
        growth.check();
    }

    private static int ofPages(String text) {
        List<Span> asides = new ArrayList<>();
        for (int at = text.indexOf("12"); at >= 0; at = text.indexOf("12", at + 1)) {
            asides.add(new Span(at, at + 2));
        }
        Hyphens hyphens = Hyphens.of(text, "en", asides, List.of());
        int length = hyphens.reading().text().length();
        for (Span aside : asides) {
            length += hyphens.reading(aside).text().length();
        }
        return length;
    }
}
