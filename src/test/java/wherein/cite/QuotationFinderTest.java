package wherein.cite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import wherein.Growth;
import wherein.Seeded;
import wherein.text.CsvCell;
import wherein.text.Span;

/** Quoted words are found where they stand nearest to their old place, and many of them in one reading. */
class QuotationFinderTest {

    @Test
    void theNearestPlaceIsTheOneThatReadingTheWholeTextFinds() {
        Seeded.times(2_000, random -> {
            String text = letters(random, 1 + random.nextInt(300));
            boolean cells = random.nextBoolean();
            QuotationFinder finder = new QuotationFinder(text);
            for (int i = 0; i < 30; i++) {
                String words = words(random, text);
                QuotedRow row = new QuotedRow(1, "a", 0, 0, cells ? CsvCell.flat(words) : words, cells);
                int old = random.nextInt(text.length() + 1);
                assertThat(finder.nearest(row, old))
                        .as("<" + row.words() + "> near " + old + " in <" + text + ">")
                        .isEqualTo(nearest(row, text, old));
            }
        });
    }

    @Test
    void theWorkGrowsWithTheTextAndTheRows() throws Exception {
        Growth growth = new Growth(2_000);
        growth.measure(
                "rows that have moved", size -> size, size -> look(size, "Person%05d came. ", "Person%05d came"));
        growth.measure("rows that are gone", size -> size, size -> look(size, "Person%05d came. ", "Someone%05d went"));
        growth.measure("short words", size -> size, size -> look(size, "It is %05d. ", "is"));
        growth.check();
    }

    private static int look(int rows, String sentence, String words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            text.append(String.format(sentence, i));
        }
        QuotationFinder finder = new QuotationFinder(text.toString());
        int found = 0;
        for (int i = 0; i < rows; i++) {
            QuotedRow row = new QuotedRow(i, "a", 0, 0, String.format(words, i), true);
            found += finder.nearest(row, text.length() / rows * (rows - i - 1)).isPresent() ? 1 : 0;
        }
        return found;
    }

    private static Optional<Span> nearest(QuotedRow row, String text, int old) {
        List<Span> places = new ArrayList<>();
        Matcher matcher = row.pattern().matcher(text);
        for (int from = 0; from <= text.length() && matcher.find(from); from = matcher.start() + 1) {
            places.add(new Span(matcher.start(), matcher.end()));
        }
        return places.stream().min((a, b) -> Integer.compare(Math.abs(a.start() - old), Math.abs(b.start() - old)));
    }

    private static String words(Random random, String text) {
        int start = random.nextInt(text.length());
        int end = start + 1 + random.nextInt(Math.min(12, text.length() - start));
        return random.nextInt(4) == 0 ? letters(random, 1 + random.nextInt(8)) : text.substring(start, end);
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(Seeded.one(random, List.of("a", "b", "a", "b", " ", "\n", "\r\n", "ж", "語", "  ")));
        }
        return text.toString();
    }
}
